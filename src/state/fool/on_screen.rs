//! What of a fooled photo is on screen.

use std::sync::Arc;

use super::{FoolAsked, FoolWishes};
use crate::engine::Fooled;
use crate::session::{RunView, Source};
use crate::state::compare::Comparison;
use crate::state::state::State;
use crate::visualize::fool::Goal;

impl State {
    /// The photo that is fooled: the one that the view of classifiers is about.
    pub fn fooled_photo(&self) -> Option<&RunView> {
        match self.comparison {
            Comparison::Second => self.shown_as(Source::B),
            Comparison::First | Comparison::Both | Comparison::Difference => self.shown_as(Source::A),
        }
    }

    /// What is asked of it.
    pub fn fool_asked(&self) -> Option<FoolAsked> {
        let report = &self.fooled_photo()?.report;
        let FoolWishes { target, steps, start, .. } = self.fool.wishes;
        let goal = target.filter(|&target| target < report.labels.len()).map_or(Goal::AnyOther, Goal::Class);
        let steps = steps.min(self.pace.fool);
        Some(FoolAsked { report: report.id, answer: report.main().best(), goal, steps, start })
    }

    /// In the lesson two photos stand beside each other, one changed and one with noise: whether the one with noise is the first.
    /// As good as by chance, and the same each time for a photo.
    pub fn noise_is_first(&self) -> bool {
        let pixels = self.fooled_photo().map(|view| &view.photo.prepared.pixels);
        let sum: u64 = pixels.map_or(0, |pixels| pixels.iter().map(|&value| u64::from(value)).sum());
        sum.is_multiple_of(2)
    }

    /// What is known at the size that is looked at; `None` at 0 and while it is computed.
    pub fn fooled(&self) -> Option<&Arc<Fooled>> {
        let entry = self.fool.of(&self.fool_asked()?)?;
        entry.known.get(usize::from(self.fool.wishes.epsilon))?.as_ref()
    }
}
