//! A folder of files that can be made again: bounded, the oldest go first.
//!
//! Several processes can use the same one: a file is whole or not there.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::files::{FileError, read_file, write_file};

/// Such a folder; it need not be there yet.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct CacheFolder {
    folder: PathBuf,
    limit_bytes: u64,
}

/// A file in it.
struct Entry {
    path: PathBuf,
    bytes: u64,
    written: SystemTime,
}

impl CacheFolder {
    /// A folder of that name among the caches of this user; `None` where there are none.
    pub fn of_user(name: &str, limit_bytes: u64) -> Option<Self> {
        Some(Self::new(super::folders::cache()?.join(name), limit_bytes))
    }

    /// That folder.
    pub fn new(folder: PathBuf, limit_bytes: u64) -> Self {
        Self { folder, limit_bytes }
    }

    /// A file that is there; `part` is a folder inside.
    ///
    /// # Errors
    /// [`FileError::Missing`], and whatever else may be wrong with a file.
    pub fn read(&self, part: &str, name: &str) -> Result<Vec<u8>, FileError> {
        read_file(&self.path(part, name), self.limit_bytes)
    }

    /// Writes a file in place of one that is there; then the oldest go until all together are within the limit.
    ///
    /// # Errors
    /// The folder cannot be made, or the file cannot be written.
    pub fn write(&self, part: &str, name: &str, bytes: &[u8]) -> Result<(), FileError> {
        let path = self.path(part, name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| FileError::Unwritable { cause: error.kind().to_string() })?;
        }
        write_file(&path, bytes)?;
        self.trim(&path);
        Ok(())
    }

    /// Deletes a file, if it is there.
    pub fn remove(&self, part: &str, name: &str) {
        // One that cannot be deleted is found damaged again the next time, and overwritten.
        let _ = fs::remove_file(self.path(part, name));
    }

    /// Deletes everything.
    pub fn clear(&self) {
        for entry in self.entries() {
            let _ = fs::remove_file(entry.path);
        }
    }

    /// Bytes of all files.
    pub fn size_bytes(&self) -> u64 {
        self.entries().iter().map(|entry| entry.bytes).sum()
    }

    fn path(&self, part: &str, name: &str) -> PathBuf {
        self.folder.join(part).join(name)
    }

    fn trim(&self, newest: &Path) {
        let mut entries = self.entries();
        let mut size: u64 = entries.iter().map(|entry| entry.bytes).sum();
        entries.sort_by_key(|entry| entry.written);
        for entry in entries.into_iter().filter(|entry| entry.path != newest) {
            if size <= self.limit_bytes {
                break;
            }
            if fs::remove_file(&entry.path).is_ok() {
                size -= entry.bytes;
            }
        }
    }

    /// Files in the folders inside; what cannot be looked at is passed over.
    fn entries(&self) -> Vec<Entry> {
        let files = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
        let parts = files(self.folder.clone()).map(|part| part.path());
        let entry = |file: fs::DirEntry| {
            let found = file.metadata().ok().filter(fs::Metadata::is_file)?;
            let written = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            Some(Entry { path: file.path(), bytes: found.len(), written })
        };
        parts.flat_map(files).filter_map(entry).collect()
    }
}
