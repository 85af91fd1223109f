//! Files that a person dropped, chose or pasted: read at once, since a page may not read them later.

use std::path::PathBuf;
use std::sync::Arc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::{files, script};
use crate::platform::files::FileError;
use crate::weights::Format;

/// Largest file that is read, bytes: the largest of any kind.
const MAX_BYTES: f64 = crate::weights::file::MAX_FILE_BYTES as f64;

/// Reads dropped files, then says which one is meant.
pub fn read(dropped: &[egui::DroppedFileHandle], answer: impl FnOnce(PathBuf) + Send + 'static) {
    open(dropped.iter().filter_map(|file| file.web_file().cloned()).collect(), answer);
}

/// Reads dropped files, then says where all of them are.
pub fn read_all(dropped: &[egui::DroppedFileHandle], answer: impl FnOnce(Vec<PathBuf>) + Send + 'static) {
    let files: Vec<File> = dropped.iter().filter_map(|file| file.web_file().cloned()).collect();
    spawn_local(async move {
        let paths = files::hold(contents(files).await);
        answer(paths);
        super::wake();
    });
}

/// The contents of files by their names.
async fn contents(files: Vec<File>) -> Vec<(String, Result<Arc<[u8]>, FileError>)> {
    let mut read = Vec::new();
    for file in files {
        read.push((file.name(), content(&file).await));
    }
    read
}

/// Reads files that came together, then says which one is meant; nothing where there are none.
pub fn open(chosen: Vec<File>, answer: impl FnOnce(PathBuf) + 'static) {
    spawn_local(async move {
        if let Some(path) = meant(files::hold(contents(chosen).await)) {
            answer(path);
            super::wake();
        }
    });
}

/// Takes a file of that name; gives it its path.
pub fn hold(name: &str, bytes: Vec<u8>) -> PathBuf {
    files::hold(vec![(name.to_owned(), Ok(bytes.into()))]).swap_remove(0)
}

/// Of files that came together weights go first, for labels lie beside them; else the last wins.
fn meant(paths: Vec<PathBuf>) -> Option<PathBuf> {
    let is_weights = |path: &PathBuf| Format::sniff(&files::first_bytes(path, Format::SNIFF_BYTES)).is_some();
    let at = paths.iter().rposition(is_weights).or(paths.len().checked_sub(1));
    at.and_then(|at| paths.into_iter().nth(at))
}

async fn content(file: &File) -> Result<Arc<[u8]>, FileError> {
    if file.size() > MAX_BYTES {
        return Err(FileError::TooLarge { limit_megabytes: MAX_BYTES as u64 / 1_000_000 });
    }
    let buffer = file.array_buffer().await;
    let buffer = buffer.map_err(|error| FileError::Unreadable { cause: script::words(&error) })?;
    Ok(Uint8Array::new(&buffer).to_vec().into())
}
