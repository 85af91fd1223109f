//! The keys of a rebuilt photo.

use egui::Ui;

use crate::state::{Arrangement, Command, LayerPane, Making, REBUILD_DEPTHS, RebuildCommand, RebuildWishes};
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
        let wishes = state.rebuilds.wishes;
        let command = RebuildCommand::Change(RebuildWishes { seed: wishes.seed + 1, ..wishes });
        commands.push(Command::Rebuild(command));
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
        match state.rebuilds.shown().map(|entry| &entry.making) {
            Some(Making::Running) => commands.push(Command::Rebuild(RebuildCommand::Stop)),
            Some(Making::Stopped | Making::Failed(_)) => commands.push(Command::Rebuild(RebuildCommand::GoOn)),
            Some(Making::Idle | Making::Done) | None => {}
        }
    }
    let [right, _] = arrows_pressed(ui);
    let depth = super::depth::place(&seen.layer.name);
    let next = match right {
        0 => None,
        step => depth.checked_add_signed(step).filter(|&next| next < REBUILD_DEPTHS.len()),
    };
    if let Some(next) = next {
        commands.push(Command::SelectLayer(REBUILD_DEPTHS[next].to_owned()));
    }
}
