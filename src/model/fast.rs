//! The fast operators, for inference only: convolutions as matrix products with bias and ReLU in one pass.
//!
//! A 1x1 convolution multiplies `[C, HW]` as it lies; the others unroll patches first ([`super::im2col`]).  Large maps
//! are cut into blocks of columns that stay in a core's cache from unrolling to ReLU; small maps into blocks of filters.

use candle_core::{CpuStorage, CustomOp1, CustomOp3, Layout, Result, Shape, bail};
use rayon::prelude::*;

use super::gemm::{Matrix, multiply};
use super::im2col::{Maps, im2col};
use super::kernel_times::{Kernel, timed};
use super::{local_response_norm, pool};
use crate::spec::{LocalResponseNorm, Window, window::adaptive_range};

/// Cells of a map above which columns are cut rather than filters.
const WIDE: usize = 256;
/// Floats of unrolled patches that fit beside the weights in a core's second-level cache (512 kB).
const BLOCK_FLOATS: usize = 128 << 10;

/// Convolution of `[1, C, H, W]` with weights `[O, C, k, k]` and bias `[O]`, then ReLU.
pub(super) struct ConvRelu(pub Window);

impl CustomOp3 for ConvRelu {
    fn name(&self) -> &'static str {
        "conv-relu"
    }

    fn cpu_fwd(
        &self,
        x: &CpuStorage,
        x_layout: &Layout,
        weight: &CpuStorage,
        weight_layout: &Layout,
        bias: &CpuStorage,
        bias_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (_, channels, height, width) = x_layout.shape().dims4()?;
        let filters = weight_layout.shape().dims4()?.0;
        let conv = Conv {
            input: Maps {
                values: slice(x, x_layout)?,
                channels,
                height,
                width,
            },
            weight: slice(weight, weight_layout)?,
            bias: slice(bias, bias_layout)?,
            window: self.0,
            filters,
        };
        let (height, width) = conv.output_size();
        let output = conv.run();
        let shape = Shape::from((1, filters, height, width));
        Ok((CpuStorage::F32(output), shape))
    }
}

struct Conv<'a> {
    input: Maps<'a>,
    /// `[filters, C * k * k]`.
    weight: &'a [f32],
    bias: &'a [f32],
    window: Window,
    filters: usize,
}

impl Conv<'_> {
    fn run(&self) -> Vec<f32> {
        let (height, width) = self.output_size();
        if height * width > WIDE {
            self.by_columns(height, width)
        } else {
            self.by_filters(height, width)
        }
    }

    fn output_size(&self) -> (usize, usize) {
        let side = |side| self.window.output_side(side);
        (side(self.input.height), side(self.input.width))
    }

    /// Length of a patch: the inner dimension of the product.
    fn depth(&self) -> usize {
        self.input.channels * self.window.kernel * self.window.kernel
    }

    fn is_pointwise(&self) -> bool {
        self.window == Window::conv(1, 1, 0)
    }

    /// Large maps: each task takes some output rows from patch to ReLU.
    fn by_columns(&self, height: usize, row: usize) -> Vec<f32> {
        let area = height * row;
        let rows_per_block = self.rows_per_block(height, row);
        let mut output = vec![0.0; self.filters * area];
        // Per block of columns, the piece of every filter's map that it fills.
        let mut blocks: Vec<Vec<&mut [f32]>> = Vec::new();
        blocks.resize_with(height.div_ceil(rows_per_block), || {
            Vec::with_capacity(self.filters)
        });
        for map in output.chunks_exact_mut(area) {
            for (block, piece) in blocks.iter_mut().zip(map.chunks_mut(rows_per_block * row)) {
                block.push(piece);
            }
        }
        blocks.into_par_iter().enumerate().for_each_init(
            || (Vec::new(), Vec::new()),
            |(columns, product), (index, pieces)| {
                let first = index * rows_per_block;
                let rows = first..(first + rows_per_block).min(height);
                let width = rows.len() * row;
                product.resize(self.filters * width, 0.0);
                let right = if self.is_pointwise() {
                    Matrix {
                        values: &self.input.values[first * row..],
                        rows: self.depth(),
                        columns: width,
                        stride: area,
                    }
                } else {
                    columns.resize(self.depth() * width, 0.0);
                    timed(Kernel::Im2col, || {
                        im2col(columns, self.input, self.window, rows)
                    });
                    Matrix::dense(columns, self.depth(), width)
                };
                let left = Matrix::dense(self.weight, self.filters, self.depth());
                timed(Kernel::Gemm, || multiply(product, left, right));
                timed(Kernel::Epilogue, || {
                    let filters = product.chunks_exact(width).zip(self.bias);
                    for (piece, (sums, &bias)) in pieces.into_iter().zip(filters) {
                        for (cell, sum) in piece.iter_mut().zip(sums) {
                            *cell = (sum + bias).max(0.0);
                        }
                    }
                });
            },
        );
        output
    }

    /// Output rows a block takes: at least two blocks a thread, small enough for the cache.
    fn rows_per_block(&self, height: usize, row: usize) -> usize {
        let fits = BLOCK_FLOATS / (self.depth().max(self.filters) * row);
        let fair = height.div_ceil(2 * rayon::current_num_threads());
        fits.clamp(1, fair)
    }

    /// Small maps: patches once, then each task multiplies some filters.
    fn by_filters(&self, height: usize, width: usize) -> Vec<f32> {
        let area = height * width;
        let depth = self.depth();
        let mut columns = Vec::new();
        if !self.is_pointwise() {
            columns.resize(depth * area, 0.0);
            let per_channel = self.window.kernel * self.window.kernel * area;
            let map = self.input.height * self.input.width;
            timed(Kernel::Im2col, || {
                columns
                    .par_chunks_mut(per_channel)
                    .zip(self.input.values.par_chunks(map))
                    .with_min_len(16)
                    .for_each(|(columns, values)| {
                        let one = Maps {
                            values,
                            channels: 1,
                            ..self.input
                        };
                        im2col(columns, one, self.window, 0..height);
                    });
            });
        }
        let right = if self.is_pointwise() {
            self.input.values
        } else {
            &columns
        };
        let right = Matrix::dense(right, depth, area);
        let filters_per_block = self
            .filters
            .div_ceil(rayon::current_num_threads())
            .next_multiple_of(8);
        let mut output = vec![0.0; self.filters * area];
        output
            .par_chunks_mut(filters_per_block * area)
            .enumerate()
            .for_each(|(index, block)| {
                let filters = block.len() / area;
                let first = index * filters_per_block;
                let weight = &self.weight[first * depth..][..filters * depth];
                timed(Kernel::Gemm, || {
                    multiply(block, Matrix::dense(weight, filters, depth), right);
                });
                timed(Kernel::Epilogue, || {
                    for (map, &bias) in block.chunks_exact_mut(area).zip(&self.bias[first..]) {
                        for cell in map {
                            *cell = (*cell + bias).max(0.0);
                        }
                    }
                });
            });
        output
    }
}

/// Max pool of `[1, C, H, W]`.
pub(super) struct MaxPool(pub Window);

impl CustomOp1 for MaxPool {
    fn name(&self) -> &'static str {
        "max-pool"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (_, channels, height, width) = layout.shape().dims4()?;
        let output = pool::max_pool(slice(x, layout)?, [height, width], self.0);
        let side = |side| self.0.output_side(side);
        Ok((
            CpuStorage::F32(output),
            Shape::from((1, channels, side(height), side(width))),
        ))
    }
}

/// Average pool of `[1, C, H, W]`.
#[derive(Clone, Copy)]
pub(super) enum AveragePool {
    /// By a window.
    Window(Window),
    /// To that side, PyTorch's adaptive way.
    Adaptive(usize),
}

impl AveragePool {
    pub(super) fn output_side(&self, side: usize) -> usize {
        match self {
            Self::Window(window) => window.output_side(side),
            Self::Adaptive(output_side) => *output_side,
        }
    }

    pub(super) fn range(&self, index: usize, side: usize) -> std::ops::Range<usize> {
        match self {
            Self::Window(window) => window.input_range(index, side),
            Self::Adaptive(output_side) => adaptive_range(index, *output_side, side),
        }
    }
}

impl CustomOp1 for AveragePool {
    fn name(&self) -> &'static str {
        "average-pool"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (_, channels, height, width) = layout.shape().dims4()?;
        let output = pool::average_pool(slice(x, layout)?, [height, width], self);
        let side = |side| self.output_side(side);
        Ok((
            CpuStorage::F32(output),
            Shape::from((1, channels, side(height), side(width))),
        ))
    }
}

/// LRN of `[1, C, H, W]`.
pub(super) struct FastLocalResponseNorm(pub LocalResponseNorm);

impl CustomOp1 for FastLocalResponseNorm {
    fn name(&self) -> &'static str {
        "local-response-norm"
    }

    fn cpu_fwd(&self, x: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (_, _, height, width) = layout.shape().dims4()?;
        let y = local_response_norm::local_response_norm(slice(x, layout)?, height * width, self.0);
        Ok((CpuStorage::F32(y), layout.shape().clone()))
    }
}

/// `[N]` times weights `[O, N]` plus bias `[O]`, with ReLU if asked; result `[O]`.
pub(super) struct FastLinear {
    pub relu: bool,
}

impl CustomOp3 for FastLinear {
    fn name(&self) -> &'static str {
        "linear"
    }

    fn cpu_fwd(
        &self,
        x: &CpuStorage,
        x_layout: &Layout,
        weight: &CpuStorage,
        weight_layout: &Layout,
        bias: &CpuStorage,
        bias_layout: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (x, bias) = (slice(x, x_layout)?, slice(bias, bias_layout)?);
        let weight = slice(weight, weight_layout)?;
        let mut output = vec![0.0; bias.len()];
        output
            .par_iter_mut()
            .zip(weight.par_chunks(x.len()).zip(bias))
            .with_min_len(64)
            .for_each(|(cell, (row, &bias))| {
                let sum = dot(row, x) + bias;
                *cell = if self.relu { sum.max(0.0) } else { sum };
            });
        let length = output.len();
        Ok((CpuStorage::F32(output), Shape::from(length)))
    }
}

/// Dot product with sixteen running sums, which the compiler turns into vector instructions.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a_chunks, a_rest) = a.as_chunks::<16>();
    let (b_chunks, b_rest) = b.as_chunks::<16>();
    let mut sums = [0.0_f32; 16];
    for (a, b) in a_chunks.iter().zip(b_chunks) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}

/// The numbers of a contiguous f32 tensor.
pub(super) fn slice<'a>(storage: &'a CpuStorage, layout: &Layout) -> Result<&'a [f32]> {
    let CpuStorage::F32(values) = storage else {
        bail!("expected f32 values");
    };
    match layout.contiguous_offsets() {
        Some((start, end)) => Ok(&values[start..end]),
        None => bail!("expected a contiguous tensor, got {layout:?}"),
    }
}
