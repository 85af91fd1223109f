//! The blocked layout: maps in blocks of sixteen channels, a cell's sixteen numbers side by side in one cache line.

use std::ops::{Deref, DerefMut, Range};
use std::sync::Arc;

use super::error::ShapeError;
use super::parallel::on_all_threads;
use super::recycle;
use super::simd::{LANES, Pixel};

/// Maps of equal size.  Blocks are shared: a concatenation, a slice or a copy costs no memory.
///
/// Around each map may lie a border of zeros, which a convolution with padding wants to find there; nobody else sees it.
/// Lanes of the last block beyond the last channel are 0.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Blocked {
    channels: usize,
    height: usize,
    width: usize,
    border: usize,
    #[serde(with = "crate::wire::once::in_message")]
    blocks: Vec<Arc<Block>>,
}

impl Blocked {
    /// From row-major `[channels, height, width]`.
    ///
    /// # Errors
    /// [`ShapeError`] for another number of values.
    pub fn from_planes(values: &[f32], channels: usize, height: usize, width: usize) -> Result<Self, ShapeError> {
        let area = height * width;
        if values.len() != channels * area {
            return Err(ShapeError::Values { wanted: vec![channels, height, width], found: values.len() });
        }
        let mut blocks: Vec<Block> = (0..channels.div_ceil(LANES)).map(|_| Block::new(area)).collect();
        let parts = blocks.iter_mut().zip(values.chunks((LANES * area).max(1)));
        on_all_threads(parts.map(|(block, planes)| {
            move || {
                if planes.len() < LANES * area {
                    block.fill(Pixel::default());
                }
                for (lane, plane) in planes.chunks_exact(area).enumerate() {
                    for (pixel, value) in block.iter_mut().zip(plane) {
                        pixel.0[lane] = *value;
                    }
                }
            }
        }));
        Ok(Self::new(channels, height, width, 0, blocks))
    }

    /// From what a kernel has filled, border and surplus lanes included.
    pub(super) fn new(channels: usize, height: usize, width: usize, border: usize, blocks: Vec<Block>) -> Self {
        debug_assert_eq!(blocks.len(), channels.div_ceil(LANES));
        Self { channels, height, width, border, blocks: blocks.into_iter().map(Arc::new).collect() }
    }

    /// One after the other along the channels.  Costs nothing where all parts but the last have whole blocks.
    ///
    /// # Errors
    /// [`ShapeError`] for maps of different size, or no part at all.
    pub fn concat(parts: &[&Self]) -> Result<Self, ShapeError> {
        let [first, rest @ ..] = parts else {
            return Err(ShapeError::Values { wanted: vec![1], found: 0 });
        };
        if let Some(other) = rest.iter().find(|part| part.sides() != first.sides()) {
            return Err(ShapeError::Sides { wanted: first.sides(), found: other.sides() });
        }
        let (height, width) = first.sides();
        let has_whole_blocks = |part: &&&Self| part.channels.is_multiple_of(LANES);
        let is_free = parts.iter().rev().skip(1).all(|part| has_whole_blocks(&part))
            && parts.iter().all(|part| part.border == first.border);
        if !is_free {
            let values: Vec<f32> = parts.iter().flat_map(|part| part.to_planes()).collect();
            let channels = parts.iter().map(|part| part.channels).sum();
            return Self::from_planes(&values, channels, height, width);
        }
        Ok(Self {
            channels: parts.iter().map(|part| part.channels).sum(),
            height,
            width,
            border: first.border,
            blocks: parts.iter().flat_map(|part| part.blocks.clone()).collect(),
        })
    }

    /// Those channels.  Costs nothing where the range begins at a block.
    ///
    /// # Errors
    /// [`ShapeError`] where there are no such channels.
    pub fn slice(&self, channels: Range<usize>) -> Result<Self, ShapeError> {
        if channels.start >= channels.end || channels.end > self.channels {
            return Err(ShapeError::Channels { wanted: channels.end, found: self.channels });
        }
        let ends_in_block = channels.end.is_multiple_of(LANES) || channels.end == self.channels;
        if !channels.start.is_multiple_of(LANES) || !ends_in_block {
            let values: Vec<f32> = channels.clone().flat_map(|channel| self.plane(channel)).collect();
            return Self::from_planes(&values, channels.len(), self.height, self.width);
        }
        let blocks = channels.start / LANES..channels.end.div_ceil(LANES);
        Ok(Self { channels: channels.len(), blocks: self.blocks[blocks].to_vec(), ..*self })
    }

    /// Number of maps.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Height and width of each map.
    pub fn sides(&self) -> (usize, usize) {
        (self.height, self.width)
    }

    /// Zeros around each map.
    pub fn border(&self) -> usize {
        self.border
    }

    /// The map of one channel, row-major.
    ///
    /// # Panics
    /// When there is no such channel.
    pub fn plane(&self, channel: usize) -> Vec<f32> {
        let mut plane = Vec::with_capacity(self.height * self.width);
        self.append_plane(channel, &mut plane);
        plane
    }

    /// What all channels have at one cell, counted row by row.
    ///
    /// # Panics
    /// When there is no such cell.
    pub fn across(&self, cell: usize) -> Vec<f32> {
        assert!(cell < self.height * self.width, "no such cell");
        let (y, x) = (cell / self.width, cell % self.width);
        let at = (y + self.border) * self.row() + self.border + x;
        let pixels = self.blocks.iter().flat_map(|block| block[at].0);
        pixels.take(self.channels).collect()
    }

    /// Whether these are the very same blocks.
    pub fn shares_memory_with(&self, other: &Self) -> bool {
        let pairs = self.blocks.iter().zip(&other.blocks);
        self.blocks.len() == other.blocks.len() && pairs.into_iter().all(|(a, b)| Arc::ptr_eq(a, b))
    }

    /// All maps, row-major `[channels, height, width]`.
    pub fn to_planes(&self) -> Vec<f32> {
        let mut values = Vec::new();
        self.write_planes(&mut values);
        values
    }

    /// The same in place of what is in `values`.
    pub fn write_planes(&self, values: &mut Vec<f32>) {
        let area = self.height * self.width;
        values.resize(self.channels * area, 0.0);
        let parts = self.blocks.iter().zip(values.chunks_mut((LANES * area).max(1)));
        on_all_threads(parts.map(|(block, planes)| {
            move || {
                for (y, row) in self.rows(block).enumerate() {
                    for (lane, plane) in planes.chunks_exact_mut(area).enumerate() {
                        for (value, pixel) in plane[y * self.width..].iter_mut().zip(row) {
                            *value = pixel.0[lane];
                        }
                    }
                }
            }
        }));
    }

    /// The mean over all channels, cell by cell, row-major.
    pub fn mean_over_channels(&self) -> Vec<f32> {
        // Lanes beyond the last channel add 0.
        let mut sums = vec![Pixel::default(); self.height * self.width];
        for block in &self.blocks {
            for (sums, row) in sums.chunks_exact_mut(self.width.max(1)).zip(self.rows(block)) {
                for (sum, pixel) in sums.iter_mut().zip(row) {
                    for (sum, value) in sum.0.iter_mut().zip(&pixel.0) {
                        *sum += value;
                    }
                }
            }
        }
        let channels = self.channels as f32;
        sums.iter().map(|sum| sum.0.iter().sum::<f32>() / channels).collect()
    }

    /// The same with these channels at 0.
    ///
    /// # Errors
    /// [`ShapeError`] where there is no such channel.
    pub fn without(&self, channels: &[usize]) -> Result<Self, ShapeError> {
        let mut result = self.clone();
        for &channel in channels {
            if channel >= self.channels {
                return Err(ShapeError::Channels { wanted: channel + 1, found: self.channels });
            }
            for pixel in Arc::make_mut(&mut result.blocks[channel / LANES]).iter_mut() {
                pixel.0[channel % LANES] = 0.0;
            }
        }
        Ok(result)
    }

    /// The same with at least that border: itself, or a copy.
    #[must_use]
    pub fn with_border(&self, border: usize) -> Self {
        if self.border >= border {
            return self.clone();
        }
        let row = self.width + 2 * border;
        let blocks = self.blocks.iter().map(|block| {
            let mut wider = Block::bordered(self.height, self.width, border);
            let rows = wider.chunks_exact_mut(row).skip(border);
            for (to, from) in rows.zip(self.rows(block)) {
                to[border..][..self.width].copy_from_slice(from);
            }
            wider
        });
        Self::new(self.channels, self.height, self.width, border, blocks.collect())
    }

    /// Blocks with their border.
    pub(super) fn blocks(&self) -> &[Arc<Block>] {
        &self.blocks
    }

    /// Pixels of a row with its border.
    pub(super) fn row(&self) -> usize {
        self.width + 2 * self.border
    }

    /// The rows of one of its blocks, without the border.
    pub(super) fn rows<'a>(&self, block: &'a Block) -> impl Iterator<Item = &'a [Pixel]> {
        let (border, width) = (self.border, self.width);
        let rows = block.chunks_exact(self.row().max(1)).skip(border).take(self.height);
        rows.map(move |row| &row[border..][..width])
    }

    /// The rows of the block `index`, without the border.
    pub(super) fn block_rows(&self, index: usize) -> impl Iterator<Item = &[Pixel]> {
        self.rows(&self.blocks[index])
    }

    /// One row of the block `index`, without the border; `None` where there is no such row.
    pub(super) fn block_row(&self, index: usize, y: usize) -> Option<&[Pixel]> {
        let start = (y + self.border) * self.row() + self.border;
        (y < self.height).then(|| &self.blocks[index][start..start + self.width])
    }

    /// Blocks with their border, to be changed.
    pub(super) fn blocks_mut(&mut self) -> &mut [Arc<Block>] {
        &mut self.blocks
    }

    fn append_plane(&self, channel: usize, plane: &mut Vec<f32>) {
        for row in self.rows(&self.blocks[channel / LANES]) {
            plane.extend(row.iter().map(|pixel| pixel.0[channel % LANES]));
        }
    }
}

/// Sixteen maps.  Its memory comes from [`recycle`] and goes back there.
#[derive(Debug)]
pub(super) struct Block(Vec<Pixel>);

impl Block {
    /// Pixels with any values.
    pub fn new(length: usize) -> Self {
        Self(recycle::take(length))
    }

    /// A map with its border, which is 0; the map itself has any values.
    pub fn bordered(height: usize, width: usize, border: usize) -> Self {
        let row = width + 2 * border;
        let mut block = Self::new((height + 2 * border) * row);
        if border > 0 {
            let (top, rest) = block.split_at_mut(border * row);
            let (inside, bottom) = rest.split_at_mut(height * row);
            top.fill(Pixel::default());
            bottom.fill(Pixel::default());
            for line in inside.chunks_exact_mut(row) {
                line[..border].fill(Pixel::default());
                line[border + width..].fill(Pixel::default());
            }
        }
        block
    }
}

impl serde::Serialize for Block {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytemuck::cast_slice(&self.0))
    }
}

impl<'de> serde::Deserialize<'de> for Block {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::floats::bytes(deserializer, |bytes| {
            let mut block = Self::new(bytes.len() / size_of::<Pixel>());
            let into: &mut [u8] = bytemuck::cast_slice_mut(&mut block);
            (into.len() == bytes.len()).then(|| into.copy_from_slice(bytes))?;
            Some(block)
        })
    }
}

crate::wire::once::contents!(Block);

impl Clone for Block {
    fn clone(&self) -> Self {
        let mut copy = Self::new(self.len());
        copy.copy_from_slice(self);
        copy
    }
}

impl Drop for Block {
    fn drop(&mut self) {
        recycle::give(std::mem::take(&mut self.0));
    }
}

impl Deref for Block {
    type Target = [Pixel];
    fn deref(&self) -> &[Pixel] {
        &self.0
    }
}

impl DerefMut for Block {
    fn deref_mut(&mut self) -> &mut [Pixel] {
        &mut self.0
    }
}
