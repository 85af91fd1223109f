//! A layer in the list.

use crate::ui::style::Hue;

/// A row of the list.
pub(super) struct Entry {
    /// The activation; absent for the title of a group.
    pub(super) layer: Option<String>,
    /// What is written.
    pub(super) words: String,
    /// What a screen reader says.
    pub(super) name: String,
    pub(super) channels: String,
    pub(super) hue: Hue,
}
