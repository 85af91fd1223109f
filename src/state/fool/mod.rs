//! The photo is fooled: what is wanted, and what is known of it at every size of the change.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | what can be wished, and what is known |
//! | `command` | what a person can ask for |
//! | `on_screen` | what of a fooled photo is on screen |

mod command;
pub(crate) mod on_screen;

use std::sync::Arc;

use crate::engine::Fooled;
use crate::visualize::fool::{FoolRecipe, Goal, MOST};

pub use command::FoolCommand;

/// Sizes of the change, from none to the largest.
pub const SIZES: usize = MOST as usize + 1;
/// Questions whose answers are kept.
pub(crate) const KEPT: usize = 8;
/// Steps of the slow way.
pub const TEN: usize = 10;

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoolWishes {
    /// What the network is to answer; `None`: anything else.
    pub target: Option<usize>,
    /// The most that any colour changes, grey levels of 255; 0 for nothing.
    pub epsilon: u8,
    /// 1, or [`TEN`].
    pub steps: usize,
    /// Begins at random, by this seed.
    pub start: Option<u64>,
    /// Whether the evidence lies over the pictures.
    pub shows_evidence: bool,
}

impl Default for FoolWishes {
    fn default() -> Self {
        Self { target: None, epsilon: 2, steps: TEN, start: None, shows_evidence: false }
    }
}

/// What is asked of a photo, whatever the size of the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoolAsked {
    /// The report of the photo as it is.
    pub report: u64,
    /// What its main head answers.
    pub answer: usize,
    /// What it is to answer.
    pub goal: Goal,
    /// Steps.
    pub steps: usize,
    /// Begins at random, by this seed.
    pub start: Option<u64>,
}

impl FoolAsked {
    pub(crate) fn recipe(&self, epsilon: u8) -> FoolRecipe {
        FoolRecipe { goal: self.goal, epsilon, steps: self.steps, start: self.start }
    }

    /// Whether it is answered already: there is nothing to do.
    pub fn is_answer(&self) -> bool {
        self.goal == Goal::Class(self.answer)
    }
}

/// What is known of a question, by the size of the change.
#[derive(Clone)]
pub struct FoolEntry {
    /// Of what.
    pub asked: FoolAsked,
    /// By grey levels, from 0; nothing is ever known of 0, where the photo is as it is.
    pub known: [Option<Arc<Fooled>>; SIZES],
    /// Whether nothing more comes of it, for a reason that was said.
    pub(crate) has_failed: bool,
}

impl FoolEntry {
    /// Sizes of which nothing is known yet.
    pub(crate) fn missing(&self) -> Vec<u8> {
        (1..SIZES as u8).filter(|&size| self.known[usize::from(size)].is_none()).collect()
    }
}

/// Everything about fooling.
#[derive(Clone, Default)]
pub struct Fool {
    /// What is wanted.
    pub wishes: FoolWishes,
    /// The latest asked for first.
    pub(crate) entries: Vec<FoolEntry>,
}

impl Fool {
    /// What is known of a question.
    pub fn of(&self, asked: &FoolAsked) -> Option<&FoolEntry> {
        self.entries.iter().find(|entry| entry.asked == *asked)
    }
}
