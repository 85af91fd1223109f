//! Words on a ground of their own, to be read over a picture or a map.

use egui::{Align2, Color32, Painter, Rect, Stroke, StrokeKind, Vec2, vec2};

use super::write::Lines;
use crate::ui::style::{TextRole, size};

/// Words with room around them, in as many lines as they are written in.
pub struct Tag {
    words: Lines,
    around: Vec2,
}

impl Tag {
    /// Words with so much room at their sides, and above and below them, points.
    #[must_use]
    pub fn new(painter: &Painter, words: &str, (role, ink): (TextRole, Color32), around: [f32; 2]) -> Self {
        Self { words: Lines::new(painter, words, role, ink, f32::INFINITY), around: around.into() }
    }

    /// How much room it takes, points: where it lies is for whoever shows it to say.
    #[must_use]
    pub fn size(&self) -> Vec2 {
        vec2(self.words.width(), self.words.height()) + 2.0 * self.around
    }

    /// Paints it over a rectangle of its size.
    pub fn paint(self, painter: &Painter, rect: Rect, ground: Color32, border: Stroke) {
        painter.rect(rect, size::RADIUS_TILE, ground, border, StrokeKind::Inside);
        self.words.paint(painter, rect, Align2::CENTER_CENTER);
    }
}
