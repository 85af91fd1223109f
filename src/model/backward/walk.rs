//! The layers from the last to the first.

use std::collections::HashMap;

use super::gradient::{Gradient, at};
use super::not_finite;
use crate::model::error::ObjectiveError;
use crate::model::objective::Objective;
use crate::model::objective::Relus;
use crate::model::objective::index;
use crate::model::planes::Planes;
use crate::model::trace::{Change, Trace, Traced};
use crate::model::values::Values;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::{Layer, Network};

/// A way back through the network.
pub(super) struct Walk<'a> {
    pub(super) model: &'a GoogLeNet,
    pub(super) network: &'a Network,
    trace: &'a Trace,
    /// Whether an activation is asked for.
    wanted: Vec<bool>,
    /// Whether a layer is, or depends on, an activation asked for.
    depends: Vec<bool>,
    /// Whether a layer depends on another that is asked for: the way goes on beyond it.
    goes_on: Vec<bool>,
    /// The gradients asked for, as far as they were met.
    found: HashMap<usize, Planes>,
    /// What is known so far of each activation's gradient.
    after: Vec<Option<Gradient>>,
    /// The same of the sums before an activation function.
    before: Vec<Option<Gradient>>,
    /// Whether the activations that were met hold nothing but numbers.
    pub(super) is_finite: bool,
    /// How it goes back through the activation functions.
    pub(super) relus: Relus,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        model: &'a GoogLeNet,
        network: &'a Network,
        trace: &'a Trace,
        to: &[&str],
        relus: Relus,
    ) -> Result<Self, ModelError> {
        let count = network.layers.len();
        let (mut wanted, mut depends, mut goes_on) = (vec![false; count], vec![false; count], vec![false; count]);
        for name in to {
            wanted[index(network, name)?] = true;
        }
        for (index, layer) in network.layers.iter().enumerate() {
            goes_on[index] = layer.inputs.iter().any(|&input| depends[input]);
            depends[index] = wanted[index] || goes_on[index];
        }
        let nothing = || network.layers.iter().map(|_| None).collect();
        let (after, before, found) = (nothing(), nothing(), HashMap::new());
        Ok(Self { model, network, trace, wanted, depends, goes_on, found, after, before, is_finite: true, relus })
    }

    /// Whether what the objective depends on was computed, and not changed behind the first activation asked for.
    pub(super) fn check_trace(&mut self, objective: &Objective) -> Result<(), ModelError> {
        let needed = self.model.needs(objective)?;
        let layers = self.network.layers.iter().enumerate();
        for (place, _) in layers.filter(|(_, layer)| needed.contains(&layer.name)) {
            let traced = self.traced(place)?;
            if self.goes_on[place] && traced.change == Change::Other {
                let name = traced.name.clone();
                return Err(ObjectiveError::Changed { name }.into());
            }
        }
        for name in objective.names() {
            self.is_finite &= self.values(index(self.network, name)?)?.is_finite()?;
        }
        Ok(())
    }

    /// Goes from the objective back to the activations `to`; with `careful` every gradient is looked at.  With the results, in
    /// the order of `to`, whether they and the activations that were met hold nothing but numbers.
    pub(super) fn back(
        mut self,
        objective: &Objective,
        to: &[&str],
        careful: bool,
    ) -> Result<(Vec<Planes>, bool), ModelError> {
        self.seed(objective, 1.0)?;
        for stage in self.stages() {
            if careful {
                self.check_gradients(&stage)?;
            }
            self.keep_wanted(&stage)?;
            let further: Vec<usize> = stage.into_iter().filter(|&index| self.goes_on[index]).collect();
            self.cut(&further)?;
            self.stage(&further)?;
        }
        let mut gradients = Vec::with_capacity(to.len());
        for (place, name) in to.iter().enumerate() {
            let index = index(self.network, name)?;
            let is_asked_again = to[place + 1..].contains(name);
            let gradient = if is_asked_again { self.found.get(&index).cloned() } else { self.found.remove(&index) };
            gradients.push(gradient.ok_or_else(|| ObjectiveError::NotBefore { to: (*name).to_owned() })?);
        }
        let is_finite = self.is_finite && gradients.iter().all(Planes::is_finite);
        Ok((gradients, is_finite))
    }

    /// Keeps the gradients asked for among those of a stage: all that reads it has given its part.
    fn keep_wanted(&mut self, stage: &[usize]) -> Result<(), ModelError> {
        for &index in stage.iter().filter(|&&index| self.wanted[index]) {
            // Where the way ends, it need not be kept for it.
            let gradient = if self.goes_on[index] { self.after[index].clone() } else { self.after[index].take() };
            if let Some(gradient) = gradient {
                let planes = gradient.planes(self.values(index)?);
                self.found.insert(index, planes);
            }
        }
        Ok(())
    }

    /// Muted channels are 0 whatever was computed: nothing goes on through them.
    fn cut(&mut self, stage: &[usize]) -> Result<(), ModelError> {
        for &index in stage {
            let Some(gradient) = self.after[index].take() else {
                continue;
            };
            let traced = self.traced(index)?;
            let gradient = match &traced.change {
                Change::Muted(channels) => at(&traced.name, gradient.without(channels, &traced.values))?,
                Change::None | Change::Other => gradient,
            };
            self.after[index] = Some(gradient);
        }
        Ok(())
    }

    /// The layers that are, or depend on, activations asked for, last ones first.  Those of one stage are equally far from the
    /// input, so that none depends on another, and all that read them belong to earlier stages.
    fn stages(&self) -> Vec<Vec<usize>> {
        let layers = &self.network.layers;
        let mut distances: Vec<usize> = Vec::with_capacity(layers.len());
        for layer in layers {
            let inputs = layer.inputs.iter().map(|&input| distances[input] + 1);
            distances.push(inputs.max().unwrap_or(0));
        }
        let farthest = distances.iter().copied().max().unwrap_or(0);
        let mut stages = vec![Vec::new(); farthest + 1];
        for (index, &distance) in distances.iter().enumerate() {
            if self.depends[index] {
                stages[farthest - distance].push(index);
            }
        }
        stages
    }

    fn check_gradients(&self, stage: &[usize]) -> Result<(), ModelError> {
        let is_wrong = |&&index: &&usize| {
            let gradient = self.after[index].as_ref();
            gradient.is_some_and(|gradient| !gradient.is_finite())
        };
        match stage.iter().find(is_wrong) {
            Some(&index) => Err(not_finite(&self.layer(index).name)),
            None => Ok(()),
        }
    }

    pub(super) fn layer(&self, index: usize) -> &'a Layer {
        &self.network.layers[index]
    }

    fn traced(&self, index: usize) -> Result<&'a Traced, ModelError> {
        let name = &self.layer(index).name;
        let traced = self.trace.get(name);
        traced.ok_or_else(|| ObjectiveError::NotTraced { name: name.clone() }.into())
    }

    /// The activation at a position.
    pub(super) fn values(&self, index: usize) -> Result<&'a Values, ModelError> {
        Ok(&self.traced(index)?.values)
    }

    /// Whether an activation's gradient is asked for.
    pub(super) fn is_wanted(&self, index: usize) -> bool {
        self.wanted[index]
    }

    /// Whether an activation's gradient matters.
    pub(super) fn matters(&self, index: usize) -> bool {
        self.depends[index]
    }

    /// Takes what has come together of an activation's gradient.
    pub(super) fn take(&mut self, index: usize) -> Option<Gradient> {
        self.after[index].take()
    }

    /// The same of the sums before its activation function.
    pub(super) fn take_before(&mut self, index: usize) -> Option<Gradient> {
        self.before[index].take()
    }

    /// Adds to an activation's gradient, if that matters.
    pub(super) fn give(&mut self, index: usize, part: Gradient) -> Result<(), ModelError> {
        if self.depends[index] {
            let name = &self.layer(index).name;
            join(name, &mut self.after[index], part)?;
        }
        Ok(())
    }

    /// The same before its activation function.
    pub(super) fn give_before(&mut self, index: usize, part: Gradient) -> Result<(), ModelError> {
        // Of an activation asked for, only what lies behind it counts.
        if self.goes_on[index] {
            let name = &self.layer(index).name;
            join(name, &mut self.before[index], part)?;
        }
        Ok(())
    }
}

fn join(name: &str, slot: &mut Option<Gradient>, part: Gradient) -> Result<(), ModelError> {
    *slot = Some(match slot.take() {
        Some(sum) => at(name, sum.plus(part))?,
        None => part,
    });
    Ok(())
}
