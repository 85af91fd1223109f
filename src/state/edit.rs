//! The steps that can be undone: of edits, of what is switched off and of trays.

use std::sync::Arc;

use crate::engine::{LoadedNetwork, Muted};
use crate::imaging::edit::Edits;
use crate::teach::Trays;

/// Steps that can be undone.
pub(crate) const KEPT: usize = 100;

/// A pause in the live loop after which its rate is counted anew, seconds.
pub(crate) const PAUSE_SECONDS: f64 = 0.5;

/// The time over which runs are counted, seconds.
pub(crate) const RATE_SECONDS: f64 = 1.0;

/// All that can be taken back: what is done to the photo, what is switched off in the network, which one it is compared with, which photos
/// are in trays.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Step {
    pub(crate) edits: Edits,
    pub(crate) muted: Muted,
    pub(crate) other: Other,
    pub(crate) trays: KeptTrays,
}

/// Trays as they were, the same where their state is.
#[derive(Clone, Debug, Default)]
pub(crate) struct KeptTrays(pub(crate) u64, pub(crate) Trays);

impl PartialEq for KeptTrays {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

/// A network that is compared with: the same is the very same.
#[derive(Clone, Debug, Default)]
pub(crate) struct Other(pub(crate) Option<Arc<LoadedNetwork>>);

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
    pub(crate) undo: Vec<Step>,
    pub(crate) redo: Vec<Step>,
    pub(crate) gesture: Option<u64>,
    /// When the last runs arrived, seconds, oldest first.
    pub(crate) arrivals: Vec<f64>,
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
    pub(crate) fn remember(&mut self, before: Step, gesture: Option<u64>) {
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
    pub(crate) fn forget_photo(&mut self, now: &Step) {
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

    pub(crate) fn arrived(&mut self, now_seconds: f64) {
        if self.arrivals.last().is_some_and(|last| now_seconds - last > PAUSE_SECONDS) {
            self.arrivals.clear();
        }
        self.arrivals.push(now_seconds);
        self.arrivals.retain(|arrival| now_seconds - arrival <= RATE_SECONDS);
    }
}

/// Steps hold one network beside those that are open: what was done before another one was compared with cannot be taken back.
pub(crate) fn bound(steps: &mut Vec<Step>) {
    let last = steps.iter().rev().find(|step| step.other.0.is_some()).map(|step| step.other.clone());
    let Some(last) = last else { return };
    let is_one_more = |step: &Step| step.other.0.is_some() && step.other != last;
    let first = steps.iter().rposition(is_one_more).map_or(0, |place| place + 1);
    steps.drain(..first);
}
