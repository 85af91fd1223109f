//! The photo dreams: the dream that is looked at, others at five depths beside it, and sheets that sweep a setting.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | how to dream, and the dreams there are |
//! | `command` | what a person can ask for |
//! | `on_screen` | what of dreams is on screen |

mod command;
pub(crate) mod on_screen;

use std::sync::Arc;

use image::RgbImage;

use super::looks_for::Making;
use crate::engine::{Dreamt, Muted, Photo, Studio};
use crate::spec::{Layer, Op, Place};
use crate::visualize::dream::{Dream, DreamRecipe, Sweep};

pub use crate::visualize::dream::DEPTHS;
pub use command::DreamCommand;

/// The five of the strip, positions in [`DEPTHS`].
pub const STRIP: [usize; 5] = [0, 2, 5, 7, 9];

/// The two depths that the lesson holds against each other, the shallower first.
pub const LESSON_DREAMS: [&str; 2] = ["inception3b", "inception4e"];

/// Strengths, from faint to wild.
pub const STRENGTHS: [f32; 2] = [0.25, 4.0];

/// Dreams that are kept, each at most a megabyte.
pub(crate) const KEPT: usize = 32;

/// Dreams that were stopped and can be gone on with, each with numbers of some 7 megabytes; older ones begin anew.
const KEPT_UNDER_WAY: usize = 4;

/// Whether a layer can dream: it holds maps of what the photo became.
pub fn can_dream(layer: &Layer) -> bool {
    layer.output.side() > 1 && !matches!(layer.op, Op::Input) && !matches!(layer.place, Place::Head(_))
}

/// How to dream; the layer and the channel are those of the selection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DreamWishes {
    /// Whether one channel dreams, or the whole layer.
    pub is_one_channel: bool,
    /// How strong, [`STRENGTHS`].
    pub strength: f32,
    /// Sizes.
    pub octaves: usize,
    /// Which jitter.
    pub seed: u64,
    /// The setting that a sheet sweeps, in place of the strip of five depths.
    pub sweep: Option<Sweep>,
}

impl Default for DreamWishes {
    fn default() -> Self {
        Self { is_one_channel: false, strength: 1.0, octaves: 4, seed: 0, sweep: None }
    }
}

/// All that a dream depends on but its recipe.
#[derive(Clone, PartialEq)]
pub(crate) struct Sleeper {
    pub(crate) weights: String,
    pub(crate) photo: u64,
    pub(crate) muted: Muted,
}

/// A dream of this photo.
#[derive(Clone)]
pub struct Entry {
    pub(crate) sleeper: Sleeper,
    /// How.
    pub recipe: DreamRecipe,
    /// As far as it is.
    pub dreamt: Option<Arc<Dreamt>>,
    /// How far that is.
    pub making: Making,
    pub(crate) studio: Studio<Dream>,
}

/// Everything about dreams.
#[derive(Clone, Default)]
pub struct Dreams {
    /// How to dream.
    pub wishes: DreamWishes,
    /// Dreams, the latest asked for first.
    pub(crate) entries: Vec<Entry>,
    /// The studio of the dream that is looked at.
    pub(crate) shown: Studio<Dream>,
    /// The last one that was drawn, kept where the next fails.
    pub(crate) last: Option<Arc<Dreamt>>,
    /// Whether others are on their way.
    pub(crate) others_run: bool,
}

impl Dreams {
    /// The dream that is looked at; `None` before it was asked for.
    pub fn shown(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.studio.is_same(&self.shown))
    }

    /// What is drawn: that dream, or the last one until there is something of it.
    pub fn drawn(&self) -> Option<&Arc<Dreamt>> {
        self.shown().and_then(|entry| entry.dreamt.as_ref()).or(self.last.as_ref())
    }

    /// A dream of the same photo by its recipe.
    pub fn of(&self, recipe: &DreamRecipe) -> Option<&Entry> {
        let sleeper = &self.shown()?.sleeper;
        self.entries.iter().find(|entry| entry.sleeper == *sleeper && entry.recipe == *recipe)
    }

    /// Whether any is on its way.
    pub fn is_running(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.making, Making::Running))
    }

    pub(crate) fn entry_mut(&mut self, studio: &Studio<Dream>) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.studio.is_same(studio))
    }

    /// Lets go of the numbers of dreams that rest, but for those asked for last and the one that is looked at; pictures stay.
    pub(crate) fn let_go(&mut self) {
        let shown = &self.shown;
        let rests = |entry: &&mut Entry| {
            let is_resting = matches!(entry.making, Making::Idle | Making::Stopped | Making::Failed(_));
            entry.dreamt.is_some() && is_resting && !entry.studio.is_same(shown)
        };
        for entry in self.entries.iter_mut().filter(rests).skip(KEPT_UNDER_WAY) {
            entry.studio = Studio::empty();
        }
    }
}

/// What dreams: the whole photo, or what the network sees of an edited one.
pub fn dream_photo(photo: &Photo) -> Arc<RgbImage> {
    match photo.edits.is_none() {
        true => Arc::clone(&photo.display),
        false => Arc::new(photo.prepared.pixels.clone()),
    }
}
