//! How far away the screen is: on a projector the smallest text grows, and lines get thicker (`lesson.md`).

use std::cell::Cell;

use crate::locale::text::Language;

/// What is drawn no smaller, and no thinner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Legibility {
    /// The smallest text, points.
    pub smallest_text: f32,
    /// How many times as thick lines are.
    pub strokes: f32,
}

impl Default for Legibility {
    fn default() -> Self {
        Self { smallest_text: 0.0, strokes: 1.0 }
    }
}

impl Legibility {
    /// For a class in front of a window that is `height` points high: text at least 1/45 of it, or 1/36 for Hangul.
    #[must_use]
    pub fn projected(height: f32, language: Language) -> Self {
        Self { smallest_text: height / smallest_texts(language), strokes: PROJECTED_STROKES }
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
    points * (LEGIBILITY.get().smallest_text / DESK_CAPTION).max(1.0)
}

/// Height of a caption on a desk, points.
const DESK_CAPTION: f32 = 13.0;

/// A width of a line, thicker on a projector.
pub(super) fn strokes(points: f32) -> f32 {
    points * LEGIBILITY.get().strokes
}
