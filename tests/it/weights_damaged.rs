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
            let numbers: usize = file
                .tensors
                .values()
                .map(|tensor| tensor.values.len())
                .sum();
            // A packed integer takes a byte, a bias of zeros none; no initialiser is used more than a few times.
            assert!(
                numbers <= 64 * bytes.len(),
                "{numbers} numbers in {} bytes",
                bytes.len()
            );
        }
        // What comes of it does not matter.
        let _ = Weights::load(bytes, "damaged", None);
    }
}

fn fixture(name: &str) -> Seed {
    Seed::new(weights_onnx::fixture(name), Vec::new())
}

#[test]
fn caffe_survives_damage() {
    alone("weights_damaged::caffe_survives_damage", || {
        let seeds = ["v1.caffemodel", "v2.caffemodel"].map(fixture);
        survive(COUNT, &seeds, read(caffe::read));
    });
}

/// Every field that holds numbers, every operator that is looked at.
fn small_onnx() -> Vec<u8> {
    let operators = [
        "Conv",
        "Gemm",
        "MatMul",
        "Transpose",
        "Identity",
        "BatchNormalization",
    ];
    let mut graph = Message::new();
    for (index, numbers) in weights_onnx::ALL_NUMBERS.into_iter().enumerate() {
        let name = format!("inception_3a/1x1_w_{index}");
        graph = graph.message(5, &tensor(&name, &[2, 3], &[0.5; 6], numbers));
        let op = operators[index % operators.len()];
        let node = node(
            op,
            "/inception3a/branch1/conv/Conv",
            &["x", &name, &name],
            &name,
        );
        graph = graph.message(1, &node);
    }
    model(&graph).0
}

#[test]
fn onnx_survives_damage() {
    alone("weights_damaged::onnx_survives_damage", || {
        let mut seeds: Vec<Seed> = (0..8)
            .map(|_| Seed::new(small_onnx(), Vec::new()))
            .collect();
        seeds.extend(["torch-folded.onnx", "torch-dynamo.onnx"].map(fixture));
        survive(COUNT, &seeds, read(onnx::read));
    });
}

/// Whole files, damaged where names are and at the end: what is read must still be recognised and checked.
#[test]
fn whole_files_survive_damage() {
    let file = File::of(Topology::PAPER, 2, [false, false]);
    let style = Style {
        names: Names::Nobody,
        linear: Linear::Product,
        ..Style::ZOO
    };
    let whole = weights_onnx::written(&file, Topology::PAPER, style).0;
    let end = whole.len() - 10_000..whole.len();
    let seeds = [Seed::new(whole, vec![0..20_000, end])];
    survive(20, &seeds, read(onnx::read));
}
