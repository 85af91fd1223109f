//! A word on the map, laid out before it is written: where it has no room it stands elsewhere, or is left out.

use std::sync::Arc;

use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Vec2};

use super::sheet::Sheet;
use crate::ui::style::TextRole;

/// One line of text that is not on screen yet.
pub struct Word(Arc<Galley>);

impl Word {
    /// In the size of the map.
    pub fn new(sheet: &Sheet<'_>, words: &str, role: TextRole, ink: Color32) -> Self {
        Self::of_size(&sheet.painter, words, sheet.camera.font(role), ink)
    }

    /// In a size of its own.
    pub fn of_size(painter: &Painter, words: &str, font: FontId, ink: Color32) -> Self {
        Self(painter.layout_no_wrap(words.to_owned(), font, ink))
    }

    /// How wide and high it is, points.
    pub fn size(&self) -> Vec2 {
        self.0.size()
    }

    /// Where it lies with an edge, a corner or its middle at a place on screen.
    pub fn at(&self, place: Pos2, anchor: Align2) -> Rect {
        anchor.anchor_size(place, self.size())
    }

    /// Writes it where it is to lie.
    pub fn paint(self, painter: &Painter, place: Rect) {
        painter.galley(place.min, self.0, Color32::PLACEHOLDER);
    }

    /// The same on a ground of its own, which reaches beyond it by so much: what lies below does not run through it.
    pub fn paint_on(self, painter: &Painter, place: Rect, beyond: Vec2, ground: Color32) {
        painter.rect_filled(place.expand2(beyond), 2.0, ground);
        self.paint(painter, place);
    }
}
