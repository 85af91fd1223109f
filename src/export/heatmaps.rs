//! Heatmaps and contributions as rows.

use serde_json::{Value, json};

use super::Table;
use super::table::Facts;
use crate::analysis::contribution::Contributions;
use crate::analysis::heatmaps::{self, Map, Row, Verdict};

/// Columns of [`Table::of_heatmaps`].
const VERDICTS: &[&str] = &[
    "name",
    "agreement",
    "agreement_spread",
    "strongest_x",
    "strongest_y",
    "strongest_in_box",
    "in_box",
    "deletion",
    "insertion",
    "passes",
    "ms",
    "verdict",
];

impl Table {
    /// A map, cell by cell.
    pub fn of_map(map: &Map) -> Self {
        let cells = map.values.iter().enumerate();
        let row =
            |(index, value): (usize, &f32)| vec![json!(index / map.width), json!(index % map.width), json!(value)];
        Self { columns: &["row", "column", "value"], rows: cells.map(row).collect() }
    }

    /// What is to be thought of each method, a row each; nothing where nothing can be said.
    pub fn of_heatmaps(table: &heatmaps::Table) -> Self {
        Self { columns: VERDICTS, rows: table.rows.iter().map(verdict_row).collect() }
    }

    /// What each channel of each layer adds to a logit, those that add or take most first.
    pub fn of_contributions(contributions: &Contributions) -> Self {
        let rows = contributions.layers.iter().flat_map(|layer| {
            let channels = layer.strongest().into_iter();
            channels.map(|channel| vec![json!(layer.layer), json!(channel), json!(layer.channels[channel])])
        });
        Self { columns: &["layer", "channel", "value"], rows: rows.collect() }
    }
}

fn verdict_row(row: &Row) -> Vec<Value> {
    let made = row.map.as_ref();
    vec![
        json!(row.method.key()),
        json!(row.agreement.map(|agreement| agreement.mean)),
        json!(row.agreement.map(|agreement| agreement.deviation)),
        json!(row.strongest.map(|[x, _]| x)),
        json!(row.strongest.map(|[_, y]| y)),
        json!(row.strongest_in_box),
        json!(row.in_box),
        json!(row.deletion.as_ref().map(heatmaps::Curve::area)),
        json!(row.insertion.as_ref().map(heatmaps::Curve::area)),
        json!(made.map(|made| made.passes)),
        json!(made.map(|made| made.duration_ms)),
        json!(row.verdict.map(Verdict::words).or_else(|| row.failed.clone())),
    ]
}

/// The same as JSON, with curves, chance and the agreement of the methods with each other.
pub fn heatmaps_json(class: &str, table: &heatmaps::Table, facts: &Facts) -> Value {
    let methods = table.rows.iter().map(|row| {
        let mut entry = serde_json::Map::new();
        for (column, value) in VERDICTS.iter().zip(verdict_row(row)) {
            match *column {
                "strongest_x" => entry.insert("strongest".to_owned(), json!(row.strongest)),
                "strongest_y" => None,
                column => entry.insert(column.to_owned(), value),
            };
        }
        let beliefs = |curve: &Option<heatmaps::Curve>| curve.as_ref().map(|curve| curve.beliefs.clone());
        entry.insert("deletion_curve".to_owned(), json!(beliefs(&row.deletion)));
        entry.insert("insertion_curve".to_owned(), json!(beliefs(&row.insertion)));
        Value::Object(entry)
    });
    let provenance: serde_json::Map<String, Value> =
        facts.iter().map(|(key, value)| ((*key).to_owned(), value.as_str().into())).collect();
    let chance = table.chance.as_ref().map(|chance| {
        json!({
            "area": chance.area.mean,
            "area_spread": chance.area.deviation,
            "orders": chance.area.count,
            "deletion_curves": chance.curves.iter().map(|curve| curve.beliefs.clone()).collect::<Vec<_>>(),
        })
    });
    json!({
        "class": class,
        "methods": methods.collect::<Vec<_>>(),
        "chance": chance,
        "between": table.between,
        "provenance": provenance,
    })
}
