//! The disk, in one place: whole files in, with a limit on their size, and whole files out.

use std::ffi::OsString;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;
use url::Url;

use crate::weights::file::MAX_FILE_BYTES;
use crate::weights::{FilesBeside, LabelsFile};

/// Largest file of labels that is read, bytes: the largest number of classes, with long names.
const MAX_LABELS_BYTES: u64 = 8_000_000;

/// Why a file could not be read or written: one sentence of what failed, why, and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FileError {
    /// Nothing is there.
    #[error("There is no such file; check its name and folder.")]
    Missing,
    /// A folder is there.
    #[error("This is a folder, not a file; choose a file inside it.")]
    Folder,
    /// The system says no.
    #[error("This file may not be read (no permission); change its permissions or choose another copy.")]
    Forbidden,
    /// No bytes.
    #[error("This file is empty; choose it again, or another copy of it.")]
    Empty,
    /// More bytes than are ever read.
    #[error("This file is larger than the {limit_megabytes} MB Inception Lens reads; choose a smaller one.")]
    TooLarge {
        /// The limit, in megabytes.
        limit_megabytes: u64,
    },
    /// Reading failed half-way.
    #[error("This file could not be read ({cause}); check the disk or choose another copy.")]
    Unreadable {
        /// The system's words.
        cause: String,
    },
    /// Writing failed.
    #[error("This file could not be written ({cause}); choose another name or folder.")]
    Unwritable {
        /// The system's words.
        cause: String,
    },
    /// The file is what was opened.
    #[error("This file is what was opened, so it is not overwritten; choose another name.")]
    Opened,
}

/// The path that is meant by an argument: a path as it is, or an address like `file:///home/a%20photo.jpg`.
pub fn path(argument: OsString) -> PathBuf {
    let address = argument.to_str().and_then(file_address);
    address.unwrap_or_else(|| PathBuf::from(argument))
}

/// The file that a pasted text means: the first address of a list, as file managers copy them, else the first line.
pub fn pasted_path(text: &str) -> Option<PathBuf> {
    let lines = || text.lines().map(|line| line.trim().trim_matches('"'));
    let mut named = lines().filter(|line| !line.is_empty());
    lines().find_map(file_address).or_else(|| named.next().map(PathBuf::from))
}

/// `file:///…` as a path of this system; `None` for all else, an address of another machine too.
fn file_address(text: &str) -> Option<PathBuf> {
    let is_address = text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"));
    if !is_address {
        return None;
    }
    Url::parse(text).ok()?.to_file_path().ok()
}

/// The whole file, at least one byte and at most `limit_bytes`.
///
/// Memory never grows beyond the limit, whatever the path leads to (a pipe, a device, a file that grows).
///
/// # Errors
/// [`FileError`], without the path: callers put it in front.
pub fn read_file(path: &Path, limit_bytes: u64) -> Result<Vec<u8>, FileError> {
    let too_large = FileError::TooLarge { limit_megabytes: limit_bytes / 1_000_000 };
    let file = File::open(path).map_err(|error| explain(&error))?;
    let metadata = file.metadata().map_err(|error| explain(&error))?;
    if metadata.is_dir() {
        return Err(FileError::Folder);
    }
    if metadata.len() > limit_bytes {
        return Err(too_large);
    }
    // At most the limit, so it fits a usize wherever the limit does.
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    file.take(limit_bytes + 1).read_to_end(&mut bytes).map_err(|error| explain(&error))?;
    match bytes.len() as u64 {
        0 => Err(FileError::Empty),
        length if length > limit_bytes => Err(too_large),
        _ => Ok(bytes),
    }
}

/// Names of files of labels that do not say which weights they belong to, the most telling first.
const LABELS_NEAR: [&str; 6] =
    ["class_indices.json", "labels.txt", "labels.json", "classes.txt", "synset_words.txt", "imagenet_class_index.json"];

/// The file of labels for weights: the one given, else `NAME.labels.txt` (or `.json`) beside `NAME.pth` if there is one, else
/// those in its folder under the names that many have.
///
/// # Errors
/// [`FileError`] with the path it is about.
pub fn read_labels(weights: &Path, given: Option<&Path>) -> Result<Option<LabelsFile>, (PathBuf, FileError)> {
    let read = |path: &Path| match read_file(path, MAX_LABELS_BYTES) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(FileError::Missing) if given.is_none() => Ok(None),
        Err(error) => Err((path.to_owned(), error)),
    };
    if let Some(path) = given {
        return Ok(read(path)?.map(LabelsFile::Given));
    }
    for extension in ["labels.txt", "labels.json"] {
        if let Some(bytes) = read(&weights.with_extension(extension))? {
            return Ok(Some(LabelsFile::Beside(bytes)));
        }
    }
    let near = LABELS_NEAR.iter().filter_map(|name| {
        // What cannot be read there may belong to something else.
        let bytes = read_file(&weights.with_file_name(name), MAX_LABELS_BYTES).ok()?;
        Some(((*name).to_owned(), bytes))
    });
    let near: Vec<(String, Vec<u8>)> = near.collect();
    Ok((!near.is_empty()).then_some(LabelsFile::Near(near)))
}

/// The files in which weights keep their numbers, as far as they are in the same folder; what is missing the reader says.
///
/// # Errors
/// [`FileError`] with the path it is about; [`FileError::TooLarge`] when all together are.
pub fn read_beside(weights: &Path, bytes: &[u8]) -> Result<FilesBeside, (PathBuf, FileError)> {
    let mut beside = FilesBeside::default();
    let mut left = (MAX_FILE_BYTES as u64).saturating_sub(bytes.len() as u64);
    for name in FilesBeside::wanted(bytes) {
        let path = weights.with_file_name(&name);
        if !is_in_folder_of(&path, weights) {
            continue;
        }
        match read_file(&path, left) {
            Ok(content) => {
                left -= content.len() as u64;
                beside.insert(name, content);
            }
            Err(FileError::Missing) => {}
            Err(error) => return Err((path, error)),
        }
    }
    Ok(beside)
}

/// Whether a file really is in the folder of another, or in that of what the other is a link to.
fn is_in_folder_of(path: &Path, other: &Path) -> bool {
    let folder = |path: &Path| Some(std::fs::canonicalize(path).ok()?.parent()?.to_owned());
    let beside =
        std::fs::canonicalize(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")));
    folder(path).is_some_and(|found| Some(&found) == folder(other).as_ref() || Some(found) == beside.ok())
}

/// At most `count` bytes from the start of a regular file; none of anything else, so that a pipe never blocks.
pub fn first_bytes(path: &Path, count: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let is_regular = std::fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    if is_regular && let Ok(file) = File::open(path) {
        // What could be read before a failure is enough to look at.
        let _ = file.take(count as u64).read_to_end(&mut bytes);
    }
    bytes
}

/// Writes the whole file, in place of one that is there: until the last byte is written nothing of it is to be seen.
///
/// # Errors
/// [`FileError::Unwritable`], without the path.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let found = std::fs::metadata(path);
    let write = match &found {
        Ok(found) if found.is_dir() => {
            return Err(FileError::Unwritable { cause: "it is a folder".to_owned() });
        }
        Ok(found) if !found.is_file() => write_to_device,
        Ok(_) | Err(_) => write_beside,
    };
    write(path, bytes).map_err(|error| FileError::Unwritable { cause: words(&error) })
}

/// Whether the folder of a file that is to be written is there: asked before anything is computed for it.
///
/// # Errors
/// [`FileError::Unwritable`], in the words of [`write_file`].
pub fn check_folder(path: &Path) -> Result<(), FileError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let found = folder.map(std::fs::metadata).transpose();
    found.map(drop).map_err(|error| FileError::Unwritable { cause: words(&error) })
}

/// A pipe or `/dev/stdout` is written to, never replaced.
fn write_to_device(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    File::create(path)?.write_all(bytes)
}

/// Writes a file beside the wanted one, which then takes its name.
fn write_beside(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    // A link stays one: what it leads to is replaced.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".part-{}", std::process::id()));
    let beside = path.with_file_name(name);
    let write = || {
        File::create(&beside)?.write_all(bytes)?;
        std::fs::rename(&beside, &path)
    };
    write().inspect_err(|_| {
        // It may never have been there.
        let _ = std::fs::remove_file(&beside);
    })
}

/// Whether two paths lead to the same file; a file that is not there is like no other.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    real(one).is_some_and(|one| Some(one) == real(other))
}

fn explain(error: &std::io::Error) -> FileError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileError::Missing,
        ErrorKind::IsADirectory => FileError::Folder,
        ErrorKind::PermissionDenied => FileError::Forbidden,
        _ => FileError::Unreadable { cause: words(error) },
    }
}

/// The system's words without the error number, to stand inside a sentence.
fn words(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.to_lowercase()
}
