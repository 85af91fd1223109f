//! The photo changed live: edits, and undo and redo of edits, of what is switched off and of trays.

use std::sync::Arc;

use super::app::App;
use crate::engine::{LoadedNetwork, Muted};
use crate::imaging::edit::{Change, Edits, Uncut};
use crate::spec::INPUT_SIDE;
use crate::teach::Trays;

/// Steps that can be undone.
const KEPT: usize = 100;
/// A pause in the live loop after which its rate is counted anew, seconds.
const PAUSE_SECONDS: f64 = 0.5;
/// The time over which runs are counted, seconds.
const RATE_SECONDS: f64 = 1.0;

/// All that can be taken back: what is done to the photo, what is switched off in the network, which one it is compared with, which photos
/// are in trays.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Step {
    edits: Edits,
    muted: Muted,
    other: Other,
    trays: KeptTrays,
}

/// Trays as they were, the same where their state is.
#[derive(Clone, Debug, Default)]
struct KeptTrays(u64, Trays);

impl PartialEq for KeptTrays {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// A network that is compared with: the same is the very same.
#[derive(Clone, Debug, Default)]
struct Other(Option<Arc<LoadedNetwork>>);

impl PartialEq for Other {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, Some(_)) | (Some(_), None) => false,
        }
    }
}

/// What is done to the photo, and what was done before.
#[derive(Clone, Debug, Default)]
pub struct Editing {
    /// Whether the panel is open.
    pub is_open: bool,
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
        bound(&mut self.undo);
    }

    /// Steps that were about another photo are about what was switched off alone.
    fn forget_photo(&mut self, now: &Step) {
        self.gesture = None;
        for steps in [&mut self.undo, &mut self.redo] {
            steps.iter_mut().for_each(|step| step.edits = Edits::default());
            steps.dedup();
            let is_now = |step: &Step| step.muted == now.muted && step.other == now.other && step.trays == now.trays;
            while steps.last().is_some_and(is_now) {
                steps.pop();
            }
        }
    }

    pub(super) fn arrived(&mut self, now_seconds: f64) {
        if self.arrivals.last().is_some_and(|last| now_seconds - last > PAUSE_SECONDS) {
            self.arrivals.clear();
        }
        self.arrivals.push(now_seconds);
        self.arrivals.retain(|arrival| now_seconds - arrival <= RATE_SECONDS);
    }
}

/// Steps hold one network beside those that are open: what was done before another one was compared with cannot be taken back.
fn bound(steps: &mut Vec<Step>) {
    let last = steps.iter().rev().find(|step| step.other.0.is_some()).map(|step| step.other.clone());
    let Some(last) = last else { return };
    let is_one_more = |step: &Step| step.other.0.is_some() && step.other != last;
    let first = steps.iter().rposition(is_one_more).map_or(0, |place| place + 1);
    steps.drain(..first);
}

impl App {
    fn now(&self) -> Step {
        let teach = &self.state.teach;
        let trays = KeptTrays(teach.revision, teach.trays.clone());
        let other = Other(self.state.session.other.loaded().cloned());
        Step { edits: self.state.edits().clone(), muted: self.state.muted().clone(), other, trays }
    }

    /// Compares with another network, or with none any more, as a step that can be taken back.
    pub(super) fn set_other(&mut self, other: Option<Arc<LoadedNetwork>>) {
        let before = self.now();
        if before.other != Other(other.clone()) {
            self.state.editing.remember(before, None);
        }
        self.state.session.compare_with(other);
    }

    /// Makes one change to the photo.
    pub(super) fn edit(&mut self, change: Change, gesture: u64) {
        let Some(shown) = self.state.session.first.opened() else {
            return;
        };
        let photo = Uncut { size: shown.photo.size, window: shown.photo.prepared.window, side: INPUT_SIDE as u32 };
        let mut edits = self.state.edits().clone();
        edits.change(change, photo);
        self.set_edits(edits, Some(gesture));
    }

    /// Changes all edits at once; `gesture`: which movement of the hand it belongs to.
    pub(super) fn set_edits(&mut self, edits: Edits, gesture: Option<u64>) {
        let edits = edits.clamped();
        if edits != *self.state.edits() {
            self.hold_live();
            let before = self.now();
            self.state.session.first.edit(edits);
            self.state.editing.remember(before, gesture);
        }
    }

    /// Back to the photo as it came, as one more step.
    pub(super) fn reset_edits(&mut self) {
        self.set_edits(Edits::default(), None);
    }

    /// Switches channels off or on, as a step that can be taken back.
    pub(super) fn set_muted(&mut self, muted: Muted) {
        if muted != *self.state.muted() {
            let before = self.now();
            self.state.editing.remember(before, None);
            self.state.session.first.mute(muted);
        }
    }

    /// The trays are about to change, as a step that can be taken back.
    pub(super) fn remember_trays(&mut self) {
        let before = self.now();
        self.state.editing.remember(before, None);
    }

    /// What was in trays cannot be taken back any more.
    pub(super) fn forget_tray_steps(&mut self) {
        let revision = self.state.teach.revision;
        for steps in [&mut self.state.editing.undo, &mut self.state.editing.redo] {
            steps.iter_mut().for_each(|step| step.trays = KeptTrays(revision, Trays::default()));
            steps.dedup();
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
        self.state.editing.gesture = None;
        self.state.session.first.edit(step.edits);
        self.state.session.mute_possible(step.muted);
        if now.trays != step.trays {
            self.state.teach.go_back_to(step.trays.1);
        }
        if step.other != now.other {
            self.engine.cancel_second_weights();
            self.state.session.compare_with(step.other.0);
        }
        now
    }

    /// The photo on screen is another one: the edits of the one before cannot be taken back any more.
    pub(super) fn forget_steps(&mut self) {
        let now = self.now();
        self.state.editing.arrivals.clear();
        self.state.editing.forget_photo(&now);
    }
}
