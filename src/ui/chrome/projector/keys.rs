//! The keys of a presentation.

use egui::{Key, Modifiers, Ui};

use crate::app::{Command, State};
use crate::ui::Scene;

/// Those that go before the keys of the views: present, black, spotlight, freeze, the next panel, zoom.
pub fn keys(ui: &Ui, state: &State, scene: &Scene, commands: &mut Vec<Command>) {
    zoom(ui, commands);
    let projector = &state.projector;
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    // While the screen is black every key and click only brings the picture back.
    if projector.is_black {
        let is_anything = ui.input_mut(|input| {
            let is_key = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
            let any = input.events.iter().any(is_key) || input.pointer.any_pressed();
            input.events.retain(|event| !is_key(event));
            any
        });
        if is_anything {
            commands.push(Command::SetBlack(false));
        }
        return;
    }
    let is_on = projector.is_on;
    if pressed(Key::F5) || pressed(Key::F11) || !ui.text_edit_focused() && pressed(Key::P) {
        commands.push(Command::Present(!is_on));
    }
    if ui.text_edit_focused() {
        return;
    }
    let blacks = (is_on || state.tour.is_some()) && pressed(Key::B) || pressed(Key::Period);
    if blacks {
        commands.push(Command::SetBlack(true));
    }
    if pressed(Key::D) {
        commands.push(Command::SetSpotlight(!projector.has_spotlight));
    }
    if pressed(Key::Z) {
        commands.push(Command::Freeze(!projector.is_frozen));
    }
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    if is_on && !has_focus {
        // The key with Shift also counts as the key without.
        if ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Space)) {
            let before = super::panels(state, scene).len().saturating_sub(1);
            commands.push(Command::ShowPanel(projector.panel + before));
        } else if pressed(Key::Space) {
            commands.push(Command::ShowPanel(projector.panel + 1));
        }
    }
}

/// What Esc ends when nothing else on screen wanted it: the frozen picture, the spotlight, the presentation.
pub fn last_keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let projector = &state.projector;
    let holds = projector.is_frozen || projector.has_spotlight || projector.is_on;
    if !holds || !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return;
    }
    commands.push(if projector.is_frozen {
        Command::Freeze(false)
    } else if projector.has_spotlight {
        Command::SetSpotlight(false)
    } else {
        Command::Present(false)
    });
}

/// Ctrl and + − 0.
fn zoom(ui: &Ui, commands: &mut Vec<Command>) {
    let pressed = |key| {
        ui.input_mut(|input| {
            input.consume_key(Modifiers::COMMAND, key) || input.consume_key(Modifiers::COMMAND | Modifiers::SHIFT, key)
        })
    };
    if pressed(Key::Plus) || pressed(Key::Equals) {
        commands.push(Command::Zoom(1));
    }
    if pressed(Key::Minus) {
        commands.push(Command::Zoom(-1));
    }
    if pressed(Key::Num0) {
        commands.push(Command::Zoom(0));
    }
}
