//! Network, module and layer as rows.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Table;
use crate::analysis::naive::NaiveRun;
use crate::analysis::similarity::similarity;
use crate::analysis::{Activation, Report};
use crate::engine::LoadedNetwork;
use crate::model::ModelError;
use crate::spec::{Layer, Modules, Network};

/// Runs behind the medians of a module's times.
const RUNS: usize = 5;

impl Table {
    /// Every layer with its costs; `ms` is the wall time of this one run.
    pub fn of_layers(report: &Report) -> Self {
        let row = |layer: &Layer| {
            vec![
                json!(layer.name),
                json!(layer.op.word()),
                json!(layer.output.channels()),
                json!(layer.output.side()),
                json!(layer.params),
                json!(layer.macs),
                json!(layer.activation_bytes()),
                json!(layer.receptive_field.size),
                json!(report.duration_ms(&layer.name)),
            ]
        };
        Self {
            columns: &[
                "layer",
                "op",
                "channels",
                "side",
                "params",
                "macs",
                "activation_bytes",
                "receptive_field_px",
                "ms",
            ],
            rows: report.network.layers.iter().map(row).collect(),
        }
    }

    /// Every stage of a module, reduced and naive on the same input; `ms` is the median of `runs`.
    ///
    /// # Errors
    /// The naive module could not be run.
    pub fn of_module(loaded: &LoadedNetwork, report: Arc<Report>, module: usize) -> Result<Self, ModelError> {
        let network = report.network.clone();
        let mut naive = NaiveRun::new(&loaded.model, report, module)?;
        for _ in 0..RUNS {
            naive.pass(&loaded.model)?;
        }
        let measured = naive.result()?;
        let grown = Network::build(network.topology, network.classes, Modules::Naive, [false, false]);
        let mut rows = Vec::new();
        for (word, network, times) in
            [("reduced", &*network, &measured.reduced_ms), ("naive", &grown, &measured.naive_ms)]
        {
            for layer in network.module_layers(module) {
                rows.push(vec![
                    json!(word),
                    json!(layer.name),
                    json!(layer.input.channels()),
                    json!(layer.output.channels()),
                    json!(layer.output.side()),
                    json!(layer.params),
                    json!(layer.macs),
                    json!(layer.activation_bytes()),
                    json!(times.get(&layer.name)),
                    json!(RUNS),
                ]);
            }
        }
        Ok(Self {
            columns: &[
                "modules",
                "layer",
                "channels_in",
                "channels_out",
                "side",
                "params",
                "macs",
                "activation_bytes",
                "ms",
                "runs",
            ],
            rows,
        })
    }

    /// Every cell of an activation; with a second photo its value there and the difference.
    ///
    /// `None` if this network has no such layer.
    pub fn of_cells(report: &Report, second: Option<&Report>, name: &str) -> Option<Self> {
        let activation = report.activation(name)?;
        let other = second.and_then(|second| second.activation(name));
        let values = activation.values();
        let others = other.map(|other| other.values());
        let row = |index: usize| {
            let mut row = place(activation, index);
            let value = values[index];
            row.push(json!(value));
            if let Some(other) = others.as_ref().and_then(|others| others.get(index)) {
                row.extend([json!(other), json!(value - other)]);
            }
            row
        };
        Some(Self {
            columns: match other {
                None => &["channel", "row", "column", "value"],
                Some(_) => &["channel", "row", "column", "value", "second", "difference"],
            },
            rows: (0..values.len()).map(row).collect(),
        })
    }

    /// How alike two photos are, layer by layer.  `None` for runs of different networks.
    pub fn of_similarity(report: &Report, second: &Report) -> Option<Self> {
        let cosines = similarity(report, second)?;
        let layers = report.network.layers.iter().zip(cosines);
        let row = |(layer, cosine): (&Layer, f64)| {
            let mean = |report: &Report| {
                let activation = report.activation(&layer.name);
                activation.map(|activation| activation.whole.mean)
            };
            vec![json!(layer.name), json!(cosine), json!(mean(report)), json!(mean(second))]
        };
        Some(Self { columns: &["layer", "cosine", "mean", "mean_second"], rows: layers.map(row).collect() })
    }
}

/// Channel, row and column of a cell.
fn place(activation: &Activation, index: usize) -> Vec<Value> {
    let side = activation.shape.side();
    [index / (side * side), index / side % side, index % side].map(|position| json!(position)).to_vec()
}
