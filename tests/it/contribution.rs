//! What each layer adds to a logit: with the biases behind it, the logit itself.

use std::collections::BTreeSet;

use candle_core::Tensor;
use inception_lens::analysis::Report;
use inception_lens::analysis::contribution::{Baseline, Contributions, channel_map, drop, layers};
use inception_lens::analysis::heatmaps::Question;
use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{GoogLeNet, Intervention, Muted, Operators, Run};
use inception_lens::spec::{Head, Topology};
use inception_lens::weights::Weights;

use crate::cli::{program, stderr};
use crate::golden::golden_input;
use crate::synthetic;

/// Largest distance of sum and remainder from the logit.
const TOLERANCE: f64 = 1e-3;

fn default_network() -> LoadedNetwork {
    LoadedNetwork::load_default().unwrap()
}

fn input(photo: &str) -> Tensor {
    GoogLeNet::input(&golden_input(photo)).unwrap()
}

fn main(class: usize, minus: Option<usize>) -> Question {
    Question { head: Head::Main, class, minus }
}

#[test]
fn sum_and_remainder_are_the_logit_at_every_layer() {
    let network = default_network();
    for photo in ["cat", "flower"] {
        let trace = network.model.forward(&input(photo), Run::new()).unwrap();
        for question in [
            main(0, None),
            main(16, None),
            main(16, Some(23)),
            Question { head: Head::Aux1, class: 7, minus: None },
            Question { head: Head::Aux2, class: 59, minus: Some(1) },
        ] {
            let found = Contributions::of(&network.model, &trace, question).unwrap();
            let count = match question.head {
                Head::Main => 12,
                Head::Aux2 => 9,
                Head::Aux1 => 6,
            };
            assert_eq!(found.layers.len(), count);
            for layer in &found.layers {
                assert!(layer.is_exact);
                assert!(layer.error() <= TOLERANCE, "{photo} {question:?} {}: {}", layer.layer, layer.error());
                let channels: f64 = layer.channels.iter().sum();
                let cells: f64 = layer.map.values.iter().map(|&cell| f64::from(cell)).sum();
                assert!((channels - layer.sum).abs() < 1e-9 && (cells - layer.sum).abs() < 1e-3);
                assert_eq!(layer.branches.is_some(), layer.layer.starts_with("inception"));
                if let (Some(branches), Some(shares)) = (layer.branches, layer.shares()) {
                    assert!((branches.iter().sum::<f64>() - layer.sum).abs() < 1e-9);
                    assert!((shares.iter().map(|share| share.abs()).sum::<f64>() - 1.0).abs() < 1e-9);
                }
            }
        }
    }
}

/// Counted from what is usual, the identity holds all the same.
#[test]
fn from_a_baseline() {
    let network = default_network();
    let (trace, report) = network.run_values(&golden_input("cat"), Run::new()).unwrap();
    let (_, usual) = network.run_values(&golden_input("flower"), Run::new()).unwrap();
    let means = |name: &String| {
        let statistics = &usual.activation(name).unwrap().statistics;
        (name.clone(), statistics.iter().map(|channel| f64::from(channel.mean)).collect())
    };
    let baseline: Baseline = layers().iter().map(means).collect();
    let found = Contributions::from_baseline(&network.model, &trace, main(16, None), &baseline).unwrap();
    for layer in &found.layers {
        assert!(layer.error() <= TOLERANCE && layer.baseline != 0.0, "{}: {}", layer.layer, layer.error());
    }
    // In the last maps: weight x what the average is more than usual.
    let last = found.layer("inception5b").unwrap();
    let weight = f64::from(report.classifier().row(16).unwrap().0[7]);
    let mean = |report: &Report| f64::from(report.activation("avgpool").unwrap().values()[7]);
    assert!((last.channels[7] - weight * (mean(&report) - mean(&usual))).abs() < 1e-5);
}

/// In the last maps a contribution is weight x average, and the remainder the bias.
#[test]
fn the_last_module_is_linear() {
    let network = default_network();
    let (trace, report) = network.run_values(&golden_input("cat"), Run::new()).unwrap();
    let found = Contributions::of(&network.model, &trace, main(16, None)).unwrap();
    let last = found.layer("inception5b").unwrap();
    let (weights, bias) = report.classifier().row(16).unwrap();
    assert!((last.remainder - bias).abs() < 1e-6);
    let means = report.activation("avgpool").unwrap().values().to_vec();
    for ((&weight, &mean), &channel) in weights.iter().zip(&means).zip(&last.channels) {
        assert!((f64::from(weight) * f64::from(mean) - channel).abs() < 1e-5);
    }
    let strongest = last.strongest()[0];
    let cells: f64 =
        channel_map(&network.model, &trace, main(16, None), "inception5b", strongest).unwrap().iter().sum();
    assert!((cells - last.channels[strongest]).abs() < 1e-6);
    // So what is predicted is what is lost.
    for channels in [BTreeSet::from([strongest]), (0..384).collect()] {
        let drop = drop(&network.model, &trace, &Muted::new(), main(16, None), last, &channels, &|| false).unwrap();
        assert!((drop.predicted - drop.measured).abs() < 1e-3, "{drop:?}");
    }
}

#[test]
fn a_drop_is_measured_by_running_without() {
    let network = default_network();
    let muted = Muted::from([("inception3a.branch2.1".to_owned(), (0..20).collect())]);
    let run = || Run::new().mute(&muted);
    let trace = network.model.forward(&input("cat"), run()).unwrap();
    let found = Contributions::of(&network.model, &trace, main(16, None)).unwrap();
    assert!(found.layers.iter().all(|layer| layer.error() <= TOLERANCE));
    let layer = found.layer("inception4d").unwrap();
    let channels: BTreeSet<usize> = (0..112).collect();
    let drop = drop(&network.model, &trace, &muted, main(16, None), layer, &channels, &|| false).unwrap();
    let branch = Intervention::Mute((0..112).collect());
    let without = network.model.forward(&input("cat"), run().intervene("inception4d.branch1", branch)).unwrap();
    let wanted = found.logit - main(16, None).logit(&without).unwrap();
    assert!((drop.measured - wanted).abs() < 1e-4);
    assert!((drop.predicted - layer.branches.unwrap()[0]).abs() < 1e-9);
    assert!((drop.predicted - drop.measured).abs() > 0.01, "a gradient is of first order: {drop:?}");
}

/// Without biases there is no remainder, and the maps carry all.
#[test]
fn the_remainder_is_the_biases_own() {
    let network = default_network();
    let fresh = network.model.fresh(3, false).unwrap();
    let trace = fresh.forward(&input("cat"), Run::new()).unwrap();
    for layer in Contributions::of(&fresh, &trace, main(5, None)).unwrap().layers {
        assert_eq!(layer.remainder, 0.0);
        assert!(layer.error() <= TOLERANCE * layer.logit.abs().max(1.0), "{}: {}", layer.layer, layer.error());
    }
    // Normalised with its own statistics nothing is linear, and that is said.
    let normalised = network.model.fresh(3, true).unwrap();
    let trace = normalised.forward(&input("cat"), Run::new()).unwrap();
    let found = Contributions::of(&normalised, &trace, main(5, None)).unwrap();
    let exact: Vec<bool> = found.layers.iter().map(|layer| layer.is_exact).collect();
    assert_eq!(exact.iter().filter(|exact| **exact).count(), 1, "only 5b, behind which there are no convolutions");
}

/// Local response normalisation lies before the modules: they stay exact, the convolutions before it are not, and that is said.
#[test]
fn with_local_response_normalisation_it_is_said_where_it_does_not_hold() {
    let bytes = synthetic::File::of(Topology::PAPER, 18, [true, true]).bytes();
    let weights = Weights::load(&bytes, "made-up.safetensors", Some(Topology::PAPER)).unwrap();
    let model = GoogLeNet::new(&weights, Operators::Fast).unwrap();
    let count = 3 * 224 * 224;
    let values: Vec<f32> = (0..count).map(|index| 100.0 * synthetic::noise(7, index)).collect();
    let trace = model.forward(&GoogLeNet::input(&values).unwrap(), Run::new()).unwrap();
    let found = Contributions::of(&model, &trace, main(3, None)).unwrap();
    assert_eq!(found.layers.iter().map(|layer| layer.layer.clone()).collect::<Vec<_>>(), layers());
    for layer in &found.layers {
        let is_module = layer.layer.starts_with("inception");
        let size = layer.logit.abs().max(layer.sum.abs()).max(1.0);
        assert_eq!(layer.is_exact, is_module, "{}", layer.layer);
        match is_module {
            true => assert!(layer.error() <= TOLERANCE * size, "{}: {}", layer.layer, layer.error()),
            false => assert!(layer.error() > TOLERANCE * size, "{}: {}", layer.layer, layer.error()),
        }
    }
}

#[test]
fn the_command_line_prints_all_nine_modules() {
    let output = program(&["contribution", "assets/samples/cat.png", "--class", "CAT", "--json"]);
    assert_eq!(stderr(&output), "");
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["class"], "cat");
    let modules = json["modules"].as_array().unwrap();
    assert_eq!(modules.len(), 9);
    for (module, wanted) in modules.iter().zip(&layers()[3..]) {
        assert_eq!(module["name"], **wanted);
        let number = |key: &str| module[key].as_f64().unwrap();
        assert!((number("sum") + number("remainder") - number("logit")).abs() <= TOLERANCE);
        assert_eq!(module["logit"], json["logit"]);
        let branches = module["branches"].as_object().unwrap();
        assert_eq!(branches.keys().collect::<Vec<_>>(), ["branch1", "branch2", "branch3", "branch4"]);
        let channels = module["channels"].as_array().unwrap();
        let sum: f64 = channels.iter().map(|channel| channel["value"].as_f64().unwrap()).sum();
        assert!((sum - number("sum")).abs() < 1e-6);
        let sizes: Vec<f64> = channels.iter().map(|channel| channel["value"].as_f64().unwrap().abs()).collect();
        assert!(sizes.is_sorted_by(|a, b| a >= b));
        assert_eq!(module["drops"].as_array().unwrap().len(), 9);
    }
    let output = program(&["contribution", "assets/samples/cat.png", "--minus", "dog", "--off", "inception4a.branch3"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains(" and not dog: logit ") && text.contains("inception5b"), "{text}");
    for (arguments, code, words) in [
        (&["--class", "unicorn"][..], 1, "No class is called \"unicorn\""),
        (&["--class", "cat", "--minus", "cat"], 1, "A class minus itself is nothing"),
        (&["--off", "inception9a"], 1, "no layer or branch inception9a"),
        (&["--head", "aux3"], 2, "[possible values: aux1, aux2, main]"),
    ] {
        let all: Vec<&str> =
            ["contribution", "assets/samples/cat.png"].into_iter().chain(arguments.iter().copied()).collect();
        let output = program(&all);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}
