//! Work beside the window, or inline where there are no threads: a page in a browser gives none.

use std::io;
use std::sync::mpsc::channel;
use std::thread::{self, Builder, JoinHandle};
use std::time::Duration;

use super::clock::Deadline;

/// A thread that was started; when this is dropped it runs on.
#[derive(Debug)]
pub struct Thread(JoinHandle<()>);

impl Thread {
    /// Waits until it has ended, but no longer than `patience`; one that has not is left to end with the process.
    pub fn join_within(self, patience: Duration) {
        let deadline = Deadline::after(patience);
        while !self.0.is_finished() && !deadline.has_passed() {
            thread::sleep(Duration::from_millis(1));
        }
        if self.0.is_finished() {
            // An error here is a panic, printed when it happened: nothing is left to be done about it.
            let _ = self.0.join();
        }
    }
}

/// Starts a thread of that name.
///
/// # Errors
/// The system gives none.
pub fn start(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<Thread> {
    Builder::new().name(name.to_owned()).spawn(work).map(Thread)
}

/// Does the work on a thread of that name; where the system gives none, at once, and returns when it is done.
pub fn start_or_run<W: FnOnce() + Send + 'static>(name: &str, work: W) {
    // The work is handed over only once somebody is there to take it.
    let (sender, receiver) = channel::<W>();
    let takes_it = move || {
        if let Ok(work) = receiver.recv() {
            work();
        }
    };
    match start(name, takes_it) {
        // Whoever takes it waits for it, so it arrives.
        Ok(_) => drop(sender.send(work)),
        Err(_) => work(),
    }
}

/// Lets other threads go first.
pub fn yield_now() {
    thread::yield_now();
}
