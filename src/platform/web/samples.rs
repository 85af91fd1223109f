//! The photos that come with the program: fetched by the page after the first picture of the window.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::packed::unpack;

static SAMPLES: OnceLock<HashMap<String, Vec<u8>>> = OnceLock::new();

/// The file of that name; `None` where there is none, or none yet.
pub fn sample(name: &str) -> Option<&'static [u8]> {
    SAMPLES.get()?.get(name).map(Vec::as_slice)
}

/// Takes all of them, packed in one file.
pub fn samples_fetched(file: &[u8]) {
    // They come once.
    let _ = SAMPLES.set(unpack(file).into_iter().collect());
}
