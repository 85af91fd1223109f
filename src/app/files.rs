//! What paths mean, and the files that belong to weights.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::export::Exported;
use crate::platform::files::{is_in_folder_of, of_address, takes_second_file};
use crate::weights::file::MAX_FILE_BYTES;
use crate::weights::{FilesBeside, LabelsFile};

pub use crate::platform::files::{FileError, check_folder, first_bytes, is_file, is_same_file, read_file, write_file};

/// Largest file of labels that is read, bytes: the largest number of classes, with long names.
const MAX_LABELS_BYTES: u64 = 8_000_000;

/// The path that is meant by an argument: a path as it is, or an address like `file:///home/a%20photo.jpg`.
pub fn path(argument: OsString) -> PathBuf {
    let address = argument.to_str().and_then(of_address);
    address.unwrap_or_else(|| PathBuf::from(argument))
}

/// The file that a pasted text means: the first address of a list, as file managers copy them, else the first line.
pub fn pasted_path(text: &str) -> Option<PathBuf> {
    let lines = || text.lines().map(|line| line.trim().trim_matches('"'));
    let mut named = lines().filter(|line| !line.is_empty());
    lines().find_map(of_address).or_else(|| named.next().map(PathBuf::from))
}

/// Names of files of labels that do not say which weights they belong to, the most telling first.
const LABELS_NEAR: [&str; 6] =
    ["class_indices.json", "labels.txt", "labels.json", "classes.txt", "synset_words.txt", "imagenet_class_index.json"];

/// What says where the numbers of a table come from: `c.provenance.json` for `c.csv`.
pub fn provenance_path(table: &Path) -> PathBuf {
    table.with_extension("provenance.json")
}

/// Writes a file, a table's provenance beside it; `false` where something is missing: the place takes one file only and the
/// table went alone.
///
/// # Errors
/// [`FileError`] about the file.
pub fn write_exported(path: &Path, exported: &Exported) -> Result<bool, FileError> {
    match exported {
        Exported::File(bytes) => write_file(path, bytes).map(|()| true),
        Exported::Part(bytes) => write_file(path, bytes).map(|()| false),
        Exported::Table(file) => {
            write_file(path, &file.table)?;
            Ok(takes_second_file(path) && write_file(&provenance_path(path), &file.provenance).is_ok())
        }
    }
}

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
