//! The layers from the last to the first.

use rayon::prelude::*;

use super::{convolution, linear, pool, read};
use crate::model::fast::AveragePool;
use crate::model::local_response_norm;
use crate::model::objective::{ObjectiveError, index};
use crate::model::planes::Planes;
use crate::model::trace::Trace;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::{Network, Op};

/// Numbers a task takes at least where each costs next to nothing.
const LEAST: usize = 1 << 14;

/// Gradients on their way back.
pub(super) struct Walk<'a> {
    pub(super) model: &'a GoogLeNet,
    pub(super) network: &'a Network,
    trace: &'a Trace,
    /// Position of the activation asked for.
    to: usize,
    /// Whether a layer depends on that activation.
    depends: Vec<bool>,
    /// What is known so far of each activation's gradient.
    after: Vec<Option<Planes>>,
    /// The same of the sums before an activation function.
    before: Vec<Option<Planes>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        model: &'a GoogLeNet,
        network: &'a Network,
        trace: &'a Trace,
        to: &str,
    ) -> Result<Self, ModelError> {
        let to = index(network, to)?;
        let mut depends = vec![false; network.layers.len()];
        depends[to] = true;
        for (index, layer) in network.layers.iter().enumerate().skip(to + 1) {
            depends[index] = layer.inputs.iter().any(|&input| depends[input]);
        }
        let nothing = || network.layers.iter().map(|_| None).collect();
        let (after, before) = (nothing(), nothing());
        Ok(Self {
            model,
            network,
            trace,
            to,
            depends,
            after,
            before,
        })
    }

    pub(super) fn name(&self, index: usize) -> &'a str {
        &self.network.layers[index].name
    }

    /// The activation at a position.
    pub(super) fn activation(&self, index: usize) -> Result<&'a candle_core::Tensor, ModelError> {
        let name = self.name(index);
        let traced = self.trace.get(name);
        let traced = traced.ok_or_else(|| ObjectiveError::NotTraced {
            name: name.to_owned(),
        })?;
        Ok(&traced.tensor)
    }

    /// The gradient of an activation, zeros where nothing is known yet; `None` where it does not matter.
    pub(super) fn after(&mut self, index: usize) -> Result<Option<&mut Planes>, ModelError> {
        if !self.depends[index] {
            return Ok(None);
        }
        let tensor = self.activation(index)?;
        slot(&mut self.after[index], tensor).map(Some)
    }

    /// The same before the activation function.
    pub(super) fn before(&mut self, index: usize) -> Result<Option<&mut Planes>, ModelError> {
        if !self.depends[index] {
            return Ok(None);
        }
        let tensor = self.activation(index)?;
        slot(&mut self.before[index], tensor).map(Some)
    }

    /// Goes back to the activation asked for; `look` sees every gradient that is complete.
    pub(super) fn back(
        mut self,
        look: impl Fn(&str, &Planes) -> Result<(), ModelError>,
    ) -> Result<Planes, ModelError> {
        let to = self.name(self.to).to_owned();
        if self.before[self.to].is_some() {
            return Err(ObjectiveError::NotBefore { to }.into());
        }
        for index in (self.to + 1..self.network.layers.len()).rev() {
            let after = self.after[index].take();
            if let Some(gradient) = &after {
                look(self.name(index), gradient)?;
            }
            self.step(index, after)?;
        }
        let gradient = self.after[self.to].take();
        gradient.ok_or_else(|| ObjectiveError::NotBefore { to }.into())
    }

    /// From what a layer made to what it read.
    fn step(&mut self, index: usize, after: Option<Planes>) -> Result<(), ModelError> {
        let layer = &self.network.layers[index];
        if let Op::Conv(_) | Op::Linear { .. } = layer.op {
            return match self.sums(index, after)? {
                Some(gradient) => self.weights(index, &gradient),
                None => Ok(()),
            };
        }
        let Some(gradient) = after else {
            return Ok(());
        };
        if layer.op == Op::Concat {
            return self.branches(index, &gradient);
        }
        let &[input] = &*layer.inputs else {
            return Ok(());
        };
        let x = self.activation(input)?;
        let Some(into) = self.after(input)? else {
            return Ok(());
        };
        let (size, area) = (into.size(), into.area());
        let into = &mut into.values;
        match layer.op {
            Op::MaxPool(window) => read(x, |x| {
                pool::to_winners(into, &gradient.values, x, size, window);
            }),
            Op::AveragePool(window) => {
                pool::spread(into, &gradient.values, size, &AveragePool::Window(window));
                Ok(())
            }
            Op::AdaptiveAveragePool { side } => {
                pool::spread(into, &gradient.values, size, &AveragePool::Adaptive(side));
                Ok(())
            }
            Op::GlobalAveragePool => {
                pool::spread(into, &gradient.values, size, &AveragePool::Adaptive(1));
                Ok(())
            }
            Op::LocalResponseNorm(norm) => read(x, |x| {
                add(into, &local_response_norm::gradient(x, &gradient.values, area, norm));
            }),
            Op::Input | Op::Concat | Op::Conv(_) | Op::Linear { .. } => Ok(()),
        }
    }

    /// The gradient before the activation function, where there is one.
    fn sums(&mut self, index: usize, after: Option<Planes>) -> Result<Option<Planes>, ModelError> {
        let before = self.before[index].take();
        let Some(mut gradient) = after else {
            return Ok(before);
        };
        if self.network.layers[index].op != (Op::Linear { relu: false }) {
            read(self.activation(index)?, |y| keep_positive(&mut gradient.values, y))?;
        }
        if let Some(before) = before {
            add(&mut gradient.values, &before.values);
        }
        Ok(Some(gradient))
    }

    /// Through the weights of a convolution or a linear layer.
    fn weights(&mut self, index: usize, gradient: &Planes) -> Result<(), ModelError> {
        let layer = &self.network.layers[index];
        let &[input] = &*layer.inputs else {
            return Ok(());
        };
        let unknown = || ModelError::UnknownName {
            name: layer.name.clone(),
        };
        let model = self.model;
        let Some(into) = self.after(input)? else {
            return Ok(());
        };
        match layer.op {
            Op::Conv(_) => {
                let conv = model.conv(&layer.name).ok_or_else(unknown)?;
                if conv.normalise {
                    let name = layer.name.clone();
                    return Err(ObjectiveError::Normalised { name }.into());
                }
                read(&conv.weight, |weight| {
                    convolution::add(into, gradient, weight, conv.window);
                })
            }
            _ => {
                let linear = model.linear(&layer.name).ok_or_else(unknown)?;
                read(&linear.weight, |weight| {
                    linear::add(&mut into.values, &gradient.values, weight);
                })
            }
        }
    }

    /// A concat gives each branch its channels.
    fn branches(&mut self, index: usize, gradient: &Planes) -> Result<(), ModelError> {
        let mut rest = &*gradient.values;
        for &input in &self.network.layers[index].inputs {
            let length = self.activation(input)?.elem_count();
            let (part, others) = rest.split_at(length);
            rest = others;
            // A branch that the objective does not read need not be visited.
            if part.iter().any(|&value| value != 0.0)
                && let Some(into) = self.after(input)?
            {
                add(&mut into.values, part);
            }
        }
        Ok(())
    }
}

/// What a slot holds, zeros of the activation's shape if that is nothing yet.
fn slot<'s>(
    slot: &'s mut Option<Planes>,
    tensor: &candle_core::Tensor,
) -> Result<&'s mut Planes, ModelError> {
    let planes = match slot.take() {
        Some(planes) => planes,
        None => Planes::zeros_like(tensor)?,
    };
    Ok(slot.insert(planes))
}

/// `into += values`
fn add(into: &mut [f32], values: &[f32]) {
    let pairs = into.par_iter_mut().zip(values).with_min_len(LEAST);
    pairs.for_each(|(into, value)| *into += value);
}

/// ReLU backwards: 0 wherever the activation is 0.
fn keep_positive(gradient: &mut [f32], activation: &[f32]) {
    let pairs = gradient.par_iter_mut().zip(activation).with_min_len(LEAST);
    pairs.for_each(|(gradient, &y)| *gradient = if y > 0.0 { *gradient } else { 0.0 });
}
