//! Photos in a plane, so that those alike to the network at a depth lie near.
//!
//! PCA at once, t-SNE (van der Maaten & Hinton 2008, exact, perplexity 12, from PCA) behind it; each layout is turned to fit the one
//! before (Procrustes).  The same photos give the same layout, digit by digit, on any number of threads.

mod pca;
mod procrustes;
mod tsne;

use super::queries::Means;

pub use procrustes::fitted;

/// At most so many photos are placed by t-SNE, spread evenly over the album.
pub const MOST: usize = 2000;

/// Photos in a plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Positions in the album.
    pub photos: Vec<usize>,
    /// x and y of each; the middle is 0, the root mean square of the distances from it 1.
    pub positions: Vec<[f32; 2]>,
}

/// The two directions in which unit vectors spread most.
pub fn pca(_vectors: &Means) -> Layout {
    todo!()
}

/// Neighbourhoods kept.  `None` when `stop`, asked between steps, says so.
///
/// About 1 s for 500 photos, 10 s for 2,000.
pub fn tsne(_vectors: &Means, _stop: &dyn Fn() -> bool) -> Option<Layout> {
    todo!()
}
