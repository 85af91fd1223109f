//! The newest edits of a photo: those of before are never run.

use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::off::Muted;
use super::results::ForwardRun;
use crate::imaging::edit::Edits;

/// An edited photo that is to be run next.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(super) struct WantedEdit {
    #[serde(with = "crate::wire::once")]
    pub(super) original: Arc<ForwardRun>,
    pub(super) edits: Edits,
    pub(super) muted: Muted,
}

/// The newest edits that no job has taken yet.  Clones are the same place.
#[derive(Clone, Default)]
pub(super) struct Live(Arc<Mutex<Option<WantedEdit>>>);

impl Live {
    /// A place of its own.
    pub(super) fn of(wanted: WantedEdit) -> Self {
        Self(Arc::new(Mutex::new(Some(wanted))))
    }

    pub(super) fn set(&self, wanted: Option<WantedEdit>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = wanted;
    }

    pub(super) fn take(&self) -> Option<WantedEdit> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Serialize for Live {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Live {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(|wanted| Self(Arc::new(Mutex::new(wanted))))
    }
}
