//! An album as plain data: a snapshot to draw and to count.

use std::sync::Arc;

use super::photo::{Photo, State};
use super::place::Place;

/// An album as one network sees it, as far as it has run.  Cheap to clone.
#[derive(Clone, Debug)]
pub struct Album {
    /// Unlike that of any other snapshot of this process: what is drawn of it is keyed by it.
    pub id: u64,
    /// Where the photos are.
    pub place: Place,
    /// SHA-256 of the weights that ran.
    pub weights_sha256: String,
    /// The network's classes, in the order of the logits.
    pub classes: Arc<[String]>,
    /// Names of the folders that photos lie in, in order, as they are written there.
    pub labels: Arc<[String]>,
    /// All photos in the order of their paths; positions stay the same as long as the index is open.  Those that cannot be read
    /// are among them.
    pub photos: Arc<[Arc<Photo>]>,
    /// What a person should know about the album.
    pub notes: Arc<[Note]>,
}

/// What a person should know about an album; one sentence each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Note {
    /// Not all photos of a folder are taken.
    #[error("This folder holds {found} photos; the album is {taken} of them, spread evenly over its folders.")]
    TooMany {
        /// Photos in the folder.
        found: usize,
        /// Photos of the album.
        taken: usize,
    },
    /// Something in the folder could not be listed.
    #[error(
        "{folders} folders inside could not be opened (no permission, or the drive is gone); their photos are left out."
    )]
    Unlisted {
        /// How many.
        folders: usize,
    },
    /// Part of the store was damaged.
    #[error("Part of what was kept of this album was damaged; those photos run again.")]
    Damaged,
    /// Results are in memory alone.
    #[error(
        "Not all results can be kept on the disk ({cause}); those are lost when the program ends: free some space, and they are kept."
    )]
    NotKept {
        /// Why, in the system's words.
        cause: String,
    },
    /// Where the program has no folders.
    #[error("Kept in memory alone, until the program ends.")]
    InMemory,
    /// Other albums made room.
    #[error("Results of {albums} albums not opened for longest were deleted, to stay within 1 GB.")]
    Evicted {
        /// How many.
        albums: usize,
    },
}

impl Album {
    /// Whether both list the same photos, so that a position in one is that in the other.
    pub fn lists_what(&self, other: &Self) -> bool {
        let paths = self.photos.iter().map(|photo| &photo.path);
        self.place == other.place && paths.eq(other.photos.iter().map(|photo| &photo.path))
    }

    /// Photos that have run, with their positions.
    pub fn ran(&self) -> impl Iterator<Item = (usize, &Arc<Photo>)> {
        let photos = self.photos.iter().enumerate();
        photos.filter(|(_, photo)| matches!(photo.state, State::Ran(_)))
    }

    /// Photos that cannot be read, with their positions.
    pub fn unreadable(&self) -> impl Iterator<Item = (usize, &Arc<Photo>)> {
        let photos = self.photos.iter().enumerate();
        photos.filter(|(_, photo)| !photo.is_readable())
    }

    /// Whether every photo has run or cannot be read.
    pub fn is_complete(&self) -> bool {
        !self.photos.iter().any(|photo| matches!(photo.state, State::Waiting))
    }

    /// The name of a photo's folder.
    pub fn label(&self, photo: &Photo) -> Option<&str> {
        self.labels.get(photo.label?).map(String::as_str)
    }

    /// The network's name for what a photo is known to show, else its folder's name.
    pub fn true_label(&self, photo: &Photo) -> Option<&str> {
        match photo.known() {
            Some(class) => self.classes.get(class).map(String::as_str),
            None => self.label(photo),
        }
    }
}
