//! A few photos of the album inside the program as a folder of their own, so that tests run in seconds.

use std::io::Write as _;
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
                place(&all.join(label).join(photo), &folder.join(label).join(photo));
            }
        }
        folder
    });
    &FOLDER
}

/// Copies a photo at one stroke, unless it is there: tests of other processes may be reading it.
fn place(from: &Path, to: &Path) {
    let bytes = std::fs::read(from).unwrap();
    if std::fs::read(to).is_ok_and(|there| there == bytes) {
        return;
    }
    let mut file = tempfile::NamedTempFile::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    file.write_all(&bytes).unwrap();
    file.persist(to).unwrap();
}
