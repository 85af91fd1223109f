//! Pictures made by optimisation.

mod against_photos;
mod autograd;
mod command_line;
mod parts;
mod stepping;
mod store;

use inception_lens::engine::LoadedNetwork;
use inception_lens::spec::{Preprocessing, Topology};
use inception_lens::visualize::{Recipe, Subject, Target};

use crate::gradient;

/// The weights inside the program.
fn default_subject() -> Subject {
    LoadedNetwork::load_default().unwrap().subject()
}

/// A network with weights made by formula.
fn made_up(topology: Topology) -> Subject {
    // Photos of 128 pixels go through unchanged.
    let preprocessing = Preprocessing { resize_short_side: 224, ..Preprocessing::IMAGENET };
    Subject::new(gradient::network(topology), preprocessing, "made-up".to_owned())
}

fn channel(layer: &str, channel: usize) -> Target {
    Target::Channel { layer: layer.to_owned(), channel }
}

/// A small picture.
fn small(target: Target) -> Recipe {
    Recipe { size: 96, ..Recipe::of(target) }
}

fn never() -> bool {
    false
}
