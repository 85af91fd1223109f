//! What each layer costs in both networks.

use super::super::layers::rows::{name, shown_layers};
use super::super::measure::Measure;
use super::changes::change;
use crate::locale::format::{compact, fixed};
use crate::locale::text::tr_with;
use crate::spec::{Layer, Network};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::cost::row::Row;
use crate::ui::views::layer::names::hue;

/// What both networks are compared by.
const MEASURES: [Measure; 2] = [Measure::Arithmetic, Measure::Parameters];

/// Heads of the columns: of each measure that of A, of B and their difference; then the change of the weights.
pub(super) fn columns(shown: &CostContext<'_>) -> [String; 7] {
    let unit = shown.state.settings.unit;
    let [macs, params] = MEASURES.map(|measure| measure.short_name(unit));
    let of = |which: &str, measure: &str| tr_with(which, &[("measure", measure.to_owned())]);
    [
        of("networks-column-a", &macs),
        of("networks-column-b", &macs),
        crate::locale::text::tr("networks-column-difference"),
        of("networks-column-a", &params),
        of("networks-column-b", &params),
        crate::locale::text::tr("networks-column-difference"),
        crate::locale::text::tr("networks-column-change"),
    ]
}

/// A layer of either network a row; those that only the second has come last.
pub(super) fn rows(shown: &CostContext<'_>) -> Vec<Row> {
    let Some([a, b]) = shown.state.networks() else { return Vec::new() };
    let (a, b) = (&a.network, &b.network);
    let of_a = shown_layers(shown);
    let only_b = b.layers.iter().enumerate().filter(|(_, layer)| layer.computes() && a.layer(&layer.name).is_none());
    let named = of_a.into_iter().map(|index| (&shown.facts.network.layers[index], index));
    named
        .chain(only_b.map(|(index, layer)| (layer, index)))
        .map(|(layer, index)| row(shown, [a, b], layer, index))
        .collect()
}

fn row(shown: &CostContext<'_>, [a, b]: [&Network; 2], layer: &Layer, index: usize) -> Row {
    let unit = shown.state.settings.unit;
    let (mut values, mut texts) = (Vec::new(), Vec::new());
    for measure in MEASURES {
        let count = |network: &Network| {
            let layer = network.layer(&layer.name)?;
            Some(match measure {
                Measure::Arithmetic => unit.count(layer.macs) as f64,
                Measure::Parameters | Measure::Memory | Measure::Time | Measure::Speed => layer.params as f64,
            })
        };
        let (one, other) = (count(a), count(b));
        let difference = (one.is_some() || other.is_some()).then(|| one.unwrap_or(0.0) - other.unwrap_or(0.0));
        values.extend([one, other, difference]);
        texts.extend([measure.cell(one), measure.cell(other), difference.map_or_else(String::new, signed)]);
    }
    let moved = change(shown, &layer.name);
    values.push(moved);
    texts.push(moved.map_or_else(|| "–".to_owned(), |moved| fixed(moved, 2)));
    Row { layer: layer.name.clone(), words: name(layer, index), hue: hue(layer), values, texts }
}

/// A difference of counts: "0", "+2.5 M", "−1.2 k".
fn signed(difference: f64) -> String {
    match difference {
        0.0 => "0".to_owned(),
        ..0.0 => format!("−{}", compact(-difference)),
        _ => format!("+{}", compact(difference)),
    }
}
