//! Which GoogLeNet a file holds: the override, the file's metadata, then what `guess` makes of nodes, names and shapes.

use super::evidence::Naming;
use super::file::TensorFile;
use super::{LoadOptions, Note, WeightsError, guess};
use crate::spec::{ChannelOrder, INPUT_SIDE, Norm, Preprocessing, Topology};

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
    /// What was guessed.
    pub notes: Vec<Note>,
}

/// Recognises a file; `sha256` is that of its bytes, lower-case hexadecimal.
///
/// # Errors
/// Metadata that contradicts itself, or no final linear layer to count the classes by.
pub fn recognise(
    file: &TensorFile,
    options: &LoadOptions,
    sha256: &str,
) -> Result<Facts, WeightsError> {
    let has = |name: &str| file.tensors.contains_key(name);
    let has_head = |head: &str| file.tensors.keys().any(|name| name.starts_with(head));
    let mut notes = file.notes.clone();
    let is_public = sha256.starts_with(TORCHVISION_SHA256);
    let mut facts = match (options.topology, file.metadata.get("topology")) {
        (Some(given), _) => given,
        (None, _) if is_public => {
            notes.push(Note::OwnTorchvision);
            Topology::TORCHVISION
        }
        (None, Some(word)) => Topology::preset(word)
            .ok_or_else(|| wrong("topology", word, "paper, batch-norm or torchvision"))?,
        (None, None) => guess::topology(file, &mut notes),
    };
    facts.norm = match (has("conv1.bn.weight"), has("conv1.conv.bias")) {
        (true, _) => Norm::BatchNorm,
        (false, true) if facts.norm == Norm::BatchNorm => Norm::Folded,
        (false, _) => facts.norm,
    };
    facts.preprocessing = preprocessing(file, facts.preprocessing)?;
    facts.preprocessing.transform_input |= is_public || options.transform_input;
    let classes = match file.tensors.get("fc.weight") {
        Some(tensor) => tensor.shape.first().copied().unwrap_or(0),
        // Counted by the check as missing; the number only shapes the message.
        None => 1000,
    };
    if !(2..=100_000).contains(&classes) {
        return Err(wrong(
            "fc.weight",
            &classes.to_string(),
            "2 to 100,000 classes",
        ));
    }
    let aux = [has_head("aux1."), has_head("aux2.")];
    if aux == [false, false] {
        notes.push(Note::NoHeads);
    }
    Ok(Facts {
        topology: facts,
        classes,
        aux,
        aux_untrained: is_public
            || file
                .metadata
                .get("aux_heads")
                .is_some_and(|word| word == "untrained"),
        notes,
    })
}

/// The preset's preprocessing, with what the file's nodes and metadata say in its place.
fn preprocessing(file: &TensorFile, preset: Preprocessing) -> Result<Preprocessing, WeightsError> {
    let get = |key: &str| file.metadata.get(key).map(String::as_str);
    let mut result = preset;
    if file.evidence.naming == Naming::OnnxZoo && preset == Preprocessing::CAFFE {
        result = Preprocessing::ONNX_ZOO;
    }
    if let Some(graph) = &file.evidence.graph {
        result.transform_input |= graph.transform_input;
    }
    match get("channel_order") {
        None => {}
        Some("rgb") => result.order = ChannelOrder::Rgb,
        Some("bgr") => result.order = ChannelOrder::Bgr,
        Some(word) => return Err(wrong("channel_order", word, "rgb or bgr")),
    }
    match get("scale") {
        None => {}
        Some("0-1") => result.scale = 1.0 / 255.0,
        Some("0-255") => result.scale = 1.0,
        Some(word) => return Err(wrong("scale", word, "0-1 or 0-255")),
    }
    if let Some(text) = get("mean") {
        result.mean = triple("mean", text, |_| true)?;
    }
    if let Some(text) = get("std") {
        result.std = triple("std", text, |value| value > 0.0)?;
    }
    match get("transform_input") {
        None => {}
        Some("false") => result.transform_input = false,
        Some("true") => result.transform_input = true,
        Some(word) => return Err(wrong("transform_input", word, "true or false")),
    }
    let crop = INPUT_SIDE as u32;
    if let Some(text) = get("crop").filter(|text| text.parse() != Ok(crop)) {
        return Err(wrong("crop", text, &crop.to_string()));
    }
    if let Some(text) = get("resize_short_side") {
        let side = text
            .parse()
            .ok()
            .filter(|side| (crop..=1024).contains(side));
        result.resize_short_side =
            side.ok_or_else(|| wrong("resize_short_side", text, "a number from 224 to 1024"))?;
    }
    Ok(result)
}

fn triple(key: &str, text: &str, valid: impl Fn(f32) -> bool) -> Result<[f32; 3], WeightsError> {
    serde_json::from_str::<[f32; 3]>(text)
        .ok()
        .filter(|values| {
            values
                .iter()
                .all(|&value| value.is_finite() && valid(value))
        })
        .ok_or_else(|| wrong(key, text, "three numbers such as [0.485, 0.456, 0.406]"))
}

pub(super) fn wrong(key: &str, value: &str, expected: &str) -> WeightsError {
    WeightsError::Metadata {
        key: key.to_owned(),
        value: value.chars().take(60).collect(),
        expected: expected.to_owned(),
    }
}
