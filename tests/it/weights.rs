//! Files of weights: recognised, checked, run alike by both kinds of operators; everything wrong with a file said at once.

mod wrong;

use std::sync::LazyLock;

use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{GoogLeNet, Operators, Run};
use inception_lens::spec::{ChannelOrder, INPUT_SIDE, Norm, Topology};
use inception_lens::weights::{LoadOptions, Said, Weights, WeightsError, facts, readers};
use safetensors::tensor::Dtype;

use crate::synthetic::{self, File, Stored};

/// The paper's network with two classes and no heads: the smallest complete file.
static SMALL: LazyLock<File> = LazyLock::new(|| File::of(Topology::PAPER, 2, [false, false]));

fn load(file: &File) -> Result<Weights, WeightsError> {
    Weights::load(&file.bytes(), "made-up.safetensors", None)
}

/// Loads a full file, compares every tensor, and runs both kinds of operators.
fn round_trip(topology: Topology, preset: &str, classes: usize) -> Weights {
    let mut file = File::of(topology, classes, [true, true]);
    let count = Stored { dtype: Dtype::I64, shape: vec![], data: vec![0; 8] };
    file.tensors.insert("conv1.bn.num_batches_tracked".to_owned(), count);
    // With biases instead of batch normalisation it could as well be a tutorial's network: the file has to say it.
    if topology == Topology::PAPER {
        file = file.describe("topology", preset);
    }
    let weights = load(&file).unwrap();
    assert_eq!(weights.topology.preset_name(), Some(preset));
    assert_eq!(weights.topology, topology);
    assert_eq!((weights.aux, weights.labels.len()), ([true, true], classes));
    assert_eq!(weights.name, "made-up.safetensors");
    assert_eq!(weights.tensors.len() + 1, file.tensors.len());
    let notes: Vec<String> = weights.notes.iter().map(ToString::to_string).collect();
    if topology == Topology::PAPER {
        assert!(notes.is_empty(), "nothing was guessed: {notes:?}");
    } else {
        assert_eq!(notes.len(), 1, "the topology was guessed: {notes:?}");
        assert!(notes[0].contains(preset), "{notes:?}");
    }
    for (name, tensor) in &weights.tensors {
        assert!(tensor.values == synthetic::values(name, &tensor.shape), "{name}");
    }
    operators_agree(&weights);
    weights
}

fn operators_agree(weights: &Weights) {
    let count = 3 * INPUT_SIDE * INPUT_SIDE;
    let values: Vec<f32> = (0..count as u64).map(|index| 2.0 * synthetic::noise(7, index)).collect();
    let input = GoogLeNet::input(&values).unwrap();
    let run = |operators| GoogLeNet::new(weights, operators).unwrap().forward(&input, Run::new()).unwrap();
    let (fast, reference) = (run(Operators::Fast), run(Operators::Reference));
    assert_eq!(fast.activations().len(), weights.network().layers.len());
    for (fast, reference) in fast.activations().iter().zip(reference.activations()) {
        assert_eq!(fast.name, reference.name);
        let flat = |tensor: &candle_core::Tensor| tensor.flatten_all().unwrap().to_vec1::<f32>().unwrap();
        let (fast_values, reference_values) = (flat(&fast.tensor().unwrap()), flat(&reference.tensor().unwrap()));
        let largest = reference_values.iter().fold(0.0_f32, |max, value| max.max(value.abs()));
        assert!((1e-3..1e3).contains(&largest), "{}: {largest} is no sane activation", fast.name);
        for (fast_value, reference_value) in fast_values.iter().zip(&reference_values) {
            let error = (fast_value - reference_value).abs() / largest;
            assert!(error <= 1e-4, "{}: {fast_value} {reference_value}", fast.name);
        }
    }
}

#[test]
fn paper_round_trip_with_numbered_classes() {
    let weights = round_trip(Topology::PAPER, "paper", 18);
    assert_eq!(weights.labels[17], "class 17");
}

#[test]
fn batch_norm_round_trip() {
    round_trip(Topology::BATCH_NORM, "batch-norm", 3);
}

#[test]
fn torchvision_round_trip_with_imagenet_labels() {
    let weights = round_trip(Topology::TORCHVISION, "torchvision", 1000);
    assert_eq!(weights.labels[0], "tench");
    assert_eq!(weights.labels[281], "tabby");
    assert_eq!(weights.labels[999], "toilet tissue");
}

#[test]
fn metadata_speaks_for_the_file() {
    let file = SMALL
        .clone()
        .describe("name", "ours")
        .describe("topology", "batch-norm")
        .describe("labels", r#"["고양이", "dog"]"#)
        .describe("channel_order", "bgr")
        .describe("mean", "[1, 2, 3]")
        .describe("aux_heads", "untrained");
    let weights = load(&file).unwrap();
    assert_eq!((weights.name.as_str(), weights.aux_untrained), ("ours", true));
    assert_eq!(weights.labels, ["고양이", "dog"]);
    assert_eq!(weights.topology.preset_name(), Some("batch-norm"));
    assert_eq!((weights.topology.norm, weights.topology.lrn), (Norm::Folded, None));
    assert_eq!(weights.topology.preprocessing.order, ChannelOrder::Bgr);
    assert_eq!(weights.topology.preprocessing.mean, [1.0, 2.0, 3.0]);
    assert_eq!(weights.notes[0].to_string(), "These weights have no auxiliary heads.");
    assert_eq!(weights.notes.len(), 1);
}

#[test]
fn a_given_topology_overrides_a_guess() {
    let bytes = SMALL.bytes();
    let load = |topology| LoadedNetwork::load(&bytes, "small", topology).unwrap();
    assert!(load(None).network.layer("norm1").is_none());
    assert!(load(Some(Topology::PAPER)).network.layer("norm1").is_some());
    let network = load(Some(Topology::BATCH_NORM));
    assert!(network.network.layer("norm1").is_none());
    assert_eq!((network.aux, network.topology.norm), ([false, false], Norm::Folded));
}

#[test]
fn torchvision_s_own_file_is_known_by_its_hash() {
    let file = File::of(Topology::TORCHVISION, 1000, [true, true]).describe("labels", "[]");
    let file = readers::read(&file.bytes()).unwrap();
    let recognise = |sha256: &str, options: &LoadOptions| {
        let facts = facts::recognise(&file, options, sha256).unwrap();
        let transform_input = facts.topology.preprocessing.transform_input;
        (transform_input, facts.aux_untrained, facts.notes)
    };
    // `googlenet-1378be20.pth`: the digits are those its hash begins with.
    let (transform_input, aux_untrained, notes) = recognise("1378be20a7e8a3d0", &LoadOptions::default());
    assert!(transform_input && aux_untrained);
    assert_eq!(notes.len(), 1);
    assert!(notes[0].to_string().contains("their auxiliary heads were never trained"));
    let (transform_input, aux_untrained, notes) = recognise("2378be20a7e8a3d0", &LoadOptions::default());
    assert!(!transform_input && !aux_untrained);
    assert!(notes[0].to_string().contains("say --transform-input"), "{notes:?}");
    let said = LoadOptions { said: Said { transform_input: Some(true), ..Said::default() }, ..LoadOptions::default() };
    assert!(recognise("2378be20a7e8a3d0", &said).0);
}

#[test]
fn other_number_formats_are_widened() {
    let mut file = SMALL.clone();
    let values = [1.5_f32, -0.25];
    let mut store = |dtype, data: Vec<u8>| {
        let shape = vec![2];
        file.tensors.insert("fc.bias".to_owned(), Stored { dtype, shape, data });
        load(&file)
    };
    let halves = values.map(|value| half::f16::from_f32(value).to_le_bytes()).concat();
    let brains = values.map(|value| half::bf16::from_f32(value).to_le_bytes()).concat();
    let doubles = values.map(|value| f64::from(value).to_le_bytes()).concat();
    for (dtype, data) in [(Dtype::F16, halves), (Dtype::BF16, brains), (Dtype::F64, doubles)] {
        assert_eq!(store(dtype, data).unwrap().tensors["fc.bias"].values, values, "{dtype:?}");
    }
    let sentence = store(Dtype::I32, vec![0; 8]).unwrap_err().to_string();
    assert!(sentence.contains("fc.bias is stored as I32, not as f16, bf16, f32 or f64"), "{sentence}");
}
