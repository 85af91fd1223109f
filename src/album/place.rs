//! Which photos.

use std::path::PathBuf;

/// Where an album's photos are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Place {
    /// Inside the program (`assets/album`); a page in a browser has none.
    BuiltIn,
    /// A folder, with those in it.
    Folder(PathBuf),
}
