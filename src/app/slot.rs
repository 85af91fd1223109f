//! One of the two photos: what is asked for is kept apart from what has been run, so that no order of events loses the one
//! for the other.
//!
//! ```text
//! ask(source) --> asked --.
//! network in use ---------+--> order: given to the engine whenever it is another one than the last --> shown
//! fit in the settings ----'
//! ```
//!
//! Nobody runs a photo "again": whatever changes, [`App::follow_photos`] compares what is wanted with what was ordered.

use std::sync::Arc;

use super::app::App;
use super::results::{NetworkState, RunView};
use crate::engine::{LoadedNetwork, Photo, PhotoSource, RequestId, Side, UserError};
use crate::imaging::Fit;

/// How far a slot is with the photo that is asked for.
#[derive(Clone, Debug, Default)]
pub enum PhotoProgress {
    /// No photo was asked for.
    #[default]
    Idle,
    /// It waits for weights, is being read, or is being run.
    Running {
        /// Steps done.
        done: usize,
        /// Steps in all; 0 until known.
        total: usize,
    },
    /// It is on screen.
    Done,
    /// It failed, and nothing else is still to come; what was on screen before it stays.
    Failed(UserError),
}

/// Photos that are remembered while none of them has run.
const KEPT: usize = 16;

/// A photo that is asked for.
#[derive(Clone)]
struct Asked {
    /// Unlike that of any other photo of this slot.
    number: u64,
    source: PhotoSource,
}

/// All that makes a run what it is.
#[derive(Clone)]
struct Order {
    /// The number of the photo.
    photo: u64,
    network: Arc<LoadedNetwork>,
    fit: Option<Fit>,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        self.photo == other.photo && Arc::ptr_eq(&self.network, &other.network) && self.fit == other.fit
    }
}

/// A place for a photo.
#[derive(Clone, Default)]
pub struct Slot {
    /// The photo that is to be shown is the last of these; the others were asked for before it and have not run either.
    asked: Vec<Asked>,
    /// The last order that the engine was given for the last of `asked`.
    ordered: Option<Order>,
    /// The engine's number of that order, while results are awaited: those of any other number are not taken.
    awaited: Option<RequestId>,
    progress: PhotoProgress,
    /// What is on screen: the run, or the same edited or with something switched off.
    shown: Option<RunView>,
    /// The photo and the order behind `shown`.
    ran: Option<(Asked, Order)>,
    asked_so_far: u64,
}

impl Slot {
    /// A slot with a photo on screen that nobody has to run, for views by themselves.
    pub fn showing(shown: RunView) -> Self {
        Self { progress: PhotoProgress::Done, shown: Some(shown), ..Self::default() }
    }

    /// A slot whose photo is being run, `done` of `total` steps, for views by themselves.
    pub fn running(done: usize, total: usize) -> Self {
        Self { progress: PhotoProgress::Running { done, total }, ..Self::default() }
    }

    /// The result on screen: that of the photo asked for, or the one before it.
    pub fn shown(&self) -> Option<&RunView> {
        self.shown.as_ref()
    }

    /// How far it is with the photo that is asked for.
    pub fn progress(&self) -> &PhotoProgress {
        &self.progress
    }

    /// Whether the photo asked for is still to come.
    pub fn is_running(&self) -> bool {
        matches!(self.progress, PhotoProgress::Running { .. })
    }

    /// Whether there is a photo, or soon will be.
    pub fn is_open(&self) -> bool {
        !self.asked.is_empty() || self.shown.is_some()
    }

    /// Name of the photo that is asked for.
    pub fn name(&self) -> &str {
        self.asked.last().map_or("", |asked| asked.source.name())
    }

    /// From now on this photo is wanted; the one on screen stays until it is there.
    pub(super) fn ask(&mut self, source: PhotoSource) {
        self.asked_so_far += 1;
        if !self.is_running() {
            self.asked.clear();
        }
        if self.asked.len() == KEPT {
            self.asked.remove(0);
        }
        self.asked.push(Asked { number: self.asked_so_far, source });
        self.ordered = None;
        self.awaited = None;
        self.progress = PhotoProgress::Running { done: 0, total: 0 };
    }

    /// What the engine is to be given, unless it was given just that.
    fn order(&mut self, network: &Arc<LoadedNetwork>, fit: Option<Fit>) -> Option<PhotoSource> {
        let asked = self.asked.last()?;
        let order = Order { photo: asked.number, network: Arc::clone(network), fit };
        if self.ordered.as_ref() == Some(&order) {
            return None;
        }
        self.ordered = Some(order);
        self.progress = PhotoProgress::Running { done: 0, total: 0 };
        Some(asked.source.clone())
    }

    /// Whether results of that number are awaited.
    pub(super) fn awaits(&self, request: RequestId) -> bool {
        self.awaited == Some(request)
    }

    /// The photo was read: it is not read again, whatever becomes of its file.
    pub(super) fn decoded(&mut self, photo: &Photo) {
        if let Some(asked) = self.asked.last_mut() {
            asked.source = PhotoSource::Ready { name: photo.name.clone(), origin: photo.origin() };
        }
    }

    /// A step of its run is done.
    pub(super) fn step(&mut self, done: usize, total: usize) {
        if self.is_running() {
            self.progress = PhotoProgress::Running { done, total };
        }
    }

    /// The photo asked for ran.
    pub(super) fn finish(&mut self, shown: RunView) {
        self.shown = Some(shown);
        self.asked.drain(..self.asked.len().saturating_sub(1));
        self.ran = self.asked.last().cloned().zip(self.ordered.clone());
        self.awaited = None;
        self.progress = PhotoProgress::Done;
    }

    /// The photo on screen ran once more: edited, or with something switched off or on again.
    pub(super) fn replace(&mut self, shown: RunView) {
        self.shown = Some(shown);
        if !self.is_running() {
            self.progress = PhotoProgress::Done;
        }
    }

    /// The photo asked for is not wanted any more: the one on screen is.
    pub(super) fn give_up(&mut self) {
        let (asked, ordered) = self.ran.clone().unzip();
        (self.asked, self.ordered) = (asked.into_iter().collect(), ordered);
        self.awaited = None;
        self.progress = match self.shown {
            Some(_) => PhotoProgress::Done,
            None => PhotoProgress::Idle,
        };
    }

    /// The photo asked for cannot be had: the one asked for before it, if that has not run yet, else the one on screen.
    pub(super) fn fail(&mut self, error: UserError) {
        self.asked.pop();
        self.awaited = None;
        self.ordered = None;
        self.progress = PhotoProgress::Running { done: 0, total: 0 };
        if self.asked.is_empty() {
            self.give_up();
            self.progress = PhotoProgress::Failed(error);
        }
    }
}

impl App {
    pub(super) fn slot(&mut self, side: Side) -> &mut Slot {
        match side {
            Side::First => &mut self.state.first,
            Side::Second => &mut self.state.second,
        }
    }

    /// Gives the engine what is wanted of both photos and was not yet ordered.  While weights are read photos wait for them.
    pub(super) fn follow_photos(&mut self) {
        let NetworkState::Ready(network) = &self.state.network else {
            return;
        };
        let (network, fit) = (Arc::clone(network), self.state.settings.fit);
        for side in Side::ALL {
            let Some(source) = self.slot(side).order(&network, fit) else {
                continue;
            };
            let network = Arc::clone(&network);
            match side {
                Side::First => self.engine.cancel_edit(),
                Side::Second => {}
            }
            let request = self.engine.open(side, network, source, fit);
            self.slot(side).awaited = Some(request);
        }
    }
}
