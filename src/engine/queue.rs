//! Which job is next, and which results are stale.  No threads and no clock: the scheduler holds it behind a lock.

use std::collections::VecDeque;

use super::request::{Cancel, Delivered, Delivery, Key, Priority, Progress, RequestId};
use super::runner::Context;

/// The closure of a job: called once a chunk.
pub(super) type Work<K, E> = Box<dyn FnMut(&Context<'_, K, E>) -> Progress + Send>;

/// A request without its work.
#[derive(Clone)]
pub(super) struct Request<K> {
    pub(super) id: RequestId,
    pub(super) key: K,
    pub(super) priority: Priority,
    pub(super) cancel: Cancel,
}

/// A request with its work.
pub(super) struct Job<K: Key, E> {
    pub(super) request: Request<K>,
    pub(super) work: Work<K, E>,
}

/// Jobs that wait, the job that runs, and what has not been drained yet.
pub(super) struct Queue<K: Key, E> {
    last_id: u64,
    interactive: VecDeque<Job<K, E>>,
    background: VecDeque<Job<K, E>>,
    idle: VecDeque<Job<K, E>>,
    running: Option<Request<K>>,
    outbox: Vec<(Request<K>, Delivery<E>)>,
    stopped: bool,
}

impl<K: Key, E> Queue<K, E> {
    pub(super) fn new() -> Self {
        Self {
            last_id: 0,
            interactive: VecDeque::new(),
            background: VecDeque::new(),
            idle: VecDeque::new(),
            running: None,
            outbox: Vec::new(),
            stopped: false,
        }
    }

    /// A number for a new request.
    pub(super) fn next_id(&mut self) -> RequestId {
        self.last_id += 1;
        RequestId(self.last_id)
    }

    /// Queues new work behind the work of its priority.
    pub(super) fn push(&mut self, id: RequestId, priority: Priority, key: K, work: Work<K, E>) {
        let request = Request { id, key, priority, cancel: Cancel::new() };
        self.lane(priority).push_back(Job { request, work });
    }

    /// Takes the next job and notes it as the running one.  `None` when nothing waits or a job is running.
    pub(super) fn take_next(&mut self) -> Option<Job<K, E>> {
        if self.running.is_some() {
            return None;
        }
        let lanes = [&mut self.interactive, &mut self.background, &mut self.idle];
        let job = lanes.into_iter().find_map(VecDeque::pop_front)?;
        self.running = Some(job.request.clone());
        Some(job)
    }

    /// Which priority the job has that is next.
    pub(super) fn next_priority(&self) -> Option<Priority> {
        let lanes = [&self.interactive, &self.background, &self.idle];
        let next = lanes.into_iter().find_map(VecDeque::front);
        next.filter(|_| self.running.is_none()).map(|job| job.request.priority)
    }

    /// Puts the running job back at the head of its lane, so that it goes on before work of its priority that came later.
    pub(super) fn pause(&mut self, job: Job<K, E>) {
        self.running = None;
        self.lane(job.request.priority).push_front(job);
    }

    /// Notes that the running job is over, and keeps its last delivery.
    pub(super) fn end(&mut self, request: Request<K>, delivery: Delivery<E>) {
        self.running = None;
        self.deliver(request, delivery);
    }

    /// Keeps a delivery for the next drain.
    pub(super) fn deliver(&mut self, request: Request<K>, delivery: Delivery<E>) {
        self.outbox.push((request, delivery));
    }

    /// Sets the flag of every request under `key`: waiting, running, or ended with results not drained yet.
    ///
    /// Returns the waiting jobs, which are out of the queue now, to be dropped where no lock is held.
    pub(super) fn cancel(&mut self, key: &K) -> Vec<Job<K, E>> {
        self.cancel_where(|request| request.key == *key)
    }

    /// Cancels everything; `is_stopped` is true from now on.  Returns the waiting jobs like `cancel`.
    pub(super) fn stop(&mut self) -> Vec<Job<K, E>> {
        self.stopped = true;
        self.cancel_where(|_| true)
    }

    /// Everything delivered since the last call, oldest first, stale or not.
    pub(super) fn take_deliveries(&mut self) -> Vec<(Request<K>, Delivery<E>)> {
        std::mem::take(&mut self.outbox)
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Whether nothing waits and nothing runs.
    pub(super) fn is_idle(&self) -> bool {
        self.running.is_none() && [&self.interactive, &self.background, &self.idle].into_iter().all(VecDeque::is_empty)
    }

    /// Whether interactive work waits or runs.
    pub(super) fn is_urgent(&self) -> bool {
        let runs = self.running.as_ref().is_some_and(|request| request.priority == Priority::Interactive);
        runs || self.has_interactive()
    }

    pub(super) fn has_interactive(&self) -> bool {
        !self.interactive.is_empty()
    }

    /// Whether work waits that goes before work of that priority.
    pub(super) fn has_before(&self, priority: Priority) -> bool {
        match priority {
            Priority::Interactive => false,
            Priority::Background => self.has_interactive(),
            Priority::Idle => self.has_interactive() || !self.background.is_empty(),
        }
    }

    /// Whether a request under `key` waits or runs and is still wanted.
    pub(super) fn is_running(&self, key: &K) -> bool {
        let waiting = self.interactive.iter().chain(&self.background).chain(&self.idle);
        waiting
            .map(|job| &job.request)
            .chain(&self.running)
            .any(|request| request.key == *key && !request.cancel.is_cancelled())
    }

    fn lane(&mut self, priority: Priority) -> &mut VecDeque<Job<K, E>> {
        match priority {
            Priority::Interactive => &mut self.interactive,
            Priority::Background => &mut self.background,
            Priority::Idle => &mut self.idle,
        }
    }

    fn cancel_where(&mut self, matches: impl Fn(&Request<K>) -> bool) -> Vec<Job<K, E>> {
        let delivered = self.outbox.iter().map(|(request, _)| request);
        for request in delivered.chain(&self.running).filter(|it| matches(it)) {
            request.cancel.cancel();
        }
        let mut removed = Vec::new();
        for lane in [&mut self.interactive, &mut self.background, &mut self.idle] {
            let (matching, kept): (VecDeque<_>, VecDeque<_>) =
                std::mem::take(lane).into_iter().partition(|job| matches(&job.request));
            *lane = kept;
            removed.extend(matching);
        }
        for job in &removed {
            job.request.cancel.cancel();
        }
        removed
    }
}

/// Drops what is stale: the deliveries of cancelled and superseded requests.
pub(super) fn without_stale<K, E>(deliveries: Vec<(Request<K>, Delivery<E>)>) -> Vec<Delivered<K, E>> {
    deliveries
        .into_iter()
        .filter(|(request, _)| !request.cancel.is_cancelled())
        .map(|(request, delivery)| Delivered { id: request.id, key: request.key, delivery })
        .collect()
}
