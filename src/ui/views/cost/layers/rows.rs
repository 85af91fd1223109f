//! The layers of the network and their numbers.

use super::super::measure::Measure;
use crate::analysis::peak::achieved_gflops;
use crate::spec::{Head, Layer, Place, Section};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::cost::row::Row;
use crate::ui::views::layer::names::{hue, short_name};
use crate::ui::views::network::names::layer_name;

/// A layer's name: "4a · 3×3 reduce", "conv1 7×7/2", unlike any other's.
pub(in crate::ui::views::cost) fn name(layer: &Layer, index: usize) -> String {
    match layer.place {
        Place::Stem | Place::Pool => short_name(layer),
        Place::Module { .. } | Place::Head(_) => layer_name(layer, index),
    }
}

/// The layers that compute something, the auxiliary heads last: positions in the network.
pub(in crate::ui::views::cost) fn shown_layers(shown: &CostContext<'_>) -> Vec<usize> {
    let layers = &shown.facts.network.layers;
    let mut order: Vec<usize> = (0..layers.len()).filter(|&index| layers[index].computes()).collect();
    order.sort_by_key(|&index| match layers[index].place {
        Place::Head(Head::Aux1) => 1,
        Place::Head(Head::Aux2) => 2,
        Place::Stem | Place::Pool | Place::Module { .. } | Place::Head(Head::Main) => 0,
    });
    order
}

/// A number of a layer; `None` where it was not measured, or there is no arithmetic to be fast at.
pub(in crate::ui::views::cost) fn value(shown: &CostContext<'_>, index: usize, measure: Measure) -> Option<f64> {
    let layer = &shown.facts.network.layers[index];
    let ms = || shown.state.layer_ms(index).map(|(ms, _)| ms);
    match measure {
        Measure::Arithmetic => Some(shown.state.settings.unit.count(layer.macs) as f64),
        Measure::Parameters => Some(layer.params as f64),
        Measure::Memory => Some(layer.activation_bytes() as f64),
        Measure::Time => ms(),
        Measure::Speed => achieved_gflops(layer.macs, ms()?),
    }
}

/// The rows of the table.
pub(super) fn rows(shown: &CostContext<'_>, layers: &[usize]) -> Vec<Row> {
    let row = |&index: &usize| {
        let layer = &shown.facts.network.layers[index];
        let values = Measure::OF_LAYERS.map(|measure| value(shown, index, measure));
        let texts = Measure::OF_LAYERS.iter().zip(values).map(|(measure, value)| measure.cell(value));
        Row {
            layer: layer.name.clone(),
            words: name(layer, index),
            hue: hue(layer),
            texts: texts.collect(),
            values: values.to_vec(),
        }
    };
    layers.iter().map(row).collect()
}

/// What a section's layers have together; the speed is that of all its arithmetic over all its time.
pub(super) fn sum(shown: &CostContext<'_>, layers: &[usize], section: Section, measure: Measure) -> Option<f64> {
    let network = &shown.facts.network;
    let of_section = layers.iter().filter(|&&index| Section::of(network.layers[index].place) == Some(section));
    let total = |measure| -> Option<f64> { of_section.clone().map(|&index| value(shown, index, measure)).sum() };
    match measure {
        Measure::Speed => {
            let macs = of_section.clone().map(|&index| network.layers[index].macs);
            achieved_gflops(macs.sum(), total(Measure::Time)?)
        }
        Measure::Arithmetic | Measure::Parameters | Measure::Memory | Measure::Time => total(measure),
    }
}
