//! DeepDream (Mordvintsev et al. 2015): a photo changed so that a layer finds more of what it already finds.
//!
//! Energy (mean of the squares) of a layer, or the mean of one channel, climbed at several sizes (octaves) from the smallest, with
//! the details that shrinking lost put back at each.  It follows what is muted: the network runs as it does on screen.

mod sweep;

use image::RgbImage;

use super::error::VisualizeError;
use super::subject::Subject;
use crate::model::Muted;
pub use sweep::{Sweep, contact_sheet};

/// Factor between the sizes of two octaves.
pub const OCTAVE: f32 = 1.4;

/// Longer side of a dream, pixels.
pub const LONGEST: u32 = 640;

/// How to dream.
#[derive(Clone, Debug, PartialEq)]
pub struct DreamRecipe {
    /// The layer, conv1 to inception5b.
    pub layer: String,
    /// One channel of it; the whole layer without.
    pub channel: Option<usize>,
    /// Sizes, 1 to 8; at most as many as leave the network enough to see ([`Dream::octaves`]).
    pub octaves: usize,
    /// Steps at each size.
    pub steps: usize,
    /// 1 is the usual length of a step, 1.5 / mean |gradient| in grey levels of 255; 0.1 to 10.
    pub strength: f32,
    /// Which jitter.
    pub seed: u64,
}

impl DreamRecipe {
    /// Four octaves of ten steps at strength 1.
    pub fn of(layer: &str, channel: Option<usize>) -> Self {
        Self { layer: layer.to_owned(), channel, octaves: 4, steps: 10, strength: 1.0, seed: 0 }
    }
}

/// How far a dream is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DreamProgress {
    /// The octave under way, from 1 (the smallest size).
    pub octave: usize,
    /// Octaves altogether.
    pub octaves: usize,
    /// Steps done in it.
    pub step: usize,
    /// Steps of each octave.
    pub steps: usize,
}

/// A dream under way.
#[derive(Clone, Debug)]
pub struct Dream {}

impl Dream {
    /// Begins on a photo of any size; it is made smaller if its longer side has more than 640 pixels.
    ///
    /// # Errors
    /// [`VisualizeError::Photo`] for a photo too small or too narrow; unknown layer or channel; a layer without maps.
    pub fn begin(
        subject: Subject,
        muted: Muted,
        photo: &RgbImage,
        recipe: DreamRecipe,
    ) -> Result<Self, VisualizeError> {
        let _ = (subject, muted, photo, recipe);
        todo!()
    }

    /// Does one step.  `cancelled` is asked between the layers of the network; a step that was cancelled has not happened.
    ///
    /// # Errors
    /// Those of the network, [`VisualizeError::is_cancelled`] among them.
    pub fn step(&mut self, cancelled: &dyn Fn() -> bool) -> Result<(), VisualizeError> {
        let _ = cancelled;
        todo!()
    }

    /// How far it is.
    pub fn progress(&self) -> DreamProgress {
        todo!()
    }

    /// Width and height of each octave, pixels, the smallest first.
    pub fn octaves(&self) -> &[[u32; 2]] {
        todo!()
    }

    /// Whether all steps are done.
    pub fn is_finished(&self) -> bool {
        todo!()
    }

    /// The dream as it is now, at the size of the octave under way.
    pub fn picture(&self) -> RgbImage {
        todo!()
    }

    /// How to dream.
    pub fn recipe(&self) -> &DreamRecipe {
        todo!()
    }

    /// What the picture says about itself in its file: `of`, `octaves`, `steps`, `strength`, `seed`, `size`, `weights_sha256`, `off`.
    pub fn provenance(&self) -> Vec<(&'static str, String)> {
        todo!()
    }
}
