//! What is to be fetched.

use std::path::Path;
use std::time::Duration;

use super::cancel::Cancel;
use crate::weights::public::PublicFile;

/// What to fetch, and where to.
#[derive(Clone, Debug)]
pub struct Fetch<'a> {
    /// The file; its size and hash are checked wherever it comes from.
    pub file: &'a PublicFile,
    /// An address in place of the file's own.
    pub from: Option<&'a str>,
    /// The folder for it, made if there is none.
    pub folder: &'a Path,
    /// How long to wait.
    pub patience: Timeouts,
    /// Ends it.
    pub cancel: Cancel,
}

/// How long a silent server is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// Until its name is known, and again until it answers the call.
    pub connect: Duration,
    /// Until the next bytes arrive.
    pub silence: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(20), silence: Duration::from_secs(30) }
    }
}
