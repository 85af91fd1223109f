//! How far away the screen is: on a projector the smallest text grows, and lines get thicker (`lesson.md`).

use std::cell::Cell;

use egui::Vec2;

use crate::locale::text::Language;

/// What is drawn no smaller, and no thinner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legibility {
    /// The smallest text, points.
    pub smallest_text: f32,
    /// How many times as thick lines are.
    pub strokes: f32,
    /// How many times as large text is where there is more room than it needs, from 1.
    pub growth: f32,
}

impl Default for Legibility {
    fn default() -> Self {
        Self { smallest_text: 0.0, strokes: 1.0, growth: 1.0 }
    }
}

impl Legibility {
    /// For a class in front of a window that is `height` points high: text at least 1/45 of it, or 1/36 for Hangul.
    #[must_use]
    pub fn projected(height: f32, language: Language) -> Self {
        Self { smallest_text: height / smallest_texts(language), strokes: PROJECTED_STROKES, growth: 1.0 }
    }
}

/// How many lines of the smallest text are as high as the window.
#[must_use]
pub fn smallest_texts(language: Language) -> f32 {
    match language {
        Language::English => 45.0,
        Language::Korean => 36.0,
    }
}

/// Together with the larger points of a projected window, hairlines become twice as thick, charts and outlines 1.6 times.
const PROJECTED_STROKES: f32 = 1.4;

thread_local! {
    static LEGIBILITY: Cell<Legibility> = Cell::default();
}

/// How what this thread draws is to be read.
#[must_use]
pub fn legibility() -> Legibility {
    LEGIBILITY.get()
}

/// Changes how what this thread draws is to be read.
pub fn set_legibility(legibility: Legibility) {
    LEGIBILITY.set(legibility);
}

/// Whether what is drawn is seen from far away.
#[must_use]
pub fn is_projected() -> bool {
    LEGIBILITY.get().smallest_text > 0.0
}

/// Room for a caption that takes so many points on a desk.
#[must_use]
pub fn caption_room(points: f32) -> f32 {
    let Legibility { smallest_text, growth, .. } = LEGIBILITY.get();
    points * (smallest_text / DESK_CAPTION).max(growth)
}

/// Draws with text that is larger by as much as the room exceeds what its content is laid out for, before a class; what is
/// laid out for is in points of a desk.
pub fn grown<R>(room: Vec2, laid_out_for: Vec2, draw: impl FnOnce() -> R) -> R {
    let before = LEGIBILITY.get();
    let growth = match is_projected() {
        true => (room / laid_out_for).min_elem().clamp(1.0, MOST_GROWN),
        false => 1.0,
    };
    LEGIBILITY.set(Legibility { growth, ..before });
    let drawn = draw();
    LEGIBILITY.set(before);
    drawn
}

/// The most by which text grows.
const MOST_GROWN: f32 = 1.9;

/// Height of a caption on a desk, points.
const DESK_CAPTION: f32 = 13.0;

/// A width of a line, thicker on a projector.
pub(super) fn strokes(points: f32) -> f32 {
    points * LEGIBILITY.get().strokes
}
