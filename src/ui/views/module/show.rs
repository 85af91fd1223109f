//! What every part of the view is drawn from.

use super::facts::{Facts, Stage, Version};
use crate::analysis::NaiveModule;
use crate::locale::text::tr;
use crate::session::{Map, Source as PhotoSource};
use crate::state::State;
use crate::ui::chrome::compare;
use crate::ui::style::Theme;

/// What every part of the view is drawn from.
#[derive(Clone, Copy)]
pub(super) struct Show<'a> {
    pub(super) state: &'a State,
    pub(super) theme: &'a Theme,
    pub(super) facts: &'a Facts,
    /// Whether the naive module is drawn.
    pub(super) is_naive: bool,
    /// Whether the factorised one is; then it is not naive.
    pub(super) is_factorised: bool,
    /// Whether it is one of two beside each other.
    pub(super) is_half: bool,
    /// The naive run of this module, once done.
    pub(super) naive: Option<&'a NaiveModule>,
}

impl Show<'_> {
    /// The module that is drawn.
    pub(super) fn version(&self) -> &Version {
        match (self.is_factorised, self.is_naive) {
            (true, _) => &self.facts.factorised,
            (false, true) => &self.facts.naive,
            (false, false) => &self.facts.reduced,
        }
    }

    /// What a screen reader says of a thing that stands there twice, once in each mode, while both are shown.
    pub(super) fn name_of_half(&self, name: &str) -> String {
        let mode = match (self.is_half, self.is_naive) {
            (false, _) => return name.to_owned(),
            (true, true) => tr("module-column-naive"),
            (true, false) => tr("module-column-reduced"),
        };
        format!("{mode}: {name}")
    }

    /// The activation of a stage in the mode that is drawn.
    pub(super) fn map(&self, name: &str) -> Option<Map> {
        // Nobody trained a factorised module here.
        if self.is_factorised {
            return None;
        }
        let source = if self.is_naive { PhotoSource::Linear } else { self.state.source() };
        self.state.maps().get(source, name)
    }

    /// What a module reads: of the first photo where what it makes of it is shown for that one only.
    pub(super) fn input_map(&self) -> Option<Map> {
        let source = if self.is_naive { PhotoSource::A } else { self.state.source() };
        self.state.maps().get(source, &self.facts.input_name)
    }

    /// Where numbers that are computed on come from: one of the photos.
    pub(super) fn photo(&self) -> PhotoSource {
        match self.state.source() {
            PhotoSource::B => PhotoSource::B,
            PhotoSource::A | PhotoSource::AMinusB | PhotoSource::Linear | PhotoSource::AMinusLinear => PhotoSource::A,
        }
    }

    /// Whether both photos are shown where otherwise one is.
    pub(super) fn is_pair(&self) -> bool {
        compare::shows_both(self.state) && !self.is_naive
    }

    /// Milliseconds of a stage in the mode that is drawn.
    pub(super) fn stage_ms(&self, stage: &Stage) -> Option<f64> {
        if self.is_factorised {
            None
        } else if self.is_naive {
            self.naive?.naive_ms.get(&stage.name).copied()
        } else {
            self.state.layer_ms(stage.index?).map(|(ms, _)| ms)
        }
    }

    /// Milliseconds of the whole module: naive, then reduced; measured together where the naive one ran.
    pub(super) fn totals_ms(&self) -> [Option<f64>; 2] {
        match self.naive {
            Some(run) => [Some(run.naive_ms.values().sum()), Some(run.reduced_ms.values().sum())],
            None => [None, self.state.module_ms(self.facts.module).map(|(ms, _)| ms)],
        }
    }

    /// Runs behind the times on screen.
    pub(super) fn runs(&self) -> Option<usize> {
        if self.is_factorised {
            None
        } else if self.is_naive {
            self.naive.map(|run| run.runs)
        } else {
            self.state.module_ms(self.facts.module).map(|(_, runs)| runs)
        }
    }

    /// A branch's share of what the module adds to the class, while that is shown and known.
    pub(super) fn share(&self, branch: usize) -> Option<f64> {
        let is_shown = !self.is_naive && !self.is_factorised && self.state.shows_contribution();
        Some(self.state.contribution().filter(|_| is_shown)?.shares()?[branch])
    }

    /// Whether a branch of this module is switched off in what is drawn.
    pub(super) fn is_off(&self, branch: usize) -> bool {
        !self.is_naive && !self.is_factorised && self.state.is_branch_off(self.facts.module, branch)
    }

    /// Whether nothing may move.
    pub(super) fn is_still(&self) -> bool {
        self.state.still || self.state.settings.reduce_motion
    }
}
