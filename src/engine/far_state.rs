//! What the window knows of an engine elsewhere: what is under way, and what has come back.

use std::sync::Arc;

use super::error::UserError;
use super::event::{Event, Told};
use super::far::{EngineLost, Send};
use super::key::{JobKey, Turn};
use super::message::{ToEngine, ToWindow};
use super::newest::Live;
use super::newest::WantedEdit;
use super::order::Order;
use super::receiver::DeskNumber;
use super::receiver::Receiver;
use super::request::{Delivered, Delivery, Priority, RequestId};
use super::source::WeightsSource;
use crate::analysis::Activation;
use crate::wire::{self, Known, Side};

/// A request that has not ended.
pub(super) struct Pending {
    pub id: RequestId,
    pub key: JobKey,
    pub priority: Priority,
    /// What weights are read from.
    pub weights: Option<WeightsSource>,
}

/// What the window knows of an engine elsewhere.
pub(super) struct State {
    pub known: Known,
    pub send: Send,
    pub last_id: u64,
    pub pending: Vec<Pending>,
    /// What the next delivery speaks of, held until it is here.
    pub ahead: Vec<Arc<Activation>>,
    /// What has arrived and was not drained.
    pub outbox: Vec<Delivered<JobKey, Told>>,
    /// Edits that wait for the run of those before.
    pub edit: Option<WantedEdit>,
    pub desks: Vec<(DeskNumber, Box<dyn Receiver>)>,
    pub lost: Option<EngineLost>,
}

/// What has come of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// There may be something to look at.
    Whole,
    /// The rest of it is still to come.
    Part,
}

impl State {
    /// Nothing is asked for yet.
    pub(super) fn new(send: Send) -> Self {
        Self {
            known: Known::new(Side::Asking),
            send,
            last_id: 0,
            pending: Vec::new(),
            ahead: Vec::new(),
            outbox: Vec::new(),
            edit: None,
            desks: Vec::new(),
            lost: None,
        }
    }

    /// Whether a person waits for something.
    pub(super) fn is_urgent(&self) -> bool {
        self.pending.iter().any(|pending| pending.priority == Priority::Interactive)
    }

    /// Sends an order under its key, unless it could not be read or nobody is there; it takes the place of the one with that key.
    pub(super) fn submit(
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

    /// Says something to the engine.
    pub(super) fn say(&mut self, message: &ToEngine) {
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
    pub(super) fn lose(&mut self, lost: EngineLost) {
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
    pub(super) fn drop_request(&mut self, key: &JobKey) -> bool {
        self.outbox.retain(|delivered| delivered.key != *key);
        let before = self.pending.len();
        self.pending.retain(|pending| pending.key != *key);
        self.pending.len() < before
    }

    /// Runs the edits that wait, unless others are under way.
    pub(super) fn run_edit(&mut self) {
        if self.pending.iter().any(|pending| matches!(pending.key, JobKey::Edit(_))) {
            return;
        }
        if let Some(wanted) = self.edit.take() {
            let order = Order::Edit { turn: Turn::One, newest: Live::of(wanted) };
            self.submit(order.key(), order.priority(), Ok(order), None);
        }
    }

    /// Tells the engine what nobody holds here any more.
    pub(super) fn let_go(&mut self) {
        let numbers = self.known.sweep();
        if !numbers.is_empty() {
            self.say(&ToEngine::LetGo(numbers));
        }
    }

    /// Takes a message of the engine.
    pub(super) fn take(&mut self, message: &[u8]) -> Result<Taken, EngineLost> {
        let message = wire::decode(&mut self.known, message);
        match message.map_err(|error| EngineLost { cause: error.to_string() })? {
            ToWindow::NotUnderstood(cause) => return Err(EngineLost { cause }),
            ToWindow::Forgotten(numbers) => {
                self.known.drop_forgotten(&numbers);
                // What they held may be held by nobody now.
                self.let_go();
            }
            ToWindow::Delivery(id, delivery) => {
                self.ahead.clear();
                self.take_delivery(id, delivery);
            }
            ToWindow::Ahead(activations) => {
                self.ahead.extend(activations);
                return Ok(Taken::Part);
            }
            ToWindow::Desk { desk, id, delivery } => self.take_from_desk(desk, id, &delivery)?,
        }
        Ok(Taken::Whole)
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
