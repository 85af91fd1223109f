//! From a number of the network back to any activation and to the pixels.
//!
//! The same list of layers as the forward pass, from its end: each layer turns the gradient of what it made into that of
//! what it read.  Only layers between the objective and the activation asked for are visited.
//!
//! * `walk`: the list from its end, and what each kind of layer does;
//! * `seed`: where an objective begins; `value`: what it is;
//! * `convolution`, `linear`, `pool`, and [`super::local_response_norm`]: the operators.
//!
//! A ReLU passes on what belongs to a positive activation; max pooling what belongs to its winner, the first in reading
//! order of several equal ones (as PyTorch).

mod convolution;
mod linear;
pub(super) mod pool;
mod seed;
mod value;
mod walk;

use candle_core::{Storage, Tensor};

use super::objective::{Objective, ObjectiveError};
use super::planes::{Planes, all_finite};
use super::trace::Trace;
use super::{GoogLeNet, ModelError};
use walk::Walk;

impl GoogLeNet {
    /// How the objective changes with each number of the activation `to` (`input` for the pixels as conv1 receives them):
    /// of its shape, in units of the objective a unit of the activation.
    ///
    /// `trace` must come from this network; it needs [`GoogLeNet::needs`] of the objective, at any input size.
    ///
    /// # Errors
    /// [`ModelError::UnknownName`], [`ObjectiveError`]; [`ModelError::NotFinite`] when the trace itself holds no numbers.
    pub fn gradient(
        &self,
        trace: &Trace,
        objective: &Objective,
        to: &str,
    ) -> Result<Planes, ModelError> {
        let network = self.structure();
        let mut walk = Walk::new(self, &network, trace, to)?;
        walk.seed(objective, 1.0)?;
        let gradient = walk.back(|_, _| Ok(()))?;
        if gradient.is_finite() {
            return Ok(gradient);
        }
        trace.check_finite()?;
        // Again, this time with a look at every step.
        let mut walk = Walk::new(self, &network, trace, to)?;
        walk.seed(objective, 1.0)?;
        walk.back(|name, gradient| match gradient.is_finite() {
            true => Ok(()),
            false => Err(not_finite(name)),
        })?;
        Err(not_finite(to))
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
        for traced in self.activations() {
            if !read(&traced.tensor, all_finite)? {
                let name = traced.name.clone();
                return Err(ModelError::NotFinite { name });
            }
        }
        Ok(())
    }
}

/// Hands the numbers of a contiguous f32 tensor to `look`.
fn read<T>(tensor: &Tensor, look: impl FnOnce(&[f32]) -> T) -> Result<T, ModelError> {
    let (storage, layout) = tensor.storage_and_layout();
    let Storage::Cpu(storage) = &*storage else {
        return Err(candle_core::Error::Msg("expected a tensor in main memory".to_owned()).into());
    };
    Ok(look(super::fast::slice(storage, layout)?))
}
