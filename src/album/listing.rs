//! The photos in a folder.

use std::path::{Path, PathBuf};

use super::error::AlbumError;
use super::place::Place;
use super::snapshot::Note;
use crate::imaging::{FIRST_BYTES, begins_picture, is_named_picture};
use crate::platform::album;
use crate::platform::files::first_bytes;
use crate::platform::trees::{self, FolderError, Kind};

/// More photos than this are no album: a part of them is.
const MOST_PHOTOS: usize = 10_000;

/// More files than this are not even listed.
const MOST_FILES: usize = 200_000;

/// Folders in folders in folders.
const DEEPEST: usize = 32;

/// A photo's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    /// Relative to the album's folder, with `/` between folders.
    pub path: String,
    /// Where it is.
    pub place: FilePlace,
    /// Bytes.
    pub size: u64,
    /// When it was last changed, nanoseconds since 1970; the checksum of a photo inside the program.
    pub modified_ns: i64,
}

/// Where a photo's bytes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FilePlace {
    /// Inside the program.
    BuiltIn(&'static [u8]),
    /// On a drive.
    Path(PathBuf),
}

/// The photos of an album.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    /// In the order of their paths.
    pub files: Vec<File>,
    /// What a person should know.
    pub notes: Vec<Note>,
}

/// Lists the photos.
pub(super) fn list(place: &Place, stop: &dyn Fn() -> bool) -> Result<Listing, AlbumError> {
    match place {
        Place::BuiltIn => built_in(),
        Place::Folder(folder) => {
            let mut walk = Walk { stop, found: 0, unlisted: 0, files: Vec::new() };
            walk.folder(folder, "", 0)?;
            walk.finish()
        }
    }
}

fn built_in() -> Result<Listing, AlbumError> {
    let file = |&(path, bytes): &(&str, &'static [u8])| File {
        path: path.to_owned(),
        place: FilePlace::BuiltIn(bytes),
        size: bytes.len() as u64,
        modified_ns: crc32fast::hash(bytes).into(),
    };
    let files: Vec<File> = album::photos().unwrap_or_default().iter().map(file).collect();
    match files.is_empty() {
        true => Err(AlbumError::NoBuiltIn),
        false => Ok(Listing { files, notes: Vec::new() }),
    }
}

struct Walk<'a> {
    stop: &'a dyn Fn() -> bool,
    /// Files of any kind.
    found: usize,
    /// Folders that could not be opened.
    unlisted: usize,
    files: Vec<File>,
}

impl Walk<'_> {
    /// Goes through a folder, whose path in the album (with `/` behind it) is `prefix`.
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), AlbumError> {
        let entries = match trees::entries(folder) {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(explain(error)),
            Err(_) => {
                self.unlisted += 1;
                return Ok(());
            }
        };
        for entry in entries {
            if (self.stop)() {
                return Err(AlbumError::Stopped);
            }
            // What systems and programs hide for themselves: `.git`, `._photo.jpg`, `.thumbnails`.
            if entry.name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{}", entry.name);
            match entry.kind {
                Kind::Folder if depth + 1 < DEEPEST => self.folder(&entry.path, &format!("{path}/"), depth + 1)?,
                Kind::Folder => self.unlisted += 1,
                Kind::File { size, modified_ns } => {
                    self.found += 1;
                    if self.found > MOST_FILES {
                        return Err(AlbumError::TooManyFiles { limit: MOST_FILES });
                    }
                    if is_named_picture(&entry.name) || begins_picture(&first_bytes(&entry.path, FIRST_BYTES)) {
                        self.files.push(File { path, place: FilePlace::Path(entry.path), size, modified_ns });
                    }
                }
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Listing, AlbumError> {
        let mut notes = Vec::new();
        if self.unlisted > 0 {
            notes.push(Note::Unlisted { folders: self.unlisted });
        }
        let found = self.files.len();
        if found == 0 {
            return Err(AlbumError::NoPhotos);
        }
        if found > MOST_PHOTOS {
            // By a hash of the path: the same ones however many are added, and a fair share of every folder.
            self.files.sort_by_cached_key(|file| (crc32fast::hash(file.path.as_bytes()), file.path.clone()));
            self.files.truncate(MOST_PHOTOS);
            notes.push(Note::TooMany { found, taken: MOST_PHOTOS });
        }
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Listing { files: self.files, notes })
    }
}

fn explain(error: FolderError) -> AlbumError {
    match error {
        FolderError::Missing => AlbumError::Missing,
        FolderError::NotAFolder => AlbumError::NotAFolder,
        FolderError::Forbidden => AlbumError::Forbidden,
        FolderError::Other { cause } => AlbumError::Unreadable { cause },
    }
}
