//! The album that is open: its photos and answers as far as they ran, what a person chose to see of it, and its jobs.
//!
//! | file | its job |
//! |---|---|
//! | `choices` | filter, order, head, depth: what is chosen to be seen |
//! | `command` | what a person can ask for |
//! | `guessing` | a game: what will the network answer? |
//! | `thumbnails` | small pictures on their way to the screen |
//! | `contact_sheet` | all photos as one small picture |
//! | `sources` | whose the photos inside the program are |
//! | `placed` | photos in a plane, depth by depth |

mod choices;
mod command;
mod contact_sheet;
pub(crate) mod guessing;
mod placed;
mod sources;
mod thumbnails;

use std::path::PathBuf;
use std::sync::Arc;

use image::RgbImage;
use serde::{Deserialize, Serialize};

use crate::album::{Album, Index, Place, Progress};
use crate::engine::UserError;

pub use choices::{AlbumChoices, Filter, PhotoOrder, Placing, Ring, Row, RowOrder, Spot};
pub use command::AlbumCommand;
pub use contact_sheet::ContactSheet;
pub use guessing::{GuessCommand, Guessing, Help, Helped, PHOTOS as GUESSED_PHOTOS, Turn, fisher};
pub use placed::Placed;
pub use sources::{Attribution, attributions};
pub use thumbnails::Thumbnails;

/// The album that is open, as plain data.
#[derive(Clone, Default)]
pub struct AlbumState {
    /// Where its photos are; `None` as long as nobody chose one.
    pub place: Option<Place>,
    /// Unlike that of any album before, and of the same one under other weights: what is drawn of its photos is keyed by it.
    pub number: u64,
    /// What answers questions about it; of the weights in use, once its photos are listed.
    pub index: Option<Arc<Index>>,
    /// Its photos and answers as they are known; of the weights before, until those in use have answers.
    pub album: Option<Album>,
    /// How far it is.
    pub run: AlbumRun,
    /// What is chosen to be seen.
    pub choices: AlbumChoices,
    /// Small pictures on their way to the screen.
    pub thumbnails: Thumbnails,
    /// What the network sees of the selected photo: position in the album and pixels.
    pub picture: Option<(usize, Arc<RgbImage>)>,
    /// Photos in a plane.
    pub placed: Placed,
    /// The photo that was opened in all views, as long as no other was.
    pub opened: Option<usize>,
    /// The game of guessing what the network answers.
    pub guessing: Guessing,
    /// Whether the window about what is kept, and whose photos these are, is open.
    pub shows_about: bool,
    /// The folder in which results are kept; `None`: in memory alone.
    pub kept_in: Option<String>,
}

/// How far an album is.
#[derive(Clone, Default)]
pub enum AlbumRun {
    /// None is open.
    #[default]
    Closed,
    /// Its photos are being listed.
    Listing,
    /// Its photos are run.
    Running(Progress),
    /// It was stopped; what has run is kept.
    Paused(Progress),
    /// Every photo has run or cannot be read.
    Complete(Progress),
    /// It cannot be opened, or could not go on.
    Failed(UserError),
}

impl AlbumState {
    /// Whether what is shown belongs to other weights than those in use, or the album is being listed anew.
    pub fn is_stale(&self, weights_sha256: &str) -> bool {
        self.album.as_ref().is_some_and(|album| album.weights_sha256 != weights_sha256)
    }

    /// Whether its photos are being listed or run.
    pub fn is_running(&self) -> bool {
        match self.run {
            AlbumRun::Listing | AlbumRun::Running(_) => true,
            AlbumRun::Closed | AlbumRun::Paused(_) | AlbumRun::Complete(_) | AlbumRun::Failed(_) => false,
        }
    }

    /// How far it is, as far as that is known.
    pub fn progress(&self) -> Option<Progress> {
        match self.run {
            AlbumRun::Running(progress) | AlbumRun::Paused(progress) | AlbumRun::Complete(progress) => Some(progress),
            AlbumRun::Closed | AlbumRun::Listing | AlbumRun::Failed(_) => None,
        }
    }

    /// The name of the folder, as people call it; `None` for the photos inside the program.
    pub fn folder_name(&self) -> Option<String> {
        match self.place.as_ref()? {
            Place::BuiltIn => None,
            Place::Folder(path) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                Some(name.unwrap_or_else(|| path.display().to_string()))
            }
        }
    }
}

/// The album that was open last, for the next start.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RememberedAlbum {
    /// The photos inside the program.
    BuiltIn,
    /// A folder.
    Folder(PathBuf),
}

impl From<&Place> for RememberedAlbum {
    fn from(place: &Place) -> Self {
        match place {
            Place::BuiltIn => Self::BuiltIn,
            Place::Folder(path) => Self::Folder(path.clone()),
        }
    }
}

impl From<RememberedAlbum> for Place {
    fn from(remembered: RememberedAlbum) -> Self {
        match remembered {
            RememberedAlbum::BuiltIn => Self::BuiltIn,
            RememberedAlbum::Folder(path) => Self::Folder(path),
        }
    }
}
