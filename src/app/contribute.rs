//! What every layer adds to the logit under study is asked for, while that is looked at.

use std::sync::Arc;

use super::app::App;
use crate::engine::TESTED;

impl App {
    /// Computes them once for a run and a question, then tests the layer that is looked at.
    pub(super) fn follow_contribution(&mut self) {
        if !self.state.shows_contribution() {
            let requested = std::mem::take(&mut self.requested.contribution);
            if requested.contribution.is_some() {
                self.engine.cancel_contribution();
            }
            return;
        }
        let Some((shown, question)) = self.state.contribution_question() else { return };
        let (run, report, muted) = (Arc::clone(shown.run()), shown.report.id, shown.off().clone());
        let known = self.state.found.contributed.as_ref();
        let is_known = known.is_some_and(|known| known.report == report && known.contributions.question == question);
        if self.requested.contribution.contribution != Some((report, question)) && !is_known {
            self.requested.contribution.contribution = Some((report, question));
            self.engine.contribute(Arc::clone(&run), (report, muted.clone()), question);
        }
        let Some(contributed) = self.state.contributed().cloned() else { return };
        if self.state.is_playing() {
            return;
        }
        let layer = self.state.contributing_layer();
        let strongest = contributed.strongest(&layer);
        self.follow_strongest(&layer, &strongest[..strongest.len().min(TESTED)]);
        let wanted = (report, question, layer.clone());
        if self.requested.contribution.drops.as_ref() != Some(&wanted) {
            self.requested.contribution.drops = Some(wanted);
            self.engine.drops(run, muted, contributed, layer);
        }
    }
}
