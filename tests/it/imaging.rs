//! Tests of imaging.

mod atlas;
mod bad_files;
mod color;
mod damaged_photos;
mod field;
mod formats;
mod generated;
mod input;
mod timing;

use std::path::{Path, PathBuf};

/// The crate's own folder, in which fixtures and sample photos lie.
fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The bytes of a file of ours.
fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(file(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A small repeatable source of numbers (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
