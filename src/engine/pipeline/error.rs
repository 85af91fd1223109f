//! Why a file did not become a network, or a photo.

use thiserror::Error;

use crate::imaging::ImagingError;
use crate::model::ModelError;
use crate::weights::WeightsError;

/// Why a weights file did not become a network.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file is no set of GoogLeNet weights.
    #[error(transparent)]
    Weights(#[from] WeightsError),
    /// The checked tensors could not be made into layers.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// Why a file did not become a photo.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum PhotoError {
    /// The decoder says what is wrong.
    #[error(transparent)]
    Imaging(#[from] ImagingError),
    /// The decoder gave up without a reason: a hostile or very damaged file.
    #[error("This picture is damaged (its decoder gave up); fetch it again, or choose another picture.")]
    DecoderPanicked,
}
