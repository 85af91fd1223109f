//! What is known of an album's photos, and the rest of them run.

use std::path::PathBuf;
use std::sync::Arc;

use super::error::AlbumError;
use super::place::Place;
use super::snapshot::Album;
use crate::engine::LoadedNetwork;

/// How far an album is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every photo has run or cannot be read.
    Complete,
    /// It was asked to stop; what has run is kept, and the next call goes on.
    Stopped,
}

/// What one network makes of an album.  All methods may be called from any thread, at the same time; those that read files say so
/// and belong beside the window.
pub struct Index {}

impl Index {
    /// Lists the photos and takes what the store knows of them.  Reads files.
    ///
    /// `cache` is the folder for all albums' results ([`Self::default_cache`]); with `None` they are in memory alone.  `stop` is asked
    /// while a (slow, large) folder is listed.
    ///
    /// # Errors
    /// [`AlbumError`]; [`AlbumError::Stopped`] when `stop` says so.
    pub fn open(
        _place: Place,
        _network: Arc<LoadedNetwork>,
        _cache: Option<PathBuf>,
        _stop: &dyn Fn() -> bool,
    ) -> Result<Self, AlbumError> {
        todo!()
    }

    /// The person's folder for what albums keep; `None` where there is none.
    pub fn default_cache() -> Option<PathBuf> {
        todo!()
    }

    /// Runs what has not run, one photo a thread, at most `jobs` at once (`None`: a photo on every thread), and keeps it.
    ///
    /// Returns soon after `stop` says so, even while a slow drive is being read; `on_progress` is called after every photo, at most
    /// twenty times a second.  Photos that could not be read are tried again.
    ///
    /// # Errors
    /// [`AlbumError::Busy`], [`AlbumError::Vanished`], [`AlbumError::NoSpace`], [`AlbumError::LaterVersion`].
    pub fn run(
        &self,
        _jobs: Option<usize>,
        _stop: &dyn Fn() -> bool,
        _on_progress: &mut dyn FnMut(Progress),
    ) -> Result<Outcome, AlbumError> {
        todo!()
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        todo!()
    }

    /// The album as it is now.  A new snapshot costs some microseconds for a thousand photos, the same one again nothing.
    pub fn album(&self) -> Album {
        todo!()
    }

    /// The network it belongs to.
    pub fn network(&self) -> &Arc<LoadedNetwork> {
        todo!()
    }

    /// Deletes all that is kept of an album, for all weights; how many stores that were.
    ///
    /// # Errors
    /// [`AlbumError::Busy`] while another window runs it, [`AlbumError::Store`].
    pub fn forget(_cache: &std::path::Path, _place: &Place) -> Result<usize, AlbumError> {
        todo!()
    }

    /// Deletes all that is kept of all albums; how many stores that were.
    ///
    /// # Errors
    /// As [`Self::forget`].
    pub fn forget_all(_cache: &std::path::Path) -> Result<usize, AlbumError> {
        todo!()
    }
}
