//! Words in a rectangle: at an edge of it, over several lines, or at both ends of a row.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Align2, Color32, Galley, Painter, Rect, Role, Ui};

use super::area::Area;
use super::paint::spoken;
use super::sized::{width_of, write_sized, write_sized_fitted};
use crate::ui::style::{TextRole, size};

/// One line at an edge, in a corner or in the middle of a rectangle; returns where it lies.
pub fn write(painter: &Painter, rect: Rect, anchor: Align2, words: &str, role: TextRole, ink: Color32) -> Rect {
    write_sized(painter, rect, anchor, words, role.font(), ink)
}

/// The same, smaller where the rectangle is too narrow, and with an ellipsis where that does not help.
pub fn write_fitted(painter: &Painter, rect: Rect, anchor: Align2, words: &str, role: TextRole, ink: Color32) -> Rect {
    write_sized_fitted(painter, rect, anchor, words, role.font(), ink)
}

/// What stands at the right end of a [`Row`]: words, how they are set, and their ink.
type End<'a> = (&'a str, TextRole, Color32);

/// One line with words at the left, which end with an ellipsis before a number or a caption at the right.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    words: End<'a>,
    number: Option<End<'a>>,
    is_caption: bool,
    gap: f32,
}

/// Where the parts of a [`Row`] lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowPlaces {
    /// The words at the left.
    pub words: Rect,
    /// What is at the right; without anything there an empty strip at the right edge.
    pub number: Rect,
}

impl<'a> Row<'a> {
    /// Words from the left edge.
    #[must_use]
    pub fn new(words: &'a str, role: TextRole, ink: Color32) -> Self {
        Self { words: (words, role, ink), number: None, is_caption: false, gap: size::SPACE_8 }
    }

    /// A number or a caption at the right edge.
    #[must_use]
    pub fn number(mut self, number: &'a str, role: TextRole, ink: Color32) -> Self {
        self.number = Some((number, role, ink));
        self
    }

    /// A caption at the right edge, which is left out where there is no room for it beside the words.
    #[must_use]
    pub fn caption(mut self, caption: &'a str, role: TextRole, ink: Color32) -> Self {
        self.is_caption = true;
        self.number(caption, role, ink)
    }

    /// Least room between the words and what is at the right, points; 8 where nothing is said.
    #[must_use]
    pub fn gap(mut self, gap: f32) -> Self {
        self.gap = gap;
        self
    }

    /// Whether what is at the right is written.
    fn has_room(&self, painter: &Painter, width: f32) -> bool {
        let width_of = |(words, role, _): End<'_>| width_of(painter, words, role.font());
        !self.is_caption
            || self.number.is_none_or(|number| width_of(self.words) + size::SPACE_12 + width_of(number) <= width)
    }

    /// Paints the row in the middle of a rectangle's height; says nothing.
    pub fn paint(&self, painter: &Painter, rect: Rect) -> RowPlaces {
        let number = self.number.filter(|_| self.has_room(painter, rect.width()));
        let gap = if number.is_some() { self.gap } else { 0.0 };
        let number = match number {
            Some((number, role, ink)) => write(painter, rect, Align2::RIGHT_CENTER, number, role, ink),
            None => rect.right_part(0.0),
        };
        let (words, role, ink) = self.words;
        let room = rect.with_max_x(number.left() - gap);
        RowPlaces { words: write_fitted(painter, room, Align2::LEFT_CENTER, words, role, ink), number }
    }

    /// Paints the row and says it to a screen reader: "words number".
    pub fn show(&self, ui: &Ui, rect: Rect) -> RowPlaces {
        match self.number {
            Some((number, ..)) => spoken(ui, rect, Role::Label, &format!("{} {number}", self.words.0)),
            None => spoken(ui, rect, Role::Label, self.words.0),
        }
        self.paint(ui.painter(), rect)
    }
}

/// Text over as many lines as it needs, or as many as it may have.
pub struct Lines(Arc<Galley>);

impl Lines {
    /// Lays text out over a width in points.
    #[must_use]
    pub fn new(painter: &Painter, words: &str, role: TextRole, ink: Color32, width: f32) -> Self {
        Self::at_most(painter, words, (role, ink), width, usize::MAX)
    }

    /// The same over at most so many lines, the last of which ends with an ellipsis where there is more.
    #[must_use]
    pub fn at_most(
        painter: &Painter,
        words: &str,
        (role, ink): (TextRole, Color32),
        width: f32,
        most_lines: usize,
    ) -> Self {
        let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(role.font(), ink));
        job.wrap.max_width = width;
        job.wrap.max_rows = most_lines;
        Self(painter.layout_job(job))
    }

    /// Text over as many lines as it needs, each in the middle of the width.
    #[must_use]
    pub fn centered(painter: &Painter, words: &str, role: TextRole, ink: Color32, width: f32) -> Self {
        let mut job = LayoutJob::simple(words.to_owned(), role.font(), ink, width);
        job.halign = Align::Center;
        Self(painter.layout_job(job))
    }

    /// How many lines there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.rows.len()
    }

    /// Whether there was more than had room.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.0.elided
    }

    /// How high all lines are together, points.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.0.size().y
    }

    /// How wide the widest line is, points.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.0.size().x
    }

    /// Paints the text at an edge, in a corner or in the middle of a rectangle; says nothing; returns where it lies.
    pub fn paint(self, painter: &Painter, rect: Rect, anchor: Align2) -> Rect {
        let place = rect.place(anchor, self.0.size());
        // Centred lines are laid out around their place.
        let from = if self.0.job.halign == Align::Center { place.center_top() } else { place.min };
        painter.galley(from, self.0, Color32::PLACEHOLDER);
        place
    }

    /// Paints the text from the upper left corner of a rectangle and says it to a screen reader; returns where it lies.
    pub fn show(self, ui: &Ui, rect: Rect) -> Rect {
        let said = self.0.job.text.clone();
        let place = self.paint(ui.painter(), rect, Align2::LEFT_TOP);
        spoken(ui, place, Role::Label, &said);
        place
    }
}
