//! What is to be fetched.

use super::cancel::Cancel;
use std::path::Path;

use crate::weights::public::PublicFile;
use super::Timeouts;

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
