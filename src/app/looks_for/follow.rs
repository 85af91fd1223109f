//! The engine follows what is asked: only what is looked at is made.

use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{ForwardRun, LoadedNetwork, PaintOrder, Painted, Studio, UserError};
use crate::state::{LayerPane, Making, MessageKind, MessageText, Picture, TileOrder};

impl App {
    /// Makes what is looked at and stops what is not.
    pub(in crate::app) fn follow_looks_for(&mut self, run: &Arc<ForwardRun>) {
        self.forget_examples_of_another_album();
        if !self.state.sees(LayerPane::LooksFor) {
            self.rest_picture();
            self.rest_atlas();
            return;
        }
        self.follow_painting(run);
        self.follow_atlas(run);
        self.follow_colour(run);
        self.follow_examples();
    }

    /// What other weights made is not shown any more, nor what the same weights made when something else was said about them.
    pub(in crate::app) fn forget_pictures_of_another_network(&mut self, network: &Arc<LoadedNetwork>) {
        let known = self.requested.pictures.network.replace(Arc::clone(network));
        if known.is_some_and(|known| !Arc::ptr_eq(&known, network)) {
            self.engine.cancel_painting();
            self.rest_atlas();
            self.state.looks_for.picture = Picture::default();
            self.state.looks_for.atlas = Default::default();
            self.state.looks_for.colour = None;
            self.requested.pictures.colour = None;
            self.forget_dreams();
            self.forget_rebuilds();
        }
    }

    fn follow_painting(&mut self, run: &Arc<ForwardRun>) {
        let Some(asked) = self.state.asked_picture() else {
            self.rest_picture();
            return;
        };
        let picture = &self.state.looks_for.picture;
        let is_new = picture.asked.as_ref() != Some(&asked);
        if !is_new && !matches!(picture.making, Making::Stopped) {
            return;
        }
        if is_new {
            let steps = self.state.pace.preview;
            self.state.looks_for.picture =
                Picture { asked: Some(asked.clone()), steps, studio: Studio::empty(), ..Picture::default() };
        }
        let order = PaintOrder {
            network: Arc::clone(&run.network),
            is_random: asked.wishes.is_random,
            recipe: self.state.recipe(&asked),
            steps: self.state.looks_for.picture.steps,
            store: self.pictures.clone(),
            studio: self.state.looks_for.picture.studio.clone(),
        };
        self.engine.paint(order);
        self.state.looks_for.picture.making = Making::Running;
    }

    /// What there is of the picture stays, and goes on when it is looked at again.
    fn rest_picture(&mut self) {
        let picture = &mut self.state.looks_for.picture;
        if matches!(picture.making, Making::Running) {
            self.engine.cancel_painting();
            picture.making = Making::Stopped;
        }
    }

    fn follow_colour(&mut self, run: &Arc<ForwardRun>) {
        let layer = &self.state.selection.layer;
        let wanted = (self.state.looks_for.order == TileOrder::Colour).then(|| (run.report.id, layer.clone()));
        if wanted.is_some() && self.requested.pictures.colour != wanted {
            self.engine.colour(Arc::clone(run), layer.clone());
            self.requested.pictures.colour = wanted;
        }
    }

    /// The picture is further than before.
    pub(in crate::app) fn take_painted(&mut self, painted: Arc<Painted>) {
        let picture = &mut self.state.looks_for.picture;
        if painted.is_finished {
            picture.making = Making::Done;
        }
        // A kept picture that is made finer begins anew: it is seen until the new one has come as far.
        let is_behind = picture.painted.as_ref().is_some_and(|before| before.steps > painted.steps);
        if !is_behind || painted.is_finished {
            picture.painted = Some(painted);
        }
    }

    /// Nothing comes of the picture: said where it would stand.
    pub(in crate::app) fn painting_failed(&mut self, error: UserError) {
        self.state.looks_for.picture.making = Making::Failed(error);
    }

    /// A kept picture was damaged: said once.
    pub(in crate::app) fn picture_damaged(&mut self, now_seconds: f64) {
        if !std::mem::replace(&mut self.requested.pictures.said_damaged, true) {
            self.say(MessageKind::Note, MessageText::plain("looks-damaged"), now_seconds);
        }
    }

    /// The disk takes no pictures: said once.
    pub(in crate::app) fn picture_not_kept(&mut self, error: UserError, now_seconds: f64) {
        log::warn!("a picture is not kept: {}", error.details);
        if !std::mem::replace(&mut self.requested.pictures.said_not_kept, true) {
            let values = vec![("cause", error.message)];
            self.say(MessageKind::Note, MessageText::Sentence("looks-not-kept", values), now_seconds);
        }
    }
}
