//! What is written in the last frame, held against what it is painted on.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Color32, Pos2, Rect, Shape, pos2};
use egui_kittest::Harness;
use inception_lens::app::App;

use super::controls;
use crate::theme::contrast::{contrast, over};

/// Texts that do not stand out at least 4.5 from a plain ground; what stands on a picture is left out.  And how many were
/// looked at.
pub fn faint(harness: &Harness<'static, App>) -> (Vec<String>, usize) {
    let ground = harness.ctx.global_style().visuals.panel_fill;
    let mut shapes = Vec::new();
    for clipped in &harness.output().shapes {
        flatten(clipped, &clipped.shape, &mut shapes);
    }
    // What cannot be used may be pale.
    let idle: Vec<Rect> = controls(harness)
        .into_iter()
        .filter(|control| !control.is_enabled)
        .map(|control| control.rect.expand(2.0))
        .collect();
    let window = harness.ctx.content_rect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (place, (clip, shape)) in shapes.iter().enumerate() {
        let Shape::Text(text) = shape else { continue };
        let rect = text.visual_bounding_rect();
        let middle = rect.center();
        let is_seen = clip.intersect(window).contains(middle) && !text.galley.text().trim().is_empty();
        if !is_seen || idle.iter().any(|idle| idle.contains(middle)) {
            continue;
        }
        // Both ends and the middle: a text may reach over an edge.
        let ends = [rect.left() + 2.0, middle.x, rect.right() - 2.0];
        for at in ends.map(|x| pos2(x, middle.y)).into_iter().filter(|at| clip.contains(*at)) {
            let Some(below) = below(&shapes[..place], at, ground) else {
                continue;
            };
            count += 1;
            let ink = ink(text);
            let ink = over(ink.to_opaque(), f32::from(ink.a()) / 255.0, below);
            let ratio = contrast(ink, below);
            if ratio < 4.5 {
                let words = text.galley.text();
                wrong.push(format!("{ratio:.2}: {words:?} {ink:?} on {below:?} at {at:?}"));
            }
        }
    }
    (wrong, count)
}

fn flatten<'s>(clipped: &ClippedShape, shape: &'s Shape, found: &mut Vec<(Rect, &'s Shape)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(clipped, shape, found)),
        _ => found.push((clipped.clip_rect, shape)),
    }
}

/// The colour of most of a text.
fn ink(text: &TextShape) -> Color32 {
    let sections = &text.galley.job.sections;
    let longest = sections.iter().max_by_key(|section| section.byte_range.end.0 - section.byte_range.start.0);
    let own = longest.map_or(Color32::PLACEHOLDER, |section| section.format.color);
    let ink = if own == Color32::PLACEHOLDER { text.fallback_color } else { own };
    text.override_text_color.unwrap_or(ink).gamma_multiply(text.opacity_factor)
}

/// What is painted at a place before a text; `None` where that is no plain colour: a picture, a ribbon, a curve.
fn below(shapes: &[(Rect, &Shape)], at: Pos2, ground: Color32) -> Option<Color32> {
    let mut color = Some(ground);
    for (_, shape) in shapes.iter().filter(|(clip, _)| clip.contains(at)) {
        match shape {
            Shape::Rect(rect) if rect.rect.contains(at) => {
                let is_picture = rect.brush.is_some();
                let opacity = f32::from(rect.fill.a()) / 255.0;
                if is_picture {
                    color = None;
                } else if rect.fill.is_opaque() {
                    color = Some(rect.fill);
                } else if opacity > 0.0 {
                    color = color.map(|below| over(rect.fill.to_opaque(), opacity, below));
                }
            }
            Shape::Rect(_) | Shape::Text(_) | Shape::Noop | Shape::LineSegment { .. } => {}
            Shape::Path(path) if path.fill == Color32::TRANSPARENT => {}
            _ if shape.visual_bounding_rect().contains(at) => color = None,
            _ => {}
        }
    }
    color
}
