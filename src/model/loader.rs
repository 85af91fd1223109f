//! Layers by their names, out of checked weights.

use super::error::ModelError;
use super::layers::{Conv, Linear};
use super::operators::Operators;
use crate::spec::{Network, Op};
use crate::weights::Weights;

/// What every layer is built from.
pub(super) struct Loader<'a> {
    pub network: &'a Network,
    pub weights: &'a Weights,
    pub operators: Operators,
}

impl Loader<'_> {
    /// The convolution of that name.
    pub fn conv(&self, name: &str) -> Result<Conv, ModelError> {
        let unknown = || ModelError::UnknownName { name: name.to_owned() };
        let layer = self.network.layer(name).ok_or_else(unknown)?;
        let Op::Conv(window) = layer.op else {
            return Err(unknown());
        };
        let Weights { topology, tensors, .. } = self.weights;
        Conv::new(layer, window, topology, tensors, self.operators)
    }

    /// The linear layer of that name.
    pub fn linear(&self, name: &str) -> Result<Linear, ModelError> {
        let layer = self.network.layer(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })?;
        Linear::new(layer, &self.weights.tensors, self.operators)
    }
}
