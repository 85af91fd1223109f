//! Why the auxiliary heads exist: how strongly each part of the network is told to change.

use egui::Ui;

use crate::app::{Command, State};
use crate::ui::look::Look;

/// What is hovered.
#[derive(Default)]
pub struct GradientsScene {}

/// Draws the tab.
pub fn gradients(
    _ui: &mut Ui,
    _state: &State,
    _scene: &mut GradientsScene,
    _look: &mut Look<'_>,
    _commands: &mut Vec<Command>,
) {
}
