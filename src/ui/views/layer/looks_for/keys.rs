//! The keys of the pane.

use egui::Ui;

use super::atlas::{Ordered, atlas_id};
use super::scene::LooksScene;
use crate::state::{Command, PictureCommand, TileOrder, Wishes};
use crate::ui::kit::{arrows_pressed, lock_arrows};
use crate::ui::shortcuts;
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::keys::{enter_typed, panes};

/// Carries out what was typed.
pub(super) fn keys(ui: &Ui, seen: &LayerContext<'_>, scene: &mut LooksScene, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    let looks_for = &seen.state.looks_for;
    if shortcuts::SORT.pressed(ui) {
        let place = TileOrder::ALL.iter().position(|&order| order == looks_for.order).unwrap_or(0);
        commands
            .push(Command::Picture(PictureCommand::SetTileOrder(TileOrder::ALL[(place + 1) % TileOrder::ALL.len()])));
    }
    if shortcuts::NEW_SEED.pressed(ui) {
        commands.push(Command::Picture(PictureCommand::Wish(Wishes {
            seed: looks_for.wishes.seed + 1,
            ..looks_for.wishes
        })));
    }
    panes(ui, seen, commands);
    if scene.is_filled && shortcuts::ESCAPE.pressed(ui) {
        scene.is_filled = false;
        scene.reveal = true;
    }
    arrows(ui, seen, scene, commands);
}

/// The arrows walk through the tiles, and Enter lets one fill the canvas, unless another control has the keyboard.
fn arrows(ui: &Ui, seen: &LayerContext<'_>, scene: &mut LooksScene, commands: &mut Vec<Command>) {
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_some_and(|id| id != atlas_id()) {
        return;
    }
    lock_arrows(ui, atlas_id());
    if enter_typed(ui) {
        scene.is_filled = !scene.is_filled;
        scene.reveal = true;
    }
    let [right, down] = arrows_pressed(ui);
    if [right, down] == [0, 0] {
        return;
    }
    let order = Ordered::of(seen).order;
    let place = order.iter().position(|&channel| channel == seen.focus.channel);
    let step = right + down * scene.columns as isize;
    let next = place.and_then(|place| place.checked_add_signed(step)).filter(|&next| next < order.len());
    if let Some(next) = next {
        commands.push(Command::SelectChannel(Some(order[next])));
        scene.reveal = true;
    }
}
