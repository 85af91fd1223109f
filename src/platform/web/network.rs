//! A page asks nothing of other hosts.

use std::path::PathBuf;
use std::sync::Arc;

use thiserror::Error;

use crate::platform::network::{Ended, Progress};
use crate::platform::not_here::NotHere;
use crate::weights::public::PublicFile;

/// Nothing is fetched, so nothing fails.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FetchError {}

/// Nothing is ever under way.
#[derive(Debug)]
pub enum Fetching {}

impl Fetching {
    /// Of nothing.
    pub fn progress(&self) -> Progress {
        match *self {}
    }

    /// Of nothing.
    pub fn ended(&self) -> Option<Ended> {
        match *self {}
    }
}

/// There is none.
pub fn folder() -> Option<PathBuf> {
    None
}

/// Never begins.
///
/// # Errors
/// Always.
pub fn fetch(_file: PublicFile, _folder: PathBuf, _wake: Arc<dyn Fn() + Send + Sync>) -> Result<Fetching, NotHere> {
    Err(NotHere)
}
