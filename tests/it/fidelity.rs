//! Every topology against PyTorch at every traced activation (`tests/fixtures/weights/make_goldens.py`): weights made by the
//! same formula on both sides, the golden numbers in double precision.

use std::collections::HashMap;

use inception_lens::model::{GoogLeNet, Operators, Run};
use inception_lens::spec::{INPUT_SIDE, Topology};
use inception_lens::weights::Weights;

use crate::golden::GoldenLayer;
use crate::synthetic::{self, File};
use crate::torch_file::Checkpoint;
use crate::weights_onnx::{Names, Style};
use crate::{weights_caffe, weights_onnx};

/// Classes of the golden networks.
const CLASSES: usize = 18;
/// Largest error, as a fraction of the activation's largest value.
const TOLERANCE: f64 = 1e-4;

fn goldens() -> HashMap<String, HashMap<String, GoldenLayer>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/weights/goldens.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// The network of a topology in every format it comes in.
fn files(topology: Topology) -> Vec<Weights> {
    let file = File::of(topology, CLASSES, [true, true]);
    let pytorch = Checkpoint::of(&file.tensors).zip().0;
    let safetensors = file.bytes();
    let mut weights = vec![
        Weights::load(&pytorch, "made-up.pth", Some(topology)).unwrap(),
        Weights::load(&safetensors, "made-up.safetensors", Some(topology)).unwrap(),
    ];
    let mut names = Names::Torch;
    if topology == Topology::PAPER {
        names = Names::Zoo;
        let caffe = weights_caffe::doubles(&file);
        weights.push(Weights::load(&caffe, "made-up.caffemodel", None).unwrap());
    }
    let style = Style { names, ..Style::ZOO };
    let onnx = weights_onnx::written(&file, topology, style);
    weights.push(Weights::load(&onnx.0, "made-up.onnx", None).unwrap());
    weights
}

/// The network of a topology, run on `scale` times noise, against the golden numbers.
fn compare(topology: Topology, word: &str, scale: f32) {
    for weights in files(topology) {
        compare_weights(&weights, word, scale);
    }
}

fn compare_weights(weights: &Weights, word: &str, scale: f32) {
    let count = (3 * INPUT_SIDE * INPUT_SIDE) as u64;
    let input: Vec<f32> = (0..count).map(|index| scale * synthetic::noise(7, index)).collect();
    let input = GoogLeNet::input(&input).unwrap();
    let golden = &goldens()[word];
    for operators in [Operators::Fast, Operators::Reference] {
        let network = GoogLeNet::new(weights, operators).unwrap();
        let trace = network.forward(&input, Run::new()).unwrap();
        assert_eq!(trace.activations().len(), golden.len(), "{word}: PyTorch and we trace the same names");
        for traced in trace.activations() {
            let values = traced.tensor().unwrap().flatten_all().unwrap();
            let values = values.to_vec1::<f32>().unwrap();
            let name = format!("{word} {} {}", weights.format, traced.name);
            golden[&traced.name].check(&name, &values, TOLERANCE);
        }
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
