//! Where an objective begins: its own derivative.

use super::gradient::{Gradient, at};
use super::value;
use super::walk::Walk;
use crate::model::ModelError;
use crate::model::kernels::ShapeError;
use crate::model::objective::{Objective, Over, index};
use crate::model::planes::Planes;
use crate::spec::Op;

impl Walk<'_> {
    /// Puts `weight` times the derivative of `objective` where it belongs.
    pub(super) fn seed(&mut self, objective: &Objective, weight: f32) -> Result<(), ModelError> {
        match objective {
            Objective::Logit { head, class } => {
                self.seed_channel(head.logits_name(), *class, Over::Mean, false, weight)
            }
            Objective::Channel { name, channel, how, before_relu } => {
                self.seed_channel(name, *channel, *how, *before_relu, weight)
            }
            Objective::Energy { name, before_relu } => self.seed_energy(name, *before_relu, weight),
            Objective::Projection { name, weights } => self.seed_projection(name, weights, weight),
            Objective::Weighted(parts) => parts.iter().try_for_each(|(part, share)| self.seed(part, weight * share)),
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
        // Says what is wrong with channel and cell in the words of the activation asked for.
        value::cells(name, &Planes::zeros_like(self.values(index)?), channel, how)?;
        let owners = match (before_relu, self.layer(index).op) {
            (true, _) => value::owners(self.network, index)?,
            // Straight to the branch that makes the channel: the others need not be visited.
            (false, Op::Concat) if !self.is_wanted(index) => value::owners(self.network, index)?,
            (false, _) => vec![(index, 0)],
        };
        for (owner, first) in owners {
            let values = self.values(owner)?;
            let mut seed = Planes::zeros_like(values);
            if !(first..first + seed.channels).contains(&channel) {
                continue;
            }
            let cells = value::cells(name, &seed, channel - first, how)?;
            let share = weight / cells.len() as f32;
            seed.values[cells].fill(share);
            let gradient = at(name, Gradient::of(values, seed.values))?;
            match before_relu {
                true => self.give_before(owner, gradient)?,
                false => self.give(owner, gradient)?,
            }
        }
        Ok(())
    }

    fn seed_projection(&mut self, name: &str, weights: &[f32], weight: f32) -> Result<(), ModelError> {
        let index = index(self.network, name)?;
        let values = self.values(index)?;
        let wanted = values.dims().iter().product();
        if weights.len() != wanted {
            return at(name, Err(ShapeError::Values { wanted: vec![wanted], found: weights.len() }));
        }
        let gradient = if weight == 1.0 {
            Gradient::of(values, weights)
        } else {
            Gradient::of(values, weights.iter().map(|number| number * weight).collect::<Vec<f32>>())
        };
        self.give(index, at(name, gradient)?)
    }

    /// The derivative of a mean of squares is twice the value over their number.
    fn seed_energy(&mut self, name: &str, before_relu: bool, weight: f32) -> Result<(), ModelError> {
        let index = index(self.network, name)?;
        let count = Planes::zeros_like(self.values(index)?).values.len();
        let factor = 2.0 * weight / count as f32;
        let double = |mut numbers: Vec<f32>| {
            numbers.iter_mut().for_each(|number| *number *= factor);
            numbers
        };
        if !before_relu {
            let values = self.values(index)?;
            let gradient = Gradient::of(values, double(values.to_vec()?));
            return self.give(index, at(name, gradient)?);
        }
        for (owner, _) in value::owners(self.network, index)? {
            let input = self.values(self.layer(owner).inputs[0])?;
            let sums = value::sums(self.model, &self.layer(owner).name, input)?;
            let gradient = Gradient::of(self.values(owner)?, double(sums.to_vec()?));
            self.give_before(owner, at(name, gradient)?)?;
        }
        Ok(())
    }
}
