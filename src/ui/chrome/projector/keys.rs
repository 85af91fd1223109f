//! The keys of a presentation.

use egui::Ui;

use crate::state::{Command, State};
use crate::ui::shortcuts;
use crate::ui::views::panel_on_screen;

/// Those that go before the keys of the views: present, black, spotlight, freeze, the next panel, zoom.
pub fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    zoom(ui, commands);
    let projector = &state.projector;
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
    if shortcuts::PRESENT.pressed(ui) || !ui.text_edit_focused() && shortcuts::PRESENT_LETTER.pressed(ui) {
        commands.push(Command::Present(!is_on));
    }
    if ui.text_edit_focused() {
        return;
    }
    let blacks = (is_on || state.is_lesson()) && shortcuts::BLACK.pressed(ui);
    if blacks {
        commands.push(Command::SetBlack(true));
    }
    if shortcuts::SPOTLIGHT.pressed(ui) {
        commands.push(Command::SetSpotlight(!projector.has_spotlight));
    }
    if is_on && state.abilities.has_second_window && shortcuts::PRESENTER.pressed(ui) {
        commands.push(Command::ShowPresenter(!projector.has_presenter));
    }
    if shortcuts::FREEZE.pressed(ui) {
        commands.push(Command::Freeze(!projector.is_frozen));
    }
    let has_focus = ui.memory(|memory| memory.focused().is_some());
    if is_on && !has_focus {
        // The key with Shift also counts as the key without.
        if shortcuts::PANEL_BEFORE.pressed(ui) {
            let before = panel_on_screen(state).parts.len().saturating_sub(1);
            commands.push(Command::ShowPanel(projector.panel + before));
        } else if shortcuts::NEXT_PANEL.pressed(ui) {
            commands.push(Command::ShowPanel(projector.panel + 1));
        }
    }
}

/// What Esc ends when nothing else on screen wanted it: the frozen picture, the spotlight, the presentation.
pub fn last_keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    let projector = &state.projector;
    let holds = projector.is_frozen || projector.has_spotlight || projector.is_on;
    if !holds || !shortcuts::ESCAPE.pressed(ui) {
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
    if shortcuts::LARGER.pressed(ui) {
        commands.push(Command::Zoom(1));
    }
    if shortcuts::SMALLER.pressed(ui) {
        commands.push(Command::Zoom(-1));
    }
    if shortcuts::AS_AT_FIRST.pressed(ui) {
        commands.push(Command::Zoom(0));
    }
}
