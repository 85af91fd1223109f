//! What everything costs, with and without the 1x1 reductions.

use egui::Ui;

use super::look::Look;
use crate::app::{Command, CostTab, State};

/// What is hovered.
#[derive(Default)]
pub struct CostScene {}

/// Draws the view.
pub fn cost(
    _ui: &mut Ui,
    _state: &State,
    _tab: CostTab,
    _scene: &mut CostScene,
    _look: &mut Look<'_>,
    _commands: &mut Vec<Command>,
) {
}
