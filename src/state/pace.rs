//! How many steps are done of all that is made step by step.

use crate::analysis::heatmaps::Effort;
use crate::platform;
use crate::visualize::rebuild::STEPS as REBUILD_STEPS;
use crate::visualize::{FINER_STEPS, PREVIEW_STEPS};

/// With this variable of the environment, or of a page's address, pictures and dreams take so many steps in place of the usual ones:
/// golden pictures are drawn in seconds.
const STEPS_VARIABLE: &str = "INCEPTION_LENS_STEPS";

/// How many steps are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Pace {
    /// Of the picture that is looked at, at first.
    pub preview: usize,
    /// Of the same where a finer one is wanted.
    pub finer: usize,
    /// Of a tile.
    pub tile: usize,
    /// Of each octave of a dream.
    pub dream: usize,
    /// How much is done for heatmaps.
    pub heatmaps: Effort,
    /// Of a fooled photo, at most.
    pub fool: usize,
    /// Of a rebuilt photo, at first; going on does as many more.
    pub rebuild: usize,
    /// Photos of an album that run once more, at most, where two networks are compared or branches are switched off.
    pub album: usize,
    /// Whether tiles out of sight are left out.
    pub only_visible: bool,
}

/// The same where nobody watches it grow.
const ALBUM_OF_A_STILL: usize = 96;

impl Default for Pace {
    fn default() -> Self {
        Self {
            preview: PREVIEW_STEPS,
            finer: FINER_STEPS,
            tile: 96,
            dream: 10,
            heatmaps: Effort::FULL,
            fool: usize::MAX,
            rebuild: REBUILD_STEPS,
            album: usize::MAX,
            only_visible: false,
        }
    }
}

impl Pace {
    /// For a picture of the window: the tiles in sight, rough.
    pub(crate) fn of_a_still(self) -> Self {
        Self { tile: self.tile.min(16), album: self.album.min(ALBUM_OF_A_STILL), only_visible: true, ..self }
    }

    /// The usual one, or that of `STEPS_VARIABLE`.
    pub fn asked() -> Self {
        let steps = platform::variable(STEPS_VARIABLE).and_then(|steps| steps.parse().ok());
        steps.map_or_else(Self::default, |steps: usize| Self::short(steps.max(1)))
    }

    /// So few steps that a picture is done at once: for tests and golden pictures.
    pub fn short(steps: usize) -> Self {
        Self {
            preview: steps,
            finer: 2 * steps,
            tile: steps,
            dream: steps,
            heatmaps: Effort::ROUGH,
            fool: steps,
            rebuild: steps,
            album: (4 * steps).min(ALBUM_OF_A_STILL),
            only_visible: true,
        }
    }
}
