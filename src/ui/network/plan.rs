//! Where everything stands on the map, in world points (1 is a point at 100 %): worked out once, from the spec alone.

use std::sync::Arc;

use egui::{Rect, pos2, vec2};

use super::measures::{
    BOX_GAP, CARD, CARD_GAP, CARD_TOP, CONV_WIDTH, GLYPH_GAP, HEAD_WIDTH, INPUT_WIDTH,
    MODULE_WIDTH, NORM_WIDTH, POOL_WIDTH, SOFTMAX_WIDTH, TILE_CENTER,
};
use super::names::{head_name, node_name};
use crate::spec::{Head, Layer, MODULES, Modules, Network, Op, Part, Place};

/// How a layer of the main line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// The line that brings the photo.
    Input,
    /// A convolution of the stem.
    Convolution,
    /// A pool between two stages.
    Pool,
    /// Local response normalisation.
    Norm,
    /// An Inception module: index into [`MODULES`].
    Module(usize),
    /// Global average pooling.
    Average,
    /// The last linear layer with its softmax.
    Linear,
}

/// Something on the main line.
#[derive(Clone, Debug)]
pub struct Node {
    /// Name of the layer it stands for (of a module: the concat).
    pub layer: String,
    /// Its index in the network.
    pub index: usize,
    /// How it is drawn.
    pub glyph: Glyph,
    /// Left and right end, world points.
    pub span: [f32; 2],
    /// Side of its output, cells.
    pub side: usize,
    /// The numbers of its layers with weights, counted from the photo: first and last; `None` for none.
    pub depth: Option<[usize; 2]>,
    /// Where its mean activation is shown, world points.
    pub tile: Option<Rect>,
    /// What a person calls it: "Inception 4c".
    pub name: String,
    /// Its channels, with reduced and with naive modules.
    pub flows: [Flow; 2],
}

/// Channels that pass through a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Read.
    pub reads: usize,
    /// Of each branch's result; zeros where the node is no module.
    pub lanes: [usize; 4],
    /// Passed on.
    pub gives: usize,
}

impl Flow {
    fn of(network: &Network, name: &str) -> Self {
        let Some(layer) = network.layer(name) else {
            return Self::default();
        };
        let gives = layer.output.channels();
        if layer.op != Op::Concat {
            let reads = layer.input.channels();
            return Self {
                reads,
                lanes: [0; 4],
                gives,
            };
        }
        let mut lanes = [0; 4];
        for (lane, &input) in lanes.iter_mut().zip(&layer.inputs) {
            *lane = network.layers[input].output.channels();
        }
        let first = network.layer(&format!("{name}{}", Part::Branch1.suffix()));
        Self {
            reads: first.map_or(0, |first| first.input.channels()),
            lanes,
            gives,
        }
    }
}

impl Node {
    /// The middle, world points.
    pub fn center(&self) -> f32 {
        (self.span[0] + self.span[1]) / 2.0
    }
}

/// A classifier's card below the line.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Which one.
    pub head: Head,
    /// Name of its logits.
    pub layer: String,
    /// Where its edge comes down, world points.
    pub edge: f32,
    /// Its card, world points at 100 %.
    pub card: Rect,
    /// The module after which it leaves.
    pub after: &'static str,
    /// The node after which it leaves.
    pub node: usize,
    /// What a person calls it.
    pub name: String,
}

/// All nodes whose output has the same side.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Side of the output, cells.
    pub side: usize,
    /// Left and right end, world points.
    pub span: [f32; 2],
}

/// The map of a network.
#[derive(Debug)]
pub struct Plan {
    /// The network, as it was trained.
    pub network: Arc<Network>,
    /// The same with naive modules, stacked: hypothetical, nobody trained it.
    pub naive: Network,
    /// The main line, left to right.
    pub nodes: Vec<Node>,
    /// The classifiers there are.
    pub leaves: Vec<Leaf>,
    /// Left to right.
    pub columns: Vec<Column>,
    /// Everything, world points.
    pub bounds: Rect,
}

impl Plan {
    /// Lays a network out.
    pub fn new(network: &Arc<Network>) -> Self {
        let has = |head: Head| network.layer(head.logits_name()).is_some();
        let aux = [has(Head::Aux1), has(Head::Aux2)];
        let naive = Network::build(
            network.topology,
            network.classes,
            Modules::NaiveStacked,
            aux,
        );
        let nodes = line(network, &naive);
        let right = nodes.last().map_or(0.0, |node| node.span[1]) + GLYPH_GAP + SOFTMAX_WIDTH;
        let leaves = leaves(network, &nodes, right);
        Self {
            naive,
            columns: columns(&nodes),
            bounds: Rect::from_min_max(pos2(0.0, 0.0), pos2(right, CARD_TOP + CARD.y)),
            network: network.clone(),
            nodes,
            leaves,
        }
    }

    /// Place of the node that stands for a layer: a module stands for all its stages, a classifier's card for none.
    pub fn node_of(&self, layer: &Layer) -> Option<usize> {
        match layer.place {
            Place::Module { module, .. } => self
                .nodes
                .iter()
                .position(|node| node.glyph == Glyph::Module(module)),
            Place::Stem | Place::Pool | Place::Head(Head::Main) => {
                self.nodes.iter().position(|node| node.layer == layer.name)
            }
            Place::Head(Head::Aux1 | Head::Aux2) => None,
        }
    }

    /// The card of the classifier a layer belongs to.
    pub fn leaf_of(&self, layer: &Layer) -> Option<&Leaf> {
        match layer.place {
            Place::Head(head) => self.leaves.iter().find(|leaf| leaf.head == head),
            Place::Stem | Place::Pool | Place::Module { .. } => None,
        }
    }
}

fn line(network: &Network, naive: &Network) -> Vec<Node> {
    let depths = depths(network);
    let mut nodes: Vec<Node> = Vec::new();
    let mut x = 0.0;
    for (index, layer) in network.layers.iter().enumerate() {
        let Some(glyph) = glyph_of(layer) else {
            continue;
        };
        let width = match glyph {
            Glyph::Input => INPUT_WIDTH,
            Glyph::Convolution => CONV_WIDTH,
            Glyph::Pool => POOL_WIDTH,
            Glyph::Norm => NORM_WIDTH,
            Glyph::Module(_) => MODULE_WIDTH,
            Glyph::Average | Glyph::Linear => HEAD_WIDTH,
        };
        x += match (nodes.last().map(|node| node.glyph), glyph) {
            (None | Some(Glyph::Input), _) => 0.0,
            (Some(Glyph::Module(_)), Glyph::Module(_)) => BOX_GAP,
            _ => GLYPH_GAP,
        };
        let depth = match glyph {
            Glyph::Module(_) => Some([depths[index] - 1, depths[index]]),
            _ => layer.op.has_weights().then(|| [depths[index]; 2]),
        };
        nodes.push(Node {
            layer: layer.name.clone(),
            index,
            glyph,
            span: [x, x + width],
            side: layer.output.side(),
            depth,
            tile: tile(glyph, x, width),
            name: node_name(layer, index),
            flows: [network, naive].map(|network| Flow::of(network, &layer.name)),
        });
        x += width;
    }
    nodes
}

/// How a layer stands on the main line; `None` for stages of a module and the auxiliary heads.
fn glyph_of(layer: &Layer) -> Option<Glyph> {
    match layer.place {
        Place::Stem => match layer.op {
            Op::Input => Some(Glyph::Input),
            Op::LocalResponseNorm(_) => Some(Glyph::Norm),
            _ => Some(Glyph::Convolution),
        },
        Place::Pool => Some(Glyph::Pool),
        Place::Module {
            module,
            part: Part::Concat,
        } => Some(Glyph::Module(module)),
        Place::Head(Head::Main) if layer.op == Op::GlobalAveragePool => Some(Glyph::Average),
        Place::Head(Head::Main) => Some(Glyph::Linear),
        Place::Module { .. } | Place::Head(Head::Aux1 | Head::Aux2) => None,
    }
}

fn tile(glyph: Glyph, left: f32, width: f32) -> Option<Rect> {
    let side = match glyph {
        Glyph::Convolution => width,
        Glyph::Module(_) => width - 6.0,
        Glyph::Input | Glyph::Pool | Glyph::Norm | Glyph::Average | Glyph::Linear => return None,
    };
    let center = pos2(left + width / 2.0, TILE_CENTER);
    Some(Rect::from_center_size(center, vec2(side, side)))
}

/// Of each layer: how many layers with weights lie on the longest way from the photo to its output.
fn depths(network: &Network) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::with_capacity(network.layers.len());
    for layer in &network.layers {
        let before = layer.inputs.iter().map(|&input| depths[input]).max();
        depths.push(before.unwrap_or(0) + usize::from(layer.op.has_weights()));
    }
    depths
}

fn columns(nodes: &[Node]) -> Vec<Column> {
    const MARGIN: f32 = 6.0;
    let mut columns: Vec<Column> = Vec::new();
    for node in nodes.iter().filter(|node| node.glyph != Glyph::Input) {
        match columns.last_mut() {
            Some(column) if column.side == node.side => column.span[1] = node.span[1] + MARGIN,
            _ => columns.push(Column {
                side: node.side,
                span: [node.span[0] - MARGIN, node.span[1] + MARGIN],
            }),
        }
    }
    columns
}

/// The cards, from the right end to the left so that none overlaps the next.
fn leaves(network: &Network, nodes: &[Node], right: f32) -> Vec<Leaf> {
    let mut limit = right;
    let mut leaves = Vec::new();
    for head in Head::ALL.into_iter().rev() {
        let layer = head.logits_name();
        let Some(node) = network
            .layer(layer)
            .and_then(|_| reads(network, nodes, head))
        else {
            continue;
        };
        let edge = match head {
            Head::Aux1 | Head::Aux2 => nodes[node].span[1] + BOX_GAP / 2.0,
            Head::Main => right - SOFTMAX_WIDTH / 2.0,
        };
        let left = (edge - CARD.x / 2.0).min(limit - CARD.x);
        limit = left - CARD_GAP;
        let before = nodes[..=node].iter().rev();
        let after = before
            .filter_map(|node| match node.glyph {
                Glyph::Module(module) => Some(MODULES[module].name),
                _ => None,
            })
            .next();
        leaves.push(Leaf {
            head,
            layer: layer.to_owned(),
            edge,
            card: Rect::from_min_size(pos2(left, CARD_TOP), CARD),
            after: after.unwrap_or_default(),
            node,
            name: head_name(head),
        });
    }
    leaves.reverse();
    leaves
}

/// The node a head reads.
fn reads(network: &Network, nodes: &[Node], head: Head) -> Option<usize> {
    match head {
        Head::Main => nodes.len().checked_sub(1),
        Head::Aux1 | Head::Aux2 => {
            let first = network
                .layers
                .iter()
                .find(|layer| layer.place == Place::Head(head))?;
            nodes
                .iter()
                .position(|node| first.inputs.contains(&node.index))
        }
    }
}
