//! A photo of an album as plain data.

use crate::engine::UserError;
use crate::spec::Head;

/// What is true of a photo, by the name of its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It lies in no folder of the album's: nobody says what it shows.
    None,
    /// Its folder names no class of these weights.  [`super::Album::labels`] at [`Photo::label`] says what it is called.
    Unknown,
    /// Its folder names this class.
    Known(usize),
}

/// A photo.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Relative to the album's folder, with `/` between folders: "cat/01.jpg".
    pub path: String,
    /// Position of its folder's name in [`super::Album::labels`]; `None` for a photo in no folder of the album's.
    pub label: Option<usize>,
    /// What is true of it.
    pub truth: Truth,
    /// How far it is.
    pub state: State,
}

/// How far a photo is.
#[derive(Clone, Debug)]
pub enum State {
    /// It has not run yet.
    Waiting,
    /// It cannot be read, and is left out of all counts.  The error's sentence has no path in it.
    Unreadable(UserError),
    /// What the heads say: aux1, aux2 (where the network has them), main.
    Ran(Vec<Answer>),
}

/// What one head says about a photo, as far as it is kept in memory; all logits are in [`super::Index::scores`].
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Which head.
    pub head: Head,
    /// The most probable classes, best first, at most five; equal ones in the order of the classes.
    pub top: Vec<Guess>,
    /// The true class, where it is known.
    pub truth: Option<TrueClass>,
}

/// A class and its probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guess {
    /// Position among the network's classes.
    pub class: usize,
    /// 0 to 1.
    pub probability: f32,
}

/// How a head judges the true class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrueClass {
    /// Its place, 1 for the most probable.
    pub rank: usize,
    /// Its probability, 0 to 1.
    pub probability: f32,
}

impl Photo {
    /// Whether it counts: it can be read, as far as is known.
    pub fn is_readable(&self) -> bool {
        !matches!(self.state, State::Unreadable(_))
    }

    /// What a head says; `None` before the photo ran, and where the network has no such head.
    pub fn answer(&self, head: Head) -> Option<&Answer> {
        match &self.state {
            State::Ran(answers) => answers.iter().find(|answer| answer.head == head),
            State::Waiting | State::Unreadable(_) => None,
        }
    }

    /// The class it is known to show.
    pub fn known(&self) -> Option<usize> {
        match self.truth {
            Truth::Known(class) => Some(class),
            Truth::None | Truth::Unknown => None,
        }
    }

    /// Whether the main head is right; `None` where nobody can tell.
    pub fn is_right(&self) -> Option<bool> {
        self.answer(Head::Main)?.is_right()
    }

    /// Whether the heads name different classes; `None` before the photo ran.
    pub fn heads_disagree(&self) -> Option<bool> {
        let State::Ran(answers) = &self.state else { return None };
        let main = self.answer(Head::Main)?.best().class;
        Some(answers.iter().any(|answer| answer.best().class != main))
    }
}

impl Answer {
    /// The most probable class.
    pub fn best(&self) -> Guess {
        self.top.first().copied().unwrap_or(Guess { class: 0, probability: 0.0 })
    }

    /// Whether that is the true class; `None` where nobody can tell.
    pub fn is_right(&self) -> Option<bool> {
        self.truth.map(|truth| truth.rank == 1)
    }
}
