//! A desk's jobs where the engine serves a window elsewhere.

use std::sync::{Arc, OnceLock, Weak};

use super::desk::DeskTold;
use super::desk::Orders;
use super::desk::Workplace;
use super::error::UserError;
use super::message::{ToDesk, ToWindow};
use super::queue::without_stale;
use super::receiver::DeskNumber;
use super::request::{Delivered, Delivery, Priority, RequestId};
use super::runner;
use super::scheduler::Scheduler;
use super::served::Line;
use crate::wire::{self, Known, WireError};

/// A desk, whatever its orders.
pub(super) trait Serving: Send + Sync {
    /// Takes what is said to it.
    ///
    /// # Errors
    /// The bytes say nothing.
    fn take(&self, known: &mut Known, said: ToDesk) -> Result<Box<dyn FnOnce() + '_>, WireError>;
    /// The most urgent work that waits.
    fn next_priority(&self) -> Option<Priority>;
    /// Does a chunk of it.
    fn step(&self);
}

/// The jobs of a desk, once there is one.
type Jobs<O> = OnceLock<Weak<runner::Shared<<O as Orders>::Key, DeskTold<O>>>>;

/// The desk of one family of orders.
pub(super) struct ServedDesk<O: Orders> {
    scheduler: Scheduler<O::Key, DeskTold<O>>,
    workplace: Workplace,
}

impl<O: Orders> ServedDesk<O> {
    /// Nothing to do yet.
    pub(super) fn new(number: DeskNumber, workplace: Workplace, line: &Arc<Line>) -> Self {
        let jobs: Arc<Jobs<O>> = Arc::default();
        let (line, shared) = (Arc::clone(line), Arc::clone(&jobs));
        let forward = move || {
            let Some(jobs) = shared.get().and_then(Weak::upgrade) else { return };
            // The way out is taken first: the order of deliveries is that of messages.
            line.say_all(|| {
                let deliveries = jobs.lock().take_deliveries();
                let told = without_stale::<O::Key, DeskTold<O>>(deliveries);
                told.into_iter()
                    .map(move |delivered| move |known: &mut Known| message::<O>(known, number, &delivered))
                    .collect()
            });
        };
        let scheduler = Scheduler::new(workplace.executor, Arc::new(forward));
        // Nobody has set it before.
        let _ = jobs.set(Arc::downgrade(&scheduler.shared));
        Self { scheduler, workplace }
    }
}

/// What a request gave, as a message.
fn message<O: Orders>(known: &mut Known, desk: DeskNumber, delivered: &Delivered<O::Key, DeskTold<O>>) -> ToWindow {
    let told = |known: &mut Known, delivery: &Delivery<DeskTold<O>>| wire::encode(known, delivery);
    let delivery = told(known, &delivered.delivery)
        .or_else(|error| told(known, &Delivery::Event(Err(UserError::new(error)))))
        .unwrap_or_default();
    ToWindow::Desk { desk, id: delivered.id, delivery }
}

impl<O: Orders> Serving for ServedDesk<O> {
    fn take(&self, known: &mut Known, said: ToDesk) -> Result<Box<dyn FnOnce() + '_>, WireError> {
        Ok(match said {
            ToDesk::Order { id, key, order } => {
                let (key, order): (O::Key, O) = (wire::decode(known, &key)?, wire::decode(known, &order)?);
                Box::new(move || self.submit(id, key, order))
            }
            ToDesk::Cancel(key) => {
                let key: O::Key = wire::decode(known, &key)?;
                Box::new(move || self.scheduler.cancel(&key))
            }
        })
    }

    fn next_priority(&self) -> Option<Priority> {
        self.scheduler.next_priority()
    }

    fn step(&self) {
        self.scheduler.step();
    }
}

impl<O: Orders> ServedDesk<O> {
    fn submit(&self, id: RequestId, key: O::Key, order: O) {
        let priority = order.priority();
        self.scheduler.submit_as(id, priority, key, order.work(&self.workplace));
    }
}
