//! Caffe's batch normalisation: two layers behind a convolution, put together under our names.

use std::collections::{BTreeMap, HashMap};

use super::WeightsError;
use super::file::TensorFile;
use super::names;
use super::tensor::WeightTensor;

/// What the program adds to a variance; a file that adds another number gets other factors, which comes to the same.
const EPSILON: f32 = 1e-3;

/// All of the file, as far as seen.
#[derive(Default)]
pub(super) struct Norms {
    /// Our convolution whose output each edge carries, nothing in between but its normalisation.
    edges: HashMap<String, String>,
    /// The last convolution.
    last: Option<String>,
    /// By our convolution.
    found: BTreeMap<String, Norm>,
}

/// Batch normalisation of one convolution; empty where nothing was said.
#[derive(Default)]
struct Norm {
    mean: Vec<f32>,
    variance: Vec<f32>,
    factor: Vec<f32>,
    bias: Vec<f32>,
    epsilon: f32,
}

/// The edges a layer reads and writes first.
type Edges<'a> = (Option<&'a str>, Option<&'a str>);

impl Norms {
    /// A layer that is no normalisation: a convolution of ours, or something behind which nothing belongs to one.
    pub fn saw_layer(&mut self, ours: Option<String>, edges: Edges<'_>, has_blobs: bool) {
        if let Some(top) = edges.1 {
            match ours.clone().filter(|_| has_blobs) {
                Some(ours) => self.edges.insert(top.to_owned(), ours),
                None => self.edges.remove(top),
            };
        }
        if has_blobs {
            self.last = ours;
        }
    }

    /// The convolution a normalising layer belongs to.
    ///
    /// # Errors
    /// [`WeightsError::Unsupported`] when there is none: then this is no GoogLeNet.
    pub fn convolution(&mut self, name: &str, edges: Edges<'_>) -> Result<String, WeightsError> {
        let (bottom, top) = edges;
        let by_edge = bottom.and_then(|bottom| self.edges.get(bottom).cloned());
        let convolution = by_edge.or_else(|| by_name(name)).or_else(|| self.last.clone());
        let convolution = convolution.filter(|layer| !names::is_linear(layer));
        let convolution = convolution.ok_or_else(|| WeightsError::Unsupported {
            cause: format!("The layer {name} normalises what is no convolution of GoogLeNet"),
            remedy: "choose weights of GoogLeNet".to_owned(),
        })?;
        if let Some(top) = top {
            self.edges.insert(top.to_owned(), convolution.clone());
        }
        Ok(convolution)
    }

    /// `BatchNorm`: mean, variance, and what both are to be divided by.
    ///
    /// # Errors
    /// [`WeightsError::Unsupported`] for other blobs.
    pub fn add_batch_norm(
        &mut self,
        convolution: String,
        layer: &str,
        blobs: Vec<Vec<f32>>,
        epsilon: f32,
    ) -> Result<(), WeightsError> {
        let (mean, variance, divisor) = match &blobs[..] {
            [mean, variance] => (mean, variance, 1.0),
            [mean, variance, divisor] if divisor.len() == 1 => (mean, variance, divisor[0]),
            _ => return Err(unknown_blobs(layer, blobs.len())),
        };
        if mean.len() != variance.len() {
            return Err(unknown_blobs(layer, blobs.len()));
        }
        // Caffe's own rule: of a sum over nothing nothing is used.
        let scale = if divisor == 0.0 { 0.0 } else { 1.0 / divisor };
        let scaled = |values: &[f32]| values.iter().map(|value| value * scale).collect();
        let norm = self.found.entry(convolution).or_default();
        norm.mean = scaled(mean);
        norm.variance = scaled(variance);
        norm.epsilon = epsilon;
        Ok(())
    }

    /// `Scale`: factor, and bias unless it has none.
    ///
    /// # Errors
    /// [`WeightsError::Unsupported`] for other blobs.
    pub fn add_scale(&mut self, convolution: String, layer: &str, blobs: Vec<Vec<f32>>) -> Result<(), WeightsError> {
        let norm = self.found.entry(convolution).or_default();
        match <[Vec<f32>; 2]>::try_from(blobs) {
            Ok([factor, bias]) if factor.len() == bias.len() => {
                (norm.factor, norm.bias) = (factor, bias);
            }
            Ok(_) => return Err(unknown_blobs(layer, 2)),
            Err(blobs) => match <[Vec<f32>; 1]>::try_from(blobs) {
                Ok([factor]) => norm.factor = factor,
                Err(blobs) => return Err(unknown_blobs(layer, blobs.len())),
            },
        }
        Ok(())
    }

    /// Whether layers beside the weights' own were seen.
    pub fn shows_layers(&self) -> bool {
        !self.found.is_empty()
    }

    /// Adds the tensors under our names.
    pub fn finish(&mut self, file: &mut TensorFile) {
        for (convolution, norm) in std::mem::take(&mut self.found) {
            let names = names::batch_norm(&convolution);
            for (name, values) in names.into_iter().zip(norm.parts()) {
                let shape = vec![values.len()];
                file.tensors.insert(name, WeightTensor { shape, values });
            }
        }
    }
}

impl Norm {
    /// Factor, bias, mean and variance, all of one length.
    fn parts(self) -> [Vec<f32>; 4] {
        // A Scale alone normalises nothing: mean 0, and a variance that with what is added is 1.
        let channels = self.mean.len().max(self.factor.len());
        let or = |values: Vec<f32>, default: f32| match values.is_empty() {
            true => vec![default; channels],
            false => values,
        };
        let has_variance = !self.variance.is_empty();
        let epsilon = if has_variance { self.epsilon } else { EPSILON };
        let variance = or(self.variance, 1.0 - EPSILON);
        let mut factor = or(self.factor, 1.0);
        for (factor, variance) in factor.iter_mut().zip(&variance) {
            *factor *= ((variance + EPSILON) / (variance + epsilon)).sqrt();
        }
        [factor, or(self.bias, 0.0), or(self.mean, 0.0), variance]
    }
}

/// The convolution whose name stands in another layer's: "conv1/7x7_s2_bn", "bn_conv1/7x7_s2"; the longest.
fn by_name(layer: &str) -> Option<String> {
    let is_edge = |byte: u8| matches!(byte, b'_' | b'/' | b'.');
    let edges = || layer.bytes().enumerate().filter(move |&(_, byte)| is_edge(byte));
    let starts = std::iter::once(0).chain(edges().map(|(at, _)| at + 1));
    let ends: Vec<usize> = edges().map(|(at, _)| at).chain([layer.len()]).collect();
    let parts = starts.flat_map(|start| ends.iter().filter_map(move |&end| layer.get(start..end)));
    let known = parts.filter_map(|part| Some((part.len(), names::caffe(part)?)));
    let convolutions = known.filter(|(_, ours)| !names::is_linear(ours));
    convolutions.max_by_key(|(length, _)| *length).map(|(_, ours)| ours)
}

fn unknown_blobs(layer: &str, count: usize) -> WeightsError {
    WeightsError::Unsupported {
        cause: format!("The layer {layer} has {count} blobs, which Caffe's own layer has not"),
        remedy: "save the network with BVLC Caffe's BatchNorm and Scale layers".to_owned(),
    }
}
