//! Local response normalisation across channels: a few rows a task.

use super::blocked::{Block, Blocked};
use super::parallel::Task;
use super::simd::{InstructionSet, LANES, Pixel, Simd, Work};
use crate::spec::LocalResponseNorm;

/// Rows of a task.
const ROWS: usize = 4;

/// A normalisation about to run.
pub(super) struct Normalising {
    set: InstructionSet,
    norm: LocalResponseNorm,
    input: Blocked,
    border: usize,
    output: Vec<Block>,
}

impl Normalising {
    pub fn new(set: InstructionSet, norm: LocalResponseNorm, input: Blocked, border: usize) -> Self {
        let (height, width) = input.sides();
        let blocks = input.blocks().iter();
        let output = blocks.map(|_| Block::bordered(height, width, border)).collect();
        Self { set, norm, input, border, output }
    }

    pub fn tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let (height, width) = self.input.sides();
        let (row, border) = (width + 2 * self.border, self.border);
        let mut pieces: Vec<Vec<&mut [Pixel]>> = Vec::new();
        pieces.resize_with(height.div_ceil(ROWS), Vec::new);
        for block in &mut self.output {
            let inside = &mut block[border * row..][..height * row];
            for (piece, chunk) in pieces.iter_mut().zip(inside.chunks_mut(ROWS * row)) {
                piece.push(chunk);
            }
        }
        let (set, norm, input) = (self.set, self.norm, &self.input);
        let tasks = pieces.into_iter().enumerate().map(|(index, output)| {
            let piece = Piece { norm, input, output, first_row: index * ROWS, border };
            let work = Box::new(move || set.run(piece));
            Task { step, work }
        });
        tasks.collect()
    }

    pub fn finish(self) -> Blocked {
        let (height, width) = self.input.sides();
        Blocked::new(self.input.channels(), height, width, self.border, self.output)
    }
}

/// Some rows of all channels.
struct Piece<'a> {
    norm: LocalResponseNorm,
    input: &'a Blocked,
    /// A slice a block.
    output: Vec<&'a mut [Pixel]>,
    first_row: usize,
    border: usize,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(mut self, simd: S) {
        let (_, width) = self.input.sides();
        let (blocks, from) = (self.input.blocks(), self.input.border());
        let row = width + 2 * self.border;
        let rows = self.output.first().map_or(0, |slice| slice.len() / row);
        let half = self.norm.size / 2;
        // Squares of a cell's channels, with room for the neighbours of the first and the last.
        let mut squares = vec![0.0; blocks.len() * LANES + 2 * half];
        let factor = simd.splat(self.norm.alpha / self.norm.size as f32);
        for y in 0..rows {
            for x in 0..width {
                let at = (self.first_row + y + from) * self.input.row() + from + x;
                for (block, squares) in blocks.iter().zip(squares[half..].chunks_mut(LANES)) {
                    for (square, value) in squares.iter_mut().zip(block[at].0) {
                        *square = value * value;
                    }
                }
                for (index, block) in blocks.iter().enumerate() {
                    let mut sum = simd.splat(0.0);
                    for neighbour in 0..=2 * half {
                        if let Some(lanes) = squares[index * LANES + neighbour..].first_chunk() {
                            sum = simd.add(sum, simd.load(lanes));
                        }
                    }
                    let scale = simd.mul_add(factor, sum, simd.splat(self.norm.k));
                    let value = simd.load(&block[at].0);
                    let result = divided(simd, value, scale, self.norm.beta);
                    simd.store(result, &mut self.output[index][y * row + self.border + x].0);
                }
            }
        }
    }
}

/// `value / scale^beta`; for Caffe's 0.75 by two square roots, which is exact to rounding and ten times faster.
#[inline(always)]
fn divided<S: Simd>(simd: S, value: S::Vector, scale: S::Vector, beta: f32) -> S::Vector {
    if beta == 0.75 {
        let root = simd.sqrt(scale);
        return simd.div(value, simd.mul(root, simd.sqrt(root)));
    }
    let mut lanes = [0.0; LANES];
    simd.store(scale, &mut lanes);
    let powers = lanes.map(|scale| scale.powf(-beta));
    simd.mul(value, simd.load(&powers))
}
