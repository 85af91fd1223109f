//! A class points at a place in a picture: each cell of a grid is a button; the one that was guessed is marked with a circle.

use egui::{Color32, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::focus_ring;
use crate::ui::style::{Theme, size};

/// Shows the grid over what is already drawn in `rect`; `name` says what a screen reader calls a cell, given as row and column.
/// Returns the cell that was clicked.
pub fn point_at(
    ui: &Ui,
    rect: Rect,
    side: usize,
    guessed: Option<[usize; 2]>,
    name: &dyn Fn([usize; 2]) -> String,
    theme: &Theme,
) -> Option<[usize; 2]> {
    let mut clicked = None;
    for index in 0..side * side {
        let place = [index / side, index % side];
        let cell = cell_of(rect, side, place);
        let response = ui.interact(cell, ui.scope_id().with(("point-at", index)), Sense::click());
        response
            .widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), guessed == Some(place), name(place)));
        let line = Stroke::new(size::hairline(), Color32::from_white_alpha(110));
        ui.painter().rect_stroke(cell, 0.0, line, StrokeKind::Inside);
        if response.hovered() {
            ui.painter().rect_filled(cell, 0.0, Color32::from_white_alpha(50));
        }
        focus_ring(ui, &response, 0.0, theme);
        if response.clicked() {
            clicked = Some(place);
        }
    }
    guess_mark(ui.painter(), rect, side, guessed);
    clicked
}

/// Marks the guessed cell of a grid, where there is one.
pub fn guess_mark(painter: &Painter, rect: Rect, side: usize, guessed: Option<[usize; 2]>) {
    let Some(place) = guessed else { return };
    let cell = cell_of(rect, side, place);
    let radius = (cell.width() * 0.36).max(5.0);
    painter.circle_stroke(cell.center(), radius, Stroke::new(5.0, Color32::from_black_alpha(190)));
    painter.circle_stroke(cell.center(), radius, Stroke::new(2.5, Color32::WHITE));
}

fn cell_of(rect: Rect, side: usize, [row, column]: [usize; 2]) -> Rect {
    let pitch = rect.width() / side as f32;
    Rect::from_min_size(rect.min + vec2(column as f32, row as f32) * pitch, Vec2::splat(pitch))
}
