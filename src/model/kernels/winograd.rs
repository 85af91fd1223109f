//! Winograd's minimal filtering (Lavin and Gray 2016, <https://arxiv.org/abs/1509.09308>): stride-1 convolutions with fewer
//! products.
//!
//! `m` outputs of a filter of `k` taps are polynomial products, exact at `n = m + k - 1` points (here 0, 1, -1, 2, -2 and
//! infinity): transform `n x n` cells of the input and the filter, multiply point by point, sum over channels, transform back
//! to `m x m` outputs.  The sums over channels are matrix products, one a point, by the tile of the direct convolution.

use std::sync::Arc;

use rayon::prelude::*;

use super::blocked::{Block, Blocked};
use super::conv::{Epilogue, Output};
use super::error::ShapeError;
use super::pack::{PackedConv, Weights};
use super::parallel::Task;
use super::recycle;
use super::simd::{LANES, Pixel, Simd, Work};
use super::tile::{Input, accumulate};
use crate::spec::Window;

/// Tiles that a task takes from products to outputs: their sums stay in a core's cache.
const TILES: usize = 28;

/// Outputs a tile has along a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    /// 2 x 2, from 4 x 4 cells for a 3x3 filter and from 6 x 6 for a 5x5 one.
    Two,
    /// 4 x 4 from 6 x 6, for a 3x3 filter.
    Four,
}

impl Tile {
    /// Whether a convolution can be computed like this.
    pub fn applies(self, window: Window) -> bool {
        window.stride == 1
            && match self {
                Self::Two => window.kernel == 3 || window.kernel == 5,
                Self::Four => window.kernel == 3,
            }
    }

    const fn outputs(self) -> usize {
        match self {
            Self::Two => 2,
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

/// Input transform for six points: row `i` holds the coefficients of the polynomial that is 0 at all points but `i`.
const INPUT_6: [[f32; 6]; 6] = [
    [4.0, 0.0, -5.0, 0.0, 1.0, 0.0],
    [0.0, -4.0, -4.0, 1.0, 1.0, 0.0],
    [0.0, 4.0, -4.0, -1.0, 1.0, 0.0],
    [0.0, -2.0, -1.0, 2.0, 1.0, 0.0],
    [0.0, 2.0, -1.0, -2.0, 1.0, 0.0],
    [0.0, 4.0, 0.0, -5.0, 0.0, 1.0],
];

/// The same for four points (0, 1, -1, infinity).
const INPUT_4: [[f32; 4]; 4] = [
    [1.0, 0.0, -1.0, 0.0],
    [0.0, 1.0, 1.0, 0.0],
    [0.0, -1.0, 1.0, 0.0],
    [0.0, -1.0, 0.0, 1.0],
];

/// Output transform: powers of the points.
const OUTPUT_4_OF_6: [[f32; 6]; 4] = [
    [1.0, 1.0, 1.0, 1.0, 1.0, 0.0],
    [0.0, 1.0, -1.0, 2.0, -2.0, 0.0],
    [0.0, 1.0, 1.0, 4.0, 4.0, 0.0],
    [0.0, 1.0, -1.0, 8.0, -8.0, 1.0],
];

const OUTPUT_2_OF_6: [[f32; 6]; 2] = [
    [1.0, 1.0, 1.0, 1.0, 1.0, 0.0],
    [0.0, 1.0, -1.0, 2.0, -2.0, 1.0],
];

const OUTPUT_2_OF_4: [[f32; 4]; 2] = [[1.0, 1.0, 1.0, 0.0], [0.0, 1.0, -1.0, 1.0]];

/// The points but infinity, each with the divisor that makes its input row a Lagrange polynomial.
const POINTS_6: [(f64, f64); 5] = [
    (0.0, 4.0),
    (1.0, -6.0),
    (-1.0, -6.0),
    (2.0, 24.0),
    (-2.0, 24.0),
];
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
        values
            .par_chunks_mut(group * n * n * depth)
            .enumerate()
            .for_each(|(index, values)| {
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
}

/// `n` rows of `kernel` numbers: each point's powers over its divisor; infinity takes the last tap.
fn filter_transform(points: &[(f64, f64)], kernel: usize) -> Vec<Vec<f64>> {
    let powers = |&(point, divisor): &(f64, f64)| -> Vec<f64> {
        (0..kernel as i32)
            .map(|power| point.powi(power) / divisor)
            .collect()
    };
    let mut rows: Vec<Vec<f64>> = points.iter().map(powers).collect();
    let mut infinity = vec![0.0; kernel];
    infinity[kernel - 1] = 1.0;
    rows.push(infinity);
    rows
}

/// Sixteen filters at all points for one channel, in double precision.
fn transform_filters(
    weights: &Weights<'_>,
    rows: &[Vec<f64>],
    first: usize,
    channel: usize,
) -> Vec<Pixel> {
    let kernel = weights.kernel;
    let cells: Vec<Pixel> = (0..kernel * kernel)
        .map(|cell| weights.pixel(first, channel, cell))
        .collect();
    let mut points = Vec::with_capacity(rows.len() * rows.len());
    for vertical in rows {
        for horizontal in rows {
            points.push(Pixel(std::array::from_fn(|lane| {
                let terms = cells.iter().enumerate().map(|(cell, pixel)| {
                    let factor = vertical[cell / kernel] * horizontal[cell % kernel];
                    factor * f64::from(pixel.0[lane])
                });
                terms.sum::<f64>() as f32
            })));
        }
    }
    points
}

/// `matrix * x`, with the matrix known when compiled: its zeros cost nothing.
#[inline(always)]
fn combine<S: Simd, const N: usize, const M: usize>(
    simd: S,
    matrix: &[[f32; N]; M],
    x: [S::Vector; N],
) -> [S::Vector; M] {
    let mut result = [x[0]; M];
    for i in 0..M {
        let mut sum = None;
        for j in 0..N {
            let factor = matrix[i][j];
            if factor != 0.0 {
                sum = Some(match sum {
                    None if factor == 1.0 => x[j],
                    None => simd.mul(simd.splat(factor), x[j]),
                    Some(sum) if factor == 1.0 => simd.add(sum, x[j]),
                    Some(sum) if factor == -1.0 => simd.sub(sum, x[j]),
                    Some(sum) => simd.mul_add(simd.splat(factor), x[j], sum),
                });
            }
        }
        if let Some(sum) = sum {
            result[i] = sum;
        }
    }
    result
}

/// `matrix * x * transposed matrix`.
#[inline(always)]
fn transform<S: Simd, const N: usize, const M: usize>(
    simd: S,
    matrix: &[[f32; N]; M],
    x: &[[S::Vector; N]; N],
) -> [[S::Vector; M]; M] {
    let mut columns = [[x[0][0]; N]; M];
    for j in 0..N {
        let mut column = [x[0][0]; N];
        for i in 0..N {
            column[i] = x[i][j];
        }
        let column = combine(simd, matrix, column);
        for i in 0..M {
            columns[i][j] = column[i];
        }
    }
    let mut result = [[x[0][0]; M]; M];
    for i in 0..M {
        result[i] = combine(simd, matrix, columns[i]);
    }
    result
}

/// A convolution by Winograd's algorithm about to run.
pub(super) struct Winograd<'a> {
    conv: &'a PackedConv,
    filters: &'a Transformed,
    epilogue: Epilogue,
    input: Blocked,
    /// Transformed input, a block of channels each: `[point][tile]`.
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
        let mut this = Self {
            conv,
            filters,
            epilogue,
            input,
            transformed: Vec::new(),
            output,
        };
        let (tiles, n) = (this.rows_of_tiles() * this.tiles_a_row(), this.points());
        let block = |_: &Arc<Block>| Block::new(n * n * tiles);
        this.transformed = this.input.blocks().iter().map(block).collect();
        Ok(this)
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

    /// The input's transform: a block of channels each.
    pub fn first_tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let (n, m) = (self.points(), self.filters.tile.outputs());
        let (rows, columns) = (self.rows_of_tiles(), self.tiles_a_row());
        let (input, set) = (&self.input, self.conv.set);
        let padding = self.conv.window.padding;
        let pairs = self.transformed.iter_mut().zip(input.blocks());
        let tasks = pairs.map(|(output, block)| {
            let forward = Forward {
                input,
                block,
                output,
                rows,
                columns,
                padding,
            };
            let work: Box<dyn FnOnce() + Send> = match (n, m) {
                (4, _) => Box::new(move || set.run(ForwardOf::<4, 2>(forward, &INPUT_4))),
                (_, 2) => Box::new(move || set.run(ForwardOf::<6, 2>(forward, &INPUT_6))),
                (_, _) => Box::new(move || set.run(ForwardOf::<6, 4>(forward, &INPUT_6))),
            };
            Task { step, work }
        });
        tasks.collect()
    }

    /// Products and the transform back: some tiles of a group of filters each.
    pub fn second_tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let (n, m, set) = (self.points(), self.filters.tile.outputs(), self.conv.set);
        let columns = self.tiles_a_row();
        let tiles = self.rows_of_tiles() * columns;
        let (group, depth) = (set.group(), self.transformed.len() * LANES);
        let sources: Vec<Vec<&[Pixel]>> = (0..n * n)
            .map(|point| {
                let blocks = self.transformed.iter();
                blocks
                    .map(|block| &block[point * tiles..][..tiles])
                    .collect()
            })
            .collect();
        let sources = Arc::new(sources);
        // Whole rows of tiles, so that the pieces of the output are slices.
        let rows = (TILES / columns).max(1);
        let Output {
            sides,
            border,
            blocks,
        } = &mut self.output;
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
            for (index, output) in pieces.into_iter().enumerate() {
                let back = Back {
                    sources: sources.clone(),
                    filters,
                    bias,
                    output,
                    first_tile: index * rows * columns,
                    columns,
                    row,
                    border,
                    width,
                    relu: self.epilogue == Epilogue::Relu,
                };
                let work: Box<dyn FnOnce() + Send> = match (n, m) {
                    (4, _) => Box::new(move || set.run(BackOf::<4, 2>(back, &OUTPUT_2_OF_4))),
                    (_, 2) => Box::new(move || set.run(BackOf::<6, 2>(back, &OUTPUT_2_OF_6))),
                    (_, _) => Box::new(move || set.run(BackOf::<6, 4>(back, &OUTPUT_4_OF_6))),
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

/// Transform of one block of channels of the input.
struct Forward<'a> {
    input: &'a Blocked,
    block: &'a [Pixel],
    /// `[point][tile]`.
    output: &'a mut [Pixel],
    rows: usize,
    columns: usize,
    padding: usize,
}

struct ForwardOf<'a, const N: usize, const M: usize>(Forward<'a>, &'static [[f32; N]; N]);

impl<const N: usize, const M: usize> Work for ForwardOf<'_, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self(forward, matrix) = self;
        let tiles = forward.rows * forward.columns;
        for tile in 0..tiles {
            let (y, x) = (tile / forward.columns * M, tile % forward.columns * M);
            let points = transform(simd, matrix, &forward.cells::<S, N>(simd, y, x));
            for i in 0..N {
                for j in 0..N {
                    simd.store(
                        points[i][j],
                        &mut forward.output[(i * N + j) * tiles + tile].0,
                    );
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
        for i in 0..N {
            if y + i >= bottom {
                continue;
            }
            let line = &self.block[(y + i) * row + x..(y + i) * row + right.min(x + N)];
            if let Some(line) = line.first_chunk::<N>() {
                for j in 0..N {
                    cells[i][j] = simd.load(&line[j].0);
                }
            } else {
                for (cell, pixel) in cells[i].iter_mut().zip(line) {
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
    sources: Arc<Vec<Vec<&'a [Pixel]>>>,
    /// `[point][channel][block of the group]`.
    filters: &'a [Pixel],
    bias: &'a [Pixel],
    /// A slice of some rows a block of the group.
    output: Vec<&'a mut [Pixel]>,
    first_tile: usize,
    columns: usize,
    row: usize,
    border: usize,
    width: usize,
    relu: bool,
}

struct BackOf<'a, const N: usize, const M: usize>(Back<'a>, &'static [[f32; N]; M]);

impl<const N: usize, const M: usize> Work for BackOf<'_, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self(mut back, matrix) = self;
        match back.output.len() {
            2 if S::GROUP == 2 => back.run::<S, 2, N, M>(simd, matrix),
            _ => back.run::<S, 1, N, M>(simd, matrix),
        }
    }
}

impl Back<'_> {
    #[inline(always)]
    fn run<S: Simd, const F: usize, const N: usize, const M: usize>(
        &mut self,
        simd: S,
        matrix: &[[f32; N]; M],
    ) {
        let rows = self.output[0].len() / self.row;
        let tiles = rows.div_ceil(M) * self.columns;
        // `[point][tile][block of the group]`
        let mut sums = recycle::take(N * N * tiles * F);
        self.products::<S, F>(simd, N * N, tiles, &mut sums);
        for tile in 0..tiles {
            let (y, x) = (tile / self.columns * M, tile % self.columns * M);
            for f in 0..F {
                let mut points = [[simd.splat(0.0); N]; N];
                for i in 0..N {
                    for j in 0..N {
                        points[i][j] = simd.load(&sums[((i * N + j) * tiles + tile) * F + f].0);
                    }
                }
                let cells = transform(simd, matrix, &points);
                let bias = simd.load(&self.bias[f].0);
                for i in 0..M.min(rows - y) {
                    let line =
                        &mut self.output[f][(y + i) * self.row + self.border..][..self.width];
                    for (pixel, &cell) in line[x..].iter_mut().zip(&cells[i]) {
                        let value = simd.add(cell, bias);
                        let value = if self.relu { simd.relu(value) } else { value };
                        simd.store(value, &mut pixel.0);
                    }
                }
            }
        }
        recycle::give(sums);
    }

    #[inline(always)]
    fn products<S: Simd, const F: usize>(
        &self,
        simd: S,
        points: usize,
        tiles: usize,
        sums: &mut [Pixel],
    ) {
        let pieces = tiles.div_ceil(S::PIXELS);
        let depth = self.filters.len() / (points * F);
        for point in 0..points {
            let (filters, _) = self.filters[point * depth * F..][..depth * F].as_chunks::<F>();
            let (sums, _) = sums[point * tiles * F..][..tiles * F].as_chunks_mut::<F>();
            let mut tile = 0;
            for piece in 0..pieces {
                let width = (tiles - tile) / (pieces - piece);
                let out = &mut sums[tile..tile + width];
                macro_rules! by_width {
                    ($($width:literal)*) => {
                        match width {
                            $($width => self.product::<S, $width, F>(simd, point, tile, filters, out),)*
                            _ => {}
                        }
                    };
                }
                by_width!(1 2 3 4 5 6 7 8 9 10 11 12 13 14);
                tile += width;
            }
        }
    }

    #[inline(always)]
    fn product<S: Simd, const P: usize, const F: usize>(
        &self,
        simd: S,
        point: usize,
        tile: usize,
        filters: &[[Pixel; F]],
        sums: &mut [[Pixel; F]],
    ) {
        if P > S::PIXELS {
            return;
        }
        let input = Input {
            blocks: &self.sources[point],
            row: 0,
            kernel: 1,
        };
        let zero = [[simd.splat(0.0); F]; P];
        let result =
            accumulate::<S, Pixel, P, F, 1>(simd, zero, &input, self.first_tile + tile, 1, filters);
        for p in 0..P {
            for f in 0..F {
                simd.store(result[p][f], &mut sums[p][f].0);
            }
        }
    }
}
