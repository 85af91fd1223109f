//! A channel pipe: a ribbon as thick as it has channels.

use egui::epaint::Mesh;
use egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, pos2, vec2};

/// One end of a pipe: the middle of its cut, and the cut's height, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Knot {
    /// Where the cut is.
    pub x: f32,
    /// The middle of the cut.
    pub y: f32,
    /// The height of the cut; drawn at least [`THINNEST`].
    pub height: f32,
}

/// The least height a pipe is drawn with, in points, however few channels it has.
pub const THINNEST: f32 = 2.5;

const SEGMENTS: usize = 24;

/// Draws a pipe from one knot to another, leaving and arriving horizontally.
///
/// A mesh has no feathering of its own, so the strip has a rim one pixel wide that fades out; unlike a stroke along the
/// edge it also suits a translucent `color`.
pub fn paint_pipe(painter: &Painter, from: Knot, to: Knot, color: Color32) {
    let half_rim = 0.5 / painter.pixels_per_point();
    let mut mesh = Mesh::default();
    let is_straight = from.y == to.y && from.height.max(THINNEST) == to.height.max(THINNEST);
    let segments = if is_straight { 1 } else { SEGMENTS };
    for step in 0..=segments {
        let share = step as f32 / segments as f32;
        let [top, bottom] = [-0.5, 0.5].map(|side| edge(from, to, side, share));
        let rim = |(_, normal): (Pos2, Vec2)| normal * half_rim;
        mesh.colored_vertex(top.0 - rim(top), Color32::TRANSPARENT);
        mesh.colored_vertex(top.0 + rim(top), color);
        mesh.colored_vertex(bottom.0 - rim(bottom), color);
        mesh.colored_vertex(bottom.0 + rim(bottom), Color32::TRANSPARENT);
        if step > 0 {
            let here = 4 * step as u32;
            for row in here..here + 3 {
                mesh.add_triangle(row - 4, row - 3, row);
                mesh.add_triangle(row, row - 3, row + 1);
            }
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// Draws the dashed edges of a pipe through which nothing flows.
pub fn paint_hollow_pipe(painter: &Painter, from: Knot, to: Knot, stroke: Stroke) {
    for side in [-0.5, 0.5] {
        let at = |step: usize| edge(from, to, side, step as f32 / SEGMENTS as f32).0;
        let points: Vec<Pos2> = (0..=SEGMENTS).map(at).collect();
        painter.extend(Shape::dashed_line(&points, stroke, 4.0, 3.0));
    }
}

/// A point of the upper (`side` -0.5) or lower (0.5) edge, and the unit vector there that points down and across it.
fn edge(from: Knot, to: Knot, side: f32, share: f32) -> (Pos2, Vec2) {
    let end = |knot: Knot| pos2(knot.x, knot.y + side * knot.height.max(THINNEST));
    let (start, end) = (end(from), end(to));
    let middle = (start.x + end.x) / 2.0;
    let (rest, run) = (1.0 - share, end - start);
    // A cubic Bézier curve whose inner control points lie at half the way, level with the ends.
    let inner = 3.0 * rest * share;
    let x = rest.powi(3) * start.x + inner * middle + share.powi(3) * end.x;
    let y = start.y + run.y * share * share * (3.0 - 2.0 * share);
    let slope_x = 1.5 * run.x * (rest * rest + share * share);
    let slope_y = 6.0 * run.y * rest * share;
    (pos2(x, y), vec2(-slope_y, slope_x).normalized())
}
