//! Dropped files have a path.

use std::path::PathBuf;

/// Says at once where all of them are.
pub fn read_all(dropped: &[egui::DroppedFileHandle], answer: impl FnOnce(Vec<PathBuf>) + Send + 'static) {
    answer(dropped.iter().map(|file| file.path().to_owned()).collect());
}

/// Says at once which of the dropped files is meant: the last.
pub fn read(dropped: &[egui::DroppedFileHandle], answer: impl FnOnce(PathBuf) + Send + 'static) {
    if let Some(file) = dropped.last() {
        answer(file.path().to_owned());
    }
}
