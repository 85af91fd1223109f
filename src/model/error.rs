//! What can go wrong while the network runs.

use thiserror::Error;

use super::kernels::ShapeError;
use super::objective::ObjectiveError;
use crate::spec::Head;

/// Why a step gave no result.
#[derive(Debug, Error)]
pub enum StepError {
    /// candle's reason.
    #[error(transparent)]
    Tensor(#[from] candle_core::Error),
    /// What a kernel was given does not fit.
    #[error(transparent)]
    Shape(#[from] ShapeError),
}

/// Why a forward pass gave no result.
#[derive(Debug, Error)]
pub enum ModelError {
    /// Somebody asked for it to stop.
    #[error("The run was cancelled.")]
    Cancelled,
    /// The input tensor has another shape.
    #[error("The input is {found:?} instead of [3, 224, 224]; preprocess the photo to that size.")]
    InputShape {
        /// Its dimensions.
        found: Vec<usize>,
    },
    /// The input is too small or too large.
    #[error("The input is {width} pixels wide and {height} high; sides from 96 to 640 pixels can be run.")]
    InputSize {
        /// Rows.
        height: usize,
        /// Columns.
        width: usize,
    },
    /// An auxiliary head with a fixed pool can only read the maps of a photo of 224 x 224.
    #[error(
        "The head {} averages windows of 5x5 and needs an input of 224x224, not {width}x{height}; run the network as far as a module, or to the main head.", head.key()
    )]
    HeadSize {
        /// Which head.
        head: Head,
        /// Rows of the input.
        height: usize,
        /// Columns of the input.
        width: usize,
    },
    /// There is no such gradient.
    #[error(transparent)]
    Objective(#[from] ObjectiveError),
    /// An intervention cannot be carried out at that activation.
    #[error("{name} cannot be changed like this: {cause}.")]
    Intervention {
        /// Activation.
        name: String,
        /// Why not.
        cause: String,
    },
    /// No activation has that name in this network.
    #[error("This network has no activation named {name:?}; `inception-lens inspect` lists them.")]
    UnknownName {
        /// The name.
        name: String,
    },
    /// A result is no number.
    #[error(
        "With these weights {name} is not a finite number on this photo, so nothing after it means anything; choose other weights."
    )]
    NotFinite {
        /// The first such activation.
        name: String,
    },
    /// A step could not be done.
    #[error("The step {name} failed: {source}.")]
    Step {
        /// Activation.
        name: String,
        /// The reason.
        source: StepError,
    },
    /// candle could not make a tensor.
    #[error("A tensor could not be made: {0}.")]
    Tensor(#[from] candle_core::Error),
}
