//! Why an album cannot be opened, run or asked: one sentence of what failed, why, and what to do.

use thiserror::Error;

use crate::engine::ModelError;

/// What went wrong with an album as a whole; what is wrong with one photo is in its [`super::State`].
#[derive(Debug, Error)]
pub enum AlbumError {
    /// Nothing is there.
    #[error("There is no such folder; check its name, and that its drive is connected.")]
    Missing,
    /// A file is there.
    #[error("This is a file, not a folder; choose the folder it is in.")]
    NotAFolder,
    /// The system says no.
    #[error("This folder may not be opened (no permission); change its permissions or choose another one.")]
    Forbidden,
    /// Listing failed.
    #[error("This folder could not be read ({cause}); check the drive or choose another one.")]
    Unreadable {
        /// The system's words.
        cause: String,
    },
    /// No photo in it.
    #[error(
        "No photos are in this folder (JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL); choose one with photos."
    )]
    NoPhotos,
    /// More files than are ever listed.
    #[error("This folder holds more than {limit} files; choose a folder inside it.")]
    TooManyFiles {
        /// The limit.
        limit: usize,
    },
    /// The folder vanished while it was indexed.
    #[error(
        "The folder is gone (its drive was removed, or it was renamed); what has run is kept, open it again to go on."
    )]
    Vanished,
    /// The photos inside the program are not there.
    #[error("This build has no album inside; choose a folder of photos.")]
    NoBuiltIn,
    /// Another window writes the same store.
    #[error(
        "Another window of Inception Lens is running this album's photos; wait until it has finished, then go on here."
    )]
    Busy,
    /// The store is of a later version of the program.
    #[error(
        "What is kept of this album was written by a later Inception Lens (version {found} of its files, this one reads {known}); it was left as it is: use the later one, or forget the album."
    )]
    LaterVersion {
        /// Version found.
        found: u32,
        /// Version known.
        known: u32,
    },
    /// Results do not fit on the disk and no longer in memory.
    #[error(
        "Results of more photos can be kept neither on the disk ({cause}) nor in memory; free some space and go on."
    )]
    NoSpace {
        /// The system's words.
        cause: String,
    },
    /// The store could not be read or changed.
    #[error("What is kept of this album could not be read or changed ({cause}); open it again, or forget it.")]
    Store {
        /// The system's words, or what is damaged.
        cause: String,
    },
    /// No layer of the album has that name.
    #[error(
        "An album keeps no channels of {name:?}; it keeps those of conv1, conv2, conv3, the nine modules and their branches."
    )]
    UnknownLayer {
        /// As asked.
        name: String,
    },
    /// The layer has fewer channels.
    #[error("{name} has no channel {channel}; its channels are 0 to {last}.")]
    UnknownChannel {
        /// The layer.
        name: String,
        /// As asked.
        channel: usize,
        /// Its last channel.
        last: usize,
    },
    /// The photo has not run, or cannot be read.
    #[error("This photo has not run yet.")]
    NotRun,
    /// No thread could be had, or the network's arithmetic failed on something that is no photo.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Somebody asked for it to stop.
    #[error("Stopped; what has run is kept.")]
    Stopped,
}
