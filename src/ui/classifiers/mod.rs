//! The three heads and what is behind their answers.

use egui::Ui;

use super::look::Look;
use crate::app::{ClassifiersTab, Command, State};

/// What is hovered.
#[derive(Default)]
pub struct ClassifiersScene {}

/// Draws the view.
pub fn classifiers(
    _ui: &mut Ui,
    _state: &State,
    _tab: ClassifiersTab,
    _scene: &mut ClassifiersScene,
    _look: &mut Look<'_>,
    _commands: &mut Vec<Command>,
) {
}
