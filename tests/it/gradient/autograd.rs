//! Against PyTorch's autograd in double precision (`tests/fixtures/weights/make_gradients.py`).

use std::collections::HashMap;

use candle_core::{Device, Tensor};
use inception_lens::model::{GoogLeNet, Intervention, Objective, Over, Run};
use inception_lens::spec::{Head, Topology};
use serde::Deserialize;

use super::{SEED, network, noise_of};
use crate::golden::GoldenLayer;
use crate::synthetic;

/// Largest error, as a fraction of the gradient's largest value.
const TOLERANCE: f64 = 1e-4;

#[derive(Deserialize)]
struct Golden {
    of: String,
    to: String,
    height: usize,
    width: usize,
    /// The objective itself.
    value: f64,
    /// Of the noise that goes in, where not the usual: one in which no decision of a ReLU or a pool is close.
    seed: Option<u64>,
    /// Whether the activation `to` was replaced by quantised noise.
    #[serde(default)]
    piece: bool,
    /// Sum of the gradient times noise: every single number counts.
    projection: f64,
    #[serde(flatten)]
    summary: GoldenLayer,
}

/// "before inception4d:40@3,5" and the like.
fn objective(words: &str) -> Objective {
    let (before_relu, words) = match words.strip_prefix("before ") {
        Some(words) => (true, words),
        None => (false, words),
    };
    let Some((name, channel)) = words.split_once(':') else {
        let name = words.to_owned();
        return Objective::Energy { name, before_relu };
    };
    if let Some(head) = Head::ALL.into_iter().find(|head| head.key() == name) {
        let class = channel.parse().unwrap();
        return Objective::Logit { head, class };
    }
    let (channel, how) = match channel.split_once('@') {
        None => (channel, Over::Mean),
        Some((channel, cell)) => {
            let (row, column) = cell.split_once(',').unwrap();
            let cell = Over::Cell(row.parse().unwrap(), column.parse().unwrap());
            (channel, cell)
        }
    };
    Objective::Channel { name: name.to_owned(), channel: channel.parse().unwrap(), how, before_relu }
}

/// Noise in quarters, without negative numbers: what a piece of the network begins with.
fn quantised(like: &[usize], scale: f32) -> Tensor {
    let count: usize = like.iter().product();
    let values: Vec<f32> = (0..count as u64)
        .map(|index| (synthetic::noise(13, index) * 4.0).round_ties_even() / 4.0)
        .map(|value| value.max(0.0) * scale)
        .collect();
    Tensor::from_vec(values, like, &Device::Cpu).unwrap()
}

/// The gradient that PyTorch found, and ours.
fn gradient(network: &GoogLeNet, golden: &Golden, scale: f32) -> Vec<f32> {
    let input = noise_of(golden.seed.unwrap_or(SEED), scale, golden.height, golden.width);
    let objective = objective(&golden.of);
    let only = || Run::new().only(network.needs(&objective).unwrap());
    let mut trace = network.forward(&input, only()).unwrap();
    if golden.piece {
        let stem = ["input", "conv1", "maxpool1", "norm1", "conv2", "conv3"];
        let scale = if stem.contains(&&*golden.to) { scale } else { 2.0 };
        let other = quantised(&trace.get(&golden.to).unwrap().values.dims(), scale);
        // The input is no activation that a run computes.
        trace = match &*golden.to {
            "input" => network.forward(&other, only()).unwrap(),
            to => {
                let run = only().intervene(to, Intervention::Replace(other));
                network.forward(&input, run).unwrap()
            }
        };
    }
    let value = network.objective(&trace, &objective).unwrap();
    let error = (value - golden.value).abs();
    assert!(
        error <= 1e-4 * golden.value.abs().max(0.01),
        "{} at {}x{}: {value} instead of {}",
        golden.of,
        golden.height,
        golden.width,
        golden.value
    );
    let gradient = network.gradient(&trace, &objective, &golden.to).unwrap();
    gradient.values
}

fn goldens(word: &str) -> Vec<Golden> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/weights/gradients.json");
    let mut goldens: HashMap<String, Vec<Golden>> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    goldens.remove(word).unwrap()
}

fn compare(topology: Topology, word: &str, scale: f32) {
    let network = network(topology);
    for golden in goldens(word) {
        let Golden { of, to, .. } = &golden;
        let what = format!("{word} {of} to {to}");
        let values = gradient(&network, &golden, scale);
        if golden.summary.absmax == 0.0 {
            // A cell that its ReLU holds at 0.
            assert!(values.iter().all(|&value| value == 0.0), "{what}");
            continue;
        }
        let projection: f64 =
            (0..).zip(&values).map(|(index, &value)| f64::from(value) * f64::from(synthetic::noise(11, index))).sum();
        let length = golden.summary.std * (values.len() as f64).sqrt();
        let error = (projection - golden.projection).abs() / length;
        golden.summary.check(&what, &values, TOLERANCE);
        assert!(error <= TOLERANCE, "{what}: projection off by {error}");
    }
}

#[test]
fn the_paper_with_local_response_normalisation() {
    compare(Topology::PAPER, "paper", 100.0);
}

#[test]
fn batch_normalisation() {
    compare(Topology::BATCH_NORM, "batch-norm", 2.0);
}

#[test]
fn torchvision() {
    compare(Topology::TORCHVISION, "torchvision", 2.0);
}
