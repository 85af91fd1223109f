//! One run of the network: at every step it records, skips, intervenes, times and looks whether it should stop.

use std::collections::{HashMap, HashSet};
use std::time::Instant;

use candle_core::{Device, Tensor};

use super::error::ModelError;
use super::trace::{Trace, Traced};

/// Something done to an activation right after it was computed.
#[derive(Clone, Debug)]
pub enum Intervention {
    /// These channels become 0.
    Mute(Vec<usize>),
    /// The whole activation becomes this tensor, of the same shape.
    Replace(Tensor),
    /// This tensor, of the same shape, is added: a variable that is 0 gets the activation's gradient.
    Add(Tensor),
}

/// A step that has just been done, for progress bars.
#[derive(Clone, Copy, Debug)]
pub struct StepReport<'a> {
    /// Name of the activation.
    pub name: &'a str,
    /// Steps done so far, this one included.
    pub done: usize,
}

/// An activation on its way through the network, and whether it differs from the run that is resumed.
#[derive(Clone, Debug)]
pub struct Value {
    tensor: Tensor,
    changed: bool,
}

impl Value {
    /// `[1, C, H, W]` or `[C]`.
    pub fn tensor(&self) -> &Tensor {
        &self.tensor
    }
}

/// The parameter of a forward pass.
#[derive(Default)]
pub struct Run<'a> {
    base: Option<&'a Trace>,
    interventions: HashMap<String, Intervention>,
    wanted: Option<HashSet<String>>,
    cancelled: Option<&'a dyn Fn() -> bool>,
    on_step: Option<&'a mut dyn FnMut(StepReport<'_>)>,
    trace: Trace,
}

impl<'a> Run<'a> {
    /// A full run.
    pub fn new() -> Self {
        Self::default()
    }

    /// A run that takes from `base` whatever has not changed since.
    ///
    /// `base` must come from the same network.
    pub fn resume(base: &'a Trace) -> Self {
        Self {
            base: Some(base),
            ..Self::default()
        }
    }

    /// Does `intervention` to the activation `name`.
    #[must_use]
    pub fn intervene(mut self, name: &str, intervention: Intervention) -> Self {
        self.interventions.insert(name.to_owned(), intervention);
        self
    }

    /// Computes these activations and leaves out all others: what lies behind or beside them.
    ///
    /// With each of them must go everything it depends on ([`super::GoogLeNet::needs`]).
    #[must_use]
    pub fn only(mut self, names: HashSet<String>) -> Self {
        self.wanted = Some(names);
        self
    }

    /// Whether the activation `name` is to be computed.
    pub(super) fn wants(&self, name: &str) -> bool {
        let wanted = self.wanted.as_ref();
        wanted.is_none_or(|wanted| wanted.contains(name))
    }

    /// Asks `cancelled` before every step.
    #[must_use]
    pub fn cancel_when(mut self, cancelled: &'a dyn Fn() -> bool) -> Self {
        self.cancelled = Some(cancelled);
        self
    }

    /// Calls `on_step` after every step.
    #[must_use]
    pub fn on_step(mut self, on_step: &'a mut dyn FnMut(StepReport<'_>)) -> Self {
        self.on_step = Some(on_step);
        self
    }

    /// The trace, once the forward pass is over.
    ///
    /// # Errors
    /// An intervention named an activation that the network does not have.
    pub fn finish(self) -> Result<Trace, ModelError> {
        match self
            .interventions
            .keys()
            .find(|name| self.trace.get(name).is_none())
        {
            Some(name) => Err(ModelError::UnknownName { name: name.clone() }),
            None => Ok(self.trace),
        }
    }

    /// The first step: the preprocessed photo itself.
    pub(super) fn input(&mut self, tensor: &Tensor) -> Result<Value, ModelError> {
        let same = self
            .base
            .and_then(|base| base.get("input"))
            .is_some_and(|base| base.tensor.id() == tensor.id());
        let value = Value {
            tensor: tensor.clone(),
            changed: !same,
        };
        self.step("input", &value, |x| Ok(x.clone()))
    }

    /// One step: `compute` makes the activation `name` from `x`, unless nothing has changed.
    pub(super) fn step(
        &mut self,
        name: &str,
        x: &Value,
        compute: impl FnOnce(&Tensor) -> candle_core::Result<Tensor>,
    ) -> Result<Value, ModelError> {
        self.step_all(name, &[x], |inputs| compute(inputs[0]))
    }

    /// A step with several inputs.
    pub(super) fn step_all(
        &mut self,
        name: &str,
        inputs: &[&Value],
        compute: impl FnOnce(&[&Tensor]) -> candle_core::Result<Tensor>,
    ) -> Result<Value, ModelError> {
        if !self.wants(name) {
            // Nobody looks at it: what depends on it is not wanted either.
            return Ok(inputs[0].clone());
        }
        if self.cancelled.is_some_and(|cancelled| cancelled()) {
            return Err(ModelError::Cancelled);
        }
        let base = self.base.and_then(|base| base.get(name));
        let unchanged = !inputs.iter().any(|input| input.changed);
        let (mut tensor, duration_ms, computed) = match base {
            Some(base) if unchanged && !base.intervened => {
                (base.tensor.clone(), base.duration_ms, false)
            }
            _ => {
                let start = Instant::now();
                let tensors: Vec<&Tensor> = inputs.iter().map(|input| &input.tensor).collect();
                let tensor = compute(&tensors).map_err(|source| ModelError::Step {
                    name: name.to_owned(),
                    source,
                })?;
                (tensor, start.elapsed().as_secs_f64() * 1e3, true)
            }
        };
        let intervention = self.interventions.get(name);
        if let Some(intervention) = intervention {
            tensor = intervention.apply(name, &tensor)?;
        }
        let intervened = intervention.is_some();
        self.trace.push(Traced {
            name: name.to_owned(),
            tensor: tensor.clone(),
            duration_ms,
            computed,
            intervened,
        });
        if let Some(on_step) = &mut self.on_step {
            on_step(StepReport {
                name,
                done: self.trace.activations().len(),
            });
        }
        Ok(Value {
            tensor,
            changed: computed || intervened,
        })
    }
}

impl Intervention {
    fn apply(&self, name: &str, tensor: &Tensor) -> Result<Tensor, ModelError> {
        let impossible = |cause: String| ModelError::Intervention {
            name: name.to_owned(),
            cause,
        };
        match self {
            Self::Replace(other) if other.dims() == tensor.dims() => Ok(other.clone()),
            Self::Add(other) if other.dims() == tensor.dims() => Ok((tensor + other)?),
            Self::Replace(other) | Self::Add(other) => Err(impossible(format!(
                "it is {:?}, the replacement {:?}",
                tensor.dims(),
                other.dims()
            ))),
            Self::Mute(channels) => {
                let count = if tensor.rank() == 1 {
                    tensor.dim(0)?
                } else {
                    tensor.dim(1)?
                };
                if let Some(channel) = channels.iter().find(|&&channel| channel >= count) {
                    return Err(impossible(format!(
                        "it has {count} channels, there is no channel {channel}"
                    )));
                }
                let mut values = tensor.flatten_all()?.to_vec1::<f32>()?;
                let area = values.len() / count;
                for &channel in channels {
                    values[channel * area..][..area].fill(0.0);
                }
                Ok(Tensor::from_vec(values, tensor.shape(), &Device::Cpu)?)
            }
        }
    }
}
