//! The layers whose channels an album keeps: the maxima of pools are those of the layer before, of branches those of their module.

use crate::spec::Network;

/// Names of the layers, as traced.
pub const LAYERS: [&str; 12] = [
    "conv1",
    "conv2",
    "conv3",
    "inception3a",
    "inception3b",
    "inception4a",
    "inception4b",
    "inception4c",
    "inception4d",
    "inception4e",
    "inception5a",
    "inception5b",
];

/// One of them in a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlbumLayer {
    /// Position in [`LAYERS`].
    pub index: usize,
    /// As traced.
    pub name: &'static str,
    /// Number of channels.
    pub channels: usize,
    /// Height and width of each map, cells.
    pub side: usize,
    /// Position of its first channel among all channels that are kept.
    pub first: usize,
}

/// All of them, in order.
pub(super) fn of(_network: &Network) -> Vec<AlbumLayer> {
    todo!()
}
