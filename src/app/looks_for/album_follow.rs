//! What is looked at is asked of the album, once.

use std::sync::Arc;

use super::example_jobs::{Asked, ExampleEvent, ExampleJob};
use crate::album::Index;
use crate::app::app::App;
use crate::app::requested::RequestedExamples;
use crate::engine::{Delivered, Delivery, UserError};
use crate::spec::Layer;
use crate::state::{LayerPane, MessageKind, MessageText, Photos, TileKind, Useful, can_look_for};

/// Photos that run between two looks at an album that is under way.
const LOOK_AGAIN: usize = 64;

impl App {
    /// Asks for the photos of the channel that is looked at, and for the patches of tiles in sight.
    pub(super) fn follow_examples(&mut self) {
        let state = &self.state;
        let (Some(index), Some(layer)) = (&state.album.index, state.selected_layer()) else {
            return;
        };
        let (Some(channel), Some(class)) = (state.selection.channel, state.class()) else { return };
        // A card may be about a channel before it shows it.
        let is_asked = state.tour.is_some_and(|tour| tour.stage().asks_channel.is_some());
        if !(state.sees(LayerPane::LooksFor) || is_asked) || !can_look_for(layer) || layer.output.side() == 1 {
            return;
        }
        let progress = index.progress();
        let ran =
            if progress.done == progress.total { progress.total } else { progress.done / LOOK_AGAIN * LOOK_AGAIN };
        if ran == 0 {
            return;
        }
        let (index, layer) = (Arc::clone(index), layer.clone());
        let number = state.album.number;
        let wanted = (number, ran, layer.name.clone(), channel);
        let visible = state.looks_for.atlas.visible().to_vec();
        let missing = state.looks_for.tiles == TileKind::Patch || state.looks_for.atlas.lacks_pictures();
        let tiles = (number, ran, layer.name.clone(), visible);
        self.follow_useful((number, ran), (&index, &layer), (channel, class));
        let requested = &mut self.requested.pictures.examples;
        if requested.channel.as_ref() != Some(&wanted) {
            let is_other = self.state.looks_for.examples.as_ref().is_some_and(|examples| {
                (&examples.of.1, examples.of.2) != (&layer.name, channel) || examples.of.0 != index.network().sha256
            });
            if is_other {
                self.state.looks_for.examples = None;
            }
            self.state.looks_for.no_examples = None;
            let asked = Asked {
                index: Arc::clone(&index),
                layer: layer.name.clone(),
                field: layer.receptive_field,
                channel,
                class,
            };
            self.example_jobs.channel(asked);
            requested.channel = Some(wanted);
        }
        if missing && requested.tiles.as_ref() != Some(&tiles) {
            // While the album is under way patches change; once it is complete only new tiles lack one.
            let is_same = requested
                .tiles
                .as_ref()
                .is_some_and(|(number, ran, layer, _)| (number, ran, layer) == (&tiles.0, &tiles.1, &tiles.2));
            let atlas = &self.state.looks_for.atlas;
            let channels = tiles.3.iter().copied().filter(|&channel| !is_same || atlas.patch(channel).is_none());
            self.example_jobs.tiles(index, &layer, channels.collect());
            requested.tiles = Some(tiles);
        }
    }

    /// Asks where the channel adds most to the class, once a person wants to see that; stops when nobody does.
    fn follow_useful(
        &mut self,
        (number, ran): (u64, usize),
        (index, layer): (&Arc<Index>, &Layer),
        (channel, class): (usize, usize),
    ) {
        let asked = (number, ran, layer.name.clone(), channel, class);
        let wanted = (self.state.looks_for.photos == Photos::Useful).then_some(asked);
        let requested = &mut self.requested.pictures.examples.useful;
        if *requested == wanted {
            return;
        }
        let useful = &mut self.state.looks_for.useful;
        let is_of = |useful: &Arc<Useful>| useful.of == (layer.name.clone(), channel) && useful.class == class;
        if !useful.as_ref().is_some_and(is_of) {
            *useful = None;
        }
        match &wanted {
            Some(_) => {
                self.example_jobs.useful(Asked {
                    index: Arc::clone(index),
                    layer: layer.name.clone(),
                    field: layer.receptive_field,
                    channel,
                    class,
                });
            }
            None => self.example_jobs.stop_useful(),
        }
        *requested = wanted;
    }

    /// Takes in what the album has; returns whether there was anything.
    pub(in crate::app) fn take_examples(&mut self, now_seconds: f64) -> bool {
        let delivered = self.example_jobs.drain();
        let any = !delivered.is_empty();
        for Delivered { key, delivery, .. } in delivered {
            match delivery {
                Delivery::Event(Ok(ExampleEvent::Channel(examples))) => self.state.looks_for.examples = Some(examples),
                Delivery::Event(Ok(ExampleEvent::Tile(key, channel, patch))) => {
                    self.state.looks_for.atlas.take_patch(&key, channel, patch);
                }
                Delivery::Event(Ok(ExampleEvent::Useful(useful))) => self.state.looks_for.useful = Some(useful),
                Delivery::Event(Ok(ExampleEvent::Calibration(of, found))) => {
                    self.state.found.calibration = Some((of, found));
                }
                Delivery::Event(Ok(ExampleEvent::Strongest(found))) => self.state.looks_for.strongest = Some(found),
                Delivery::Event(Err(error)) => self.no_examples(key, error, now_seconds),
                Delivery::Finished => {}
                Delivery::Panicked(message) => {
                    log::error!("job {key:?} panicked: {message}");
                    self.no_examples(key, UserError::panicked(&message), now_seconds);
                }
            }
        }
        any
    }

    fn no_examples(&mut self, job: ExampleJob, error: UserError, now_seconds: f64) {
        match job {
            ExampleJob::Channel => {
                self.state.looks_for.examples = None;
                self.state.looks_for.no_examples = Some(error);
            }
            // The strongest photos are as good as before.
            ExampleJob::Useful => {
                self.state.looks_for.useful = None;
                self.say(MessageKind::Error, MessageText::Failed(error), now_seconds);
            }
            ExampleJob::Tiles | ExampleJob::Strongest | ExampleJob::Calibration => {}
        }
    }

    /// Another album, or none: what the one before had is not shown any more.
    pub(super) fn forget_examples_of_another_album(&mut self) {
        let number = self.state.album.number;
        let has = self.requested.pictures.examples.channel.as_ref().map(|(of, ..)| *of);
        if has.is_some_and(|of| of != number) || (has.is_some() && self.state.album.index.is_none()) {
            self.example_jobs.stop();
            self.requested.pictures.examples = RequestedExamples::default();
            self.state.looks_for.examples = None;
            self.state.looks_for.useful = None;
            self.state.looks_for.no_examples = None;
            self.state.looks_for.atlas.forget_patches();
        }
    }
}
