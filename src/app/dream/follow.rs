//! The engine dreams what is looked at, then what stands beside it.

use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{DreamOrder, Dreamt, ForwardRun, Origin, PhotoSource};
use crate::state::shelf::MadeOf;
use crate::state::{ClassifiersTab, DreamWishes, Entry, LayerPane, View, dream_photo};

impl App {
    /// Dreams what is looked at and stops what is not.
    pub(in crate::app) fn follow_dreams(&mut self, run: &Arc<ForwardRun>) {
        if !self.state.sees(LayerPane::Dream) {
            self.rest_dreams();
            return;
        }
        let of = MadeOf::new(run, self.state.muted());
        let recipe = self.state.dream_recipe();
        if self.state.dreams.show(&of, &recipe, &()) {
            // What is looked at goes first, though it may be on its way beside the one before.
            self.rest_dreams();
            self.state.dreams.let_go();
        }
        if let Some(entry) = self.state.dreams.begin() {
            self.engine.dream(order(entry, run));
        }
        // Those beside it are dreamt once it is done.
        if self.state.dreams.has_room_for_others() {
            let recipes = self.state.other_recipes();
            let begun = self.state.dreams.begin_others(&of, recipes, &());
            let orders: Vec<_> = begun.into_iter().map(|entry| order(entry, run)).collect();
            if !orders.is_empty() {
                self.engine.dreams(orders);
            }
        }
    }

    fn rest_dreams(&mut self) {
        if self.state.dreams.rest() {
            self.engine.cancel_dream();
            self.engine.cancel_dreams();
        }
    }

    /// Other weights dream other dreams.
    pub(in crate::app) fn forget_dreams(&mut self) {
        self.rest_dreams();
        self.state.dreams.forget();
    }

    /// Dreams differently.
    pub(in crate::app) fn dream_otherwise(&mut self, wishes: DreamWishes) {
        self.rest_dreams();
        self.state.dreams.wishes = wishes;
    }

    /// Stops the dream that is looked at.
    pub(in crate::app) fn stop_dream(&mut self) {
        self.rest_dreams();
        self.state.dreams.stop();
    }

    /// The dream becomes the photo, so that all views are about it.
    pub(in crate::app) fn open_dream(&mut self, name: String) {
        let Some(dreamt) = self.state.dreams.drawn().cloned() else { return };
        self.open(PhotoSource::Ready { name, origin: Origin::Pixels(Arc::clone(&dreamt.picture)) });
        self.show(View::Classifiers(ClassifiersTab::EVIDENCE));
    }
}

fn order(entry: &Entry<Dreamt>, run: &Arc<ForwardRun>) -> DreamOrder {
    DreamOrder {
        network: Arc::clone(&run.network),
        muted: entry.of.muted.clone(),
        photo: dream_photo(&run.photo),
        recipe: entry.recipe.clone(),
        studio: entry.studio.clone(),
    }
}
