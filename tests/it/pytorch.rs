//! PyTorch files: those the real `torch.save` wrote (`tests/fixtures/weights/make_pytorch.py`), whole networks, and pickles
//! with more in them than tensors.

mod refused;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use inception_lens::spec::Topology;
use inception_lens::weights::{Format, Problem, TensorFile, Weights, find, pytorch};
use safetensors::tensor::Dtype;

use crate::synthetic::{self, File, Stored};
use crate::torch_file::Checkpoint;

/// Names and shapes of the fixtures.
const SHAPES: [(&str, &[usize]); 7] = [
    ("conv1.conv.weight", &[4, 3, 3, 3]),
    ("conv1.bn.weight", &[4]),
    ("conv1.bn.bias", &[4]),
    ("conv1.bn.running_mean", &[4]),
    ("conv1.bn.running_var", &[4]),
    ("fc.weight", &[3, 5]),
    ("fc.bias", &[3]),
];

pub fn fixtures() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/weights/pytorch");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(path).unwrap())
    };
    paths.into_iter().map(read).collect()
}

fn fixture(name: &str) -> TensorFile {
    let fixtures = fixtures();
    let (_, bytes) = fixtures.iter().find(|(found, _)| found == name).unwrap();
    found(bytes)
}

/// What the reader gives, under our names.
fn found(bytes: &[u8]) -> TensorFile {
    let file = pytorch::read(bytes).unwrap_or_else(|error| panic!("{error}"));
    find::network(file, None).unwrap()
}

/// What a number format keeps of a number.
fn round(name: &str, value: f32) -> f32 {
    if name.ends_with("-half") {
        half::f16::from_f32(value).to_f32()
    } else if name.ends_with("-bfloat16") {
        half::bf16::from_f32(value).to_f32()
    } else {
        value
    }
}

#[test]
fn files_of_the_real_torch_save_hold_the_formula() {
    let fixtures = fixtures();
    let good = fixtures.iter().filter(|(name, _)| !name.contains("refused"));
    let mut count = 0;
    for (name, bytes) in good {
        assert_eq!(Format::sniff(&bytes[..64]), Some(Format::PyTorch), "{name}");
        let file = found(bytes);
        for (tensor, shape) in SHAPES {
            let found = &file.tensors[tensor];
            assert_eq!(found.shape, shape, "{name} {tensor}");
            let values = synthetic::values(tensor, shape);
            let values: Vec<f32> = values.iter().map(|&value| round(name, value)).collect();
            assert_eq!(found.values, values, "{name} {tensor}");
        }
        let extra = if name.ends_with("-views") { 4 } else { 0 };
        assert_eq!(file.tensors.len(), SHAPES.len() + extra, "{name}");
        count += 1;
    }
    assert_eq!(count, 30);
}

#[test]
fn views_see_their_storage_as_torch_does() {
    for name in ["zip-views", "legacy-views"] {
        let tensors = fixture(name).tensors;
        assert_eq!(tensors["alias"], tensors["fc.weight"]);
        let expanded = &tensors["expanded"];
        assert_eq!((&expanded.shape, &expanded.values), (&vec![2, 3], &vec![1.0; 6]));
        let scalar = &tensors["scalar"];
        assert_eq!((&scalar.shape, &scalar.values), (&vec![], &vec![0.5]));
        let empty = &tensors["empty"];
        assert_eq!((&empty.shape, &empty.values), (&vec![0, 3], &vec![]));
    }
}

#[test]
fn a_checkpoint_describes_its_weights() {
    for name in ["zip-module", "legacy-module"] {
        let metadata = fixture(name).metadata;
        assert_eq!(metadata["labels"], r#"["cat","dog","새"]"#);
        assert_eq!(metadata.len(), 1, "{metadata:?}");
    }
}

#[test]
fn integers_are_named_with_their_format() {
    let words = |name: &str| fixture(name).unreadable.into_iter().collect::<Vec<_>>();
    let pair = |name: &str, word: &str| (name.to_owned(), word.to_owned());
    for name in ["zip-integers", "legacy-integers"] {
        assert_eq!(words(name), [pair("flags", "bool"), pair("integers", "int64")]);
    }
    assert_eq!(words("zip-uint16"), [pair("wide", "uint16")]);
}

#[test]
fn what_is_no_list_of_tensors_is_refused_by_name() {
    let refused: BTreeMap<String, String> = fixtures()
        .iter()
        .filter(|(name, _)| name.contains("refused"))
        .map(|(name, bytes)| (name.clone(), pytorch::read(bytes).unwrap_err().to_string()))
        .collect();
    assert_eq!(refused.len(), 3);
    for (name, sentence) in refused {
        let words = match name.split_once("refused-").unwrap().1 {
            "module" => "asks for the class torch.nn.modules.linear.Linear, which",
            _ => "there is no state dict in it: its keys are epoch, weights",
        };
        assert!(sentence.contains(words), "{name}: {sentence}");
    }
}

#[test]
fn whole_networks_are_those_of_safetensors() {
    for (topology, classes) in [(Topology::PAPER, 18), (Topology::BATCH_NORM, 2), (Topology::TORCHVISION, 1000)] {
        let mut file = File::of(topology, classes, [true, true]);
        let expected = Weights::load(&file.bytes(), "made-up", None).unwrap();
        let count = Stored { dtype: Dtype::I64, shape: vec![], data: vec![0; 8] };
        file.tensors.insert("conv1.bn.num_batches_tracked".to_owned(), count);
        let alone = Checkpoint::of(&file.tensors);
        let wrapped = Checkpoint { prefix: "module.", key: Some("model"), ..Checkpoint::of(&file.tensors) };
        for bytes in [alone.zip().0, alone.legacy().0, wrapped.zip().0, wrapped.legacy().0] {
            let weights = Weights::load(&bytes, "made-up", None).unwrap();
            assert_eq!(weights.format, Format::PyTorch);
            assert_eq!(weights.topology, expected.topology);
            assert_eq!(weights.labels, expected.labels);
            assert_eq!(weights.notes, expected.notes);
            assert!(weights.tensors == expected.tensors, "the same tensors");
        }
    }
}

#[test]
fn problems_of_a_pytorch_file_are_those_of_any_other() {
    let mut file = File::of(Topology::TORCHVISION, 5, [false, false]);
    file.tensors.remove("conv2.bn.bias");
    let integers = Stored { dtype: Dtype::I64, shape: vec![5], data: vec![0; 40] };
    file.tensors.insert("fc.bias".to_owned(), integers);
    let bytes = Checkpoint::of(&file.tensors).legacy().0;
    let error = Weights::load(&bytes, "two", None).unwrap_err();
    assert_eq!(
        error.problems(),
        [
            Problem::Missing { name: "conv2.bn.bias".to_owned(), shape: vec![64] },
            Problem::NumberFormat { name: "fc.bias".to_owned(), found: "int64".to_owned() },
        ]
    );
}
