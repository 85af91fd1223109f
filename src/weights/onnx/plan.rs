//! Which initialiser is which of our tensors: by its own name, by the name of the node that uses it, or by order and shape.

use std::collections::{HashMap, HashSet};

use super::super::Note;
use super::super::evidence::Naming;
use super::super::names::{self, Part};
use super::graph::attribute;
use super::{Model, Node};
use crate::spec::{Modules, Network, Op, Topology};

/// What ONNX adds to a variance unless a node says otherwise.
const ONNX_EPSILON: f32 = 1e-5;

/// One of our tensors to be made of an initialiser.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Target {
    /// Our name; the file's where nobody knows ours.
    pub name: String,
    /// Whether rows and columns of the matrix are to be exchanged.
    pub transposed: bool,
    /// What is added to every number: where batch normalisations add different numbers to their variances, how much more
    /// than the one that adds least.
    pub added: f32,
}

/// What is to be made of the initialisers.
#[derive(Debug, Default)]
pub(super) struct Plan {
    targets: HashMap<String, Vec<Target>>,
    /// Our layers whose bias the file leaves out since it is zero.
    pub unbiased: Vec<String>,
    /// Whose names the initialisers have.
    pub naming: Naming,
    /// Whether convolutions have biases under torchvision's names.
    pub own_biases: bool,
    /// The least that batch normalisation adds to a variance.
    pub epsilon: Option<f32>,
    /// What had to be guessed.
    pub notes: Vec<Note>,
}

/// A convolution or a matrix product and the initialisers it reads.
struct Use<'a> {
    node: &'a Node,
    linear: bool,
    weight: Source<'a>,
    bias: Option<Source<'a>>,
    layer: Option<String>,
}

/// Where an edge of the graph comes from.
#[derive(Clone, Copy)]
struct Source<'a> {
    initializer: &'a str,
    transposed: bool,
}

/// The initialisers under every name the graph gives them.
type Sources<'a> = HashMap<&'a str, Source<'a>>;

impl Plan {
    /// Reads names and nodes of a model.
    pub(super) fn of(model: &Model<'_>) -> Self {
        let mut plan = Self::default();
        let sources = sources(model);
        let mut uses = uses(model, &sources);
        for used in &mut uses {
            used.layer = plan.layer_by_name(used);
        }
        if uses.iter().any(|used| used.layer.is_none()) && name_by_order(model, &mut uses) {
            plan.notes.push(Note::ToldByOrder);
        }
        for used in &uses {
            plan.add_use(used);
        }
        plan.find_unbiased(model, &uses);
        plan.add_batch_norms(model, &sources, &uses);
        plan.add_remaining(model);
        plan
    }

    /// What is to be made of one initialiser; nothing of constants.
    pub(super) fn targets(&self, initializer: &str) -> &[Target] {
        self.targets.get(initializer).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, source: Source<'_>, name: String) {
        self.add_with(source, name, 0.0);
    }

    fn add_with(&mut self, source: Source<'_>, name: String, added: f32) {
        let target = Target { name, transposed: source.transposed, added };
        let targets = self.targets.entry(source.initializer.to_owned());
        let targets = targets.or_default();
        if !targets.contains(&target) {
            targets.push(target);
        }
    }

    /// The layer an initialiser's name, its name elsewhere in the graph, or the node's name tells.
    fn layer_by_name(&mut self, used: &Use<'_>) -> Option<String> {
        let edge = used.node.input.get(1).map_or("", String::as_str);
        for name in [edge, used.weight.initializer] {
            if let Some((layer, _)) = names::onnx_zoo(name) {
                self.naming = Naming::OnnxZoo;
                return Some(layer);
            }
            if let Some(layer) = names::torch(name).and_then(names::layer_of) {
                return Some(layer.to_owned());
            }
        }
        names::torch_node(&used.node.name)
    }

    fn add_use(&mut self, used: &Use<'_>) {
        // Of a layer nobody knows, weight and bias keep together: `find` looks for renamed classifiers.
        let own = used.weight.initializer;
        let own = own.strip_suffix(".weight").unwrap_or(own);
        let name = |part, word: &str| match &used.layer {
            Some(layer) => names::tensor(layer, part),
            None => format!("{own}.{word}"),
        };
        self.add(used.weight, name(Part::Weight, "weight"));
        if let Some(bias) = used.bias {
            let named_by_itself = names::torch(bias.initializer).is_some_and(|name| name.ends_with(".conv.bias"));
            self.own_biases |= named_by_itself && !used.linear;
            self.add(bias, name(Part::Bias, "bias"));
        }
    }

    /// What neither adds a bias nor is normalised has a bias of zero; exporters leave it out.
    fn find_unbiased(&mut self, model: &Model<'_>, uses: &[Use<'_>]) {
        let normalised: HashSet<&String> =
            of_kind(model, "BatchNormalization").filter_map(|node| node.input.first()).collect();
        for used in uses.iter().filter(|used| used.node.op_type != "MatMul") {
            if let (Some(layer), Some(output), None) = (&used.layer, used.node.output.first(), used.node.input.get(2))
                && !normalised.contains(output)
            {
                self.unbiased.push(layer.clone());
            }
        }
    }

    /// Batch normalisation belongs to the convolution whose output it reads.
    fn add_batch_norms(&mut self, model: &Model<'_>, sources: &Sources<'_>, uses: &[Use<'_>]) {
        let epsilon_of = |node: &Node| {
            let own = attribute(node, "epsilon").map(|attribute| attribute.f);
            own.filter(|epsilon| (0.0..1.0).contains(epsilon)).unwrap_or(ONNX_EPSILON)
        };
        let nodes = of_kind(model, "BatchNormalization");
        let least = nodes.map(epsilon_of).reduce(f32::min);
        self.epsilon = least;
        for node in of_kind(model, "BatchNormalization") {
            let more = epsilon_of(node) - least.unwrap_or(ONNX_EPSILON);
            let layer = uses
                .iter()
                .find(|used| used.node.output.first() == node.input.first())
                .and_then(|used| used.layer.as_deref());
            let names = layer.map(names::batch_norm);
            for index in 0..4 {
                let Some(&source) = node.input.get(index + 1).and_then(|edge| sources.get(&**edge)) else {
                    continue;
                };
                let own = || {
                    let known = names::torch(source.initializer);
                    known.unwrap_or(source.initializer).to_owned()
                };
                let name = names.as_ref().map_or_else(own, |names| names[index].clone());
                // The last is the running variance.
                self.add_with(source, name, if index == 3 { more } else { 0.0 });
            }
        }
    }

    /// Initialisers no node uses as weights: those with a known name, and all of a file without nodes.
    fn add_remaining(&mut self, model: &Model<'_>) {
        for initializer in &model.initializers {
            let own = initializer.head.name.as_str();
            if self.targets.contains_key(own) {
                continue;
            }
            let name = match (names::onnx_zoo(own), names::torch(own)) {
                (Some((layer, part)), _) => {
                    self.naming = Naming::OnnxZoo;
                    names::tensor(&layer, part)
                }
                (None, Some(known)) => known.to_owned(),
                (None, None) if model.nodes.is_empty() => own.to_owned(),
                (None, None) => continue,
            };
            let source = Source { initializer: own, transposed: false };
            self.add(source, name);
        }
    }
}

fn of_kind<'a>(model: &'a Model<'_>, kind: &'a str) -> impl Iterator<Item = &'a Node> {
    model.nodes.iter().filter(move |node| node.op_type == kind)
}

/// Initialisers, and the edges that pass them on as they are, widened, or transposed.
fn sources<'a>(model: &'a Model<'_>) -> Sources<'a> {
    let names = model.initializers.iter().map(|tensor| tensor.head.name.as_str());
    let mut sources: Sources<'a> = names
        .map(|initializer| {
            let transposed = false;
            (initializer, Source { initializer, transposed })
        })
        .collect();
    for node in &model.nodes {
        let (Some(input), Some(output)) = (node.input.first(), node.output.first()) else {
            continue;
        };
        let Some(&source) = sources.get(input.as_str()) else {
            continue;
        };
        let turns = match node.op_type.as_str() {
            "Identity" | "Cast" => false,
            "Transpose" => true,
            _ => continue,
        };
        let transposed = source.transposed != turns;
        sources.insert(output, Source { transposed, ..source });
    }
    sources
}

/// All convolutions and matrix products with an initialiser, in the order of the file.
fn uses<'a>(model: &'a Model<'_>, sources: &Sources<'a>) -> Vec<Use<'a>> {
    let input = |node: &'a Node, index: usize| {
        let edge = node.input.get(index)?;
        sources.get(edge.as_str()).copied()
    };
    let mut uses = Vec::new();
    for node in &model.nodes {
        let Some(weight) = input(node, 1) else {
            continue;
        };
        let (linear, turns, bias) = match node.op_type.as_str() {
            "Conv" => (false, false, input(node, 2)),
            "Gemm" => {
                let stored_as_ours = attribute(node, "transB").is_some_and(|flag| flag.i != 0);
                (true, !stored_as_ours, input(node, 2))
            }
            "MatMul" => (true, true, added(model, node).and_then(|edge| sources.get(edge).copied())),
            _ => continue,
        };
        let transposed = weight.transposed != turns;
        uses.push(Use { node, linear, weight: Source { transposed, ..weight }, bias, layer: None });
    }
    uses
}

/// What an Add adds to the output of a matrix product.
fn added<'a>(model: &'a Model<'_>, product: &Node) -> Option<&'a str> {
    let output = product.output.first()?;
    let add = of_kind(model, "Add").find(|add| add.input.contains(output))?;
    add.input.iter().find(|&edge| edge != output).map(String::as_str)
}

/// The shape of every initialiser.
fn dims<'a>(model: &'a Model<'_>) -> HashMap<&'a str, &'a [i64]> {
    let heads = model.initializers.iter().map(|tensor| &tensor.head);
    heads.map(|head| (head.name.as_str(), head.dims.as_slice())).collect()
}

/// Names all convolutions and matrix products by their order, if their number, shapes and known names are GoogLeNet's.
fn name_by_order(model: &Model<'_>, uses: &mut [Use<'_>]) -> bool {
    let dims = dims(model);
    for branch3_kernel in [5, 3] {
        for aux in [[false, false], [true, true], [true, false], [false, true]] {
            let layers = learned_layers(branch3_kernel, aux);
            let fits = |(used, (layer, shape)): (&Use<'_>, &(String, Vec<i64>))| {
                if used.layer.as_ref().is_some_and(|known| known != layer) {
                    return false;
                }
                let found = dims.get(used.weight.initializer).copied().unwrap_or(&[]);
                // A matrix names no classes: any number of them is right.
                found == shape.as_slice() || (used.linear && shape.is_empty())
            };
            if layers.len() == uses.len() && uses.iter().zip(&layers).all(fits) {
                for (used, (layer, _)) in uses.iter_mut().zip(layers) {
                    used.layer = Some(layer);
                }
                return true;
            }
        }
    }
    false
}

/// The layers with weights in the order of computation: the shape of their kernels; empty for matrices.
fn learned_layers(branch3_kernel: usize, aux: [bool; 2]) -> Vec<(String, Vec<i64>)> {
    let topology = Topology { branch3_kernel, ..Topology::PAPER };
    let network = Network::build(topology, 2, Modules::Reduced, aux);
    let layers = network.layers.into_iter().filter_map(|layer| {
        let shape = match layer.op {
            Op::Conv(window) => {
                let channels = [layer.output.channels(), layer.input.channels()];
                let sides = [window.kernel, window.kernel];
                channels.iter().chain(&sides).map(|&side| side as i64).collect()
            }
            Op::Linear { .. } => Vec::new(),
            Op::Input
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::LocalResponseNorm(_)
            | Op::Concat
            | Op::GlobalAveragePool => return None,
        };
        Some((layer.name, shape))
    });
    layers.collect()
}
