//! What a person moved among trays.

use egui::{Pos2, Rect};

use super::held::Held;
use crate::state::TrayTarget;

/// What is typed, dragged and pointed at.
#[derive(Default)]
pub(in crate::ui::views::album) struct TeachScene {
    /// Where dropped photos go, the innermost first.
    pub(super) targets: Vec<(Rect, TrayTarget)>,
    /// The name that is being typed, and of which tray.
    pub(super) typed: Option<(u64, String)>,
    /// A few letters of a folder's name, in the list of the album's.
    pub(super) wanted_folder: String,
    /// In a narrow window: whether the trays are covered by what they taught.
    pub(super) shows_live: bool,
    /// The camera that is held.
    pub(super) held: Option<Held>,
}

impl TeachScene {
    /// The tray under the pointer.
    pub(in crate::ui::views::album) fn target(&self, place: Pos2) -> Option<TrayTarget> {
        self.targets.iter().find(|(rect, _)| rect.contains(place)).map(|(_, target)| *target)
    }
}
