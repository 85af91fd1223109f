//! The queue of jobs and the thread that empties it.

use std::sync::Arc;
use std::time::Duration;

use super::queue::{Job, Work, without_stale};
use super::request::{Delivered, Key, Priority, Progress, RequestId};
use super::runner::{Context, Shared};
use crate::platform::threads::{self, Thread};

/// How long a dropped scheduler waits for a job that does not look at its cancel flag.
const JOIN_LIMIT: Duration = Duration::from_secs(5);

/// Where jobs run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Executor {
    /// On one thread of the scheduler's own.
    Thread,
    /// On the caller's thread, inside [`Scheduler::drain`] and [`Scheduler::run_until_idle`] and nowhere else: the order
    /// of everything is fixed, and no threads are needed.
    Inline,
}

/// Runs one job at a time and hands back what the jobs send.
///
/// What it guarantees:
///
/// - **Order.**  Interactive work goes before background work, and that before idle work; within a priority, first come, first
///   served.
/// - **Preemption.**  A job works in chunks: it is called again as long as it returns [`Progress::Again`].  Between two
///   chunks of background or idle work all waiting work that goes before it is run.  A chunk can look at [`Context::should_yield`] to
///   end early.
/// - **The latest request wins.**  A newer request with the same key cancels the older: if it waits it never runs, if it
///   runs its flag is set and it is not called again.
/// - **No stale results.**  After [`Scheduler::submit`] or [`Scheduler::cancel`] has returned, [`Scheduler::drain`] gives
///   nothing of the requests they cancelled, not even what was sent before.
/// - **One end.**  A request that is not cancelled ends with exactly one `Finished` or `Panicked`, after all its events.
/// - **Panics are caught** and delivered with their message; the next job runs.
/// - **Waking.**  `wake` is called after every event and at the end of every request, when what it announces can be drained
///   (`Inline` also calls it while work waits for a drain).  It only notes that a drain is due: it must not drain
///   itself, and must not panic.
/// - **The end.**  Dropping the scheduler cancels everything and joins the thread.  A job that ignores its flag for five
///   seconds is left behind, to end with the process.
pub struct Scheduler<K: Key, E: Send + 'static> {
    pub(super) shared: Arc<Shared<K, E>>,
    /// `None`: inline.
    thread: Option<Thread>,
}

impl<K: Key, E: Send + 'static> Scheduler<K, E> {
    /// An idle scheduler.  `wake` asks the receiver to call [`Scheduler::drain`] soon, from any thread.
    ///
    /// Where the system gives no thread (a browser), [`Executor::Thread`] becomes [`Executor::Inline`]; see
    /// [`Scheduler::executor`].
    pub fn new(executor: Executor, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let shared = Arc::new(Shared::new(wake));
        let thread = match executor {
            Executor::Thread => spawn(Arc::clone(&shared)),
            Executor::Inline => None,
        };
        Self { shared, thread }
    }

    /// Where jobs run.
    pub fn executor(&self) -> Executor {
        match self.thread {
            Some(_) => Executor::Thread,
            None => Executor::Inline,
        }
    }

    /// Queues work that is called until it returns [`Progress::Done`], and cancels the older request with the same key.
    pub fn submit(
        &self,
        priority: Priority,
        key: K,
        work: impl FnMut(&Context<'_, K, E>) -> Progress + Send + 'static,
    ) -> RequestId {
        let id = self.shared.lock().next_id();
        self.submit_as(id, priority, key, Box::new(work));
        id
    }

    /// The same under a number that somebody else counts.
    pub(super) fn submit_as(&self, id: RequestId, priority: Priority, key: K, work: Work<K, E>) {
        let mut queue = self.shared.lock();
        let superseded = queue.cancel(&key);
        queue.push(id, priority, key, work);
        drop(queue);
        drop(superseded);
        self.shared.changed.notify_all();
        self.wake_if_inline_work_waits();
    }

    /// Queues work of a single chunk; like [`Scheduler::submit`] otherwise.
    pub fn submit_once(
        &self,
        priority: Priority,
        key: K,
        work: impl FnOnce(&Context<'_, K, E>) + Send + 'static,
    ) -> RequestId {
        let mut work = Some(work);
        self.submit(priority, key, move |context| {
            if let Some(work) = work.take() {
                work(context);
            }
            Progress::Done
        })
    }

    /// Cancels the request under `key`, if there is one.
    pub fn cancel(&self, key: &K) {
        let removed = self.shared.lock().cancel(key);
        drop(removed);
        self.shared.changed.notify_all();
    }

    /// Everything delivered since the last call, oldest first, without what is stale.  Never waits.
    ///
    /// `Inline` first runs all waiting interactive work, then at most one chunk of background work, so that a caller
    /// that drains once a frame stays responsive.
    pub fn drain(&self) -> Vec<Delivered<K, E>> {
        if self.thread.is_none() {
            while self.shared.lock().has_interactive() && self.run_next_inline() {}
            self.run_next_inline();
            self.wake_if_inline_work_waits();
        }
        let deliveries = self.shared.lock().take_deliveries();
        without_stale(deliveries)
    }

    /// Returns when nothing waits and nothing runs; what was delivered can be drained then.  Not to be called in a job.
    pub fn run_until_idle(&self) {
        match self.thread {
            Some(_) => self.shared.wait_until_idle(),
            None => while self.run_next_inline() {},
        }
    }

    /// Whether nothing waits and nothing runs.  A cancelled job runs until its chunk ends.  There may be results to drain.
    pub fn is_idle(&self) -> bool {
        self.shared.lock().is_idle()
    }

    /// Whether a request under `key` waits or runs and was not cancelled.
    pub fn is_running(&self, key: &K) -> bool {
        self.shared.lock().is_running(key)
    }

    /// The priority of the work that is next; `None` where none waits, or a thread does it.
    pub(super) fn next_priority(&self) -> Option<Priority> {
        if self.thread.is_some() { None } else { self.shared.lock().next_priority() }
    }

    /// `Inline`: runs one chunk; whether more waits.
    pub(super) fn step(&self) -> bool {
        if self.thread.is_none() {
            self.run_next_inline();
        }
        !self.is_idle()
    }

    /// Runs one chunk on this thread.  `false` when nothing waits, or when called from a job.
    fn run_next_inline(&self) -> bool {
        let next = self.shared.lock().take_next();
        match next {
            Some(job) => {
                self.shared.run_chunk(job);
                true
            }
            None => false,
        }
    }

    fn wake_if_inline_work_waits(&self) {
        if self.thread.is_none() && !self.is_idle() {
            (self.shared.wake)();
        }
    }
}

impl<K: Key, E: Send + 'static> Drop for Scheduler<K, E> {
    fn drop(&mut self) {
        let removed: Vec<Job<K, E>> = self.shared.lock().stop();
        drop(removed);
        self.shared.changed.notify_all();
        let Some(thread) = self.thread.take() else {
            return;
        };
        thread.join_within(JOIN_LIMIT);
    }
}

/// The thread that runs jobs until the scheduler stops; `None` where the system gives no thread.
fn spawn<K: Key, E: Send + 'static>(shared: Arc<Shared<K, E>>) -> Option<Thread> {
    let work = move || {
        while let Some(job) = shared.wait_for_job() {
            shared.run_chunk(job);
        }
    };
    threads::start("lens-engine", work).ok()
}
