//! An engine that serves a window elsewhere: orders come as bytes, and so do the events go back.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use super::Executor;
use super::desk::Orders;
use super::desk::Workplace;
use super::error::UserError;
use super::event::{Event, Told};
use super::key::JobKey;
use super::message::{ToDesk, ToEngine, ToWindow};
use super::queue::without_stale;
use super::receiver::DeskNumber;
use super::request::{Delivered, Delivery, Priority};
use super::runner;
use super::scheduler::Scheduler;
use super::served_desk::{ServedDesk, Serving};
use super::urgency::{Of, Urgency};
use crate::wire::{self, Known, Side};

/// Takes the bytes of a message to the window.
pub type Tell = Box<dyn FnMut(Vec<u8>) + Send>;

/// Does what a window elsewhere asks for.
///
/// With [`Executor::Thread`] it is enough to hand in messages.  With [`Executor::Inline`] work is done in [`Self::step`] and nowhere
/// else, so that messages can be handed in between two chunks of it; what a chunk has to tell goes out while it runs.
pub struct Served {
    scheduler: Scheduler<JobKey, Told>,
    line: Arc<Line>,
    desks: Vec<(DeskNumber, Box<dyn Serving>)>,
    /// Of work of one priority everybody has a turn: whose it is, the engine's being 0.
    turn: AtomicUsize,
}

/// The way out.
pub(super) struct Line {
    out: Mutex<Out>,
    jobs: OnceLock<Weak<runner::Shared<JobKey, Told>>>,
}

struct Out {
    known: Known,
    tell: Tell,
}

impl Served {
    /// Nothing to do yet.
    pub fn new(executor: Executor, tell: Tell) -> Self {
        let out = Mutex::new(Out { known: Known::new(Side::Answering), tell });
        let line = Arc::new(Line { out, jobs: OnceLock::new() });
        let forwards = Arc::clone(&line);
        let scheduler = Scheduler::new(executor, Arc::new(move || forwards.forward()));
        // Nobody has set it before.
        let _ = line.jobs.set(Arc::downgrade(&scheduler.shared));
        Self { scheduler, line, desks: Vec::new(), turn: AtomicUsize::new(0) }
    }

    /// Serves a desk of that number beside the engine.
    #[must_use]
    pub fn with_desk<O: Orders>(mut self, number: DeskNumber) -> Self {
        let executor = self.scheduler.executor();
        let urgency =
            Urgency(Of::Here { shared: Arc::clone(&self.scheduler.shared), has_thread: executor == Executor::Thread });
        let workplace = Workplace { urgency, executor, has_messages: executor == Executor::Inline };
        let desk = ServedDesk::<O>::new(number, workplace, &self.line);
        self.desks.push((number, Box::new(desk)));
        self
    }

    /// Takes a message of the window, in the order in which they were sent.
    pub fn take(&self, message: &[u8]) {
        let mut out = self.line.lock();
        let message = wire::decode(&mut out.known, message);
        drop(out);
        match message {
            Ok(ToEngine::Order(id, order)) => {
                self.scheduler.submit_as(id, order.priority(), order.key(), order.work());
            }
            Ok(ToEngine::Cancel(key)) => self.scheduler.cancel(&key),
            Ok(ToEngine::Want(wanted, tiles)) => wanted.set(tiles),
            Ok(ToEngine::LetGo(numbers)) => {
                let mut out = self.line.lock();
                out.known.forget(&numbers);
                out.say(&ToWindow::Forgotten(numbers));
            }
            Ok(ToEngine::Desk(number, said)) => self.take_at_desk(number, said),
            Err(error) => self.line.lock().say(&ToWindow::NotUnderstood(error.to_string())),
        }
    }

    fn take_at_desk(&self, number: DeskNumber, said: ToDesk) {
        let Some((_, desk)) = self.desks.iter().find(|(of, _)| *of == number) else {
            return self.line.lock().say(&ToWindow::NotUnderstood(format!("there is no desk {}", number.0)));
        };
        let taken = desk.take(&mut self.line.lock().known, said);
        match taken {
            // What it begins may tell something at once.
            Ok(begin) => begin(),
            Err(error) => self.line.lock().say(&ToWindow::NotUnderstood(error.to_string())),
        }
    }

    /// Does a chunk of what waits, the most urgent first; whether more does.
    pub fn step(&self) -> bool {
        let priority = |place: usize| match place.checked_sub(1) {
            None => self.scheduler.next_priority(),
            Some(desk) => self.desks[desk].1.next_priority(),
        };
        let places = self.desks.len() + 1;
        let begin = self.turn.load(Ordering::Relaxed);
        let in_turn = (0..places).map(|step| (begin + step) % places);
        let next =
            in_turn.filter_map(|place| Some((priority(place)?, place))).min_by_key(|(priority, _)| match priority {
                Priority::Interactive => 0,
                Priority::Background => 1,
                Priority::Idle => 2,
            });
        let Some((_, place)) = next else { return false };
        self.turn.store((place + 1) % places, Ordering::Relaxed);
        match place.checked_sub(1) {
            None => drop(self.scheduler.step()),
            Some(desk) => self.desks[desk].1.step(),
        }
        (0..places).any(|place| priority(place).is_some())
    }

    /// How many things both sides know.
    pub fn known(&self) -> usize {
        self.line.lock().known.len()
    }
}

impl Line {
    fn lock(&self) -> MutexGuard<'_, Out> {
        self.out.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends what was delivered since the last call.
    fn forward(&self) {
        let Some(jobs) = self.jobs.get().and_then(Weak::upgrade) else { return };
        // Whoever comes second finds nothing left: the order of deliveries is that of messages.
        let mut out = self.lock();
        let deliveries = jobs.lock().take_deliveries();
        for delivered in without_stale(deliveries) {
            out.deliver(delivered);
        }
    }

    /// Says what `told` gives, while nobody else says anything.
    pub(super) fn say_all<M: FnOnce(&mut Known) -> ToWindow>(&self, told: impl FnOnce() -> Vec<M>) {
        let mut out = self.lock();
        for write in told() {
            let message = write(&mut out.known);
            out.say(&message);
        }
    }
}

impl Out {
    fn deliver(&mut self, delivered: Delivered<JobKey, Told>) {
        if let Delivery::Event(Ok(event)) = &delivered.delivery {
            self.say_ahead(event);
        }
        let message = ToWindow::Delivery(delivered.id, delivered.delivery);
        match wire::encode(&mut self.known, &message) {
            Ok(message) => (self.tell)(message),
            Err(error) => {
                let error = Delivery::Event(Err(UserError::new(error)));
                self.say(&ToWindow::Delivery(delivered.id, error));
            }
        }
    }

    /// Says what is large of an event before the event itself, a piece a message.
    fn say_ahead(&mut self, event: &Event) {
        for piece in event.reports().into_iter().flat_map(|report| report.pieces()) {
            let new: Vec<_> = piece.into_iter().filter(|activation| !self.known.knows(activation)).collect();
            if !new.is_empty() {
                self.say(&ToWindow::Ahead(new));
            }
        }
    }

    fn say(&mut self, message: &ToWindow) {
        match wire::encode(&mut self.known, message) {
            Ok(message) => (self.tell)(message),
            Err(error) => log::error!("a message to the window could not be written: {error}"),
        }
    }
}
