//! One picture over all of the canvas.

use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use super::curve;
use super::headline;
use super::picture;
use super::scene::LooksScene;
use super::wishes;
use crate::locale::text::tr;
use crate::state::Command;
use crate::ui::kit::Button;
use crate::ui::look::Look;
use crate::ui::style::size;
use crate::ui::views::layer::context::LayerContext;

/// Width of what stands beside the picture.
const SIDE: f32 = 340.0;

/// Shows the picture as large as it goes, its curve beside it.
pub(super) fn filled(
    ui: &mut Ui,
    canvas: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let body = canvas.with_min_y(canvas.top() + 46.0);
    let row = body.with_max_y(body.top() + size::CONTROL_HEIGHT);
    ui.scope_builder(UiBuilder::new().max_rect(row), |ui| {
        let back = tr("layer-all-channels");
        if ui.add(Button::plain(look.theme, &back)).clicked() {
            scene.is_filled = false;
            scene.reveal = true;
        }
    });
    let room = body.with_min_y(row.bottom() + size::SPACE_12);
    let side = room.height().min(room.width() - SIDE - size::SPACE_24).floor();
    let square = Rect::from_min_size(room.min, vec2(side, side));
    picture::picture(ui, square, seen, look, commands);
    let column = Rect::from_min_size(pos2(square.right() + size::SPACE_24, room.top()), vec2(SIDE, room.height()));
    let top = column.with_max_y(column.top() + 93.0);
    headline::headline(ui, top, seen, scene, look.theme, commands);
    let controls = Rect::from_min_size(pos2(column.left(), top.bottom()), vec2(SIDE, size::CONTROL_HEIGHT));
    wishes::wishes(ui, controls, seen.state, look.theme, commands);
    let chart = Rect::from_min_size(pos2(column.left(), controls.bottom() + size::SPACE_16), vec2(SIDE, 300.0));
    curve::curve(ui, chart.with_max_y(chart.bottom().min(column.bottom())), seen, look.theme);
}
