//! What the map says about a layer: in and out, parameters, multiplications, time.

use super::names::layer_name;
use crate::locale::format::{compact, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer, Network, Part, Place};
use crate::state::State;

/// Words for a tooltip: three rows, left and right.
pub struct Facts {
    /// From top to bottom; empty where there is nothing to say.
    pub rows: [[String; 2]; 3],
}

/// "1.58 GMAC"; what has none says so.
pub fn macs(count: u64) -> String {
    if count == 0 {
        return tr("network-no-macs");
    }
    tr_with("network-macs", &[("count", compact(count as f64))])
}

fn params(count: usize) -> String {
    if count == 0 {
        return tr("network-no-params");
    }
    tr_with("network-params", &[("count", compact(count as f64))])
}

/// The layers a layer stands for: a concat for its whole module, the logits of an auxiliary head for the head.
fn group<'n>(network: &'n Network, layer: &'n Layer) -> Vec<(usize, &'n Layer)> {
    let is_part = |other: &Layer| match (layer.place, other.place) {
        (Place::Module { module, part: Part::Concat }, Place::Module { module: its, .. }) => module == its,
        (Place::Head(head @ (Head::Aux1 | Head::Aux2)), Place::Head(its)) if layer.name == head.logits_name() => {
            head == its
        }
        (Place::Stem | Place::Pool | Place::Module { .. } | Place::Head(_), _) => layer.name == other.name,
    };
    let layers = network.layers.iter().enumerate();
    layers.filter(|(_, other)| is_part(other)).collect()
}

impl Facts {
    /// About a layer, in the numbers of `network`; times are those of the trained one.
    pub fn new(state: &State, network: &Network, layer: &str, is_naive: bool) -> Option<Self> {
        let index = network.index(layer)?;
        let layer = &network.layers[index];
        let group = group(network, layer);
        let first = group.first().map_or(layer, |&(_, first)| first);
        let parameters = group.iter().map(|(_, layer)| layer.params).sum();
        let multiplications = group.iter().map(|(_, layer)| layer.macs).sum();
        let sides = match (first.input.side(), layer.output.side()) {
            (1, 1) => String::new(),
            (before, after) if before == after => format!("{after} × {after}"),
            (before, after) => format!("{before} → {after}"),
        };
        let flow = format!("{} → {}", first.input.channels(), layer.output.channels());
        let time = if is_naive { tr("network-not-run") } else { time(state, &group) };
        Some(Self {
            rows: [[layer_name(layer, index), flow], [macs(multiplications), params(parameters)], [time, sides]],
        })
    }
}

/// "3.4 ms · 9 runs": the sum over all layers it is about.
fn time(state: &State, group: &[(usize, &Layer)]) -> String {
    let mut sum = (0.0, 0);
    for &(index, _) in group {
        let Some((ms, runs)) = state.layer_ms(index) else {
            return String::new();
        };
        sum = (sum.0 + ms, runs);
    }
    let runs = tr_with("network-runs", &[("count", sum.1 as f64)]);
    format!("{} · {runs}", milliseconds(sum.0))
}
