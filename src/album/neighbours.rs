//! Which photos are alike to the network at a depth: cosine of channel means in the full space, not in a picture of it.

use super::error::AlbumError;
use super::index::Index;
use super::queries::Means;
use super::snapshot::Album;

/// How many neighbours are looked at.
pub const NEAREST: usize = 5;

/// How deep the network has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Not at all: 32 x 32 pixels in three colours.
    Pixels,
    /// After module 3b.
    Inception3b,
    /// After module 4a.
    Inception4a,
    /// After module 4d.
    Inception4d,
    /// The 1,024 averages of 5b.
    Average,
}

impl Depth {
    /// From the pixels to the averages.
    pub const ALL: [Self; 5] = [Self::Pixels, Self::Inception3b, Self::Inception4a, Self::Inception4d, Self::Average];

    /// "pixels", or the activation's name as traced.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pixels => "pixels",
            Self::Inception3b => "inception3b",
            Self::Inception4a => "inception4a",
            Self::Inception4d => "inception4d",
            Self::Average => "avgpool",
        }
    }
}

/// The five nearest of every photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbours {
    /// The photos that have run, positions in the album.
    pub photos: Vec<usize>,
    /// For each of them, nearest first, equal ones in the order of the photos: positions in the album.  Fewer where there are fewer.
    pub nearest: Vec<Vec<usize>>,
}

/// Shares of the nearest that have the same label, 0 to 1; `None` where no photo has such a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SameLabel {
    /// Over photos of known classes: the same class.
    pub known: Option<f64>,
    /// Over photos in other folders: the same folder.
    pub unknown: Option<f64>,
    /// Over both.
    pub all: Option<f64>,
}

impl Index {
    /// What photos are like at a depth, one row a photo that has run.  Reads files.
    ///
    /// # Errors
    /// [`AlbumError::Store`].
    pub fn vectors(&self, depth: Depth) -> Result<std::sync::Arc<Means>, AlbumError> {
        match depth {
            Depth::Pixels => self.pixels(),
            Depth::Inception3b | Depth::Inception4a | Depth::Inception4d | Depth::Average => self.means(depth.key()),
        }
    }
}

/// The nearest of every photo by cosine.  Takes about 10 ms for 500 photos, seconds for 10,000.
pub fn neighbours(_vectors: &Means) -> Neighbours {
    todo!()
}

/// How often neighbours share a label.
pub fn same_label(_album: &Album, _neighbours: &Neighbours) -> SameLabel {
    todo!()
}
