//! A few photos of the album inside the program as a folder of their own, so that tests run in seconds.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Photos by their folder's name: classes that the weights know, and one that they do not.
pub const PHOTOS: [(&str, &[&str]); 4] = [
    ("apple", &["01.jpg", "02.jpg"]),
    ("cup", &["01.jpg", "02.jpg", "03.jpg"]),
    ("dog", &["01.jpg", "02.jpg", "03.jpg"]),
    ("pyramid", &["01.jpg", "02.jpg"]),
];

/// The folder; the same for all tests of a run.
pub fn small_album() -> &'static Path {
    static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
        let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/album");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small-album");
        for (label, photos) in PHOTOS {
            std::fs::create_dir_all(folder.join(label)).unwrap();
            for photo in photos {
                std::fs::copy(all.join(label).join(photo), folder.join(label).join(photo)).unwrap();
            }
        }
        folder
    });
    &FOLDER
}
