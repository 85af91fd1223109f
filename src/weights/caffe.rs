//! `.caffemodel`: a protocol buffer `NetParameter` (`src/caffe/proto/caffe.proto`), of 2014 (`layers`) or later (`layer`).
//!
//! A file lists every layer of the training network; those with blobs are weights, the others are evidence or ignored.
//!
//! Caffe has batch normalisation in two layers, `BatchNorm` (mean, variance, and what both are to be divided by) and
//! `Scale`; both belong to the convolution whose output they read, or, in a file that does not say, whose name theirs
//! holds, or which stands before them.

use super::Format;
use super::WeightsError;
use super::caffe_norm::Norms;
use super::evidence::{Evidence, GraphEvidence, Naming};
use super::file::{Budget, MAX_NAME_BYTES, MAX_TENSORS, TensorFile, check_size, damaged};
use super::messages::{
    Blob, LAYER, Layer, Lrn, NET_LAYERS, NET_V1_LAYERS, Pooling, V1_LAYER, V1_LRN, V1_POOLING, V1Layer, decode,
};
use super::names::{self, Part};
use super::tensor::WeightTensor;
use super::wire::{self, Value};
use crate::spec::LocalResponseNorm;

/// Whether a file begins like a `NetParameter`: its name, perhaps inputs and settings, then a layer.
pub(super) fn sniff(start: &[u8]) -> bool {
    for (index, field) in wire::beginning(start).enumerate() {
        match field.map(|field| (field.number, field.value)) {
            Ok((NET_V1_LAYERS | NET_LAYERS, Value::Bytes(_))) => return true,
            Ok((1, Value::Bytes(name))) if index == 0 && name.len() <= MAX_NAME_BYTES => {}
            Ok((3 | 6 | 8, Value::Bytes(_)) | (4 | 5 | 7, Value::Integer(_))) => {}
            _ => return false,
        }
    }
    false
}

/// Reads all blobs as f32, under our names where Caffe's are known.
///
/// # Errors
/// [`WeightsError`] when the file is cut off, or something in it is longer than makes sense.
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    check_size(bytes)?;
    let mut net = Net::default();
    for field in wire::fields(bytes) {
        let field = field.map_err(damaged)?;
        match (field.number, field.value) {
            (NET_V1_LAYERS, Value::Bytes(layer)) => net.add(decode::<V1Layer>(layer, V1_LAYER)?)?,
            (NET_LAYERS, Value::Bytes(layer)) => net.add(decode::<Layer>(layer, LAYER)?)?,
            _ => {}
        }
    }
    Ok(net.finish())
}

/// What a layer of either age tells.
struct AnyLayer {
    name: String,
    kind: Kind,
    bottom: Option<String>,
    top: Option<String>,
    blobs: Vec<Blob>,
    lrn: Option<Lrn>,
    pooling: Option<Pooling>,
}

/// Kinds of layers that matter.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Variances are divided by their deviation, with so much added.
    BatchNorm { epsilon: f32 },
    /// A factor and a bias a channel.
    Scale,
    /// Any other.
    Other,
}

impl From<V1Layer> for AnyLayer {
    fn from(layer: V1Layer) -> Self {
        let lrn = layer.lrn.unwrap_or_default();
        Self {
            name: layer.name,
            kind: Kind::Other,
            bottom: layer.bottom.into_iter().next(),
            top: layer.top.into_iter().next(),
            blobs: layer.blobs,
            lrn: (layer.kind == V1_LRN).then_some(lrn),
            pooling: layer.pooling.filter(|_| layer.kind == V1_POOLING),
        }
    }
}

impl From<Layer> for AnyLayer {
    fn from(layer: Layer) -> Self {
        let lrn = layer.lrn.unwrap_or_default();
        Self {
            name: layer.name,
            kind: match layer.kind.as_str() {
                "BatchNorm" => Kind::BatchNorm { epsilon: layer.batch_norm.unwrap_or_default().eps() },
                "Scale" => Kind::Scale,
                _ => Kind::Other,
            },
            bottom: layer.bottom.into_iter().next(),
            top: layer.top.into_iter().next(),
            blobs: layer.blobs,
            lrn: (layer.kind == "LRN").then_some(lrn),
            pooling: layer.pooling.filter(|_| layer.kind == "Pooling"),
        }
    }
}

/// The file as it grows layer by layer.
#[derive(Default)]
struct Net {
    file: TensorFile,
    budget: Budget,
    layers: usize,
    graph: GraphEvidence,
    has_pools: bool,
    norms: Norms,
}

impl Net {
    fn add(&mut self, layer: impl Into<AnyLayer>) -> Result<(), WeightsError> {
        self.layers += 1;
        if self.layers > MAX_TENSORS {
            return Err(damaged(&format!("more than {MAX_TENSORS} layers make no sense")));
        }
        let layer = layer.into();
        if let Some(lrn) = layer.lrn {
            self.graph.saw_lrn(LocalResponseNorm {
                size: lrn.local_size() as usize,
                alpha: lrn.alpha(),
                beta: lrn.beta(),
                k: lrn.k(),
            });
        }
        if let Some(pool) = layer.pooling.filter(|pool| pool.pool == 0) {
            self.has_pools = true;
            self.graph.saw_max_pool(pool.kernel_size as usize, pool.stride() as usize);
        }
        match layer.kind {
            Kind::Other => {
                let edges = (layer.bottom.as_deref(), layer.top.as_deref());
                let has_blobs = !layer.blobs.is_empty();
                self.norms.saw_layer(names::caffe(&layer.name), edges, has_blobs);
                for (index, blob) in layer.blobs.into_iter().enumerate() {
                    self.add_blob(&layer.name, index, blob)?;
                }
                Ok(())
            }
            Kind::BatchNorm { .. } | Kind::Scale => self.add_norm(layer),
        }
    }

    fn add_norm(&mut self, layer: AnyLayer) -> Result<(), WeightsError> {
        let mut blobs = Vec::new();
        for (index, blob) in layer.blobs.into_iter().enumerate() {
            blobs.push(self.tensor(&format!("{} blob {index}", layer.name), blob)?.1);
        }
        let edges = (layer.bottom.as_deref(), layer.top.as_deref());
        let convolution = self.norms.convolution(&layer.name, edges)?;
        match layer.kind {
            Kind::BatchNorm { epsilon } => self.norms.add_batch_norm(convolution, &layer.name, blobs, epsilon),
            Kind::Scale | Kind::Other => self.norms.add_scale(convolution, &layer.name, blobs),
        }
    }

    /// One blob, its size checked: its shape and its numbers.
    fn tensor(&mut self, name: &str, blob: Blob) -> Result<(Vec<usize>, Vec<f32>), WeightsError> {
        let shape = shape(&blob).ok_or_else(|| damaged(&format!("{name} has a negative size")))?;
        let count = self.budget.admit(name, &shape)?;
        let values = values(blob);
        if values.len() != count {
            return Err(damaged(&format!("{name} claims to be {shape:?} numbers and holds {}", values.len())));
        }
        Ok((shape, values))
    }

    fn add_blob(&mut self, layer: &str, index: usize, blob: Blob) -> Result<(), WeightsError> {
        let ours = names::caffe(layer);
        let part = [Part::Weight, Part::Bias].get(index).copied();
        let name = match (&ours, part) {
            (Some(ours), Some(part)) => {
                self.file.evidence.naming = Naming::Caffe;
                names::tensor(ours, part)
            }
            _ => format!("{layer} blob {index}"),
        };
        let (shape, values) = self.tensor(&name, blob)?;
        let shape = match &ours {
            Some(layer) => natural_shape(layer, part, shape),
            None => shape,
        };
        let is_twice = self.file.tensors.contains_key(&name);
        if is_twice && ours.is_none() {
            return Err(damaged(&format!("{name} is there twice")));
        }
        if is_twice {
            return Err(WeightsError::Unsupported {
                cause: format!("This Caffe file holds {name} twice; {layer} is the second"),
                remedy: "save the network again with only one of both layers in it".to_owned(),
            });
        }
        self.file.order.push(name.clone());
        self.file.tensors.insert(name, WeightTensor { shape, values });
        Ok(())
    }

    fn finish(mut self) -> TensorFile {
        // A file stripped to its weights shows no pools; then a missing LRN says nothing.
        let shows_layers = self.has_pools || self.graph.lrn.is_some() || self.norms.shows_layers();
        self.norms.finish(&mut self.file);
        let evidence = Evidence { graph: shows_layers.then_some(self.graph), ..self.file.evidence };
        TensorFile { format: Format::Caffe, evidence, ..self.file }
    }
}

/// The shape as stored: `shape` since 2015, before that always four numbers.
fn shape(blob: &Blob) -> Option<Vec<usize>> {
    let legacy = [blob.num, blob.channels, blob.height, blob.width];
    let dims: Vec<i64> = match &blob.shape {
        Some(shape) => shape.dim.clone(),
        None => legacy.iter().map(|side| i64::from(side.unwrap_or(0))).collect(),
    };
    dims.into_iter().map(|side| usize::try_from(side).ok()).collect()
}

/// Single or double precision; what an f32 cannot hold becomes infinite and is found by the check.
fn values(blob: Blob) -> Vec<f32> {
    let mut values = match blob.data.is_empty() {
        true => blob.double_data.into_iter().map(|value| value as f32).collect(),
        false => blob.data,
    };
    values.shrink_to_fit();
    values
}

/// Without the ones that four numbers force upon a bias [1, 1, 1, N] and a matrix [1, 1, N, K], and with the kernels of a
/// linear layer that was turned into a convolution [N, C, H, W] as the matrix they are.
fn natural_shape(layer: &str, part: Option<Part>, shape: Vec<usize>) -> Vec<usize> {
    match (part, &shape[..]) {
        (Some(Part::Bias), [1, 1, 1, count]) => vec![*count],
        (Some(Part::Weight), [1, 1, rows, columns]) if names::is_linear(layer) => {
            vec![*rows, *columns]
        }
        (Some(Part::Weight), [rows, a, b, c]) if names::is_linear(layer) => {
            vec![*rows, a.saturating_mul(*b).saturating_mul(*c)]
        }
        _ => shape,
    }
}
