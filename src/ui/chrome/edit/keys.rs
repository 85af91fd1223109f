//! The keyboard: E opens and closes the panel, Ctrl+Z and Ctrl+Shift+Z undo and redo, comma and full stop size the brush.

use egui::{Key, Modifiers, Ui};

use super::scene::EditScene;
use crate::app::{Command, State};

/// How much one press changes the brush.
const STEP: f32 = 1.25;

/// Carries out what was typed.
pub fn keys(ui: &Ui, state: &State, scene: &mut EditScene, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() || state.shown().is_none() {
        return;
    }
    let is_open = state.editing.is_open;
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::E) {
            commands.push(Command::ShowEditor(!is_open));
        }
        // With shift first: without it the shorter one would take both.
        if input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)
            || input.consume_key(Modifiers::COMMAND, Key::Y)
        {
            commands.push(Command::Redo);
        }
        if input.consume_key(Modifiers::COMMAND, Key::Z) {
            commands.push(Command::Undo);
        }
        if is_open && input.consume_key(Modifiers::NONE, Key::Comma) {
            scene.resize(1.0 / STEP);
        }
        if is_open && input.consume_key(Modifiers::NONE, Key::Period) {
            scene.resize(STEP);
        }
    });
}
