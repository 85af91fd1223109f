//! Words in a size of their own: a result that grows with its card, a number that stands out, where no role has that size.

use egui::{Align2, Color32, FontId, Painter, Rect};

use super::area::Area;
use super::paint::fitted;
use crate::ui::style::Weight;

/// One line at an edge, in a corner or in the middle of a rectangle, as [`write`](super::write); returns where it lies.
pub fn write_sized(painter: &Painter, rect: Rect, anchor: Align2, words: &str, font: FontId, ink: Color32) -> Rect {
    painter.text(anchor.pos_in_rect(&rect), anchor, words, font, ink)
}

/// The same, smaller where the rectangle is too narrow, as [`write_fitted`](super::write_fitted).
pub fn write_sized_fitted(
    painter: &Painter,
    rect: Rect,
    anchor: Align2,
    words: &str,
    font: FontId,
    ink: Color32,
) -> Rect {
    let galley = fitted(painter, words, font, ink, rect.width());
    let place = rect.place(anchor, galley.size());
    painter.galley(place.min, galley, ink);
    place
}

/// How wide words are on one line, points.
pub fn width_of(painter: &Painter, words: &str, font: FontId) -> f32 {
    painter.layout_no_wrap(words.to_owned(), font, Color32::PLACEHOLDER).size().x
}

/// The result of a view as large as it fits: the first wording in the first size that has room, else the last wording in the
/// last size, which is kept for that.  Sizes are in points, largest first.
pub fn write_largest(
    painter: &Painter,
    rect: Rect,
    anchor: Align2,
    wordings: &[String],
    sizes: &[f32],
    ink: Color32,
) -> Rect {
    let (Some(shortest), Some((least, larger))) = (wordings.last(), sizes.split_last()) else {
        return rect.place(anchor, egui::Vec2::ZERO);
    };
    let font = |points: f32| Weight::SemiBold.size(points);
    let mut candidates = wordings.iter().flat_map(|words| larger.iter().map(move |&points| (words, points)));
    let fits = |(words, points): &(&String, f32)| width_of(painter, words, font(*points)) <= rect.width();
    let (words, points) = candidates.find(fits).unwrap_or((shortest, *least));
    write_sized(painter, rect, anchor, words, font(points), ink)
}
