//! Memory of activations that are gone, for those of the next pass: fresh pages cost more than filling them.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::simd::Pixel;

/// Most bytes that lie here unused: about the activations of one pass.
const MOST_BYTES: usize = 32 << 20;

/// Buffers by length.
#[derive(Default)]
struct Shelf {
    buffers: HashMap<usize, Buffers>,
    bytes: usize,
    /// How often a buffer was asked for.
    asked: u64,
}

/// Buffers of one length.
#[derive(Default)]
struct Buffers {
    unused: Vec<Vec<Pixel>>,
    /// When one was last asked for.
    asked: u64,
}

static SHELF: Mutex<Option<Shelf>> = Mutex::new(None);

/// A buffer of that many pixels, with any values.
pub(super) fn take(length: usize) -> Vec<Pixel> {
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    let shelf = shelf.get_or_insert_default();
    shelf.asked += 1;
    let buffers = shelf.buffers.entry(length).or_default();
    buffers.asked = shelf.asked;
    match buffers.unused.pop() {
        Some(buffer) => {
            shelf.bytes -= size_of_val(&buffer[..]);
            buffer
        }
        None => vec![Pixel::default(); length],
    }
}

/// Takes a buffer back; where too many lie here, those go that nobody has asked for the longest.
pub(super) fn give(buffer: Vec<Pixel>) {
    let bytes = size_of_val(&buffer[..]);
    if bytes == 0 || bytes > MOST_BYTES {
        return;
    }
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    let shelf = shelf.get_or_insert_default();
    while shelf.bytes + bytes > MOST_BYTES && shelf.drop_oldest() {}
    shelf.bytes += bytes;
    shelf.buffers.entry(buffer.len()).or_default().unused.push(buffer);
}

impl Shelf {
    /// Frees a buffer of the length that was not asked for the longest; false where there is none.
    fn drop_oldest(&mut self) -> bool {
        let oldest = self.buffers.iter_mut().filter(|(_, buffers)| !buffers.unused.is_empty());
        let Some((_, buffers)) = oldest.min_by_key(|(_, buffers)| buffers.asked) else {
            return false;
        };
        if let Some(buffer) = buffers.unused.pop() {
            self.bytes -= size_of_val(&buffer[..]);
        }
        true
    }
}
