//! The words of the contract between those who ask for work and the work itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Which work goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Priority {
    /// A person waits for it: runs before any background work, and between the chunks of background work.
    Interactive,
    /// Runs while no interactive work waits.
    Background,
    /// Takes minutes and nobody waits for it: runs while nothing else waits.
    Idle,
}

/// What a request is about: a newer request with the same key supersedes the older one, whatever their priorities.
pub trait Key: Clone + PartialEq + Send + 'static {}

impl<K: Clone + PartialEq + Send + 'static> Key for K {}

/// The number of one request.  Numbers grow: of two requests to the same scheduler the newer has the larger number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct RequestId(pub u64);

/// A flag shared by a request and its job: once set it stays set.  Clones are the same flag.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// A flag that is not set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether nobody wants the result any more.  One atomic load: cheap enough for an inner loop.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Says that nobody wants the result any more.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// What a job says at the end of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The job is complete and is not called again.
    Done,
    /// There is more to do: call the job again when it is its turn.
    Again,
}

/// What a request gives back.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Delivery<E> {
    /// Something the job sent.
    Event(E),
    /// The job is complete: nothing follows.
    Finished,
    /// The job panicked, with this message: nothing follows.
    Panicked(String),
}

/// One delivery and the request it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered<K, E> {
    /// The request, as returned by `submit`.
    pub id: RequestId,
    /// The key the request was submitted under.
    pub key: K,
    /// What the request gave.
    pub delivery: Delivery<E>,
}
