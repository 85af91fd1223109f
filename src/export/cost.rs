//! What everything costs as rows.

use serde_json::json;

use super::Table;
use crate::spec::{Ancestor, lineage};

impl Table {
    /// AlexNet to ResNet-50, counted from their layers.
    pub fn of_lineage() -> Self {
        let row = |ancestor: Ancestor| {
            vec![
                json!(ancestor.name),
                json!(ancestor.year),
                json!(ancestor.depth),
                json!(ancestor.params),
                json!(ancestor.macs),
                json!(ancestor.contest.map(|contest| contest.top5_error_percent)),
                json!(ancestor.contest.map(|contest| contest.networks)),
                json!(ancestor.contest.map(|contest| contest.source)),
                json!(ancestor.hypothetical),
            ]
        };
        Self {
            columns: &[
                "network",
                "year",
                "depth",
                "params",
                "macs",
                "contest_top5_error_percent",
                "contest_ensemble_networks",
                "contest_source",
                "hypothetical",
            ],
            rows: lineage().into_iter().map(row).collect(),
        }
    }
}
