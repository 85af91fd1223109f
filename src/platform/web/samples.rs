//! The photos that come with the program: fetched by the page after the first picture of the window.

use std::collections::HashMap;
use std::sync::OnceLock;

static SAMPLES: OnceLock<HashMap<String, Vec<u8>>> = OnceLock::new();

/// The file of that name; `None` where there is none, or none yet.
pub fn sample(name: &str) -> Option<&'static [u8]> {
    SAMPLES.get()?.get(name).map(Vec::as_slice)
}

/// Takes all of them, one after the other in one file: for each a line `name length`, then an empty line, then the bytes.
pub fn samples_fetched(file: &[u8]) {
    let mut samples = HashMap::new();
    let end = file.windows(2).position(|pair| pair == b"\n\n").unwrap_or(file.len());
    let (list, mut rest) = file.split_at(end);
    rest = rest.get(2..).unwrap_or_default();
    for line in String::from_utf8_lossy(list).lines() {
        let found = line.rsplit_once(' ').and_then(|(name, length)| Some((name, length.parse().ok()?)));
        // The page's own file: whatever is wrong with it, there is one sample less.
        let Some((name, length)) = found else { continue };
        let (bytes, after) = rest.split_at(rest.len().min(length));
        samples.insert(name.to_owned(), bytes.to_vec());
        rest = after;
    }
    // They come once.
    let _ = SAMPLES.set(samples);
}
