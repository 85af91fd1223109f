//! Of the network's structure and cost, and of its heads.

use super::words::NONE;
use super::words::UNKNOWN;
use super::words::label;
use super::words::third_kernel;
use crate::analysis::Spread;
use crate::locale::format::{fixed, grouped, percent, scientific, without_zero};
use crate::locale::large_numbers::{in_billions, in_words};
use crate::spec::{AUX_WEIGHT, Ancestor, Head, MODULES, Modules, Network, Part, Place, Shape, lineage};
use crate::state::State;
use crate::state::tour::facts::{gain_of_heads, gradient_left, gradient_left_of_he};
use crate::state::tour::wording::shifted_logit;

fn ancestor(name: &str) -> Ancestor {
    let found = lineage().into_iter().find(|ancestor| ancestor.name == name);
    found.expect("the lineage has its four networks, a test counts them")
}

pub(crate) fn history() -> Vec<(&'static str, String)> {
    let (alexnet, googlenet, vgg) = (ancestor("AlexNet"), ancestor("GoogLeNet"), ancestor("VGG-16"));
    let share = googlenet.params as f64 / alexnet.params as f64;
    vec![
        ("goog_params", in_words(googlenet.params as u64)),
        ("param_percent", fixed(100.0 * share, 1)),
        ("param_ratio", fixed(1.0 / share, 1)),
        ("alex_macs", in_billions(alexnet.macs)),
        ("goog_macs", in_billions(googlenet.macs)),
        ("vgg_macs", in_billions(vgg.macs)),
    ]
}

pub(crate) fn whole(network: &Network) -> Vec<(&'static str, String)> {
    let weighted = |layer: &&crate::spec::Layer| layer.place == Place::Stem && layer.op.has_weights();
    let side = |name: &str| network.layer(name).map_or(0, |layer| layer.output.side());
    let channels = |name: &str| network.layer(name).map_or(0, |layer| layer.output.channels());
    vec![
        ("layers", network.depth().to_string()),
        ("stem_layers", network.layers.iter().filter(weighted).count().to_string()),
        ("modules", MODULES.len().to_string()),
        ("size_first", side("conv1").to_string()),
        ("size_last", side("inception5b").to_string()),
        ("ch_first", channels("conv1").to_string()),
        ("ch_last", channels("inception5b").to_string()),
    ]
}

pub(crate) fn fields(network: &Network) -> Vec<(&'static str, String)> {
    let field = |part: Part| {
        let name = MODULES[0].layer_name() + part.suffix();
        let layer = network.layer(&name);
        layer.map_or(0, |layer| layer.receptive_field.size).to_string()
    };
    vec![
        ("k5", third_kernel(&network.topology)),
        ("rf_1x1", field(Part::Conv1x1)),
        ("rf_3x3", field(Part::Conv3x3)),
        ("rf_5x5", field(Part::Conv5x5)),
    ]
}

/// Module 4a, of which cards 4 and 5 speak.
const MODULE: usize = 2;

fn input_channels(network: &Network, module: usize) -> usize {
    let name = MODULES[module].layer_name() + Part::Conv1x1.suffix();
    network.layer(&name).map_or(0, |layer| layer.input.channels())
}

pub(crate) fn naive(network: &Network) -> Vec<(&'static str, String)> {
    let build = |modules| Network::build(network.topology, network.classes, modules, [false, false]);
    let stacked = build(Modules::NaiveStacked);
    let last = MODULES[MODULES.len() - 1].layer_name();
    let out = stacked.layer(&last).map_or(0, |layer| layer.output.channels());
    let module = &MODULES[MODULE];
    let ratio = stacked.totals().macs as f64 / build(Modules::Reduced).totals().macs as f64;
    vec![
        ("cin", input_channels(network, MODULE).to_string()),
        ("conv_out", (module.branch1 + module.branch2 + module.branch3).to_string()),
        ("modules", MODULES.len().to_string()),
        ("stack_in", input_channels(&stacked, 0).to_string()),
        ("stack_out", out.to_string()),
        ("stack_ratio", fixed(ratio, 1)),
    ]
}

pub(crate) fn reduction(network: &Network) -> Vec<(&'static str, String)> {
    let module = &MODULES[MODULE];
    let inputs = input_channels(network, MODULE);
    let (reduce, conv) = (inputs * module.reduce3, 9 * module.reduce3 * module.branch2);
    let direct = 9 * inputs * module.branch2;
    let side = network.layer(&module.layer_name()).map_or(0, |layer| layer.output.side());
    let macs = |modules| {
        let built = Network::build(network.topology, network.classes, modules, [false, false]);
        built.module_cost(MODULE).whole.macs
    };
    vec![
        ("cin", inputs.to_string()),
        ("reduce", module.reduce3.to_string()),
        ("size", side.to_string()),
        ("mul_direct", grouped(direct as u64)),
        ("mul_reduce", grouped(reduce as u64)),
        ("mul_conv", grouped(conv as u64)),
        ("mul_total", grouped((reduce + conv) as u64)),
        ("mul_ratio", without_zero(&fixed(direct as f64 / (reduce + conv) as f64, 1)).to_owned()),
        ("naive_macs", in_words(macs(Modules::Naive))),
        ("reduced_macs", in_words(macs(Modules::Reduced))),
    ]
}

pub(crate) fn pooling(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let maps = network.layer("inception5b").map_or(Shape::Vector(0), |layer| layer.output);
    let (channels, side) = (maps.channels(), maps.side());
    let logits = shifted_logit(state).map(|logits| logits.map(|logit| fixed(f64::from(logit), 2)));
    let [before, after] = logits.unwrap_or_else(|| [UNKNOWN, UNKNOWN].map(str::to_owned));
    vec![
        ("gap_channels", channels.to_string()),
        ("fc_params", grouped((side * side * channels * network.classes) as u64)),
        ("linear_params", grouped((channels * network.classes) as u64)),
        ("label", label(state)),
        ("logit_before", before),
        ("logit_after", after),
    ]
}

pub(crate) fn heads(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let share = |head: Head| {
        let report = state.report();
        let scores = report.and_then(|report| {
            let class = report.main().best();
            Some(f64::from(*report.head(head)?.probabilities.get(class)?))
        });
        scores.map_or_else(|| UNKNOWN.to_owned(), percent)
    };
    vec![
        ("aux1_after", module_before(network, Head::Aux1)),
        ("aux2_after", module_before(network, Head::Aux2)),
        ("depth_main", network.depth().to_string()),
        ("depth_aux1", depth_to_first_head(network).to_string()),
        ("aux_weight", AUX_WEIGHT.to_string()),
        ("label", label(state)),
        ("spread", Spread::USUAL.value().to_string()),
        ("left", share_left(gradient_left(state))),
        ("left_he", share_left(gradient_left_of_he(state))),
        ("gain", gain_of_heads(state).map_or_else(|| NONE.to_owned(), in_powers)),
        ("p_main", share(Head::Main)),
        ("p_aux1", share(Head::Aux1)),
        ("p_aux2", share(Head::Aux2)),
    ]
}

/// "0.62", "2.8", "5.6 × 10⁻¹¹".
fn share_left(share: Option<f64>) -> String {
    match share {
        None => UNKNOWN.to_owned(),
        Some(share) if share > 0.01 => fixed(share, 2),
        Some(share) if share > 0.0 => in_powers(share),
        Some(_) => "0".to_owned(),
    }
}

/// A number of any size with two digits: "5,647", "3.2 × 10¹²", "5.6 × 10⁻¹¹".
fn in_powers(value: f64) -> String {
    match value {
        1.0..10.0 => fixed(value, 1),
        10.0..1e6 => grouped(value.round() as u64),
        _ => scientific(value),
    }
}

/// The module that a head reads; the heads need not be in the file.
fn module_before(network: &Network, head: Head) -> String {
    let whole = Network::new(network.topology, network.classes);
    let read = whole.head_reads(head).map(|index| &whole.layers[index]);
    let name = read.and_then(|layer| layer.module_name());
    name.unwrap_or(UNKNOWN).to_owned()
}

/// Layers with weights from conv1 to the first head's loss; the heads need not be in the file.
fn depth_to_first_head(network: &Network) -> usize {
    let whole = Network::new(network.topology, network.classes);
    let logits = whole.index(Head::Aux1.logits_name());
    logits.map_or(0, |index| whole.depths()[index])
}
