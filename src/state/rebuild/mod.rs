//! The photo rebuilt from what layers know of it: from the one that is looked at, and from five depths beside it.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | how to rebuild, and the pictures there are |
//! | `command` | what a person can ask for |
//! | `left` | what of the photo is left at a layer |
//! | `on_screen` | what of rebuilt photos is on screen |

mod command;
mod left;
pub(crate) mod on_screen;

use std::sync::Arc;

use super::looks_for::Making;
use crate::engine::{Muted, Rebuilt, Studio};
use crate::visualize::rebuild::{RebuildRecipe, Rebuilding};

pub use crate::spec::DEPTHS as REBUILD_DEPTHS;
pub use crate::visualize::rebuild::{STEPS as REBUILD_STEPS, UNSURE, can_rebuild};
pub use command::RebuildCommand;
pub use left::{Left, Loss, loss};

/// The five of the strip, positions in [`REBUILD_DEPTHS`].
pub const REBUILD_STRIP: [usize; 5] = [0, 3, 5, 8, 11];

/// The reduction that the lesson is about.
pub const LESSON_REDUCTION: &str = "inception3a.branch3.0";

/// Pictures that are kept, each less than a megabyte.
pub(crate) const KEPT: usize = 12;

/// Pictures that can be gone on with, each with numbers of some 10 megabytes; older ones begin anew.
const KEPT_UNDER_WAY: usize = 6;

/// How to rebuild; the layer and the channel are those of the selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RebuildWishes {
    /// Whether from one channel, or from the whole layer.
    pub is_one_channel: bool,
    /// Which noise.
    pub seed: u64,
}

/// All that a picture depends on but its recipe.
#[derive(Clone, PartialEq)]
pub(crate) struct Model {
    pub(crate) weights: String,
    pub(crate) photo: u64,
    pub(crate) muted: Muted,
}

/// A picture of this photo.
#[derive(Clone)]
pub struct RebuildEntry {
    pub(crate) model: Model,
    /// From what.
    pub recipe: RebuildRecipe,
    /// As far as it is.
    pub rebuilt: Option<Arc<Rebuilt>>,
    /// How far that is.
    pub making: Making,
    /// Steps after which it is done.
    pub steps: usize,
    pub(crate) studio: Studio<Rebuilding>,
}

/// Everything about photos that are rebuilt.
#[derive(Clone, Default)]
pub struct Rebuilds {
    /// How.
    pub wishes: RebuildWishes,
    /// The latest asked for first.
    pub(crate) entries: Vec<RebuildEntry>,
    /// The studio of the picture that is looked at.
    pub(crate) shown: Studio<Rebuilding>,
    /// Whether others are on their way.
    pub(crate) others_run: bool,
}

impl Rebuilds {
    /// The picture that is looked at; `None` before it was asked for.
    pub fn shown(&self) -> Option<&RebuildEntry> {
        self.entries.iter().find(|entry| entry.studio.is_same(&self.shown))
    }

    /// One of the same photo by its recipe.
    pub fn of(&self, recipe: &RebuildRecipe) -> Option<&RebuildEntry> {
        let model = &self.shown()?.model;
        self.entries.iter().find(|entry| entry.model == *model && entry.recipe == *recipe)
    }

    /// What there is of it.
    pub fn rebuilt(&self, recipe: &RebuildRecipe) -> Option<&Arc<Rebuilt>> {
        self.of(recipe)?.rebuilt.as_ref()
    }

    /// Whether any is on its way.
    pub fn is_running(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.making, Making::Running))
    }

    pub(crate) fn entry_mut(&mut self, studio: &Studio<Rebuilding>) -> Option<&mut RebuildEntry> {
        self.entries.iter_mut().find(|entry| entry.studio.is_same(studio))
    }

    /// Lets go of the numbers of pictures that rest, but for those asked for last and the one that is looked at; pictures stay.
    pub(crate) fn let_go(&mut self) {
        let shown = &self.shown;
        let rests = |entry: &&mut RebuildEntry| {
            let is_running = matches!(entry.making, Making::Running);
            entry.rebuilt.is_some() && !is_running && !entry.studio.is_same(shown)
        };
        for entry in self.entries.iter_mut().filter(rests).skip(KEPT_UNDER_WAY) {
            entry.studio = Studio::empty();
        }
    }
}
