//! The photo changed live: current edits, the run before them, and undo and redo of edits and of what is switched off.

use std::sync::Arc;

use super::app::App;
use super::results::RunView;
use crate::engine::{Edited, ForwardRun, Muted, off};
use crate::imaging::edit::{Change, Edits, Uncut};
use crate::spec::INPUT_SIDE;

/// Steps that can be undone.
const KEPT: usize = 100;
/// A pause in the live loop after which its rate is counted anew, seconds.
const PAUSE_SECONDS: f64 = 0.5;
/// The time over which runs are counted, seconds.
const RATE_SECONDS: f64 = 1.0;

/// All that can be taken back: what is done to the photo, and what is switched off in the network.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Step {
    edits: Edits,
    muted: Muted,
}

/// What is done to the photo, and what was done before.
#[derive(Clone, Debug, Default)]
pub struct Editing {
    /// Whether the panel is open.
    pub is_open: bool,
    /// What is done to the photo now; the run on screen may be a few steps behind.
    pub current: Edits,
    undo: Vec<Step>,
    redo: Vec<Step>,
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

    /// Remembers how it was before something that was done; all changes of one gesture are one step to undo.
    fn remember(&mut self, before: Step, gesture: Option<u64>) {
        self.redo.clear();
        if gesture.is_some() && self.gesture == gesture {
            return;
        }
        self.gesture = gesture;
        if self.undo.len() == KEPT {
            self.undo.remove(0);
        }
        self.undo.push(before);
    }

    /// Steps that were about another photo are about what was switched off alone.
    fn forget_photo(&mut self, now: &Muted) {
        self.current = Edits::default();
        self.gesture = None;
        for steps in [&mut self.undo, &mut self.redo] {
            steps.iter_mut().for_each(|step| step.edits = Edits::default());
            steps.dedup();
            while steps.last().is_some_and(|step| step.muted == *now) {
                steps.pop();
            }
        }
    }

    fn arrived(&mut self, now_seconds: f64) {
        if self.arrivals.last().is_some_and(|last| now_seconds - last > PAUSE_SECONDS) {
            self.arrivals.clear();
        }
        self.arrivals.push(now_seconds);
        self.arrivals.retain(|arrival| now_seconds - arrival <= RATE_SECONDS);
    }
}

impl App {
    fn now(&self) -> Step {
        Step { edits: self.state.editing.current.clone(), muted: self.state.muted.clone() }
    }

    /// Makes one change to the photo.
    pub(super) fn edit(&mut self, change: Change, gesture: u64) {
        let Some(shown) = self.state.original.as_ref().or(self.state.shown()) else {
            return;
        };
        let photo = Uncut { size: shown.photo.size, window: shown.photo.prepared.window, side: INPUT_SIDE as u32 };
        let mut edits = self.state.editing.current.clone();
        edits.change(change, photo);
        self.set_edits(edits, Some(gesture));
    }

    /// Changes all edits at once; `gesture`: which movement of the hand it belongs to.
    pub(super) fn set_edits(&mut self, edits: Edits, gesture: Option<u64>) {
        let edits = edits.clamped();
        if edits != self.state.editing.current {
            let before = self.now();
            self.state.editing.current = edits;
            self.state.editing.remember(before, gesture);
        }
        self.run_edits();
    }

    /// Back to the photo as it came, as one more step.
    pub(super) fn reset_edits(&mut self) {
        self.set_edits(Edits::default(), None);
    }

    /// Switches channels off or on, as a step that can be taken back.
    pub(super) fn set_muted(&mut self, muted: Muted) {
        if muted != self.state.muted {
            let before = self.now();
            self.state.editing.remember(before, None);
            self.state.muted = muted;
            self.follow_muted();
        }
    }

    /// Takes the last step back.
    pub(super) fn undo(&mut self) {
        if let Some(before) = self.state.editing.undo.pop() {
            let now = self.go_to_step(before);
            self.state.editing.redo.push(now);
        }
    }

    /// Does again what was taken back.
    pub(super) fn redo(&mut self) {
        if let Some(after) = self.state.editing.redo.pop() {
            let now = self.go_to_step(after);
            self.state.editing.undo.push(now);
        }
    }

    /// Puts photo and network into the state of a step; returns the one they were in.
    fn go_to_step(&mut self, step: Step) -> Step {
        let now = self.now();
        let network = self.state.report().map(|report| report.network.clone());
        let muted = match network {
            Some(network) => off::possible(&step.muted, &network),
            None => step.muted,
        };
        self.state.editing.current = step.edits;
        self.state.editing.gesture = None;
        if muted != self.state.muted {
            self.state.muted = muted;
            self.follow_muted();
        }
        self.run_edits();
        now
    }

    /// The network follows the edits; without any, the run before them is shown at once.
    ///
    /// While a photo is on its way nothing runs: whatever comes of it asks again.
    pub(super) fn run_edits(&mut self) {
        let state = &self.state;
        let is_done = state.shown().is_some_and(|shown| shown.photo.edits == state.editing.current);
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
    pub(super) fn show_opened(&mut self, run: Arc<ForwardRun>) {
        let before = self.original_run.as_ref().or(self.run.as_ref());
        let is_new = !before.is_some_and(|before| before.photo.is_same_picture(&run.photo));
        if is_new {
            self.forget_edits();
        }
        self.engine.cancel_edit();
        self.forget_occlusion();
        self.original_run = None;
        self.state.original = None;
        self.state.first.finish(RunView { photo: run.photo.clone(), report: run.report.clone() });
        self.show_run(run);
        if let Some(tour) = self.state.tour.filter(|_| is_new) {
            self.stage_edits(tour.stage());
        }
        self.run_edits();
        if std::mem::take(&mut self.wants_occlusion) {
            self.compute_occlusion(super::occlude::PATCH_PX);
        }
    }

    /// The photo on screen has no edits any more, and none to undo.
    pub(super) fn forget_edits(&mut self) {
        self.engine.cancel_edit();
        self.original_run = None;
        self.state.original = None;
        self.state.editing.arrivals.clear();
        self.state.editing.forget_photo(&self.state.muted);
    }

    /// The edited photo ran: it is A now, and the run before the edits is B.
    pub(super) fn show_edited(&mut self, edited: &Edited, now_seconds: f64) {
        self.state.editing.arrived(now_seconds);
        self.state.original =
            Some(RunView { photo: edited.original.photo.clone(), report: edited.original.report.clone() });
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
