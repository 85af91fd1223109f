//! What a person can ask of trays.

use std::path::PathBuf;

use crate::teach::TaughtDepth;

/// Where photos go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrayTarget {
    /// A tray that is there, by its number.
    Tray(u64),
    /// A new class.
    New,
}

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum TeachCommand {
    /// One more class.
    AddTray,
    /// Take a class away.
    RemoveTray(u64),
    /// Call it something else.
    Rename(u64, String),
    /// Put the open photo into a tray: as it was opened, a picture of a moving source as it is now.
    AddOpen(TrayTarget),
    /// Put photos of the album into a tray.
    AddAlbum {
        /// Where to.
        target: TrayTarget,
        /// Name of a new class.
        name: String,
        /// Positions in the album.
        photos: Vec<usize>,
    },
    /// Ask for a photo for a tray.
    ChooseFor(TrayTarget),
    /// Put files, or the photos of folders, into a tray; a folder that is put nowhere is a class of its own.
    AddFiles(TrayTarget, Vec<PathBuf>),
    /// Take a photo out of a tray.
    RemovePhoto(u64, String),
    /// Move a photo to another tray.
    MovePhoto {
        /// From.
        from: u64,
        /// Which.
        photo: String,
        /// To.
        to: u64,
    },
    /// Open a photo of a tray in all views.
    OpenPhoto(u64, String),
    /// Show the table taught from another depth.
    SetDepth(TaughtDepth),
    /// Put stickers on the photos of that tray.
    Stick(u64),
    /// Write the network with the new last layer as weights.
    Save,
    /// Use it in all views.
    Use,
    /// Remove photos and all that is kept of them.
    Forget,
}
