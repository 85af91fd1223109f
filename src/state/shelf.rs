//! Pictures that the engine makes of the photo step by step: the one that is looked at, and others beside it.

use std::sync::Arc;

use super::making::Making;
use crate::engine::{ForwardRun, Muted, Studio, UserError};

/// A picture as far as it is, and how pictures of its kind are kept.
pub trait Made: Clone {
    /// How it is made.
    type Recipe: Clone + PartialEq;
    /// How much of it is wanted, where its recipe does not say.
    type Wanted: Clone;
    /// What the next ones are to be like.
    type Wishes: Clone + Copy + Default;
    /// What the engine goes on with.
    type Work;
    /// Pictures that are kept.
    const KEPT: usize;
    /// Pictures that rest and can be gone on with: their numbers take much more room than they do.  Older ones begin anew.
    const KEPT_UNDER_WAY: usize;
    /// Whether one that is done can be gone on with too.
    const GOES_ON: bool;

    /// Whether nothing more comes.
    fn is_finished(&self) -> bool;

    /// With what was found a few steps ago and stands until it is found anew.
    #[must_use]
    fn after(self: Arc<Self>, before: &Self) -> Arc<Self>;
}

/// All that a picture depends on but its recipe.
#[derive(Clone, PartialEq)]
pub(crate) struct MadeOf {
    weights: String,
    photo: u64,
    pub(crate) muted: Muted,
}

impl MadeOf {
    /// That run, with what is switched off.
    pub(crate) fn new(run: &ForwardRun, muted: &Muted) -> Self {
        Self { weights: run.network.sha256.clone(), photo: run.photo.id, muted: muted.clone() }
    }
}

/// One picture.
#[derive(Clone)]
pub struct Entry<P: Made> {
    pub(crate) of: MadeOf,
    /// How.
    pub recipe: P::Recipe,
    /// As far as it is.
    pub made: Option<Arc<P>>,
    /// How far that is.
    pub making: Making,
    /// How much of it is wanted.
    pub wanted: P::Wanted,
    pub(crate) studio: Studio<P::Work>,
}

impl<P: Made> Entry<P> {
    fn rests(&self) -> bool {
        match self.making {
            Making::Running => false,
            Making::Done => P::GOES_ON,
            Making::Idle | Making::Stopped | Making::Failed(_) => true,
        }
    }

    fn go_on(&mut self, more: impl FnOnce(&mut P::Wanted)) {
        match self.making {
            Making::Idle | Making::Running => {}
            Making::Done if P::GOES_ON => {
                more(&mut self.wanted);
                self.making = Making::Idle;
            }
            Making::Done => {}
            Making::Stopped | Making::Failed(_) => self.making = Making::Idle,
        }
    }
}

/// All of one kind.
#[derive(Clone)]
pub struct Shelf<P: Made> {
    /// What the next ones are to be like.
    pub wishes: P::Wishes,
    /// The latest asked for first.
    entries: Vec<Entry<P>>,
    /// The studio of the picture that is looked at.
    shown: Studio<P::Work>,
    /// The last one that was drawn, kept where the next fails.
    last: Option<Arc<P>>,
    /// Whether others are on their way.
    others_run: bool,
}

impl<P: Made> Default for Shelf<P> {
    fn default() -> Self {
        let wishes = P::Wishes::default();
        Self { wishes, entries: Vec::new(), shown: Studio::empty(), last: None, others_run: false }
    }
}

impl<P: Made> Shelf<P> {
    /// The picture that is looked at; `None` before it was asked for.
    pub fn shown(&self) -> Option<&Entry<P>> {
        self.entries.iter().find(|entry| entry.studio.is_same(&self.shown))
    }

    /// What is drawn: that picture, or the last one until there is something of it.
    pub fn drawn(&self) -> Option<&Arc<P>> {
        self.shown().and_then(|entry| entry.made.as_ref()).or(self.last.as_ref())
    }

    /// One of the same photo by its recipe.
    pub fn of(&self, recipe: &P::Recipe) -> Option<&Entry<P>> {
        let of = &self.shown()?.of;
        self.entries.iter().find(|entry| entry.of == *of && entry.recipe == *recipe)
    }

    /// What there is of it.
    pub fn made(&self, recipe: &P::Recipe) -> Option<&Arc<P>> {
        self.of(recipe)?.made.as_ref()
    }

    /// Whether any is on its way.
    pub fn is_running(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.making, Making::Running))
    }

    /// Whether those beside it can be begun: it is done, and none of them is on its way.
    pub(crate) fn has_room_for_others(&self) -> bool {
        let is_done = self.shown().is_some_and(|entry| matches!(entry.making, Making::Done));
        is_done && !self.others_run
    }

    fn entry_mut(&mut self, studio: &Studio<P::Work>) -> Option<&mut Entry<P>> {
        self.entries.iter_mut().find(|entry| entry.studio.is_same(studio))
    }

    fn shown_mut(&mut self) -> Option<&mut Entry<P>> {
        let shown = self.shown.clone();
        self.entry_mut(&shown)
    }

    /// The picture by that recipe goes to the front, begun or not.
    fn bring_to_front(&mut self, of: &MadeOf, recipe: &P::Recipe, wanted: &P::Wanted) -> Studio<P::Work> {
        match self.entries.iter().position(|entry| entry.of == *of && entry.recipe == *recipe) {
            Some(known) => self.entries[..=known].rotate_right(1),
            None => {
                let (of, recipe, wanted) = (of.clone(), recipe.clone(), wanted.clone());
                let entry = Entry { of, recipe, made: None, making: Making::Idle, wanted, studio: Studio::empty() };
                self.entries.insert(0, entry);
                self.entries.truncate(P::KEPT);
            }
        }
        self.entries[0].studio.clone()
    }

    /// From now on that one is looked at.  Returns whether another was: then what is on its way is to make room for it.
    pub(crate) fn show(&mut self, of: &MadeOf, recipe: &P::Recipe, wanted: &P::Wanted) -> bool {
        let studio = self.bring_to_front(of, recipe, wanted);
        if self.shown.is_same(&studio) {
            return false;
        }
        // Of another photo nothing is left standing.
        let is_same_photo = self.shown().is_some_and(|entry| entry.of.photo == of.photo);
        self.last = self.drawn().cloned().filter(|_| is_same_photo);
        self.shown = studio;
        true
    }

    /// Nothing is looked at.
    pub(crate) fn show_nothing(&mut self) {
        self.shown = Studio::empty();
    }

    /// Begins the one that is looked at; `None` where it is on its way, done or stopped.
    pub(crate) fn begin(&mut self) -> Option<&Entry<P>> {
        let entry = self.shown_mut().filter(|entry| matches!(entry.making, Making::Idle))?;
        entry.making = Making::Running;
        Some(entry)
    }

    /// Begins those beside it that were never begun.
    pub(crate) fn begin_others(
        &mut self,
        of: &MadeOf,
        recipes: impl IntoIterator<Item = P::Recipe>,
        wanted: &P::Wanted,
    ) -> Vec<&Entry<P>> {
        let studios: Vec<_> = recipes.into_iter().map(|recipe| self.bring_to_front(of, &recipe, wanted)).collect();
        let mut begun = Vec::new();
        for studio in studios {
            let place = self.entries.iter().position(|entry| entry.studio.is_same(&studio));
            if let Some(place) = place.filter(|&place| matches!(self.entries[place].making, Making::Idle)) {
                self.entries[place].making = Making::Running;
                begun.push(place);
            }
        }
        self.others_run = !begun.is_empty();
        begun.into_iter().map(|place| &self.entries[place]).collect()
    }

    /// All of them rest.  Returns whether any was on its way: then the engine is to stop it.
    pub(crate) fn rest(&mut self) -> bool {
        let was_running = self.is_running();
        for entry in self.entries.iter_mut().filter(|entry| matches!(entry.making, Making::Running)) {
            entry.making = Making::Idle;
        }
        self.others_run = false;
        was_running
    }

    /// The one that is looked at does not go on by itself.
    pub(crate) fn stop(&mut self) {
        if let Some(entry) = self.shown_mut().filter(|entry| matches!(entry.making, Making::Idle)) {
            entry.making = Making::Stopped;
        }
    }

    /// The one that is looked at is gone on with, or tried again; `more` is wanted of one that is done.
    pub(crate) fn go_on(&mut self, more: impl FnOnce(&mut P::Wanted)) {
        if let Some(entry) = self.shown_mut() {
            entry.go_on(more);
        }
    }

    /// So is one of the same photo.
    pub(crate) fn go_on_with(&mut self, recipe: &P::Recipe, more: impl FnOnce(&mut P::Wanted)) {
        let studio = self.of(recipe).map(|entry| entry.studio.clone());
        if let Some(entry) = studio.and_then(|studio| self.entry_mut(&studio)) {
            entry.go_on(more);
        }
    }

    /// A picture is further than before.
    pub(crate) fn take(&mut self, studio: &Studio<P::Work>, made: Arc<P>) {
        let Some(entry) = self.entry_mut(studio) else { return };
        if made.is_finished() {
            entry.making = Making::Done;
        }
        entry.made = Some(match entry.made.take() {
            Some(before) => made.after(&before),
            None => made,
        });
    }

    /// Nothing comes of the one that is looked at: what there is of it stays.
    pub(crate) fn fail(&mut self, error: UserError) {
        if let Some(entry) = self.shown_mut() {
            entry.making = Making::Failed(error);
        }
    }

    /// Nothing more is on its way beside it.
    pub(crate) fn others_ended(&mut self) {
        self.others_run = false;
        let shown = &self.shown;
        // What failed is not tried again by itself.
        for entry in self.entries.iter_mut().filter(|entry| !entry.studio.is_same(shown)) {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Stopped;
            }
        }
        self.let_go();
    }

    /// Lets go of the numbers of pictures that rest, but for those asked for last and the one that is looked at; pictures stay.
    pub(crate) fn let_go(&mut self) {
        let shown = &self.shown;
        let rests = |entry: &&mut Entry<P>| entry.made.is_some() && entry.rests() && !entry.studio.is_same(shown);
        for entry in self.entries.iter_mut().filter(rests).skip(P::KEPT_UNDER_WAY) {
            entry.studio = Studio::empty();
        }
    }

    /// Nothing of it is left but the wishes.
    pub(crate) fn forget(&mut self) {
        *self = Self { wishes: self.wishes, ..Self::default() };
    }
}
