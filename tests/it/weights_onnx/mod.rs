//! ONNX files: every number format and every kind of names, real exporters' graphs, and everything that can be wrong.

mod exported;
mod input_nodes;
mod writer;
mod wrong;

use std::sync::LazyLock;

use inception_lens::spec::{LocalResponseNorm, Norm, Preprocessing, Topology};
use inception_lens::weights::{Format, Weights, WeightsError};

use crate::protobuf::{Message, split};
use crate::synthetic::{self, File};
use crate::weights_caffe::{activations, same_tensors};
pub use exported::{filled, fixture};
use writer::{BF16, F16, F32, F64, Numbers, described};
pub use writer::{Linear, Names, Style, graph, model, node, tensor, written};

/// Every way to store a number.
pub const ALL_NUMBERS: [Numbers; 8] = [
    Numbers { data_type: F32, raw: true },
    Numbers { data_type: F32, raw: false },
    Numbers { data_type: F64, raw: true },
    Numbers { data_type: F64, raw: false },
    Numbers { data_type: F16, raw: true },
    Numbers { data_type: F16, raw: false },
    Numbers { data_type: BF16, raw: true },
    Numbers { data_type: BF16, raw: false },
];

/// The paper's network without heads, three classes.
static PAPER: LazyLock<File> = LazyLock::new(|| File::of(Topology::PAPER, 3, [false, false]));

/// Torchvision's with batch normalisation folded: no LRN, 3x3 in the third branch.
const FOLDED: Topology = Topology { norm: Norm::Folded, ..Topology::TORCHVISION };

fn load(model: &Message) -> Result<Weights, WeightsError> {
    Weights::load(&model.0, "made-up.onnx", None)
}

/// A number as it comes back from where it was stored.
fn stored(numbers: Numbers, value: f32) -> f32 {
    match numbers.data_type {
        F16 => half::f16::from_f32(value).to_f32(),
        BF16 => half::bf16::from_f32(value).to_f32(),
        _ => value,
    }
}

#[test]
fn every_way_to_store_a_number_is_read() {
    for numbers in ALL_NUMBERS {
        let style = Style { numbers, ..Style::ZOO };
        let weights = load(&written(&PAPER, Topology::PAPER, style)).unwrap();
        assert_eq!(weights.format, Format::Onnx);
        assert_eq!(weights.tensors.len(), PAPER.tensors.len());
        for (name, tensor) in &weights.tensors {
            assert_eq!(tensor.shape, PAPER.tensors[name].shape, "{name}");
            let exact = synthetic::values(name, &tensor.shape);
            let same = |(found, exact): (&f32, &f32)| *found == stored(numbers, *exact);
            assert!(tensor.values.iter().zip(&exact).all(same), "{numbers:?} {name}");
        }
    }
}

#[test]
fn every_kind_of_names_leads_to_the_same_tensors() {
    let folded = File::of(FOLDED, 3, [true, true]);
    let batch_norm = File::of(Topology::BATCH_NORM, 3, [false, false]);
    for names in [Names::Zoo, Names::Torch, Names::Nodes, Names::Nobody] {
        let style = Style { names, ..Style::ZOO };
        same_tensors(&load(&written(&folded, FOLDED, style)).unwrap(), &folded);
        same_tensors(&load(&written(&PAPER, Topology::PAPER, style)).unwrap(), &PAPER);
        if names != Names::Zoo {
            let weights = load(&written(&batch_norm, Topology::BATCH_NORM, style)).unwrap();
            same_tensors(&weights, &batch_norm);
            assert_eq!(weights.topology, Topology::BATCH_NORM);
        }
        let weights = load(&written(&PAPER, Topology::PAPER, style)).unwrap();
        let by_order = weights.notes.iter().any(|note| note.to_string().contains("by their order"));
        assert_eq!(by_order, names == Names::Nobody, "{:?}", weights.notes);
    }
}

#[test]
fn every_kind_of_matrix_product_leads_to_the_same_tensors() {
    let file = File::of(FOLDED, 3, [true, false]);
    for names in [Names::Zoo, Names::Nobody] {
        for linear in [Linear::Gemm, Linear::PlainGemm, Linear::Product, Linear::Transpose] {
            let style = Style { names, linear, ..Style::ZOO };
            let weights = load(&written(&file, FOLDED, style)).unwrap();
            same_tensors(&weights, &file);
            assert_eq!(weights.aux, [true, false]);
        }
    }
}

#[test]
fn the_zoos_names_mean_the_paper_with_the_zoos_preprocessing() {
    let model = written(&PAPER, Topology::PAPER, Style::ZOO);
    let weights = load(&model).unwrap();
    assert_eq!(weights.topology.preset_name(), Some("paper"));
    assert_eq!(weights.topology.preprocessing, Preprocessing::ONNX_ZOO);
    assert_eq!(weights.topology.preprocessing.mean, [103.939, 116.779, 123.68]);
    assert_eq!(weights.topology.lrn, Some(LocalResponseNorm::CAFFE));
    let given = Weights::load(&model.0, "given", Some(Topology::PAPER)).unwrap();
    assert_eq!(given.topology.preprocessing, Preprocessing::ONNX_ZOO);
    let described = load(&described(model, "mean", "[1, 2, 3]")).unwrap();
    assert_eq!(described.topology.preprocessing.mean, [1.0, 2.0, 3.0]);
}

#[test]
fn nodes_prove_that_folded_batch_normalisation_needs_no_lrn() {
    let topology = Topology { norm: Norm::Folded, ..Topology::BATCH_NORM };
    let file = File::of(topology, 3, [false, false]);
    let style = Style { names: Names::Nodes, ..Style::ZOO };
    let weights = load(&written(&file, topology, style)).unwrap();
    assert_eq!(weights.topology, topology, "the same names and shapes as the paper's");
    let notes = weights.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert!(notes.contains("topology batch-norm, with no normalisation, so"), "{notes}");
    let paper = load(&written(&PAPER, Topology::PAPER, style)).unwrap();
    assert_eq!(paper.topology.lrn, Some(LocalResponseNorm::CAFFE));
    let lrn = LocalResponseNorm { size: 3, alpha: 0.5, beta: 0.25, k: 2.0 };
    let odd = Topology { lrn: Some(lrn), ..Topology::PAPER };
    let odd = load(&written(&PAPER, odd, style)).unwrap();
    assert_eq!(odd.topology.lrn, Some(lrn), "its parameters are the file's");
}

#[test]
fn nodes_show_the_pool_after_4e() {
    let style = Style { names: Names::Torch, ..Style::ZOO };
    let mixed = Topology { pool4_kernel: 3, ..FOLDED };
    let file = File::of(FOLDED, 3, [false, false]);
    assert_eq!(load(&written(&file, FOLDED, style)).unwrap().topology.pool4_kernel, 2);
    let weights = load(&written(&file, mixed, style)).unwrap();
    assert_eq!(weights.topology, mixed);
    assert_eq!(weights.topology.preset_name(), None);
}

#[test]
fn an_onnx_file_computes_what_the_safetensors_file_computes() {
    let file = File::of(FOLDED, 3, [false, false]);
    let style = Style { names: Names::Nobody, linear: Linear::Product, ..Style::ZOO };
    let onnx = load(&written(&file, FOLDED, style)).unwrap();
    let ours = file.describe("topology", "torchvision");
    let ours = Weights::load(&ours.bytes(), "ours", None).unwrap();
    assert_eq!(onnx.topology, ours.topology);
    assert!(activations(&onnx) == activations(&ours));
}

#[test]
fn metadata_speaks_for_the_file() {
    let model = written(&PAPER, Topology::PAPER, Style::ZOO);
    let model = described(model, "labels", r#"["고양이", "dog", "owl"]"#);
    let weights = load(&described(model, "name", "my flowers")).unwrap();
    assert_eq!(weights.labels, ["고양이", "dog", "owl"]);
    assert_eq!(weights.name, "my flowers");
}

/// The exporter of `torch.onnx.export(…, dynamo=True)` drops biases that are zero.
#[test]
fn a_bias_that_is_left_out_is_zero() {
    let file = File::of(FOLDED, 3, [false, false]);
    let style = Style { names: Names::Nodes, ..Style::ZOO };
    let mut graph = Message::new();
    for (field, whole, content) in split(&writer::graph(&file, FOLDED, style).0) {
        let parts = split(content);
        if field == 1 && parts.iter().any(|(field, _, text)| *field == 4 && *text == b"Conv") {
            let mut inputs = 0;
            let mut node = Message::new();
            for (field, whole, _) in parts {
                inputs += usize::from(field == 1);
                if field != 1 || inputs < 3 {
                    node.0.extend(whole);
                }
            }
            graph = graph.message(1, &node);
        } else {
            graph.0.extend(whole);
        }
    }
    let weights = load(&model(&graph)).unwrap();
    assert_eq!(weights.tensors["inception4c.branch2.1.conv.bias"].values, [0.0; 256]);
    let kernel = &weights.tensors["inception4c.branch2.1.conv.weight"];
    let name = "inception4c.branch2.1.conv.weight";
    assert!(kernel.values == synthetic::values(name, &kernel.shape));
}
