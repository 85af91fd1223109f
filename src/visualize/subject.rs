//! The network that is asked.

use crate::model::{GoogLeNet, ModelError};
use crate::spec::Preprocessing;

/// A network as pictures are made with it.  Cheap to clone.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The layers with their weights.
    pub model: GoogLeNet,
    /// From colours to what conv1 receives.
    pub preprocessing: Preprocessing,
    /// SHA-256 of the file of weights, lower-case hexadecimal.
    pub weights_sha256: String,
    /// Whether these are fresh weights in place of those.
    pub random_weights: bool,
}

/// Seed of the fresh weights: everybody sees the same untrained network.
const FRESH_SEED: u64 = 0;

impl Subject {
    /// A network with its weights.
    pub fn new(model: GoogLeNet, preprocessing: Preprocessing, weights_sha256: String) -> Self {
        Self { model, preprocessing, weights_sha256, random_weights: false }
    }

    /// The same structure before any training (He initialisation, biases 0): what is missing in its pictures is what training put
    /// there.
    ///
    /// # Errors
    /// A tensor cannot be made.
    pub fn with_random_weights(&self) -> Result<Self, ModelError> {
        Ok(Self { model: self.model.fresh(FRESH_SEED, false)?, random_weights: true, ..self.clone() })
    }
}
