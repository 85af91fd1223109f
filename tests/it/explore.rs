//! The arithmetic of cells, the linear equivalent of naive modules, and muting, against the network itself.

use std::sync::Arc;

use candle_core::{Device, Tensor};
use inception_lens::analysis::arithmetic::explain;
use inception_lens::analysis::naive::NaiveRun;
use inception_lens::analysis::{Arithmetic, Cell, Report};
use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{Intervention, Run, Trace};
use inception_lens::spec::{MODULES, Op, Part, Topology};

use crate::golden::golden_input;
use crate::synthetic;

fn run(network: &LoadedNetwork) -> (Trace, Report) {
    network.run_values(&golden_input("cat"), Run::new()).unwrap()
}

fn synthetic_network(topology: Topology) -> LoadedNetwork {
    let bytes = synthetic::File::of(topology, 7, [true, true]).bytes();
    LoadedNetwork::load(&bytes, "synthetic", Some(topology)).unwrap()
}

/// Corners, edges and the middle of a map.
fn places(side: usize) -> Vec<(usize, usize)> {
    let (last, middle) = (side - 1, side / 2);
    vec![(0, 0), (0, last), (last, 0), (last, last), (middle, middle), (middle, 0), (1.min(last), last)]
}

/// Every kind of layer of every topology: the shown arithmetic gives the traced value to 1e-4 of the layer's largest.
#[test]
fn the_arithmetic_of_a_cell_gives_the_traced_value() {
    let networks = [
        LoadedNetwork::load_default().unwrap(),
        synthetic_network(Topology::PAPER),
        synthetic_network(Topology::TORCHVISION),
    ];
    for network in networks {
        let (_, report) = run(&network);
        for layer in &report.network.layers {
            let activation = report.activation(&layer.name).unwrap();
            let scale = f64::from(activation.whole.max.abs().max(activation.whole.min.abs())).max(1e-3);
            let channels = layer.output.channels();
            for channel in [0, channels / 2, channels - 1] {
                for (row, column) in places(layer.output.side()) {
                    let cell = Cell { layer: layer.name.clone(), channel, row, column };
                    let explanation = explain(&network.model, &report, &cell).unwrap();
                    let error = (explanation.computed - f64::from(explanation.traced)).abs();
                    assert!(error <= 1e-4 * scale, "{cell:?}: {} {}", explanation.computed, explanation.traced);
                    let fits = match (&explanation.arithmetic, layer.op) {
                        (Arithmetic::WeightedSum { contributions, .. }, Op::Conv(_)) => {
                            contributions.len() == layer.input.channels()
                        }
                        (Arithmetic::WeightedSum { contributions, .. }, Op::Linear { .. }) => {
                            contributions.len() == layer.input.len()
                        }
                        (Arithmetic::Largest { .. }, Op::MaxPool(_)) => true,
                        (
                            Arithmetic::Mean { .. },
                            Op::AveragePool(_) | Op::AdaptiveAveragePool { .. } | Op::GlobalAveragePool,
                        ) => true,
                        (Arithmetic::Normalised { .. }, Op::LocalResponseNorm(_)) => true,
                        (Arithmetic::Copied { from, channel }, Op::Concat) => {
                            let branch = report.activation(from).unwrap();
                            let side = layer.output.side();
                            branch.channel(*channel)[row * side + column] == explanation.traced
                        }
                        (Arithmetic::Pixel, Op::Input) => true,
                        _ => false,
                    };
                    assert!(fits, "{cell:?}");
                }
            }
        }
        let beyond = Cell { layer: "conv1".to_owned(), channel: 64, row: 0, column: 0 };
        assert!(explain(&network.model, &report, &beyond).is_none());
    }
}

fn tensor(report: &Report, name: &str) -> Tensor {
    let activation = report.activation(name).unwrap();
    let side = activation.shape.side();
    let shape = (1, activation.shape.channels(), side, side);
    Tensor::from_slice(&activation.values(), shape, &Device::Cpu).unwrap()
}

/// `googlenet-facts`: the naive equivalent is the reduced branch without the inner ReLU, borders included.
#[test]
fn the_naive_module_is_the_trained_one_without_the_inner_relu() {
    let network = LoadedNetwork::load_default().unwrap();
    let (_, report) = run(&network);
    let report = Arc::new(report);
    for (index, module) in MODULES.iter().enumerate() {
        let mut naive = NaiveRun::new(&network.model, report.clone(), index).unwrap();
        naive.pass(&network.model).unwrap();
        let result = naive.result().unwrap();
        let name = |part: Part| module.layer_name() + part.suffix();
        let before = report.network.layer(&name(Part::Conv1x1)).unwrap().inputs[0];
        let x = tensor(&report, &report.network.layers[before].name);
        for (reduce, part) in [(Part::Conv3x3Reduce, Part::Conv3x3), (Part::Conv5x5Reduce, Part::Conv5x5)] {
            let plain = |x: &Tensor, name: &str| {
                let conv = network.model.conv(name).unwrap();
                let y = x.conv2d(&conv.weight, conv.window.padding, 1, 1, 1).unwrap();
                let bias = conv.bias.reshape((1, (), 1, 1)).unwrap();
                y.broadcast_add(&bias).unwrap()
            };
            let twin = plain(&plain(&x, &name(reduce)), &name(part)).relu().unwrap();
            let twin = twin.flatten_all().unwrap().to_vec1::<f32>().unwrap();
            let live = &result.activations[&name(part)].values();
            let scale = twin.iter().fold(0.0_f32, |max, value| max.max(value.abs()));
            for (live, twin) in live.iter().zip(&twin) {
                assert!((live - twin).abs() <= 1e-4 * scale, "{}: {live} {twin}", name(part));
            }
            // And it is not the trained branch: the ReLU matters.
            assert!(result.differences[&name(part)].whole.max > 1e-3 * scale);
        }
        let grown = module.naive_output_channels(x.dim(1).unwrap());
        assert_eq!(result.activations[&module.layer_name()].shape.channels(), grown);
        assert_eq!(result.naive_ms.len(), 5);
        assert_eq!(result.reduced_ms.len(), 8);
    }
}

#[test]
fn a_resumed_report_shares_what_did_not_change() {
    let network = LoadedNetwork::load_default().unwrap();
    let (trace, report) = run(&network);
    let mute = Run::resume(&trace).intervene("inception4a.branch1", Intervention::Mute(vec![0, 1]));
    let (_, muted) = network.rerun(&trace, &report, mute).unwrap();
    let same = |name: &str| Arc::ptr_eq(report.activation(name).unwrap(), muted.activation(name).unwrap());
    assert!(same("conv1") && same("inception3b") && same("inception4a.branch2.1"));
    assert!(!same("inception4a.branch1") && !same("inception4a") && !same("fc") && !same("aux1.fc2"));
    assert_ne!(report.main().logits, muted.main().logits);
    assert_ne!(report.id, muted.id);
}

/// logit = bias + mean of the map, for every class and sample photo.
#[test]
fn class_evidence_is_exact() {
    let network = LoadedNetwork::load_default().unwrap();
    for photo in ["cat.png", "flower.jpg", "china.jpg", "coffee.png", "rocket.jpg", "astronaut.png"] {
        let bytes = std::fs::read(crate::app::sample(photo).unwrap()).unwrap();
        let pixels = inception_lens::imaging::decode(&bytes).unwrap();
        let prepared = network.prepare(&pixels, inception_lens::imaging::Fit::Crop);
        let (_, report) = network.run(&prepared, Run::new()).unwrap();
        for class in 0..report.labels.len() {
            let evidence = report.evidence(class).unwrap();
            let sum = f64::from(evidence.bias) + evidence.mean();
            assert!((sum - f64::from(evidence.logit)).abs() <= 1e-4, "{photo} {class}");
        }
    }
}
