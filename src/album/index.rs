//! What is known of an album's photos, and the rest of them run.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::AlbumError;
use super::listing;
use super::photo::State as PhotoState;
use super::place::Place;
use super::record::Record;
use super::shared::{Failure, Shared};
use super::snapshot::{Album, Note};
use super::state::State;
use super::store;
use super::workers::Crew;
use crate::engine::LoadedNetwork;
use crate::platform::folders;

/// How far an album is.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    /// Photos that have run, now or earlier, or cannot be read.
    pub done: usize,
    /// Photos in all.
    pub total: usize,
    /// Wall time a photo, milliseconds, all threads together; `None` before the first of this run is done.
    pub photo_ms: Option<f64>,
    /// What the rest will take, seconds; `None` as long as nobody can tell.
    pub left_seconds: Option<f64>,
}

/// How [`Index::run`] ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Outcome {
    /// Every photo has run or cannot be read.
    Complete,
    /// It was asked to stop; what has run is kept, and the next call goes on.
    Stopped,
}

/// What one network makes of an album.  All methods may be called from any thread, at the same time; those that read files say so
/// and belong beside the window.
pub struct Index {
    pub(super) shared: Arc<Shared>,
    state: Mutex<State>,
    pub(super) crew: Mutex<Option<Crew<Result<Record, Failure>>>>,
    /// What the folder's list had to tell.
    listed: Vec<Note>,
    /// How far the run under way is.
    pub(super) pace: Mutex<Pace>,
}

/// How fast photos of a run come.
#[derive(Clone, Copy, Debug, Default, serde::Serialize, serde::Deserialize)]
pub(super) struct Pace {
    /// Photos of this run.
    pub done: usize,
    /// Milliseconds since it began.
    pub elapsed_ms: f64,
}

impl Index {
    /// Lists the photos and takes what the store knows of them.  Reads files.
    ///
    /// `cache` is the folder for all albums' results ([`Self::default_cache`]); with `None` they are in memory alone.  `stop` is asked
    /// while a (slow, large) folder is listed.
    ///
    /// # Errors
    /// [`AlbumError`]; [`AlbumError::Stopped`] when `stop` says so.
    pub fn open(
        place: Place,
        network: Arc<LoadedNetwork>,
        cache: Option<PathBuf>,
        stop: &dyn Fn() -> bool,
    ) -> Result<Self, AlbumError> {
        let mut listing = listing::list(&place, stop)?;
        if cache.is_none() && !folders::ARE_HERE {
            listing.notes.push(Note::InMemory);
        }
        let shared = Arc::new(Shared::new(place, network, listing.files, cache)?);
        let state = State::load(&shared, &listing.notes)?;
        Ok(Self {
            shared,
            state: Mutex::new(state),
            crew: Mutex::new(None),
            listed: listing.notes,
            pace: Mutex::default(),
        })
    }

    /// The person's folder for what albums keep; `None` where there is none.
    pub fn default_cache() -> Option<PathBuf> {
        folders::cache()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let Pace { done: ran, elapsed_ms } = self.pace();
        let state = self.state();
        let total = state.photos.len();
        let waiting = state.photos.iter().filter(|photo| matches!(photo.state, PhotoState::Waiting)).count();
        drop(state);
        let photo_ms = (ran > 0).then(|| elapsed_ms / ran as f64);
        let left_seconds = photo_ms.map(|photo_ms| photo_ms * waiting as f64 / 1e3);
        Progress { done: total - waiting, total, photo_ms, left_seconds }
    }

    /// The album as it is now.  A new snapshot costs some microseconds for a thousand photos, the same one again nothing.
    pub fn album(&self) -> Album {
        self.state().album(&self.shared)
    }

    /// The network it belongs to.
    pub fn network(&self) -> &Arc<LoadedNetwork> {
        &self.shared.network
    }

    /// Deletes all that is kept of an album, for all weights; how many stores that were.
    ///
    /// # Errors
    /// [`AlbumError::Busy`] while another window runs it, [`AlbumError::Store`].
    pub fn forget(cache: &Path, place: &Place) -> Result<usize, AlbumError> {
        store::forget(cache, Some(place))
    }

    /// Deletes all that is kept of all albums; how many stores that were.
    ///
    /// # Errors
    /// As [`Self::forget`].
    pub fn forget_all(cache: &Path) -> Result<usize, AlbumError> {
        store::forget(cache, None)
    }

    pub(super) fn pace(&self) -> Pace {
        *self.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_pace(&self, pace: Pace) {
        *self.pace.lock().unwrap_or_else(PoisonError::into_inner) = pace;
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        // A panic while it was held leaves a state that is whole: every change is one assignment after another.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the store knows by now: another program may have written to it.
    pub(super) fn refresh(&self) -> Result<(), AlbumError> {
        let Some(store) = &self.shared.store else { return Ok(()) };
        let found = store.look()?;
        if found.segments == self.state().files() {
            return Ok(());
        }
        let mut fresh = State::load(&self.shared, &self.listed)?;
        let mut state = self.state();
        for (photo, record) in state.unsaved() {
            fresh.ran(&self.shared, photo, record);
        }
        for (index, photo) in state.photos.iter().enumerate() {
            if let PhotoState::Unreadable(error) = &photo.state
                && fresh.spots[index].is_none()
            {
                fresh.failed(index, error.clone());
            }
        }
        fresh.keep_news(&state);
        *state = fresh;
        Ok(())
    }
}
