//! The same network as people save it, in every wrapping: each file computes the logits PyTorch computes
//! (`tests/fixtures/weights/make_kinds.py`, `goldens.json`), or says what it is.

mod caffe;
mod foreign;
mod labels;
mod onnx;

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

use base64::Engine;
use inception_lens::model::{GoogLeNet, Operators, Run};
use inception_lens::spec::{INPUT_SIDE, Topology};
use inception_lens::weights::{LoadOptions, Weights, WeightsError};
use serde_json::Value;

use crate::cli::program;
use crate::synthetic::{self, File};
use crate::torch_file::Zip;

/// The paper's network with 18 classes and heads.
static PAPER: LazyLock<File> = LazyLock::new(|| File::of(Topology::PAPER, 18, [true, true]));

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/weights")
}

fn json(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder().join(name)).unwrap()).unwrap()
}

/// A file the real torch.save wrote, the numbers of its large storages filled in by the formula.
fn kind(name: &str) -> Vec<u8> {
    static INDEX: LazyLock<Value> = LazyLock::new(|| json("kinds/index.json"));
    let pickle = std::fs::read(folder().join(format!("kinds/{name}.pkl"))).unwrap();
    let mut zip = Zip::default();
    zip.add("archive/data.pkl", &pickle);
    zip.add("archive/byteorder", b"little");
    for (key, storage) in INDEX[name].as_array().unwrap().iter().enumerate() {
        let data = match storage {
            Value::String(ours) => PAPER.tensors[ours].data.clone(),
            other => special(other),
        };
        zip.add(&format!("archive/data/{key}"), &data);
    }
    zip.add("archive/version", b"3\n");
    zip.finish()
}

/// A storage that is no tensor of the usual network.
fn special(storage: &Value) -> Vec<u8> {
    if let Some(ours) = storage["tensor"].as_str() {
        let sides = storage["shape"].as_array().unwrap().iter();
        let shape: Vec<usize> = sides.map(|side| side.as_u64().unwrap() as usize).collect();
        let values = synthetic::values(ours, &shape);
        return values.iter().flat_map(|value| value.to_le_bytes()).collect();
    }
    match storage["bytes"].as_str() {
        Some(text) => base64::prelude::BASE64_STANDARD.decode(text).unwrap(),
        None => vec![0; storage["zeros"].as_u64().unwrap() as usize],
    }
}

fn paper() -> LoadOptions {
    LoadOptions::from(Some(Topology::PAPER))
}

fn load(name: &str) -> Weights {
    Weights::load(&kind(name), name, paper()).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// PyTorch's logits of a topology, in double precision.
fn golden(topology: &str) -> Vec<f64> {
    let goldens = json("goldens.json");
    let values = goldens[topology]["fc"]["values"].as_array().unwrap();
    values.iter().map(|value| value.as_f64().unwrap()).collect()
}

/// What the network computes from the input of the goldens, which is `scale` times noise.
fn logits(weights: &Weights, scale: f32) -> Vec<f32> {
    let count = (3 * INPUT_SIDE * INPUT_SIDE) as u64;
    let values: Vec<f32> = (0..count).map(|index| scale * synthetic::noise(7, index)).collect();
    let model = GoogLeNet::new(weights, Operators::Fast).unwrap();
    let input = GoogLeNet::input(&values).unwrap();
    let trace = model.forward(&input, Run::new()).unwrap();
    let fc = &trace.get("fc").unwrap().tensor().unwrap();
    fc.flatten_all().unwrap().to_vec1().unwrap()
}

fn same_logits(what: &str, found: &[f32], golden: &[f64]) {
    assert_eq!(found.len(), golden.len(), "{what}");
    let largest = golden.iter().fold(0.0_f64, |max, value| max.max(value.abs()));
    for (&found, &golden) in found.iter().zip(golden) {
        let error = (f64::from(found) - golden).abs() / largest;
        assert!(error < 1e-3, "{what}: {found} instead of {golden}");
    }
}

fn notes(weights: &Weights) -> String {
    let notes: Vec<String> = weights.notes.iter().map(ToString::to_string).collect();
    notes.join("\n")
}

fn left_out(weights: &Weights) -> HashMap<&str, &str> {
    let list = weights.left_out.iter();
    list.map(|thing| (thing.name.as_str(), thing.what.as_str())).collect()
}

#[test]
fn every_wrapping_of_the_network_computes_its_logits() {
    let golden = golden("paper");
    for name in [
        "alone",
        "prefix-model",
        "prefix-net",
        "prefix-backbone",
        "prefix-googlenet",
        "prefix-module.model",
        "prefix-my_own.network_7",
        "loss-beside",
        "best-acc1",
        "tensors-beside",
        "averaged",
        "objects",
        "key-net",
        "key-weights",
        "key-model_state",
        "key-ema_state_dict",
        "deep",
        "two-networks",
        "training-state",
        "buffers",
        "compiled",
        "dropout",
        "head-elsewhere",
        "lightning",
    ] {
        let weights = load(name);
        assert_eq!(weights.tensors.len(), 116, "{name}");
        for (ours, tensor) in &weights.tensors {
            let bytes: Vec<u8> = tensor.values.iter().flat_map(|v| v.to_le_bytes()).collect();
            assert!(bytes == PAPER.tensors[ours].data, "{name}: {ours}");
        }
        assert_eq!(weights.labels[17], "class 17", "{name}");
        // The tensors are the same bit for bit: one run speaks for all.
        if name == "alone" || name == "dropout" {
            same_logits(name, &logits(&weights, 100.0), &golden);
        }
    }
}

#[test]
fn what_is_beside_the_network_is_named() {
    for (name, expected) in [
        ("loss-beside", &[("state_dict.loss.weight", "[18]")][..]),
        ("best-acc1", &[("best_acc1", "[]")]),
        ("tensors-beside", &[("loss", "[]"), ("mean", "[3]"), ("std", "[3]"), ("rng", "uint8")]),
        ("averaged", &[("n_averaged", "int64")]),
        ("buffers", &[("norm.mean", "[1, 3, 1, 1]"), ("conv1.calls", "int64")]),
        (
            "objects",
            &[
                ("args", "argparse.Namespace"),
                ("best", "numpy._core.multiarray.scalar"),
                ("curve", "numpy._core.multiarray._reconstruct"),
                ("history", "collections.defaultdict"),
                ("counts", "collections.Counter"),
                ("seen", "__builtin__.set"),
                ("frozen", "__builtin__.frozenset"),
                ("day", "datetime.date"),
                ("at", "datetime.datetime"),
                ("path", "pathlib.PurePosixPath"),
                ("device", "torch.device"),
                ("raw", "bytes"),
                ("root", "__builtin__.complex"),
                ("loss_fn", "torch.nn.modules.loss.CrossEntropyLoss"),
            ],
        ),
    ] {
        let weights = load(name);
        let found = left_out(&weights);
        assert_eq!(found, expected.iter().copied().collect(), "{name}");
    }
    let lightning = load("lightning");
    let found = left_out(&lightning);
    assert_eq!(found["state_dict.criterion.weight"], "[18]");
    assert_eq!(found["hyper_parameters.options"], "argparse.Namespace");
    let said = "Not used, since GoogLeNet has nothing of the kind: best_acc1 ([]).";
    assert!(notes(&load("best-acc1")).contains(said));
    let objects = notes(&load("objects"));
    assert!(objects.contains("args (argparse.Namespace), best (numpy._core.multiarray.scalar), "), "{objects}");
    assert!(objects.contains(" and 9 more, which weights check lists."), "{objects}");
}

/// What happens to stand under the keys of a description is none, and no error.
#[test]
fn a_training_state_is_no_description() {
    let weights = load("training-state");
    assert_eq!(weights.labels[0], "class 0");
    assert_eq!(weights.topology.preprocessing, Topology::PAPER.preprocessing);
}

#[test]
fn of_two_networks_the_key_chooses() {
    let both = kind("two-networks");
    let weights = load("two-networks");
    let said = "The file holds several networks: state_dict is used, not ema_state_dict; --key chooses another.";
    assert!(notes(&weights).contains(said), "{}", notes(&weights));
    let with_key = |key: &str| {
        let options = LoadOptions { key: Some(key.to_owned()), ..paper() };
        Weights::load(&both, "two", options)
    };
    assert!(with_key("state_dict").unwrap().tensors == weights.tensors);
    let other = with_key("ema_state_dict").unwrap();
    assert!(other.tensors["fc.bias"].values != weights.tensors["fc.bias"].values, "the other network");
    assert!(notes(&other).contains("ema_state_dict is used, not state_dict;"));
    assert_eq!(
        with_key("emma").unwrap_err().to_string(),
        "Nothing of GoogLeNet is under the key \"emma\" of this file; leave out --key, or choose what GoogLeNet is under: \
         ema_state_dict, state_dict."
    );
}

#[test]
fn the_command_line_takes_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.pth");
    std::fs::write(&path, kind("two-networks")).unwrap();
    let check = |key: &str| {
        let output = program(&["weights", "check", path.to_str().unwrap(), "--key", key, "--json"]);
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, text) = check("ema_state_dict");
    assert_eq!(code, Some(0));
    assert!(text.contains("ema_state_dict is used, not state_dict;"), "{text}");
    assert!(text.contains("state_dict (116 tensors of another network)"), "{text}");
    let (code, text) = check("emma");
    assert_eq!(code, Some(1));
    assert!(text.contains("Nothing of GoogLeNet is under the key"), "{text}");
}

#[test]
fn renamed_classifiers_are_recognised_and_said() {
    for (name, own) in [("dropout", "fc.1"), ("head-elsewhere", "classifier")] {
        let said = format!("Its classifier {own} was recognised as fc by its shape and its place.");
        assert!(notes(&load(name)).contains(&said), "{name}");
    }
}

#[test]
fn heads_of_other_classes_are_left_out_and_said() {
    let name = "five-classes-1000-in-heads";
    let weights = load(name);
    assert_eq!((weights.aux, weights.classes()), ([false, false], 5));
    let said = "Its auxiliary head 2 is left out: aux2.fc2.bias is [1000] instead of [5].";
    let notes = notes(&weights);
    assert!(notes.contains(said) || notes.contains("aux2.fc2.weight is [1000, 1024] instead of [5, 1024]."), "{notes}");
    same_logits(name, &logits(&weights, 100.0), &golden("paper")[..5]);
}

#[test]
fn one_output_is_shown_as_yes_and_no() {
    let weights = load("one-output");
    assert_eq!(weights.labels, ["yes", "no"]);
    let expected = [golden("paper")[0], 0.0];
    same_logits("one-output", &logits(&weights, 100.0), &expected);
    let said = "It has one output, a probability: shown as two classes, the first for yes with this output, the second for \
                no with 0.";
    assert!(notes(&weights).contains(said));
}

#[test]
fn a_quantised_file_is_called_that() {
    let error = Weights::load(&kind("refused-quantised"), "q", None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "This PyTorch file is quantised (its weights are 8-bit integers); choose the file it was made from, with f16, f32 \
         or f64 weights."
    );
}

/// `module.` in safetensors, a bias before batch normalisation, and halves of another topology.
#[test]
fn safetensors_are_searched_as_any_other() {
    let mut wrapped = File::default();
    for (name, tensor) in &PAPER.tensors {
        let name = format!("ema.module.{}", name.replace("4a.", "4a._orig_mod."));
        wrapped.tensors.insert(name, tensor.clone());
    }
    wrapped.insert("step", &[1], &[7.0]);
    let weights = Weights::load(&wrapped.bytes(), "wrapped", paper()).unwrap();
    assert_eq!(weights.aux, [true, true]);
    assert_eq!(left_out(&weights)["step"], "[1]");
    same_logits("wrapped", &logits(&weights, 100.0), &golden("paper"));
}

#[test]
fn a_bias_before_batch_normalisation_moves_the_mean() {
    let mut file = File::of(Topology::BATCH_NORM, 18, [false, false]);
    let convolutions: Vec<String> = file.tensors.keys().cloned().collect();
    for name in convolutions.iter().filter_map(|name| name.strip_suffix(".conv.weight")) {
        let mean = format!("{name}.bn.running_mean");
        let shape = file.tensors[&mean].shape.clone();
        let bias: Vec<f32> = (0..shape[0]).map(|index| index as f32 / 64.0).collect();
        let values = synthetic::values(&mean, &shape);
        let moved: Vec<f32> = values.iter().zip(&bias).map(|(v, b)| v + b).collect();
        file.insert(&mean, &shape, &moved);
        file.insert(&format!("{name}.conv.bias"), &shape, &bias);
    }
    let weights = Weights::load(&file.bytes(), "biased", None).unwrap();
    assert_eq!(weights.topology.preset_name(), Some("batch-norm"));
    same_logits("biased", &logits(&weights, 2.0), &golden("batch-norm"));
}

#[test]
fn half_of_another_topology_is_no_network() {
    let mut file = File::of(Topology::PAPER, 2, [false, false]);
    file.insert("conv2.bn.weight", &[64], &[1.0; 64]);
    let error = Weights::load(&file.bytes(), "half", None).unwrap_err();
    let said = "1 problem: conv2.bn.weight [64] does not belong to GoogLeNet.";
    assert!(error.to_string().contains(said), "{error}");
}

#[test]
fn a_few_tensors_and_nothing_else_are_not_whole() {
    let mut file = File::default();
    file.insert("fc.weight", &[2, 1024], &[0.0; 2048]);
    let error = Weights::load(&file.bytes(), "few", None).unwrap_err();
    assert!(matches!(error, WeightsError::AnotherNetwork { .. }));
    assert_eq!(
        error.to_string(),
        "These weights are not whole: only 1 of GoogLeNet's 116 tensors are there, and nothing else; choose a file with all \
         of them."
    );
}

#[test]
fn a_matrix_that_feeds_another_is_no_classifier() {
    let mut file = File::of(Topology::PAPER, 2, [false, false]);
    file.tensors.remove("fc.weight");
    file.tensors.remove("fc.bias");
    file.insert("fc.0.weight", &[8, 1024], &[0.5; 8 * 1024]);
    file.insert("fc.0.bias", &[8], &[0.5; 8]);
    file.insert("fc.2.weight", &[2, 8], &[0.5; 16]);
    file.insert("fc.2.bias", &[2], &[0.5; 2]);
    let error = Weights::load(&file.bytes(), "two layers", None).unwrap_err();
    let problems: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
    assert!(problems[0].starts_with("fc.weight ["), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.contains("fc.0.weight [8, 1024]")));
}

/// Weights without numbers of outputs any network has are no matter of metadata.
#[test]
fn no_outputs_are_said_to_be_none() {
    let mut file = File::of(Topology::PAPER, 2, [false, false]);
    file.insert("fc.weight", &[0, 1024], &[]);
    file.insert("fc.bias", &[0], &[]);
    let error = Weights::load(&file.bytes(), "none", None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "The last layer of these weights has 0 outputs; choose weights with 1 to 100,000 classes."
    );
}
