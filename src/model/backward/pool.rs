//! Pooling, backwards.

use rayon::prelude::*;

use crate::model::fast::AveragePool;
use crate::spec::Window;

/// Max pooling passes a gradient on to the cell that won, the first in reading order of several equal ones.
///
/// `into` and `x` are maps of `[height, width]`; adds to `into`.
pub(super) fn to_winners(
    into: &mut [f32],
    gradient: &[f32],
    x: &[f32],
    [height, width]: [usize; 2],
    window: Window,
) {
    let output_width = window.output_side(width);
    let area = window.output_side(height) * output_width;
    into.par_chunks_mut(height * width)
        .zip(x.par_chunks(height * width))
        .zip(gradient.par_chunks(area))
        .with_min_len(4)
        .for_each(|((into, x), gradient)| {
            for (index, &gradient) in gradient.iter().enumerate() {
                let columns = window.input_range(index % output_width, width);
                let mut winner = None;
                let mut largest = f32::NEG_INFINITY;
                for row in window.input_range(index / output_width, height) {
                    let start = row * width;
                    for (column, &value) in columns.clone().zip(&x[start..][columns.clone()]) {
                        if value > largest {
                            largest = value;
                            winner = Some(start + column);
                        }
                    }
                }
                if let Some(winner) = winner {
                    into[winner] += gradient;
                }
            }
        });
}

/// Average pooling gives every cell of a window the same share.
///
/// `into` are maps of `[height, width]`; adds to it.
pub(in crate::model) fn spread(
    into: &mut [f32],
    gradient: &[f32],
    [height, width]: [usize; 2],
    pool: &AveragePool,
) {
    let output_width = pool.output_side(width);
    let area = pool.output_side(height) * output_width;
    into.par_chunks_mut(height * width)
        .zip(gradient.par_chunks(area))
        .with_min_len(32)
        .for_each(|(into, gradient)| {
            for (index, gradient) in gradient.iter().enumerate() {
                let rows = pool.range(index / output_width, height);
                let columns = pool.range(index % output_width, width);
                let share = gradient / (rows.len() * columns.len()) as f32;
                for row in rows {
                    let cells = &mut into[row * width..][columns.clone()];
                    cells.iter_mut().for_each(|cell| *cell += share);
                }
            }
        });
}
