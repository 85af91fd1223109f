//! Threads that stay awake between the steps of a pass.
//!
//! A pass has some sixty steps of a tenth of a millisecond.  A pool that puts its threads to sleep after each spends as long waking
//! them as the steps take; these look for work a little longer before they sleep.
#![allow(
    unsafe_code,
    reason = "threads that outlive a step call what only lives as long as it; this file is the checked door"
)]

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use crate::platform::clock::Deadline;
use crate::platform::threads;

/// How long a thread without work stays awake: longer than any pause between two steps of a pass.
const AWAKE: Duration = Duration::from_micros(200);

/// Runs `work` on this thread and, where they are free, on `helpers` others at the same time; returns when all have returned.
///
/// # Panics
/// When `work` does.
pub(super) fn together(helpers: usize, work: &(dyn Fn() + Sync)) {
    static TEAM: OnceLock<Team> = OnceLock::new();
    TEAM.get_or_init(|| Team::new(helpers)).run(helpers, work);
}

struct Team {
    /// Held by the thread whose work is under way.
    owner: Mutex<()>,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    /// How many jobs there have been.
    jobs: AtomicUsize,
    /// The job that helpers may join.
    job: Mutex<Option<Job>>,
    /// Helpers at work; grows only while `job` is locked and holds a job.
    busy: AtomicUsize,
    panicked: AtomicBool,
    /// Helpers asleep.
    asleep: Mutex<usize>,
    wake: Condvar,
}

struct Job {
    work: &'static (dyn Fn() + Sync),
    seats: usize,
}

impl Team {
    fn new(helpers: usize) -> Self {
        let shared = Arc::new(Shared::default());
        for index in 0..helpers {
            let shared = shared.clone();
            // Without the thread its share is done by the others.
            if let Err(error) = threads::start(&format!("kernels {index}"), move || shared.help()) {
                log::warn!("A thread could not be started: {error}");
            }
        }
        Self { owner: Mutex::new(()), shared }
    }

    fn run(&self, helpers: usize, work: &(dyn Fn() + Sync)) {
        let Ok(owner) = self.owner.try_lock() else {
            // Another pass has the helpers.
            return work();
        };
        // SAFETY: the job is taken back, and every helper in it awaited, before this function returns or unwinds (`Finish`): no
        // helper touches `work` after its lifetime.
        let work = unsafe { std::mem::transmute::<&(dyn Fn() + Sync), &'static (dyn Fn() + Sync)>(work) };
        let finish = Finish(&self.shared);
        *lock(&self.shared.job) = Some(Job { work, seats: helpers });
        self.shared.jobs.fetch_add(1, Ordering::Release);
        if *lock(&self.shared.asleep) > 0 {
            self.shared.wake.notify_all();
        }
        work();
        drop(finish);
        drop(owner);
        if self.shared.panicked.swap(false, Ordering::Relaxed) {
            resume_unwind(Box::new("a helping thread panicked"));
        }
    }
}

/// When it goes, the job is over: nobody can join it any more, and nobody is in it.
struct Finish<'a>(&'a Shared);

impl Drop for Finish<'_> {
    fn drop(&mut self) {
        *lock(&self.0.job) = None;
        let awake = Deadline::after(AWAKE);
        while self.0.busy.load(Ordering::Acquire) > 0 {
            if !awake.has_passed() {
                std::hint::spin_loop();
            } else {
                threads::yield_now();
            }
        }
    }
}

impl Shared {
    /// What a helper does all its life.
    fn help(&self) {
        let mut seen = 0;
        loop {
            seen = self.wait_for_job(seen);
            if let Some(work) = self.join() {
                if catch_unwind(AssertUnwindSafe(work)).is_err() {
                    self.panicked.store(true, Ordering::Relaxed);
                }
                self.busy.fetch_sub(1, Ordering::Release);
            }
        }
    }

    /// Returns the number of the newest job, once it is not `seen`.
    fn wait_for_job(&self, seen: usize) -> usize {
        let awake = Deadline::after(AWAKE);
        while !awake.has_passed() {
            for _ in 0..64 {
                let newest = self.jobs.load(Ordering::Acquire);
                if newest != seen {
                    return newest;
                }
                std::hint::spin_loop();
            }
        }
        let mut asleep = lock(&self.asleep);
        *asleep += 1;
        loop {
            let newest = self.jobs.load(Ordering::Acquire);
            if newest != seen {
                *asleep -= 1;
                return newest;
            }
            asleep = self.wake.wait(asleep).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A seat in the job, if there is one.
    fn join(&self) -> Option<&'static (dyn Fn() + Sync)> {
        let mut job = lock(&self.job);
        let job = job.as_mut().filter(|job| job.seats > 0)?;
        job.seats -= 1;
        self.busy.fetch_add(1, Ordering::Relaxed);
        Some(job.work)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
