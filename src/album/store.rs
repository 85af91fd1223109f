//! Where an album's segments are kept: a folder for every pair of a network and an album, in the person's cache.
//!
//! ```text
//! cache/albums/<hash of album>-<hash of network>/ album.json | 000001-<CRC-32>.segment … | writer.lock
//! ```
//!
//! A segment is written beside its place and then takes it, so that a program killed at any moment leaves whole segments.  Whoever
//! reads needs no lock; one program at a time writes.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::AlbumError;
use super::place::Place;
use super::segment::VERSION;
use crate::engine::LoadedNetwork;
use crate::imaging;
use crate::platform::files::{FileError, read_file, write_file};
use crate::platform::trees::{self, Entry, FolderError, Kind, Lock};

/// What is kept of all albums together, bytes at most.
pub const MOST_BYTES: u64 = 1_000_000_000;

const FOLDER: &str = "albums";
const ABOUT: &str = "album.json";
const LOCK: &str = "writer.lock";
const SEGMENT: &str = ".segment";

/// The folder of one album and one network.
#[derive(Clone, Debug)]
pub(super) struct Store {
    cache: PathBuf,
    folder: PathBuf,
    about: About,
}

/// What `album.json` says.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct About {
    version: u32,
    /// What people call the weights.
    weights: String,
    weights_sha256: String,
}

/// What is in a store.
pub(super) struct Found {
    /// Names of the files of segments, oldest first.
    pub segments: Vec<String>,
    /// Whether `album.json` is damaged.
    pub is_damaged: bool,
}

impl Store {
    /// The store for a network and an album.  Nothing is made.
    pub fn new(cache: &Path, place: &Place, network: &LoadedNetwork) -> Self {
        // What the weights are taken for changes what they answer.
        let network_hash = hash(&format!("{} {:?} {:?}", network.sha256, network.topology, network.aux));
        let about = About { version: VERSION, weights: network.name.clone(), weights_sha256: network.sha256.clone() };
        let cache = cache.join(FOLDER);
        Self { folder: cache.join(format!("{}-{network_hash}", place_hash(place))), cache, about }
    }

    /// What is there; nothing where there is no store yet.
    ///
    /// # Errors
    /// [`AlbumError::LaterVersion`], [`AlbumError::Store`].
    pub fn look(&self) -> Result<Found, AlbumError> {
        let mut segments = match trees::entries(&self.folder) {
            Ok(entries) => entries.filter(is_segment).map(|entry| entry.name).collect(),
            // What cannot be read cannot be written either, and then that is said.
            Err(_) => Vec::new(),
        };
        segments.sort();
        let is_damaged = match About::read(&self.folder) {
            Ok(about) if about.version > VERSION => return Err(later(about.version)),
            Ok(_) => false,
            // A store that was never finished has none, and no segments either.
            Err(FileError::Missing) => !segments.is_empty(),
            Err(_) => true,
        };
        Ok(Found { segments, is_damaged })
    }

    /// The right to write, and a folder to write in; marks the store as the one used last.
    ///
    /// # Errors
    /// [`AlbumError::Busy`]; [`AlbumError::NoSpace`] where nothing can be written.
    pub fn lock(&self) -> Result<Lock, AlbumError> {
        let full = |cause: String| AlbumError::NoSpace { cause };
        trees::make_folder(&self.folder).map_err(|error| full(error.to_string()))?;
        let lock = Lock::take(&self.folder.join(LOCK)).map_err(|error| full(error.to_string()))?;
        let lock = lock.ok_or(AlbumError::Busy)?;
        let about = serde_json::to_vec(&self.about).expect("texts and numbers can be put in JSON");
        write_file(&self.folder.join(ABOUT), &about).map_err(|error| full(cause(&error)))?;
        Ok(lock)
    }

    /// All bytes of a segment.
    ///
    /// # Errors
    /// The file's.
    pub fn read(&self, segment: &str) -> Result<Vec<u8>, FileError> {
        read_file(&self.folder.join(segment), MOST_BYTES)
    }

    /// Some bytes of a segment.
    ///
    /// # Errors
    /// [`AlbumError::Store`].
    pub fn read_part(&self, segment: &str, offset: usize, length: usize) -> Result<Vec<u8>, AlbumError> {
        trees::read_part(&self.folder.join(segment), offset as u64, length).map_err(bad)
    }

    /// Writes a new segment, behind the one of the name `last`; gives its name.  Other bytes never get the same name, so that who
    /// looked earlier finds his own or nothing.
    ///
    /// # Errors
    /// The system's words.
    pub fn write(&self, last: Option<&str>, bytes: &[u8]) -> Result<String, String> {
        let number = last.and_then(|name| name.split('-').next()?.parse::<u32>().ok()).unwrap_or(0);
        let sum = bytes.last_chunk().map_or(0, |sum| u32::from_le_bytes(*sum));
        let name = format!("{:06}-{sum:08x}{SEGMENT}", number + 1);
        write_file(&self.folder.join(&name), bytes).map_err(|error| cause(&error))?;
        Ok(name)
    }

    /// Removes a segment; with the lock.
    ///
    /// # Errors
    /// [`AlbumError::Store`].
    pub fn remove(&self, segment: &str) -> Result<(), AlbumError> {
        trees::remove_file(&self.folder.join(segment)).map_err(bad)
    }

    /// Removes what a killed program has left half written; with the lock.
    pub fn tidy(&self) {
        for entry in trees::entries(&self.folder).into_iter().flatten() {
            if entry.name.contains(".part-") {
                // It does no harm where it is.
                let _ = trees::remove_file(&entry.path);
            }
        }
    }

    /// Removes other albums, those opened longest ago first, until all together and `more` bytes stay within the bound; how many.
    pub fn make_room(&self, more: u64) -> usize {
        let mut albums: Vec<(i64, PathBuf, u64)> =
            folders(&self.cache).map(|folder| (used(&folder), folder.clone(), size(&folder))).collect();
        let mut total: u64 = albums.iter().map(|album| album.2).sum();
        albums.sort();
        let mut removed = 0;
        for (_, folder, bytes) in albums {
            if total + more <= MOST_BYTES {
                break;
            }
            let is_own = folder == self.folder;
            let is_later = About::read(&folder).is_ok_and(|about| about.version > VERSION);
            if !is_own && !is_later && remove(&folder).is_ok() {
                total -= bytes;
                removed += 1;
            }
        }
        removed
    }
}

/// Removes what is kept of an album, or of all; how many stores that were.
///
/// # Errors
/// [`AlbumError::Busy`] while another program writes one of them, [`AlbumError::Store`].
pub(super) fn forget(cache: &Path, place: Option<&Place>) -> Result<usize, AlbumError> {
    let wanted = place.map(place_hash);
    let is_meant = |folder: &PathBuf| match (&wanted, folder.file_name()) {
        (None, _) => true,
        (Some(wanted), Some(name)) => name.to_string_lossy().split('-').next() == Some(wanted),
        (Some(_), None) => false,
    };
    let mut count = 0;
    for folder in folders(&cache.join(FOLDER)).filter(is_meant) {
        remove(&folder)?;
        count += 1;
    }
    Ok(count)
}

/// Removes a store that nobody writes.
fn remove(folder: &Path) -> Result<(), AlbumError> {
    let lock = Lock::take(&folder.join(LOCK)).map_err(bad)?.ok_or(AlbumError::Busy)?;
    // Some systems do not remove a file that is open.
    drop(lock);
    trees::remove_folder(folder).map_err(bad)
}

fn folders(cache: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = trees::entries(cache).into_iter().flatten();
    entries.filter(|entry| entry.kind == Kind::Folder).map(|entry| entry.path)
}

fn is_segment(entry: &Entry) -> bool {
    entry.name.ends_with(SEGMENT) && entry.kind != Kind::Folder
}

fn files(folder: &Path) -> impl Iterator<Item = (String, u64, i64)> {
    trees::entries(folder).into_iter().flatten().filter_map(|entry| match entry.kind {
        Kind::File { size, modified_ns } => Some((entry.name, size, modified_ns)),
        Kind::Folder => None,
    })
}

fn size(folder: &Path) -> u64 {
    files(folder).map(|file| file.1).sum()
}

/// When a store was last written to.
fn used(folder: &Path) -> i64 {
    files(folder).filter(|(name, ..)| name == ABOUT).map(|file| file.2).max().unwrap_or(0)
}

/// The same for all paths that lead to an album.
fn place_hash(place: &Place) -> String {
    match place {
        Place::BuiltIn => hash("built in"),
        Place::Folder(folder) => hash(&format!("folder {}", trees::real(folder).to_string_lossy())),
    }
}

fn hash(text: &str) -> String {
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl About {
    fn read(folder: &Path) -> Result<Self, FileError> {
        /// What every version says.
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let bytes = read_file(&folder.join(ABOUT), imaging::MAX_FILE_BYTES)?;
        let damaged = || FileError::Unreadable { cause: "it is damaged".to_owned() };
        let found: Version = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        if found.version > VERSION {
            return Ok(Self { version: found.version, weights: String::new(), weights_sha256: String::new() });
        }
        serde_json::from_slice(&bytes).map_err(|_| damaged())
    }
}

pub(super) fn later(found: u32) -> AlbumError {
    AlbumError::LaterVersion { found, known: VERSION }
}

fn bad(error: FolderError) -> AlbumError {
    AlbumError::Store { cause: error.to_string() }
}

/// The system's words for why a file was not written.
fn cause(error: &FileError) -> String {
    match error {
        FileError::Unwritable { cause } | FileError::Unreadable { cause } => cause.clone(),
        FileError::Missing
        | FileError::Folder
        | FileError::Forbidden
        | FileError::Empty
        | FileError::TooLarge { .. }
        | FileError::Opened
        | FileError::NotHere => error.to_string(),
    }
}
