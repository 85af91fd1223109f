//! Patches as columns: a convolution becomes a matrix product.

use std::ops::Range;

use crate::spec::Window;

/// Maps, `[channels, height, width]`.
#[derive(Clone, Copy, Debug)]
pub struct Maps<'a> {
    /// Row-major values.
    pub values: &'a [f32],
    /// Channels.
    pub channels: usize,
    /// Rows.
    pub height: usize,
    /// Columns.
    pub width: usize,
}

/// Unrolls the patches of the output rows `rows` into `columns`, `[channels * kernel * kernel, rows * output width]`:
/// row `(c * kernel + ky) * kernel + kx` holds what kernel cell `(ky, kx)` meets in channel `c`, zero outside the map.
pub fn im2col(columns: &mut [f32], input: Maps<'_>, window: Window, rows: Range<usize>) {
    let output_width = window.output_side(input.width);
    let area = input.height * input.width;
    let mut row_of_columns = columns.chunks_exact_mut(rows.len() * output_width);
    for channel in 0..input.channels {
        let map = &input.values[channel * area..][..area];
        for ky in 0..window.kernel {
            for kx in 0..window.kernel {
                let Some(out) = row_of_columns.next() else {
                    return;
                };
                for (line, y) in out.chunks_exact_mut(output_width).zip(rows.clone()) {
                    let input_y = (y * window.stride + ky).wrapping_sub(window.padding);
                    if input_y < input.height {
                        let source = &map[input_y * input.width..][..input.width];
                        fill_line(line, source, window, kx);
                    } else {
                        line.fill(0.0);
                    }
                }
            }
        }
    }
}

/// `line[x] = source[x * stride + kx - padding]`, zero outside.
fn fill_line(line: &mut [f32], source: &[f32], window: Window, kx: usize) {
    let stride = window.stride;
    // First x whose source cell exists, and the first beyond the last.
    let first = window
        .padding
        .saturating_sub(kx)
        .div_ceil(stride)
        .min(line.len());
    let last = (source.len() + window.padding)
        .saturating_sub(kx)
        .div_ceil(stride);
    let last = last.clamp(first, line.len());
    line[..first].fill(0.0);
    line[last..].fill(0.0);
    let start = first * stride + kx - window.padding.min(first * stride + kx);
    let inside = &mut line[first..last];
    if inside.is_empty() {
        return;
    }
    if stride == 1 {
        inside.copy_from_slice(&source[start..start + inside.len()]);
    } else {
        for (cell, value) in inside
            .iter_mut()
            .zip(source[start..].iter().step_by(stride))
        {
            *cell = *value;
        }
    }
}
