//! The sum behind an answer, written as a pupil would.

use crate::spec::{Cost, Layer, Op};

/// Weights of these layers, of their filters all together.
pub(super) fn weights(layers: &[Layer]) -> u64 {
    layers.iter().map(|layer| layer.weights() as u64).sum()
}

/// `192·96 + 3·3·96·128`.
pub(super) fn weights_working(layers: &[Layer]) -> String {
    convolutions(layers).map(term).collect::<Vec<_>>().join(" + ")
}

/// `192·96 + 3·3·96·128 + 96 + 128`.
pub(super) fn params_working(layers: &[Layer]) -> String {
    let biases = convolutions(layers).map(|layer| layer.output.channels().to_string());
    let all: Vec<String> = convolutions(layers).map(term).chain(biases).collect();
    all.join(" + ")
}

/// `28·28·(192·96 + 3·3·96·128)`, for layers on maps of one size.
pub(super) fn macs_working(layers: &[Layer]) -> String {
    let side = convolutions(layers).map(|layer| layer.output.side()).next().unwrap_or_default();
    let sum = weights_working(layers);
    if convolutions(layers).count() > 1 { format!("{side}·{side}·({sum})") } else { format!("{side}·{side}·{sum}") }
}

/// `4·28·28·(256 + 64 + …)`, every activation once, for layers on maps of one size.
pub(super) fn bytes_working(layers: &[Layer]) -> String {
    let side = layers.first().map_or(0, |layer| layer.output.side());
    let channels: Vec<String> = layers.iter().map(|layer| layer.output.channels().to_string()).collect();
    format!("4·{side}·{side}·({})", channels.join(" + "))
}

/// What these layers cost.
pub(super) fn cost(layers: &[Layer]) -> Cost {
    Cost::of(layers)
}

fn convolutions(layers: &[Layer]) -> impl Iterator<Item = &Layer> {
    layers.iter().filter(|layer| layer.op.has_weights())
}

fn term(layer: &Layer) -> String {
    let (before, after) = (layer.input.channels(), layer.output.channels());
    match layer.op {
        Op::Conv(window) if window.kernel > 1 => format!("{0}·{0}·{before}·{after}", window.kernel),
        _ => format!("{before}·{after}"),
    }
}
