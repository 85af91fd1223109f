//! The engine dreams what is looked at, then what stands beside it.

use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{DreamOrder, Dreamt, ForwardRun, Origin, PhotoSource, Studio, UserError};
use crate::state::dream::{KEPT, Sleeper};
use crate::state::{ClassifiersTab, DreamWishes, Dreams, Entry, LayerPane, Making, View, dream_photo};
use crate::visualize::dream::{Dream, DreamRecipe};

impl App {
    /// Dreams what is looked at and stops what is not.
    pub(in crate::app) fn follow_dreams(&mut self, run: &Arc<ForwardRun>) {
        if !self.state.sees(LayerPane::Dream) {
            self.rest_dreams();
            return;
        }
        let sleeper =
            Sleeper { weights: run.network.sha256.clone(), photo: run.photo.id, muted: self.state.muted().clone() };
        self.follow_dream(&sleeper, run);
        self.follow_others(&sleeper, run);
    }

    fn follow_dream(&mut self, sleeper: &Sleeper, run: &Arc<ForwardRun>) {
        let recipe = self.state.dream_recipe();
        let studio = self.entry(sleeper, &recipe);
        let dreams = &mut self.state.dreams;
        if !dreams.shown.is_same(&studio) {
            // Of another photo nothing is left standing.
            let is_same_photo = dreams.shown().is_some_and(|entry| entry.sleeper.photo == sleeper.photo);
            dreams.last = dreams.drawn().cloned().filter(|_| is_same_photo);
            dreams.shown = studio.clone();
            // What is looked at goes first, though it may be on its way beside the one before.
            self.rest_dreams();
            self.state.dreams.let_go();
        }
        let Some(entry) = self.state.dreams.entry_mut(&studio) else { return };
        if matches!(entry.making, Making::Idle) {
            entry.making = Making::Running;
            let order = order(entry, run);
            self.engine.dream(order);
        }
    }

    /// Those beside it are dreamt once the one that is looked at is done.
    fn follow_others(&mut self, sleeper: &Sleeper, run: &Arc<ForwardRun>) {
        let is_done = self.state.dreams.shown().is_some_and(|entry| matches!(entry.making, Making::Done));
        if !is_done || self.state.dreams.others_run {
            return;
        }
        let studios: Vec<_> = self.state.other_recipes().iter().map(|recipe| self.entry(sleeper, recipe)).collect();
        let dreams = &mut self.state.dreams;
        let mut orders = Vec::new();
        for studio in studios {
            if let Some(entry) = dreams.entry_mut(&studio)
                && matches!(entry.making, Making::Idle)
            {
                entry.making = Making::Running;
                orders.push(order(entry, run));
            }
        }
        if !orders.is_empty() {
            dreams.others_run = true;
            self.engine.dreams(orders);
        }
    }

    /// The dream by that recipe, begun or not.
    fn entry(&mut self, sleeper: &Sleeper, recipe: &DreamRecipe) -> Studio<Dream> {
        let dreams = &mut self.state.dreams;
        let known = dreams.entries.iter().position(|entry| entry.sleeper == *sleeper && entry.recipe == *recipe);
        if let Some(known) = known {
            dreams.entries[..=known].rotate_right(1);
            return dreams.entries[0].studio.clone();
        }
        let studio = Studio::empty();
        dreams.entries.insert(
            0,
            Entry {
                sleeper: sleeper.clone(),
                recipe: recipe.clone(),
                dreamt: None,
                making: Making::Idle,
                studio: studio.clone(),
            },
        );
        dreams.entries.truncate(KEPT);
        studio
    }

    fn rest_dreams(&mut self) {
        if !self.state.dreams.is_running() {
            return;
        }
        self.engine.cancel_dream();
        self.engine.cancel_dreams();
        self.state.dreams.others_run = false;
        for entry in &mut self.state.dreams.entries {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Idle;
            }
        }
    }

    /// Other weights dream other dreams.
    pub(in crate::app) fn forget_dreams(&mut self) {
        self.rest_dreams();
        self.state.dreams = Dreams { wishes: self.state.dreams.wishes, ..Dreams::default() };
    }

    /// Dreams differently.
    pub(in crate::app) fn dream_otherwise(&mut self, wishes: DreamWishes) {
        self.rest_dreams();
        self.state.dreams.wishes = wishes;
    }

    /// Stops the dream that is looked at.
    pub(in crate::app) fn stop_dream(&mut self) {
        self.rest_dreams();
        let shown = self.state.dreams.shown.clone();
        if let Some(entry) = self.state.dreams.entry_mut(&shown)
            && matches!(entry.making, Making::Idle)
        {
            entry.making = Making::Stopped;
        }
    }

    /// Goes on with it, or tries it again.
    pub(in crate::app) fn go_on_dreaming(&mut self) {
        let shown = self.state.dreams.shown.clone();
        if let Some(entry) = self.state.dreams.entry_mut(&shown)
            && matches!(entry.making, Making::Stopped | Making::Failed(_))
        {
            entry.making = Making::Idle;
        }
    }

    /// A dream is further than before.
    pub(in crate::app) fn take_dreamt(&mut self, studio: &Studio<Dream>, dreamt: Arc<Dreamt>) {
        let Some(entry) = self.state.dreams.entry_mut(studio) else { return };
        if dreamt.is_finished {
            entry.making = Making::Done;
        }
        // What was said a few steps ago stands until something newer is said.
        let dreamt = match (&dreamt.scores, entry.dreamt.take().and_then(|before| before.scores.clone())) {
            (None, Some(scores)) => Arc::new(Dreamt { scores: Some(scores), ..Dreamt::clone(&dreamt) }),
            (Some(_), _) | (None, None) => dreamt,
        };
        entry.dreamt = Some(dreamt);
    }

    /// Nothing comes of the dream that is looked at: the last picture stays.
    pub(in crate::app) fn dream_failed(&mut self, error: UserError) {
        let shown = self.state.dreams.shown.clone();
        if let Some(entry) = self.state.dreams.entry_mut(&shown) {
            entry.making = Making::Failed(error);
        }
    }

    /// Nothing more is on its way beside it.
    pub(in crate::app) fn dreams_ended(&mut self) {
        let dreams = &mut self.state.dreams;
        dreams.others_run = false;
        let shown = dreams.shown.clone();
        // What failed is not tried again by itself.
        for entry in dreams.entries.iter_mut().filter(|entry| !entry.studio.is_same(&shown)) {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Stopped;
            }
        }
    }

    /// The dream becomes the photo, so that all views are about it.
    pub(in crate::app) fn open_dream(&mut self, name: String) {
        let Some(dreamt) = self.state.dreams.drawn().cloned() else { return };
        self.open(PhotoSource::Ready { name, origin: Origin::Pixels(Arc::clone(&dreamt.picture)) });
        self.show(View::Classifiers(ClassifiersTab::EVIDENCE));
    }
}

fn order(entry: &Entry, run: &Arc<ForwardRun>) -> DreamOrder {
    DreamOrder {
        network: Arc::clone(&run.network),
        muted: entry.sleeper.muted.clone(),
        photo: dream_photo(&run.photo),
        recipe: entry.recipe.clone(),
        studio: entry.studio.clone(),
    }
}
