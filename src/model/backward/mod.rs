//! From a number of the network back to any activation and to the pixels.
//!
//! The same list of layers as the forward pass, from its end: each layer turns the gradient of what it made into that of
//! what it read.  Only layers between the objective and the activation asked for are visited.
//!
//! * `walk`: the list from its end; `layers`: what each kind of layer does;
//! * `gradient`: numbers on their way back; `packs`: the convolutions' way back, made when it is first gone;
//! * `seed`: where an objective begins; `value`: what it is.
//!
//! A ReLU passes on what belongs to a positive activation; max pooling what belongs to its winner, the first in reading
//! order of several equal ones (as PyTorch).

mod gradient;
mod layers;
mod packs;
mod seed;
mod value;
mod walk;

pub(super) use packs::Backward;

use rayon::prelude::*;

use super::error::ObjectiveError;
use super::kernels::{InstructionSet, is_finite};
use super::objective::Objective;
use super::objective::Relus;
use super::planes::Planes;
use super::trace::Trace;
use super::values::Values;
use super::{GoogLeNet, ModelError};
use walk::Walk;

impl GoogLeNet {
    /// How the objective changes with each number of the activation `to` (`input` for the pixels as conv1 receives them):
    /// of its shape, in units of the objective a unit of the activation.
    ///
    /// `trace` must come from this network; it needs [`GoogLeNet::needs`] of the objective, at any input size.
    ///
    /// # Errors
    /// [`ModelError::UnknownName`], [`ObjectiveError`]; [`ModelError::NotFinite`] when the trace itself holds what is no number.
    pub fn gradient(&self, trace: &Trace, objective: &Objective, to: &str) -> Result<Planes, ModelError> {
        let gradient = self.gradients(trace, objective, &[to])?.pop();
        Ok(gradient.expect("there is a gradient for each activation"))
    }

    /// The same for several activations, on one way back.
    ///
    /// # Errors
    /// As [`Self::gradient`].
    pub fn gradients(&self, trace: &Trace, objective: &Objective, to: &[&str]) -> Result<Vec<Planes>, ModelError> {
        self.gradients_through(trace, objective, to, Relus::Exact)
    }

    /// The same with a choice of the way back through the activation functions.
    ///
    /// # Errors
    /// As [`Self::gradient`].
    pub fn gradients_through(
        &self,
        trace: &Trace,
        objective: &Objective,
        to: &[&str],
        relus: Relus,
    ) -> Result<Vec<Planes>, ModelError> {
        let network = self.structure();
        let mut walk = Walk::new(self, &network, trace, to, relus)?;
        walk.check_trace(objective)?;
        let (gradients, is_finite) = walk.back(objective, to, false)?;
        if is_finite {
            return Ok(gradients);
        }
        // Who is to blame: an activation, or else a gradient on its way.
        trace.check_finite()?;
        Walk::new(self, &network, trace, to, relus)?.back(objective, to, true)?;
        let odd = to.iter().zip(&gradients).find(|(_, gradient)| !gradient.is_finite());
        Err(not_finite(odd.map_or(to[0], |(name, _)| name)))
    }
}

fn not_finite(name: &str) -> ModelError {
    let name = name.to_owned();
    ObjectiveError::NotFinite { name }.into()
}

impl Trace {
    /// Looks for activations that are no numbers.
    ///
    /// # Errors
    /// [`ModelError::NotFinite`] with the first such activation.
    pub fn check_finite(&self) -> Result<(), ModelError> {
        self.check_finite_of(|_| true)
    }

    /// The same among the activations whose names are wanted.
    ///
    /// # Errors
    /// As [`Self::check_finite`].
    pub fn check_finite_of(&self, is_wanted: impl Fn(&str) -> bool + Sync) -> Result<(), ModelError> {
        let wanted = self.activations().par_iter().filter(|traced| is_wanted(&traced.name));
        let odd = wanted.find_map_first(|traced| match traced.values.is_finite() {
            Ok(true) => None,
            Ok(false) => Some(ModelError::NotFinite { name: traced.name.clone() }),
            Err(error) => Some(error),
        });
        odd.map_or(Ok(()), Err)
    }
}

impl Values {
    /// Whether every number is finite.
    pub(super) fn is_finite(&self) -> Result<bool, ModelError> {
        match self {
            Self::Maps(maps) => Ok(is_finite(InstructionSet::best(), maps)),
            Self::Tensor(_) => Ok(self.to_vec()?.iter().all(|value| value.is_finite())),
        }
    }
}
