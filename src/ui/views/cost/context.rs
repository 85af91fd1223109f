//! What every part of the view is drawn from.

use egui::Rect;

use super::facts::Facts;
use crate::analysis::peak::achieved_gflops;
use crate::spec::Section;
use crate::state::{Spoiler, State};
use crate::ui::style::Theme;

/// What every part of the view is drawn from.
#[derive(Clone, Copy)]
pub(super) struct CostContext<'a> {
    pub(super) state: &'a State,
    pub(super) theme: &'a Theme,
    pub(super) facts: &'a Facts,
}

impl CostContext<'_> {
    /// Whether a class is still to guess the multiply-accumulates of the lineage.
    pub(super) fn hides_macs(&self) -> bool {
        self.state.is_covered(Spoiler::LineageMacs)
    }

    /// Where a tab's parts stand: as they do on a desk, or one of them alone over all of `rect` before a class.
    pub(super) fn one_at_a_time<const N: usize>(&self, rect: Rect, desk: [Rect; N]) -> [Option<Rect>; N] {
        match self.state.panel(N) {
            None => desk.map(Some),
            Some(panel) => std::array::from_fn(|place| (place == panel).then_some(rect)),
        }
    }

    /// Whether nothing may move.
    pub(super) fn is_still(&self) -> bool {
        self.state.still || self.state.settings.reduce_motion
    }

    /// Billions of floating-point operations a second of the whole answer, auxiliary heads left out.
    pub(super) fn achieved(&self) -> Option<f64> {
        let layers = self.facts.network.layers.iter().enumerate();
        let answering = layers.filter(|(_, layer)| Section::of(layer.place) != Some(Section::Aux));
        let mut total_ms = 0.0;
        for (index, _) in answering {
            total_ms += self.state.layer_ms(index)?.0;
        }
        achieved_gflops(self.facts.reduced.network.macs, total_ms)
    }
}

/// A switch above the tabs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Switch {
    /// Linear or logarithmic.
    Scale,
    /// Multiply-accumulates or floating-point operations.
    Unit,
    /// What naive modules read.
    NaiveInput,
}
