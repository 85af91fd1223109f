//! Shortcuts that work in every view.

use egui::{Key, PointerButton, Ui};

use super::rail::{ITEMS, wish_of};
use crate::app::{Command, Comparison, State, ThemeChoice};
use crate::spec::Modules;

const VIEW_KEYS: [Key; 6] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];

/// Shortcuts that work in every view.
pub(super) fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    ui.input_mut(|input| {
        if input.consume_key(egui::Modifiers::COMMAND, Key::O) {
            commands.push(Command::ChoosePhoto);
        }
        for (key, item) in VIEW_KEYS.into_iter().zip(ITEMS) {
            if input.consume_key(egui::Modifiers::NONE, key) {
                commands.push(wish_of(item, state));
            }
        }
        if input.consume_key(egui::Modifiers::NONE, Key::N) {
            commands.push(Command::SetModules(match state.modules {
                Modules::Reduced => Modules::Naive,
                Modules::Naive | Modules::NaiveStacked => Modules::Reduced,
            }));
        }
        // Before a class B is black.
        let other_photo = match state.projector.is_on || state.tour.is_some() {
            true => Key::A,
            false => Key::B,
        };
        if state.is_comparing() && input.consume_key(egui::Modifiers::NONE, other_photo) {
            commands.push(Command::Compare(match state.comparison {
                Comparison::Second => Comparison::First,
                Comparison::First | Comparison::Both | Comparison::Difference => Comparison::Second,
            }));
        }
        if !state.muted().is_empty() && input.consume_key(egui::Modifiers::NONE, Key::U) {
            commands.push(Command::ClearMuted);
        }
        if input.consume_key(egui::Modifiers::ALT, Key::ArrowLeft)
            || input.pointer.button_pressed(PointerButton::Extra1)
        {
            commands.push(Command::Back);
        }
        if input.consume_key(egui::Modifiers::ALT, Key::ArrowRight)
            || input.pointer.button_pressed(PointerButton::Extra2)
        {
            commands.push(Command::Forward);
        }
        if input.consume_key(egui::Modifiers::NONE, Key::T) {
            commands.push(Command::SetTheme(other_theme(state)));
        }
        let is_running = state.session.first.is_running() || state.session.second.is_running();
        if is_running && input.consume_key(egui::Modifiers::NONE, Key::Escape) {
            commands.push(Command::Cancel);
        }
    });
}

/// The theme that is not in use.
pub fn other_theme(state: &State) -> ThemeChoice {
    match state.settings.theme {
        ThemeChoice::Dark => ThemeChoice::Light,
        ThemeChoice::Light => ThemeChoice::Dark,
    }
}
