//! Whose photos these are, what is kept of them, and how to forget it.

use egui::Ui;

use crate::app::{Command, State};
use crate::ui::style::Theme;

/// The window, while it is open.
pub(super) fn window(_ui: &Ui, _state: &State, _theme: &Theme, _commands: &mut Vec<Command>) {}
