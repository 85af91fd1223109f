//! Sliding windows: how many outputs there are, and which inputs each one reads.

use std::ops::Range;

/// How a window that does not fit a whole number of times is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// The last, incomplete window is left out (convolutions).
    Down,
    /// The last window may hang over the border (Caffe's pooling: 112 -> 56, not 55).
    Up,
}

/// A square window that slides over a square map.  Lengths in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Side of the window.
    pub kernel: usize,
    /// Step between two windows.
    pub stride: usize,
    /// Cells added at each border: zeros for a convolution, nothing at all for a pool.
    pub padding: usize,
    /// What happens at the far border.
    pub rounding: Rounding,
}

impl Window {
    /// A convolution's window.
    pub const fn conv(kernel: usize, stride: usize, padding: usize) -> Self {
        Self { kernel, stride, padding, rounding: Rounding::Down }
    }

    /// A pool's window; rounds up, as Caffe does.
    pub const fn pool(kernel: usize, stride: usize, padding: usize) -> Self {
        Self { kernel, stride, padding, rounding: Rounding::Up }
    }

    /// Output side for an input of `side` cells (`caffe/layers/pooling_layer.cpp`, PyTorch's `pooling_output_shape`):
    /// a window that would start beyond the input and its near padding is dropped.
    ///
    /// A window larger than the padded input gives 0; one that rounds up may hang over by less than a stride.
    pub const fn output_side(&self, side: usize) -> usize {
        let padded = side + 2 * self.padding;
        match self.rounding {
            Rounding::Down if padded < self.kernel => 0,
            Rounding::Down => (padded - self.kernel) / self.stride + 1,
            Rounding::Up => {
                let out = (padded + self.stride).saturating_sub(self.kernel).div_ceil(self.stride);
                if out > 0 && (out - 1) * self.stride >= side + self.padding { out - 1 } else { out }
            }
        }
    }

    /// The input cells that output cell `index` reads, clipped to the `side` cells that exist.
    pub const fn input_range(&self, index: usize, side: usize) -> Range<usize> {
        let start = index * self.stride;
        let end = start + self.kernel;
        let first = start.saturating_sub(self.padding);
        let last = end.saturating_sub(self.padding);
        Range { start: if first < side { first } else { side }, end: if last < side { last } else { side } }
    }
}

/// The input cells that output cell `index` of an adaptive average pool reads (PyTorch's `AdaptiveAvgPool2d`):
/// `floor(index * side / outputs) .. ceil((index + 1) * side / outputs)`.
pub const fn adaptive_range(index: usize, outputs: usize, side: usize) -> Range<usize> {
    Range { start: index * side / outputs, end: ((index + 1) * side).div_ceil(outputs) }
}
