//! Folders: what is in them, made and removed; parts of files; who may write.
//!
//! A page in a browser has none: there nothing is found and nothing can be made.

use std::fs::{File, Metadata, TryLockError};
use std::io::{ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use thiserror::Error;

/// Why a folder could not be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FolderError {
    /// Nothing is there.
    #[error("it is not there")]
    Missing,
    /// A file is there.
    #[error("it is no folder")]
    NotAFolder,
    /// The system says no.
    #[error("no permission")]
    Forbidden,
    /// Anything else.
    #[error("{cause}")]
    Other {
        /// The system's words.
        cause: String,
    },
}

impl From<std::io::Error> for FolderError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::NotADirectory => Self::NotAFolder,
            ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Other { cause: super::files::words(&error) },
        }
    }
}

/// What is in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name; letters that are no text are replaced.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
}

/// What is in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file, or a link to one.
    File {
        /// Bytes.
        size: u64,
        /// When it was last changed, nanoseconds since 1970; 0 where the system does not say.
        modified_ns: i64,
    },
    /// A folder; a link to one is none, so that no way leads in a circle.
    Folder,
}

impl Kind {
    fn of(metadata: &Metadata) -> Option<Self> {
        if metadata.is_dir() {
            return Some(Self::Folder);
        }
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified_ns = since.and_then(|time| i64::try_from(time.as_nanos()).ok()).unwrap_or(0);
        metadata.is_file().then_some(Self::File { size: metadata.len(), modified_ns })
    }
}

/// Files and folders in a folder, in no order; pipes, devices and what cannot be looked at are left out.
///
/// # Errors
/// [`FolderError`], before the first entry.
pub fn entries(folder: &Path) -> Result<impl Iterator<Item = Entry>, FolderError> {
    let entries = std::fs::read_dir(folder)?;
    Ok(entries.flatten().filter_map(|entry| {
        let (path, own) = (entry.path(), entry.metadata().ok()?);
        let kind = match own.is_symlink() {
            true => Kind::of(&std::fs::metadata(&path).ok()?).filter(|kind| *kind != Kind::Folder),
            false => Kind::of(&own),
        };
        Some(Entry { name: entry.file_name().to_string_lossy().into_owned(), path, kind: kind? })
    }))
}

/// Whether a folder is there.
pub fn is_folder(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.is_dir())
}

/// One path for all that lead to the same folder; of one that is not there, the path from the root.
pub fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| super::files::absolute(path))
}

/// Makes a folder and those around it.
///
/// # Errors
/// [`FolderError`].
pub fn make_folder(path: &Path) -> Result<(), FolderError> {
    Ok(std::fs::create_dir_all(path)?)
}

/// Removes a folder with everything in it; one that is not there already is.
///
/// # Errors
/// [`FolderError`].
pub fn remove_folder(path: &Path) -> Result<(), FolderError> {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Removes a file; one that is not there already is.
///
/// # Errors
/// [`FolderError`].
pub fn remove_file(path: &Path) -> Result<(), FolderError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Part of a file.
///
/// # Errors
/// [`FolderError`]; a file that ends before is one.
pub fn read_part(path: &Path, offset: u64, length: usize) -> Result<Vec<u8>, FolderError> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = vec![0; length];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The right to write, for as long as it is held; the system takes it back from a program that ends in any way.
#[derive(Debug)]
pub struct Lock(Option<File>);

impl Lock {
    /// Takes it, with a file of that path; `None` while another holds it.  On a drive without locks everybody may write.
    ///
    /// # Errors
    /// [`FolderError`]: the file cannot be made.
    pub fn take(path: &Path) -> Result<Option<Self>, FolderError> {
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(Some(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(_)) => Ok(Some(Self(None))),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some(file) = &self.0 {
            // Closing the file does the same.
            let _ = file.unlock();
        }
    }
}
