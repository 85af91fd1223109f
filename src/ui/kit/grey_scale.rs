//! The scale of a difference of pictures, around grey.

use egui::{Align2, Color32, Mesh, Painter, Rect, Stroke, StrokeKind, pos2};

use super::paint::text;
use crate::ui::style::{TextRole, Theme, size};

/// From the lines' middle to the bar above it, points.
const TO_WORDS: f32 = 11.0;
/// The least gap between two words, points.
const GAP: f32 = 8.0;

/// A bar from black to white with a number at each end and, below grey, the word for no difference; a 0 where that has no room.
pub fn grey_scale(painter: &Painter, bar: Rect, ends: [String; 2], none: String, theme: &Theme) {
    let mut mesh = Mesh::default();
    for (x, color) in [(bar.left(), Color32::BLACK), (bar.right(), Color32::WHITE)] {
        mesh.colored_vertex(pos2(x, bar.top()), color);
        mesh.colored_vertex(pos2(x, bar.bottom()), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    painter.add(mesh);
    painter.rect_stroke(bar, 0.0, Stroke::new(size::hairline(), theme.line2), StrokeKind::Outside);
    let width = |words: &String| {
        let galley = painter.layout_no_wrap(words.clone(), TextRole::Tick.font(), Color32::PLACEHOLDER);
        galley.size().x
    };
    let [least, most] = ends;
    // The middle word stands in the middle: the wider end says how much is left.
    let beside = 2.0 * (width(&least).max(width(&most)) + GAP);
    let none = if beside + width(&none) <= bar.width() { none } else { "0".to_owned() };
    let ticks = [
        (bar.left(), Align2::LEFT_CENTER, least),
        (bar.center().x, Align2::CENTER_CENTER, none),
        (bar.right(), Align2::RIGHT_CENTER, most),
    ];
    for (x, anchor, words) in ticks {
        text(painter, pos2(x, bar.bottom() + TO_WORDS), anchor, &words, TextRole::Tick, theme.mid);
    }
}
