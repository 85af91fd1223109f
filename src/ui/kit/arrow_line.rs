//! An arrow from one thing to the next.

use egui::{Color32, Painter, Pos2, Shape, Stroke};

/// How far the line reaches into the head, so that no gap is seen between both, points.
const OVERLAP: f32 = 2.0;
/// Half of a head's width as a share of its length.
const HALF_WIDTH: f32 = 0.54;

/// A line of some width that ends in a filled head, so long, whose tip is the second point.
pub fn arrow_line(painter: &Painter, [from, to]: [Pos2; 2], width: f32, head: f32, ink: Color32) {
    let along = (to - from).normalized();
    let base = to - along * head;
    painter.line_segment([from, base + along * OVERLAP], Stroke::new(width, ink));
    let across = along.rot90() * head * HALF_WIDTH;
    painter.add(Shape::convex_polygon(vec![to, base + across, base - across], ink, Stroke::NONE));
}
