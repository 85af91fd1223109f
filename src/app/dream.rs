//! The photo dreams: the dream that is looked at, others at five depths beside it, and sheets that sweep a setting.

use std::sync::Arc;

use super::app::App;
use super::looks_for::Making;
use super::state::State;
use super::tour::Spoiler;
use super::view::{ClassifiersTab, LayerPane, View};
use crate::engine::{DreamOrder, Dreamt, ForwardRun, Muted, Origin, PhotoSource, Studio, UserError};
use crate::spec::{Layer, Op, Place};
use crate::visualize::dream::{Dream, DreamRecipe, Sweep};

/// Layers a dream can be of, from the first to the last.
pub const DEPTHS: [&str; 10] = [
    "conv3",
    "inception3a",
    "inception3b",
    "inception4a",
    "inception4b",
    "inception4c",
    "inception4d",
    "inception4e",
    "inception5a",
    "inception5b",
];

/// The five of the strip, positions in [`DEPTHS`].
pub const STRIP: [usize; 5] = [0, 2, 5, 7, 9];

/// The two depths that the lesson holds against each other, the shallower first.
pub const LESSON_DREAMS: [&str; 2] = ["inception3b", "inception4e"];

/// Strengths, from faint to wild.
pub const STRENGTHS: [f32; 2] = [0.25, 4.0];

/// Dreams that are kept, each at most a megabyte.
const KEPT: usize = 32;

/// Whether a layer can dream: it holds maps of what the photo became.
pub fn can_dream(layer: &Layer) -> bool {
    layer.output.side() > 1 && !matches!(layer.op, Op::Input) && !matches!(layer.place, Place::Head(_))
}

/// How to dream; the layer and the channel are those of the selection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DreamWishes {
    /// Whether one channel dreams, or the whole layer.
    pub is_one_channel: bool,
    /// How strong, [`STRENGTHS`].
    pub strength: f32,
    /// Sizes.
    pub octaves: usize,
    /// Which jitter.
    pub seed: u64,
    /// The setting that a sheet sweeps, in place of the strip of five depths.
    pub sweep: Option<Sweep>,
}

impl Default for DreamWishes {
    fn default() -> Self {
        Self { is_one_channel: false, strength: 1.0, octaves: 4, seed: 0, sweep: None }
    }
}

/// All that a dream depends on but its recipe.
#[derive(Clone, PartialEq)]
struct Sleeper {
    weights: String,
    photo: u64,
    muted: Muted,
}

/// A dream of this photo.
#[derive(Clone)]
pub struct Entry {
    sleeper: Sleeper,
    /// How.
    pub recipe: DreamRecipe,
    /// As far as it is.
    pub dreamt: Option<Arc<Dreamt>>,
    /// How far that is.
    pub making: Making,
    studio: Studio<Dream>,
}

/// Everything about dreams.
#[derive(Clone, Default)]
pub struct Dreams {
    /// How to dream.
    pub wishes: DreamWishes,
    /// Dreams, the latest asked for first.
    entries: Vec<Entry>,
    /// The studio of the dream that is looked at.
    shown: Studio<Dream>,
    /// The last one that was drawn, kept where the next fails.
    last: Option<Arc<Dreamt>>,
    /// Whether others are on their way.
    others_run: bool,
}

impl Dreams {
    /// The dream that is looked at; `None` before it was asked for.
    pub fn shown(&self) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.studio.is_same(&self.shown))
    }

    /// What is drawn: that dream, or the last one until there is something of it.
    pub fn drawn(&self) -> Option<&Arc<Dreamt>> {
        self.shown().and_then(|entry| entry.dreamt.as_ref()).or(self.last.as_ref())
    }

    /// A dream of the same photo by its recipe.
    pub fn of(&self, recipe: &DreamRecipe) -> Option<&Entry> {
        let sleeper = &self.shown()?.sleeper;
        self.entries.iter().find(|entry| entry.sleeper == *sleeper && entry.recipe == *recipe)
    }

    /// Whether any is on its way.
    pub fn is_running(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.making, Making::Running))
    }

    fn entry_mut(&mut self, studio: &Studio<Dream>) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.studio.is_same(studio))
    }
}

impl State {
    /// The recipe of the dream that is looked at.
    pub fn dream_recipe(&self) -> DreamRecipe {
        let wishes = self.dreams.wishes;
        let channel = self.selection.channel.filter(|_| wishes.is_one_channel);
        self.recipe_at(&self.selection.layer, channel)
    }

    /// The same at another depth; there all of the layer dreams.
    pub fn recipe_at(&self, layer: &str, channel: Option<usize>) -> DreamRecipe {
        let wishes = self.dreams.wishes;
        DreamRecipe {
            octaves: wishes.octaves,
            steps: self.looks_for.pace.dream,
            strength: wishes.strength,
            seed: wishes.seed,
            ..DreamRecipe::of(layer, channel)
        }
    }

    /// The recipes beside the dream: five depths, or a setting swept.
    pub fn other_recipes(&self) -> Vec<DreamRecipe> {
        if self.is_covered(Spoiler::DreamDepths) {
            return vec![self.recipe_at(LESSON_DREAMS[0], None)];
        }
        match self.dreams.wishes.sweep {
            None => STRIP.iter().map(|&depth| self.recipe_at(DEPTHS[depth], None)).collect(),
            Some(sweep) => sweep.recipes(&self.dream_recipe()),
        }
    }
}

impl App {
    /// Dreams what is looked at and stops what is not.
    pub(super) fn follow_dreams(&mut self, run: &Arc<ForwardRun>) {
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
            if let Some(before) = dreams.drawn().cloned() {
                dreams.last = Some(before);
            }
            dreams.shown = studio.clone();
            // What is looked at goes first, though it may be on its way beside the one before.
            self.rest_dreams();
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
        let known = dreams.entries.iter().find(|entry| entry.sleeper == *sleeper && entry.recipe == *recipe);
        if let Some(known) = known {
            return known.studio.clone();
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

    /// Dreams differently.
    pub(super) fn dream_otherwise(&mut self, wishes: DreamWishes) {
        self.rest_dreams();
        self.state.dreams.wishes = wishes;
    }

    /// Stops the dream that is looked at.
    pub(super) fn stop_dream(&mut self) {
        self.rest_dreams();
        let shown = self.state.dreams.shown.clone();
        if let Some(entry) = self.state.dreams.entry_mut(&shown)
            && matches!(entry.making, Making::Idle)
        {
            entry.making = Making::Stopped;
        }
    }

    /// Goes on with it, or tries it again.
    pub(super) fn go_on_dreaming(&mut self) {
        let shown = self.state.dreams.shown.clone();
        if let Some(entry) = self.state.dreams.entry_mut(&shown)
            && matches!(entry.making, Making::Stopped | Making::Failed(_))
        {
            entry.making = Making::Idle;
        }
    }

    /// A dream is further than before.
    pub(super) fn take_dreamt(&mut self, studio: &Studio<Dream>, dreamt: Arc<Dreamt>) {
        let Some(entry) = self.state.dreams.entry_mut(studio) else { return };
        if dreamt.is_finished {
            entry.making = Making::Done;
            // What is done is not gone on with: its numbers may go.
            *entry.studio.open() = None;
        }
        entry.dreamt = Some(dreamt);
    }

    /// Nothing comes of the dream that is looked at: the last picture stays.
    pub(super) fn dream_failed(&mut self, error: UserError) {
        let shown = self.state.dreams.shown.clone();
        if let Some(entry) = self.state.dreams.entry_mut(&shown) {
            entry.making = Making::Failed(error);
        }
    }

    /// Nothing more is on its way beside it.
    pub(super) fn dreams_ended(&mut self) {
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
    pub(super) fn open_dream(&mut self, name: String) {
        let Some(dreamt) = self.state.dreams.drawn().cloned() else { return };
        self.open(PhotoSource::Ready { name, origin: Origin::Pixels(Arc::clone(&dreamt.picture)) });
        self.show(View::Classifiers(ClassifiersTab::EVIDENCE));
    }
}

fn order(entry: &Entry, run: &Arc<ForwardRun>) -> DreamOrder {
    DreamOrder {
        network: Arc::clone(&run.network),
        muted: entry.sleeper.muted.clone(),
        photo: Arc::clone(&run.photo.display),
        recipe: entry.recipe.clone(),
        studio: entry.studio.clone(),
    }
}
