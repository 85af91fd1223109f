//! The photos inside the program: `assets/album`, as `build.rs` lists them from its `SOURCES.csv`.

include!(concat!(env!("OUT_DIR"), "/album.rs"));
