//! One picture over all of the canvas.

use egui::{Align2, Rect, Ui};

use super::curve;
use super::headline;
use super::picture;
use super::scene::LooksScene;
use super::wishes;
use crate::locale::text::tr;
use crate::state::Command;
use crate::ui::kit::{Area, Button, within};
use crate::ui::look::Look;
use crate::ui::style::size;
use crate::ui::views::layer::context::LayerContext;

/// Height of the view's title with the gap below it.
const TITLE: f32 = 46.0;
/// Height of caption, headline and name.
const HEADLINE: f32 = 93.0;
/// Height of the chart with its words, where there is room.
const CURVE: f32 = 300.0;
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
    let mut body = canvas.without_top(TITLE);
    within(ui, body.take_top(size::CONTROL_HEIGHT), |ui| {
        let back = tr("layer-all-channels");
        if ui.add(Button::plain(look.theme, &back)).clicked() {
            scene.is_filled = false;
            scene.reveal = true;
        }
    });
    body.take_top(size::SPACE_12);
    let side = body.height().min(body.width() - SIDE - size::SPACE_24).floor();
    let square = body.square(Align2::LEFT_TOP, side);
    picture::picture(ui, square, seen, look, commands);
    let mut column = body.without_left(side + size::SPACE_24).left_part(SIDE);
    headline::headline(ui, column.take_top(HEADLINE), seen, scene, look.theme, commands);
    wishes::wishes(ui, column.take_top(size::CONTROL_HEIGHT), seen.state, look.theme, commands);
    column.take_top(size::SPACE_16);
    curve::curve(ui, column.top_part(CURVE.min(column.height())), seen, look.theme);
}
