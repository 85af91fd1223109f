//! Winograd's minimal filtering (Lavin and Gray 2016, <https://arxiv.org/abs/1509.09308>): stride-1 convolutions with fewer
//! products.
//!
//! `m` outputs of a filter of `k` taps are polynomial products, exact at `n = m + k - 1` points (here 0, 1, -1, 2, -2 and
//! infinity): transform `n x n` cells of the input and the filter, multiply point by point, sum over channels, transform back
//! to `m x m` outputs ([`super::transforms`]).  The sums over channels are matrix products, one a point, by the tile of the direct
//! convolution.
//!
//! * `filters`: their transform, once; `forward`: that of the input; `back`: products and the way back;
//! * `mod`: which tiles make a task.

mod back;
mod filters;
mod forward;
mod tile;

pub use tile::Tile;

use std::sync::Arc;

use back::Back;
use forward::Forward;

use super::blocked::{Block, Blocked};
use super::conv::{Epilogue, Output};
use super::error::ShapeError;
use super::pack::PackedConv;
use super::parallel::Task;
use super::simd::{InstructionSet, LANES, Pixel};

pub(super) use filters::Transformed;

/// Points times tiles that a task takes from products to outputs: their sums (128 kB) stay in a core's cache.
const SUMS: usize = 1024;

/// A convolution by Winograd's algorithm about to run.
pub(super) struct Winograd<'a> {
    conv: &'a PackedConv,
    filters: &'a Transformed,
    epilogue: Epilogue,
    input: Blocked,
    /// Transformed input by chunks of tiles: `[point][block of channels][tile]`.
    transformed: Vec<Block>,
    output: Output,
}

impl<'a> Winograd<'a> {
    pub fn new(
        conv: &'a PackedConv,
        filters: &'a Transformed,
        input: Blocked,
        epilogue: Epilogue,
        border: usize,
    ) -> Result<Self, ShapeError> {
        let output = Output::new(conv, input.sides(), border)?;
        let mut this = Self { conv, filters, epilogue, input, transformed: Vec::new(), output };
        if !this.is_one_group() {
            let (n, blocks) = (this.points(), this.input.blocks().len());
            let chunk = |tiles: usize| Block::new(n * n * blocks * tiles);
            this.transformed = this.tiles_by_chunk().map(chunk).collect();
        }
        Ok(this)
    }

    /// Whether each transformed tile is read by one group of filters only: then it is made where it is read, in a core's cache.
    fn is_one_group(&self) -> bool {
        self.output.blocks.len() <= self.conv.set.group()
    }

    fn chunking(&self) -> Chunking {
        Chunking {
            set: self.conv.set,
            points: self.points(),
            outputs: self.filters.tile.outputs(),
            rows: self.rows_a_chunk(),
            columns: self.tiles_a_row(),
            padding: self.conv.window.padding,
        }
    }

    /// Points along a side.
    fn points(&self) -> usize {
        self.filters.tile.outputs() + self.conv.window.kernel - 1
    }

    fn rows_of_tiles(&self) -> usize {
        self.output.sides.0.div_ceil(self.filters.tile.outputs())
    }

    fn tiles_a_row(&self) -> usize {
        self.output.sides.1.div_ceil(self.filters.tile.outputs())
    }

    /// Rows of tiles that are taken together.
    fn rows_a_chunk(&self) -> usize {
        let row = self.points() * self.points() * self.tiles_a_row();
        (SUMS / row).clamp(1, self.rows_of_tiles())
    }

    /// Tiles of each chunk.
    fn tiles_by_chunk(&self) -> impl Iterator<Item = usize> + use<> {
        let (all, rows) = (self.rows_of_tiles(), self.rows_a_chunk());
        let columns = self.tiles_a_row();
        (0..all).step_by(rows).map(move |first| rows.min(all - first) * columns)
    }

    /// The input's transform: a chunk of tiles of a block of channels each.
    pub fn first_tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let chunking = self.chunking();
        let tiles: Vec<usize> = self.tiles_by_chunk().collect();
        let (input, chunks) = (&self.input, self.transformed.iter_mut().zip(tiles).enumerate());
        let chunks = chunks.flat_map(|(index, (chunk, tiles))| chunking.forward(input, index, chunk, tiles));
        let tasks = chunks.map(|forward| {
            let work: Box<dyn FnOnce() + Send> =
                Box::new(move || forward.run(chunking.set, chunking.points, chunking.outputs));
            Task { step, work }
        });
        tasks.collect()
    }

    /// Products and the transform back: some tiles of a group of filters each.
    pub fn second_tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let (chunking, is_one_group) = (self.chunking(), self.is_one_group());
        let Chunking { set, points: n, outputs: m, rows, columns, .. } = chunking;
        let input = &self.input;
        let (group, depth) = (set.group(), input.blocks().len() * LANES);
        let tiles: Vec<usize> = self.tiles_by_chunk().collect();
        let sources = self.transformed.iter().zip(&tiles).map(|(chunk, &tiles)| chunk.chunks(tiles).collect());
        let sources: Vec<Arc<Vec<&[Pixel]>>> = sources.map(Arc::new).collect();
        let Output { sides, border, blocks } = &mut self.output;
        let (height, width, border) = (sides.0, sides.1, *border);
        let row = width + 2 * border;
        let filters = self.filters.values.chunks(group * n * n * depth);
        let filters = filters.zip(self.conv.bias.chunks(group));
        let mut tasks = Vec::new();
        for (blocks, (filters, bias)) in blocks.chunks_mut(group).zip(filters) {
            let mut pieces: Vec<Vec<&mut [Pixel]>> = Vec::new();
            pieces.resize_with(height.div_ceil(rows * m), || Vec::with_capacity(group));
            for block in blocks {
                let inside = &mut block[border * row..][..height * row];
                for (piece, chunk) in pieces.iter_mut().zip(inside.chunks_mut(rows * m * row)) {
                    piece.push(chunk);
                }
            }
            for (index, (output, &tiles)) in pieces.into_iter().zip(&tiles).enumerate() {
                let back = Back {
                    sources: sources.get(index).cloned().unwrap_or_default(),
                    channels: depth,
                    filters,
                    bias,
                    output,
                    columns,
                    row,
                    border,
                    width,
                    relu: self.epilogue == Epilogue::Relu,
                };
                let work: Box<dyn FnOnce() + Send> = match is_one_group {
                    true => Box::new(move || chunking.both(input, index, tiles, back)),
                    false => Box::new(move || back.run(set, n, m)),
                };
                tasks.push(Task { step, work });
            }
        }
        tasks
    }

    pub fn finish(self) -> Blocked {
        self.output.finish(self.conv.filters)
    }
}

/// How the tiles are shared out.
#[derive(Clone, Copy)]
struct Chunking {
    set: InstructionSet,
    /// Points and outputs of a tile along a side.
    points: usize,
    outputs: usize,
    /// Rows of tiles of a chunk.
    rows: usize,
    /// Tiles of a row.
    columns: usize,
    padding: usize,
}

impl Chunking {
    /// The transforms of a chunk's tiles, one for each block of channels.
    fn forward<'a>(
        self,
        input: &'a Blocked,
        chunk: usize,
        transformed: &'a mut [Pixel],
        tiles: usize,
    ) -> impl Iterator<Item = Forward<'a>> {
        let blocks = input.blocks().len();
        let mut pieces: Vec<Vec<&mut [Pixel]>> = Vec::new();
        pieces.resize_with(blocks, || Vec::with_capacity(self.points * self.points));
        for (index, piece) in transformed.chunks_mut(tiles).enumerate() {
            pieces[index % blocks].push(piece);
        }
        let (columns, padding) = (self.columns, self.padding);
        let first_row = chunk * self.rows * self.outputs;
        let pieces = pieces.into_iter().zip(input.blocks());
        pieces.map(move |(output, block)| Forward { input, block, output, first_row, columns, padding })
    }

    /// Both, one after the other.
    fn both(self, input: &Blocked, chunk: usize, tiles: usize, back: Back<'_>) {
        let mut transformed = Block::new(self.points * self.points * input.blocks().len() * tiles);
        self.forward(input, chunk, &mut transformed, tiles)
            .for_each(|forward| forward.run(self.set, self.points, self.outputs));
        let sources = Arc::new(transformed.chunks(tiles).collect());
        Back { sources, ..back }.run(self.set, self.points, self.outputs);
    }
}
