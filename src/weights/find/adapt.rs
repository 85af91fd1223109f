//! The same network written otherwise.

use super::super::Note;
use super::super::WeightsError;
use super::super::file::TensorFile;
use super::super::names;
use crate::weights::tensor::WeightTensor;

/// Linear layers of GoogLeNet.
const LINEAR: [&str; 5] = ["fc", "aux1.fc1", "aux1.fc2", "aux2.fc1", "aux2.fc2"];
/// Most classes anybody has.
const MAX_CLASSES: usize = 100_000;

/// Puts a network into the form the spec describes.
///
/// # Errors
/// [`WeightsError::Unsupported`] for a number of classes that no network has.
pub(super) fn adapt(file: &mut TensorFile) -> Result<(), WeightsError> {
    LINEAR.iter().for_each(|layer| flatten(file, layer));
    fold_biases(file);
    let weight = file.tensors.get("fc.weight");
    match weight.map(|weight| weight.shape.first().copied().unwrap_or(0)) {
        None | Some(2..=MAX_CLASSES) => {}
        Some(1) => two_classes(file),
        Some(classes) => {
            return Err(WeightsError::Unsupported {
                cause: format!("The last layer of these weights has {classes} outputs"),
                remedy: "choose weights with 1 to 100,000 classes".to_owned(),
            });
        }
    }
    Ok(())
}

/// A linear layer turned into a convolution [rows, a, b, c] is a matrix still.
fn flatten(file: &mut TensorFile, layer: &str) {
    if let Some(tensor) = file.tensors.get_mut(&format!("{layer}.weight"))
        && let [rows, a, b, c] = tensor.shape[..]
    {
        tensor.shape = vec![rows, a.saturating_mul(b).saturating_mul(c)];
    }
}

/// A bias before batch normalisation moves the mean: (x + bias) - mean is x - (mean - bias).
fn fold_biases(file: &mut TensorFile) {
    let ours = |name: &String| name.strip_suffix(".bn.running_mean").map(str::to_owned);
    let layers: Vec<String> = file.tensors.keys().filter_map(ours).collect();
    for layer in layers.iter().filter(|layer| !names::is_linear(layer)) {
        let bias = format!("{layer}.conv.bias");
        let mean = format!("{layer}.bn.running_mean");
        let same =
            file.tensors.get(&bias).map(|tensor| &tensor.shape) == file.tensors.get(&mean).map(|tensor| &tensor.shape);
        if same
            && let Some(bias) = file.tensors.remove(&bias)
            && let Some(mean) = file.tensors.get_mut(&mean)
        {
            for (mean, bias) in mean.values.iter_mut().zip(&bias.values) {
                *mean -= bias;
            }
        }
    }
}

/// One output z is the probability sigmoid(z) of "yes": as much as softmax makes of z against 0.
fn two_classes(file: &mut TensorFile) {
    for layer in ["fc", "aux1.fc2", "aux2.fc2"] {
        let weight = format!("{layer}.weight");
        let bias = format!("{layer}.bias");
        let add_zeros = |tensor: &mut WeightTensor| {
            if tensor.shape.first() == Some(&1) && tensor.values.len() == row(&tensor.shape) {
                tensor.shape[0] = 2;
                tensor.values.resize(2 * tensor.values.len(), 0.0);
            }
        };
        file.tensors.get_mut(&weight).map(add_zeros);
        file.tensors.get_mut(&bias).map(add_zeros);
    }
    file.one_output = true;
    file.notes.push(Note::OneOutput);
}

/// Numbers in one row of a tensor of that shape.
fn row(shape: &[usize]) -> usize {
    shape.iter().skip(1).product()
}
