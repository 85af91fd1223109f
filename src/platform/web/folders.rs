//! A page has no folders.

use std::path::PathBuf;

/// A page has none of its own.
pub const ARE_HERE: bool = false;

/// There is none.
pub fn cache() -> Option<PathBuf> {
    None
}
