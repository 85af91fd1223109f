//! What was looked at, before and after now.

use super::state::Selection;
use super::view::{Arrangement, View};

/// Places that are remembered.
pub(crate) const KEPT: usize = 100;

/// What is looked at: the view, what is open in it, what is selected.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) view: View,
    pub(crate) arrangement: Arrangement,
    pub(crate) selection: Selection,
}

/// What was looked at, before and after now.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub(crate) back: Vec<Place>,
    pub(crate) forward: Vec<Place>,
}

impl History {
    /// How many places lie before now.
    pub(crate) fn steps(&self) -> usize {
        self.back.len()
    }

    /// What one click did is one step, however many commands it took; `before` is where it began.
    pub(crate) fn join_since(&mut self, before: usize) {
        self.back.truncate(before + 1);
        self.back.drain(..self.back.len().saturating_sub(KEPT));
    }
}
