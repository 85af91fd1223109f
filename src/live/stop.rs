//! Nobody wants frames any more.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::platform::clock::Deadline;

/// Done once when frames are not wanted any more: closes what a source waits for.
type Close = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct State {
    is_set: bool,
    close: Option<Close>,
}

/// A flag shared by a source and whoever may end it: once set it stays set.  Clones are the same flag.
#[derive(Clone, Default)]
pub struct Stop(Arc<(Mutex<State>, Condvar)>);

impl Stop {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it is set.
    pub fn is_set(&self) -> bool {
        self.lock().is_set
    }

    /// Ends the source, whatever it waits for.
    pub fn set(&self) {
        let mut state = self.lock();
        state.is_set = true;
        let close = state.close.take();
        drop(state);
        self.0.1.notify_all();
        if let Some(close) = close {
            close();
        }
    }

    /// What is to be done when it is set, in place of what was said before; at once where it is set.
    pub fn when_set(&self, close: impl FnOnce() + Send + 'static) {
        let mut state = self.lock();
        if state.is_set {
            drop(state);
            close();
        } else {
            state.close = Some(Box::new(close));
        }
    }

    /// Waits for so long, or until it is set; whether it is.
    pub fn wait(&self, patience: Duration) -> bool {
        let deadline = Deadline::after(patience);
        let mut state = self.lock();
        while !state.is_set {
            let left = deadline.left();
            if left.is_zero() {
                return false;
            }
            state = match self.0.1.wait_timeout(state, left) {
                Ok((state, _)) => state,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
        true
    }
}
