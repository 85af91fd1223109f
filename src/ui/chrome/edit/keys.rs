//! The keyboard: E opens and closes the panel, Ctrl+Z and Ctrl+Shift+Z undo and redo, comma and full stop size the brush.

use egui::{Popup, Ui};

use super::scene::EditScene;
use crate::state::{Command, State};
use crate::ui::shortcuts;

/// How much one press changes the brush.
const STEP: f32 = 1.25;

/// Carries out what was typed.
pub fn keys(ui: &Ui, state: &State, scene: &mut EditScene, commands: &mut Vec<Command>) {
    // Trays are taken back without a photo too.
    let has_steps = state.editing.can_undo() || state.editing.can_redo();
    if ui.text_edit_focused() || (state.shown().is_none() && !has_steps) {
        return;
    }
    let is_open = state.editing.is_open;
    // A menu that is open goes first.
    if is_open && !Popup::is_any_open(ui.ctx()) && shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::ShowEditor(false));
    }
    ui.input_mut(|input| {
        let can_open = is_open || state.shown().is_some();
        if can_open && shortcuts::EDITOR.taken_from(input) {
            commands.push(Command::ShowEditor(!is_open));
        }
        // With shift first: without it the shorter one would take both.
        if shortcuts::REDO.taken_from(input) {
            commands.push(Command::Redo);
        }
        if shortcuts::UNDO.taken_from(input) {
            commands.push(Command::Undo);
        }
        if is_open && shortcuts::BRUSH_SMALLER.taken_from(input) {
            scene.resize(1.0 / STEP);
        }
        if is_open && shortcuts::BRUSH_LARGER.taken_from(input) {
            scene.resize(STEP);
        }
    });
}
