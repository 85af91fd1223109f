//! The layers whose channels an album keeps: the maxima of pools are those of the layer before, of branches those of their module.

use super::error::AlbumError;
use crate::spec::{Network, Op};

/// Names of the layers, as traced.
pub use crate::spec::DEPTHS as LAYERS;

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
pub(super) fn of(network: &Network) -> Vec<AlbumLayer> {
    let mut first = 0;
    let layers = LAYERS.iter().enumerate().filter_map(|(index, &name)| {
        let shape = network.layer(name)?.output;
        let layer = AlbumLayer { index, name, channels: shape.channels(), side: shape.side(), first };
        first += layer.channels;
        Some(layer)
    });
    layers.collect()
}

/// The kept layer and channel behind a channel of an activation: itself, a part of a concat, or what a max pool reads.
pub(super) fn find(
    layers: &[AlbumLayer],
    network: &Network,
    name: &str,
    channel: usize,
) -> Result<(AlbumLayer, usize), AlbumError> {
    let name = traced_name(name);
    let unknown = || AlbumError::UnknownLayer { name: name.clone() };
    let index = network.index(&name).ok_or_else(unknown)?;
    let (kept, offset) = kept(layers, network, index).ok_or_else(unknown)?;
    let channels = network.layers[index].output.channels();
    match channel < channels {
        true => Ok((kept, offset + channel)),
        false => Err(AlbumError::UnknownChannel { name: name.clone(), channel, last: channels - 1 }),
    }
}

/// The kept layer with the channels of the activation at `index`, and where in it they begin.
pub(super) fn kept(layers: &[AlbumLayer], network: &Network, index: usize) -> Option<(AlbumLayer, usize)> {
    let layer = &network.layers[index];
    if let Some(kept) = layers.iter().find(|kept| kept.name == layer.name) {
        return Some((*kept, 0));
    }
    if let (Op::MaxPool(_), [input]) = (layer.op, &layer.inputs[..]) {
        // Only between the stages: within a module a pool's input is that of all branches, and its maxima are no others.
        return kept(layers, network, *input);
    }
    let concat =
        network.layers.iter().find(|concat| matches!(concat.op, Op::Concat) && concat.inputs.contains(&index))?;
    let before = concat.inputs.iter().take_while(|&&input| input != index);
    let offset = before.map(|&input| network.layers[input].output.channels()).sum();
    let kept = layers.iter().find(|kept| kept.name == concat.name)?;
    Some((*kept, offset))
}

/// "4d" and "5b" as traced.
pub(super) fn traced_name(name: &str) -> String {
    let is_module = matches!(name.as_bytes(), [b'3'..=b'5', b'a'..=b'e', ..]);
    if is_module { format!("inception{name}") } else { name.to_owned() }
}
