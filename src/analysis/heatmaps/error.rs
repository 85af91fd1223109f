//! Why there is no heatmap.

use thiserror::Error;

use crate::model::ModelError;
use crate::spec::Head;

/// Why there is no heatmap.
#[derive(Debug, Error)]
pub enum HeatmapError {
    /// The network could not be run or gone back through; or cancelled.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// An auxiliary head has layers behind its average, so no map adds up to its logit.
    #[error(
        "Class evidence is exact for the main head alone, which only averages its maps; {} has more layers, so choose another method.", .0.key()
    )]
    NoExactEvidence(Head),
    /// A map has no order of places.
    #[error(
        "This map is the same everywhere: by this method nothing speaks for the class, so there is nothing to judge."
    )]
    Flat,
    /// Noise that was handed over is none for this input.
    #[error("Noise for SmoothGrad must have {wanted} numbers a sample and at least one sample.")]
    Noise {
        /// As many as the input has.
        wanted: usize,
    },
}

impl HeatmapError {
    /// Whether somebody asked for it to stop: the same pass can be done again.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Model(ModelError::Cancelled))
    }
}
