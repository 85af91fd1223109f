//! The unfinished file, `NAME.part` beside `NAME`.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::error::FetchError;
use super::request::Fetch;
use crate::weights::public::PublicFile;

/// Digits of a hash that a sentence quotes.
const QUOTED: usize = 12;

/// Where the unfinished file is.
fn path_for(target: &Path) -> PathBuf {
    let mut path = target.as_os_str().to_owned();
    path.push(".part");
    path.into()
}

/// Bytes of an earlier download that was interrupted; 0 if there is none.
pub fn length(target: &Path) -> u64 {
    std::fs::metadata(path_for(target)).map_or(0, |metadata| metadata.len())
}

/// Whether the file is there under its own name with the right size and hash.
pub fn is_whole(target: &Path, file: &PublicFile) -> bool {
    let check = || {
        let mut opened = File::open(target)?;
        let metadata = opened.metadata()?;
        let fits = metadata.is_file() && file.size.allows(metadata.len());
        Ok::<bool, io::Error>(fits && hash(&mut opened)?.starts_with(file.sha256))
    };
    check().unwrap_or(false)
}

/// Lower-case hexadecimal SHA-256 of a whole file.
fn hash(file: &mut File) -> io::Result<String> {
    let mut hasher = Sha256::new();
    file.seek(SeekFrom::Start(0))?;
    io::copy(file, &mut hasher)?;
    let digits = hasher.finalize();
    Ok(digits.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The unfinished file, ours alone as long as it is open.
pub struct Part<'a> {
    fetch: &'a Fetch<'a>,
    target: &'a Path,
    path: PathBuf,
    file: File,
    length: u64,
}

impl<'a> Part<'a> {
    /// Opens the file, or makes it; `expected` is the length it had a moment ago.
    ///
    /// # Errors
    /// It cannot be written, or another download is writing it.
    pub fn open(fetch: &'a Fetch<'a>, target: &'a Path, expected: u64) -> Result<Self, FetchError> {
        let path = path_for(target);
        let unwritable = |error: io::Error| FetchError::write(fetch, &path, &error);
        let busy = FetchError::Busy { file_name: fetch.file.file_name };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(&path).map_err(unwritable)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(busy),
            // A file system without locks: then nobody is kept out.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        // Between the first look at it and the lock, another download may have added to it, or given it its name.
        let length = file.metadata().map_err(unwritable)?.len();
        if length != expected || !path.exists() {
            return Err(busy);
        }
        Ok(Self { fetch, target, path, file, length })
    }

    /// Bytes in it.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Keeps the first bytes only.
    ///
    /// # Errors
    /// The system says no.
    pub fn cut(&mut self, length: u64) -> Result<(), FetchError> {
        let mut cut = || {
            if self.length != length {
                self.file.set_len(length)?;
            }
            self.file.seek(SeekFrom::Start(length))
        };
        self.length = cut().map_err(|error| FetchError::write(self.fetch, &self.path, &error))?;
        Ok(())
    }

    /// Adds bytes at the end.
    ///
    /// # Errors
    /// The disk is full, then nothing is left of the file; or the system says no.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), FetchError> {
        if let Err(error) = self.file.write_all(bytes) {
            let error = FetchError::write(self.fetch, &self.path, &error);
            if matches!(error, FetchError::DiskFull { .. }) {
                self.discard();
            }
            return Err(error);
        }
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Gives the file its name if its hash is right, and removes it if not.
    ///
    /// # Errors
    /// The hash is wrong, or the system says no.
    pub fn finish(mut self, host: &str) -> Result<(), FetchError> {
        let unwritable = |error: io::Error| FetchError::write(self.fetch, self.target, &error);
        let found = hash(&mut self.file).map_err(unwritable)?;
        let wanted = self.fetch.file.sha256;
        if !found.starts_with(wanted) {
            self.discard();
            return Err(FetchError::WrongHash {
                host: host.to_owned(),
                title: self.fetch.file.title,
                found: found.chars().take(QUOTED).collect(),
                expected: wanted.chars().take(QUOTED).collect(),
            });
        }
        // On the disk before it has its name, so that a power cut leaves no empty file behind that name.
        self.file.sync_all().map_err(unwritable)?;
        std::fs::rename(&self.path, self.target).map_err(unwritable)
    }

    /// Nothing of it is of use.  What cannot be removed is found and checked again by the next download.
    pub fn discard(&self) {
        if let Err(error) = std::fs::remove_file(&self.path) {
            log::warn!("{} was not removed: {error}", self.path.display());
        }
    }
}
