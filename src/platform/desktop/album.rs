//! The photos inside the program: `assets/album`, as `build.rs` lists them from its `SOURCES.csv`.

use crate::platform::text;

mod table {
    include!(concat!(env!("OUT_DIR"), "/album.rs"));
}

/// All of them, by their paths; `None` as long as they are still to come.
pub fn photos() -> Option<&'static [(&'static str, &'static [u8])]> {
    Some(&table::PHOTOS)
}

/// Brings them along; they are there.
pub fn bring() {}

/// Where each of them is from, and what its owner allows: `file,label,source,licence,note`.
pub fn sources() -> &'static str {
    text("album/SOURCES.csv")
}
