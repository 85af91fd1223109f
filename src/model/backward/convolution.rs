//! A convolution, backwards to what it read: every input cell gathers from the sums it went into.

use rayon::prelude::*;

use crate::model::gemm::{Matrix, multiply_transposed};
use crate::model::planes::Planes;
use crate::spec::Window;

/// Tasks a convolution is cut into, whatever the number of threads: so the sums are always made in the same order.
const TASKS: usize = 4;

/// Adds to `into`, `[C, H, W]`, what `gradient`, `[O, H', W']`, is through the weights `[O, C, k, k]`.
pub(super) fn add(into: &mut Planes, gradient: &Planes, weight: &[f32], window: Window) {
    let (taps, size, area) = (window.kernel * window.kernel, into.size(), into.area());
    let depth = into.channels * taps;
    let right = Matrix::dense(&gradient.values, gradient.channels, gradient.area());
    let channels_per_task = into.channels.div_ceil(TASKS);
    into.values
        .par_chunks_mut(channels_per_task * area)
        .enumerate()
        .for_each_init(Vec::new, |columns, (index, planes)| {
            let left = Matrix {
                values: &weight[index * channels_per_task * taps..],
                rows: gradient.channels,
                columns: planes.len() / area * taps,
                stride: depth,
            };
            if window == Window::conv(1, 1, 0) {
                multiply_transposed(planes, left, right, true);
                return;
            }
            columns.resize(left.columns * right.columns, 0.0);
            multiply_transposed(columns, left, right, false);
            let columns_of_channels = columns.chunks_exact(taps * right.columns);
            for (plane, columns) in planes.chunks_exact_mut(area).zip(columns_of_channels) {
                fold(plane, columns, size, gradient.width, window);
            }
        });
}

/// Adds to one map what each kernel cell met there: the reverse of [`crate::model::im2col`].
fn fold(
    plane: &mut [f32],
    columns: &[f32],
    [height, width]: [usize; 2],
    output_width: usize,
    window: Window,
) {
    let taps = columns.len() / (window.kernel * window.kernel);
    for (tap, column) in columns.chunks_exact(taps).enumerate() {
        let (ky, kx) = (tap / window.kernel, tap % window.kernel);
        for (y, line) in column.chunks_exact(output_width).enumerate() {
            let row = (y * window.stride + ky).wrapping_sub(window.padding);
            if row < height {
                fold_line(&mut plane[row * width..][..width], line, kx, window);
            }
        }
    }
}

/// `row[x * stride + kx - padding] += line[x]` where that exists.
fn fold_line(row: &mut [f32], line: &[f32], kx: usize, window: Window) {
    let stride = window.stride;
    let skipped = window.padding.saturating_sub(kx).div_ceil(stride);
    let line = line.get(skipped..).unwrap_or_default();
    let start = (skipped * stride + kx).saturating_sub(window.padding);
    let cells = row.get_mut(start..).unwrap_or_default();
    if stride == 1 {
        for (cell, value) in cells.iter_mut().zip(line) {
            *cell += value;
        }
    } else {
        for (cell, value) in cells.iter_mut().step_by(stride).zip(line) {
            *cell += value;
        }
    }
}
