//! The network with a taught last layer as a weights file: safetensors that opens like any other.

use std::borrow::Cow;
use std::collections::HashMap;

use safetensors::{Dtype, View};

use super::card::Card;
use super::error::TeachError;
use super::head::Head;
use super::regression::PENALTY;
use crate::analysis::Kernels;
use crate::engine::LoadedNetwork;
use crate::export::provenance::SOFTWARE;
use crate::spec::{Head as Heads, LocalResponseNorm, Norm, Op, Topology};

/// Numbers of one tensor.
struct Numbers {
    shape: Vec<usize>,
    values: Vec<f32>,
}

impl View for Numbers {
    fn dtype(&self) -> Dtype {
        Dtype::F32
    }

    fn shape(&self) -> &[usize] {
        &self.shape
    }

    fn data(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(bytemuck::cast_slice(&self.values))
    }

    fn data_len(&self) -> usize {
        self.values.len() * size_of::<f32>()
    }
}

/// The file: every layer up to 5b as it runs (batch normalisation multiplied into it), the taught last layer, no auxiliary heads;
/// labels, preprocessing, provenance and model card in its metadata.
///
/// # Errors
/// [`TeachError::Unsayable`], [`TeachError::NotMade`].
pub fn weights_file(network: &LoadedNetwork, head: &Head, card: &Card) -> Result<Vec<u8>, TeachError> {
    let mut tensors = Vec::new();
    for layer in &network.network.layers {
        let is_conv = matches!(layer.op, Op::Conv(_)) && !layer.name.starts_with("aux");
        if !is_conv {
            continue;
        }
        let lost = || TeachError::NotMade { cause: format!("there are no weights of {}", layer.name) };
        let Kernels { filters, inputs, side, weights, biases, .. } =
            Kernels::of(&network.model, &layer.name).ok_or_else(lost)?;
        let shape = vec![filters, inputs, side, side];
        tensors.push((format!("{}.conv.weight", layer.name), Numbers { shape, values: weights }));
        tensors.push((format!("{}.conv.bias", layer.name), Numbers { shape: vec![filters], values: biases }));
    }
    let last = Heads::Main.logits_name();
    let (weight, bias) = (head.classifier.weight.to_vec(), head.classifier.bias.to_vec());
    let classes = bias.len();
    let shape = vec![classes, weight.len() / classes.max(1)];
    tensors.push((format!("{last}.weight"), Numbers { shape, values: weight }));
    tensors.push((format!("{last}.bias"), Numbers { shape: vec![classes], values: bias }));
    let metadata = metadata(network, head, card)?;
    safetensors::serialize(tensors, Some(metadata)).map_err(|error| TeachError::NotMade { cause: error.to_string() })
}

fn metadata(network: &LoadedNetwork, head: &Head, card: &Card) -> Result<HashMap<String, String>, TeachError> {
    let topology = &network.topology;
    let input = &topology.preprocessing;
    if topology.lrn.is_some_and(|norm| norm != LocalResponseNorm::CAFFE) {
        return Err(TeachError::Unsayable { what: "a local response normalisation".to_owned() });
    }
    let mut facts: Vec<(&str, String)> = vec![
        ("architecture", "googlenet".to_owned()),
        ("topology", nearest(topology).to_owned()),
        ("lrn", if topology.lrn.is_some() { "on" } else { "off" }.to_owned()),
        ("pool4", topology.pool4_kernel.to_string()),
        ("classes", head.labels.len().to_string()),
        ("labels", json(&&*head.labels)),
        ("channel_order", input.order.word().to_owned()),
        ("scale", input.input_range().word().to_owned()),
        ("mean", json(&input.mean)),
        ("std", json(&input.std)),
        ("transform_input", input.transform_input.to_string()),
        ("resize_short_side", input.resize_short_side.to_string()),
        ("crop", input.crop.to_string()),
        ("fit", input.fit.word().to_owned()),
        ("resample", input.resample.word().to_owned()),
        ("name", name(&head.labels)),
        ("software", SOFTWARE.to_owned()),
        ("taught_on", card.base.clone()),
        ("taught_on_sha256", card.base_sha256.clone()),
        ("taught_photos", json(&card.classes.iter().map(|class| class.photos).collect::<Vec<_>>())),
        ("taught_by", format!("multinomial logistic regression on 1024 averages, mean log-loss + {PENALTY}/2 |W|^2")),
        ("model_card", card.markdown()),
    ];
    if let Some([right, of]) = card.left_out() {
        facts.push(("leave_one_out", format!("{right} of {of}")));
    }
    Ok(facts.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// A list as JSON.
fn json(list: &impl serde::Serialize) -> String {
    serde_json::to_string(list).expect("lists of texts and numbers can be put in JSON")
}

/// "taught: bird, boat, car".
fn name(labels: &[String]) -> String {
    format!("taught: {}", labels.join(", "))
}

/// The preset that a file names, so that what differs from it can be said beside.
fn nearest(topology: &Topology) -> &'static str {
    let presets = Topology::PRESETS.into_iter().filter_map(|name| Some((name, Topology::preset(name)?)));
    let is_near = |preset: &Topology| {
        let has_norm = |topology: &Topology| topology.norm != Norm::None;
        has_norm(preset) == has_norm(topology) && preset.branch3_kernel == topology.branch3_kernel
    };
    let mut near = presets.filter(|(_, preset)| is_near(preset));
    near.next().map_or("batch-norm", |(name, _)| name)
}
