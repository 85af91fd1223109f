//! Each photo left out once: what a head says of it that was taught on all others.

use super::error::TeachError;
use super::features::TaughtDepth;
use super::lesson::Lesson;
use super::regression::{Fit, fit};

/// Good enough to tell the answer and its probability.
const TOLERANCE: f64 = 1e-5;

/// What was said of a photo that was left out, with all its six rows.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Tested {
    /// The most probable class.
    pub answer: usize,
    /// Its probability.
    pub probability: f32,
}

/// All photos of a lesson at all depths, as far as they were left out.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LeftOut {
    /// The class of every photo.
    pub classes: Vec<usize>,
    /// Whether a photo can be left out: its class has others.
    pub is_tested: Vec<bool>,
    /// By depth, then by photo; `None` for one that is not tested, or not yet.
    pub tested: [Vec<Option<Tested>>; 4],
}

impl LeftOut {
    /// Of a lesson, nothing known yet.
    pub fn new(lesson: &Lesson) -> Self {
        let photos = lesson.pupils.len();
        Self {
            classes: lesson.pupils.iter().map(|pupil| pupil.class).collect(),
            is_tested: lesson.pupils.iter().map(|pupil| lesson.count(pupil.class) > 1).collect(),
            tested: std::array::from_fn(|_| vec![None; photos]),
        }
    }

    /// Photos that are tested.
    pub fn total(&self) -> usize {
        self.is_tested.iter().filter(|is_tested| **is_tested).count()
    }

    /// Photos tested at a depth so far.
    pub fn done(&self, depth: TaughtDepth) -> usize {
        self.tested[depth.index()].iter().flatten().count()
    }

    /// What was said of a photo.
    pub fn of(&self, depth: TaughtDepth, photo: usize) -> Option<Tested> {
        *self.tested[depth.index()].get(photo)?
    }

    /// Whether the answer to a photo was right; `None` where it is not known.
    pub fn is_right(&self, depth: TaughtDepth, photo: usize) -> Option<bool> {
        Some(self.of(depth, photo)?.answer == *self.classes.get(photo)?)
    }

    /// Right answers at a depth.
    pub fn right(&self, depth: TaughtDepth) -> usize {
        (0..self.classes.len()).filter(|&photo| self.is_right(depth, photo) == Some(true)).count()
    }

    /// Photos of `class` that were called `answer`.
    pub fn count(&self, depth: TaughtDepth, class: usize, answer: usize) -> usize {
        let is_it = |&photo: &usize| {
            self.classes[photo] == class && self.of(depth, photo).is_some_and(|tested| tested.answer == answer)
        };
        (0..self.classes.len()).filter(is_it).count()
    }

    /// The wrong answer that was surest: photo and what was said.
    pub fn surest_mistake(&self, depth: TaughtDepth) -> Option<(usize, Tested)> {
        let wrong = (0..self.classes.len()).filter(|&photo| self.is_right(depth, photo) == Some(false));
        let wrong = wrong.filter_map(|photo| Some((photo, self.of(depth, photo)?)));
        wrong.max_by(|(_, a), (_, b)| a.probability.total_cmp(&b.probability))
    }

    /// The two classes that are taken for each other most often, and how often.
    pub fn most_confused(&self, depth: TaughtDepth, classes: usize) -> Option<([usize; 2], usize)> {
        let pairs = (0..classes).flat_map(|a| (a + 1..classes).map(move |b| [a, b]));
        let counted = pairs.map(|[a, b]| ([a, b], self.count(depth, a, b) + self.count(depth, b, a)));
        counted.filter(|(_, count)| *count > 0).reduce(|most, next| if next.1 > most.1 { next } else { most })
    }
}

/// What a head says of a photo that was taught on all others, from `all`, the fit on all of them.
///
/// # Errors
/// [`TeachError::NotFitted`].
pub fn leave_out(lesson: &Lesson, depth: TaughtDepth, photo: usize, all: &Fit) -> Result<Tested, TeachError> {
    let rows = lesson.rows(depth, Some(photo));
    let fitted = fit(&rows, lesson.labels.len(), TOLERANCE, Some(all))?;
    let probabilities = fitted.probabilities(lesson.pupils[photo].features.own(depth));
    let best = (0..probabilities.len())
        .reduce(|best, next| if probabilities[next] > probabilities[best] { next } else { best });
    let answer = best.unwrap_or(0);
    Ok(Tested { answer, probability: probabilities.get(answer).copied().unwrap_or(0.0) as f32 })
}
