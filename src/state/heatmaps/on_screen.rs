//! What of heatmaps is on screen.

use super::StudyAsked;
use crate::analysis::heatmaps::Question;
use crate::session::Source;
use crate::spec::{Head, MODULES};
use crate::state::compare::Comparison;
use crate::state::state::State;

impl State {
    /// What is to be studied of a photo; `None` before it ran, or where the network lacks the head.
    pub fn study_asked(&self, source: Source) -> Option<StudyAsked> {
        let report = &self.shown_as(source)?.report;
        let wishes = self.heatmaps.wishes;
        let head = if report.head(wishes.head).is_some() { wishes.head } else { Head::Main };
        let class = self.class_at(source)?;
        let classes = report.labels.len();
        let minus = self.minus_at(source).filter(|&minus| minus != class && minus < classes);
        let last = MODULES.iter().position(|module| module.name == head.after())?;
        Some(StudyAsked {
            report: report.id,
            question: Question { head, class: Some(class).filter(|&class| class < classes)?, minus },
            at: wishes.at.filter(|&module| module <= last),
            baseline: wishes.baseline,
            low_pass: wishes.low_pass,
            seed: wishes.seed,
            effort: self.pace.heatmaps,
        })
    }

    /// Of which photos.
    pub fn studied_sources(&self) -> &'static [Source] {
        match self.comparison {
            Comparison::First => &[Source::A],
            Comparison::Second => &[Source::B],
            Comparison::Both | Comparison::Difference => &[Source::A, Source::B],
        }
    }
}
