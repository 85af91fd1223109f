//! Moving sources that only some places have: watched folders, streams by address and on the standard input; and which addresses are
//! asked for without a question.
//!
//! | source | a window of the system | a page in a browser |
//! |---|---|---|
//! | [`folder`] | the pictures that are put into it | [`NotHere`] |
//! | [`stream`] | MJPEG by http or https | [`NotHere`] |
//! | [`standard_input`] | JPEGs one after the other | [`NotHere`] |

use std::path::PathBuf;
use std::time::Duration;

use thiserror::Error;

use super::here;
use super::not_here::NotHere;
use crate::live::Open;

/// The address of a stream, without name and password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// All of it.
    pub url: String,
    /// The server, as it is named in sentences: with its port where that is not the usual one.
    pub host: String,
    /// Whether it is this computer or one of the local network by its number: then nobody is asked.
    pub is_local: bool,
}

/// Why a text is no address of a stream.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum AddressError {
    /// Something else than http or https.
    #[error("{text} is no address of a stream; give one that begins with http:// or https://.")]
    Scheme {
        /// What was given.
        text: String,
    },
    /// It cannot be understood.
    #[error("{text} is no address ({cause}); give one like http://192.168.0.5:8080/video.")]
    Malformed {
        /// What was given.
        text: String,
        /// What is wrong with it.
        cause: String,
    },
    /// There is a name or a password in it, which would be shown and might be kept somewhere.
    #[error("An address with a name or a password is not used; leave out what stands before the @.")]
    Credentials,
    /// A page in a browser.
    #[error("A page in a browser asks nothing of other computers; use the desktop program.")]
    NotHere,
}

/// How long to wait for a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For more bytes.
    pub silence: Duration,
    /// Before the first attempt to connect again; twice as long before each further one, at most [`Patience::LONGEST`].
    pub pause: Duration,
}

impl Patience {
    /// The longest pause between two attempts.
    pub const LONGEST: Duration = Duration::from_secs(8);
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), silence: Duration::from_secs(10), pause: Duration::from_secs(1) }
    }
}

/// How a watched folder is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calm {
    /// A file that has not changed for so long is read.
    pub settled: Duration,
    /// One that cannot be decoded is tried again for so long, since it may be half written; then it is passed over.
    pub half_written: Duration,
}

impl Default for Calm {
    fn default() -> Self {
        Self { settled: Duration::from_millis(300), half_written: Duration::from_secs(20) }
    }
}

/// Reads an address as a person types it; `http://` may be left out.
///
/// # Errors
/// [`AddressError`].
pub fn address(text: &str) -> Result<Address, AddressError> {
    here::live::address(text.trim())
}

/// The pictures that are put into a folder from now on, and first the newest that is there.
///
/// # Errors
/// [`NotHere`] in a page.
pub fn folder(path: PathBuf, calm: Calm) -> Result<Open, NotHere> {
    here::live::folder(path, calm)
}

/// The stream at an address; connects again when it breaks off.
///
/// # Errors
/// [`NotHere`] in a page.
pub fn stream(address: Address, patience: Patience) -> Result<Open, NotHere> {
    here::live::stream(address, patience)
}

/// The pictures on the standard input.
///
/// # Errors
/// [`NotHere`] in a page.
pub fn standard_input() -> Result<Open, NotHere> {
    here::live::standard_input()
}
