//! The album whose numbers are exported.

use super::NoTable;
use crate::album::neighbours::{Neighbours, neighbours};
use crate::album::placement::{self, Layout};
use crate::album::{Album, Depth, Index};

/// An album that has run.
pub struct AlbumSource {
    /// What answers questions about it.
    pub index: Index,
    /// Its photos and answers.
    pub album: Album,
}

impl AlbumSource {
    /// Where photos lie at a depth by t-SNE, and the nearest of each.  Reads files.
    ///
    /// # Errors
    /// The store could not be read.
    pub fn placed(&self, depth: Depth) -> Result<(Layout, Neighbours), NoTable> {
        let vectors = self.index.vectors(depth)?;
        let layout = placement::tsne(&vectors, &|| false);
        Ok((layout.unwrap_or_else(|| placement::pca(&vectors)), neighbours(&vectors)))
    }
}
