//! The lesson: cards, each a scene in which a class guesses and a reveal that shows the answer.
//!
//! | file | its job |
//! |---|---|
//! | `card` | the cards in their order |
//! | `guess` | what the class guesses, kept, beside the truth |
//! | `facts` | what the truths are computed from |
//! | `stage` | what the window shows at each card and step, and what it covers |
//! | `placeholders` | the numbers in the cards' texts |
//! | `wording` | which text fits the numbers |
//! | `guesses` | guesses that are kept while the lesson goes on |

pub(crate) mod card;
pub(crate) mod facts;
pub(crate) mod guess;
pub(crate) mod guesses;
pub(crate) mod placeholders;
pub(crate) mod stage;
pub(crate) mod wording;

use serde::{Deserialize, Serialize};

pub use card::Card;
pub use guess::{Compared, Question as GuessQuestion, TIMES, compared, question, times_at, times_in_words};
pub use guesses::{Guess, Guesses};
pub use placeholders::placeholders;
pub use stage::{AskedChannel, Spoiler, Stage, StagePhoto};
pub use wording::{heads_variant, text_key};

/// Cards of the lesson.
pub const CARDS: usize = Card::ALL.len();

/// Where the lesson is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Tour {
    /// From 0 to [`CARDS`] - 1.
    pub card: usize,
    /// 0: the scene, nothing is told yet; then the steps of the reveal.
    pub step: usize,
    /// The card is out of the way; the stage stays.
    pub is_hidden: bool,
    /// Only the title is shown.
    pub is_collapsed: bool,
    /// The teacher's footnote is shown.
    pub shows_note: bool,
}

impl Tour {
    /// The scene of a card, the first for a number that is too large.
    pub fn at(card: usize) -> Self {
        Self { card: if card < CARDS { card } else { 0 }, ..Self::default() }
    }

    /// What the window shows now.
    pub fn stage(&self) -> Stage {
        Stage::of(self.card, self.step)
    }

    /// The last step of a card's reveal.
    pub fn answered(card: usize) -> Self {
        let tour = Self::at(card);
        Self { step: Stage::steps(tour.card) - 1, ..tour }
    }

    /// Whether the answer is told.
    pub fn is_revealed(&self) -> bool {
        self.step > 0
    }

    /// The next step of the reveal, then the next card; `None` at the end.
    pub fn next(&self) -> Option<Self> {
        if self.step + 1 < Stage::steps(self.card) {
            let step = self.step + 1;
            Some(Self { step, ..*self })
        } else if self.card + 1 < CARDS {
            Some(Self::at(self.card + 1))
        } else {
            None
        }
    }

    /// The step before, then the card before as it was left; itself at the beginning.
    pub fn back(&self) -> Self {
        match (self.step, self.card) {
            (0, 0) => *self,
            (0, card) => Self { step: Stage::steps(card - 1) - 1, ..Self::at(card - 1) },
            (step, _) => Self { step: step - 1, ..*self },
        }
    }
}
