//! Files that a person chose or dropped, held in memory, each under a path of our own; what is written becomes a download.
//!
//! Files that came together share a folder, `/1`, `/2`, …: labels are found beside weights, photos beside a scene.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::platform::files::FileError;

/// Most bytes held; beyond it the oldest files go, but never those that came last.
const MAX_HELD_BYTES: usize = 640_000_000;

/// A file, or why it could not be read.
type Content = Result<Arc<[u8]>, FileError>;

#[derive(Default)]
struct Held {
    /// Folders so far.
    folders: u64,
    /// Oldest first.
    files: Vec<(PathBuf, Content)>,
}

static HELD: Mutex<Held> = Mutex::new(Held { folders: 0, files: Vec::new() });

fn held() -> MutexGuard<'static, Held> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes files that came together; gives them their paths.
pub(in crate::platform) fn hold(files: Vec<(String, Content)>) -> Vec<PathBuf> {
    let mut held = held();
    held.folders += 1;
    let folder = PathBuf::from(format!("/{}", held.folders));
    let first = held.files.len();
    held.files.extend(files.into_iter().map(|(name, content)| (folder.join(name.replace(['/', '\\'], "-")), content)));
    let paths = held.files[first..].iter().map(|(path, _)| path.clone()).collect();
    held.forget_oldest(first);
    paths
}

impl Held {
    fn find(&self, path: &Path) -> Option<&Content> {
        self.files.iter().find(|(held, _)| held == path).map(|(_, content)| content)
    }

    /// Keeps within the limit; files from `newest` on stay.
    fn forget_oldest(&mut self, newest: usize) {
        let size = |content: &Content| content.as_ref().map_or(0, |bytes| bytes.len());
        let mut bytes: usize = self.files.iter().map(|(_, content)| size(content)).sum();
        let mut gone = 0;
        while bytes > MAX_HELD_BYTES && gone < newest {
            bytes -= size(&self.files[gone].1);
            gone += 1;
        }
        self.files.drain(..gone);
    }
}

/// `None`: an address leads to no file of a page.
pub fn of_address(_text: &str) -> Option<PathBuf> {
    None
}

/// The same path.
pub fn absolute(path: &Path) -> PathBuf {
    path.to_owned()
}

/// Whether it is held.
pub fn is_file(path: &Path) -> bool {
    held().find(path).is_some()
}

/// There are none that could be opened.
pub fn is_folder(_path: &Path) -> bool {
    false
}

/// Bytes of a file that is held; `None` where there is none.
pub fn size_bytes(path: &Path) -> Option<u64> {
    held().find(path).and_then(|content| content.as_ref().ok()).map(|bytes| bytes.len() as u64)
}

/// The whole file, at least one byte and at most `limit_bytes`.
///
/// # Errors
/// [`FileError`], without the path: callers put it in front.
pub fn read_file(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, FileError> {
    let held = held();
    let Some(content) = held.find(path) else {
        // Beside what somebody chose there may be more; anything else is a path that means nothing here.
        let is_beside = held.files.iter().any(|(held, _)| held.parent() == path.parent());
        return Err(if is_beside { FileError::Missing } else { FileError::NotHere });
    };
    match content.as_ref().map_err(Clone::clone)? {
        bytes if bytes.is_empty() => Err(FileError::Empty),
        bytes if bytes.len() as u64 > limit_bytes => {
            Err(FileError::TooLarge { limit_megabytes: limit_bytes / 1_000_000 })
        }
        bytes => Ok(bytes.to_vec()),
    }
}

/// Whether both came together.
pub fn is_in_folder_of(path: &Path, other: &Path) -> bool {
    is_file(path) && path.parent() == other.parent()
}

/// At most `count` bytes from the start; none of a file that is not held.
pub fn first_bytes(path: &Path, count: usize) -> Vec<u8> {
    let held = held();
    let bytes = held.find(path).and_then(|content| content.as_ref().ok());
    bytes.map_or_else(Vec::new, |bytes| bytes[..count.min(bytes.len())].to_vec())
}

/// Hands the file to the person as a download of that name.
///
/// # Errors
/// [`FileError::Unwritable`]: the browser makes none.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    super::script::download(&name, bytes).map_err(|cause| FileError::Unwritable { cause })
}

/// Downloads do not know each other.
pub fn takes_second_file(_path: &Path) -> bool {
    true
}

/// A download needs no folder.
///
/// # Errors
/// None.
pub fn check_folder(_path: &Path) -> Result<(), FileError> {
    Ok(())
}

/// Whether both are the same held file.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    one == other && is_file(one)
}
