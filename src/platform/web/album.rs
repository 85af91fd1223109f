//! The photos of the program's album: too large to come with every page, so that the page fetches them once somebody opens it.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use super::packed::unpack;
use super::script::tell;

/// The file among the others that says whose the photos are.
const SOURCES: &str = "SOURCES.csv";

struct Album {
    photos: Vec<(&'static str, &'static [u8])>,
    sources: String,
}

static ALBUM: OnceLock<Album> = OnceLock::new();

/// All of them, by their paths; `None` as long as they are still to come.
pub fn photos() -> Option<&'static [(&'static str, &'static [u8])]> {
    ALBUM.get().map(|album| &*album.photos)
}

/// Asks the page to fetch them: an event `lens-wants-album` of its window, once.
pub fn bring() {
    static IS_ASKED: AtomicBool = AtomicBool::new(false);
    if !IS_ASKED.swap(true, Ordering::Relaxed) {
        tell("lens-wants-album", true);
    }
}

/// Where each of them is from, and what its owner allows; before they are here a table without rows.
pub fn sources() -> &'static str {
    ALBUM.get().map_or("file,label,source,licence,note", |album| &album.sources)
}

/// Takes all of them, packed in one file.
pub fn album_fetched(file: &[u8]) {
    ALBUM.get_or_init(|| {
        let mut album = Album { photos: Vec::new(), sources: String::new() };
        for (name, bytes) in unpack(file) {
            if name == SOURCES {
                album.sources = String::from_utf8_lossy(&bytes).into_owned();
            } else {
                // They stay as long as the page.
                album.photos.push((name.leak(), bytes.leak()));
            }
        }
        album
    });
}
