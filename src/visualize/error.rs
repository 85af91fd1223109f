//! Why there is no picture.

use thiserror::Error;

use crate::model::ModelError;

/// Why a picture could not be made: one sentence.
#[derive(Debug, Error)]
pub enum VisualizeError {
    /// The network cannot run, or somebody asked for it to stop ([`ModelError::Cancelled`]: the picture is as it was before the
    /// step, and can go on).
    #[error(transparent)]
    Model(#[from] ModelError),
    /// What was asked for cannot be made.
    #[error(transparent)]
    Unfit(#[from] Unfit),
}

/// Why what was asked for cannot be made: one sentence.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Unfit {
    /// The gradient is zero everywhere, even with open ReLUs.
    #[error("Nothing starts: {of} has no gradient in any picture tried; choose another seed or another channel.")]
    NoStart {
        /// What was asked for.
        of: String,
    },
    /// The picture would be too small or too large.
    #[error("A picture of {size} pixels cannot be made; sides from {least} to {most} can.")]
    Size {
        /// As asked.
        size: usize,
        /// The smallest.
        least: usize,
        /// The largest.
        most: usize,
    },
    /// A layer without maps has nothing to rebuild a photo from.
    #[error("{name} holds no maps, so no photo can be rebuilt from it; choose a layer from conv1 to inception5b.")]
    NothingToRebuild {
        /// The layer.
        name: String,
    },
    /// The photo leaves no trace where it is to be rebuilt from.
    #[error(
        "{of} is 0 everywhere on this photo, so there is nothing to rebuild it from; choose another channel or switch it on."
    )]
    NothingThere {
        /// What was asked for.
        of: String,
    },
    /// The photo is too small to dream on.
    #[error(
        "This photo is {width} pixels wide and {height} high; a dream wants at least {least} on its shorter side, of 640 on its longer one."
    )]
    Photo {
        /// Its columns.
        width: u32,
        /// Its rows.
        height: u32,
        /// The shortest side.
        least: usize,
    },
    /// A layer without maps has nothing to dream of.
    #[error("{name} holds no maps, so it cannot dream; choose a layer from conv1 to inception5b.")]
    NoMaps {
        /// The layer.
        name: String,
    },
}

impl VisualizeError {
    /// Whether it only stopped because it was asked to.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Model(ModelError::Cancelled))
    }
}
