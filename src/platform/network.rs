//! Public weights from the web, fetched beside the window: one file at a time, into the person's own folder.

use std::path::PathBuf;

pub use super::here::network::{FetchError, Fetching, fetch, folder};

/// How far a download is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes on the disk.
    pub done_bytes: u64,
    /// Bytes in all; a rounded figure where nobody knows better.
    pub total_bytes: u64,
}

/// How a download ended.
#[derive(Debug)]
pub enum Ended {
    /// The whole, checked file is here.
    Fetched(PathBuf),
    /// There is no file.
    Failed(FetchError),
    /// There is no file, for a reason that is our own fault.
    Panicked,
}
