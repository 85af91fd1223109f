//! Work that outlives its job: stopped, looked at, gone on with.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Deserializer, Serializer};

use crate::wire::once::Content;

/// Something made step by step, by one job at a time.  Clones are the same piece of work.
///
/// Where the engine runs in another instance of the program the work is there, and here nothing is but its name.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
#[serde(bound = "T: Send + 'static")]
pub struct Studio<T>(#[serde(with = "crate::wire::once")] Arc<Mutex<Option<T>>>);

impl<T: Send + 'static> Content for Mutex<Option<T>> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        <()>::deserialize(deserializer).map(|()| Arc::default())
    }
}

impl<T> Studio<T> {
    /// Nothing is begun yet.
    pub fn empty() -> Self {
        Self(Arc::new(Mutex::new(None)))
    }

    /// The work, or nothing yet.  Waits for the step under way, a few hundredths of a second.
    pub fn open(&self) -> MutexGuard<'_, Option<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether both are the same piece of work.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Studio<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Studio<T> {
    fn default() -> Self {
        Self::empty()
    }
}
