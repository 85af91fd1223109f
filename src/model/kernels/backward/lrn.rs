//! Local response normalisation backwards: some rows a task.

use super::rows::check;
use crate::model::kernels::blocked::{Block, Blocked};
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::parallel::{Clocks, Task, run};
use crate::model::kernels::simd::{InstructionSet, LANES, Pixel, Simd, Work};
use crate::spec::LocalResponseNorm;

/// Rows of a task.
const ROWS: usize = 4;

/// From the gradient of the normalised maps to that of `x`, the maps before.
///
/// With `s_c = k + alpha / size * sum of x_j^2` and `y_c = x_c s_c^-beta`, the derivative is a direct term and one through the
/// sums: `g_c s_c^-beta - 2 alpha beta / size * x_c * sum of g_j x_j s_j^(-beta - 1)`, `j` over the channels around `c`.
///
/// # Errors
/// [`ShapeError`] where both differ in shape.
pub fn local_response_norm_backward(
    set: InstructionSet,
    norm: LocalResponseNorm,
    x: &Blocked,
    gradient: &Blocked,
) -> Result<Blocked, ShapeError> {
    let (height, width) = check([x, gradient])?;
    let mut output = Vec::with_capacity(x.blocks().len());
    output.resize_with(x.blocks().len(), || Block::new(height * width));
    let mut pieces: Vec<Vec<&mut [Pixel]>> = Vec::new();
    pieces.resize_with(height.div_ceil(ROWS), Vec::new);
    for block in &mut output {
        for (piece, chunk) in pieces.iter_mut().zip(block.chunks_mut(ROWS * width)) {
            piece.push(chunk);
        }
    }
    let tasks = pieces.into_iter().enumerate().map(|(index, output)| {
        let piece = Piece { norm, x, gradient, output, first_row: index * ROWS };
        let work = Box::new(move || set.run(piece));
        Task { step: 0, work }
    });
    run(tasks.collect(), &Clocks::new(1));
    Ok(Blocked::new(x.channels(), height, width, 0, output))
}

/// Some rows of all channels.
struct Piece<'a> {
    norm: LocalResponseNorm,
    x: &'a Blocked,
    gradient: &'a Blocked,
    /// A slice a block.
    output: Vec<&'a mut [Pixel]>,
    first_row: usize,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(mut self, simd: S) {
        let (_, width) = self.x.sides();
        let blocks = self.output.len();
        let half = self.norm.size / 2;
        let per_channel = self.norm.alpha / self.norm.size as f32;
        let factor = simd.splat(-2.0 * self.norm.beta * per_channel);
        // A cell's channels, with room for the neighbours of the first and the last.
        let mut squares = vec![0.0; blocks * LANES + 2 * half];
        let mut shares = squares.clone();
        let rows = self.output.first().map_or(0, |slice| slice.len() / width);
        for cell in 0..rows * width {
            let (y, column) = (self.first_row + cell / width, cell % width);
            let at = |maps: &'_ Blocked| (y + maps.border()) * maps.row() + maps.border() + column;
            let (x_at, gradient_at) = (at(self.x), at(self.gradient));
            for (block, squares) in self.x.blocks().iter().zip(squares[half..].chunks_mut(LANES)) {
                for (square, value) in squares.iter_mut().zip(block[x_at].0) {
                    *square = value * value;
                }
            }
            let maps = self.x.blocks().iter().zip(self.gradient.blocks());
            for (index, (x, gradient)) in maps.enumerate() {
                let sum = around(simd, &squares[index * LANES..], half);
                let scale = simd.mul_add(simd.splat(per_channel), sum, simd.splat(self.norm.k));
                let gradient = simd.load(&gradient[gradient_at].0);
                let direct = simd.mul(gradient, inverse_power(simd, scale, self.norm.beta));
                simd.store(direct, &mut self.output[index][cell].0);
                let share = simd.div(simd.mul(direct, simd.load(&x[x_at].0)), scale);
                if let Some(lanes) = shares[half + index * LANES..].first_chunk_mut() {
                    simd.store(share, lanes);
                }
            }
            for (index, x) in self.x.blocks().iter().enumerate() {
                let sum = around(simd, &shares[index * LANES..], half);
                let through_sums = simd.mul(factor, simd.mul(simd.load(&x[x_at].0), sum));
                let pixel = &mut self.output[index][cell].0;
                let direct = simd.load(pixel);
                simd.store(simd.add(direct, through_sums), pixel);
            }
        }
    }
}

/// For each of sixteen channels the sum over those around it; the first of them lies `half` behind the start of `padded`.
#[inline(always)]
fn around<S: Simd>(simd: S, padded: &[f32], half: usize) -> S::Vector {
    let mut sum = simd.splat(0.0);
    for neighbour in 0..=2 * half {
        if let Some(lanes) = padded[neighbour..].first_chunk() {
            sum = simd.add(sum, simd.load(lanes));
        }
    }
    sum
}

/// `scale^-beta`; for Caffe's 0.75 by two square roots.
#[inline(always)]
fn inverse_power<S: Simd>(simd: S, scale: S::Vector, beta: f32) -> S::Vector {
    if beta == 0.75 {
        let root = simd.sqrt(scale);
        return simd.div(simd.splat(1.0), simd.mul(root, simd.sqrt(root)));
    }
    let mut lanes = [0.0; LANES];
    simd.store(scale, &mut lanes);
    simd.load(&lanes.map(|scale| scale.powf(-beta)))
}
