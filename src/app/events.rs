//! What the engine has to tell changes the state.

use std::sync::Arc;

use super::app::App;
use crate::analysis::evidence::find_class;
use crate::engine::{Delivered, Delivery, Event, JobKey, LoadedNetwork, PhotoEvent, RequestId, Side, UserError, off};
use crate::platform::recorder;
use crate::session::{Naive, NetworkState};
use crate::state::{MessageKind, MessageText};

impl App {
    /// Takes in what the engine has to tell; returns whether there was anything.
    pub(super) fn take_events(&mut self, now_seconds: f64) -> bool {
        let delivered = self.engine.drain();
        let any = !delivered.is_empty();
        for Delivered { id, key, delivery } in delivered {
            if !self.is_awaited(id, key) {
                continue;
            }
            match delivery {
                Delivery::Event(Ok(event)) => self.take_event(event, now_seconds),
                Delivery::Event(Err(error)) => self.job_failed(key, error, now_seconds),
                Delivery::Finished => self.job_ended(key),
                Delivery::Panicked(message) => {
                    log::error!("job {key:?} panicked: {message}");
                    self.job_failed(key, UserError::panicked(&message), now_seconds);
                    self.job_ended(key);
                }
            }
        }
        self.follow_scene();
        self.say_of_scenes(now_seconds);
        any
    }

    /// Of both photos only what was ordered last counts.
    fn is_awaited(&self, request: RequestId, key: JobKey) -> bool {
        match key {
            JobKey::Photo(side) => self.state.session.slot(side).awaits(request),
            JobKey::Weights
            | JobKey::SecondWeights
            | JobKey::Depths
            | JobKey::Edit(_)
            | JobKey::Mute
            | JobKey::Branches
            | JobKey::BranchAlbum
            | JobKey::Contribution
            | JobKey::Drops
            | JobKey::Explain
            | JobKey::Kernels
            | JobKey::Naive
            | JobKey::Contributions
            | JobKey::Occlusion
            | JobKey::Attribution
            | JobKey::Heatmaps
            | JobKey::Cascade
            | JobKey::Gradients
            | JobKey::GaussianGradients
            | JobKey::Similarity
            | JobKey::Timings
            | JobKey::ModuleTimes
            | JobKey::Peak
            | JobKey::Thumbnails
            | JobKey::Look
            | JobKey::Painting
            | JobKey::Atlas
            | JobKey::Colour
            | JobKey::Dream
            | JobKey::Dreams
            | JobKey::Fool
            | JobKey::FoolAll
            | JobKey::Rebuild
            | JobKey::Rebuilds => true,
        }
    }

    fn take_event(&mut self, event: Event, now_seconds: f64) {
        let state = &mut self.state;
        match event {
            Event::Network(network) => self.use_network(network, now_seconds),
            Event::SecondNetwork(network) => self.use_second_network(network),
            Event::Depths(depths) => self.take_depths(depths),
            Event::Photo(side, event) => self.take_photo(side, event),
            Event::Framed(framed) => self.take_framed(&framed, now_seconds),
            Event::Edited(edited) => self.show_edited(&edited, now_seconds),
            Event::Occluded { cell, position } => {
                if let Some(occlusion) = &mut state.found.occlusion {
                    Arc::make_mut(occlusion).positions[cell] = Some(position);
                }
            }
            Event::Muted(ran) => state.session.first.take_muted(&ran),
            Event::Branches(trials) => state.found.branches = Some(trials),
            Event::BranchAlbum(found) => state.found.branch_album = Some(found),
            Event::Explanation(explanation) => state.found.explanation = Some(explanation),
            Event::Kernels(kernels) => state.found.kernels = Some(kernels),
            Event::Naive(naive) => state.session.naive = Naive::Ready(naive),
            Event::Contribution { channel, drop } => {
                if let Some(contributions) = &mut state.found.contributions {
                    Arc::make_mut(contributions).drops[channel] = Some(drop);
                }
            }
            Event::Timings(timings) => state.found.timings = Some(timings),
            Event::ModuleTimes(times) => {
                let module = times.module;
                state.found.module_times[module] = Some(times);
            }
            Event::Peak(peak) => state.found.peak = Some(peak),
            Event::Contributed(contributed) => state.found.contributed = Some(contributed),
            Event::Dropped(dropped) => state.found.dropped = Some(dropped),
            Event::Attribution(attribution) => state.found.attribution = Some(attribution),
            Event::Studied(studio, studied) => self.take_studied(&studio, studied),
            Event::Cascaded(studio, cascaded) => self.take_cascaded(&studio, cascaded),
            Event::Gradients(curve) => state.found.gradients.take(curve),
            Event::Similarity(similarity) => state.found.similarity = Some(similarity),
            Event::Painted(painted) => self.take_painted(painted),
            Event::Tile(tile) => self.take_tile(&tile),
            Event::PictureDamaged => self.picture_damaged(now_seconds),
            Event::PictureNotKept(error) => self.picture_not_kept(error, now_seconds),
            Event::Looked(looked) => self.take_looked(looked),
            Event::Fooled(fooled) => self.take_fooled(fooled),
            Event::Rebuilt(studio, rebuilt) => state.rebuilds.take(&studio, rebuilt),
            Event::Colour(index) => state.looks_for.colour = Some(index),
            Event::Dreamt(studio, dreamt) => state.dreams.take(&studio, dreamt),
            Event::Thumbnail { index, pixels } => {
                if let Some(sample) = state.gallery.get_mut(index) {
                    sample.thumbnail = Some(pixels);
                }
            }
        }
    }

    /// What the run of one of the two photos has to tell.
    fn take_photo(&mut self, side: Side, event: PhotoEvent) {
        match event {
            PhotoEvent::Decoded(photo) => self.state.session.slot_mut(side).take_decoded(photo),
            PhotoEvent::Step { layer, total } => self.state.session.slot_mut(side).step(layer + 1, total),
            PhotoEvent::Ran(run) => match side {
                Side::First => self.show_opened(run),
                Side::Second => self.show_second(run),
            },
        }
    }

    /// Nothing comes of a job: whoever waits for it is told why.
    fn job_failed(&mut self, key: JobKey, error: UserError, now_seconds: f64) {
        match key {
            JobKey::Weights => return self.weights_failed(error, now_seconds),
            JobKey::SecondWeights => return self.second_network_failed(error, now_seconds),
            JobKey::Depths => self.depths_failed(),
            JobKey::Photo(Side::First) => return self.photo_failed(error, now_seconds),
            JobKey::Photo(Side::Second) => return self.second_failed(error, now_seconds),
            JobKey::Naive => {
                self.state.session.naive = Naive::Failed(error);
                return;
            }
            JobKey::Painting => return self.painting_failed(error),
            JobKey::Dream => self.state.dreams.fail(error.clone()),
            JobKey::Heatmaps => self.study_failed(&error),
            JobKey::Fool | JobKey::FoolAll => self.fool_failed(),
            JobKey::Rebuild => self.state.rebuilds.fail(error.clone()),
            JobKey::Cascade => self.cascade_failed(&error),
            JobKey::Atlas => self.atlas_failed(),
            JobKey::Edit(_) | JobKey::Mute => self.state.session.first.fail_change(),
            JobKey::Branches
            | JobKey::BranchAlbum
            | JobKey::Contribution
            | JobKey::Drops
            | JobKey::Explain
            | JobKey::Kernels
            | JobKey::Contributions
            | JobKey::Occlusion
            | JobKey::Attribution
            | JobKey::Gradients
            | JobKey::GaussianGradients
            | JobKey::Similarity
            | JobKey::Timings
            | JobKey::ModuleTimes
            | JobKey::Peak
            | JobKey::Thumbnails
            | JobKey::Look
            | JobKey::Colour
            | JobKey::Dreams
            | JobKey::Rebuilds => {}
        }
        self.say(MessageKind::Error, MessageText::Failed(error), now_seconds);
    }

    /// Nothing more comes of a job.
    fn job_ended(&mut self, key: JobKey) {
        match key {
            JobKey::Gradients => self.state.found.gradients.is_running = false,
            JobKey::Occlusion => self.occlusion_ended(),
            JobKey::Atlas => self.atlas_ended(),
            JobKey::Dreams => self.state.dreams.others_ended(),
            JobKey::Rebuilds => self.state.rebuilds.others_ended(),
            JobKey::Heatmaps => self.study_ended(),
            JobKey::Depths => self.depths_ended(),
            JobKey::Weights
            | JobKey::SecondWeights
            | JobKey::Photo(_)
            | JobKey::Edit(_)
            | JobKey::Mute
            | JobKey::Branches
            | JobKey::BranchAlbum
            | JobKey::Contribution
            | JobKey::Drops
            | JobKey::Explain
            | JobKey::Kernels
            | JobKey::Naive
            | JobKey::Contributions
            | JobKey::Attribution
            | JobKey::GaussianGradients
            | JobKey::Cascade
            | JobKey::Similarity
            | JobKey::Timings
            | JobKey::ModuleTimes
            | JobKey::Peak
            | JobKey::Thumbnails
            | JobKey::Look
            | JobKey::Painting
            | JobKey::Colour
            | JobKey::Dream
            | JobKey::Fool
            | JobKey::FoolAll
            | JobKey::Rebuild => {}
        }
    }

    /// New weights are in use: the photos follow; a selection they do not know gives way.
    fn use_network(&mut self, network: Arc<LoadedNetwork>, now_seconds: f64) {
        recorder::remember_weights(&network.sha256);
        self.state.session.network = NetworkState::Ready(network.clone());
        let missing = self.follow_network(&network);
        self.remember_said(&network);
        self.remember_weights();
        self.find_asked(&network, now_seconds);
        self.switch_off(&network, now_seconds);
        if let Some(asked) = missing {
            let saying = MessageText::Sentence("layer-missing", vec![("layer", asked)]);
            self.say(MessageKind::Error, saying, now_seconds);
        }
    }

    /// What belongs to the weights of before gives way; a layer that these lack is returned.
    pub(super) fn follow_network(&mut self, network: &LoadedNetwork) -> Option<String> {
        let state = &mut self.state;
        let missing = network.network.layer(&state.selection.layer).is_none();
        let asked = state.selection.layer.clone();
        if missing {
            state.selection.layer = "conv1".to_owned();
            state.selection.channel = None;
            state.selection.cell = None;
        }
        state.study.keep_below(network.labels.len());
        state.found.timings = None;
        missing.then_some(asked)
    }

    /// The classes the program was started with, once there are labels to look them up in.
    fn find_asked(&mut self, network: &LoadedNetwork, now_seconds: f64) {
        let asked = std::mem::take(&mut self.asked);
        let study = &mut self.state.study;
        let places = [&mut study.class, &mut study.minus, &mut study.true_label];
        let mut unknown = Vec::new();
        for (place, asked) in places.into_iter().zip(&asked) {
            match asked.as_deref().map(|asked| find_class(asked, &network.labels)) {
                None => {}
                Some(Ok(class)) => *place = Some(class),
                Some(Err(error)) => unknown.push(error),
            }
        }
        for error in unknown {
            self.say(MessageKind::Error, MessageText::UnknownClass(error), now_seconds);
        }
    }

    /// What the program was started with is off from the first run on.
    fn switch_off(&mut self, network: &LoadedNetwork, now_seconds: f64) {
        match off::muted(&std::mem::take(&mut self.off), &network.network) {
            Ok(muted) if muted.is_empty() => {}
            Ok(muted) => self.state.session.first.mute(muted),
            Err(error) => {
                let saying = MessageText::Failed(UserError::new(error));
                self.say(MessageKind::Error, saying, now_seconds);
            }
        }
    }

    fn photo_failed(&mut self, error: UserError, now_seconds: f64) {
        self.frame_failed();
        // The photo that stays is timed again.
        self.requested.measured.layers = None;
        if self.scene_photo_failed(&error) {
            return;
        }
        let saying = MessageText::Failed(error.clone());
        self.say(MessageKind::Error, saying, now_seconds);
        self.state.session.first.fail(error);
    }

    fn weights_failed(&mut self, error: UserError, now_seconds: f64) {
        let is_default = self.files.reading.take().is_none();
        let saying = match self.state.loaded() {
            Some(loaded) => MessageText::WeightsKept { error: error.clone(), name: loaded.name.clone() },
            None => MessageText::Failed(error.clone()),
        };
        self.say(MessageKind::Error, saying, now_seconds);
        match self.state.loaded().cloned() {
            Some(loaded) => self.state.session.network = NetworkState::Ready(loaded),
            // Without any weights no photo ever runs.
            None if is_default => {
                self.state.session.network = NetworkState::Failed(error.clone());
                self.state.session.first.fail(error);
                self.state.session.second.give_up();
            }
            None => self.use_default_weights(),
        }
    }
}
