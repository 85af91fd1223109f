//! Classes of one's own: the fit against scikit-learn, three fruits of the album, the command, trays on the disk.

mod command_line;
mod regression;
mod store;
mod trays;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::read_photo;
use inception_lens::teach::{Features, TrayPhoto, features};

/// Fruits of the album inside the program: three photos to teach, two more to ask.
pub const FRUITS: [&str; 3] = ["banana", "pineapple", "strawberry"];

/// The network inside the program.
pub fn network() -> &'static Arc<LoadedNetwork> {
    static NETWORK: LazyLock<Arc<LoadedNetwork>> = LazyLock::new(|| Arc::new(LoadedNetwork::load_default().unwrap()));
    &NETWORK
}

/// A photo of the album inside the program.
pub fn album_photo(label: &str, number: usize) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/album/{label}/{number:02}.jpg"))
}

/// The same as it lies in a tray.
pub fn tray_photo(label: &str, number: usize) -> TrayPhoto {
    let path = album_photo(label, number);
    let pixels = read_photo(&std::fs::read(&path).unwrap()).unwrap().pixels;
    TrayPhoto::new(&format!("{label}-{number:02}.jpg"), &pixels).unwrap()
}

/// The same after it ran.
pub fn known_photo(label: &str, number: usize) -> TrayPhoto {
    let photo = tray_photo(label, number);
    let found = of(&photo);
    photo.known(&network().sha256, found)
}

/// What a photo is to a head.
pub fn of(photo: &TrayPhoto) -> Arc<Features> {
    Arc::new(features(network(), &photo.pixels().unwrap(), &|| false).unwrap())
}

/// A folder of folders with photos of these fruits.
pub fn folder_of(photos: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for fruit in FRUITS {
        std::fs::create_dir(folder.path().join(fruit)).unwrap();
        for number in 1..=photos {
            let name = format!("{fruit}-{number:02}.jpg");
            std::fs::copy(album_photo(fruit, number), folder.path().join(fruit).join(name)).unwrap();
        }
    }
    folder
}
