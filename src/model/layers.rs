//! Layers with weights: a convolution with its normalisation folded in, a linear layer.

use std::collections::HashMap;

use candle_core::{Device, Result, Tensor};

use super::ModelError;
use super::operators::{Operators, convolution};
use crate::spec::{Layer, Norm, Op, Topology, Window};
use crate::weights::WeightTensor;

/// `eps` of the normalisation of fresh networks.
const BATCH_NORM_EPS: f32 = Topology::USUAL_EPSILON;

/// Convolution, bias (batch normalisation folded in), ReLU.
#[derive(Clone, Debug)]
pub struct Conv {
    /// Name of the traced activation.
    pub name: String,
    /// `[O, C, k, k]`.
    pub weight: Tensor,
    /// `[O]`.
    pub bias: Tensor,
    /// Kernel, stride, padding.
    pub window: Window,
    /// Whether the sums are normalised with their own statistics before the ReLU (fresh networks; reference only).
    pub normalise: bool,
    /// Which arithmetic.
    pub operators: Operators,
}

impl Conv {
    /// Takes the layer's tensors out of checked weights and folds the normalisation.
    pub(super) fn new(
        layer: &Layer,
        window: Window,
        topology: &Topology,
        tensors: &HashMap<String, WeightTensor>,
        operators: Operators,
    ) -> std::result::Result<Self, ModelError> {
        let get = |suffix: &str| {
            let name = format!("{}.{suffix}", layer.name);
            tensors.get(&name).ok_or(ModelError::UnknownName { name })
        };
        let weight = get("conv.weight")?;
        let (values, bias) = match topology.norm {
            Norm::None | Norm::Folded => (weight.values.clone(), get("conv.bias")?.values.clone()),
            Norm::BatchNorm => fold(
                &weight.values,
                &get("bn.weight")?.values,
                &get("bn.bias")?.values,
                &get("bn.running_mean")?.values,
                &get("bn.running_var")?.values,
                topology.batch_norm_epsilon,
            ),
        };
        let filters = bias.len();
        Ok(Self {
            name: layer.name.clone(),
            weight: Tensor::from_vec(values, weight.shape.as_slice(), &Device::Cpu)?,
            bias: Tensor::from_vec(bias, filters, &Device::Cpu)?,
            window,
            normalise: false,
            operators,
        })
    }

    /// `[1, C, H, W]` -> `[1, O, H', W']`, never negative.
    pub fn forward(&self, x: &Tensor) -> Result<Tensor> {
        if self.normalise {
            return self.forward_normalised(x);
        }
        self.operators
            .conv_relu(x, &self.weight, &self.bias, self.window)
    }
}

impl Conv {
    /// Convolution, batch normalisation over the cells of this one photo (no scale, no shift), ReLU.
    fn forward_normalised(&self, x: &Tensor) -> Result<Tensor> {
        let y = convolution(x, &self.weight, self.window)?;
        let centred = y.broadcast_sub(&y.mean_keepdim((2, 3))?)?;
        let variance = centred.sqr()?.mean_keepdim((2, 3))?;
        let deviation = (variance + f64::from(BATCH_NORM_EPS))?.sqrt()?;
        centred.broadcast_div(&deviation)?.relu()
    }
}

/// Batch normalisation after a convolution is a convolution: `W g / s` and `b - m g / s`, `s = sqrt(var + eps)`.
fn fold(
    weight: &[f32],
    gamma: &[f32],
    beta: &[f32],
    mean: &[f32],
    var: &[f32],
    epsilon: f32,
) -> (Vec<f32>, Vec<f32>) {
    let scale: Vec<f32> = gamma
        .iter()
        .zip(var)
        .map(|(gamma, var)| gamma / (var + epsilon).sqrt())
        .collect();
    let filter = weight.len() / scale.len();
    let weight = weight
        .chunks_exact(filter)
        .zip(&scale)
        .flat_map(|(filter, scale)| filter.iter().map(move |value| value * scale))
        .collect();
    let bias = beta
        .iter()
        .zip(mean.iter().zip(&scale))
        .map(|(beta, (mean, scale))| beta - mean * scale)
        .collect();
    (weight, bias)
}

/// Matrix, bias, and a ReLU where one follows.
#[derive(Clone, Debug)]
pub struct Linear {
    /// Name of the traced activation.
    pub name: String,
    /// `[O, N]`.
    pub weight: Tensor,
    /// `[O]`.
    pub bias: Tensor,
    /// Whether negative results become 0.
    pub relu: bool,
    /// Which arithmetic.
    pub operators: Operators,
}

impl Linear {
    /// Takes the layer's tensors out of checked weights.
    pub(super) fn new(
        layer: &Layer,
        tensors: &HashMap<String, WeightTensor>,
        operators: Operators,
    ) -> std::result::Result<Self, ModelError> {
        let get = |suffix: &str| -> std::result::Result<Tensor, ModelError> {
            let name = format!("{}.{suffix}", layer.name);
            let tensor = tensors.get(&name).ok_or(ModelError::UnknownName { name })?;
            Ok(Tensor::from_vec(
                tensor.values.clone(),
                tensor.shape.as_slice(),
                &Device::Cpu,
            )?)
        };
        Ok(Self {
            name: layer.name.clone(),
            weight: get("weight")?,
            bias: get("bias")?,
            relu: matches!(layer.op, Op::Linear { relu: true }),
            operators,
        })
    }

    /// `[1, C, H, W]` or `[N]` -> `[O]`.
    pub fn forward(&self, x: &Tensor) -> Result<Tensor> {
        self.operators
            .linear(x, &self.weight, &self.bias, self.relu)
    }
}
