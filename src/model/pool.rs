//! Pooling, fast: planes in parallel, rows first so that the compiler can use vector instructions.

use rayon::prelude::*;

use super::kernel_times::{Kernel, timed};
use crate::spec::Window;

/// Max pool of `[channels, side, side]`; cells outside the map do not take part.
pub fn max_pool(input: &[f32], channels: usize, side: usize, window: Window) -> Vec<f32> {
    timed(Kernel::Pooling, || {
        let output_side = window.output_side(side);
        let mut output = vec![0.0; channels * output_side * output_side];
        output
            .par_chunks_mut(output_side * output_side)
            .zip(input.par_chunks(side * side))
            .with_min_len(8)
            .for_each_init(
                || vec![0.0; side],
                |rows_max, (plane, map)| max_pool_plane(plane, map, side, window, rows_max),
            );
        output
    })
}

fn max_pool_plane(
    plane: &mut [f32],
    map: &[f32],
    side: usize,
    window: Window,
    rows_max: &mut [f32],
) {
    let output_side = window.output_side(side);
    for (y, line) in plane.chunks_exact_mut(output_side).enumerate() {
        let rows = window.input_range(y, side);
        rows_max.copy_from_slice(&map[rows.start * side..][..side]);
        for row in rows.skip(1) {
            for (max, &value) in rows_max.iter_mut().zip(&map[row * side..][..side]) {
                *max = max.max(value);
            }
        }
        for (x, cell) in line.iter_mut().enumerate() {
            let columns = window.input_range(x, side);
            *cell = rows_max[columns]
                .iter()
                .copied()
                .fold(f32::NEG_INFINITY, f32::max);
        }
    }
}

/// Mean over the ranges that `range` gives for each output row and column of a `side` x `side` map.
pub fn average_pool(
    input: &[f32],
    channels: usize,
    side: usize,
    output_side: usize,
    range: impl Fn(usize) -> std::ops::Range<usize> + Sync,
) -> Vec<f32> {
    timed(Kernel::Pooling, || {
        let mut output = vec![0.0; channels * output_side * output_side];
        output
            .par_chunks_mut(output_side * output_side)
            .zip(input.par_chunks(side * side))
            .with_min_len(32)
            .for_each(|(plane, map)| {
                for (index, cell) in plane.iter_mut().enumerate() {
                    let (rows, columns) = (range(index / output_side), range(index % output_side));
                    let count = rows.len() * columns.len();
                    let sum: f32 = rows
                        .map(|row| map[row * side..][columns.clone()].iter().sum::<f32>())
                        .sum();
                    *cell = sum / count as f32;
                }
            });
        output
    })
}
