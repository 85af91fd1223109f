//! What a graph does to its input before the first convolution: colours exchanged, a mean subtracted, a deviation divided by,
//! torchvision's `transform_input`.

use prost::Message as _;

use super::super::evidence::{GraphEvidence, Normalisation};
use super::super::messages::TensorData;
use super::graph::attribute;
use super::{Model, Node, tensor};
use crate::spec::{IMAGENET_MEAN, IMAGENET_STD};
use crate::weights::FilesBeside;

/// Most nodes looked at before the first convolution.
const MAX_NODES: usize = 64;
/// Channels of an input, and most numbers of a constant that is one number or one a channel.
const CHANNELS: usize = 3;
/// `TensorProto.DataType` of the integers that choose channels.
const INT64: i32 = 7;
/// Numbers that are as close as that are the same, computed in single precision.
const SAME: f64 = 1e-5;

/// The evidence of all nodes, with what happens to the input and to variances.
pub(super) fn seen(model: &Model<'_>, mut graph: GraphEvidence, batch_norm_epsilon: Option<f32>) -> GraphEvidence {
    graph.batch_norm_epsilon = batch_norm_epsilon;
    let mut reader = Reader { model, nodes_left: MAX_NODES, is_whole: true };
    let first = model.nodes.iter().find(|node| node.op_type == "Conv");
    let Some(edge) = first.and_then(|conv| conv.input.first()) else {
        return graph;
    };
    let received = <[Channel; CHANNELS]>::try_from(reader.channels(edge));
    let is_usual =
        |channels: &[Channel; CHANNELS]| matches!(channels.map(|channel| channel.from), [0, 1, 2] | [2, 1, 0]);
    let received = received.ok().filter(is_usual);
    graph.begins_at_input = reader.is_whole && received.is_some();
    graph.changes_input_unread = !graph.begins_at_input;
    if let Some(received) = received {
        graph.transform_input = is_transformed(&received);
        graph.normalisation = if graph.transform_input { None } else { normalisation(&received) };
    }
    graph
}

/// What the first convolution receives as a channel: `gain * input[from] + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Channel {
    from: usize,
    gain: f64,
    offset: f64,
}

/// torchvision's own: of ImageNet's mean and deviation to 0.5 and 0.5.
fn is_transformed(received: &[Channel; CHANNELS]) -> bool {
    received.iter().enumerate().all(|(index, channel)| {
        let [mean, std] = [IMAGENET_MEAN, IMAGENET_STD].map(|values| f64::from(values[index]));
        let is = |value: f64, expected: f64| (value - expected).abs() < SAME;
        channel.from == index && is(channel.gain, std / 0.5) && is(channel.offset, (mean - 0.5) / 0.5)
    })
}

/// The same as a mean and a deviation; `None` where nothing is done, or nothing that could be these.
fn normalisation(received: &[Channel; CHANNELS]) -> Option<Normalisation> {
    let changes = received.iter().any(|channel| (channel.gain, channel.offset) != (1.0, 0.0));
    let mean = received.map(|channel| (0.0 - channel.offset / channel.gain) as f32);
    let std = received.map(|channel| (1.0 / channel.gain) as f32);
    let makes_sense = |value: &f32| value.is_finite() && *value > 0.0;
    let is_one = std.iter().all(makes_sense) && mean.iter().all(|value| value.is_finite());
    (changes && is_one).then_some(Normalisation { mean, std })
}

/// Works out what an edge carries, back to the input.
struct Reader<'a> {
    model: &'a Model<'a>,
    nodes_left: usize,
    /// Whether all nodes on the way were understood.
    is_whole: bool,
}

impl Reader<'_> {
    /// The channels on an edge; what is not understood counts as the input itself.
    fn channels(&mut self, edge: &str) -> Vec<Channel> {
        let makes = |node: &&Node| node.output.iter().any(|output| output == edge);
        let made = match self.model.nodes.iter().find(makes) {
            None => Some(input()),
            Some(_) if self.nodes_left == 0 => None,
            Some(node) => {
                self.nodes_left -= 1;
                self.computed(node)
            }
        };
        made.unwrap_or_else(|| {
            self.is_whole = false;
            input()
        })
    }

    fn computed(&mut self, node: &Node) -> Option<Vec<Channel>> {
        let first = node.input.first()?;
        match node.op_type.as_str() {
            "Identity" | "Cast" | "Transpose" | "Unsqueeze" | "Squeeze" => Some(self.channels(first)),
            "Neg" => {
                Some(self.each(first, |channel| Channel { gain: -channel.gain, offset: -channel.offset, ..channel }))
            }
            "Add" | "Sub" | "Mul" | "Div" => self.with_constant(node),
            "Concat" if node.input.len() <= CHANNELS => {
                Some(node.input.iter().flat_map(|edge| self.channels(edge)).collect())
            }
            "Gather" if attribute(node, "axis").is_some_and(|axis| axis.i == 1) => {
                self.chosen(first, node.input.get(1)?)
            }
            // PyTorch's exporter brings the channels to the front before.
            "GatherND" => self.chosen(first, node.input.get(1)?),
            "Slice" => self.sliced(node),
            _ => None,
        }
    }

    fn each(&mut self, edge: &str, change: impl FnMut(Channel) -> Channel) -> Vec<Channel> {
        self.channels(edge).into_iter().map(change).collect()
    }

    /// A sum, difference, product or quotient of an edge and a constant.
    fn with_constant(&mut self, node: &Node) -> Option<Vec<Channel>> {
        let [first, second] = &node.input[..] else {
            return None;
        };
        let (edge, constant, is_second) = match (constant(self.model, first), constant(self.model, second)) {
            (None, Some(constant)) => (first, constant, true),
            (Some(constant), None) => (second, constant, false),
            _ => return None,
        };
        let channels = self.channels(edge);
        if channels.len() != CHANNELS && constant != [constant[0]; CHANNELS] {
            return None;
        }
        let changed = channels.into_iter().zip(constant).map(|(channel, value)| {
            let Channel { gain, offset, .. } = channel;
            let (gain, offset) = match (node.op_type.as_str(), is_second) {
                ("Add", _) => (gain, offset + value),
                ("Sub", true) => (gain, offset - value),
                ("Sub", false) => (-gain, value - offset),
                ("Mul", _) => (gain * value, offset * value),
                ("Div", true) => (gain / value, offset / value),
                _ => return None,
            };
            Some(Channel { gain, offset, ..channel })
        });
        changed.collect()
    }

    /// The channels with these numbers; those below 0 count from the end.
    fn chosen(&mut self, edge: &str, numbers: &str) -> Option<Vec<Channel>> {
        let numbers = integers(self.model, numbers)?;
        let channels = self.channels(edge);
        let place =
            |number: i64| usize::try_from(if number < 0 { number + channels.len() as i64 } else { number }).ok();
        numbers.into_iter().map(|number| channels.get(place(number)?).copied()).collect()
    }

    /// Channels next to one another, in their order or back.
    fn sliced(&mut self, node: &Node) -> Option<Vec<Channel>> {
        let [edge, bounds @ ..] = &node.input[..] else {
            return None;
        };
        let bounds: Vec<Vec<i64>> = bounds.iter().map(|bound| integers(self.model, bound)).collect::<Option<_>>()?;
        let (start, end, step) = match bounds.iter().map(Vec::as_slice).collect::<Vec<_>>()[..] {
            [&[start], &[end], &[1]] => (start, end, 1),
            [&[start], &[end], &[1], &[step]] => (start, end, step),
            _ => return None,
        };
        let channels = self.channels(edge);
        let count = channels.len() as i64;
        let place = |bound: i64| if bound < 0 { bound.saturating_add(count) } else { bound };
        let numbers: Vec<i64> = match step {
            1 => (place(start).max(0)..place(end).min(count)).collect(),
            -1 => (place(end).max(-1) + 1..=place(start).min(count - 1)).rev().collect(),
            _ => return None,
        };
        numbers.into_iter().map(|number| channels.get(usize::try_from(number).ok()?).copied()).collect()
    }
}

fn input() -> Vec<Channel> {
    (0..CHANNELS).map(|from| Channel { from, gain: 1.0, offset: 0.0 }).collect()
}

/// A constant of one number, or of one for each channel.
fn constant(model: &Model<'_>, edge: &str) -> Option<[f64; CHANNELS]> {
    let initializer = model.initializers.iter().find(|initializer| initializer.head.name == edge)?;
    let count = initializer.shape().ok()?.into_iter().try_fold(1_usize, usize::checked_mul)?;
    if count != 1 && count != CHANNELS {
        return None;
    }
    let values = tensor::values(initializer, count, &FilesBeside::default()).ok()?.ok()?;
    match values[..] {
        [value] => Some([f64::from(value); CHANNELS]),
        [first, second, third] => Some([first, second, third].map(f64::from)),
        _ => None,
    }
}

/// One integer, or up to three.
fn integers(model: &Model<'_>, edge: &str) -> Option<Vec<i64>> {
    let initializer = model.initializers.iter().find(|initializer| initializer.head.name == edge)?;
    let count = initializer.shape().ok()?.into_iter().try_fold(1_usize, usize::checked_mul)?;
    if initializer.head.data_type != INT64 || count > CHANNELS {
        return None;
    }
    let data = TensorData::decode(initializer.bytes).ok()?;
    let (words, rest) = data.raw_data.as_chunks();
    let values: Vec<i64> = match words {
        [] => data.int64_data,
        words => words.iter().map(|word| i64::from_le_bytes(*word)).collect(),
    };
    (values.len() == count && rest.is_empty()).then_some(values)
}
