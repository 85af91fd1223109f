//! Where the photos inside the program are from.

use serde::Deserialize;

use crate::platform::album;

/// Where a photo is from, and what its owner allows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// Its path in the album.
    pub file: String,
    /// Its folder.
    pub label: String,
    /// Collection and author.
    pub source: String,
    /// The licence's short name.
    pub licence: String,
    /// What was done to it.
    pub note: String,
}

/// Those of all photos inside the program; none where there are none.
pub fn sources() -> Vec<Source> {
    // A test reads every line.
    csv::Reader::from_reader(album::sources().as_bytes()).deserialize().flatten().collect()
}
