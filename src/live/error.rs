//! Why there are no frames: one sentence of what failed, why, and what to do.

use thiserror::Error;

use super::jpeg_stream::{MAX_BETWEEN_BYTES, MAX_JPEG_BYTES};
use crate::imaging::ImagingError;
use crate::platform::camera_error::CameraError;
use crate::platform::files::FileError;

/// Why a source gives no frames, or for the moment none.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum LiveError {
    /// A file that could not be read.
    #[error("{name}: {error}")]
    File {
        /// Its name.
        name: String,
        /// Why.
        error: FileError,
    },
    /// A file, or pictures of a stream, that could not be decoded.
    #[error("{name}: {error}")]
    Picture {
        /// The file or the host.
        name: String,
        /// Why.
        error: ImagingError,
    },
    /// A picture that does not move.
    #[error(
        "{name} does not move: it has one picture, or none that this program takes for an animation; open it as a photo."
    )]
    Still {
        /// The file.
        name: String,
    },
    /// No connection.
    #[error("{host} cannot be reached ({cause}); check the address, and whether both are in the same network.")]
    Unreachable {
        /// The server.
        host: String,
        /// The system's words.
        cause: String,
    },
    /// A connection, and no answer, or no more bytes.
    #[error("{host} has sent nothing for {seconds} s; check that its camera runs.")]
    Silent {
        /// The server.
        host: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// Not the answer of a server that has what was asked for.
    #[error(
        "{host} does not send pictures at this address (HTTP status {status}); check the path behind the host, such as /video."
    )]
    Refused {
        /// The server.
        host: String,
        /// HTTP status.
        status: u16,
    },
    /// It wants a name and a password.
    #[error(
        "{host} wants a password, and Inception Lens keeps none; switch it off in the camera’s settings, in a network you trust."
    )]
    Password {
        /// The server.
        host: String,
    },
    /// It leads to another host.
    #[error(
        "{host} leads on to another host ({to}), which is not followed; give that address yourself if you trust it."
    )]
    Redirect {
        /// The server.
        host: String,
        /// Where it leads.
        to: String,
    },
    /// From one address to the next.
    #[error("{host} leads from one address to the next without end; check the address.")]
    Redirects {
        /// The server.
        host: String,
    },
    /// Something else than pictures.
    #[error(
        "{host} sends {kind} in place of a stream of pictures (MJPEG); give the address of the stream itself, such as /video."
    )]
    NotAStream {
        /// The server.
        host: String,
        /// What the server calls it.
        kind: String,
    },
    /// Bytes, but no pictures.
    #[error("{name} sends no JPEG pictures (none began in {} MB); choose MJPEG as the format.", MAX_BETWEEN_BYTES >> 20)]
    NoPictures {
        /// The server or the input.
        name: String,
    },
    /// A picture without end.
    #[error("{name} sends a picture of more than {} MB; choose a smaller one in the camera’s settings.", MAX_JPEG_BYTES >> 20)]
    Endless {
        /// The server or the input.
        name: String,
    },
    /// The stream ended.
    #[error("The connection to {host} broke off.")]
    CutOff {
        /// The server.
        host: String,
    },
    /// The folder cannot be watched.
    #[error("{folder} cannot be watched ({cause}); choose another folder.")]
    Folder {
        /// The folder.
        folder: String,
        /// Why.
        cause: String,
    },
    /// The standard input cannot be read.
    #[error("The standard input could not be read ({cause}); check the program before the pipe.")]
    Input {
        /// The system's words.
        cause: String,
    },
    /// The camera's.
    #[error("{}", camera(*.0))]
    Camera(CameraError),
    /// The place we run in does not have it.
    #[error("This is not to be had here; use the desktop program.")]
    NotHere,
    /// Our own mistake.
    #[error("Something went wrong inside Inception Lens; the last picture stays. Open the source again.")]
    Panicked,
}

fn camera(error: CameraError) -> &'static str {
    match error {
        CameraError::Refused => "The camera was refused; allow it, then try again.",
        CameraError::Missing => "No camera was found; connect one, or open a photo from a file.",
        CameraError::Taken => {
            "The camera gives no picture: another program uses it, or it was unplugged; close that program, then try again."
        }
        CameraError::Unsafe => "A camera is given only to pages with https or from this computer.",
    }
}
