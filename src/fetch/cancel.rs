//! Nobody wants the file any more.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A flag shared by a download and whoever may end it: once set it stays set.  Clones are the same flag.
#[derive(Clone, Default)]
pub struct Cancel(Arc<Shared>);

#[derive(Default)]
struct Shared {
    is_set: AtomicBool,
    /// Whose connections are closed, so that a read that waits for the network returns.
    agent: Mutex<Option<ureq::Agent>>,
}

impl Cancel {
    /// A flag that is not set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether the download is to end.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_set.load(Ordering::SeqCst)
    }

    /// Ends the download, at once if it is under way.
    pub fn cancel(&self) {
        self.0.is_set.store(true, Ordering::SeqCst);
        self.close();
    }

    /// Gives the connections that a cancelled download closes.
    pub(super) fn watch(&self, agent: &ureq::Agent) {
        let mut slot = self.0.agent.lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some(agent.clone());
        drop(slot);
        if self.is_cancelled() {
            self.close();
        }
    }

    fn close(&self) {
        let mut slot = self.0.agent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(agent) = slot.take() {
            agent.shutdown();
        }
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Cancel({})", self.is_cancelled())
    }
}
