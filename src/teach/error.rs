//! Why nothing can be taught, saved or kept: one sentence of what failed, why, and what to do.

use thiserror::Error;

use super::limits::MOST_CLASSES;
use super::limits::MOST_PHOTOS;
use crate::engine::ModelError;

/// What went wrong.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum TeachError {
    /// One class or none has photos.
    #[error("Two classes with photos are needed, and {found} of them has any; add photos of another class.")]
    TooFewClasses {
        /// Classes with photos.
        found: usize,
    },
    /// More classes than a head is taught.
    #[error("{found} classes are more than the {most} that can be taught at once; leave some out.", most = MOST_CLASSES)]
    TooManyClasses {
        /// Classes.
        found: usize,
    },
    /// More photos than are kept.
    #[error("{found} photos are more than the {most} that can be taught at once; leave some out.", most = MOST_PHOTOS)]
    TooManyPhotos {
        /// Photos.
        found: usize,
    },
    /// Two classes have the same name.
    #[error("Two classes are called {name:?}; give one of them another name.")]
    SameName {
        /// The name.
        name: String,
    },
    /// The fit did not settle.
    #[error(
        "The new last layer could not be fitted ({cause}); take away photos that are not of their class, and try again."
    )]
    NotFitted {
        /// What the method says.
        cause: String,
    },
    /// The network failed on a photo.
    #[error("A photo could not be run ({cause}); take it away, or use other weights.")]
    Run {
        /// The network's words.
        cause: String,
    },
    /// The copy of a photo could not be made or read.
    #[error("The small copy of this photo could not be made or read ({cause}); add the photo again.")]
    Copy {
        /// The decoder's or encoder's words.
        cause: String,
    },
    /// A network that a safetensors file cannot describe.
    #[error("This network has {what} that no weights file of ours can say; use other weights to teach.")]
    Unsayable {
        /// What.
        what: String,
    },
    /// The file could not be put together.
    #[error("The weights file could not be made ({cause}); try again with fewer programs open.")]
    NotMade {
        /// The format's words.
        cause: String,
    },
    /// Trays of a later version of the program.
    #[error(
        "The trays kept here were written by a later Inception Lens (version {found} of its files, this one reads {known}); they were left as they are: use the later one, or forget these trays."
    )]
    LaterVersion {
        /// Version found.
        found: u32,
        /// Version known.
        known: u32,
    },
    /// The trays could not be read or written.
    #[error("The trays could not be kept or read ({cause}); they are in memory until the window is closed.")]
    Store {
        /// The system's words, or what is damaged.
        cause: String,
    },
    /// Somebody asked for it to stop.
    #[error("Stopped.")]
    Stopped,
}

impl From<ModelError> for TeachError {
    fn from(error: ModelError) -> Self {
        match error {
            ModelError::Cancelled => Self::Stopped,
            other => Self::Run { cause: other.to_string() },
        }
    }
}
