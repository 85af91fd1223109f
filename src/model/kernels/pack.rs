//! A convolution's weights in the order in which the kernels read them, made once at load.

use rayon::prelude::*;

use super::error::ShapeError;
use super::simd::{InstructionSet, LANES, Pixel};
use super::winograd::{Tile, Transformed};
use crate::spec::Window;

/// Most channels that are read as planes rather than blocks: a picture's colours.
const PLANAR: usize = 4;

/// A convolution, packed for an instruction set.
#[derive(Clone, Debug)]
pub struct PackedConv {
    pub(super) set: InstructionSet,
    pub(super) filters: usize,
    pub(super) channels: usize,
    pub(super) window: Window,
    pub(super) weights: Packed,
    /// One pixel a block of filters.
    pub(super) bias: Vec<Pixel>,
}

/// Weights by the way the convolution is computed.
#[derive(Clone, Debug)]
pub(super) enum Packed {
    /// Direct, on blocks: `[group][block of channels][ky][kx][channel][block of the group]`, sixteen filters each.
    Blocks(Vec<Pixel>),
    /// Direct, on planes: `[group][channel][ky][kx][block of the group]`.
    Planes(Vec<Pixel>),
    /// Winograd's algorithm, on blocks.
    Winograd(Transformed),
}

/// How a convolution is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Products as they stand.
    Direct,
    /// Winograd's algorithm where [`Tile::applies`], else direct.
    Winograd(Tile),
}

impl PackedConv {
    /// Packs `weight`, `[filters, channels, kernel, kernel]`, for the best instruction set; `bias` has one entry a filter.
    ///
    /// # Errors
    /// [`ShapeError`] where the numbers of values do not agree.
    pub fn new(
        weight: &[f32],
        bias: &[f32],
        channels: usize,
        window: Window,
        method: Method,
    ) -> Result<Self, ShapeError> {
        Self::for_set(InstructionSet::best(), weight, bias, channels, window, method)
    }

    /// The same for a given instruction set.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn for_set(
        set: InstructionSet,
        weight: &[f32],
        bias: &[f32],
        channels: usize,
        window: Window,
        method: Method,
    ) -> Result<Self, ShapeError> {
        let (filters, kernel) = (bias.len(), window.kernel);
        let wanted = vec![filters, channels, kernel, kernel];
        let count = wanted.iter().product::<usize>();
        if weight.len() != count || count == 0 || window.stride == 0 {
            return Err(ShapeError::Values { wanted, found: weight.len() });
        }
        let from = Weights { values: weight, filters, channels, kernel };
        let weights = match method {
            _ if channels <= PLANAR => Packed::Planes(pack(&from, set.group(), 1)),
            Method::Winograd(tile) if tile.applies(window) => {
                Packed::Winograd(Transformed::new(&from, set.group(), tile))
            }
            Method::Winograd(_) | Method::Direct => Packed::Blocks(pack(&from, set.group(), LANES)),
        };
        let bias = bias.chunks(LANES).map(pixel).collect();
        Ok(Self { set, filters, channels, window, weights, bias })
    }

    /// Bytes of the packed weights.
    pub(super) fn weight_bytes(&self) -> usize {
        match &self.weights {
            Packed::Blocks(weights) | Packed::Planes(weights) => size_of_val(&weights[..]),
            Packed::Winograd(filters) => size_of_val(&filters.values[..]),
        }
    }

    /// Maps that come out.
    pub fn filters(&self) -> usize {
        self.filters
    }

    /// Maps that go in.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// How it is computed.
    pub fn method(&self) -> Method {
        match &self.weights {
            Packed::Winograd(filters) => Method::Winograd(filters.tile()),
            Packed::Blocks(_) | Packed::Planes(_) => Method::Direct,
        }
    }

    /// Kernel, stride, padding.
    pub fn window(&self) -> Window {
        self.window
    }
}

/// Up to sixteen numbers, zeros behind.
pub(super) fn pixel(values: &[f32]) -> Pixel {
    let mut pixel = Pixel::default();
    pixel.0[..values.len()].copy_from_slice(values);
    pixel
}

/// Row-major `[filters, channels, kernel, kernel]`.
#[derive(Clone, Copy)]
pub(super) struct Weights<'a> {
    pub values: &'a [f32],
    pub filters: usize,
    pub channels: usize,
    pub kernel: usize,
}

impl Weights<'_> {
    /// What filters `first` to `first + 15` make of a channel at a kernel cell; 0 where there is no such filter or channel.
    pub fn pixel(&self, first: usize, channel: usize, cell: usize) -> Pixel {
        let mut pixel = Pixel::default();
        if channel < self.channels {
            let area = self.kernel * self.kernel;
            let last = (first + LANES).min(self.filters);
            for (lane, filter) in pixel.0.iter_mut().zip(first..last) {
                *lane = self.values[(filter * self.channels + channel) * area + cell];
            }
        }
        pixel
    }
}

/// Weights in the order of the direct kernels' loops; `lanes` channels are read at a time.
fn pack(weights: &Weights<'_>, group: usize, lanes: usize) -> Vec<Pixel> {
    let area = weights.kernel * weights.kernel;
    let depth = weights.channels.next_multiple_of(lanes) * area;
    let blocks = weights.filters.div_ceil(LANES);
    let mut packed = vec![Pixel::default(); blocks * depth];
    packed.par_chunks_mut(group * depth).enumerate().for_each(|(index, packed)| {
        let width = packed.len() / depth;
        let mut pixels = packed.iter_mut();
        for first in (0..weights.channels).step_by(lanes) {
            for cell in 0..area {
                for channel in first..first + lanes {
                    for (block, pixel) in (0..width).zip(&mut pixels) {
                        let filter = (index * group + block) * LANES;
                        *pixel = weights.pixel(filter, channel, cell);
                    }
                }
            }
        }
    });
    packed
}
