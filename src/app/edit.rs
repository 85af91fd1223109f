//! Edits are made, undone and done again; so is what is switched off, and what was done to trays.

use super::app::App;
use crate::engine::{LoadedNetwork, Muted};
use crate::imaging::edit::{Change, Edits, Uncut};
use crate::spec::INPUT_SIDE;
use crate::state::Making;
use crate::state::edit::{KeptTrays, Other, Step};
use crate::teach::Trays;

use std::sync::Arc;

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
        self.compare_with_network(other);
    }

    /// Compares with that network from now on: what was measured of another is not measured further.
    fn compare_with_network(&mut self, other: Option<Arc<LoadedNetwork>>) {
        self.state.session.compare_with(other);
        self.stop_depths();
        self.state.found.depths_making = Making::Idle;
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

    /// Changes the trays, as a step that can be taken back; `change` says whether there is anything to take back.
    pub(super) fn change_trays<T>(&mut self, change: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.now();
        let changed = change(self);
        if changed.is_some() {
            self.state.editing.remember(before, None);
        }
        changed
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
            self.compare_with_network(step.other.0);
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
