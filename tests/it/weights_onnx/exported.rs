//! Graphs PyTorch's own exporters wrote (`tests/fixtures/weights/make_caffe_onnx.py`), numbers filled in by the formula.

use std::collections::HashMap;
use std::path::Path;

use inception_lens::spec::Norm;
use inception_lens::weights::Weights;

use super::FOLDED;
use crate::protobuf::{Message, split};
use crate::synthetic::{self, File};
use crate::weights_caffe::same_tensors;

pub fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/weights");
    std::fs::read(folder.join(name)).unwrap()
}

/// The file with numbers: `names.json` says which initialiser is which of our tensors.
pub fn filled(name: &str) -> Vec<u8> {
    let names: HashMap<String, HashMap<String, String>> = serde_json::from_slice(&fixture("names.json")).unwrap();
    let names = &names[name];
    assert_eq!(names.len(), 116, "57 kernels and biases, a matrix and its bias");
    let file = File::of(FOLDED, 3, [false, false]);
    let mut model = Vec::new();
    for (field, whole, content) in split(&fixture(name)) {
        match field {
            7 => model.extend(Message::new().bytes(7, &filled_graph(content, names, &file)).0),
            _ => model.extend(whole),
        }
    }
    model
}

fn filled_graph(graph: &[u8], names: &HashMap<String, String>, file: &File) -> Vec<u8> {
    let mut result = Vec::new();
    for (field, whole, tensor) in split(graph) {
        let initializer = (field == 5).then(|| {
            let own = split(tensor).into_iter().find(|(field, ..)| *field == 8).unwrap().2;
            std::str::from_utf8(own).unwrap()
        });
        match initializer.and_then(|own| names.get(own)) {
            None => result.extend(whole),
            Some(ours) => {
                let values = synthetic::values(ours, &file.tensors[ours].shape);
                let raw: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
                let tensor = Message(tensor.to_vec()).bytes(9, &raw);
                result.extend(Message::new().message(5, &tensor).0);
            }
        }
    }
    result
}

fn load(name: &str) -> Weights {
    let weights = Weights::load(&filled(name), name, None).unwrap();
    same_tensors(&weights, &File::of(FOLDED, 3, [false, false]));
    assert_eq!(weights.topology.preset_name(), Some("torchvision"));
    assert_eq!((weights.topology.norm, weights.topology.pool4_kernel), (Norm::Folded, 2));
    weights
}

/// torch.onnx.export(…, dynamo=False): anonymous initialisers, nodes with names.
#[test]
fn the_older_exporters_graph_is_understood() {
    assert!(!load("torch-folded.onnx").topology.preprocessing.transform_input);
}

/// torch.onnx.export(…, dynamo=True): names of the state dict, biases named after the kernels.
#[test]
fn the_newer_exporters_graph_is_understood_with_its_transform_input() {
    assert!(load("torch-dynamo.onnx").topology.preprocessing.transform_input);
}
