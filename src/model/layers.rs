//! Layers with weights: a convolution with its normalisation folded in, a linear layer.

use std::collections::HashMap;
use std::sync::Arc;

use candle_core::{Device, Result, Tensor, bail};

use super::ModelError;
use super::error::StepError;
use super::kernels::{Method, PackedConv, Tile};
use super::operators::{self, Operators, Work, convolution};
use super::values::Values;
use crate::spec::{Layer, Norm, Op, Topology, Window};
use crate::weights::WeightTensor;

/// `eps` of the normalisation of fresh networks.
pub(super) const BATCH_NORM_EPS: f32 = Topology::USUAL_EPSILON;

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
    /// Whether the sums are normalised with their own statistics before the ReLU (fresh networks).
    pub normalise: bool,
    /// The weights as the fast operators want them; `None` behind the reference operators.
    pub(super) packed: Option<Arc<PackedConv>>,
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
        let side = layer.output.side();
        let method = match operators {
            Operators::Fast => Some(method(window, side)),
            Operators::Reference => None,
        };
        let shape = &weight.shape;
        Self::packed_with(&layer.name, (&values, shape), &bias, window, method)
            .map_err(|source| ModelError::Step { name: layer.name.clone(), source })
    }

    /// A convolution for the fast operators; `weight` is `[O, C, k, k]`, `bias` `[O]`.
    ///
    /// # Errors
    /// The shapes do not agree.
    pub fn from_tensors(
        name: &str,
        weight: &Tensor,
        bias: &Tensor,
        window: Window,
    ) -> std::result::Result<Self, StepError> {
        let values = weight.flatten_all()?.to_vec1::<f32>()?;
        Self::packed_with(name, (&values, weight.dims()), &bias.to_vec1()?, window, Some(Method::Direct))
    }

    fn packed_with(
        name: &str,
        (values, shape): (&[f32], &[usize]),
        bias: &[f32],
        window: Window,
        method: Option<Method>,
    ) -> std::result::Result<Self, StepError> {
        let channels = shape.get(1).copied().unwrap_or_default();
        let pack = |method| PackedConv::new(values, bias, channels, window, method).map(Arc::new);
        Ok(Self {
            name: name.to_owned(),
            weight: Tensor::from_slice(values, shape, &Device::Cpu)?,
            bias: Tensor::from_slice(bias, bias.len(), &Device::Cpu)?,
            window,
            normalise: false,
            packed: method.map(pack).transpose()?,
        })
    }

    /// The same layer with other weights of the same shape, for the same operators.
    pub(super) fn with(&self, weight: &[f32], bias: &[f32]) -> std::result::Result<Self, StepError> {
        let method = self.packed.as_ref().map(|packed| packed.method());
        Self::packed_with(&self.name, (weight, self.weight.dims()), bias, self.window, method)
    }

    /// The weights as the fast operators want them.
    pub(super) fn packed(&self) -> Result<&PackedConv> {
        match &self.packed {
            Some(packed) => Ok(packed),
            None => bail!("{} is made for the reference operators", self.name),
        }
    }

    /// `[1, C, H, W]` -> `[1, O, H', W']`, never negative.
    ///
    /// # Errors
    /// The input has another number of channels, or is smaller than the kernel.
    pub fn forward(&self, x: &Values) -> std::result::Result<Values, StepError> {
        let operators = match self.packed {
            Some(_) => Operators::Fast,
            None => Operators::Reference,
        };
        operators.alone(Work { layer: operators::Layer::Conv(self), x, border: 0 })
    }

    /// Convolution, batch normalisation over the cells of this one photo (no scale, no shift), ReLU.
    pub(super) fn forward_normalised(&self, x: &Tensor) -> Result<Tensor> {
        let y = convolution(x, &self.weight, self.window)?;
        let centred = y.broadcast_sub(&y.mean_keepdim((2, 3))?)?;
        let variance = centred.sqr()?.mean_keepdim((2, 3))?;
        let deviation = (variance + f64::from(BATCH_NORM_EPS))?.sqrt()?;
        centred.broadcast_div(&deviation)?.relu()
    }
}

/// The fastest way for maps of that output side (measured).  Winograd's algorithm saves products; with the larger tile more of them,
/// but then the filters are larger too, and small maps use each filter seldom.
pub(super) fn method(window: Window, side: usize) -> Method {
    match (window.kernel, side) {
        (3, 28..) => Method::Winograd(Tile::Four),
        (3 | 5, _) => Method::Winograd(Tile::Two),
        _ => Method::Direct,
    }
}

/// Batch normalisation after a convolution is a convolution: `W g / s` and `b - m g / s`, `s = sqrt(var + eps)`.
fn fold(weight: &[f32], gamma: &[f32], beta: &[f32], mean: &[f32], var: &[f32], epsilon: f32) -> (Vec<f32>, Vec<f32>) {
    let scale: Vec<f32> = gamma.iter().zip(var).map(|(gamma, var)| gamma / (var + epsilon).sqrt()).collect();
    let filter = weight.len() / scale.len();
    let weight = weight
        .chunks_exact(filter)
        .zip(&scale)
        .flat_map(|(filter, scale)| filter.iter().map(move |value| value * scale))
        .collect();
    let bias = beta.iter().zip(mean.iter().zip(&scale)).map(|(beta, (mean, scale))| beta - mean * scale).collect();
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
            Ok(Tensor::from_vec(tensor.values.clone(), tensor.shape.as_slice(), &Device::Cpu)?)
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
    ///
    /// # Errors
    /// The input has another length.
    pub fn forward(&self, x: &Values) -> std::result::Result<Values, StepError> {
        let values = self.forward_all(&[x])?;
        Ok(values.into_iter().next().expect("there is a result for each input"))
    }

    /// The same for several inputs of one length; the matrix is fetched once.
    ///
    /// # Errors
    /// As [`Self::forward`].
    pub fn forward_all(&self, x: &[&Values]) -> std::result::Result<Vec<Values>, StepError> {
        self.operators.linear(x, &self.weight, &self.bias, self.relu)
    }
}
