//! One map over all of the canvas: a double click on a tile, or Enter, opens it; Esc or a double click brings the tiles back.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::areas::Areas;
use super::arithmetic::inspector;
use super::context::LayerContext;
use super::picture::GAP;
use super::scene::LayerScene;
use super::{channel, legend, picture};
use crate::locale::text::tr;
use crate::state::Command;
use crate::ui::kit::Button;
use crate::ui::look::Look;
use crate::ui::style::size;

/// Height of the colour bar below the picture, points.
const LEGEND: f32 = 56.0;
/// Widest colour bar.
const BAR: f32 = 360.0;
/// Width of the switch between map and photo, with the slider beside it.
const MODES: f32 = 296.0;

/// Shows the map at the left, the arithmetic of its cell at the right.
pub(super) fn filled(
    ui: &mut Ui,
    canvas: Rect,
    areas: &Areas,
    seen: &mut LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let inspected = Rect::from_min_max(pos2(canvas.right() - size::INSPECTOR_WIDTH, canvas.top()), canvas.max);
    let body = Rect::from_min_max(
        pos2(areas.main.left(), areas.controls.top()),
        pos2(inspected.left() - size::SPACE_24, canvas.bottom()),
    );
    let row = body.with_max_y(body.top() + size::CONTROL_HEIGHT);
    head(ui, row, seen, scene, look);
    let room = Rect::from_min_max(pos2(body.left(), row.bottom() + 14.0), body.max - vec2(0.0, LEGEND + 14.0));
    let sides = seen.sides().count() as f32;
    let width = (room.width() - GAP * (sides - 1.0)) / sides;
    let side = width.min(room.height()).floor();
    let extent = vec2(side * sides + GAP * (sides - 1.0), side);
    let square = Rect::from_min_size(room.min, extent);
    seen.focus.hovered = picture::picture(ui, square, seen, scene, look, commands);
    let corner = pos2(body.left(), square.bottom() + 14.0);
    let bar = Rect::from_min_size(corner, vec2(extent.x.min(BAR), LEGEND));
    ui.scope_builder(UiBuilder::new().max_rect(bar), |ui| {
        legend::color_bar(ui, seen, false, look.theme);
    });
    inspector(ui, inspected, seen, scene, look, commands);
}

/// The way back, what is drawn over what, and which channel it is.
fn head(ui: &mut Ui, row: Rect, seen: &LayerContext<'_>, scene: &mut LayerScene, look: &Look<'_>) {
    let builder = UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center));
    let right = ui
        .scope_builder(builder, |ui| {
            let back = tr("layer-all-channels");
            if ui.add(Button::plain(look.theme, &back)).clicked() {
                scene.is_filled = false;
                scene.reveal = true;
            }
            ui.min_rect().right()
        })
        .inner;
    let modes = Rect::from_min_size(pos2(right + size::SPACE_12, row.top()), vec2(MODES, row.height()));
    channel::modes(ui, modes, seen, scene, look.theme);
    let title = row.with_min_x(modes.right() + size::SPACE_24);
    channel::header(ui, title, seen, look.theme);
}
