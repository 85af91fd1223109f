//! What is in a checkpoint: every tensor by the path of keys to it, descriptions of the weights, and the names of what is
//! passed over.  Where in it the network is, `find` knows.

use std::collections::HashSet;

use super::describe::description;
use super::storages::Storages;
use super::tensor::Element;
use super::value::{Heap, Value};
use crate::weights::Format;
use crate::weights::TensorFile;
use crate::weights::WeightsError;
use crate::weights::file::{Budget, MAX_NAME_BYTES, MAX_TENSORS, shorten};
use crate::weights::names;
use crate::weights::tensor::LeftOut;
use crate::weights::tensor::WeightTensor;

/// Most dicts and lists around a tensor.
const MAX_DEPTH: usize = 8;
/// Longest list whose values are looked at one by one.
const MAX_LISTED: usize = 64;
/// Most bytes of descriptions: lists that are mentioned again and again would fill memory.
const MAX_DESCRIBED: usize = 16 << 20;
/// Most things beside tensors that are named.
const MAX_LEFT_OUT: usize = 1000;

/// All tensors of `value`, from a file of so many bytes.
///
/// # Errors
/// There are no tensors, or one of them is damaged.
pub(super) fn read<'a>(
    heap: &Heap<'a>,
    value: Value<'a>,
    storages: &Storages<'a>,
    file_bytes: usize,
) -> Result<TensorFile, WeightsError> {
    let mut walk = Walk {
        heap,
        visited: HashSet::new(),
        tensors: Vec::new(),
        described: 0,
        file: TensorFile { format: Format::PyTorch, ..TensorFile::default() },
    };
    walk.visit("", value, 0);
    let Walk { tensors, mut file, .. } = walk;
    let of_ours = tensors.iter().any(|(name, _)| names::inner(name).is_some());
    if !of_ours && let Some(class) = model_class(heap, value) {
        return Err(WeightsError::Forbidden { what: format!("the class {class}") });
    }
    if tensors.is_empty() {
        return Err(no_tensors(heap, value));
    }
    let mut budget = Budget::of_file(file_bytes);
    for (name, place) in tensors {
        add(&mut file, &mut budget, heap, storages, name, place)?;
    }
    Ok(file)
}

/// Decodes one tensor.
fn add<'a>(
    file: &mut TensorFile,
    budget: &mut Budget,
    heap: &Heap<'a>,
    storages: &Storages<'a>,
    name: String,
    place: usize,
) -> Result<(), WeightsError> {
    // PyTorch counts the batches its batch normalisation has seen; nobody needs the number.
    if name.ends_with("num_batches_tracked") {
        return Ok(());
    }
    let tensor = &heap.tensors[place];
    let count = budget.admit(&name, &tensor.shape)?;
    match tensor.element {
        Element::Float(number) => {
            let storage = &heap.storages[tensor.storage];
            let tensor =
                WeightTensor { shape: tensor.shape.clone(), values: tensor.values(number, count, storage, storages)? };
            file.order.push(name.clone());
            file.tensors.insert(name, tensor);
        }
        Element::Other { word, .. } => {
            file.unreadable.insert(name, word.to_owned());
        }
    }
    Ok(())
}

/// A walk through dicts and lists; each is visited once, so that neither cycles nor aliases make it long.
struct Walk<'h, 'a> {
    heap: &'h Heap<'a>,
    visited: HashSet<Place>,
    tensors: Vec<(String, usize)>,
    /// Bytes of descriptions so far.
    described: usize,
    file: TensorFile,
}

/// A dict or a list by its place.
#[derive(PartialEq, Eq, Hash)]
enum Place {
    Dict(usize),
    Sequence(usize),
}

impl<'a> Walk<'_, 'a> {
    fn visit(&mut self, path: &str, value: Value<'a>, depth: usize) {
        match value {
            Value::Dict(place) if depth < MAX_DEPTH => self.visit_dict(path, place, depth),
            Value::Tuple(place) | Value::List(place) if depth < MAX_DEPTH => {
                self.visit_sequence(path, place, depth);
            }
            // One too many is enough for the budget to refuse the file.
            Value::Tensor(place) if !path.is_empty() && self.tensors.len() <= MAX_TENSORS => {
                self.tensors.push((path.to_owned(), place));
            }
            Value::Opaque(class) => self.leave_out(path, self.heap.class(class)),
            Value::Bytes => self.leave_out(path, "bytes"),
            _ => {}
        }
    }

    fn visit_dict(&mut self, path: &str, place: usize, depth: usize) {
        if !self.visited.insert(Place::Dict(place)) {
            return;
        }
        let heap = self.heap;
        if let Some(class) = heap.dict_classes.get(&place) {
            self.leave_out(path, class);
        }
        for &(key, value) in &heap.dicts[place] {
            // What has no name is no weight: an optimiser counts its states.
            let Value::Text(key) = key else {
                continue;
            };
            let inside = match path.is_empty() {
                true => key.to_owned(),
                false => format!("{path}.{key}"),
            };
            if inside.len() > MAX_NAME_BYTES {
                self.leave_out(path, "a name longer than any in GoogLeNet");
                continue;
            }
            if self.described < MAX_DESCRIBED
                && let Some((key, text)) = description(heap, key, value)
            {
                self.described += text.len();
                let full = match path.is_empty() {
                    true => key.to_owned(),
                    false => format!("{path}.{key}"),
                };
                self.file.metadata.insert(full, text);
            }
            self.visit(&inside, value, depth + 1);
        }
    }

    fn visit_sequence(&mut self, path: &str, place: usize, depth: usize) {
        let values = &self.heap.sequences[place];
        if values.len() > MAX_LISTED || !self.visited.insert(Place::Sequence(place)) {
            return;
        }
        for (index, &value) in values.iter().enumerate() {
            let inside = match path.is_empty() {
                true => index.to_string(),
                false => format!("{path}.{index}"),
            };
            self.visit(&inside, value, depth + 1);
        }
    }

    fn leave_out(&mut self, path: &str, what: &str) {
        if self.file.left_out.len() < MAX_LEFT_OUT {
            self.file.left_out.push(LeftOut { name: shorten(path, MAX_NAME_BYTES), what: what.to_owned() });
        }
    }
}

/// The class of a whole model kept in place of its tensors.
fn model_class<'h>(heap: &'h Heap<'_>, value: Value<'_>) -> Option<&'h str> {
    let class = |value: Value<'_>| match value {
        Value::Opaque(place) => Some(heap.class(place)),
        _ => None,
    };
    let is_model = |class: &&str| {
        let starts = ["torch.nn.", "torchvision.models.", "__main__.", "timm."];
        starts.iter().any(|start| class.starts_with(start))
    };
    match value {
        Value::Dict(place) => {
            let mut inside = heap.dicts[place].iter().filter_map(|&(_, value)| class(value));
            inside.find(is_model)
        }
        other => class(other),
    }
}

fn no_tensors(heap: &Heap<'_>, value: Value<'_>) -> WeightsError {
    let found = match value {
        Value::Dict(place) => {
            let keys = heap.dicts[place].iter().take(8);
            let keys = keys.filter_map(|(key, _)| match key {
                Value::Text(key) => Some(*key),
                _ => None,
            });
            match keys.collect::<Vec<_>>().join(", ") {
                keys if keys.is_empty() => "its dict is empty".to_owned(),
                keys => format!("its keys are {keys}"),
            }
        }
        other => format!("it holds {}", other.word()),
    };
    WeightsError::NotWeights { cause: format!("there is no state dict in it: {}", shorten(&found, 80)) }
}
