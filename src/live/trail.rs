//! The last answers to the frames of a source.

use std::collections::VecDeque;

/// Answers that are kept.
pub const TRAIL: usize = 100;

/// What the network answered to a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Number of the frame, from 1, counting those that were dropped.
    pub frame: u64,
    /// What the frame is called.
    pub image: String,
    /// Seconds since the source was opened.
    pub seconds: f64,
    /// Index of the most probable class of the main classifier.
    pub class: usize,
    /// Its label.
    pub label: String,
    /// Its probability, 0 to 1.
    pub probability: f32,
    /// Milliseconds of the forward pass.
    pub forward_ms: f64,
}

/// The last [`TRAIL`] answers.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    answers: VecDeque<Answer>,
}

impl Trail {
    /// One more; the oldest gives way.
    pub fn push(&mut self, answer: Answer) {
        if self.answers.len() == TRAIL {
            self.answers.pop_front();
        }
        self.answers.push_back(answer);
    }

    /// The same answer again, to the last frame in another way: mirrored, or by other weights.
    pub fn replace_last(&mut self, answer: Answer) {
        self.answers.pop_back();
        self.push(answer);
    }

    /// All of them, oldest first.
    pub fn answers(&self) -> impl ExactSizeIterator<Item = &Answer> + DoubleEndedIterator {
        self.answers.iter()
    }

    /// The newest.
    pub fn last(&self) -> Option<&Answer> {
        self.answers.back()
    }

    /// Whether there is none yet.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// Labels and how often each was the answer, the most frequent first; of equals the one that was seen last.
    pub fn counts(&self) -> Vec<(&str, usize)> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for answer in self.answers.iter().rev() {
            match counts.iter_mut().find(|(label, _)| *label == answer.label) {
                Some((_, count)) => *count += 1,
                None => counts.push((&answer.label, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }
}
