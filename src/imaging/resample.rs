//! Resizing that agrees with Pillow bit for bit, computing only the part that is wanted.
//!
//! The rule is Pillow's `Resample.c` (bilinear, or bicubic with a = -0.5, widened when shrinking): a horizontal pass
//! to 8 bits, then a vertical one, both with weights in fixed point.  (Pillow 13 swaps the passes for
//! some very tall pictures, which matters only where the kernel's overshoot is clipped.)  `image::imageops::resize` is the same filter without the 8 bits in between; on a
//! photo of 24 megapixels it takes far longer and resizes everything, also what the crop drops.

use image::RgbImage;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Fractional bits of a weight: 8-bit sums stay inside i32 even where the kernel overshoots.
const PRECISION_BITS: u32 = 22;

/// What weighs the pixels around a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Filter {
    /// A triangle (Pillow's `BILINEAR`; torchvision's with `antialias`).
    Bilinear,
    /// Catmull-Rom (Pillow's `BICUBIC`).
    #[default]
    Bicubic,
}

impl Filter {
    /// Reach of the kernel to either side, in pixels of the coarser picture.
    const fn reach(self) -> f64 {
        match self {
            Self::Bilinear => 1.0,
            Self::Bicubic => 2.0,
        }
    }

    /// The weight of a pixel that far away.
    fn weight(self, distance: f64) -> f64 {
        match self {
            Self::Bilinear => (1.0 - distance.abs()).max(0.0),
            Self::Bicubic => catmull_rom(distance),
        }
    }
}

/// One axis of a resize: the pixels `first..first + count` of the photo brought to another scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    /// Pixels of the photo along this axis, at least 1.
    pub photo_len: u32,
    /// Pixels of the photo per pixel of the result, above 0; the same for every pixel.
    pub step: f64,
    /// The first pixel wanted, counted from the photo's edge; need not be whole.
    pub first: f64,
    /// How many pixels are wanted; the centre of each lies inside the photo.
    pub count: u32,
}

impl Axis {
    /// `count` pixels from `first` on, of the `resized_len` that the whole photo would become.
    pub fn part(photo_len: u32, resized_len: u64, first: u64, count: u32) -> Self {
        Self { photo_len, step: f64::from(photo_len) / resized_len as f64, first: first as f64, count }
    }

    /// An axis of which everything is wanted.
    pub fn whole(photo_len: u32, resized_len: u32) -> Self {
        Self::part(photo_len, u64::from(resized_len), 0, resized_len)
    }
}

/// Resizes `photo` along both axes; the result is `horizontal.count` x `vertical.count`.
///
/// Memory: the result, its weights, and `horizontal.count` pixels for each photo row in reach.
pub(super) fn resample(photo: &RgbImage, filter: Filter, horizontal: Axis, vertical: Axis) -> RgbImage {
    let columns = taps(filter, horizontal);
    let rows = taps(filter, vertical);
    let first_row = rows.first().map_or(0, |taps| taps.start);
    let end_row = rows.last().map_or(0, |taps| taps.start + taps.weights.len());
    let width = horizontal.count as usize;

    let mut narrowed = vec![0_u8; width * 3 * (end_row - first_row)];
    let photo_row_len = photo.width() as usize * 3;
    narrowed.par_chunks_mut((width * 3).max(1)).enumerate().for_each(|(index, out)| {
        let start = (first_row + index) * photo_row_len;
        resample_row(&photo.as_raw()[start..start + photo_row_len], &columns, out);
    });

    let mut result = RgbImage::new(horizontal.count, vertical.count);
    result.par_chunks_mut((width * 3).max(1)).zip(&rows).for_each(|(out, taps)| {
        let start = (taps.start - first_row) * width * 3;
        blend_rows(&narrowed[start..start + taps.weights.len() * width * 3], &taps.weights, out);
    });
    result
}

/// The photo pixels that make one pixel of the result.
struct Taps {
    start: usize,
    /// Fixed-point weights that sum to about `1 << PRECISION_BITS`.
    weights: Vec<i32>,
}

/// The taps of every wanted pixel, for the part of the kernel that lies inside the photo.
fn taps(filter: Filter, axis: Axis) -> Vec<Taps> {
    let step = axis.step;
    let widening = step.max(1.0);
    let reach = filter.reach() * widening;
    (0..axis.count)
        .map(|index| {
            let centre = (axis.first + f64::from(index) + 0.5) * step;
            let start = (centre - reach + 0.5).max(0.0) as usize;
            let end = ((centre + reach + 0.5) as usize).min(axis.photo_len as usize);
            let weights: Vec<f64> =
                (start..end).map(|pixel| filter.weight((pixel as f64 - centre + 0.5) / widening)).collect();
            let sum: f64 = weights.iter().sum();
            let one = f64::from(1_u32 << PRECISION_BITS);
            Taps { start, weights: weights.iter().map(|weight| (weight / sum * one).round() as i32).collect() }
        })
        .collect()
}

/// The cubic through four equidistant points (Keys 1981 with a = -0.5).
fn catmull_rom(distance: f64) -> f64 {
    let x = distance.abs();
    if x < 1.0 {
        (1.5 * x - 2.5) * x * x + 1.0
    } else if x < 2.0 {
        ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    } else {
        0.0
    }
}

/// One photo row to one narrowed row.  Sums cannot leave i32 (see [`PRECISION_BITS`]); the
/// wrapping operations only spare the checks.
fn resample_row(photo_row: &[u8], columns: &[Taps], out: &mut [u8]) {
    for (pixel, taps) in out.chunks_exact_mut(3).zip(columns) {
        let mut sums = [1_i32 << (PRECISION_BITS - 1); 3];
        let inputs = photo_row[taps.start * 3..].chunks_exact(3);
        for (input, &weight) in inputs.zip(&taps.weights) {
            for channel in 0..3 {
                sums[channel] = sums[channel].wrapping_add(i32::from(input[channel]).wrapping_mul(weight));
            }
        }
        pixel.copy_from_slice(&sums.map(to_byte));
    }
}

/// A weighted sum of `weights.len()` rows, as long as `out` each, stored one after the other.
fn blend_rows(rows: &[u8], weights: &[i32], out: &mut [u8]) {
    let mut sums = vec![1_i32 << (PRECISION_BITS - 1); out.len()];
    for (row, &weight) in rows.chunks_exact(out.len()).zip(weights) {
        for (sum, &input) in sums.iter_mut().zip(row) {
            *sum = sum.wrapping_add(i32::from(input).wrapping_mul(weight));
        }
    }
    for (byte, sum) in out.iter_mut().zip(sums) {
        *byte = to_byte(sum);
    }
}

fn to_byte(sum: i32) -> u8 {
    (sum >> PRECISION_BITS).clamp(0, 255) as u8
}
