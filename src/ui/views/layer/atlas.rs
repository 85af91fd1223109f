//! Many small maps in one texture.

use egui::{ColorImage, Rect, vec2};

use crate::imaging::{Atlas, atlas_columns};
use crate::ui::kit::cell_in;
use crate::ui::kit::paint::WHOLE;

/// An atlas as pixels for a texture.
pub(in crate::ui) fn atlas_image(atlas: &Atlas) -> ColorImage {
    ColorImage::from_rgba_unmultiplied([atlas.width, atlas.height], &atlas.rgba)
}

/// Where a tile lies in its texture.
pub(in crate::ui) struct AtlasGrid {
    columns: usize,
    rows: usize,
}

impl AtlasGrid {
    /// Of so many square maps with `side` cells a side, in tiles of at most `side_px` pixels.
    pub fn of(count: usize, side: usize, side_px: usize) -> Self {
        let columns = atlas_columns(count, [side, side], side_px);
        Self { columns, rows: count.div_ceil(columns).max(1) }
    }

    /// The part of the texture that shows map `index`.
    pub fn uv(&self, index: usize) -> Rect {
        let cell = vec2(1.0 / self.columns as f32, 1.0 / self.rows as f32);
        cell_in(WHOLE, index, self.columns, cell)
    }
}
