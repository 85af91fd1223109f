//! An engine elsewhere, as the window has it: what is asked for goes there as bytes, and so do the answers come back.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use thiserror::Error;

use super::desk::{DeskNumber, Receiver};
use super::edit::{Live, WantedEdit};
use super::error::UserError;
use super::event::{Event, Told};
use super::key::{JobKey, Turn};
use super::message::{ToDesk, ToEngine, ToWindow};
use super::order::Order;
use super::request::{Delivered, Delivery, Priority, RequestId};
use super::runner::Wake;
use super::source::WeightsSource;
use super::visualize::Wanted;
use crate::visualize::Recipe;
use crate::wire::{self, Known, Side, WireError};

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

/// A request that has not ended.
struct Pending {
    id: RequestId,
    key: JobKey,
    priority: Priority,
    /// What weights are read from.
    weights: Option<WeightsSource>,
}

struct State {
    known: Known,
    send: Send,
    last_id: u64,
    pending: Vec<Pending>,
    /// What has arrived and was not drained.
    outbox: Vec<Delivered<JobKey, Told>>,
    /// Edits that wait for the run of those before.
    edit: Option<WantedEdit>,
    desks: Vec<(DeskNumber, Box<dyn Receiver>)>,
    lost: Option<EngineLost>,
}

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
        if state.lost.is_none() {
            let taken = state.take(message);
            if let Err(lost) = taken {
                state.lose(lost);
            }
        }
        drop(state);
        self.0.tell();
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

impl State {
    fn is_urgent(&self) -> bool {
        self.pending.iter().any(|pending| pending.priority == Priority::Interactive)
    }
}

impl Far {
    pub(super) fn new(send: Send, wake: Wake) -> (Self, Answers) {
        let state = State {
            known: Known::new(Side::Asking),
            send,
            last_id: 0,
            pending: Vec::new(),
            outbox: Vec::new(),
            edit: None,
            desks: Vec::new(),
            lost: None,
        };
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

impl State {
    fn submit(
        &mut self,
        key: JobKey,
        priority: Priority,
        order: Result<Order, UserError>,
        weights: Option<WeightsSource>,
    ) -> RequestId {
        self.drop_request(&key);
        self.last_id += 1;
        let id = RequestId(self.last_id);
        self.pending.push(Pending { id, key, priority, weights });
        match (order, self.lost.clone()) {
            (Err(error), _) => self.fail(id, error),
            (Ok(_), Some(lost)) => self.fail(id, UserError::new(lost)),
            (Ok(order), None) => self.say_order(id, order),
        }
        id
    }

    fn say_order(&mut self, id: RequestId, order: Order) {
        match wire::encode(&mut self.known, &ToEngine::Order(id, Box::new(order))) {
            Ok(message) => self.send(message),
            Err(error) => self.fail(id, UserError::new(error)),
        }
    }

    fn say(&mut self, message: &ToEngine) {
        match wire::encode(&mut self.known, message) {
            Ok(message) => self.send(message),
            Err(error) => self.lose(EngineLost { cause: error.to_string() }),
        }
    }

    fn send(&mut self, message: Vec<u8>) {
        if self.lost.is_none()
            && let Err(lost) = (self.send)(message)
        {
            self.lose(lost);
        }
    }

    /// Nothing comes of a request.
    fn fail(&mut self, id: RequestId, error: UserError) {
        if let Some(place) = self.pending.iter().position(|pending| pending.id == id) {
            let key = self.pending.remove(place).key;
            self.outbox.push(Delivered { id, key, delivery: Delivery::Event(Err(error)) });
            self.outbox.push(Delivered { id, key, delivery: Delivery::Finished });
        }
    }

    /// From now on nothing comes of anything.
    fn lose(&mut self, lost: EngineLost) {
        if self.lost.is_some() {
            return;
        }
        self.lost = Some(lost.clone());
        self.edit = None;
        while let Some(id) = self.pending.first().map(|pending| pending.id) {
            self.fail(id, UserError::new(lost.clone()));
        }
        let error = UserError::new(lost);
        self.desks.iter_mut().for_each(|(_, desk)| desk.lose(&error));
    }

    /// Whoever asked under that key gets nothing more; whether there was anything to come.
    fn drop_request(&mut self, key: &JobKey) -> bool {
        self.outbox.retain(|delivered| delivered.key != *key);
        let before = self.pending.len();
        self.pending.retain(|pending| pending.key != *key);
        self.pending.len() < before
    }

    fn run_edit(&mut self) {
        if self.pending.iter().any(|pending| matches!(pending.key, JobKey::Edit(_))) {
            return;
        }
        if let Some(wanted) = self.edit.take() {
            let order = Order::Edit { turn: Turn::One, newest: Live::of(wanted) };
            self.submit(order.key(), order.priority(), Ok(order), None);
        }
    }

    /// Tells the engine what nobody holds here any more.
    fn let_go(&mut self) {
        let numbers = self.known.sweep();
        if !numbers.is_empty() {
            self.say(&ToEngine::LetGo(numbers));
        }
    }

    fn take(&mut self, message: &[u8]) -> Result<(), EngineLost> {
        let message = wire::decode(&mut self.known, message);
        match message.map_err(|error| EngineLost { cause: error.to_string() })? {
            ToWindow::NotUnderstood(cause) => return Err(EngineLost { cause }),
            ToWindow::Forgotten(numbers) => {
                self.known.drop_forgotten(&numbers);
                // What they held may be held by nobody now.
                self.let_go();
            }
            ToWindow::Delivery(id, delivery) => self.take_delivery(id, delivery),
            ToWindow::Desk { desk, id, delivery } => self.take_from_desk(desk, id, &delivery)?,
        }
        Ok(())
    }

    fn take_from_desk(&mut self, desk: DeskNumber, id: RequestId, delivery: &[u8]) -> Result<(), EngineLost> {
        let receiver = self.desks.iter_mut().find(|(number, _)| *number == desk);
        let taken = receiver.map(|(_, receiver)| receiver.take(&mut self.known, id, delivery));
        self.let_go();
        taken.unwrap_or(Ok(())).map_err(|error| EngineLost { cause: error.to_string() })
    }

    fn take_delivery(&mut self, id: RequestId, delivery: Delivery<Told>) {
        let Some(place) = self.pending.iter().position(|pending| pending.id == id) else {
            // Superseded or cancelled since.
            drop(delivery);
            return self.let_go();
        };
        let pending = &mut self.pending[place];
        let key = pending.key;
        if let (Delivery::Event(Ok(Event::Network(network) | Event::SecondNetwork(network))), Some(source)) =
            (&delivery, pending.weights.take())
        {
            network.model.make_of(source);
        }
        let is_end = !matches!(delivery, Delivery::Event(_));
        self.outbox.push(Delivered { id, key, delivery });
        if is_end {
            self.pending.remove(place);
            self.run_edit();
            self.let_go();
        }
    }
}
