//! ONNX: a protocol buffer `ModelProto` (`onnx/onnx.proto`) whose graph holds nodes and, as initialisers, the weights.
//!
//! * `tensor`: one initialiser -> f32 numbers;
//! * `external`: numbers in a file beside the model;
//! * `graph`: nodes -> what kind of network it is;
//! * `input`: nodes before the first convolution -> what is done to the input;
//! * `plan`: nodes and names -> which initialiser is which of our tensors.

mod external;
mod graph;
mod input;
mod plan;
mod tensor;

use std::collections::HashMap;

use super::FilesBeside;
use super::Format;
use super::WeightsError;
use super::evidence::Evidence;
use super::file::{Budget, MAX_NAME_BYTES, MAX_TENSORS, TensorFile, check_size, damaged};
use super::messages::{
    ATTRIBUTE_TENSOR, Attribute, ENTRY, Entry, GRAPH_INITIALIZER, GRAPH_NODE, MODEL_GRAPH, MODEL_METADATA, NODE,
    NODE_ATTRIBUTE, Node, TENSOR, TensorHead, decode,
};
use super::names::{self, Part};
use super::tensor::WeightTensor;
use super::wire::{self, Value};

/// Most nodes, initialisers or metadata entries read.
const MAX_ENTRIES: usize = MAX_TENSORS;

/// Whether a file begins like a `ModelProto`: its version, perhaps who made it, then the graph.
pub(super) fn sniff(start: &[u8]) -> bool {
    for (index, field) in wire::beginning(start).enumerate() {
        match field.map(|field| (field.number, field.value)) {
            Ok((1, Value::Integer(1..=1000))) if index == 0 => {}
            Ok((MODEL_GRAPH, Value::Bytes(_))) if index > 0 => return true,
            Ok((2..=4 | 6 | 8 | 14, Value::Bytes(_)) | (5, Value::Integer(_))) if index > 0 => {}
            _ => return false,
        }
    }
    // Nothing but a version and words: the graph is beyond what is sniffed.
    start.len() >= MAX_NAME_BYTES
}

/// Reads the initialisers that are weights as f32, under our names where they can be told.
///
/// # Errors
/// [`WeightsError`] when the file is cut off, something in it is longer than makes sense, the numbers are in another file,
/// or the network is quantised.
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    read_with(bytes, &FilesBeside::default())
}

/// The names of the files in which a model keeps numbers, as it writes them; none of what is no model.
pub(super) fn external_files(bytes: &[u8]) -> Vec<String> {
    let model = Model::read(bytes).unwrap_or_default();
    let tensors = model.initializers.iter();
    let files = tensors.filter_map(|tensor| external::location(&tensor.head));
    files.map(str::to_owned).collect()
}

/// As [`read`], with the files the model keeps its numbers in, as far as they were found.
///
/// # Errors
/// As [`read`].
pub(super) fn read_with(bytes: &[u8], beside: &FilesBeside) -> Result<TensorFile, WeightsError> {
    check_size(bytes)?;
    let model = Model::read(bytes)?;
    tensor::check_formats(&model)?;
    let plan = plan::Plan::of(&model);
    let mut file = TensorFile {
        format: Format::Onnx,
        metadata: model.metadata.clone(),
        evidence: Evidence {
            naming: plan.naming,
            graph: graph::evidence(&model.nodes).map(|graph| input::seen(&model, graph, plan.epsilon)),
            own_biases: plan.own_biases,
        },
        notes: plan.notes.clone(),
        ..TensorFile::default()
    };
    let mut budget = Budget::default();
    for initializer in &model.initializers {
        for target in plan.targets(&initializer.head.name) {
            add(&mut file, &mut budget, (initializer, beside), target)?;
        }
    }
    for layer in &plan.unbiased {
        add_zeros(&mut file, &mut budget, layer)?;
    }
    Ok(file)
}

/// Decodes one initialiser into one of our tensors.
fn add(
    file: &mut TensorFile,
    budget: &mut Budget,
    (initializer, beside): (&Initializer<'_>, &FilesBeside),
    target: &plan::Target,
) -> Result<(), WeightsError> {
    let name = &target.name;
    let shape = initializer.shape()?;
    let count = budget.admit(name, &shape)?;
    if file.tensors.contains_key(name) || file.unreadable.contains_key(name) {
        return Err(WeightsError::Unsupported {
            cause: format!("This ONNX file holds {name} twice"),
            remedy: "export the network alone".to_owned(),
        });
    }
    match tensor::values(initializer, count, beside)? {
        Err(word) => {
            file.unreadable.insert(name.clone(), word);
        }
        Ok(values) if values.len() == count => {
            let mut tensor = WeightTensor { shape, values };
            if target.transposed {
                tensor = transposed(tensor);
            }
            file.order.push(name.clone());
            for value in &mut tensor.values {
                *value += target.added;
            }
            file.tensors.insert(name.clone(), tensor);
        }
        Ok(values) => {
            return Err(damaged(&format!("{name} claims to be {shape:?} numbers and holds {}", values.len())));
        }
    }
    Ok(())
}

/// A bias of zeros, one for each row of the weight.
fn add_zeros(file: &mut TensorFile, budget: &mut Budget, layer: &str) -> Result<(), WeightsError> {
    let weight = file.tensors.get(&names::tensor(layer, Part::Weight));
    let Some(weight) = weight.filter(|weight| !weight.values.is_empty()) else {
        return Ok(());
    };
    let name = names::tensor(layer, Part::Bias);
    let shape: Vec<usize> = weight.shape.iter().copied().take(1).collect();
    let values = vec![0.0; budget.admit(&name, &shape)?];
    let zeros = WeightTensor { shape, values };
    file.tensors.entry(name).or_insert(zeros);
    Ok(())
}

/// A matrix with rows and columns exchanged; anything else as it is.
fn transposed(tensor: WeightTensor) -> WeightTensor {
    let [rows, columns] = tensor.shape[..] else {
        return tensor;
    };
    let old = &tensor.values;
    let values = (0..columns).flat_map(|column| (0..rows).map(move |row| old[row * columns + column])).collect();
    WeightTensor { shape: vec![columns, rows], values }
}

/// An initialiser: what it is called, and where its bytes are.
struct Initializer<'a> {
    head: TensorHead,
    bytes: &'a [u8],
}

impl Initializer<'_> {
    fn shape(&self) -> Result<Vec<usize>, WeightsError> {
        let dims = self.head.dims.iter();
        dims.map(|&side| usize::try_from(side))
            .collect::<Result<_, _>>()
            .map_err(|_| damaged(&format!("{} has a negative size", self.head.name)))
    }
}

/// A model without the numbers.
#[derive(Default)]
struct Model<'a> {
    nodes: Vec<Node>,
    initializers: Vec<Initializer<'a>>,
    metadata: HashMap<String, String>,
}

impl<'a> Model<'a> {
    fn read(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        let mut model = Self::default();
        for field in wire::fields(bytes) {
            let field = field.map_err(damaged)?;
            match (field.number, field.value) {
                (MODEL_GRAPH, Value::Bytes(graph)) => model.read_graph(graph)?,
                (MODEL_METADATA, Value::Bytes(entry)) => {
                    let entry: Entry = decode(entry, ENTRY)?;
                    model.metadata.insert(entry.key, entry.value);
                    bounded(model.metadata.len())?;
                }
                _ => {}
            }
        }
        Ok(model)
    }

    fn read_graph(&mut self, graph: &'a [u8]) -> Result<(), WeightsError> {
        for field in wire::fields(graph) {
            let field = field.map_err(damaged)?;
            match (field.number, field.value) {
                (GRAPH_NODE, Value::Bytes(bytes)) => {
                    let node: Node = decode(bytes, NODE)?;
                    if node.op_type == "Constant" {
                        self.read_constant(&node, bytes)?;
                    }
                    self.nodes.push(node);
                    bounded(self.nodes.len())?;
                }
                (GRAPH_INITIALIZER, Value::Bytes(bytes)) => {
                    let head = decode(bytes, TENSOR)?;
                    self.initializers.push(Initializer { head, bytes });
                    bounded(self.initializers.len())?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl<'a> Model<'a> {
    /// The tensor in a Constant is an initialiser by another name: that of the edge it feeds.
    fn read_constant(&mut self, node: &Node, bytes: &'a [u8]) -> Result<(), WeightsError> {
        let Some(output) = node.output.first() else {
            return Ok(());
        };
        for attribute in within(bytes, NODE_ATTRIBUTE) {
            for tensor in within(attribute?, ATTRIBUTE_TENSOR) {
                let bytes = tensor?;
                let mut head: TensorHead = decode(bytes, TENSOR)?;
                head.name.clone_from(output);
                self.initializers.push(Initializer { head, bytes });
                bounded(self.initializers.len())?;
            }
        }
        Ok(())
    }
}

/// The messages in one field of a message.
fn within(message: &[u8], number: u32) -> impl Iterator<Item = Result<&[u8], WeightsError>> {
    wire::fields(message).filter_map(move |field| match field.map_err(damaged) {
        Ok(field) if field.number == number => match field.value {
            Value::Bytes(bytes) => Some(Ok(bytes)),
            Value::Integer(_) | Value::Fixed => None,
        },
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    })
}

fn bounded(count: usize) -> Result<(), WeightsError> {
    if count > MAX_ENTRIES {
        return Err(damaged(&format!("more than {MAX_ENTRIES} nodes or tensors make no sense")));
    }
    Ok(())
}
