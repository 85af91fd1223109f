//! Pooling, fast: planes in parallel, rows first so that the compiler can use vector instructions.

use rayon::prelude::*;

use super::fast::AveragePool;
use super::kernel_times::{Kernel, timed};
use crate::spec::Window;

/// Max pool of maps of `[height, width]`; cells outside the map do not take part.
pub fn max_pool(input: &[f32], [height, width]: [usize; 2], window: Window) -> Vec<f32> {
    timed(Kernel::Pooling, || {
        let area = window.output_side(height) * window.output_side(width);
        let mut output = vec![0.0; input.len() / (height * width) * area];
        output
            .par_chunks_mut(area)
            .zip(input.par_chunks(height * width))
            .with_min_len(8)
            .for_each_init(
                || vec![0.0; width],
                |rows_max, (plane, map)| {
                    max_pool_plane(plane, map, [height, width], window, rows_max);
                },
            );
        output
    })
}

fn max_pool_plane(
    plane: &mut [f32],
    map: &[f32],
    [height, width]: [usize; 2],
    window: Window,
    rows_max: &mut [f32],
) {
    let lines = plane.chunks_exact_mut(window.output_side(width));
    for (y, line) in lines.enumerate() {
        let rows = window.input_range(y, height);
        rows_max.copy_from_slice(&map[rows.start * width..][..width]);
        for row in rows.skip(1) {
            for (max, &value) in rows_max.iter_mut().zip(&map[row * width..][..width]) {
                *max = max.max(value);
            }
        }
        for (x, cell) in line.iter_mut().enumerate() {
            let columns = window.input_range(x, width);
            *cell = rows_max[columns]
                .iter()
                .copied()
                .fold(f32::NEG_INFINITY, f32::max);
        }
    }
}

/// Average pool of maps of `[height, width]`: the mean over the cells there are.
pub(super) fn average_pool(
    input: &[f32],
    [height, width]: [usize; 2],
    pool: &AveragePool,
) -> Vec<f32> {
    timed(Kernel::Pooling, || {
        let output_width = pool.output_side(width);
        let area = pool.output_side(height) * output_width;
        let mut output = vec![0.0; input.len() / (height * width) * area];
        output
            .par_chunks_mut(area)
            .zip(input.par_chunks(height * width))
            .with_min_len(32)
            .for_each(|(plane, map)| {
                for (index, cell) in plane.iter_mut().enumerate() {
                    let rows = pool.range(index / output_width, height);
                    let columns = pool.range(index % output_width, width);
                    let count = rows.len() * columns.len();
                    let sum: f32 = rows
                        .map(|row| map[row * width..][columns.clone()].iter().sum::<f32>())
                        .sum();
                    *cell = sum / count as f32;
                }
            });
        output
    })
}
