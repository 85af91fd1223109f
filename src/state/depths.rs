//! What is known of how alike both networks see the photos of the album at each depth.

use std::sync::Arc;

use super::state::State;
use super::view::{CostTab, View};
use crate::engine::Depths;

impl State {
    /// Whether what is on screen shows it.
    pub(crate) fn looks_at_depths(&self) -> bool {
        self.view == View::Network || self.view == View::Cost(CostTab::NETWORKS)
    }

    /// What is known of both networks that are compared.
    pub fn depths(&self) -> Option<&Arc<Depths>> {
        let [a, b] = self.networks()?;
        let depths = self.found.depths.as_ref()?;
        (depths.weights[0] == a.sha256 && depths.weights[1] == b.sha256).then_some(depths)
    }
}
