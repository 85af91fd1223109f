//! The engine rebuilds the photo from what is looked at, then from what stands beside it.

use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{ForwardRun, RebuildOrder, Rebuilt, Studio, UserError};
use crate::state::rebuild::{KEPT, Model};
use crate::state::{LayerPane, Making, RebuildEntry, RebuildWishes, Rebuilds};
use crate::visualize::rebuild::{RebuildRecipe, Rebuilding, can_rebuild};

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
            self.state.rebuilds.shown = Studio::empty();
            return;
        }
        let model =
            Model { weights: run.network.sha256.clone(), photo: run.photo.id, muted: self.state.muted().clone() };
        self.follow_rebuild(&model, run);
        self.follow_other_rebuilds(&model, run);
    }

    fn follow_rebuild(&mut self, model: &Model, run: &Arc<ForwardRun>) {
        let recipe = self.state.rebuild_recipe();
        let studio = self.rebuild_entry(model, &recipe);
        if !self.state.rebuilds.shown.is_same(&studio) {
            self.state.rebuilds.shown = studio.clone();
            // What is looked at goes first, though it may be on its way beside the one before.
            self.rest_rebuilds();
            self.state.rebuilds.let_go();
        }
        let Some(entry) = self.state.rebuilds.entry_mut(&studio) else { return };
        if matches!(entry.making, Making::Idle) {
            entry.making = Making::Running;
            let order = order(entry, run);
            self.engine.rebuild(order);
        }
    }

    /// Those beside it are made once the one that is looked at is done: what a reduction reads, then five depths.
    fn follow_other_rebuilds(&mut self, model: &Model, run: &Arc<ForwardRun>) {
        let is_done = self.state.rebuilds.shown().is_some_and(|entry| matches!(entry.making, Making::Done));
        if !is_done || self.state.rebuilds.others_run {
            return;
        }
        // The lesson is about the reduction alone.
        let strip = match self.state.is_about_reduction() {
            true => Vec::new(),
            false => self.state.rebuild_strip().to_vec(),
        };
        let recipes = self.state.rebuild_before().into_iter().chain(strip);
        let studios: Vec<_> = recipes.map(|recipe| self.rebuild_entry(model, &recipe)).collect();
        let rebuilds = &mut self.state.rebuilds;
        let mut orders = Vec::new();
        for studio in studios {
            if let Some(entry) = rebuilds.entry_mut(&studio)
                && matches!(entry.making, Making::Idle)
            {
                entry.making = Making::Running;
                orders.push(order(entry, run));
            }
        }
        if !orders.is_empty() {
            rebuilds.others_run = true;
            self.engine.rebuilds(orders);
        }
    }

    /// The picture by that recipe, begun or not.
    fn rebuild_entry(&mut self, model: &Model, recipe: &RebuildRecipe) -> Studio<Rebuilding> {
        let steps = self.state.looks_for.pace.rebuild;
        let rebuilds = &mut self.state.rebuilds;
        let known = rebuilds.entries.iter().position(|entry| entry.model == *model && entry.recipe == *recipe);
        if let Some(known) = known {
            rebuilds.entries[..=known].rotate_right(1);
            return rebuilds.entries[0].studio.clone();
        }
        let studio = Studio::empty();
        let (model, recipe) = (model.clone(), recipe.clone());
        let (rebuilt, making) = (None, Making::Idle);
        let entry = RebuildEntry { model, recipe, rebuilt, making, steps, studio: studio.clone() };
        rebuilds.entries.insert(0, entry);
        rebuilds.entries.truncate(KEPT);
        studio
    }

    fn rest_rebuilds(&mut self) {
        if !self.state.rebuilds.is_running() {
            return;
        }
        self.engine.cancel_rebuild();
        self.engine.cancel_rebuilds();
        self.state.rebuilds.others_run = false;
        for entry in &mut self.state.rebuilds.entries {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Idle;
            }
        }
    }

    /// Other weights know other things.
    pub(in crate::app) fn forget_rebuilds(&mut self) {
        self.rest_rebuilds();
        self.state.rebuilds = Rebuilds { wishes: self.state.rebuilds.wishes, ..Rebuilds::default() };
    }

    /// Rebuilds differently.
    pub(in crate::app) fn rebuild_otherwise(&mut self, wishes: RebuildWishes) {
        self.rest_rebuilds();
        self.state.rebuilds.wishes = wishes;
    }

    /// Stops the picture that is looked at.
    pub(in crate::app) fn stop_rebuild(&mut self) {
        self.rest_rebuilds();
        let shown = self.state.rebuilds.shown.clone();
        if let Some(entry) = self.state.rebuilds.entry_mut(&shown)
            && matches!(entry.making, Making::Idle)
        {
            entry.making = Making::Stopped;
        }
    }

    /// Goes on with it, tries it again, or does as many steps more; of a reduction what it reads too.
    pub(in crate::app) fn go_on_rebuilding(&mut self) {
        let more = self.state.looks_for.pace.rebuild;
        let before = self.state.rebuild_before();
        let before = before.and_then(|recipe| self.state.rebuilds.of(&recipe)).map(|entry| entry.studio.clone());
        let shown = self.state.rebuilds.shown.clone();
        self.rest_rebuilds();
        for studio in [Some(shown), before].into_iter().flatten() {
            let Some(entry) = self.state.rebuilds.entry_mut(&studio) else { continue };
            if matches!(entry.making, Making::Done) {
                entry.steps += more;
            }
            entry.making = Making::Idle;
        }
    }

    /// A picture is further than before.
    pub(in crate::app) fn take_rebuilt(&mut self, studio: &Studio<Rebuilding>, rebuilt: Arc<Rebuilt>) {
        let Some(entry) = self.state.rebuilds.entry_mut(studio) else { return };
        if rebuilt.is_finished {
            entry.making = Making::Done;
        }
        // What was measured a few steps ago stands until something newer is.
        let before = entry.rebuilt.take().and_then(|before| before.correlations);
        let rebuilt = match (rebuilt.correlations, before) {
            (None, Some(correlations)) => {
                Arc::new(Rebuilt { correlations: Some(correlations), ..Rebuilt::clone(&rebuilt) })
            }
            (Some(_), _) | (None, None) => rebuilt,
        };
        entry.rebuilt = Some(rebuilt);
    }

    /// Nothing comes of the picture that is looked at: what there is of it stays.
    pub(in crate::app) fn rebuild_failed(&mut self, error: UserError) {
        let shown = self.state.rebuilds.shown.clone();
        if let Some(entry) = self.state.rebuilds.entry_mut(&shown) {
            entry.making = Making::Failed(error);
        }
    }

    /// Nothing more is on its way beside it.
    pub(in crate::app) fn rebuilds_ended(&mut self) {
        let rebuilds = &mut self.state.rebuilds;
        rebuilds.others_run = false;
        let shown = rebuilds.shown.clone();
        // What failed is not tried again by itself.
        for entry in rebuilds.entries.iter_mut().filter(|entry| !entry.studio.is_same(&shown)) {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Stopped;
            }
        }
        rebuilds.let_go();
    }
}

fn order(entry: &RebuildEntry, run: &Arc<ForwardRun>) -> RebuildOrder {
    RebuildOrder {
        network: Arc::clone(&run.network),
        muted: entry.model.muted.clone(),
        seen: Arc::new(run.photo.prepared.pixels.clone()),
        recipe: entry.recipe.clone(),
        steps: entry.steps,
        studio: entry.studio.clone(),
    }
}
