//! How long the lesson stays where it is while it plays by itself.

use super::tour::{Card, Tour};
use crate::locale::text::{Language, language, tr};

/// Where the lesson that plays by itself is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Demo {
    /// Card and step on screen, and since when, seconds.
    pub(crate) shown: Option<((usize, usize), f64)>,
}

/// Letters read in a second by somebody who reads slowly; a syllable of Hangul is one letter.
pub(crate) fn letters_a_second(language: Language) -> f64 {
    match language {
        Language::English => 14.0,
        Language::Korean => 7.0,
    }
}

/// Time to look at the picture, seconds.
pub(crate) const LOOKING_SECONDS: f64 = 4.0;

/// How long a step stays: as long as it takes to read what is new on its card, and to look.
pub(crate) fn seconds_of(tour: Tour) -> f64 {
    let number = Card::at(tour.card).number();
    let new: &[&str] = match tour.is_revealed() {
        false => &["title", "body", "question"],
        true => &["answer"],
    };
    let letters = |part: &&str| tr(&format!("lesson-{number}-{part}")).chars().count();
    let letters: usize = new.iter().map(letters).sum();
    LOOKING_SECONDS + letters as f64 / letters_a_second(language())
}
