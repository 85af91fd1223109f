//! The disk, in one place: whole files in, with a limit on their size, and whole files out.
//!
//! A page in a browser has no disk: there the files are those that a person chose or dropped, held in memory under a path of our
//! own, and what is written becomes a download.

use thiserror::Error;

pub use super::here::files::{
    absolute, check_folder, first_bytes, is_file, is_folder, is_in_folder_of, is_same_file, of_address, read_file,
    size_bytes, takes_second_file, write_file,
};

/// Why a file could not be read or written: one sentence of what failed, why, and what to do.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// A page in a browser was given a path that nobody chose or dropped.
    #[error("A page in a browser cannot use files by their path; drop the file on the page.")]
    NotHere,
}

/// The system's words without the error number, to stand inside a sentence.
pub(in crate::platform) fn words(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.to_lowercase()
}
