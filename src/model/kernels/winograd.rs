//! Winograd's minimal filtering (Lavin and Gray 2016, <https://arxiv.org/abs/1509.09308>): stride-1 convolutions with fewer
//! products.
//!
//! `m` outputs of a filter of `k` taps are polynomial products, exact at `n = m + k - 1` points (here 0, 1, -1, 2, -2 and
//! infinity): transform `n x n` cells of the input and the filter, multiply point by point, sum over channels, transform back
//! to `m x m` outputs ([`super::transforms`]).  The sums over channels are matrix products, one a point, by the tile of the direct convolution.

use std::marker::PhantomData;
use std::sync::Arc;

use rayon::prelude::*;

use super::blocked::{Block, Blocked};
use super::conv::{Epilogue, Output};
use super::error::ShapeError;
use super::pack::{PackedConv, Weights};
use super::parallel::Task;
use super::recycle;
use super::simd::{InstructionSet, LANES, Pixel, Simd, Work};
use super::tile::{Input, accumulate};
use super::transforms::{FourOfSix, ThreeOfSix, Transforms, TwoOfFour, TwoOfSix, input_both_ways, output_both_ways};
use crate::spec::Window;

/// Points times tiles that a task takes from products to outputs: their sums (128 kB) stay in a core's cache.
const SUMS: usize = 1024;

/// Outputs a tile has along a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// 2 x 2, from 4 x 4 cells for a 3x3 filter and from 6 x 6 for a 5x5 one.
    Two,
    /// 3 x 3 from 6 x 6, for a 4x4 filter: the way back through a 7x7 convolution of stride 2.
    Three,
    /// 4 x 4 from 6 x 6, for a 3x3 filter.
    Four,
}

impl Tile {
    /// Whether a convolution can be computed like this.
    pub fn applies(self, window: Window) -> bool {
        window.stride == 1
            && match self {
                Self::Two => window.kernel == 3 || window.kernel == 5,
                Self::Three => window.kernel == 4,
                Self::Four => window.kernel == 3,
            }
    }

    const fn outputs(self) -> usize {
        match self {
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }
}

/// Transformed filters, `[group][point][channel][block of the group]`, sixteen filters each.
#[derive(Clone, Debug)]
pub(super) struct Transformed {
    values: Vec<Pixel>,
    tile: Tile,
}

/// The points but infinity, each with the divisor that makes its input row a Lagrange polynomial.
const POINTS_6: [(f64, f64); 5] = [(0.0, 4.0), (1.0, -6.0), (-1.0, -6.0), (2.0, 24.0), (-2.0, 24.0)];
const POINTS_4: [(f64, f64); 3] = [(0.0, 1.0), (1.0, 2.0), (-1.0, 2.0)];

impl Transformed {
    pub fn new(weights: &Weights<'_>, group: usize, tile: Tile) -> Self {
        let points: &[(f64, f64)] = match tile.outputs() + weights.kernel - 1 {
            4 => &POINTS_4,
            _ => &POINTS_6,
        };
        let transform = filter_transform(points, weights.kernel);
        let (n, depth) = (transform.len(), weights.channels.next_multiple_of(LANES));
        let blocks = weights.filters.div_ceil(LANES);
        let mut values = vec![Pixel::default(); blocks * n * n * depth];
        values.par_chunks_mut(group * n * n * depth).enumerate().for_each(|(index, values)| {
            let width = values.len() / (n * n * depth);
            for channel in 0..weights.channels {
                for block in 0..width {
                    let first = (index * group + block) * LANES;
                    let points = transform_filters(weights, &transform, first, channel);
                    for (point, pixel) in points.into_iter().enumerate() {
                        values[(point * depth + channel) * width + block] = pixel;
                    }
                }
            }
        });
        Self { values, tile }
    }

    pub fn tile(&self) -> Tile {
        self.tile
    }
}

/// `n` rows of `kernel` numbers: each point's powers over its divisor; infinity takes the last tap.
fn filter_transform(points: &[(f64, f64)], kernel: usize) -> Vec<Vec<f64>> {
    let powers = |&(point, divisor): &(f64, f64)| -> Vec<f64> {
        (0..kernel as i32).map(|power| point.powi(power) / divisor).collect()
    };
    let mut rows: Vec<Vec<f64>> = points.iter().map(powers).collect();
    let mut infinity = vec![0.0; kernel];
    infinity[kernel - 1] = 1.0;
    rows.push(infinity);
    rows
}

/// Sixteen filters at all points for one channel, in double precision: first down the columns, then along the rows.
fn transform_filters(weights: &Weights<'_>, rows: &[Vec<f64>], first: usize, channel: usize) -> Vec<Pixel> {
    let kernel = weights.kernel;
    let mut columns = vec![[0.0; LANES]; rows.len() * kernel];
    for cell in 0..kernel * kernel {
        let Pixel(lanes) = weights.pixel(first, channel, cell);
        for (row, columns) in rows.iter().zip(columns.chunks_exact_mut(kernel)) {
            add_times(&mut columns[cell % kernel], &lanes.map(f64::from), row[cell / kernel]);
        }
    }
    let mut points = Vec::with_capacity(rows.len() * rows.len());
    for columns in columns.chunks_exact(kernel) {
        for row in rows {
            let mut sums = [0.0; LANES];
            for (column, &factor) in columns.iter().zip(row) {
                add_times(&mut sums, column, factor);
            }
            points.push(Pixel(sums.map(|sum| sum as f32)));
        }
    }
    points
}

fn add_times(sums: &mut [f64; LANES], values: &[f64; LANES], factor: f64) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += factor * value;
    }
}

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
            let work: Box<dyn FnOnce() + Send> = Box::new(move || chunking.transform(forward));
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
                    false => Box::new(move || chunking.back(back)),
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

    fn transform(self, forward: Forward<'_>) {
        match (self.points, self.outputs) {
            (4, _) => self.set.run(ForwardOf::<TwoOfFour, 4, 2>(forward, PhantomData)),
            (_, 2) => self.set.run(ForwardOf::<TwoOfSix, 6, 2>(forward, PhantomData)),
            (_, 3) => self.set.run(ForwardOf::<ThreeOfSix, 6, 3>(forward, PhantomData)),
            (_, _) => self.set.run(ForwardOf::<FourOfSix, 6, 4>(forward, PhantomData)),
        }
    }

    fn back(self, back: Back<'_>) {
        match (self.points, self.outputs) {
            (4, _) => self.set.run(BackOf::<TwoOfFour, 4, 2>(back, PhantomData)),
            (_, 2) => self.set.run(BackOf::<TwoOfSix, 6, 2>(back, PhantomData)),
            (_, 3) => self.set.run(BackOf::<ThreeOfSix, 6, 3>(back, PhantomData)),
            (_, _) => self.set.run(BackOf::<FourOfSix, 6, 4>(back, PhantomData)),
        }
    }

    /// Both, one after the other.
    fn both(self, input: &Blocked, chunk: usize, tiles: usize, back: Back<'_>) {
        let mut transformed = Block::new(self.points * self.points * input.blocks().len() * tiles);
        self.forward(input, chunk, &mut transformed, tiles).for_each(|forward| self.transform(forward));
        let sources = Arc::new(transformed.chunks(tiles).collect());
        self.back(Back { sources, ..back });
    }
}

/// Transform of some tiles of one block of channels of the input.
struct Forward<'a> {
    input: &'a Blocked,
    block: &'a [Pixel],
    /// By point: a pixel a tile.
    output: Vec<&'a mut [Pixel]>,
    /// The first row of outputs of the first tile.
    first_row: usize,
    columns: usize,
    padding: usize,
}

struct ForwardOf<'a, T, const N: usize, const M: usize>(Forward<'a>, PhantomData<T>);

impl<T: Transforms<N, M>, const N: usize, const M: usize> Work for ForwardOf<'_, T, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self(mut forward, _) = self;
        let tiles = forward.output.first().map_or(0, |points| points.len());
        for tile in 0..tiles {
            let y = forward.first_row + tile / forward.columns * M;
            let x = tile % forward.columns * M;
            let points = input_both_ways::<S, T, N, M>(simd, &forward.cells::<S, N>(simd, y, x));
            let (output, _) = forward.output.as_chunks_mut::<N>();
            for (output, points) in output.iter_mut().zip(points) {
                for j in 0..N {
                    simd.store(points[j], &mut output[j][tile].0);
                }
            }
        }
    }
}

impl Forward<'_> {
    /// The cells under the tile whose first output is `(y, x)`; 0 beyond the map.
    #[inline(always)]
    fn cells<S: Simd, const N: usize>(&self, simd: S, y: usize, x: usize) -> [[S::Vector; N]; N] {
        let (border, row) = (self.input.border(), self.input.row());
        let (height, width) = self.input.sides();
        // In cells of the map with its border.
        let (y, x) = (y + border - self.padding, x + border - self.padding);
        let (bottom, right) = (height + 2 * border, width + 2 * border);
        let mut cells = [[simd.splat(0.0); N]; N];
        for (i, cells) in cells.iter_mut().enumerate().take(bottom - y) {
            let line = &self.block[(y + i) * row + x..(y + i) * row + right.min(x + N)];
            if let Some(line) = line.first_chunk::<N>() {
                for (cell, pixel) in cells.iter_mut().zip(line) {
                    *cell = simd.load(&pixel.0);
                }
            } else {
                for (cell, pixel) in cells.iter_mut().zip(line) {
                    *cell = simd.load(&pixel.0);
                }
            }
        }
        cells
    }
}

/// Products at all points for some tiles of a group of filters, and the transform back.
struct Back<'a> {
    /// By point and block of channels: the transformed input, a pixel a tile.
    sources: Arc<Vec<&'a [Pixel]>>,
    /// Channels of the input, surplus lanes included.
    channels: usize,
    /// `[point][channel][block of the group]`.
    filters: &'a [Pixel],
    bias: &'a [Pixel],
    /// A slice of some rows a block of the group.
    output: Vec<&'a mut [Pixel]>,
    columns: usize,
    row: usize,
    border: usize,
    width: usize,
    relu: bool,
}

struct BackOf<'a, T, const N: usize, const M: usize>(Back<'a>, PhantomData<T>);

impl<T: Transforms<N, M>, const N: usize, const M: usize> Work for BackOf<'_, T, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self(mut back, _) = self;
        match back.output.len() {
            2 if S::GROUP == 2 => back.run::<S, T, 2, N, M>(simd),
            _ => back.run::<S, T, 1, N, M>(simd),
        }
    }
}

impl Back<'_> {
    #[expect(clippy::needless_range_loop, reason = "an index that is known when compiled costs nothing")]
    #[inline(always)]
    fn run<S: Simd, T: Transforms<N, M>, const F: usize, const N: usize, const M: usize>(&mut self, simd: S) {
        let rows = self.output[0].len() / self.row;
        let tiles = rows.div_ceil(M) * self.columns;
        // `[tile][point][block of the group]`
        let mut sums = recycle::take(N * N * tiles * F);
        self.products::<S, F>(simd, N * N, tiles, &mut sums);
        let (points, _) = sums.as_chunks::<F>();
        let (points, _) = points.as_chunks::<N>();
        let (tiles, _) = points.as_chunks::<N>();
        for (tile, points) in tiles.iter().enumerate() {
            let (y, x) = (tile / self.columns * M, tile % self.columns * M);
            for f in 0..F {
                let mut vectors = [[simd.splat(0.0); N]; N];
                for i in 0..N {
                    for j in 0..N {
                        vectors[i][j] = simd.load(&points[i][j][f].0);
                    }
                }
                let cells = output_both_ways::<S, T, N, M>(simd, &vectors);
                self.write::<S, M>(simd, f, (y, x), rows, &cells);
            }
        }
        recycle::give(sums);
    }

    /// Bias, ReLU, and the outputs of a tile that lie inside the map.
    #[inline(always)]
    fn write<S: Simd, const M: usize>(
        &mut self,
        simd: S,
        f: usize,
        (y, x): (usize, usize),
        rows: usize,
        cells: &[[S::Vector; M]; M],
    ) {
        let bias = simd.load(&self.bias[f].0);
        for (i, cells) in cells.iter().enumerate().take(rows - y) {
            let line = &mut self.output[f][(y + i) * self.row + self.border..][..self.width];
            let pixels = &mut line[x..];
            let count = M.min(pixels.len());
            for j in 0..M {
                if j < count {
                    let value = simd.add(cells[j], bias);
                    let value = if self.relu { simd.relu(value) } else { value };
                    simd.store(value, &mut pixels[j].0);
                }
            }
        }
    }

    #[inline(always)]
    fn products<S: Simd, const F: usize>(&self, simd: S, points: usize, tiles: usize, sums: &mut [Pixel]) {
        let pieces = tiles.div_ceil(S::PIXELS);
        let blocks = self.channels / LANES;
        for point in 0..points {
            let filters = &self.filters[point * self.channels * F..][..self.channels * F];
            let (filters, _) = filters.as_chunks::<F>();
            let sources = &self.sources[point * blocks..][..blocks];
            let mut tile = 0;
            for piece in 0..pieces {
                let width = (tiles - tile) / (pieces - piece);
                let place = Place { tile, point, points };
                macro_rules! by_width {
                    ($($width:literal)*) => {
                        match width {
                            $($width => product::<S, $width, F>(simd, sources, filters, place, sums),)*
                            _ => {}
                        }
                    };
                }
                by_width!(1 2 3 4 5 6 7 8 9 10 11 12 13 14);
                tile += width;
            }
        }
    }
}

/// Where a product's sums go.
#[derive(Clone, Copy)]
struct Place {
    tile: usize,
    point: usize,
    points: usize,
}

/// One point of `P` tiles: the sum over channels.
#[inline(always)]
fn product<S: Simd, const P: usize, const F: usize>(
    simd: S,
    sources: &[&[Pixel]],
    filters: &[[Pixel; F]],
    place: Place,
    sums: &mut [Pixel],
) {
    if P > S::PIXELS {
        return;
    }
    let input = Input { blocks: sources, row: 0, kernel: 1 };
    let zero = [[simd.splat(0.0); F]; P];
    let result = accumulate::<S, Pixel, P, F, 1>(simd, zero, &input, place.tile, 1, filters);
    let (sums, _) = sums.as_chunks_mut::<F>();
    let sums = sums[place.tile * place.points..].chunks_exact_mut(place.points);
    for (sums, result) in sums.zip(result) {
        for f in 0..F {
            simd.store(result[f], &mut sums[place.point][f].0);
        }
    }
}
