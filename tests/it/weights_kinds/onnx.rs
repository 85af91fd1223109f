//! ONNX models whose numbers stand elsewhere than in initialisers.

use std::collections::HashMap;

use inception_lens::spec::{Norm, Topology};
use inception_lens::weights::{FilesBeside, LoadOptions, Weights};

use super::{File, folder};
use crate::cli::{program, stderr};
use crate::protobuf::{Message, split};
use crate::synthetic;
use crate::weights_caffe::same_tensors;
use crate::weights_onnx::filled;

const FOLDED: Topology = Topology { norm: Norm::Folded, ..Topology::TORCHVISION };

/// `F` and `F.data` as `torch.onnx.export(…, external_data=True)` wrote them; the numbers are the formula's.
fn external() -> (Vec<u8>, Vec<u8>) {
    let read = |name: &str| std::fs::read(folder().join(name)).unwrap();
    let model = read("torch-external.onnx");
    let names: HashMap<String, String> = serde_json::from_slice(&read("torch-external.json")).unwrap();
    assert_eq!(names.len(), 116);
    let file = File::of(FOLDED, 3, [false, false]);
    let mut data = Vec::new();
    let graph = split(&model).into_iter().find(|(field, ..)| *field == 7).unwrap().2;
    for (_, _, tensor) in split(graph).into_iter().filter(|(field, ..)| *field == 5) {
        let text = |content: &[u8]| std::str::from_utf8(content).unwrap().to_owned();
        let parts = split(tensor);
        let name = text(parts.iter().find(|(field, ..)| *field == 8).unwrap().2);
        let Some(ours) = names.get(&name) else {
            continue;
        };
        let entries: HashMap<String, String> = parts
            .iter()
            .filter(|(field, ..)| *field == 13)
            .map(|(_, _, entry)| {
                let pair = split(entry);
                (text(pair[0].2), text(pair[1].2))
            })
            .collect();
        let tensor = &file.tensors[ours];
        if entries.is_empty() {
            continue;
        }
        assert_eq!(entries["location"], "torch-external.onnx.data");
        let offset: usize = entries["offset"].parse().unwrap();
        data.resize(data.len().max(offset + tensor.data.len()), 0);
        data[offset..offset + tensor.data.len()].copy_from_slice(&tensor.data);
    }
    (model, data)
}

/// Small tensors stay in the model; the test's network has zeros there, as the exporter's had marks.
#[test]
fn numbers_in_a_file_beside_are_read() {
    let (model, data) = external();
    assert_eq!(FilesBeside::wanted(&model), ["torch-external.onnx.data"]);
    let load = |data: Option<&[u8]>| {
        let mut beside = FilesBeside::default();
        if let Some(data) = data {
            beside.insert("torch-external.onnx.data".to_owned(), data.to_vec());
        }
        let options = LoadOptions { beside, ..LoadOptions::default() };
        Weights::load(&model, "torch-external.onnx", options)
    };
    let weights = load(Some(&data)).unwrap();
    assert_eq!(weights.topology.norm, Norm::Folded);
    let name = "inception4c.branch2.1.conv.weight";
    let kernel = &weights.tensors[name];
    assert!(kernel.values == synthetic::values(name, &kernel.shape));
    let other = load(Some(&[&data[..], &[0]].concat())).unwrap();
    assert_ne!(weights.sha256, other.sha256, "the hash is that of all numbers");
    let error = load(None).unwrap_err().to_string();
    assert!(
        error.contains("keeps its numbers in torch-external.onnx.data, which is not in the same folder; put both"),
        "{error}"
    );
    let error = load(Some(&data[..data.len() - 4])).unwrap_err().to_string();
    assert!(error.contains("reaches beyond the end of that file"), "{error}");
}

#[test]
fn the_program_reads_the_file_beside_and_no_other() {
    let (model, data) = external();
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    let path = inside.join("torch-external.onnx");
    std::fs::write(&path, model).unwrap();
    let check = || program(&["weights", "check", path.to_str().unwrap()]);
    let missing = check();
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("which is not in the same folder"));
    let beside = inside.join("torch-external.onnx.data");
    #[cfg(unix)]
    {
        let elsewhere = folder.path().join("elsewhere");
        std::fs::write(&elsewhere, &data).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &beside).unwrap();
        assert_eq!(check().status.code(), Some(1), "a link out of the folder");
        std::fs::remove_file(&beside).unwrap();
    }
    std::fs::write(&beside, &data).unwrap();
    let output = check();
    assert!(output.status.success(), "{}", stderr(&output));
}

/// Initialisers as Constant nodes.
fn with_constants(model: &[u8]) -> Vec<u8> {
    let mut result = Vec::new();
    for (field, whole, content) in split(model) {
        if field != 7 {
            result.extend(whole);
            continue;
        }
        let (mut constants, mut rest) = (Message::new(), Message::new());
        for (field, whole, tensor) in split(content) {
            if field != 5 {
                rest.0.extend(whole);
                continue;
            }
            let parts = split(tensor);
            let name = parts.iter().find(|(field, ..)| *field == 8).unwrap().2;
            let attribute = Message::new().text(1, "value").bytes(5, tensor).integer(20, 4);
            let node = Message::new().bytes(2, name).text(4, "Constant").message(5, &attribute);
            constants = constants.message(1, &node);
        }
        constants.0.extend(rest.0);
        result.extend(Message::new().message(7, &constants).0);
    }
    result
}

#[test]
fn weights_in_constant_nodes_are_read() {
    for name in ["torch-folded.onnx", "torch-dynamo.onnx"] {
        let weights =
            Weights::load(&with_constants(&filled(name)), name, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        same_tensors(&weights, &File::of(FOLDED, 3, [false, false]));
    }
}
