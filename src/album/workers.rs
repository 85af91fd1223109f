//! A crew that works through tasks, one a thread; what it has done is fetched without waiting for what it still does.

use std::any::Any;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// What a task gives: its result, or the message of its panic.
pub(super) type Done<T> = (usize, Result<T, String>);

type Work<T> = dyn Fn(usize) -> T + Send + Sync;

/// Threads that work through tasks.  Dropped, it ends as soon as each has done the task it is at.
pub(super) struct Crew<T: Send + 'static> {
    board: Arc<Board<T>>,
    work: Arc<Work<T>>,
    /// One thread each, so that all a task asks of rayon stays on it.  None where the system gives no threads.
    pools: Vec<ThreadPool>,
}

struct Board<T> {
    tasks: Mutex<Tasks<T>>,
    changed: Condvar,
}

struct Tasks<T> {
    waiting: VecDeque<usize>,
    /// Tasks that somebody is at.
    begun: Vec<usize>,
    done: Vec<Done<T>>,
    is_over: bool,
}

impl<T: Send + 'static> Crew<T> {
    /// `size` threads that do `work`.
    pub fn new(size: usize, work: Arc<Work<T>>) -> Self {
        let tasks = Tasks { waiting: VecDeque::new(), begun: Vec::new(), done: Vec::new(), is_over: false };
        let board = Arc::new(Board { tasks: Mutex::new(tasks), changed: Condvar::new() });
        let pool = || ThreadPoolBuilder::new().num_threads(1).thread_name(|_| "lens-album".to_owned()).build();
        let pools: Vec<ThreadPool> = (0..size).map_while(|_| pool().ok()).collect();
        for pool in &pools {
            let (board, work) = (Arc::clone(&board), Arc::clone(&work));
            pool.spawn(move || board.work_until_over(&*work));
        }
        Self { board, work, pools }
    }

    /// Number of threads.
    pub fn size(&self) -> usize {
        self.pools.len()
    }

    /// Gives tasks, in place of those that nobody is at.
    pub fn give(&self, tasks: impl IntoIterator<Item = usize>) {
        let mut board = self.board.lock();
        let Tasks { waiting, begun, .. } = &mut *board;
        *waiting = tasks.into_iter().filter(|task| !begun.contains(task)).collect();
        drop(board);
        self.board.changed.notify_all();
    }

    /// Takes back what nobody is at.
    pub fn recall(&self) {
        self.board.lock().waiting.clear();
    }

    /// What was done since the last call, once there is something or `patience` is over; and whether nothing is left.
    pub fn fetch(&self, patience: Duration) -> (Vec<Done<T>>, bool) {
        if self.pools.is_empty() {
            // Nobody else does it, so nobody is waited for.
            self.board.work_once(&*self.work);
            let mut board = self.board.lock();
            return (std::mem::take(&mut board.done), board.is_idle());
        }
        let board = self.board.lock();
        let is_waiting = |tasks: &mut Tasks<T>| tasks.done.is_empty() && !tasks.is_idle();
        let waited = self.board.changed.wait_timeout_while(board, patience, is_waiting);
        let (mut board, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let done = std::mem::take(&mut board.done);
        (done, board.is_idle())
    }
}

impl<T: Send + 'static> Drop for Crew<T> {
    fn drop(&mut self) {
        let mut board = self.board.lock();
        board.waiting.clear();
        board.is_over = true;
        drop(board);
        self.board.changed.notify_all();
    }
}

impl<T> Tasks<T> {
    fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.begun.is_empty()
    }
}

impl<T> Board<T> {
    fn lock(&self) -> MutexGuard<'_, Tasks<T>> {
        // Nothing panics while it holds the lock.
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work_until_over(&self, work: &Work<T>) {
        loop {
            let mut tasks = self.lock();
            while tasks.waiting.is_empty() && !tasks.is_over {
                tasks = self.changed.wait(tasks).unwrap_or_else(PoisonError::into_inner);
            }
            if tasks.is_over {
                return;
            }
            drop(tasks);
            self.work_once(work);
        }
    }

    fn work_once(&self, work: &Work<T>) {
        let mut tasks = self.lock();
        let Some(task) = tasks.waiting.pop_front() else { return };
        tasks.begun.push(task);
        drop(tasks);
        let result = catch_unwind(AssertUnwindSafe(|| work(task))).map_err(|panic| message(&*panic));
        let mut tasks = self.lock();
        tasks.begun.retain(|&begun| begun != task);
        tasks.done.push((task, result));
        drop(tasks);
        self.changed.notify_all();
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}
