//! The inner loop of every convolution: a tile of some pixels x some blocks of filters, its sums in registers.

use super::simd::{LANES, Pixel, Simd, prefetch};

/// What a kernel cell meets at one place of a map: sixteen channels, or one.
pub(super) trait Channels: Copy + Sync {
    /// How many.
    const COUNT: usize;
    /// The channel `index`.
    fn channel(&self, index: usize) -> f32;
}

impl Channels for Pixel {
    const COUNT: usize = LANES;
    #[inline(always)]
    fn channel(&self, index: usize) -> f32 {
        self.0[index]
    }
}

impl Channels for f32 {
    const COUNT: usize = 1;
    #[inline(always)]
    fn channel(&self, _index: usize) -> f32 {
        *self
    }
}

/// The input of a convolution: maps with their border of zeros, a slice a block of channels (or a channel).
#[derive(Clone, Copy, Debug)]
pub(super) struct Input<'a, C> {
    /// Row-major, `row` places a row.
    pub blocks: &'a [&'a [C]],
    /// Places from one row to the next.
    pub row: usize,
    /// Side of the kernel.
    pub kernel: usize,
}

/// How far ahead of their use weights are fetched, bytes: they come from main memory, once a pass.
const AHEAD: usize = 8192;

/// Adds to `sums` what the kernel meets in each block of channels, for the output pixels whose windows start at the places
/// `first`, `first + stride`, …
///
/// `weights` are in the order of the loops: block, kernel row, kernel column, channel.  A `STRIDE` of 0 stands for `stride`.
#[inline(always)]
pub(super) fn accumulate<S: Simd, C: Channels, const P: usize, const F: usize, const STRIDE: usize>(
    simd: S,
    mut sums: [[S::Vector; F]; P],
    input: &Input<'_, C>,
    first: usize,
    stride: usize,
    weights: &[[Pixel; F]],
) -> [[S::Vector; F]; P] {
    let stride = if STRIDE == 0 { stride } else { STRIDE };
    let reach = (P - 1) * stride + 1;
    let mut cells = weights.chunks_exact(C::COUNT);
    for (index, block) in input.blocks.iter().enumerate() {
        // The next block lies elsewhere in memory: the processor cannot guess where.
        if C::COUNT == LANES
            && let Some(next) = input.blocks.get(index + 1)
        {
            for ky in 0..input.kernel {
                let line = &next[first + ky * input.row..];
                for place in line.iter().take(reach).step_by(if STRIDE == 0 { 1 } else { STRIDE }) {
                    prefetch(place, 0);
                }
            }
        }
        for ky in 0..input.kernel {
            let line = &block[first + ky * input.row..];
            for kx in 0..input.kernel {
                let places = &line[kx..kx + reach];
                let Some(cell) = cells.next() else {
                    return sums;
                };
                for (channel, filters) in cell.iter().enumerate() {
                    for filters in filters {
                        prefetch(filters, AHEAD);
                    }
                    for p in 0..P {
                        let value = simd.splat(places[p * stride].channel(channel));
                        for f in 0..F {
                            let weight = simd.load(&filters[f].0);
                            sums[p][f] = simd.mul_add(value, weight, sums[p][f]);
                        }
                    }
                }
            }
        }
    }
    sums
}
