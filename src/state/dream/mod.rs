//! The photo dreams: the dream that is looked at, others at five depths beside it, and sheets that sweep a setting.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | how to dream, and how dreams are kept |
//! | `command` | what a person can ask for |
//! | `on_screen` | what of dreams is on screen |

mod command;
pub(crate) mod on_screen;

use std::sync::Arc;

use image::RgbImage;

use super::shelf::{Made, Shelf};
use crate::engine::{Dreamt, Photo};
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

/// Dreams of the photo.
pub type Dreams = Shelf<Dreamt>;

impl Made for Dreamt {
    type Recipe = DreamRecipe;
    type Wanted = ();
    type Wishes = DreamWishes;
    type Work = Dream;
    /// Each is at most a megabyte.
    const KEPT: usize = 32;
    /// Each has numbers of some 7 megabytes.
    const KEPT_UNDER_WAY: usize = 4;
    const GOES_ON: bool = false;

    fn is_finished(&self) -> bool {
        self.is_finished
    }

    fn after(self: Arc<Self>, before: &Self) -> Arc<Self> {
        match (&self.scores, &before.scores) {
            (None, Some(scores)) => Arc::new(Self { scores: Some(Arc::clone(scores)), ..Self::clone(&self) }),
            (Some(_), _) | (None, None) => self,
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
