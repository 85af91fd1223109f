//! The photos inside the program: `assets/album`, as `build.rs` lists them from its `SOURCES.csv`.

include!(concat!(env!("OUT_DIR"), "/album.rs"));

/// Where each of them is from, and what its owner allows: `file,label,source,licence,note`.
pub static SOURCES: &str = include_str!("../../../assets/album/SOURCES.csv");
