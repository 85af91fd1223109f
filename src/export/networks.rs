//! Two networks as a table.

use serde_json::json;

use super::Table;
use crate::engine::Depths;
use crate::spec::{DEPTHS, Layer, Network};

impl Table {
    /// Every layer of both networks: what it costs in each, how far its weights are apart, and at twelve depths how alike both networks
    /// see an album, and how alike two random ones do.
    pub fn of_networks(a: &Network, b: &Network, depths: &Depths) -> Self {
        let only_b = b.layers.iter().filter(|layer| a.layer(&layer.name).is_none());
        let row = |layer: &Layer| {
            let name = layer.name.as_str();
            let (one, other) = (a.layer(name), b.layer(name));
            let depth = DEPTHS.iter().position(|&depth| depth == name);
            let of_depth = |values: &[Option<f64>]| depth.and_then(|depth| values.get(depth).copied().flatten());
            let change = depths.layers.iter().find(|(layer, _)| layer == name).and_then(|(_, change)| *change);
            vec![
                json!(name),
                json!(one.map(|layer| layer.macs)),
                json!(other.map(|layer| layer.macs)),
                json!(one.map(|layer| layer.params)),
                json!(other.map(|layer| layer.params)),
                json!(change),
                json!(of_depth(&depths.similarity)),
                json!(of_depth(&depths.random)),
                json!(depth.map(|_| depths.measured)),
            ]
        };
        Self {
            columns: &[
                "layer",
                "macs",
                "macs_second",
                "params",
                "params_second",
                "weights_change",
                "similarity",
                "random_similarity",
                "photos",
            ],
            rows: a.layers.iter().chain(only_b).map(row).collect(),
        }
    }
}
