//! The box that a person draws around what decides.

use egui::{
    Color32, CursorIcon, Id, Key, Modifiers, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2,
};

use super::grip::Grip;
use crate::analysis::heatmaps::PixelBox;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::INPUT_SIDE;
use crate::state::{Command, HeatmapCommand};
use crate::ui::kit::{arrows_pressed, arrows_pressed_with, focus_ring, lock_arrows};
use crate::ui::style::size;
use crate::ui::views::classifiers::class_query::Board;

/// Side of a handle, points.
const HANDLE: f32 = 9.0;
/// How near a handle the pointer takes it, points.
const NEAR: f32 = 12.0;
/// Smallest box, pixels.
const LEAST: f64 = 8.0;
/// How far an arrow key moves it, pixels.
const STEP: f64 = 8.0;

/// Shows the box on the photo and lets it be drawn.
pub(super) fn region(ui: &Ui, rect: Rect, region: Option<PixelBox>, board: &mut Board<'_, '_>) {
    let response = ui.interact(rect, Id::unique("heatmap-box"), Sense::click_and_drag());
    let words = match region {
        Some(region) => tr_with("heatmaps-box", &[("share", percent(region.share()))]),
        None => tr("heatmaps-box-none"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &words));
    let pixel = |place: Pos2| -> [f64; 2] {
        let place = (place - rect.min) / rect.width() * INPUT_SIDE as f32;
        [place.x, place.y].map(|value| f64::from(value).clamp(0.0, INPUT_SIDE as f64))
    };
    if let Some(region) = region {
        paint(ui, on_screen(rect, region));
    }
    let origin = ui.input(|input| input.pointer.press_origin());
    if response.drag_started()
        && let Some(origin) = origin
    {
        board.scene.grip = Some(grip(region, rect, origin, pixel(origin)));
    }
    if let (true, Some(grip), Some(pointer)) = (response.dragged(), board.scene.grip, response.interact_pointer_pos()) {
        send(board, Some(dragged(grip, pixel(pointer))));
    }
    if response.drag_stopped() {
        board.scene.grip = None;
    }
    if response.hovered() {
        ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
    }
    if response.has_focus() {
        lock_arrows(ui, response.id);
        by_keyboard(ui, region, board);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, board.look.theme);
}

fn send(board: &mut Board<'_, '_>, region: Option<PixelBox>) {
    board.commands.push(Command::Heatmaps(HeatmapCommand::Box(region)));
}

/// Arrows move it, with Shift its right bottom; Delete takes it away; Enter draws one in the middle.
fn by_keyboard(ui: &Ui, region: Option<PixelBox>, board: &mut Board<'_, '_>) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let side = INPUT_SIDE as f64;
    let Some(mut now) = region else {
        if pressed(Key::Enter) {
            send(board, Some(PixelBox { x: side / 4.0, y: side / 4.0, width: side / 2.0, height: side / 2.0 }));
        }
        return;
    };
    if pressed(Key::Delete) || pressed(Key::Backspace) {
        return send(board, None);
    }
    let [wide, high] = arrows_pressed_with(ui, Modifiers::SHIFT).map(|step| step as f64 * STEP);
    let [right, down] = arrows_pressed(ui).map(|step| step as f64 * STEP);
    if [wide, high, right, down] == [0.0; 4] {
        return;
    }
    now.width = (now.width + wide).clamp(LEAST, side - now.x);
    now.height = (now.height + high).clamp(LEAST, side - now.y);
    now.x = (now.x + right).clamp(0.0, side - now.width);
    now.y = (now.y + down).clamp(0.0, side - now.height);
    send(board, Some(now));
}

/// Where it lies on the screen.
pub(super) fn on_screen(rect: Rect, region: PixelBox) -> Rect {
    let scale = rect.width() / INPUT_SIDE as f32;
    let corner = rect.min + vec2(region.x as f32, region.y as f32) * scale;
    Rect::from_min_size(corner, vec2(region.width as f32, region.height as f32) * scale)
}

fn handles(shown: Rect) -> [(Pos2, [f32; 2]); 8] {
    [[0.0, 0.0], [0.5, 0.0], [1.0, 0.0], [0.0, 0.5], [1.0, 0.5], [0.0, 1.0], [0.5, 1.0], [1.0, 1.0]]
        .map(|[x, y]| (shown.min + Vec2::new(x, y) * shown.size(), [x, y]))
}

fn paint(ui: &Ui, shown: Rect) {
    let painter = ui.painter();
    painter.rect_stroke(shown, 0.0, Stroke::new(4.0, Color32::from_black_alpha(150)), StrokeKind::Middle);
    painter.rect_stroke(shown, 0.0, Stroke::new(2.0, Color32::WHITE), StrokeKind::Middle);
    for (place, _) in handles(shown) {
        let handle = Rect::from_center_size(place, Vec2::splat(HANDLE));
        let edge = Stroke::new(1.0, Color32::BLACK);
        painter.rect(handle, 1.0, Color32::WHITE, edge, StrokeKind::Outside);
    }
}

/// What is taken hold of there.
fn grip(region: Option<PixelBox>, rect: Rect, place: Pos2, pixel: [f64; 2]) -> Grip {
    let new = Grip::Edges { from: pixel, to: pixel, moves: [true, true] };
    let Some(region) = region else { return new };
    let shown = on_screen(rect, region);
    let near = handles(shown).into_iter().find(|(handle, _)| handle.distance(place) <= NEAR);
    let ([left, top], [right, bottom]) = ([region.x, region.y], [region.x + region.width, region.y + region.height]);
    match near {
        Some((_, [x, y])) => {
            let [from_x, to_x] = if x == 0.0 { [right, left] } else { [left, right] };
            let [from_y, to_y] = if y == 0.0 { [bottom, top] } else { [top, bottom] };
            Grip::Edges { from: [from_x, from_y], to: [to_x, to_y], moves: [x != 0.5, y != 0.5] }
        }
        None if shown.contains(place) => {
            Grip::Whole { held: [pixel[0] - left, pixel[1] - top], size: [region.width, region.height] }
        }
        None => new,
    }
}

/// The box while the pointer is there.
fn dragged(grip: Grip, pixel: [f64; 2]) -> PixelBox {
    let side = INPUT_SIDE as f64;
    match grip {
        Grip::Edges { from, mut to, moves } => {
            for axis in 0..2 {
                if moves[axis] {
                    to[axis] = pixel[axis];
                }
            }
            let start = [0, 1].map(|axis| from[axis].min(to[axis]).min(side - LEAST));
            let length = [0, 1].map(|axis| (from[axis] - to[axis]).abs().max(LEAST).min(side - start[axis]));
            PixelBox { x: start[0], y: start[1], width: length[0], height: length[1] }
        }
        Grip::Whole { held, size } => {
            let start = [0, 1].map(|axis| (pixel[axis] - held[axis]).clamp(0.0, side - size[axis]));
            PixelBox { x: start[0], y: start[1], width: size[0], height: size[1] }
        }
    }
}
