//! Against PyTorch's autograd in double precision (`tests/fixtures/weights/make_gradients.py`).

use std::collections::HashMap;

use inception_lens::model::{Objective, Over, Run};
use inception_lens::spec::{Head, Topology};
use serde::Deserialize;

use super::{network, noise, plateaus};
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
    #[serde(default)]
    plateaus: bool,
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
            (
                channel,
                Over::Cell(row.parse().unwrap(), column.parse().unwrap()),
            )
        }
    };
    Objective::Channel {
        name: name.to_owned(),
        channel: channel.parse().unwrap(),
        how,
        before_relu,
    }
}

fn compare(topology: Topology, word: &str, scale: f32) {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/weights/gradients.json"
    );
    let mut goldens: HashMap<String, Vec<Golden>> =
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let network = network(topology);
    for golden in goldens.remove(word).unwrap() {
        let input = match golden.plateaus {
            true => plateaus(scale),
            false => noise(scale, golden.height, golden.width),
        };
        let objective = objective(&golden.of);
        let only = Run::new().only(network.needs(&objective).unwrap());
        let trace = network.forward(&input, only).unwrap();
        let value = network.objective(&trace, &objective).unwrap();
        let gradient = network.gradient(&trace, &objective, &golden.to).unwrap();
        let what = format!(
            "{word} {} to {} at {}x{}",
            golden.of, golden.to, golden.height, golden.width
        );
        let error = (value - golden.value).abs();
        assert!(
            error <= 1e-4 * golden.value.abs().max(0.01),
            "{what}: {value} instead of {}",
            golden.value
        );
        golden.summary.check(&what, &gradient.values, TOLERANCE);
        let projection: f64 = (0..)
            .zip(&gradient.values)
            .map(|(index, &value)| f64::from(value) * f64::from(synthetic::noise(11, index)))
            .sum();
        let spread = (gradient.values.len() as f64).sqrt() * golden.summary.absmax;
        let error = (projection - golden.projection).abs();
        assert!(
            error <= TOLERANCE * spread,
            "{what}: projection {projection} instead of {}",
            golden.projection
        );
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
