//! Local response normalisation backwards: some rows a task.

use std::sync::atomic::{AtomicBool, Ordering};

use super::rows::{blocks_like, check, is_odd};
use crate::model::kernels::blocked::Blocked;
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::parallel::on_all_threads;
use crate::model::kernels::simd::{InstructionSet, LANES, Pixel, Simd, Work};
use crate::spec::LocalResponseNorm;

/// Rows of a task.
const ROWS: usize = 4;

/// A normalisation with the gradient of its result.
#[derive(Clone, Copy, Debug)]
pub struct LocalResponseNormBackward<'a> {
    /// Its numbers.
    pub norm: LocalResponseNorm,
    /// What it read.
    pub x: &'a Blocked,
    /// The gradient of what it made.
    pub gradient: &'a Blocked,
    /// Zeros to leave around the result, for the convolution that reads it.
    pub border: usize,
    /// Whether cells of `x` that are not positive get nothing: then it is the gradient before the ReLU that made `x`.
    pub rectified: bool,
}

impl LocalResponseNormBackward<'_> {
    /// The gradient of `x`; with it, if that is the gradient before a ReLU, whether `x` holds nothing but numbers.
    ///
    /// With `s_c = k + alpha / size * sum of x_j^2` and `y_c = x_c s_c^-beta`, the derivative is a direct term and one through the
    /// sums: `g_c s_c^-beta - 2 alpha beta / size * x_c * sum of g_j x_j s_j^(-beta - 1)`, `j` over the channels around `c`.
    ///
    /// # Errors
    /// [`ShapeError`] where both differ in shape.
    pub fn run(&self, set: InstructionSet) -> Result<(Blocked, bool), ShapeError> {
        let (height, width) = check([self.x, self.gradient])?;
        let row = width + 2 * self.border;
        let mut output = blocks_like(self.x, self.border);
        let mut pieces: Vec<Vec<&mut [Pixel]>> = Vec::new();
        pieces.resize_with(height.div_ceil(ROWS), Vec::new);
        for block in &mut output {
            let inside = &mut block[self.border * row..][..height * row];
            for (piece, chunk) in pieces.iter_mut().zip(inside.chunks_mut(ROWS * row)) {
                piece.push(chunk);
            }
        }
        let is_odd = AtomicBool::new(false);
        on_all_threads(pieces.into_iter().enumerate().map(|(index, output)| {
            let piece = Piece { norm: *self, output, first_row: index * ROWS, is_odd: &is_odd };
            move || set.run(piece)
        }));
        Ok((Blocked::new(self.x.channels(), height, width, self.border, output), !is_odd.into_inner()))
    }
}

/// Some rows of all channels.
struct Piece<'a> {
    norm: LocalResponseNormBackward<'a>,
    /// A slice a block.
    output: Vec<&'a mut [Pixel]>,
    first_row: usize,
    is_odd: &'a AtomicBool,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(mut self, simd: S) {
        let LocalResponseNormBackward { norm, x: maps, gradient: gradients, border, rectified } = self.norm;
        let (_, width) = maps.sides();
        let row = width + 2 * border;
        let half = norm.size / 2;
        let per_channel = norm.alpha / norm.size as f32;
        let factor = simd.splat(-2.0 * norm.beta * per_channel);
        let zero = simd.splat(0.0);
        let mut watch = zero;
        // A cell's channels, with room for the neighbours of the first and the last.
        let mut squares = vec![0.0; self.output.len() * LANES + 2 * half];
        let mut shares = squares.clone();
        let rows = self.output.first().map_or(0, |slice| slice.len() / row);
        for cell in 0..rows * width {
            let (y, column) = (cell / width, cell % width);
            let at = |maps: &Blocked| (self.first_row + y + maps.border()) * maps.row() + maps.border() + column;
            let (x_at, gradient_at, to) = (at(maps), at(gradients), y * row + border + column);
            for (block, squares) in maps.blocks().iter().zip(squares[half..].chunks_mut(LANES)) {
                for (square, value) in squares.iter_mut().zip(block[x_at].0) {
                    *square = value * value;
                }
            }
            let pairs = maps.blocks().iter().zip(gradients.blocks());
            for (index, (x, gradient)) in pairs.enumerate() {
                let sum = around(simd, &squares[index * LANES..], half);
                let scale = simd.mul_add(simd.splat(per_channel), sum, simd.splat(norm.k));
                let gradient = simd.load(&gradient[gradient_at].0);
                let direct = simd.mul(gradient, inverse_power(simd, scale, norm.beta));
                simd.store(direct, &mut self.output[index][to].0);
                let share = simd.div(simd.mul(direct, simd.load(&x[x_at].0)), scale);
                if let Some(lanes) = shares[half + index * LANES..].first_chunk_mut() {
                    simd.store(share, lanes);
                }
            }
            for (index, x) in maps.blocks().iter().enumerate() {
                let sum = around(simd, &shares[index * LANES..], half);
                let x = simd.load(&x[x_at].0);
                let through_sums = simd.mul(factor, simd.mul(x, sum));
                let pixel = &mut self.output[index][to].0;
                let mut result = simd.add(simd.load(pixel), through_sums);
                if rectified {
                    watch = simd.mul_add(x, zero, watch);
                    result = simd.sub(result, simd.where_equal(simd.max(x, zero), zero, result));
                }
                simd.store(result, pixel);
            }
        }
        if is_odd(simd, watch) {
            self.is_odd.store(true, Ordering::Relaxed);
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
