//! An engine elsewhere, as the window has it: what is asked for goes there as bytes, and so do the answers come back.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thiserror::Error;

use super::error::UserError;
use super::event::Told;
use super::far_state::{State, Taken};
use super::key::JobKey;
use super::message::{ToDesk, ToEngine};
use super::newest::WantedEdit;
use super::order::Order;
use super::orders::Wanted;
use super::receiver::DeskNumber;
use super::receiver::Receiver;
use super::request::{Delivered, RequestId};
use super::runner::Wake;
use crate::visualize::Recipe;
use crate::wire::{Known, WireError};

/// The engine is gone.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error(
    "The part of Inception Lens that computes has stopped ({cause}); start the program again, in a browser by loading the page anew."
)]
pub struct EngineLost {
    /// What is known about it.
    pub cause: String,
}

/// Takes the bytes of a message to the engine.
///
/// # Errors
/// Nobody is there any more: why.
pub type Send = Box<dyn FnMut(Vec<u8>) -> Result<(), EngineLost> + std::marker::Send>;

/// What the window and its end of the line have in common.
pub(super) struct Shared {
    state: Mutex<State>,
    /// Notified when something arrives.
    changed: Condvar,
    wake: Wake,
}

/// The window's side.
pub(super) struct Far {
    pub(super) shared: Arc<Shared>,
}

/// The end of the line at which answers arrive, for whoever receives messages.  Clones are the same.
#[derive(Clone)]
pub struct Answers(Arc<Shared>);

impl Answers {
    /// Takes a message of the engine, in the order in which they were sent.  What it tells is drained as ever.
    pub fn take(&self, message: &[u8]) {
        let mut state = self.0.lock();
        let taken = if state.lost.is_none() { state.take(message) } else { Ok(Taken::Whole) };
        let taken = taken.unwrap_or_else(|lost| {
            state.lose(lost);
            Taken::Whole
        });
        drop(state);
        if taken == Taken::Whole {
            self.0.tell();
        }
    }

    /// The engine is gone: whoever waits for something is told so, and so is whoever asks for anything.
    pub fn lost(&self, cause: &str) {
        self.0.lock().lose(EngineLost { cause: cause.to_owned() });
        self.0.tell();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self) {
        self.changed.notify_all();
        (self.wake)();
    }

    /// Whether a person waits for something.
    pub(super) fn is_urgent(&self) -> bool {
        self.lock().is_urgent()
    }

    /// Returns when nobody waits any more, or soon after `stop` says so.
    pub(super) fn wait_until_calm(&self, stop: &dyn Fn() -> bool, patience: Duration) {
        let mut state = self.lock();
        while state.is_urgent() && !stop() {
            state = match self.changed.wait_timeout(state, patience) {
                Ok((state, _)) => state,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }
}

/// The line as desks use it.
impl Shared {
    /// From now on a desk's answers are handed to its near end.
    pub(super) fn open_desk(&self, number: DeskNumber, receiver: Box<dyn Receiver>) {
        self.lock().desks.push((number, receiver));
    }

    /// Asks something of a desk: `write` gives the order's key and the order, `note` hears under which number it was sent, or why it
    /// was not.
    pub(super) fn ask_desk(
        &self,
        desk: DeskNumber,
        write: impl FnOnce(&mut Known) -> Result<(Vec<u8>, Vec<u8>), WireError>,
        note: impl FnOnce(RequestId, Result<(), UserError>),
    ) {
        let mut state = self.lock();
        state.last_id += 1;
        let id = RequestId(state.last_id);
        let written = match state.lost.clone() {
            Some(lost) => Err(UserError::new(lost)),
            None => write(&mut state.known).map_err(UserError::new),
        };
        match written {
            Ok((key, order)) => {
                note(id, Ok(()));
                state.say(&ToEngine::Desk(desk, ToDesk::Order { id, key, order }));
                drop(state);
            }
            Err(error) => {
                note(id, Err(error));
                drop(state);
                self.tell();
            }
        }
    }

    /// Says to a desk that what was asked for under a key is not wanted.
    pub(super) fn cancel_at_desk(
        &self,
        desk: DeskNumber,
        write: impl FnOnce(&mut Known) -> Result<Vec<u8>, WireError>,
    ) {
        let mut state = self.lock();
        if let Ok(key) = write(&mut state.known) {
            state.say(&ToEngine::Desk(desk, ToDesk::Cancel(key)));
        }
        state.let_go();
    }

    /// Waits until nothing is under way at a desk; messages must arrive from another thread.
    pub(super) fn wait_until_desk_is_idle(&self, desk: DeskNumber) {
        let is_busy = |state: &mut State| state.desks.iter().any(|(number, at)| *number == desk && !at.is_idle());
        let waiting = self.changed.wait_while(self.lock(), is_busy);
        drop(waiting.unwrap_or_else(PoisonError::into_inner));
    }
}

impl Far {
    pub(super) fn new(send: Send, wake: Wake) -> (Self, Answers) {
        let state = State::new(send);
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new(), wake });
        (Self { shared: Arc::clone(&shared) }, Answers(shared))
    }

    /// Sends an order; it takes the place of the one with its key.
    pub(super) fn submit(&self, order: Order) -> RequestId {
        // Files are read where they are chosen.
        let (key, priority) = (order.key(), order.priority());
        let order = order.read();
        let weights = order.as_ref().ok().and_then(Order::weights);
        let mut state = self.shared.lock();
        let id = state.submit(key, priority, order, weights);
        let has_failed = !state.outbox.is_empty();
        drop(state);
        if has_failed {
            self.shared.tell();
        }
        id
    }

    pub(super) fn cancel(&self, key: &JobKey) {
        let mut state = self.shared.lock();
        if state.drop_request(key) {
            state.say(&ToEngine::Cancel(*key));
            state.let_go();
        }
    }

    /// Runs the newest edits as soon as the run of those before is over.
    pub(super) fn edit(&self, wanted: WantedEdit) {
        let mut state = self.shared.lock();
        state.edit = Some(wanted);
        state.run_edit();
    }

    pub(super) fn forget_edit(&self) {
        self.shared.lock().edit = None;
    }

    /// Changes which tiles are wanted, there.
    pub(super) fn want(&self, wanted: &Wanted, tiles: Vec<(usize, Recipe)>) {
        self.shared.lock().say(&ToEngine::Want(wanted.clone(), tiles));
    }

    pub(super) fn drain(&self) -> Vec<Delivered<JobKey, Told>> {
        std::mem::take(&mut self.shared.lock().outbox)
    }

    pub(super) fn is_idle(&self) -> bool {
        self.shared.lock().pending.is_empty()
    }

    /// Waits until nothing is under way; messages must arrive from another thread.
    pub(super) fn wait_until_idle(&self) {
        let state = self.shared.lock();
        let waiting = self.shared.changed.wait_while(state, |state| !state.pending.is_empty());
        drop(waiting.unwrap_or_else(PoisonError::into_inner));
    }

    /// How many things both sides know.
    pub(super) fn known(&self) -> usize {
        self.shared.lock().known.len()
    }
}

impl Drop for Far {
    /// The line is let go of, so that its other end is told.
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        let gone = EngineLost { cause: "it is not wanted any more".to_owned() };
        state.pending.clear();
        state.lost = Some(gone.clone());
        let send = std::mem::replace(&mut state.send, Box::new(move |_| Err(gone.clone())));
        drop(state);
        drop(send);
    }
}
