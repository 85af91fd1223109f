//! Strokes that can be a focus ring.

use egui::epaint::PathStroke;
use egui::{Rect, Shape, Stroke};
use egui_kittest::Harness;
use inception_lens::app::App;
use inception_lens::ui::style::size;

/// A stroke at least as wide as a focus ring.
#[derive(Clone, Debug, PartialEq)]
pub struct Ring {
    rect: Rect,
    /// What lies outside is not seen.
    clip: Rect,
}

impl Ring {
    /// Whether it is around or in a control, and most of it is seen.
    pub fn is_around(&self, control: Rect, window: Rect) -> bool {
        self.rect.intersects(control.expand(8.0)) && self.seen(window) > 0.5
    }

    /// The share of its four sides that is not cut off.
    fn seen(&self, window: Rect) -> f32 {
        let (rect, clip) = (self.rect, self.clip.intersect(window));
        let inside = rect.intersect(clip);
        if !inside.is_positive() {
            return 0.0;
        }
        let sides = [rect.left(), rect.right()].map(|x| clip.x_range().contains(x));
        let ends = [rect.top(), rect.bottom()].map(|y| clip.y_range().contains(y));
        let length = |seen: [bool; 2], side: f32| seen.into_iter().filter(|&is_seen| is_seen).count() as f32 * side;
        let seen = length(sides, inside.height()) + length(ends, inside.width());
        seen / (2.0 * (rect.width() + rect.height()))
    }
}

/// All such strokes of the last frame.
pub fn rings(harness: &Harness<'static, App>) -> Vec<Ring> {
    let mut found = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Ring>) {
    let width = |stroke: &Stroke| stroke.width;
    let path_width = |stroke: &PathStroke| stroke.width;
    let (rect, width) = match shape {
        Shape::Vec(shapes) => {
            return shapes.iter().for_each(|shape| collect(shape, clip, found));
        }
        Shape::Rect(rect) => (rect.rect, width(&rect.stroke)),
        Shape::Circle(circle) => (circle.visual_bounding_rect(), width(&circle.stroke)),
        Shape::Path(path) => (path.visual_bounding_rect(), path_width(&path.stroke)),
        _ => return,
    };
    if width >= size::stroke_focus() {
        found.push(Ring { rect, clip });
    }
}
