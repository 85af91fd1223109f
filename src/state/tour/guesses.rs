//! Guesses that are kept while the lesson goes on.

use std::collections::HashMap;

use super::Card;

/// A guess.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Guess {
    /// One of the choices, by its place.
    Choice(usize),
    /// How many times as much: a stop of [`times_at`](super::times_at).
    Times(usize),
    /// A place in the picture: row and column.
    Cell([usize; 2]),
}

/// Guesses by card; one about a photo is forgotten with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guesses(pub(crate) HashMap<Card, (Option<u64>, Guess)>);

impl Guesses {
    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
