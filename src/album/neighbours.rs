//! Which photos are alike to the network at a depth: cosine of channel means in the full space, not in a picture of it.

use std::sync::Arc;

use super::error::AlbumError;
use super::found::Means;
use super::index::Index;
use super::photo::Truth;
use super::snapshot::Album;
use crate::analysis::nearest::nearest;

/// How many neighbours are looked at.
pub const NEAREST: usize = 5;

/// How deep the network has looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
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
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Neighbours {
    /// The photos that have run, positions in the album.
    pub photos: Vec<usize>,
    /// For each of them, nearest first, equal ones in the order of the photos: positions in the album.  Fewer where there are fewer.
    pub nearest: Vec<Vec<usize>>,
}

/// Shares of the nearest that have the same label, 0 to 1; `None` where no photo has such a label.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
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
    pub fn vectors(&self, depth: Depth) -> Result<Arc<Means>, AlbumError> {
        match depth {
            Depth::Pixels => self.pixels(),
            Depth::Inception3b | Depth::Inception4a | Depth::Inception4d | Depth::Average => self.means(depth.key()),
        }
    }
}

/// The nearest of every photo by cosine, itself left out.  Takes about 20 ms for 500 photos, ten seconds for 10,000.
pub fn neighbours(vectors: &Means) -> Neighbours {
    let nearest = nearest(vectors.photos.len(), vectors.channels, NEAREST, &|row| vectors.row(row));
    let to_photos = |rows: Vec<usize>| rows.into_iter().map(|row| vectors.photos[row]).collect();
    Neighbours { photos: vectors.photos.clone(), nearest: nearest.into_iter().map(to_photos).collect() }
}

/// How often neighbours share a label: over all photos that have one, how many of the five nearest (of all photos) have the same.
pub fn same_label(album: &Album, neighbours: &Neighbours) -> SameLabel {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (&index, nearest) in neighbours.photos.iter().zip(&neighbours.nearest) {
        let photo = &album.photos[index];
        let shares = match photo.truth {
            Truth::None => continue,
            Truth::Known(_) => &mut known,
            Truth::Unknown => &mut unknown,
        };
        let is_alike = |other: &&usize| {
            let other = &album.photos[**other];
            match (&photo.truth, &other.truth) {
                (Truth::Known(class), Truth::Known(other)) => class == other,
                (Truth::Unknown, Truth::Unknown) => photo.label == other.label,
                (Truth::None | Truth::Known(_) | Truth::Unknown, _) => false,
            }
        };
        if !nearest.is_empty() {
            shares.push(nearest.iter().filter(is_alike).count() as f64 / nearest.len() as f64);
        }
    }
    let mean = |shares: &[f64]| (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64);
    SameLabel { known: mean(&known), unknown: mean(&unknown), all: mean(&[known, unknown].concat()) }
}
