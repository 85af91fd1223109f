//! Whether a person waits for the engine: others who compute let it go first.

use std::sync::Arc;
use std::time::Duration;

use super::event::Told;
use super::key::JobKey;
use super::runner::Shared;

/// How long to wait before the cancel flag is asked again.
const PATIENCE: Duration = Duration::from_millis(50);

/// Tells whether interactive work waits or runs.
#[derive(Clone)]
pub struct Urgency(pub(super) Arc<Shared<JobKey, Told>>);

impl Urgency {
    /// Whether a person waits for something.
    pub fn is_urgent(&self) -> bool {
        self.0.lock().is_urgent()
    }

    /// Returns when nobody waits any more, or soon after `stop` says so.  Not to be called on the thread that runs the work.
    pub fn wait_until_calm(&self, stop: &dyn Fn() -> bool) {
        let mut queue = self.0.lock();
        while queue.is_urgent() && !stop() {
            queue = match self.0.changed.wait_timeout(queue, PATIENCE) {
                Ok((queue, _)) => queue,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }
}
