//! Where everything stands on the map, in world points (1 is a point at 100 %): worked out once, from the spec alone.

use std::sync::Arc;

use egui::{Rect, pos2};

use super::layout;
use super::measures::{CARD, CARD_TOP, CONTRIBUTION_BOTTOM, GLYPH_GAP, SOFTMAX_WIDTH};
use crate::spec::{Head, Layer, Modules, Network, Op, Part, Place};

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
    pub in_channels: usize,
    /// Of each branch's result; zeros where the node is no module.
    pub lanes: [usize; 4],
    /// Passed on.
    pub out_channels: usize,
}

impl Flow {
    /// Of the layer of that name; nothing where there is none.
    pub fn of(network: &Network, name: &str) -> Self {
        let Some(layer) = network.layer(name) else {
            return Self::default();
        };
        let out_channels = layer.output.channels();
        if layer.op != Op::Concat {
            let in_channels = layer.input.channels();
            return Self { in_channels, lanes: [0; 4], out_channels };
        }
        let mut lanes = [0; 4];
        for (lane, &input) in lanes.iter_mut().zip(&layer.inputs) {
            *lane = network.layers[input].output.channels();
        }
        let first = network.layer(&format!("{name}{}", Part::Conv1x1.suffix()));
        Self { in_channels: first.map_or(0, |first| first.input.channels()), lanes, out_channels }
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
        let naive = Network::build(network.topology, network.classes, Modules::NaiveStacked, aux);
        let nodes = layout::line(network, &naive);
        let right = nodes.last().map_or(0.0, |node| node.span[1]) + GLYPH_GAP + SOFTMAX_WIDTH;
        let leaves = layout::leaves(network, &nodes, right);
        Self {
            naive,
            columns: layout::columns(&nodes),
            bounds: Rect::from_min_max(pos2(0.0, 0.0), pos2(right, CARD_TOP + CARD.y)),
            network: network.clone(),
            nodes,
            leaves,
        }
    }

    /// All that is drawn, world points: the cards of the classifiers are not, while contributions are shown.
    pub fn seen_bounds(&self, shows_contribution: bool) -> Rect {
        if shows_contribution { self.bounds.with_max_y(CONTRIBUTION_BOTTOM) } else { self.bounds }
    }

    /// Place of the node that stands for a layer: a module stands for all its stages, a classifier's card for none.
    pub fn node_of(&self, layer: &Layer) -> Option<usize> {
        match layer.place {
            Place::Module { module, .. } => self.nodes.iter().position(|node| node.glyph == Glyph::Module(module)),
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
