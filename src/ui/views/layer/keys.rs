//! The keys of the view.

use egui::{Key, Modifiers, Ui};

use super::arithmetic;
use super::context::LayerContext;
use super::controls::SORTS;
use super::mosaic::mosaic_id;
use super::mute;
use super::scene::LayerScene;
use crate::state::{Arrangement, Command, LayerPane, can_dream, can_look_for, can_rebuild};
use crate::ui::kit::{arrows_pressed, lock_arrows};
use crate::ui::shortcuts;

/// Carries out what was typed.
pub(super) fn keys(ui: &Ui, seen: &LayerContext<'_>, scene: &mut LayerScene, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    if shortcuts::SORT.pressed(ui) {
        let now = SORTS.iter().position(|&sort| sort == seen.state.settings.sort).unwrap_or(0);
        commands.push(Command::SetSort(SORTS[(now + 1) % SORTS.len()]));
    }
    if shortcuts::OVERLAY.pressed(ui) {
        scene.picture = scene.picture.next();
    }
    if shortcuts::MUTE.pressed(ui) {
        commands.push(mute::toggle(seen));
    }
    panes(ui, seen, commands);
    if shortcuts::INPUT_BEFORE.pressed(ui) {
        arithmetic::step(seen, scene, false);
    }
    if shortcuts::NEXT_INPUT.pressed(ui) {
        arithmetic::step(seen, scene, true);
    }
    if scene.is_filled && shortcuts::ESCAPE.pressed(ui) {
        scene.is_filled = false;
        scene.reveal = true;
    } else if seen.focus.cell.is_some() && shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::SelectCell(None));
    }
    arrows(ui, seen, scene, commands);
}

/// A key a pane, in all of them: to it, and from it back to the activations.
pub(super) fn panes(ui: &Ui, seen: &LayerContext<'_>, commands: &mut Vec<Command>) {
    let layer = seen.layer;
    let panes = [
        (shortcuts::KERNELS, LayerPane::Kernels, layer.op.has_weights()),
        (shortcuts::LOOKS_FOR, LayerPane::LooksFor, can_look_for(layer)),
        (shortcuts::DREAM, LayerPane::Dream, can_dream(layer)),
        (shortcuts::REBUILD, LayerPane::Rebuild, can_rebuild(layer)),
    ];
    for (shortcut, pane, can) in panes {
        let pane = if seen.pane() == pane { LayerPane::Activations } else { pane };
        if can && shortcut.pressed(ui) {
            commands.push(Command::Arrange(Arrangement { pane, ..seen.state.arrangement }));
        }
    }
}

/// The arrows walk through the tiles, and Enter lets one fill the canvas, unless another control has the keyboard.
fn arrows(ui: &Ui, seen: &LayerContext<'_>, scene: &mut LayerScene, commands: &mut Vec<Command>) {
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_some_and(|id| id != mosaic_id()) {
        return;
    }
    lock_arrows(ui, mosaic_id());
    if enter_typed(ui) && !seen.is_vector() {
        scene.is_filled = !scene.is_filled;
        scene.reveal = true;
    }
    let [right, down] = arrows_pressed(ui);
    if [right, down] == [0, 0] {
        return;
    }
    let order = &seen.subject.order;
    let now = order.iter().position(|&channel| channel == seen.focus.channel);
    // From the end of a row to the next row.
    let step = right + down * scene.columns as isize;
    let next = now.and_then(|now| now.checked_add_signed(step)).filter(|&next| next < order.len());
    if let Some(next) = next {
        commands.push(Command::SelectChannel(Some(order[next])));
        let cell = if seen.is_vector() { Some((0, 0)) } else { seen.focus.cell };
        if cell.is_some() {
            commands.push(Command::SelectCell(cell));
        }
        scene.reveal = true;
    }
}

/// Whether Enter was typed; then nobody else gets it.
pub(super) fn enter_typed(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
}
