//! The title of a view with what it is about behind it.

use egui::{Align2, Painter, Rect};

use super::area::Area;
use super::around::right_of;
use super::write::{Lines, write};
use crate::ui::style::{TextRole, Theme, size};

/// Writes both at the left of a row that ends where its controls begin; returns where the caption lies, `None` where it has no
/// room.
pub fn view_title(painter: &Painter, row: Rect, title: &str, caption: &str, theme: &Theme) -> Option<Rect> {
    let shown = write(painter, row, Align2::LEFT_CENTER, title, TextRole::ViewTitle, theme.hi);
    // Two points lower, so that small letters seem to stand on the line of the large ones.
    let room = right_of(row.without_top(4.0), shown, size::SPACE_16).without_right(size::SPACE_16);
    let caption = Lines::new(painter, caption, TextRole::Body, theme.low, f32::INFINITY);
    (caption.width() <= room.width()).then(|| caption.paint(painter, room, Align2::LEFT_CENTER))
}
