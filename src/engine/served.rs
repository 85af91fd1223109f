//! An engine that serves a window elsewhere: orders come as bytes, and so do the events go back.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak};

use super::Executor;
use super::error::UserError;
use super::event::Told;
use super::key::JobKey;
use super::message::{ToEngine, ToWindow};
use super::queue::without_stale;
use super::request::{Delivered, Delivery};
use super::runner;
use super::scheduler::Scheduler;
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
}

/// The way out.
struct Line {
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
        Self { scheduler, line }
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
            Err(error) => self.line.lock().say(&ToWindow::NotUnderstood(error.to_string())),
        }
    }

    /// Does a chunk of what waits; whether more does.
    pub fn step(&self) -> bool {
        self.scheduler.step()
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
}

impl Out {
    fn deliver(&mut self, delivered: Delivered<JobKey, Told>) {
        let message = ToWindow::Delivery(delivered.id, delivered.delivery);
        match wire::encode(&mut self.known, &message) {
            Ok(message) => (self.tell)(message),
            Err(error) => {
                let error = Delivery::Event(Err(UserError::new(error)));
                self.say(&ToWindow::Delivery(delivered.id, error));
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
