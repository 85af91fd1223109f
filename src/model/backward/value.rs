//! What an objective is.

use std::ops::Range;

use super::gradient::{at, blocked};
use crate::model::error::ObjectiveError;
use crate::model::kernels::{
    Blocked, Epilogue, InstructionSet, Maps, Operation, PackedConv, ShapeError, Step, alone, normalise,
};
use crate::model::layers::BATCH_NORM_EPS;
use crate::model::objective::Objective;
use crate::model::objective::Over;
use crate::model::objective::index;
use crate::model::planes::Planes;
use crate::model::trace::Trace;
use crate::model::values::Values;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::{Network, Op};

impl GoogLeNet {
    /// The objective itself, in the units of the activations it reads.
    ///
    /// # Errors
    /// As [`GoogLeNet::gradient`].
    pub fn objective(&self, trace: &Trace, objective: &Objective) -> Result<f64, ModelError> {
        let network = self.structure();
        match objective {
            Objective::Logit { head, class } => {
                let values = activation(self, &network, trace, head.logits_name(), false)?;
                mean(head.logits_name(), &values, *class, Over::Mean)
            }
            Objective::Channel { name, channel, how, before_relu } => {
                let values = activation(self, &network, trace, name, *before_relu)?;
                mean(name, &values, *channel, *how)
            }
            Objective::Energy { name, before_relu } => {
                let values = activation(self, &network, trace, name, *before_relu)?.values;
                let squares = values.iter().map(|&value| f64::from(value).powi(2));
                Ok(squares.sum::<f64>() / values.len() as f64)
            }
            Objective::Projection { name, weights } => {
                let values = activation(self, &network, trace, name, false)?.values;
                at(name, projected(&values, weights))
            }
            Objective::Weighted(parts) => parts
                .iter()
                .try_fold(0.0, |sum, (part, weight)| Ok(sum + f64::from(*weight) * self.objective(trace, part)?)),
        }
    }
}

fn projected(values: &[f32], weights: &[f32]) -> Result<f64, ShapeError> {
    if values.len() != weights.len() {
        return Err(ShapeError::Values { wanted: vec![values.len()], found: weights.len() });
    }
    Ok(values.iter().zip(weights).map(|(&value, &weight)| f64::from(value) * f64::from(weight)).sum())
}

fn mean(name: &str, values: &Planes, channel: usize, how: Over) -> Result<f64, ModelError> {
    let cells = &values.values[cells(name, values, channel, how)?];
    let sum: f64 = cells.iter().map(|&value| f64::from(value)).sum();
    Ok(sum / cells.len() as f64)
}

/// An activation as traced, or what it was before its activation function.
fn activation(
    model: &GoogLeNet,
    network: &Network,
    trace: &Trace,
    name: &str,
    before_relu: bool,
) -> Result<Planes, ModelError> {
    let traced = |name: &str| match trace.get(name) {
        Some(traced) => Ok(&traced.values),
        None => {
            let name = name.to_owned();
            Err(ModelError::from(ObjectiveError::NotTraced { name }))
        }
    };
    let index = index(network, name)?;
    let mut planes = Planes::zeros_like(traced(name)?);
    if before_relu {
        planes.values.clear();
        for (owner, _) in owners(network, index)? {
            let owner = &network.layers[owner];
            let input = traced(&network.layers[owner.inputs[0]].name)?;
            planes.values.extend(sums(model, &owner.name, input)?.to_vec()?);
        }
    } else {
        planes.values = traced(name)?.to_vec()?;
    }
    Ok(planes)
}

/// Where the cells that count lie in `values`.
pub(super) fn cells(name: &str, values: &Planes, channel: usize, how: Over) -> Result<Range<usize>, ModelError> {
    let Planes { channels, height, width, .. } = *values;
    if channel >= channels {
        let name = name.to_owned();
        return Err(ObjectiveError::NoChannel { name, channels, channel }.into());
    }
    let start = channel * values.area();
    match how {
        Over::Mean => Ok(start..start + values.area()),
        Over::Cell(row, column) if row < height && column < width => {
            let cell = start + row * width + column;
            Ok(cell..cell + 1)
        }
        Over::Cell(row, column) => {
            Err(ObjectiveError::NoCell { name: name.to_owned(), height, width, row, column }.into())
        }
    }
}

/// The layers with an activation function that an activation consists of, and the first channel of each.
pub(super) fn owners(network: &Network, index: usize) -> Result<Vec<(usize, usize)>, ModelError> {
    let layer = &network.layers[index];
    match layer.op {
        Op::Conv(_) | Op::Linear { relu: true } => Ok(vec![(index, 0)]),
        Op::Concat => {
            let mut first = 0;
            let branch = |&branch: &usize| {
                let owner = (branch, first);
                first += network.layers[branch].output.channels();
                owner
            };
            Ok(layer.inputs.iter().map(branch).collect())
        }
        Op::Input
        | Op::MaxPool(_)
        | Op::AveragePool(_)
        | Op::AdaptiveAveragePool { .. }
        | Op::LocalResponseNorm(_)
        | Op::GlobalAveragePool
        | Op::Linear { relu: false } => {
            let name = layer.name.clone();
            Err(ObjectiveError::NoActivationFunction { name }.into())
        }
    }
}

/// The sums of the convolution `name` alone.
pub(super) fn convolved(name: &str, packed: &PackedConv, x: &Values) -> Result<Blocked, ModelError> {
    let x = at(name, blocked(x))?;
    let step = Step { operation: Operation::Conv(packed, Epilogue::Keep), input: Maps::Blocked(&x), border: 0 };
    at(name, alone(InstructionSet::best(), step))
}

/// What the layer `name` makes of `x` before its activation function.
pub(super) fn sums(model: &GoogLeNet, name: &str, x: &Values) -> Result<Values, ModelError> {
    if let Some(conv) = model.conv(name) {
        let Ok(packed) = conv.packed() else {
            let (window, x) = (conv.window, x.tensor()?);
            let sums = x.conv2d(&conv.weight, window.padding, window.stride, 1, 1)?;
            let bias = conv.bias.reshape((1, (), 1, 1))?;
            return Ok(sums.broadcast_add(&bias)?.into());
        };
        let sums = convolved(name, packed, x)?;
        return Ok(match conv.normalise {
            true => normalise(InstructionSet::best(), &sums, BATCH_NORM_EPS, Epilogue::Keep).into(),
            false => sums.into(),
        });
    }
    let unknown = || ModelError::UnknownName { name: name.to_owned() };
    let mut linear = model.linear(name).ok_or_else(unknown)?.clone();
    linear.relu = false;
    at(name, linear.forward(x))
}
