//! Photos in a plane, so that those alike to the network at a depth lie near.
//!
//! PCA at once, t-SNE (van der Maaten & Hinton 2008, exact, perplexity 12, from PCA) behind it; each layout is turned to fit the one
//! before (Procrustes).  The same photos give the same layout, digit by digit, on any number of threads.

mod pca;
mod procrustes;
mod tsne;

use super::found::Means;

pub use pca::pca;
pub use procrustes::fitted;
pub use tsne::tsne;

/// At most so many photos are placed by t-SNE, spread evenly over the album.
pub const MOST: usize = 2000;

/// Photos in a plane.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Layout {
    /// Positions in the album.
    pub photos: Vec<usize>,
    /// x and y of each; their mean is 0, the root mean square of the distances from it 1.
    pub positions: Vec<[f32; 2]>,
}

impl Layout {
    /// The same in the middle, and of the usual size.
    fn new(photos: Vec<usize>, mut positions: Vec<[f32; 2]>) -> Self {
        let count = positions.len().max(1) as f64;
        for axis in 0..2 {
            let mean = positions.iter().map(|position| f64::from(position[axis])).sum::<f64>() / count;
            positions.iter_mut().for_each(|position| position[axis] = (f64::from(position[axis]) - mean) as f32);
        }
        let squares = positions.iter().flatten().map(|&value| f64::from(value) * f64::from(value)).sum::<f64>();
        let size = (squares / count).sqrt();
        if size > 0.0 {
            positions.iter_mut().flatten().for_each(|value| *value = (f64::from(*value) / size) as f32);
        }
        Self { photos, positions }
    }
}

/// Rows of at most `most` photos, spread evenly.
fn spread(vectors: &Means, most: usize) -> Vec<usize> {
    let count = vectors.photos.len();
    match count <= most {
        true => (0..count).collect(),
        false => (0..most).map(|index| index * count / most).collect(),
    }
}
