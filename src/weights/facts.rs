//! Which GoogLeNet a file holds: the override, the file's metadata, then what `guess` makes of nodes, names and shapes.

use super::evidence::{GraphEvidence, Naming};
use super::file::TensorFile;
use super::finding::{Fact, Finding, Ground};
use super::known::Known;
use super::{LoadOptions, Note, WeightsError, described, guess};
use crate::spec::{ChannelOrder, InputRange, Norm, Preprocessing, Topology};

/// How the SHA-256 of torchvision's own weights begins, as in `googlenet-1378be20.pth`: the only sign in that file that its
/// input is transformed and its heads were never trained (torchvision, `models/googlenet.py`).
const TORCHVISION_SHA256: &str = "1378be20";

/// What a file was recognised as.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Structure and preprocessing.
    pub topology: Topology,
    /// Number of classes, at least 2.
    pub classes: usize,
    /// Which auxiliary heads are there (after 4a, after 4d).
    pub aux: [bool; 2],
    /// Whether its heads are known to have never been trained.
    pub aux_untrained: bool,
    /// What shapes cannot tell, and what it was taken from.
    pub findings: Vec<Finding>,
    /// What was guessed beside that.
    pub notes: Vec<Note>,
}

/// Recognises a file; `sha256` is that of its bytes, lower-case hexadecimal.
///
/// # Errors
/// Metadata that contradicts itself, or no final linear layer to count the classes by.
pub fn recognise(file: &TensorFile, options: &LoadOptions, sha256: &str) -> Result<Facts, WeightsError> {
    let has = |name: &str| file.tensors.contains_key(name);
    let has_head = |head: &str| file.tensors.keys().any(|name| name.starts_with(head));
    let mut notes = file.notes.clone();
    let is_public = sha256.starts_with(TORCHVISION_SHA256);
    let mut known = named(file, options, is_public, &mut notes)?;
    let norm = known.topology.norm;
    known.topology.norm = match (has("conv1.bn.weight"), has("conv1.conv.bias")) {
        (true, _) => Norm::BatchNorm,
        (false, true) if norm == Norm::BatchNorm => Norm::Folded,
        (false, _) => norm,
    };
    if file.evidence.naming == Naming::OnnxZoo && known.topology.preprocessing == Preprocessing::CAFFE {
        known.topology.preprocessing = Preprocessing::ONNX_ZOO;
    }
    if let Some(graph) = &file.evidence.graph {
        learn_from_graph(&mut known, graph);
    }
    if is_public {
        known.learn_transform(true, Ground::Hash);
    }
    described::learn(&mut known, file)?;
    options.said.tell(&mut known);
    let classes = match file.tensors.get("fc.weight") {
        Some(tensor) => tensor.shape.first().copied().unwrap_or(0),
        // Counted by the check as missing; the number only shapes the message.
        None => 1000,
    };
    if !(2..=100_000).contains(&classes) {
        return Err(wrong("fc.weight", &classes.to_string(), "2 to 100,000 classes"));
    }
    let aux = [has_head("aux1."), has_head("aux2.")];
    if aux == [false, false] {
        notes.push(Note::NoHeads);
    }
    Ok(Facts {
        topology: known.topology,
        classes,
        aux,
        aux_untrained: is_public || file.metadata.get("aux_heads").is_some_and(|word| word == "untrained"),
        findings: known.findings(file),
        notes,
    })
}

/// The topology that a person or the file names, or the likeliest.
fn named(
    file: &TensorFile,
    options: &LoadOptions,
    is_public: bool,
    notes: &mut Vec<Note>,
) -> Result<Known, WeightsError> {
    let (topology, structure) = match (options.topology, file.metadata.get("topology")) {
        (Some(given), _) => (given, Ground::Said),
        (None, _) if is_public => {
            notes.push(Note::OwnTorchvision);
            return Ok(Known::all(Topology::TORCHVISION, Ground::Hash));
        }
        (None, Some(word)) => {
            let named =
                Topology::preset(word).ok_or_else(|| wrong("topology", word, "paper, batch-norm or torchvision"))?;
            (named, Ground::Metadata)
        }
        (None, None) => return Ok(guess::topology(file, notes)),
    };
    let mut known = Known::all(topology, Ground::Topology);
    known.sure(Fact::Lrn, structure);
    known.sure(Fact::Pool4, structure);
    Ok(known)
}

/// What nodes show whatever the topology is called: what happens to the input, and what is added to variances.
fn learn_from_graph(known: &mut Known, graph: &GraphEvidence) {
    let ground = Ground::Nodes;
    if graph.transform_input || graph.begins_at_input {
        let on = graph.transform_input || known.topology.preprocessing.transform_input;
        known.learn_transform(on, ground);
    }
    if let Some(epsilon) = graph.batch_norm_epsilon {
        known.learn_epsilon(epsilon, ground);
    }
    let Some(normalisation) = graph.normalisation else {
        return;
    };
    let [first, _, last] = normalisation.mean;
    // Every usual mean has more red than blue.
    if first > last {
        known.learn_order(ChannelOrder::Rgb, ground);
    } else if first < last {
        known.learn_order(ChannelOrder::Bgr, ground);
    }
    let range = if normalisation.is_of_bytes() { InputRange::Bytes } else { InputRange::One };
    known.learn_range(range, ground);
    known.learn_mean(normalisation.mean, ground);
    known.learn_std(normalisation.std, ground);
}

pub(super) fn wrong(key: &str, value: &str, expected: &str) -> WeightsError {
    WeightsError::Metadata {
        key: key.to_owned(),
        value: value.chars().take(60).collect(),
        expected: expected.to_owned(),
    }
}
