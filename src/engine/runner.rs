//! One chunk of one job: its context, its panic, its end.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use super::queue::{Job, Queue, Request};
use super::request::{Cancel, Delivery, Key, Progress, RequestId};

/// Called when there is something to drain.
pub(super) type Wake = Arc<dyn Fn() + Send + Sync>;

/// What the scheduler and its thread have in common.
pub(super) struct Shared<K: Key, E> {
    queue: Mutex<Queue<K, E>>,
    /// Notified when a job arrives or ends, and at the end of the scheduler.
    pub(super) changed: Condvar,
    pub(super) wake: Wake,
}

/// What a job sees of the scheduler while one of its chunks runs.  It may be shared with helper threads.
pub struct Context<'a, K: Key, E> {
    shared: &'a Shared<K, E>,
    request: &'a Request<K>,
}

impl<K: Key, E> Context<'_, K, E> {
    /// The request this job serves.
    pub fn id(&self) -> RequestId {
        self.request.id
    }

    /// The key the request was submitted under.
    pub fn key(&self) -> &K {
        &self.request.key
    }

    /// The request's cancel flag, to be polled (or cloned into code that polls it) during a long chunk.
    pub fn cancel(&self) -> &Cancel {
        &self.request.cancel
    }

    /// Whether the request was cancelled or superseded: nothing sent from now on arrives.
    pub fn is_cancelled(&self) -> bool {
        self.request.cancel.is_cancelled()
    }

    /// Whether the chunk should end early: the request was cancelled, or work waits that goes before its own.  Takes the scheduler's lock for a moment: ask once a step, not once a pixel.
    pub fn should_yield(&self) -> bool {
        self.is_cancelled() || self.shared.lock().has_before(self.request.priority)
    }

    /// Queues an event for the next drain and wakes the receiver.  Of a cancelled request, the event is dropped.
    pub fn send(&self, event: E) {
        if self.is_cancelled() {
            return;
        }
        self.shared.lock().deliver(self.request.clone(), Delivery::Event(event));
        (self.shared.wake)();
    }
}

impl<K: Key, E> Shared<K, E> {
    pub(super) fn new(wake: Wake) -> Self {
        Self { queue: Mutex::new(Queue::new()), changed: Condvar::new(), wake }
    }

    /// The queue.  No job's code, destructor or `wake` runs while it is held, so a panic cannot leave it half changed.
    pub(super) fn lock(&self) -> MutexGuard<'_, Queue<K, E>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next job.  `None` once the scheduler has stopped.
    pub(super) fn wait_for_job(&self) -> Option<Job<K, E>> {
        let mut queue = self.lock();
        loop {
            if queue.is_stopped() {
                return None;
            }
            if let Some(job) = queue.take_next() {
                return Some(job);
            }
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until nothing waits and nothing runs.
    pub(super) fn wait_until_idle(&self) {
        let queue = self.lock();
        drop(self.changed.wait_while(queue, |queue| !queue.is_idle()).unwrap_or_else(PoisonError::into_inner));
    }

    /// Calls the job once, unless it was cancelled; then it is back in the queue, or over.
    pub(super) fn run_chunk(&self, job: Job<K, E>) {
        let Job { request, mut work } = job;
        let context = Context { shared: self, request: &request };
        // The work moves in, so that its destructor too runs where a panic is caught.
        let outcome = catch_unwind(AssertUnwindSafe(move || {
            let goes_on = !context.is_cancelled() && work(&context) == Progress::Again;
            goes_on.then_some(work)
        }));
        let delivery = match outcome {
            Ok(Some(work)) => {
                self.lock().pause(Job { request, work });
                return;
            }
            Ok(None) => Delivery::Finished,
            Err(panic) => Delivery::Panicked(panic_message(&*panic)),
        };
        self.lock().end(request, delivery);
        self.changed.notify_all();
        (self.wake)();
    }
}

/// The text of a panic; `panic!` leaves a `&str` or a `String`.
fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message")
        .to_owned()
}
