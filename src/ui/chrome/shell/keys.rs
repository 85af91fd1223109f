//! Shortcuts that work in every view.

use egui::{PointerButton, Ui};

use super::rail::{ITEMS, wish_of};
use crate::spec::Modules;
use crate::state::{Command, Comparison, State, ThemeChoice};
use crate::ui::shortcuts;

/// Shortcuts that work in every view.
pub(super) fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    ui.input_mut(|input| {
        // The keys for it come as an event: `app/clipboard`.
        if input.events.contains(&egui::Event::Copy) {
            commands.push(Command::CopyPicture);
        }
        if shortcuts::COPY_LINK.taken_from(input) {
            commands.push(Command::CopyLink);
        }
        if shortcuts::OPEN.taken_from(input) {
            commands.push(Command::ChoosePhoto);
        }
        for (view, item) in shortcuts::VIEWS.into_iter().zip(ITEMS) {
            if view.taken_from(input) {
                commands.push(wish_of(item, state));
            }
        }
        if shortcuts::NAIVE.taken_from(input) {
            commands.push(Command::SetModules(match state.modules {
                Modules::Reduced => Modules::Naive,
                Modules::Naive | Modules::NaiveStacked if state.view.why_not(Modules::Factorised).is_none() => {
                    Modules::Factorised
                }
                Modules::Naive | Modules::NaiveStacked | Modules::Factorised => Modules::Reduced,
            }));
        }
        // Before a class B is black.
        let other_photo = match state.projector.is_on || state.is_lesson() {
            true => shortcuts::OTHER_PHOTO_IN_CLASS,
            false => shortcuts::OTHER_PHOTO,
        };
        if state.is_comparing() && other_photo.taken_from(input) {
            commands.push(Command::Compare(match state.comparison {
                Comparison::Second => Comparison::First,
                Comparison::First | Comparison::Both | Comparison::Difference => Comparison::Second,
            }));
        }
        if !state.muted().is_empty() && shortcuts::UNMUTE.taken_from(input) {
            commands.push(Command::ClearMuted);
        }
        if shortcuts::BACK.taken_from(input) || input.pointer.button_pressed(PointerButton::Extra1) {
            commands.push(Command::Back);
        }
        if shortcuts::FORWARD.taken_from(input) || input.pointer.button_pressed(PointerButton::Extra2) {
            commands.push(Command::Forward);
        }
        if shortcuts::THEME.taken_from(input) {
            commands.push(Command::SetTheme(other_theme(state)));
        }
        let is_running = state.session.first.is_running() || state.session.second.is_running();
        if is_running && shortcuts::ESCAPE.taken_from(input) {
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
