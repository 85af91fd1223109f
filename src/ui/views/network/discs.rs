//! How alike two networks are at each depth: a disc at the tile, filled so far, with a tick where two random networks are.

use std::f32::consts::TAU;

use egui::{Color32, Mesh, Pos2, Role, Stroke, Ui, vec2};

use super::plan::Node;
use super::sheet::Sheet;
use crate::engine::Depths;
use crate::locale::format::fixed;
use crate::locale::text::tr_with;
use crate::spec::DEPTHS;
use crate::ui::kit::paint::spoken;

/// Radius of a disc at 100 %, points.
const RADIUS: f32 = 8.0;
/// What the tick has around the disc, points.
const MARGIN: f32 = 4.0;
/// Width of the outline, points.
const OUTLINE: f32 = 1.2;
/// Width of the tick, points.
const TICK: f32 = 1.8;
/// Points of a whole circle.
const SEGMENTS: usize = 48;

/// The disc of a node, at the upper right corner of its tile.
pub fn disc(ui: &Ui, sheet: &Sheet<'_>, node: &Node, depths: &Depths) {
    let Some(depth) = DEPTHS.iter().position(|&depth| depth == node.layer) else { return };
    let value = |values: &[Option<f64>]| values.get(depth).copied().flatten();
    let (Some(similarity), Some(tile)) = (value(&depths.similarity), sheet.tile(node)) else { return };
    let radius = RADIUS * sheet.camera.zoom().clamp(0.6, 1.5);
    let middle = tile.right_top() + vec2(-0.2 * radius, 0.2 * radius);
    let theme = sheet.theme;
    let painter = &sheet.painter;
    painter.circle(middle, radius + MARGIN, theme.bg0, Stroke::NONE);
    let share = similarity.clamp(0.0, 1.0) as f32;
    painter.add(sector(middle, radius, share, theme.hi));
    painter.circle_stroke(middle, radius, Stroke::new(OUTLINE, theme.mid));
    if let Some(random) = value(&depths.random) {
        let at = |radius: f32| on_circle(middle, radius, random.clamp(0.0, 1.0) as f32);
        painter.line_segment([at(radius), at(radius + MARGIN)], Stroke::new(TICK, theme.mid));
    }
    let words = tr_with("networks-disc", &[("layer", node.name.clone()), ("value", fixed(similarity, 2))]);
    let place = egui::Rect::from_center_size(middle, vec2(2.0, 2.0) * (radius + MARGIN));
    spoken(ui, place, Role::Label, &words);
}

/// The filled share of a disc, from the top clockwise: a fan, since one of more than half is not convex.
fn sector(middle: Pos2, radius: f32, share: f32, color: Color32) -> Mesh {
    let steps = (share * SEGMENTS as f32).ceil() as u32;
    let mut fan = Mesh::default();
    fan.colored_vertex(middle, color);
    for step in 0..=steps {
        fan.colored_vertex(on_circle(middle, radius, share * step as f32 / steps.max(1) as f32), color);
    }
    (1..=steps).for_each(|step| fan.add_triangle(0, step, step + 1));
    fan
}

/// A place on a circle, 0 at the top, clockwise to 1.
fn on_circle(middle: Pos2, radius: f32, share: f32) -> Pos2 {
    let (sine, cosine) = (share * TAU).sin_cos();
    middle + vec2(sine, -cosine) * radius
}
