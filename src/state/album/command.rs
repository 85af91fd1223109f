//! What a person can ask of an album.

use std::path::PathBuf;

use super::choices::{Filter, PhotoOrder, Placing, Ring, Row, RowOrder, Spot};
use super::guessing::GuessCommand;
use crate::album::Depth;
use crate::spec::Head;

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum AlbumCommand {
    /// Open the photos inside the program.
    OpenBuiltIn,
    /// Ask for a folder.
    ChooseFolder,
    /// Open a folder.
    OpenFolder(PathBuf),
    /// Stop running its photos; what has run is kept.
    Pause,
    /// Go on where it was stopped; photos that could not be read are tried again.
    GoOn,
    /// Delete what is kept of it, and close it.
    Forget,
    /// Delete what is kept of all albums, and close this one.
    ForgetAll,
    /// Open or close the window about what is kept, and whose photos these are.
    ShowAbout(bool),
    /// Which photos.
    SetFilter(Filter),
    /// Only those with a label, or all.
    SetLabel(Option<Row>),
    /// In which order.
    SetOrder(PhotoOrder),
    /// Select a photo.
    Select(Option<usize>),
    /// Open a photo in all views.
    OpenPhoto(usize),
    /// Open it beside the first, to compare.
    Compare(usize),
    /// Show it on the map.
    ShowInMap(usize),
    /// Small pictures that are to be seen and are not there.
    WantThumbnails(Vec<usize>),
    /// Whose answers the matrix counts.
    SetHead(Head),
    /// Order of its rows.
    SetRows(RowOrder),
    /// List the photos of a cell or a bin, or none.
    SetSpot(Option<Spot>),
    /// What the map places photos by.
    SetDepth(Depth),
    /// How.
    SetPlacing(Placing),
    /// Something about the game of guessing.
    Guess(GuessCommand),
    /// Which photos stand out.
    SetRing(Ring),
}
