//! Rectangles beside and between others: above one, right of words, where a row and a column cross, a picture's place.

use egui::{Align2, Rect, Vec2};

use super::area::Area;

/// A strip above a rectangle, as high as asked and as wide as that; the counterpart of [`beneath`](super::Area::beneath).
#[must_use]
pub fn above(rect: Rect, gap: f32, height: f32) -> Rect {
    let bottom = rect.top() - gap;
    Rect::from_x_y_ranges(rect.x_range(), bottom - height..=bottom)
}

/// What is right of the words, so far behind their end.
#[must_use]
pub fn right_of(row: Rect, words: Rect, gap: f32) -> Rect {
    row.with_min_x(words.right() + gap)
}

/// What is left of the words, so far before their beginning.
#[must_use]
pub fn left_of(row: Rect, words: Rect, gap: f32) -> Rect {
    row.with_max_x(words.left() - gap)
}

/// As wide as the column and as high as the row, wherever either begins and ends.
#[must_use]
pub fn crossing(column: Rect, row: Rect) -> Rect {
    Rect::from_x_y_ranges(column.x_range(), row.y_range())
}

/// The cell with number `place` of cells from the upper left corner on, `columns` in a row, which may reach beyond the lower
/// edge; `pitch` is how wide and high a cell is with the gap behind it, points.
#[must_use]
pub fn cell_in(area: Rect, place: usize, columns: usize, pitch: Vec2) -> Rect {
    area.row(place / columns, pitch.y).column(place % columns, pitch.x)
}

/// The largest rectangle of a picture's shape at an edge, in a corner or in the middle of a rectangle.
#[must_use]
pub fn of_shape(room: Rect, anchor: Align2, size_px: [u32; 2]) -> Rect {
    let shape = Vec2::from(size_px.map(|side| side.max(1) as f32));
    let scale = room.size() / shape;
    room.place(anchor, shape * scale.min_elem())
}
