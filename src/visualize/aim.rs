//! From what is asked to a number of the network.

use super::recipe::Target;
use crate::model::error::ObjectiveError;
use crate::model::{GoogLeNet, ModelError, Objective, Over, Trace};
use crate::spec::{Head, Layer, Network, Op};

/// What a target is in a network: names of layers that are there, channels that they have.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    what: What,
    /// The layer whose Gram matrices tell pictures apart.
    layer: String,
}

#[derive(Clone, Debug)]
enum What {
    Channel { name: String, channel: usize, is_cell: bool, before_relu: bool },
    Energy { name: String },
    Logit { head: Head, class: usize },
}

/// Where pictures for a class are told apart.
const MIDDLE_LAYER: &str = "inception4d";

impl Aim {
    /// Finds it.
    ///
    /// # Errors
    /// The network has no such layer, channel or class.
    pub fn new(model: &GoogLeNet, target: &Target) -> Result<Self, ModelError> {
        let network = model.structure();
        match target {
            Target::Channel { layer, channel } => Self::channel(&network, layer, *channel, false),
            Target::Cell { layer, channel } => Self::channel(&network, layer, *channel, true),
            Target::Layer { layer } => {
                let name = find(&network, layer)?.name.clone();
                Ok(Self { layer: name.clone(), what: What::Energy { name } })
            }
            &Target::Logit { head, class } => {
                check(find(&network, head.logits_name())?, class)?;
                Ok(Self { what: What::Logit { head, class }, layer: MIDDLE_LAYER.to_owned() })
            }
        }
    }

    fn channel(network: &Network, layer: &str, channel: usize, is_cell: bool) -> Result<Self, ModelError> {
        let found = find(network, layer)?;
        check(found, channel)?;
        let (owner, channel) = owner(network, found, channel);
        let before_relu = match owner.op {
            Op::Conv(_) | Op::Linear { relu: true } => true,
            Op::Input
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::LocalResponseNorm(_)
            | Op::GlobalAveragePool
            | Op::Concat
            | Op::Linear { relu: false } => false,
        };
        let name = owner.name.clone();
        Ok(Self { layer: name.clone(), what: What::Channel { name, channel, is_cell, before_relu } })
    }

    /// The layer whose Gram matrices tell pictures apart.
    pub fn layer(&self) -> &str {
        &self.layer
    }

    /// The activation that is read.
    pub fn name(&self) -> &str {
        match &self.what {
            What::Channel { name, .. } | What::Energy { name } => name,
            What::Logit { head, .. } => head.logits_name(),
        }
    }

    /// The number of the network, for maps of the sides that the target has there.
    pub fn objective(&self, [height, width]: [usize; 2]) -> Objective {
        match &self.what {
            What::Channel { name, channel, is_cell, before_relu } => Objective::Channel {
                name: name.clone(),
                channel: *channel,
                how: if *is_cell { Over::Cell(height / 2, width / 2) } else { Over::Mean },
                before_relu: *before_relu,
            },
            What::Energy { name } => Objective::Energy { name: name.clone(), before_relu: false },
            &What::Logit { head, class } => Objective::Logit { head, class },
        }
    }

    /// Rows and columns of the activation that is read.
    pub fn sides(&self, trace: &Trace) -> Result<[usize; 2], ModelError> {
        Ok(match *activation(trace, self.name())?.dims() {
            [.., height, width] if self.has_maps(trace)? => [height, width],
            _ => [1, 1],
        })
    }

    fn has_maps(&self, trace: &Trace) -> Result<bool, ModelError> {
        Ok(activation(trace, self.name())?.dims().len() == 4)
    }

    /// What the curve shows: [`super::Point::value`].
    pub fn value(&self, trace: &Trace) -> Result<f32, ModelError> {
        let values = activation(trace, self.name())?;
        match self.what {
            What::Channel { channel, is_cell: false, .. } => {
                Ok(values.plane(channel)?.into_iter().fold(f32::NEG_INFINITY, f32::max))
            }
            What::Channel { channel, is_cell: true, .. } => {
                let [height, width] = self.sides(trace)?;
                Ok(values.plane(channel)?[height / 2 * width + width / 2])
            }
            What::Energy { .. } => {
                let numbers = values.to_vec()?;
                Ok(numbers.iter().map(|value| value * value).sum::<f32>() / numbers.len() as f32)
            }
            What::Logit { class, .. } => Ok(values.plane(class)?[0]),
        }
    }

    /// What a difference of 1 is to be held against: the size of the numbers there, in units of the objective.
    pub fn unit(&self, trace: &Trace) -> Result<f32, ModelError> {
        let numbers = activation(trace, self.name())?.to_vec()?;
        let square = numbers.iter().map(|value| value * value).sum::<f32>() / numbers.len() as f32;
        Ok(match self.what {
            What::Energy { .. } => square,
            What::Channel { .. } | What::Logit { .. } => square.sqrt(),
        })
    }
}

/// An activation that the run computed.
pub(super) fn activation<'a>(trace: &'a Trace, name: &str) -> Result<&'a crate::model::Values, ModelError> {
    match trace.get(name) {
        Some(traced) => Ok(&traced.values),
        None => Err(ObjectiveError::NotTraced { name: name.to_owned() }.into()),
    }
}

/// A layer by its name, or a branch by that of the branch: then its last convolution.
pub(super) fn find<'a>(network: &'a Network, name: &str) -> Result<&'a Layer, ModelError> {
    let last = format!("{name}.1");
    let is_branch = |layer: &&Layer| layer.name == last;
    let layer = network.layer(name).or_else(|| network.layers.iter().find(is_branch));
    layer.ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })
}

pub(super) fn check(layer: &Layer, channel: usize) -> Result<(), ModelError> {
    let channels = layer.output.channels();
    if channel < channels {
        return Ok(());
    }
    let name = layer.name.clone();
    Err(ObjectiveError::NoChannel { name, channels, channel }.into())
}

/// The branch that makes a channel of a module, and which of its channels it is: the other branches need not run.
pub(super) fn owner<'a>(network: &'a Network, layer: &'a Layer, channel: usize) -> (&'a Layer, usize) {
    if layer.op != Op::Concat {
        return (layer, channel);
    }
    let mut first = 0;
    for &branch in &layer.inputs {
        let branch = &network.layers[branch];
        let channels = branch.output.channels();
        if channel < first + channels {
            return (branch, channel - first);
        }
        first += channels;
    }
    (layer, channel)
}
