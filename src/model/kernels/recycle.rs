//! Memory of activations that are gone, for those of the next pass: fresh pages cost more than filling them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::simd::Pixel;

/// Most bytes that lie here unused: about the activations of one pass.
const MOST_BYTES: usize = 32 << 20;

/// Buffers by length.
#[derive(Default)]
struct Shelf {
    buffers: HashMap<usize, Vec<Vec<Pixel>>>,
    bytes: usize,
}

static SHELF: Mutex<Option<Shelf>> = Mutex::new(None);

/// A buffer of that many pixels, with any values.
pub(super) fn take(length: usize) -> Vec<Pixel> {
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    let shelf = shelf.get_or_insert_default();
    match shelf.buffers.get_mut(&length).and_then(Vec::pop) {
        Some(buffer) => {
            shelf.bytes -= size_of_val(&buffer[..]);
            buffer
        }
        None => vec![Pixel::default(); length],
    }
}

/// Takes a buffer back, or frees it where enough lie here already.
pub(super) fn give(buffer: Vec<Pixel>) {
    let bytes = size_of_val(&buffer[..]);
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    let shelf = shelf.get_or_insert_default();
    if bytes > 0 && shelf.bytes + bytes <= MOST_BYTES {
        shelf.bytes += bytes;
        shelf.buffers.entry(buffer.len()).or_default().push(buffer);
    }
}
