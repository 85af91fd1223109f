//! What can go wrong while the network runs.

use thiserror::Error;

use super::kernels::ShapeError;
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

/// Why there is no gradient.
#[derive(Debug, Error)]
pub enum ObjectiveError {
    /// The activation has fewer channels.
    #[error("{name} has {channels} channels, from 0; there is no channel {channel}.")]
    NoChannel {
        /// Activation.
        name: String,
        /// How many it has.
        channels: usize,
        /// The one asked for.
        channel: usize,
    },
    /// The map is smaller.
    #[error(
        "The maps of {name} have {height} rows and {width} columns; there is no cell in row {row}, column {column}."
    )]
    NoCell {
        /// Activation.
        name: String,
        /// Rows.
        height: usize,
        /// Columns.
        width: usize,
        /// Row asked for.
        row: usize,
        /// Column asked for.
        column: usize,
    },
    /// There is no "before" at that activation.
    #[error(
        "{name} is not made by an activation function, so there is nothing before it; leave that out, or name a convolution or a module."
    )]
    NoActivationFunction {
        /// Activation.
        name: String,
    },
    /// Nothing of the objective depends on that activation.
    #[error(
        "What was asked for does not depend on {to}; take the gradient with respect to a layer that comes before it."
    )]
    NotBefore {
        /// The activation.
        to: String,
    },
    /// The run stopped before that activation, or left it out.
    #[error("This run did not compute {name}; run the network as far as that.")]
    NotTraced {
        /// Activation.
        name: String,
    },
    /// The run changed what lies in between, otherwise than by muting channels.
    #[error("{name} was changed in this run, so the gradient ends there; run the network without that change.")]
    Changed {
        /// Activation.
        name: String,
    },
    /// The gradient has no limits.
    #[error("With these weights the gradient with respect to {name} is not a finite number; choose other weights.")]
    NotFinite {
        /// The first such activation on the way back.
        name: String,
    },
}
