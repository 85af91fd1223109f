//! Why a file could not be fetched: one sentence of what failed, why, and what to do.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::request::Fetch;

/// Why there is no file.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FetchError {
    /// Not something to download from.
    #[error("{url} is no address to download from ({cause}); give one that begins with http:// or https://.")]
    BadAddress {
        /// The address.
        url: String,
        /// What is wrong with it.
        cause: String,
    },
    /// No connection.
    #[error(
        "{host} cannot be reached ({cause}); check the internet connection and try again, or fetch {url} on another computer and open the file."
    )]
    Unreachable {
        /// The server.
        host: String,
        /// The address.
        url: String,
        /// The system's words.
        cause: String,
    },
    /// A connection, and no answer.
    #[error("{host} does not answer (waited {seconds} s); check the internet connection and try again later.")]
    Silent {
        /// The server.
        host: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// No encrypted connection.
    #[error(
        "The secure connection to {host} failed ({cause}); check this computer's clock, and whether the network wants a login first."
    )]
    Insecure {
        /// The server.
        host: String,
        /// Why.
        cause: String,
    },
    /// An answer that is not HTTP.
    #[error("{host} gives an answer that makes no sense ({cause}); check the address {url}.")]
    Nonsense {
        /// The server.
        host: String,
        /// The address.
        url: String,
        /// Why.
        cause: String,
    },
    /// From one address to the next.
    #[error(
        "{host} leads from one address to the next without end, beginning with {url}; check the address, or try again later."
    )]
    Redirects {
        /// The server.
        host: String,
        /// The first address.
        url: String,
    },
    /// The server does not have the file, or does not give it away.
    #[error(
        "{host} does not send {url} (HTTP status {status}); try again later, or give another address: `inception-lens weights fetch {key} --from URL`."
    )]
    Refused {
        /// The server.
        host: String,
        /// The address.
        url: String,
        /// HTTP status.
        status: u16,
        /// The file's key.
        key: &'static str,
    },
    /// Not the size the file has.
    #[error(
        "{host} has a file of {found} bytes in place of {title}, which has {expected}; it is another file or a login page, nothing was saved, check {url}."
    )]
    WrongSize {
        /// The server.
        host: String,
        /// The address.
        url: String,
        /// The file.
        title: &'static str,
        /// Bytes offered.
        found: u64,
        /// Bytes of the real one.
        expected: u64,
    },
    /// More than the file can have.
    #[error(
        "{host} sends more than the {limit} that {title} can have; it is another file, nothing was saved, check {url}."
    )]
    TooLarge {
        /// The server.
        host: String,
        /// The address.
        url: String,
        /// The file.
        title: &'static str,
        /// The limit, with its unit.
        limit: String,
    },
    /// Not the bytes the file has.
    #[error(
        "What {host} sent is not {title} (its SHA-256 begins with {found} instead of {expected}); it was removed, try again or use another address."
    )]
    WrongHash {
        /// The server.
        host: String,
        /// The file.
        title: &'static str,
        /// First digits of the hash.
        found: String,
        /// What they should be.
        expected: String,
    },
    /// The connection broke.
    #[error("The connection to {host} broke off after {progress}; try again, the download goes on from there.")]
    CutOff {
        /// The server.
        host: String,
        /// How far it was: "12.3 of 53.5 MB".
        progress: String,
    },
    /// Nothing more arrives.
    #[error("{host} sent nothing more for {seconds} s after {progress}; try again, the download goes on from there.")]
    Stalled {
        /// The server.
        host: String,
        /// How long it was waited for.
        seconds: u64,
        /// How far it was.
        progress: String,
    },
    /// No room.
    #[error("The disk is full: {title} needs {megabytes} in {}; make room there, then try again.", folder.display())]
    DiskFull {
        /// The file.
        title: &'static str,
        /// Its size, with its unit.
        megabytes: String,
        /// The folder.
        folder: PathBuf,
    },
    /// The folder cannot be written to.
    #[error("{} cannot be written ({cause}); choose another folder: `inception-lens weights fetch {key} --to FOLDER`.", path.display())]
    Unwritable {
        /// What cannot be written.
        path: PathBuf,
        /// The system's words.
        cause: String,
        /// The file's key.
        key: &'static str,
    },
    /// Two at a time.
    #[error("Another Inception Lens is downloading {file_name} at this moment; wait until it is done.")]
    Busy {
        /// The file.
        file_name: &'static str,
    },
    /// Nobody wants it any more.
    #[error("The download was cancelled; what has arrived is kept for the next time.")]
    Cancelled,
}

impl FetchError {
    /// Whether another address may still have the file.
    pub(super) fn is_about_the_server(&self) -> bool {
        match self {
            Self::BadAddress { .. }
            | Self::Unreachable { .. }
            | Self::Silent { .. }
            | Self::Insecure { .. }
            | Self::Nonsense { .. }
            | Self::Redirects { .. }
            | Self::Refused { .. }
            | Self::WrongSize { .. }
            | Self::TooLarge { .. }
            | Self::WrongHash { .. } => true,
            Self::CutOff { .. }
            | Self::Stalled { .. }
            | Self::DiskFull { .. }
            | Self::Unwritable { .. }
            | Self::Busy { .. }
            | Self::Cancelled => false,
        }
    }

    /// Why something at `path` could not be written.
    pub(super) fn write(fetch: &Fetch<'_>, path: &Path, error: &io::Error) -> Self {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => Self::DiskFull {
                title: fetch.file.title,
                megabytes: megabytes(fetch.file.size.bytes()),
                folder: fetch.folder.to_owned(),
            },
            _ => Self::Unwritable { path: path.to_owned(), cause: words(error), key: fetch.file.key },
        }
    }
}

/// "53.5 MB".
pub(super) fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// "12.3 of 53.5 MB".
pub(super) fn progress(done_bytes: u64, total_bytes: u64) -> String {
    format!("{:.1} of {}", done_bytes as f64 / 1e6, megabytes(total_bytes))
}

/// The system's words without the error number, to stand inside a sentence.
pub(super) fn words(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    text.to_lowercase()
}
