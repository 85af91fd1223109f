//! A convolution backwards to what it read is a convolution again.
//!
//! Output cell `o` reads input cell `i = stride * o - padding + k` through tap `k`.  Written as `i = stride * a + r`, the cells
//! of one remainder `r` gather from the outputs `o = a - d` through the taps `k = stride * d + r + padding`: a convolution of
//! stride 1 over the gradient, whose filters are the taps of that remainder in reverse, channels and filters exchanged.  With
//! stride 1 there is one remainder, and it is the flipped, transposed kernel.  With stride 2 there are 2 x 2, which are
//! computed as so many sets of filters and then interleaved.

use crate::model::kernels::blocked::Blocked;
use crate::model::kernels::conv::Epilogue;
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::pack::{Method, PackedConv};
use crate::model::kernels::parallel::on_all_threads;
use crate::model::kernels::simd::{InstructionSet, LANES};
use crate::model::kernels::step::{Maps, Operation, Step};
use crate::spec::Window;

/// Rows that a task of [`ConvBackward::finish`] interleaves.
const ROWS: usize = 16;

/// The way back through a convolution, or through several of the same window on the same input.
#[derive(Clone, Debug)]
pub struct ConvBackward {
    packed: PackedConv,
    /// Maps of the input.
    channels: usize,
    stride: usize,
    /// Cells of the packed convolution's result before the first that counts, along a side.
    skipped: usize,
}

impl ConvBackward {
    /// From weights `[O, channels, k, k]`, several ones after the other along `O`.
    ///
    /// # Errors
    /// [`ShapeError`] where the numbers of values do not agree.
    pub fn new(weights: &[&[f32]], channels: usize, window: Window, method: Method) -> Result<Self, ShapeError> {
        Self::for_set(InstructionSet::best(), weights, channels, window, method)
    }

    /// The same for a given instruction set.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn for_set(
        set: InstructionSet,
        weights: &[&[f32]],
        channels: usize,
        window: Window,
        method: Method,
    ) -> Result<Self, ShapeError> {
        let Window { kernel, stride, padding, .. } = window;
        let filter = channels * kernel * kernel;
        let filters: usize = weights.iter().map(|weight| weight.len() / filter.max(1)).sum();
        if filters == 0 || stride == 0 || padding >= kernel {
            return Err(ShapeError::Values {
                wanted: vec![1, channels, kernel, kernel],
                found: weights.iter().map(|weight| weight.len()).sum(),
            });
        }
        // `d` runs from `-before` to `after`.
        let (before, after) = (padding.div_ceil(stride), (kernel - 1 - padding) / stride);
        let side = before + after + 1;
        let mut transposed = vec![0.0; stride * stride * channels * filters * side * side];
        let mut cells = transposed.iter_mut();
        for remainder in 0..stride * stride {
            for channel in 0..channels {
                for filter in weights.iter().flat_map(|weight| weight.chunks_exact(filter)) {
                    let taps = &filter[channel * kernel * kernel..][..kernel * kernel];
                    for (place, cell) in cells.by_ref().take(side * side).enumerate() {
                        let tap = |t: usize, remainder: usize| {
                            (stride * (before + after - t) + remainder + padding)
                                .checked_sub(stride * before)
                                .filter(|&tap| tap < kernel)
                        };
                        let row = tap(place / side, remainder / stride);
                        let column = tap(place % side, remainder % stride);
                        if let (Some(row), Some(column)) = (row, column) {
                            *cell = taps[row * kernel + column];
                        }
                    }
                }
            }
        }
        let border = if stride == 1 { after } else { after.max(before) };
        let bias = vec![0.0; stride * stride * channels];
        let window = Window::conv(side, 1, border);
        Ok(Self {
            packed: PackedConv::for_set(set, &transposed, &bias, filters, window, method)?,
            channels,
            stride,
            skipped: border - after,
        })
    }

    /// Zeros it wants to find around the gradient.
    pub fn border(&self) -> usize {
        self.packed.window().padding
    }

    /// The way back as a step of [`super::super::side_by_side`]; [`Self::finish`] makes something of its result.
    pub fn step<'a>(&'a self, gradient: &'a Blocked) -> Step<'a> {
        Step { operation: Operation::Conv(&self.packed, Epilogue::Keep), input: Maps::Blocked(gradient), border: 0 }
    }

    /// Whether the step's result is the gradient already: where the stride is 1.
    pub fn is_direct(&self) -> bool {
        self.stride == 1
    }

    /// The gradient of an input of `[height, width]`, row-major `[channels, height, width]`: remainders interleaved, some rows of all
    /// channels a task, since these lie side by side in the result.
    pub fn finish(&self, result: &Blocked, (height, width): (usize, usize)) -> Vec<f32> {
        let mut values = vec![0.0; self.channels * height * width];
        let mut pieces: Vec<Vec<&mut [f32]>> = Vec::new();
        pieces.resize_with(height.div_ceil(ROWS), Vec::new);
        for plane in values.chunks_exact_mut((height * width).max(1)) {
            for (piece, rows) in pieces.iter_mut().zip(plane.chunks_mut(ROWS * width)) {
                piece.push(rows);
            }
        }
        on_all_threads(pieces.into_iter().enumerate().map(|(index, mut piece)| {
            move || {
                let first = index * ROWS;
                for y in first..height.min(first + ROWS) {
                    for (channel, rows) in piece.iter_mut().enumerate() {
                        self.interleave(result, channel, y, &mut rows[(y - first) * width..][..width]);
                    }
                }
            }
        }));
        values
    }

    /// Row `y` of one channel's gradient.
    fn interleave(&self, result: &Blocked, channel: usize, y: usize, line: &mut [f32]) {
        for remainder in 0..self.stride {
            let map = (y % self.stride * self.stride + remainder) * self.channels + channel;
            let Some(row) = result.block_row(map / LANES, y / self.stride + self.skipped) else {
                return;
            };
            let cells = line.iter_mut().skip(remainder).step_by(self.stride);
            for (cell, pixel) in cells.zip(&row[self.skipped..]) {
                *cell = pixel.0[map % LANES];
            }
        }
    }
}
