//! All channels of a layer in one texture.

use super::average::{Averager, averaged_size};
use super::colormap::Colormap;
use super::range::Range;

/// Largest side of an atlas in pixels, which any graphics card takes as a texture.
pub const MAX_TEXTURE_SIDE: usize = 8192;

/// Which numbers the colours of a tile span.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RangeRule<'a> {
    /// One range for all tiles, so that brightness compares between them.
    Shared(Range),
    /// Every tile by itself ([`Range::per_map`]), so that weak channels show their shape.
    PerChannel,
    /// Every channel its own given range, so that the same channel of two photos compares.
    Given(&'a [Range]),
}

/// Tiles side by side, row after row, without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atlas {
    /// `width * height` opaque pixels of four bytes; unused tiles in the last row are transparent.
    pub rgba: Vec<u8>,
    /// Width in pixels, at most [`MAX_TEXTURE_SIDE`].
    pub width: usize,
    /// Height in pixels, at most [`MAX_TEXTURE_SIDE`].
    pub height: usize,
    /// Width of one tile in pixels.
    pub tile_width: usize,
    /// Height of one tile in pixels.
    pub tile_height: usize,
    /// Tiles in a row.
    pub columns: usize,
    /// Tiles in all.
    pub tiles: usize,
    /// Whether a tile pixel is the mean of several cells, which the view says beside the picture.
    pub averaged: bool,
}

/// Where a tile lies, in pixels of its atlas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileRect {
    /// Left edge.
    pub x: usize,
    /// Top edge.
    pub y: usize,
    /// Width.
    pub width: usize,
    /// Height.
    pub height: usize,
}

impl Atlas {
    /// The place of the `index`-th tile (in the order given to [`build_atlas`]), if there is one.
    pub fn tile(&self, index: usize) -> Option<TileRect> {
        (index < self.tiles).then(|| TileRect {
            x: index % self.columns * self.tile_width,
            y: index / self.columns * self.tile_height,
            width: self.tile_width,
            height: self.tile_height,
        })
    }
}

/// Draws the maps of `values`, `[channels, height, width]` = `shape`, in the given order of
/// channels.  A map larger than `max_tile_side` is averaged first (values, not colours), and more
/// so if the atlas would outgrow [`MAX_TEXTURE_SIDE`].
///
/// # Panics
/// If `values` does not have `shape`, or `order` names a channel beyond it or beyond the given ranges.
pub fn build_atlas(
    values: &[f32],
    shape: [usize; 3],
    order: &[usize],
    rule: RangeRule<'_>,
    colormap: Colormap,
    max_tile_side: usize,
) -> Atlas {
    let [channels, height, width] = shape;
    assert_eq!(values.len(), channels * height * width, "values of shape {shape:?}");
    let (columns, tile_side) = layout(order.len(), height, width, max_tile_side);
    let averager = Averager::new(height, width, tile_side);
    let (tile_height, tile_width) = averager.size();
    let rows = order.len().div_ceil(columns);
    let mut atlas = Atlas {
        rgba: vec![0; columns * tile_width * rows * tile_height * 4],
        width: columns * tile_width,
        height: rows * tile_height,
        tile_width,
        tile_height,
        columns,
        tiles: order.len(),
        averaged: (tile_height, tile_width) != (height, width),
    };
    let paint = colormap.painter();
    for (index, &channel) in order.iter().enumerate() {
        let map = &values[channel * height * width..(channel + 1) * height * width];
        let shrunk = atlas.averaged.then(|| averager.apply(map));
        let cells = shrunk.as_deref().unwrap_or(map);
        let range = match rule {
            RangeRule::Shared(range) => range,
            RangeRule::PerChannel => Range::per_map(cells, colormap),
            RangeRule::Given(ranges) => ranges[channel],
        };
        draw_tile(&mut atlas, index, cells, |value| paint(range.normalize(value)));
    }
    atlas
}

/// Tiles in a row of the atlas that [`build_atlas`] makes of so many maps: all that is needed to find a tile in a texture.
pub fn atlas_columns(tiles: usize, [height, width]: [usize; 2], max_tile_side: usize) -> usize {
    layout(tiles, height, width, max_tile_side).0
}

/// Columns, and the largest tile side for which all tiles fit into a texture.
fn layout(tiles: usize, height: usize, width: usize, max_tile_side: usize) -> (usize, usize) {
    let mut tile_side = max_tile_side.clamp(1, height.max(width).max(1));
    loop {
        let (tile_height, tile_width) = averaged_size(height, width, tile_side);
        let (tile_height, tile_width) = (tile_height.max(1), tile_width.max(1));
        // As many columns as make the whole about square.
        let square = (tiles as f64 * tile_height as f64 / tile_width as f64).sqrt().ceil() as usize;
        let columns = square.min(MAX_TEXTURE_SIDE / tile_width).clamp(1, tiles.max(1));
        let fits =
            columns * tile_width <= MAX_TEXTURE_SIDE && tiles.div_ceil(columns) * tile_height <= MAX_TEXTURE_SIDE;
        if fits || tile_side == 1 {
            return (columns, tile_side);
        }
        tile_side -= tile_side.div_ceil(8);
        tile_side = tile_side.max(1);
    }
}

fn draw_tile(atlas: &mut Atlas, index: usize, cells: &[f32], color: impl Fn(f32) -> [u8; 3]) {
    let Some(rect) = atlas.tile(index) else {
        return;
    };
    if rect.width == 0 {
        return;
    }
    for (row, line) in cells.chunks_exact(rect.width).enumerate() {
        let start = ((rect.y + row) * atlas.width + rect.x) * 4;
        let pixels = atlas.rgba[start..start + rect.width * 4].chunks_exact_mut(4);
        for (pixel, &value) in pixels.zip(line) {
            let [red, green, blue] = color(value);
            pixel.copy_from_slice(&[red, green, blue, 255]);
        }
    }
}
