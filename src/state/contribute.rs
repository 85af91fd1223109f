//! What every layer adds to the logit under study, as far as it is on screen and known.

use std::sync::Arc;

use super::state::State;
use super::view::View;
use crate::analysis::contribution;
use crate::analysis::contribution::LayerContribution;
use crate::analysis::heatmaps::Question;
use crate::engine::{Contributed, Dropped};
use crate::session::RunView;
use crate::spec::{Head, MODULES, Modules};

impl State {
    /// Whether contributions are shown in place of mean activations.
    pub fn shows_contribution(&self) -> bool {
        let is_view = match self.view {
            View::Network => true,
            View::Module(_) => self.arrangement.tool.is_none() && !self.arrangement.side_by_side,
            View::Layer | View::Classifiers(_) | View::Cost(_) | View::Album(_) => false,
        };
        // Nobody trained a naive network: it has no logits.
        is_view && self.arrangement.contribution && self.modules == Modules::Reduced
    }

    /// The run that they are about, and which logit.
    pub fn contribution_question(&self) -> Option<(&RunView, Question)> {
        let shown = self.shown_as(self.source())?;
        let classes = shown.report.labels.len();
        let class = self.class().filter(|&class| class < classes)?;
        let minus = self.study.minus.filter(|&minus| minus != class && minus < classes);
        Some((shown, Question { head: Head::Main, class, minus }))
    }

    /// What they are, once they are known for what is on screen.
    pub fn contributed(&self) -> Option<&Arc<Contributed>> {
        let (shown, question) = self.contribution_question()?;
        let known = self.found.contributed.as_ref()?;
        // A moving picture is a frame ahead.
        let is_it = known.report == shown.report.id || self.is_playing();
        (is_it && known.contributions.question == question).then_some(known)
    }

    /// The layer that is looked at: the module in view, else that of the selection.
    pub fn contributing_layer(&self) -> String {
        if let View::Module(module) = self.view {
            return MODULES[module].layer_name();
        }
        let selected = self.selection.layer.split('.').next().unwrap_or_default();
        let known = contribution::layers().into_iter().find(|layer| layer == selected);
        known.unwrap_or_else(|| "inception5b".to_owned())
    }

    /// What it adds.
    pub fn contribution(&self) -> Option<&LayerContribution> {
        self.contributed()?.contributions.layer(&self.contributing_layer())
    }

    /// What is really lost without its branches and strongest channels, as far as it is known.
    pub fn dropped(&self) -> Option<&Arc<Dropped>> {
        let known = self.found.dropped.as_ref()?;
        let contributed = self.contributed()?;
        let is_asked = known.report == contributed.report && known.question == contributed.contributions.question;
        (is_asked && known.layer == self.contributing_layer()).then_some(known)
    }
}
