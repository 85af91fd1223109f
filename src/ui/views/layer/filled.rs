//! One map over all of the canvas: a double click on a tile, or Enter, opens it; Esc or a double click brings the tiles back.

use egui::{Align2, Rect, Ui, vec2};

use super::areas::Areas;
use super::arithmetic::inspector;
use super::context::LayerContext;
use super::picture::GAP;
use super::scene::LayerScene;
use super::{channel, legend, picture};
use crate::locale::text::tr;
use crate::state::Command;
use crate::ui::kit::{Area, Button, right_of, within};
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
    let mut body = canvas.with_min_x(areas.main.left()).with_min_y(areas.controls.top());
    body.take_right(size::INSPECTOR_WIDTH + size::SPACE_24);
    head(ui, body.take_top(size::CONTROL_HEIGHT), seen, scene, look);
    body.take_top(14.0);
    let room = body.without_bottom(LEGEND + 14.0);
    let sides = seen.sides().count() as f32;
    let width = (room.width() - GAP * (sides - 1.0)) / sides;
    let side = width.min(room.height()).floor();
    let square = room.place(Align2::LEFT_TOP, vec2(side * sides + GAP * (sides - 1.0), side));
    seen.focus.hovered = picture::picture(ui, square, seen, scene, look, commands);
    let bar = square.beneath(14.0, LEGEND).left_part(square.width().min(BAR));
    within(ui, bar, |ui| legend::color_bar(ui, seen, false, look.theme));
    inspector(ui, canvas.right_part(size::INSPECTOR_WIDTH), seen, scene, look, commands);
}

/// The way back, what is drawn over what, and which channel it is.
fn head(ui: &mut Ui, row: Rect, seen: &LayerContext<'_>, scene: &mut LayerScene, look: &Look<'_>) {
    let right = within(ui, row, |ui| {
        let back = tr("layer-all-channels");
        if ui.add(Button::plain(look.theme, &back)).clicked() {
            scene.is_filled = false;
            scene.reveal = true;
        }
        ui.min_rect().right()
    });
    let modes = row.with_min_x(right + size::SPACE_12).left_part(MODES);
    channel::modes(ui, modes, seen, scene, look.theme);
    let title = right_of(row, modes, size::SPACE_24);
    channel::header(ui, title, seen, look.theme);
}
