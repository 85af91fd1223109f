//! The photo changed live: current edits, undo and redo, and the run before them.

use std::sync::Arc;

use super::app::App;
use super::results::Shown;
use crate::engine::{Analysed, Edited};
use crate::imaging::edit::Edits;

/// Steps that can be undone.
const KEPT: usize = 100;
/// A pause in the live loop after which its rate is counted anew, seconds.
const PAUSE_SECONDS: f64 = 0.5;
/// The time over which runs are counted, seconds.
const RATE_SECONDS: f64 = 1.0;

/// What is done to the photo, and what was done before.
#[derive(Clone, Debug, Default)]
pub struct Editing {
    /// Whether the panel is open.
    pub is_open: bool,
    /// What is done to the photo now; the run on screen may be a few steps behind.
    pub current: Edits,
    undo: Vec<Edits>,
    redo: Vec<Edits>,
    gesture: Option<u64>,
    /// When the last runs arrived, seconds, oldest first.
    arrivals: Vec<f64>,
}

impl Editing {
    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether something was taken back.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// How many runs a second the live loop did, over the last second of its last movement; `None` after a single run.
    pub fn runs_per_second(&self) -> Option<f64> {
        let (first, last) = (self.arrivals.first()?, self.arrivals.last()?);
        let intervals = self.arrivals.len() - 1;
        (last > first).then(|| intervals as f64 / (last - first))
    }

    /// Changes the edits; all changes of one gesture are one step to undo.
    fn set(&mut self, edits: Edits, gesture: u64) {
        let edits = edits.clamped();
        if edits == self.current {
            return;
        }
        let before = std::mem::replace(&mut self.current, edits);
        if self.gesture != Some(gesture) {
            self.gesture = Some(gesture);
            self.remember(before);
        }
        self.redo.clear();
    }

    fn remember(&mut self, edits: Edits) {
        if self.undo.len() == KEPT {
            self.undo.remove(0);
        }
        self.undo.push(edits);
    }

    fn arrived(&mut self, now_seconds: f64) {
        if self
            .arrivals
            .last()
            .is_some_and(|last| now_seconds - last > PAUSE_SECONDS)
        {
            self.arrivals.clear();
        }
        self.arrivals.push(now_seconds);
        self.arrivals
            .retain(|arrival| now_seconds - arrival <= RATE_SECONDS);
    }
}

impl App {
    /// Changes the photo.
    pub(super) fn set_edits(&mut self, edits: Edits, gesture: u64) {
        self.state.editing.set(edits, gesture);
        self.run_edits();
    }

    /// Back to the photo as it came, as one more step.
    pub(super) fn reset_edits(&mut self) {
        let editing = &mut self.state.editing;
        if editing.current != Edits::default() {
            let before = std::mem::take(&mut editing.current);
            editing.remember(before);
            editing.redo.clear();
            editing.gesture = None;
        }
        self.run_edits();
    }

    /// Takes the last step back.
    pub(super) fn undo_edit(&mut self) {
        let editing = &mut self.state.editing;
        if let Some(before) = editing.undo.pop() {
            let now = std::mem::replace(&mut editing.current, before);
            editing.redo.push(now);
            editing.gesture = None;
            self.run_edits();
        }
    }

    /// Does again what was taken back.
    pub(super) fn redo_edit(&mut self) {
        let editing = &mut self.state.editing;
        if let Some(after) = editing.redo.pop() {
            let now = std::mem::replace(&mut editing.current, after);
            editing.remember(now);
            editing.gesture = None;
            self.run_edits();
        }
    }

    /// The network follows the edits; without any, the run before them is shown at once.
    ///
    /// While a photo is on its way nothing runs: whatever comes of it asks again.
    pub(super) fn run_edits(&mut self) {
        let state = &self.state;
        let is_done = state
            .shown()
            .is_some_and(|shown| shown.photo.edits == state.editing.current);
        if state.first.is_running() {
            return;
        }
        if is_done {
            self.engine.cancel_edit();
            return;
        }
        let Some(original) = self.original_run.clone().or_else(|| self.run.clone()) else {
            return;
        };
        if !self.state.editing.current.is_none() {
            let muted = self.state.muted.clone();
            let edits = self.state.editing.current.clone();
            self.engine.edit(original, edits, muted);
            return;
        }
        self.engine.cancel_edit();
        if self.original_run.take().is_some() {
            self.state.original = None;
            self.put_in_front(original);
            self.run_muted();
        }
    }

    /// A photo was opened, or ran again with other weights or another fit: only a new one is without edits.
    pub(super) fn show_opened(&mut self, run: Arc<Analysed>) {
        let before = self.original_run.as_ref().or(self.run.as_ref());
        let is_new = !before.is_some_and(|before| before.photo.is_same_picture(&run.photo));
        if is_new {
            self.forget_edits();
        }
        self.engine.cancel_edit();
        self.forget_occlusion();
        self.original_run = None;
        self.state.original = None;
        self.state.first.finish(Shown {
            photo: run.photo.clone(),
            report: run.report.clone(),
        });
        self.show_run(run);
        if let Some(tour) = self.state.tour.filter(|_| is_new) {
            self.stage_edits(tour.stage());
        }
        self.run_edits();
        if std::mem::take(&mut self.wants_occlusion) {
            self.compute_occlusion(super::occlude::PATCH_PX);
        }
    }

    /// The photo on screen has no edits any more, and nothing to undo.
    pub(super) fn forget_edits(&mut self) {
        self.engine.cancel_edit();
        self.original_run = None;
        self.state.original = None;
        self.state.editing = Editing {
            is_open: self.state.editing.is_open,
            ..Editing::default()
        };
    }

    /// The edited photo ran: it is A now, and the run before the edits is B.
    pub(super) fn show_edited(&mut self, edited: &Edited, now_seconds: f64) {
        self.state.editing.arrived(now_seconds);
        self.state.original = Some(Shown {
            photo: edited.original.photo.clone(),
            report: edited.original.report.clone(),
        });
        self.original_run = Some(edited.original.clone());
        self.put_in_front(edited.run.clone());
        match &edited.muted {
            Some((muted, report)) if *muted == self.state.muted => {
                self.show_muted(report.clone());
            }
            _ => self.run_muted(),
        }
    }
}
