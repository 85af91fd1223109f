//! What a graph does to its input before the first convolution: a mean subtracted, a deviation divided by, torchvision's
//! `transform_input`.

use super::super::evidence::{GraphEvidence, Normalisation};
use super::{Model, Node, tensor};
use crate::weights::FilesBeside;

/// Most nodes looked at before the first convolution.
const MAX_NODES: usize = 64;
/// Most numbers of a constant that is one number or one a channel.
const CHANNELS: usize = 3;

/// The evidence of all nodes, with what happens to the input and to variances.
pub(super) fn seen(model: &Model<'_>, mut graph: GraphEvidence, batch_norm_epsilon: Option<f32>) -> GraphEvidence {
    let walk = Walk::back(model);
    graph.transform_input = walk.transforms;
    graph.begins_at_input = walk.is_complete;
    graph.normalisation = walk.normalisation();
    graph.batch_norm_epsilon = batch_norm_epsilon;
    graph
}

/// From the first convolution back to the input: what conv1 receives is `gain * input + offset`, channel by channel.
struct Walk {
    gain: [f32; 3],
    offset: [f32; 3],
    transforms: bool,
    is_complete: bool,
}

impl Walk {
    fn back(model: &Model<'_>) -> Self {
        let mut walk = Self { gain: [1.0; 3], offset: [0.0; 3], transforms: false, is_complete: false };
        let first = model.nodes.iter().find(|node| node.op_type == "Conv");
        let mut edge = first.and_then(|conv| conv.input.first());
        for _ in 0..MAX_NODES {
            let Some(name) = edge else {
                return walk;
            };
            let Some(node) = maker(model, name) else {
                walk.is_complete = true;
                return walk;
            };
            edge = match node.op_type.as_str() {
                "Concat" if node.input.len() == CHANNELS && !walk.transforms => {
                    walk.transforms = true;
                    before_channels(model, node)
                }
                "Identity" | "Cast" | "Transpose" => node.input.first(),
                _ => walk.undo(model, node),
            };
        }
        walk
    }

    /// Takes a sum or a product with a constant into account; the edge it is computed from, if it is one.
    fn undo<'a>(&mut self, model: &Model<'_>, node: &'a Node) -> Option<&'a String> {
        let [first, second] = &node.input[..] else {
            return None;
        };
        let commutes = matches!(node.op_type.as_str(), "Add" | "Mul");
        let (edge, constant) = match (constant(model, first), constant(model, second)) {
            (None, Some(constant)) => (first, constant),
            (Some(constant), None) if commutes => (second, constant),
            _ => return None,
        };
        for (channel, value) in constant.into_iter().enumerate() {
            let (gain, offset) = (&mut self.gain[channel], &mut self.offset[channel]);
            match node.op_type.as_str() {
                "Add" => *offset += *gain * value,
                "Sub" => *offset -= *gain * value,
                "Mul" => *gain *= value,
                "Div" => *gain /= value,
                _ => return None,
            }
        }
        Some(edge)
    }

    /// The same as a mean and a deviation; `None` where nothing is done, or nothing that could be these.
    fn normalisation(&self) -> Option<Normalisation> {
        let changes = self.gain != [1.0; 3] || self.offset != [0.0; 3];
        let mean = std::array::from_fn(|c| -self.offset[c] / self.gain[c]);
        let std = self.gain.map(|gain| 1.0 / gain);
        let makes_sense = |value: &f32| value.is_finite() && *value > 0.0;
        let is_one = std.iter().all(makes_sense) && mean.iter().all(|value: &f32| value.is_finite());
        (changes && is_one).then_some(Normalisation { mean, std })
    }
}

/// The edge whose channels a concatenation puts together again.
fn before_channels<'a>(model: &'a Model<'_>, concat: &'a Node) -> Option<&'a String> {
    let mut edge = concat.input.first()?;
    for _ in 0..MAX_NODES {
        let node = maker(model, edge)?;
        let varying = node.input.iter().find(|edge| constant(model, edge).is_none())?;
        if matches!(node.op_type.as_str(), "Gather" | "Slice" | "Split") {
            return Some(varying);
        }
        edge = varying;
    }
    None
}

fn maker<'a>(model: &'a Model<'_>, edge: &str) -> Option<&'a Node> {
    let makes = |node: &&Node| node.output.iter().any(|output| output == edge);
    model.nodes.iter().find(makes)
}

/// A constant of one number, or of one for each channel.
fn constant(model: &Model<'_>, edge: &str) -> Option<[f32; 3]> {
    let mut initializers = model.initializers.iter();
    let initializer = initializers.find(|initializer| initializer.head.name == edge)?;
    let count = initializer.shape().ok()?.into_iter().try_fold(1_usize, usize::checked_mul)?;
    if count != 1 && count != CHANNELS {
        return None;
    }
    match tensor::values(initializer, count, &FilesBeside::default()).ok()?.ok()?[..] {
        [value] => Some([value; 3]),
        [first, second, third] => Some([first, second, third]),
        _ => None,
    }
}
