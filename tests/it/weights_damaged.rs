//! Caffe and ONNX files damaged by the thousand: refused or read, never a panic, never more numbers than bytes.

use inception_lens::spec::Topology;
use inception_lens::weights::{TensorFile, Weights, WeightsError, caffe, onnx};

use crate::mutate::{Seed, alone, survive};
use crate::protobuf::Message;
use crate::synthetic::File;
use crate::weights_onnx::{self, Linear, Names, Style, model, node, tensor};

const COUNT: u64 = 100_000;

type Read = fn(&[u8]) -> Result<TensorFile, WeightsError>;

/// Reads as a file of the format whatever it begins with, then as any file: recognised and checked.
fn read(reader: Read) -> impl Fn(&[u8]) + Sync {
    move |bytes| {
        if let Ok(file) = reader(bytes) {
            let numbers: usize = file.tensors.values().map(|tensor| tensor.values.len()).sum();
            // A packed integer takes a byte, a bias of zeros none; no initialiser is used more than a few times.
            assert!(numbers <= 64 * bytes.len(), "{numbers} numbers in {} bytes", bytes.len());
        }
        // What comes of it does not matter.
        let _ = Weights::load(bytes, "damaged", None);
    }
}

#[test]
fn caffe_survives_damage() {
    let seeds = ["v1.caffemodel", "v2.caffemodel"];
    let seeds = seeds.map(|name| Seed::new(weights_onnx::fixture(name), Vec::new()));
    alone("weights_damaged::caffe_survives_damage", || {
        survive(COUNT, &seeds, read(caffe::read));
    });
}

#[test]
fn onnx_survives_damage() {
    // Every field that holds numbers, every operator that is looked at.
    let mut graph = Message::new();
    for (index, numbers) in weights_onnx::ALL_NUMBERS.into_iter().enumerate() {
        let name = format!("inception_3a/1x1_w_{index}");
        graph = graph.message(5, &tensor(&name, &[2, 3], &[0.5; 6], numbers));
        let op = ["Conv", "Gemm", "MatMul", "Transpose", "Identity", "BatchNormalization"][index % 6];
        let node = node(op, "/inception3a/branch1/conv/Conv", &["x", &name, &name], &name);
        graph = graph.message(1, &node);
    }
    let small = model(&graph).0;
    let exported = |name| Seed::new(weights_onnx::fixture(name), Vec::new());
    let mut seeds: Vec<Seed> = (0..8).map(|_| Seed::new(small.clone(), Vec::new())).collect();
    seeds.extend([exported("torch-folded.onnx"), exported("torch-dynamo.onnx")]);
    alone("weights_damaged::onnx_survives_damage", || {
        survive(COUNT, &seeds, read(onnx::read));
    });
}

/// Whole files, damaged where lengths and names are: what is read must still be recognised and checked.
#[test]
fn whole_files_survive_damage() {
    let file = File::of(Topology::PAPER, 2, [false, false]);
    let style = Style { names: Names::Nobody, linear: Linear::Product, ..Style::ZOO };
    let whole = weights_onnx::written(&file, Topology::PAPER, style).0;
    let nodes = whole.len() - 40_000..whole.len();
    let seeds = [Seed::new(whole, vec![0..20_000, nodes])];
    survive(20, &seeds, read(onnx::read));
}
