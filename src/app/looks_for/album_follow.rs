//! What is looked at is asked of the album, once.

use std::sync::Arc;

use super::example_jobs::{Asked, ExampleEvent, ExampleJob};
use super::{TileKind, can_look_for};
use crate::app::app::App;
use crate::app::view::LayerPane;
use crate::engine::{Delivered, Delivery, UserError};

/// What was last asked of the album.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) struct RequestedExamples {
    /// Number of the album, photos that have run, layer, channel and class.
    channel: Option<(u64, usize, String, usize, usize)>,
    /// Number of the album, photos that have run, layer and channels in sight.
    tiles: Option<(u64, usize, String, Vec<usize>)>,
}

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
        let wanted = (number, ran, layer.name.clone(), channel, class);
        let visible = state.looks_for.atlas.visible().to_vec();
        let missing = state.looks_for.tiles == TileKind::Patch || state.looks_for.atlas.lacks_pictures();
        let tiles = (number, ran, layer.name.clone(), visible);
        let requested = &mut self.requested.pictures.examples;
        if requested.channel.as_ref() != Some(&wanted) {
            let is_other = self.state.looks_for.examples.as_ref().is_some_and(|examples| {
                (&examples.of.1, examples.of.2) != (&layer.name, channel) || examples.of.0 != index.network().sha256
            });
            if is_other {
                self.state.looks_for.examples = None;
            }
            self.state.looks_for.no_examples = None;
            self.example_jobs.channel(Asked { index: Arc::clone(&index), layer: layer.clone(), channel, class });
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
            self.example_jobs.tiles(index, layer, channels.collect());
            requested.tiles = Some(tiles);
        }
    }

    /// Takes in what the album has; returns whether there was anything.
    pub(in crate::app) fn take_examples(&mut self) -> bool {
        let delivered = self.example_jobs.drain();
        let any = !delivered.is_empty();
        for Delivered { key, delivery, .. } in delivered {
            match delivery {
                Delivery::Event(Ok(ExampleEvent::Channel(examples))) => self.state.looks_for.examples = Some(examples),
                Delivery::Event(Ok(ExampleEvent::Tile(channel, patch))) => {
                    self.state.looks_for.atlas.take_patch(channel, patch);
                }
                Delivery::Event(Err(error)) => self.no_examples(key, error),
                Delivery::Finished => {}
                Delivery::Panicked(message) => {
                    log::error!("job {key:?} panicked: {message}");
                    self.no_examples(key, UserError::panicked(&message));
                }
            }
        }
        any
    }

    fn no_examples(&mut self, job: ExampleJob, error: UserError) {
        match job {
            ExampleJob::Channel => {
                self.state.looks_for.examples = None;
                self.state.looks_for.no_examples = Some(error);
            }
            ExampleJob::Tiles => {}
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
            self.state.looks_for.no_examples = None;
            self.state.looks_for.atlas.forget_patches();
        }
    }
}
