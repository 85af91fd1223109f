//! The photo rebuilt from what layers know of it: from the one that is looked at, and from five depths beside it.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | how to rebuild, and how pictures are kept |
//! | `command` | what a person can ask for |
//! | `left` | what of the photo is left at a layer |
//! | `on_screen` | what of rebuilt photos is on screen |

mod command;
mod left;
pub(crate) mod on_screen;

use std::sync::Arc;

use super::shelf::{Made, Shelf};
use crate::engine::Rebuilt;
use crate::visualize::rebuild::{RebuildRecipe, Rebuilding};

pub use crate::spec::DEPTHS as REBUILD_DEPTHS;
pub use crate::visualize::rebuild::{STEPS as REBUILD_STEPS, UNSURE, can_rebuild};
pub use command::RebuildCommand;
pub use left::{Left, Loss, loss};

/// The five of the strip, positions in [`REBUILD_DEPTHS`].
pub const REBUILD_STRIP: [usize; 5] = [0, 3, 5, 8, 11];

/// The reduction that the lesson is about.
pub const LESSON_REDUCTION: &str = "inception3a.branch3.0";

/// How to rebuild; the layer and the channel are those of the selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RebuildWishes {
    /// Whether from one channel, or from the whole layer.
    pub is_one_channel: bool,
    /// Which noise.
    pub seed: u64,
}

/// The photo rebuilt.
pub type Rebuilds = Shelf<Rebuilt>;

impl Made for Rebuilt {
    type Recipe = RebuildRecipe;
    /// Steps after which it is done.
    type Wanted = usize;
    type Wishes = RebuildWishes;
    type Work = Rebuilding;
    /// Each is less than a megabyte.
    const KEPT: usize = 12;
    /// Each has numbers of some 10 megabytes.
    const KEPT_UNDER_WAY: usize = 6;
    const GOES_ON: bool = true;

    fn is_finished(&self) -> bool {
        self.is_finished
    }

    fn after(self: Arc<Self>, before: &Self) -> Arc<Self> {
        match (self.correlations, before.correlations) {
            (None, Some(correlations)) => Arc::new(Self { correlations: Some(correlations), ..Self::clone(&self) }),
            (Some(_), _) | (None, None) => self,
        }
    }
}
