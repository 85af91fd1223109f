//! Pieces of work for all threads of the pool: whoever is free takes the next one.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::team;
use crate::platform::clock::Stopwatch;

/// A piece of work of one step.
pub(super) struct Task<'a> {
    /// Index of the step among those that run side by side.
    pub step: usize,
    /// What to do.
    pub work: Box<dyn FnOnce() + Send + 'a>,
}

/// Nanoseconds that threads spent on each step; of a step without a clock nothing is measured.
pub(super) struct Clocks(Vec<AtomicU64>);

impl Clocks {
    pub fn new(steps: usize) -> Self {
        Self((0..steps).map(|_| AtomicU64::new(0)).collect())
    }

    /// Milliseconds, summed over threads.
    pub fn thread_ms(&self, step: usize) -> f64 {
        self.0[step].load(Ordering::Relaxed) as f64 / 1e6
    }
}

/// Does all of them, on whatever threads of the pool are free, and returns when the last is done.  They must be independent: then what
/// they make is the same whatever the number of threads.
pub fn on_all_threads<W: FnOnce() + Send>(works: impl IntoIterator<Item = W>) {
    let tasks = works.into_iter().map(|work| Task { step: 0, work: Box::new(work) });
    run(tasks.collect(), &Clocks::new(0));
}

/// Does all tasks and returns when the last is done.  The calling thread works too; with a pool of one thread it is the only one.
pub(super) fn run(tasks: Vec<Task<'_>>, clocks: &Clocks) {
    let threads = rayon::current_num_threads();
    let queue = Mutex::new(tasks.into_iter());
    let work = || {
        let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
        while let Some(task) = next() {
            let Some(clock) = clocks.0.get(task.step) else {
                (task.work)();
                continue;
            };
            let start = Stopwatch::start();
            (task.work)();
            let elapsed = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
            clock.fetch_add(elapsed, Ordering::Relaxed);
        }
    };
    if threads <= 1 || queue.lock().unwrap_or_else(PoisonError::into_inner).len() <= 1 {
        return work();
    }
    if rayon::current_thread_index().is_none() {
        return team::together(threads - 1, &work);
    }
    // Inside a pool its own threads help.
    rayon::in_place_scope(|scope| {
        for _ in 1..threads {
            scope.spawn(|_| work());
        }
        work();
    });
}
