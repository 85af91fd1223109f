//! Whether a person waits for the engine: others who compute let it go first.

use std::sync::Arc;
use std::time::Duration;

use super::event::Told;
use super::far;
use super::key::JobKey;
use super::runner::Shared;

/// How long to wait before the cancel flag is asked again.
const PATIENCE: Duration = Duration::from_millis(50);

/// Tells whether interactive work waits or runs.
#[derive(Clone)]
pub struct Urgency(pub(super) Of);

/// Whose.
#[derive(Clone)]
pub(super) enum Of {
    /// Of the engine here.
    Here {
        shared: Arc<Shared<JobKey, Told>>,
        /// Without threads nobody would do the work while another waits for it: then nothing is urgent.
        has_thread: bool,
    },
    /// Of an engine elsewhere.
    Far(Arc<far::Shared>),
}

impl Urgency {
    /// Whether a person waits for something.
    pub fn is_urgent(&self) -> bool {
        match &self.0 {
            Of::Here { shared, has_thread } => *has_thread && shared.lock().is_urgent(),
            Of::Far(shared) => shared.is_urgent(),
        }
    }

    /// Returns when nobody waits any more, or soon after `stop` says so.  Not to be called on the thread that runs the work, or takes
    /// in the answers of an engine elsewhere.
    pub fn wait_until_calm(&self, stop: &dyn Fn() -> bool) {
        match &self.0 {
            Of::Here { has_thread: false, .. } => {}
            Of::Here { shared, .. } => {
                let mut queue = shared.lock();
                while queue.is_urgent() && !stop() {
                    queue = match shared.changed.wait_timeout(queue, PATIENCE) {
                        Ok((queue, _)) => queue,
                        Err(poisoned) => poisoned.into_inner().0,
                    };
                }
            }
            Of::Far(shared) => shared.wait_until_calm(stop, PATIENCE),
        }
    }
}
