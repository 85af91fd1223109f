//! Where an objective begins: its own derivative.

use super::walk::Walk;
use super::{read, value};
use crate::model::ModelError;
use crate::model::objective::{Objective, ObjectiveError, Over, index};
use crate::model::planes::Planes;

impl Walk<'_> {
    /// Puts `weight` times the derivative of `objective` where it belongs.
    pub(super) fn seed(&mut self, objective: &Objective, weight: f32) -> Result<(), ModelError> {
        match objective {
            Objective::Logit { head, class } => {
                self.seed_channel(head.logits_name(), *class, Over::Mean, false, weight)
            }
            Objective::Channel {
                name,
                channel,
                how,
                before_relu,
            } => self.seed_channel(name, *channel, *how, *before_relu, weight),
            Objective::Energy { name, before_relu } => self.seed_energy(name, *before_relu, weight),
            Objective::Weighted(parts) => parts
                .iter()
                .try_for_each(|(part, share)| self.seed(part, weight * share)),
        }
    }

    fn seed_channel(
        &mut self,
        name: &str,
        channel: usize,
        how: Over,
        before_relu: bool,
        weight: f32,
    ) -> Result<(), ModelError> {
        let index = index(self.network, name)?;
        let (whole, cells) = (Planes::zeros_like(self.activation(index)?)?, how);
        let range = value::cells(name, &whole, channel, cells)?;
        let share = weight / range.len() as f32;
        if !before_relu {
            if let Some(gradient) = self.after(index)? {
                gradient.values[range].iter_mut().for_each(|cell| *cell += share);
            }
            return Ok(());
        }
        for (owner, first) in value::owners(self.network, index)? {
            let Some(gradient) = self.before(owner)? else {
                continue;
            };
            let length = gradient.values.len();
            let first = first * gradient.area();
            if (first..first + length).contains(&range.start) {
                let own = range.start - first..range.end - first;
                gradient.values[own].iter_mut().for_each(|cell| *cell += share);
            }
        }
        Ok(())
    }

    /// The derivative of a mean of squares is twice the value over their number.
    fn seed_energy(&mut self, name: &str, before_relu: bool, weight: f32) -> Result<(), ModelError> {
        let index = index(self.network, name)?;
        let activation = self.activation(index)?;
        let factor = 2.0 * weight / activation.elem_count() as f32;
        let double = |gradient: &mut Planes, values: &[f32]| {
            for (cell, value) in gradient.values.iter_mut().zip(values) {
                *cell += factor * value;
            }
        };
        if !before_relu {
            return match self.after(index)? {
                Some(gradient) => read(activation, |values| double(gradient, values)),
                None => Ok(()),
            };
        }
        for (owner, _) in value::owners(self.network, index)? {
            let input = self.network.layers[owner].inputs[0];
            let sums = value::sums(self.model, self.name(owner), self.activation(input)?)?;
            if let Some(gradient) = self.before(owner)? {
                read(&sums, |values| double(gradient, values))?;
            }
        }
        Ok(())
    }
}

/// An activation without an activation function.
pub(super) fn no_activation_function(name: &str) -> ModelError {
    let name = name.to_owned();
    ObjectiveError::NoActivationFunction { name }.into()
}
