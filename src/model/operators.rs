//! The arithmetic behind the forward pass: one word chooses it.

use candle_core::{CpuStorage, Layout, Storage, Tensor, bail};

use super::error::StepError;
use super::kernels::{self, Epilogue, InstructionSet, Maps, Operation, Pool};
use super::layers::{BATCH_NORM_EPS, Conv};
use super::reference::{ReferenceAveragePool, ReferenceConvolution, ReferenceLocalResponseNorm, ReferenceMaxPool};
use super::values::Values;
use crate::platform::clock::Stopwatch;
use crate::spec::{LocalResponseNorm, Window};

/// The sums of a convolution alone, differentiable: `x` `[1, C, H, W]`, `weight` `[O, C, k, k]`.
pub(super) fn convolution(x: &Tensor, weight: &Tensor, window: Window) -> candle_core::Result<Tensor> {
    let weight = weight.clone();
    x.contiguous()?.apply_op1(ReferenceConvolution { weight, window })
}

/// Which implementation computes a layer.  Both give the same numbers to 1e-4 relative (tested).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Operators {
    /// Our kernels on packed weights; no gradients.
    #[default]
    Fast,
    /// Plain candle; differentiable, many times slower.
    Reference,
}

/// A layer from maps to maps.
#[derive(Clone, Copy, Debug)]
pub enum Layer<'a> {
    /// Convolution, bias, ReLU.
    Conv(&'a Conv),
    /// A pool.
    Pool(Pool),
    /// Local response normalisation.
    LocalResponseNorm(LocalResponseNorm),
}

/// A layer with what it reads.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// What is done.
    pub layer: Layer<'a>,
    /// `[1, C, H, W]`.
    pub x: &'a Values,
    /// Zeros to leave around the result, for the convolution that reads it.
    pub border: usize,
}

impl Operators {
    /// Computes layers that do not depend on one another; with each result its milliseconds.
    ///
    /// # Errors
    /// The index of the layer that failed, and why.
    pub fn side_by_side(self, work: &[Work<'_>]) -> Result<Vec<(Values, f64)>, (usize, StepError)> {
        match self {
            Self::Fast => fast(work),
            Self::Reference => {
                let results = work.iter().enumerate().map(|(index, work)| {
                    let start = Stopwatch::start();
                    let y = work.reference().map_err(|error| (index, error))?;
                    Ok((Values::Tensor(y), start.milliseconds()))
                });
                results.collect()
            }
        }
    }

    /// Computes one layer.
    pub(super) fn alone(self, work: Work<'_>) -> Result<Values, StepError> {
        let done = self.side_by_side(&[work]).map_err(|(_, error)| error)?.pop();
        let (values, _) = done.expect("there is a result for each layer");
        Ok(values)
    }

    /// `weight` `[O, N]` times each `x` (flattened to `[N]`) plus `bias` `[O]`; results `[O]`.
    pub(super) fn linear(
        self,
        x: &[&Values],
        weight: &Tensor,
        bias: &Tensor,
        relu: bool,
    ) -> Result<Vec<Values>, StepError> {
        if self == Self::Reference {
            let each = x.iter().map(|x| {
                let x = x.tensor()?.flatten_all()?;
                let y = (weight.matmul(&x.unsqueeze(1)?)?.squeeze(1)? + bias)?;
                Ok(Values::Tensor(if relu { y.relu()? } else { y }))
            });
            return each.collect();
        }
        let epilogue = if relu { Epilogue::Relu } else { Epilogue::Keep };
        let x = x.iter().map(|x| x.to_vec()).collect::<candle_core::Result<Vec<_>>>()?;
        let x: Vec<&[f32]> = x.iter().map(Vec::as_slice).collect();
        let bias = bias.to_vec1::<f32>()?;
        let (storage, layout) = weight.storage_and_layout();
        let weight = floats(&storage, layout)?;
        let y = kernels::linear(InstructionSet::best(), &x, weight, &bias, epilogue)?;
        let y = y.into_iter().map(|y| {
            let length = y.len();
            Ok(Values::Tensor(Tensor::from_vec(y, length, &candle_core::Device::Cpu)?))
        });
        y.collect()
    }
}

/// Our kernels; maps stay in blocks, a tensor is read as planes.
fn fast(work: &[Work<'_>]) -> Result<Vec<(Values, f64)>, (usize, StepError)> {
    let storages: Vec<_> = work.iter().map(|work| work.x.storage()).collect();
    let steps = work.iter().zip(&storages).enumerate();
    let steps = steps.map(|(index, (work, storage))| {
        let step = work.fast(storage.as_ref().map(|(storage, layout)| (&**storage, *layout)));
        step.map_err(|error| (index, error))
    });
    let steps = steps.collect::<Result<Vec<_>, _>>()?;
    let done = kernels::side_by_side(InstructionSet::best(), &steps);
    let done = done.map_err(|(index, error)| (index, error.into()))?;
    let values = work.iter().zip(done).map(|(work, done)| work.finished(done));
    Ok(values.collect())
}

impl<'a> Work<'a> {
    /// As a step of our kernels; `storage` is that of a tensor.
    fn fast(&self, storage: Option<(&'a Storage, &'a Layout)>) -> Result<kernels::Step<'a>, StepError> {
        let input = match self.x {
            Values::Maps(maps) => Maps::Blocked(maps),
            Values::Tensor(tensor) => {
                let (_, channels, height, width) = tensor.dims4()?;
                Maps::Planes {
                    values: storage.map_or(Ok(&[][..]), |(storage, layout)| floats(storage, layout))?,
                    channels,
                    sides: (height, width),
                }
            }
        };
        let operation = match self.layer {
            Layer::Conv(conv) if conv.normalise => Operation::Conv(conv.packed()?, Epilogue::Keep),
            Layer::Conv(conv) => Operation::Conv(conv.packed()?, Epilogue::Relu),
            Layer::Pool(pool) => Operation::Pool(pool),
            Layer::LocalResponseNorm(norm) => Operation::LocalResponseNorm(norm),
        };
        Ok(kernels::Step { operation, input, border: self.border })
    }

    /// What is left to do after our kernels; with its milliseconds.
    fn finished(&self, done: kernels::Done) -> (Values, f64) {
        match self.layer {
            Layer::Conv(conv) if conv.normalise => {
                let start = Stopwatch::start();
                let maps = kernels::normalise(InstructionSet::best(), &done.maps, BATCH_NORM_EPS, Epilogue::Relu);
                (maps.into(), done.duration_ms + start.milliseconds())
            }
            Layer::Conv(_) | Layer::Pool(_) | Layer::LocalResponseNorm(_) => (done.maps.into(), done.duration_ms),
        }
    }

    /// By plain candle.
    fn reference(&self) -> Result<Tensor, StepError> {
        let x = self.x.tensor()?;
        Ok(match self.layer {
            Layer::Conv(conv) if conv.normalise => conv.forward_normalised(&x)?,
            Layer::Conv(conv) => conv_relu(&x, &conv.weight, &conv.bias, conv.window)?,
            Layer::Pool(Pool::Max(window)) => x.apply_op1(ReferenceMaxPool(window))?,
            Layer::Pool(pool) => x.apply_op1(ReferenceAveragePool(pool))?,
            Layer::LocalResponseNorm(norm) => x.apply_op1(ReferenceLocalResponseNorm(norm))?,
        })
    }
}

/// ReLU of a convolution: `x` `[1, C, H, W]`, `weight` `[O, C, k, k]`, `bias` `[O]`.
fn conv_relu(x: &Tensor, weight: &Tensor, bias: &Tensor, window: Window) -> candle_core::Result<Tensor> {
    let bias = bias.reshape((1, (), 1, 1))?;
    convolution(x, weight, window)?.broadcast_add(&bias)?.relu()
}

/// The numbers of a contiguous f32 tensor.
pub(super) fn floats<'a>(storage: &'a Storage, layout: &Layout) -> candle_core::Result<&'a [f32]> {
    match storage {
        Storage::Cpu(storage) => slice(storage, layout),
        _ => bail!("expected a tensor in main memory"),
    }
}

/// The numbers of a contiguous f32 tensor on the processor.
pub(super) fn slice<'a>(storage: &'a CpuStorage, layout: &Layout) -> candle_core::Result<&'a [f32]> {
    let CpuStorage::F32(values) = storage else {
        bail!("expected f32 values");
    };
    match layout.contiguous_offsets() {
        Some((start, end)) => Ok(&values[start..end]),
        None => bail!("expected a contiguous tensor, got {layout:?}"),
    }
}
