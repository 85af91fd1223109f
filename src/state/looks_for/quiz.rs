//! "Which of the two photos fires this channel more?": a person guesses from the picture, and counts.
//!
//! One of the photos is among the nine strongest of the album, the other in the middle of it or weaker; which stands at the left
//! is drawn.

use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};

use super::examples::{Example, Examples};

/// Two photos, and which was taken for the stronger.
#[derive(Clone, Debug)]
pub struct Question {
    /// What the album was asked: weights, layer and channel.
    pub of: (String, String, usize),
    /// Left and right.
    pub photos: [Example; 2],
    /// Which of them a person chose; `None`: not yet.
    pub chosen: Option<usize>,
}

impl Question {
    /// Draws two photos; `None` where the album has no two that differ.
    fn draw(examples: &Examples, number: u64) -> Option<Self> {
        let mut random = StdRng::seed_from_u64(number ^ (examples.of.2 as u64) << 20);
        // Only of photos whose patches are there.
        let is_there = |example: &&Example| example.patch.is_some();
        let strongest: Vec<&Example> = examples.strongest.iter().filter(is_there).collect();
        let strong = *strongest.choose(&mut random)?;
        let is_weaker = |other: &&Example| other.photo != strong.photo && other.value < strong.value;
        let weaker: Vec<&Example> = examples.spectrum.iter().filter(is_there).filter(is_weaker).collect();
        let weak = weaker.choose(&mut random)?;
        let mut photos = [strong.clone(), (*weak).clone()];
        if random.random() {
            photos.reverse();
        }
        Some(Self { of: examples.of.clone(), photos, chosen: None })
    }

    /// The side that fires the channel more.
    pub fn stronger(&self) -> usize {
        usize::from(self.photos[1].value > self.photos[0].value)
    }

    /// Whether the choice was right; `None` before it.
    pub fn is_right(&self) -> Option<bool> {
        self.chosen.map(|chosen| chosen == self.stronger())
    }
}

/// The quiz: its question, and the score over all channels asked about.
#[derive(Clone, Debug, Default)]
pub struct Quiz {
    /// What is asked now; `None`: the quiz is closed.
    pub question: Option<Question>,
    /// Questions answered, and how many of them right.
    pub score: Score,
    /// Questions drawn so far.
    drawn: u64,
}

/// How many answers were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Right answers.
    pub right: usize,
    /// All answers.
    pub answered: usize,
}

/// What a person can ask of the quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuizCommand {
    /// The first question, or the next.
    Ask,
    /// The photo at the left (0) or at the right (1) fires the channel more.
    Choose(usize),
    /// Back to the photos; the score stays.
    Close,
}

impl Quiz {
    /// Carries a wish out.
    pub(crate) fn apply(&mut self, command: QuizCommand, examples: Option<&Examples>) {
        match command {
            QuizCommand::Ask => {
                self.drawn += 1;
                self.question = examples.and_then(|examples| Question::draw(examples, self.drawn));
            }
            QuizCommand::Choose(side) => {
                let Some(question) = self.question.as_mut().filter(|question| question.chosen.is_none()) else {
                    return;
                };
                question.chosen = Some(side.min(1));
                self.score.answered += 1;
                self.score.right += usize::from(question.is_right() == Some(true));
            }
            QuizCommand::Close => self.question = None,
        }
    }
}
