//! Fetches public weights, one file at a time.

use std::path::PathBuf;
use std::sync::Arc;

use crate::platform::network;
use crate::platform::network::Fetching;

/// What is behind it.
pub(super) struct Downloader {
    /// Where the files go; `None` where the user has no folder.
    pub(super) folder: Option<PathBuf>,
    pub(super) wake: Arc<dyn Fn() + Send + Sync>,
    pub(super) running: Option<Fetching>,
}

impl Downloader {
    /// `wake` is called from any thread when there is something to look at.
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { folder: network::folder(), wake, running: None }
    }
}
