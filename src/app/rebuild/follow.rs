//! The engine rebuilds the photo from what is looked at, then from what stands beside it.

use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{ForwardRun, RebuildOrder, Rebuilt};
use crate::state::shelf::MadeOf;
use crate::state::{Entry, LayerPane, RebuildWishes, can_rebuild};

impl App {
    /// Rebuilds what is looked at and stops what is not.
    pub(in crate::app) fn follow_rebuilds(&mut self, run: &Arc<ForwardRun>) {
        let can = self.state.selected_layer().is_some_and(can_rebuild);
        if !can || !self.state.sees(LayerPane::Rebuild) {
            self.rest_rebuilds();
            return;
        }
        if self.state.has_nothing_to_rebuild() {
            self.rest_rebuilds();
            self.state.rebuilds.show_nothing();
            return;
        }
        let of = MadeOf::new(run, self.state.muted());
        let (recipe, steps) = (self.state.rebuild_recipe(), self.state.pace.rebuild);
        if self.state.rebuilds.show(&of, &recipe, &steps) {
            // What is looked at goes first, though it may be on its way beside the one before.
            self.rest_rebuilds();
            self.state.rebuilds.let_go();
        }
        if let Some(entry) = self.state.rebuilds.begin() {
            self.engine.rebuild(order(entry, run));
        }
        if self.state.rebuilds.has_room_for_others() {
            self.rebuild_others(&of, run);
        }
    }

    /// Those beside it, once it is done: what a reduction reads, then five depths.
    fn rebuild_others(&mut self, of: &MadeOf, run: &Arc<ForwardRun>) {
        // The lesson is about the reduction alone.
        let strip = match self.state.is_about_reduction() {
            true => Vec::new(),
            false => self.state.rebuild_strip().to_vec(),
        };
        let recipes = self.state.rebuild_before().into_iter().chain(strip);
        let begun = self.state.rebuilds.begin_others(of, recipes, &self.state.pace.rebuild);
        let orders: Vec<_> = begun.into_iter().map(|entry| order(entry, run)).collect();
        if !orders.is_empty() {
            self.engine.rebuilds(orders);
        }
    }

    fn rest_rebuilds(&mut self) {
        if self.state.rebuilds.rest() {
            self.engine.cancel_rebuild();
            self.engine.cancel_rebuilds();
        }
    }

    /// Other weights know other things.
    pub(in crate::app) fn forget_rebuilds(&mut self) {
        self.rest_rebuilds();
        self.state.rebuilds.forget();
    }

    /// Rebuilds differently.
    pub(in crate::app) fn rebuild_otherwise(&mut self, wishes: RebuildWishes) {
        self.rest_rebuilds();
        self.state.rebuilds.wishes = wishes;
    }

    /// Stops the picture that is looked at.
    pub(in crate::app) fn stop_rebuild(&mut self) {
        self.rest_rebuilds();
        self.state.rebuilds.stop();
    }

    /// Goes on with it, tries it again, or does as many steps more; of a reduction what it reads too.
    pub(in crate::app) fn go_on_rebuilding(&mut self) {
        let pace = self.state.pace.rebuild;
        let more = |steps: &mut usize| *steps += pace;
        self.rest_rebuilds();
        self.state.rebuilds.go_on(more);
        if let Some(before) = self.state.rebuild_before() {
            self.state.rebuilds.go_on_with(&before, more);
        }
    }
}

fn order(entry: &Entry<Rebuilt>, run: &Arc<ForwardRun>) -> RebuildOrder {
    RebuildOrder {
        network: Arc::clone(&run.network),
        muted: entry.of.muted.clone(),
        seen: Arc::new(run.photo.prepared.pixels.clone()),
        recipe: entry.recipe.clone(),
        steps: entry.wanted,
        studio: entry.studio.clone(),
    }
}
