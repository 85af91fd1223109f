//! A family of jobs with keys and events of its own, beside the engine's: an album's, or files to take home.
//!
//! They are done where the engine is: here by a scheduler of their own, or in the other instance of the program, where
//! [`super::Served`] has a desk of the same number for them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::UserError;
use super::far;
use super::queue::Work;
pub use super::receiver::DeskNumber;
use super::receiver::Receiver;
use super::request::{Delivered, Delivery, Key, Priority, RequestId};
use super::scheduler::{Executor, Scheduler};
use super::urgency::Urgency;
use crate::wire;
use crate::wire::{Known, WireError};

/// What is asked for, as data: everything a job needs, and the one place where the job is made of it.
pub trait Orders: Serialize + DeserializeOwned + Send + 'static {
    /// Under what a newer one takes its place.
    type Key: Key + Copy + Serialize + DeserializeOwned;
    /// What a job tells.
    type Event: Serialize + DeserializeOwned + Send + 'static;

    /// Under what a newer one takes its place.
    fn key(&self) -> Self::Key;
    /// Whether a person waits for it.
    fn priority(&self) -> Priority;
    /// The job.
    fn work(self, workplace: &Workplace) -> DeskWork<Self>;
}

/// What a job of a desk tells: something new, or why nothing more comes of it.
pub type DeskTold<O> = Result<<O as Orders>::Event, UserError>;

/// A job of a desk: called once a chunk.
pub type DeskWork<O> = Work<<O as Orders>::Key, DeskTold<O>>;

/// Where and beside what a desk's jobs run.
#[derive(Clone)]
pub struct Workplace {
    /// Whether a person waits for the engine.
    pub urgency: Urgency,
    /// Where the jobs run.
    pub executor: Executor,
    /// Whether messages come in only between chunks: then a chunk is short.
    pub has_messages: bool,
}

/// Takes orders, gives what came of them.
pub struct Desk<O: Orders>(Place<O>);

enum Place<O: Orders> {
    Here(Scheduler<O::Key, DeskTold<O>>, Workplace),
    Far { line: Arc<far::Shared>, number: DeskNumber, asked: Arc<Mutex<Asked<O>>> },
}

/// What was asked of a desk elsewhere.
struct Asked<O: Orders> {
    pending: Vec<(RequestId, O::Key)>,
    outbox: Vec<Delivered<O::Key, DeskTold<O>>>,
}

impl<O: Orders> Desk<O> {
    /// Idle, here.
    pub fn here(wake: Arc<dyn Fn() + Send + Sync>, workplace: Workplace) -> Self {
        let scheduler = Scheduler::new(workplace.executor, wake);
        let executor = scheduler.executor();
        Self(Place::Here(scheduler, Workplace { executor, ..workplace }))
    }

    /// Idle, at the other end of a line.
    pub(super) fn far(line: Arc<far::Shared>, number: DeskNumber) -> Self {
        let asked = Arc::new(Mutex::new(Asked { pending: Vec::new(), outbox: Vec::new() }));
        line.open_desk(number, Box::new(Near(Arc::clone(&asked))));
        Self(Place::Far { line, number, asked })
    }

    /// Queues an order; it takes the place of the one with its key.
    pub fn submit(&self, order: O) {
        let (key, priority) = (order.key(), order.priority());
        match &self.0 {
            Place::Here(scheduler, workplace) => {
                let mut work = order.work(workplace);
                scheduler.submit(priority, key, move |context| work(context));
            }
            Place::Far { line, number, asked } => line.ask_desk(
                *number,
                |known| Ok((wire::encode(known, &key)?, wire::encode(known, &order)?)),
                |id, sent| {
                    let mut asked = lock(asked);
                    asked.drop_request(key);
                    asked.pending.push((id, key));
                    if let Err(error) = sent {
                        asked.fail(id, &error);
                    }
                },
            ),
        }
    }

    /// Nobody wants what was asked for under that key.
    pub fn cancel(&self, key: O::Key) {
        match &self.0 {
            Place::Here(scheduler, _) => scheduler.cancel(&key),
            Place::Far { line, number, asked } => {
                if lock(asked).drop_request(key) {
                    line.cancel_at_desk(*number, |known| wire::encode(known, &key));
                }
            }
        }
    }

    /// What has arrived since the last call; stale results are left out.
    pub fn drain(&self) -> Vec<Delivered<O::Key, DeskTold<O>>> {
        match &self.0 {
            Place::Here(scheduler, _) => scheduler.drain(),
            Place::Far { asked, .. } => std::mem::take(&mut lock(asked).outbox),
        }
    }

    /// Runs or waits for everything that was asked for.  Of a desk elsewhere the answers must be handed in by another thread.
    pub fn run_until_idle(&self) {
        match &self.0 {
            Place::Here(scheduler, _) => scheduler.run_until_idle(),
            Place::Far { line, number, .. } => line.wait_until_desk_is_idle(*number),
        }
    }

    /// Whether nothing is under way.
    pub fn is_idle(&self) -> bool {
        match &self.0 {
            Place::Here(scheduler, _) => scheduler.is_idle(),
            Place::Far { asked, .. } => lock(asked).pending.is_empty(),
        }
    }
}

fn lock<O: Orders>(asked: &Mutex<Asked<O>>) -> MutexGuard<'_, Asked<O>> {
    asked.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<O: Orders> Asked<O> {
    /// Whoever asked under that key gets nothing more; whether there was anything to come.
    fn drop_request(&mut self, key: O::Key) -> bool {
        self.outbox.retain(|delivered| delivered.key != key);
        let before = self.pending.len();
        self.pending.retain(|(_, pending)| *pending != key);
        self.pending.len() < before
    }

    /// Nothing comes of a request.
    fn fail(&mut self, id: RequestId, error: &UserError) {
        self.put(id, Delivery::Event(Err(error.clone())));
        self.put(id, Delivery::Finished);
    }

    /// Keeps what a request gave; of one that is not wanted any more it is dropped.
    fn put(&mut self, id: RequestId, delivery: Delivery<DeskTold<O>>) {
        let Some(place) = self.pending.iter().position(|(pending, _)| *pending == id) else { return };
        let key = self.pending[place].1;
        if !matches!(delivery, Delivery::Event(_)) {
            self.pending.remove(place);
        }
        self.outbox.push(Delivered { id, key, delivery });
    }
}

struct Near<O: Orders>(Arc<Mutex<Asked<O>>>);

impl<O: Orders> Receiver for Near<O> {
    fn take(&mut self, known: &mut Known, id: RequestId, delivery: &[u8]) -> Result<(), WireError> {
        // Even what nobody waits for is read: it may be what later messages speak of.
        let delivery = wire::decode(known, delivery)?;
        lock(&self.0).put(id, delivery);
        Ok(())
    }

    fn lose(&mut self, error: &UserError) {
        let mut asked = lock(&self.0);
        while let Some((id, _)) = asked.pending.first().copied() {
            asked.fail(id, error);
        }
    }

    fn is_idle(&self) -> bool {
        lock(&self.0).pending.is_empty()
    }
}
