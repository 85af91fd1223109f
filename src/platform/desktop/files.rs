//! Files of a disk.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::platform::files::{FileError, words};

/// `file:///…` as a path of this system; `None` for all else, an address of another machine too.
pub fn of_address(text: &str) -> Option<PathBuf> {
    let is_address = text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"));
    if !is_address {
        return None;
    }
    url::Url::parse(text).ok()?.to_file_path().ok()
}

/// The same path wherever the program is started from the next time.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether a file is there.
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether a folder is there.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Bytes of a regular file; `None` where there is none.
pub fn size_bytes(path: &Path) -> Option<u64> {
    std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|found| found.len())
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

/// Whether a file really is in the folder of another, or in that of what the other is a link to.
pub fn is_in_folder_of(path: &Path, other: &Path) -> bool {
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

/// Whether a second file may stand beside a written one: beside a pipe or a device it may not, nor beside `/dev/stdout`,
/// whatever that leads to.
pub fn takes_second_file(path: &Path) -> bool {
    let is_of_the_system = ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder));
    !is_of_the_system && std::fs::metadata(path).map_or(true, |found| found.is_file())
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
