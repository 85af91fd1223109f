//! Lays a network out: from its layers to places on the map.

use egui::{Rect, pos2, vec2};

use super::measures::{
    BOX_GAP, CARD, CARD_GAP, CARD_TOP, CONV_WIDTH, GLYPH_GAP, HEAD_WIDTH, INPUT_WIDTH, MODULE_WIDTH, NORM_WIDTH,
    POOL_WIDTH, SOFTMAX_WIDTH, TILE_CENTER,
};
use super::names::{head_name, node_name};
use super::plan::{Column, Flow, Glyph, Leaf, Node};
use crate::spec::{Head, Layer, MODULES, Network, Op, Part, Place};

/// The main line, left to right.
pub fn line(network: &Network, naive: &Network) -> Vec<Node> {
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
            (Some(_), _) => GLYPH_GAP,
        };
        let depth = if matches!(glyph, Glyph::Module(_)) {
            Some([depths[index] - 1, depths[index]])
        } else {
            layer.op.has_weights().then(|| [depths[index]; 2])
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
            Op::Conv(_)
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::Concat
            | Op::GlobalAveragePool
            | Op::Linear { .. } => Some(Glyph::Convolution),
        },
        Place::Pool => Some(Glyph::Pool),
        Place::Module { module, part: Part::Concat } => Some(Glyph::Module(module)),
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

/// Neighbours of equal resolution together.
pub fn columns(nodes: &[Node]) -> Vec<Column> {
    const MARGIN: f32 = 6.0;
    let mut columns: Vec<Column> = Vec::new();
    for node in nodes.iter().filter(|node| node.glyph != Glyph::Input) {
        match columns.last_mut() {
            Some(column) if column.side == node.side => column.span[1] = node.span[1] + MARGIN,
            _ => columns.push(Column { side: node.side, span: [node.span[0] - MARGIN, node.span[1] + MARGIN] }),
        }
    }
    columns
}

/// The cards of the classifiers there are, from the right end to the left so that none overlaps the next.
pub fn leaves(network: &Network, nodes: &[Node], right: f32) -> Vec<Leaf> {
    let mut limit = right;
    let mut leaves = Vec::new();
    for head in Head::ALL.into_iter().rev() {
        let layer = head.logits_name();
        let Some(node) = network.layer(layer).and_then(|_| in_channels(network, nodes, head)) else {
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
                Glyph::Input | Glyph::Convolution | Glyph::Pool | Glyph::Norm | Glyph::Average | Glyph::Linear => None,
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
fn in_channels(network: &Network, nodes: &[Node], head: Head) -> Option<usize> {
    match head {
        Head::Main => nodes.len().checked_sub(1),
        Head::Aux1 | Head::Aux2 => {
            let first = network.layers.iter().find(|layer| layer.place == Place::Head(head))?;
            nodes.iter().position(|node| first.inputs.contains(&node.index))
        }
    }
}
