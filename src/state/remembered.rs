//! What a person said about weights files: remembered by their bytes, so that it holds wherever the file is.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::platform::files::is_file;
use crate::spec::Topology;
use crate::weights::{FilesBeside, LoadOptions, Said, sha256};

/// How many files are remembered.
pub(crate) const KEPT: usize = 24;

/// What was said about a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// Lower-case hexadecimal SHA-256 of its bytes.
    pub sha256: String,
    /// The topology that was named.
    pub topology: Option<String>,
    /// What its shapes cannot tell.
    pub said: Said,
    /// Under which key the network is.
    pub key: Option<String>,
    /// A file of class names.
    pub labels: Option<PathBuf>,
}

/// A weights file that is being read.
pub(crate) struct Reading {
    /// The file.
    pub path: PathBuf,
    /// The file of class names that was given with it.
    pub labels: Option<PathBuf>,
}

/// Whether nobody said anything.
pub(crate) fn is_nothing(options: &LoadOptions, labels: Option<&Path>) -> bool {
    options.topology.is_none() && options.said.is_nothing() && options.key.is_none() && labels.is_none()
}

/// What was said about a file of these bytes, and its class names if they are still there.
pub(crate) fn of(bytes: &[u8], beside: &FilesBeside, remembered: &[Remembered]) -> (LoadOptions, Option<PathBuf>) {
    if remembered.is_empty() {
        return (LoadOptions::default(), None);
    }
    let sha256 = sha256(bytes, beside);
    match remembered.iter().find(|entry| entry.sha256 == sha256) {
        None => (LoadOptions::default(), None),
        Some(entry) => {
            let labels = entry.labels.clone().filter(|path| is_file(path));
            (entry.options(), labels)
        }
    }
}

impl Remembered {
    pub(crate) fn options(&self) -> LoadOptions {
        LoadOptions {
            topology: self.topology.as_deref().and_then(Topology::preset),
            said: self.said,
            key: self.key.clone(),
            ..LoadOptions::default()
        }
    }
}
