//! What a person calls a channel: kept per weights and channel.

use serde::{Deserialize, Serialize};

/// Names that are kept; those given longest ago go first.
pub(crate) const KEPT: usize = 2000;

/// Letters of a name.
pub const LONGEST_NAME: usize = 80;

/// A channel's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelName {
    /// SHA-256 of the weights.
    pub weights: String,
    /// The layer.
    pub layer: String,
    /// From 0.
    pub channel: usize,
    /// As a person wrote it.
    pub name: String,
}

impl ChannelName {
    pub(crate) fn is_of(&self, (weights, layer, channel): (&str, &str, usize)) -> bool {
        self.weights == weights && self.layer == layer && self.channel == channel
    }
}
