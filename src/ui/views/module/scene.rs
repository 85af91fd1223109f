//! What a person arranged in the module view.

use super::detail::Walk;
use super::facts::Facts;
use super::tiles::Tiles;
use crate::ui::views::contribution;

/// What a person arranged in the module view.
#[derive(Default)]
pub struct ModuleScene {
    pub(super) facts: Option<Facts>,
    pub(super) tiles: Tiles,
    /// Whether the naive cost is that in a stack of nine.
    pub(super) stacked: bool,
    /// Whether the curve shows multiply-accumulates instead of channels.
    pub(super) growth_of_macs: bool,
    /// Where two cards share a place: whether the second one is shown.
    pub(super) second_card: bool,
    /// Which card about contributions is shown.
    pub(super) contribution: contribution::Card,
    /// Where the tools look; forgotten when none is open.
    pub(super) walk: Walk,
}

impl ModuleScene {
    /// Forgets what was worked out in another language.
    pub fn forget_words(&mut self) {
        self.facts = None;
    }
}

/// What a part of the view asked of the view.
#[derive(Default)]
pub(super) struct Asked {
    /// Walk through this 1x1.
    pub(super) walk: Option<String>,
}
