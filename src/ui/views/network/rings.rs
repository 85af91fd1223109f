//! How alike two networks are at each depth: a ring at the tile, filled so far, with a tick where two random networks are.

use std::f32::consts::TAU;

use egui::{Pos2, Role, Shape, Stroke, Ui, vec2};

use super::plan::Node;
use super::sheet::Sheet;
use crate::engine::Depths;
use crate::locale::format::fixed;
use crate::locale::text::tr_with;
use crate::spec::DEPTHS;
use crate::ui::kit::paint::spoken;

/// Radius and width of a ring at 100 %, points.
const RADIUS: f32 = 9.0;
const WIDTH: f32 = 3.5;
/// Points of a whole circle.
const SEGMENTS: usize = 48;

/// The ring of a node, at the upper right corner of its tile.
pub fn ring(ui: &Ui, sheet: &Sheet<'_>, node: &Node, depths: &Depths) {
    let Some(depth) = DEPTHS.iter().position(|&depth| depth == node.layer) else { return };
    let value = |values: &[Option<f64>]| values.get(depth).copied().flatten();
    let (Some(similarity), Some(tile)) = (value(&depths.similarity), sheet.tile(node)) else { return };
    let scale = sheet.camera.zoom().clamp(0.6, 1.5);
    let (radius, width) = (RADIUS * scale, WIDTH * scale);
    let middle = tile.right_top() + vec2(-0.2 * radius, 0.2 * radius);
    let theme = sheet.theme;
    let painter = &sheet.painter;
    painter.circle(middle, radius + width, theme.bg0, Stroke::NONE);
    painter.circle_stroke(middle, radius, Stroke::new(width, theme.bar_track));
    let share = similarity.clamp(0.0, 1.0) as f32;
    let steps = (share * SEGMENTS as f32).ceil() as usize;
    let arc = (0..=steps).map(|step| on_ring(middle, radius, share * step as f32 / steps.max(1) as f32)).collect();
    painter.add(Shape::line(arc, Stroke::new(width, theme.hi)));
    if let Some(random) = value(&depths.random) {
        let at = |radius: f32| on_ring(middle, radius, random.clamp(0.0, 1.0) as f32);
        painter.line_segment([at(radius - width), at(radius + width)], Stroke::new(1.5, theme.low));
    }
    let words = tr_with("networks-ring", &[("layer", node.name.clone()), ("value", fixed(similarity, 2))]);
    let place = egui::Rect::from_center_size(middle, vec2(2.0, 2.0) * (radius + width));
    spoken(ui, place, Role::Label, &words);
}

/// A place on a circle, 0 at the top, clockwise to 1.
fn on_ring(middle: Pos2, radius: f32, share: f32) -> Pos2 {
    let (sine, cosine) = (share * TAU).sin_cos();
    middle + vec2(sine, -cosine) * radius
}
