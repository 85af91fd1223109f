//! What a person moved in the network view.

use std::sync::Arc;

use super::camera::Viewpoint;
use super::means::Means;
use super::plan::Plan;
use super::search::Search;
use crate::spec::Network;
use crate::state::State;
use crate::ui::chrome::compare::similarity_curve::SimilarityCurve;
use crate::ui::views::contribution;

/// Pan and zoom, the search, and what is kept from frame to frame.
#[derive(Default)]
pub struct NetworkScene {
    pub(super) viewpoint: Viewpoint,
    pub(super) search: Search,
    pub(super) means: Means,
    pub(super) parting: SimilarityCurve,
    plan: Option<Arc<Plan>>,
    /// The selection of the last frame: when it changes, its tooltip is pinned.
    pub(super) selected: Option<String>,
    pub(super) is_pinned: bool,
    /// Which card about contributions is shown.
    pub(super) card: contribution::Card,
}

impl NetworkScene {
    /// Forgets what was worked out in another language.
    pub fn forget_words(&mut self) {
        self.plan = None;
    }

    /// The map of a network, made when it changes.
    pub(super) fn plan(&mut self, network: &Arc<Network>) -> Arc<Plan> {
        match &self.plan {
            Some(plan) if Arc::ptr_eq(&plan.network, network) => plan.clone(),
            _ => {
                let plan = Arc::new(Plan::new(network));
                self.plan = Some(plan.clone());
                plan
            }
        }
    }

    /// A selection made anywhere pins its tooltip; what is selected at the start was nobody's choice, nor what a card of the lesson
    /// selects: there it would lie over the tiles that the card is about.
    pub(super) fn follow(&mut self, state: &State) {
        let selected = &state.selection.layer;
        if self.selected.as_ref() != Some(selected) {
            let is_chosen = self.selected.is_some() || selected != FIRST_SELECTED;
            self.is_pinned = is_chosen && state.tour.is_none();
            self.selected = Some(selected.clone());
        }
    }
}

/// What is selected before anybody selects anything.
pub(super) const FIRST_SELECTED: &str = "conv1";
