//! The engine follows what is asked: first what is looked at, then every other size of the change.

use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{FoolOrder, Fooled};
use crate::state::fool::KEPT;
use crate::state::{ClassifiersTab, FOOL_SIZES as SIZES, FoolAsked, FoolEntry, View};
use crate::visualize::fool::Undo;

/// Things that are done to a changed photo: everything that takes the change back, and noise.
const TREATMENTS: usize = Undo::ALL.len() + 1;

impl App {
    /// Fools the photo while that is looked at.
    pub(in crate::app) fn follow_fool(&mut self) {
        if self.state.view != View::Classifiers(ClassifiersTab::FOOL) {
            self.rest_fool();
            return;
        }
        let Some(asked) = self.state.fool_asked() else { return };
        if asked.is_answer() {
            self.rest_fool();
            return;
        }
        // Whether one step would do is asked beside it.
        let once = FoolAsked { steps: 1, ..asked };
        for asked in [once, asked] {
            if self.state.fool.of(&asked).is_none() {
                let entry = FoolEntry { asked, known: [const { None }; SIZES], has_failed: false };
                self.state.fool.entries.insert(0, entry);
                self.state.fool.entries.truncate(KEPT);
            }
        }
        let Some(entry) = self.state.fool.of(&asked) else { return };
        if entry.has_failed {
            return;
        }
        let epsilon = self.state.fool.wishes.epsilon;
        let is_whole = |fooled: &Arc<Fooled>| fooled.treated.len() == TREATMENTS;
        let is_known = entry.known[usize::from(epsilon)].as_ref().is_some_and(is_whole);
        if epsilon > 0 && !is_known && self.requested.fool.one != Some((asked, epsilon)) {
            if let Some(order) = self.fool_order(&asked, vec![epsilon]) {
                self.engine.fool(order);
            }
            self.requested.fool.one = Some((asked, epsilon));
        }
        if self.requested.fool.all != Some(asked) {
            if let Some(mut order) = self.fool_order(&asked, entry.missing()) {
                let once = self.state.fool.of(&once).filter(|_| once != asked);
                order.recipes.extend(
                    once.into_iter().flat_map(|entry| entry.missing().into_iter().map(|size| entry.asked.recipe(size))),
                );
                self.engine.fool_all(order);
            }
            self.requested.fool.all = Some(asked);
        }
    }

    fn fool_order(&self, asked: &FoolAsked, sizes: Vec<u8>) -> Option<FoolOrder> {
        let view = self.state.fooled_photo()?;
        let recipes = sizes.into_iter().map(|size| asked.recipe(size)).collect();
        let (run, muted) = (Arc::clone(view.run()), view.off().clone());
        Some(FoolOrder { run, report: asked.report, muted, answer: asked.answer, recipes })
    }

    fn rest_fool(&mut self) {
        let requested = std::mem::take(&mut self.requested.fool);
        if requested.one.is_some() || requested.all.is_some() {
            self.engine.cancel_fool();
        }
    }

    /// A changed photo is there, or more is known of it.
    pub(in crate::app) fn take_fooled(&mut self, fooled: Arc<Fooled>) {
        let recipe = fooled.recipe;
        let is_of = |entry: &&mut FoolEntry| {
            let asked = &entry.asked;
            asked.report == fooled.report && asked.recipe(recipe.epsilon) == recipe
        };
        let Some(entry) = self.state.fool.entries.iter_mut().find(is_of) else { return };
        let Some(place) = entry.known.get_mut(usize::from(recipe.epsilon)) else { return };
        let knows_more = place.as_ref().is_none_or(|known| known.treated.len() <= fooled.treated.len());
        if knows_more {
            *place = Some(fooled);
        }
    }

    /// Nothing comes of it: what is known stays.
    pub(in crate::app) fn fool_failed(&mut self) {
        let Some(asked) = self.state.fool_asked() else { return };
        if let Some(entry) = self.state.fool.entries.iter_mut().find(|entry| entry.asked == asked) {
            entry.has_failed = true;
        }
    }
}
