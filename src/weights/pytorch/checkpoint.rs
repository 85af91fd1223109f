//! Where in a checkpoint the state dict is, what its entries are called, and what the checkpoint says beside it.

use std::collections::HashMap;

use serde_json::json;

use super::Storages;
use super::tensor::Element;
use super::value::{Heap, Value};
use crate::weights::file::{Budget, damaged, shorten};
use crate::weights::{Format, TensorFile, WeightTensor, WeightsError};

/// Under which training scripts keep the state dict.
const STATE_DICT_KEYS: [&str; 3] = ["state_dict", "model", "model_state_dict"];
/// Most dicts around the state dict.
const MAX_DEPTH: usize = 4;
/// What wrappers put before every name.
const PREFIXES: [&str; 2] = ["module.", "_orig_mod."];
/// Keys of the checkpoint that describe the weights.
const DESCRIPTIONS: [&str; 15] = [
    "name",
    "topology",
    "labels",
    "channel_order",
    "scale",
    "mean",
    "std",
    "transform_input",
    "aux_heads",
    "resize_short_side",
    "fit",
    "resample",
    "lrn",
    "pool4",
    "bn_epsilon",
];
/// Longest list that describes anything, values: the largest number of classes.
const MAX_LIST: usize = 100_000;

/// The tensors of the state dict in `value`, from a file of so many bytes.
///
/// # Errors
/// There is no state dict, or a tensor in it is damaged.
pub(super) fn read<'a>(
    heap: &Heap<'a>,
    value: Value<'a>,
    storages: &Storages<'a>,
    file_bytes: usize,
) -> Result<TensorFile, WeightsError> {
    let (entries, metadata) = state_dict(heap, value)?;
    let prefix = common_prefix(entries);
    let mut budget = Budget::of_file(file_bytes);
    let mut file = TensorFile {
        format: Format::PyTorch,
        metadata,
        ..TensorFile::default()
    };
    for &(key, value) in entries {
        let Value::Text(key) = key else {
            return Err(damaged("a tensor has no name"));
        };
        let name = &key[prefix..];
        // PyTorch counts the batches its batch normalisation has seen; nobody needs the number.
        if name.ends_with(".num_batches_tracked") {
            continue;
        }
        let Value::Tensor(place) = value else {
            budget.admit(name, &[])?;
            let word = value.word().to_owned();
            file.unreadable.insert(name.to_owned(), word);
            continue;
        };
        let tensor = &heap.tensors[place];
        let count = budget.admit(name, &tensor.shape)?;
        match tensor.element {
            Element::Float(number) => {
                let storage = &heap.storages[tensor.storage];
                let tensor = WeightTensor {
                    shape: tensor.shape.clone(),
                    values: tensor.values(number, count, storage, storages)?,
                };
                file.tensors.insert(name.to_owned(), tensor);
            }
            Element::Other { word, .. } => {
                file.unreadable.insert(name.to_owned(), word.to_owned());
            }
        }
    }
    Ok(file)
}

type Entries<'h, 'a> = &'h [(Value<'a>, Value<'a>)];

/// The entries of the innermost dict that holds tensors, and what the dicts around it say about the weights.
fn state_dict<'h, 'a>(
    heap: &'h Heap<'a>,
    value: Value<'a>,
) -> Result<(Entries<'h, 'a>, HashMap<String, String>), WeightsError> {
    let mut metadata = HashMap::new();
    let mut dict = value;
    for _ in 0..MAX_DEPTH {
        let Value::Dict(place) = dict else {
            break;
        };
        let entries = heap.dicts[place].as_slice();
        let is_tensor = |&(_, value): &(Value<'a>, Value<'a>)| matches!(value, Value::Tensor(_));
        if entries.iter().any(is_tensor) {
            return Ok((entries, metadata));
        }
        let descriptions = DESCRIPTIONS
            .iter()
            .filter_map(|&key| Some((key.to_owned(), description(heap, heap.get(dict, key)?)?)));
        metadata.extend(descriptions);
        let mut inner = STATE_DICT_KEYS.iter().filter_map(|key| heap.get(dict, key));
        match inner.next() {
            Some(value) => dict = value,
            None => return Err(no_tensors(&keys(entries))),
        }
    }
    Err(no_tensors(&format!("it holds {}", dict.word())))
}

fn no_tensors(found: &str) -> WeightsError {
    WeightsError::NotWeights {
        cause: format!("there is no state dict in it: {}", shorten(found, 80)),
    }
}

fn keys(entries: Entries<'_, '_>) -> String {
    let keys = entries.iter().take(8).filter_map(|(key, _)| match key {
        Value::Text(key) => Some(*key),
        _ => None,
    });
    let keys = keys.collect::<Vec<_>>().join(", ");
    if keys.is_empty() {
        "its dict is empty".to_owned()
    } else {
        format!("its keys are {keys}")
    }
}

/// A description as metadata has it: text as it is, everything else as JSON.
fn description<'a>(heap: &Heap<'a>, value: Value<'a>) -> Option<String> {
    let plain = |value: Value<'a>| match value {
        Value::Text(text) => Some(json!(text)),
        Value::Bool(flag) => Some(json!(flag)),
        Value::Int(number) => Some(json!(number)),
        Value::Float(number) => Some(json!(number)),
        _ => None,
    };
    match value {
        Value::Text(text) => Some(text.to_owned()),
        Value::Tuple(place) | Value::List(place) => {
            let values = heap.sequences[place].get(..MAX_LIST);
            let values = values.unwrap_or(&heap.sequences[place]);
            let values: Option<Vec<_>> = values.iter().map(|&value| plain(value)).collect();
            Some(json!(values?).to_string())
        }
        other => Some(plain(other)?.to_string()),
    }
}

/// How many bytes of wrappers' prefixes stand before every name.
fn common_prefix(entries: Entries<'_, '_>) -> usize {
    let mut length = 0;
    let all_have = |prefix: &str, length: usize| {
        entries.iter().all(|(key, _)| match key {
            Value::Text(key) => key[length..].starts_with(prefix),
            _ => false,
        })
    };
    while let Some(prefix) = PREFIXES.iter().find(|prefix| all_have(prefix, length)) {
        length += prefix.len();
    }
    length
}
