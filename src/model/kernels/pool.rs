//! Max and average pools: a block of channels a task.

use std::ops::Range;
use std::sync::Arc;

use super::blocked::{Block, Blocked};
use super::error::ShapeError;
use super::parallel::Task;
use super::simd::{InstructionSet, Pixel, Simd, Work};
use crate::spec::{Window, window::adaptive_range};

/// Which cells a pool joins, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pool {
    /// The largest; cells outside the map do not take part.
    Max(Window),
    /// The mean of those inside the map.
    Average(Window),
    /// The mean, to that side, PyTorch's adaptive way.
    Adaptive(usize),
}

impl Pool {
    /// Output cells along a side of `side` cells; 0 where no window fits.
    pub fn output_side(self, side: usize) -> usize {
        match self {
            Self::Max(window) | Self::Average(window) => window.output_side(side),
            Self::Adaptive(output_side) => output_side,
        }
    }

    /// Input cells that output cell `index` joins, along a side of `side` cells.
    pub fn range(self, index: usize, side: usize) -> Range<usize> {
        match self {
            Self::Max(window) | Self::Average(window) => window.input_range(index, side),
            Self::Adaptive(output_side) => adaptive_range(index, output_side, side),
        }
    }

    fn window(self, found: (usize, usize)) -> ShapeError {
        let (kernel, stride) = match self {
            Self::Max(window) | Self::Average(window) => (window.kernel, window.stride),
            Self::Adaptive(side) => (side, 1),
        };
        ShapeError::Window { kernel, stride, found }
    }
}

/// A pool about to run.
pub(super) struct Pooling {
    set: InstructionSet,
    pool: Pool,
    input: Blocked,
    sides: (usize, usize),
    border: usize,
    output: Vec<Block>,
}

impl Pooling {
    pub fn new(set: InstructionSet, pool: Pool, input: Blocked, border: usize) -> Result<Self, ShapeError> {
        let (height, width) = input.sides();
        let sides = (pool.output_side(height), pool.output_side(width));
        if sides.0 == 0 || sides.1 == 0 || height == 0 || width == 0 {
            return Err(pool.window((height, width)));
        }
        let block = |_: &Arc<Block>| Block::bordered(sides.0, sides.1, border);
        let output = input.blocks().iter().map(block).collect();
        Ok(Self { set, pool, input, sides, border, output })
    }

    pub fn tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let (set, pool, input, sides, border) = (self.set, self.pool, &self.input, self.sides, self.border);
        let pairs = self.output.iter_mut().zip(input.blocks());
        let tasks = pairs.map(|(output, block)| {
            let piece = Piece { pool, input, block, output, sides, border };
            let work = Box::new(move || set.run(piece));
            Task { step, work }
        });
        tasks.collect()
    }

    pub fn finish(self) -> Blocked {
        let channels = self.input.channels();
        Blocked::new(channels, self.sides.0, self.sides.1, self.border, self.output)
    }
}

/// One block of channels.
struct Piece<'a> {
    pool: Pool,
    input: &'a Blocked,
    block: &'a Block,
    output: &'a mut [Pixel],
    sides: (usize, usize),
    border: usize,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let (height, width) = self.input.sides();
        let lines: Vec<&[Pixel]> = self.input.rows(self.block).collect();
        let columns: Vec<Range<usize>> = (0..self.sides.1).map(|x| self.pool.range(x, width)).collect();
        // The largest of each column of a window's rows.
        let mut tallest = vec![Pixel::default(); width];
        let row = self.sides.1 + 2 * self.border;
        let rows = self.output.chunks_exact_mut(row).skip(self.border);
        for (y, line) in rows.take(self.sides.0).enumerate() {
            let lines = &lines[self.pool.range(y, height)];
            let pixels = line[self.border..].iter_mut().zip(&columns);
            match self.pool {
                Pool::Max(_) => {
                    largest_of_columns(simd, lines, &mut tallest);
                    for (pixel, columns) in pixels {
                        simd.store(largest(simd, &tallest[columns.clone()]), &mut pixel.0);
                    }
                }
                Pool::Average(_) | Pool::Adaptive(_) => {
                    for (pixel, columns) in pixels {
                        simd.store(mean(simd, lines, columns), &mut pixel.0);
                    }
                }
            }
        }
    }
}

/// Column by column the largest of some lines.
#[inline(always)]
fn largest_of_columns<S: Simd>(simd: S, lines: &[&[Pixel]], tallest: &mut [Pixel]) {
    if let [a, b, c] = lines {
        for (pixel, ((a, b), c)) in tallest.iter_mut().zip(a.iter().zip(*b).zip(*c)) {
            let most = simd.max(simd.load(&a.0), simd.load(&b.0));
            simd.store(simd.max(most, simd.load(&c.0)), &mut pixel.0);
        }
        return;
    }
    let Some((first, rest)) = lines.split_first() else {
        return;
    };
    tallest.copy_from_slice(first);
    for line in rest {
        for (pixel, other) in tallest.iter_mut().zip(*line) {
            let most = simd.max(simd.load(&pixel.0), simd.load(&other.0));
            simd.store(most, &mut pixel.0);
        }
    }
}

/// The largest of some pixels.
#[inline(always)]
fn largest<S: Simd>(simd: S, pixels: &[Pixel]) -> S::Vector {
    if let [a, b, c] = pixels {
        let most = simd.max(simd.load(&a.0), simd.load(&b.0));
        return simd.max(most, simd.load(&c.0));
    }
    let mut most = simd.splat(f32::NEG_INFINITY);
    for pixel in pixels {
        most = simd.max(most, simd.load(&pixel.0));
    }
    most
}

#[inline(always)]
fn mean<S: Simd>(simd: S, lines: &[&[Pixel]], columns: &Range<usize>) -> S::Vector {
    let mut sum = simd.splat(0.0);
    for line in lines {
        for pixel in &line[columns.clone()] {
            sum = simd.add(sum, simd.load(&pixel.0));
        }
    }
    simd.div(sum, simd.splat((lines.len() * columns.len()) as f32))
}
