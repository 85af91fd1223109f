//! The numbers of a view as rows.

use std::sync::Arc;

use anyhow::{Result, anyhow};
use serde_json::{Value, json};

use crate::analysis::Report;
use crate::analysis::naive::NaiveRun;
use crate::engine::pipeline::LoadedNetwork;
use crate::spec::{Layer, Modules, Network};

/// Runs behind the medians of a module's times.
const RUNS: usize = 5;

/// Rows under named columns.
pub struct Table {
    /// Names of the columns.
    pub columns: &'static [&'static str],
    /// One value a column; `null` where there is none.
    pub rows: Vec<Vec<Value>>,
}

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
    pub fn of_module(loaded: &LoadedNetwork, report: Report, module: usize) -> Result<Self> {
        let network = report.network.clone();
        let mut naive = NaiveRun::new(&loaded.model, Arc::new(report), module)?;
        for _ in 0..RUNS {
            naive.pass(&loaded.model)?;
        }
        let measured = naive.result()?;
        let grown = Network::build(
            network.topology,
            network.classes,
            Modules::Naive,
            [false, false],
        );
        let mut rows = Vec::new();
        for (word, network, times) in [
            ("reduced", &*network, &measured.reduced_ms),
            ("naive", &grown, &measured.naive_ms),
        ] {
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

    /// Every cell of an activation.
    ///
    /// # Errors
    /// This network has no such layer.
    pub fn of_cells(report: &Report, name: &str) -> Result<Self> {
        let activation = report.activation(name).ok_or_else(|| {
            anyhow!("This network has no layer {name}; `inception-lens inspect` lists them.")
        })?;
        let side = activation.shape.side();
        let row = |(index, &value): (usize, &f32)| {
            vec![
                json!(index / (side * side)),
                json!(index / side % side),
                json!(index % side),
                json!(value),
            ]
        };
        Ok(Self {
            columns: &["channel", "row", "column", "value"],
            rows: activation.values.iter().enumerate().map(row).collect(),
        })
    }
}
