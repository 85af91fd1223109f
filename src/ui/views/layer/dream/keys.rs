//! The keys of the dream.

use egui::Ui;

use super::head::name_of;
use crate::state::{Arrangement, Command, DEPTHS, DreamCommand, DreamWishes, LayerPane, Making};
use crate::ui::kit::arrows_pressed;
use crate::ui::shortcuts;
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::keys::panes;

/// Carries out what was typed.
pub(super) fn keys(ui: &Ui, seen: &LayerContext<'_>, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    let state = seen.state;
    if shortcuts::NEW_SEED.pressed(ui) {
        let wishes = state.dreams.wishes;
        commands.push(Command::Dream(DreamCommand::Change(DreamWishes { seed: wishes.seed + 1, ..wishes })));
    }
    if shortcuts::OPEN_DREAM.pressed(ui) && state.dreams.drawn().is_some() {
        commands.push(Command::Dream(DreamCommand::Open(name_of(state))));
    }
    panes(ui, seen, commands);
    if shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::Arrange(Arrangement { pane: LayerPane::LooksFor, ..state.arrangement }));
    }
    // A control that has the keyboard keeps its own space bar and arrows.
    if ui.memory(egui::Memory::focused).is_some() {
        return;
    }
    if shortcuts::STOP_DREAM.pressed(ui) {
        match state.dreams.shown().map(|entry| &entry.making) {
            Some(Making::Running) => commands.push(Command::Dream(DreamCommand::Stop)),
            Some(Making::Stopped | Making::Failed(_)) => commands.push(Command::Dream(DreamCommand::GoOn)),
            Some(Making::Idle | Making::Done) | None => {}
        }
    }
    let [right, _] = arrows_pressed(ui);
    let depth = DEPTHS.iter().position(|layer| *layer == seen.layer.name);
    let next = match (depth, right) {
        (_, 0) => None,
        (Some(depth), step) => depth.checked_add_signed(step).filter(|&next| next < DEPTHS.len()),
        // Beside the ten: the nearest of its module, else the first.
        (None, _) => DEPTHS.iter().position(|layer| seen.layer.name.starts_with(layer)).or(Some(0)),
    };
    if let Some(next) = next {
        commands.push(Command::SelectLayer(DEPTHS[next].to_owned()));
    }
}
