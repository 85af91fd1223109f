//! What the nodes show of the network itself: local response normalisation and pools.

use super::super::evidence::GraphEvidence;
use super::{Attribute, Node};
use crate::spec::LocalResponseNorm;

/// The evidence of all nodes; `None` when there are none.
pub(super) fn evidence(nodes: &[Node]) -> Option<GraphEvidence> {
    if nodes.is_empty() {
        return None;
    }
    let mut graph = GraphEvidence::default();
    for node in nodes {
        match node.op_type.as_str() {
            "LRN" => graph.saw_lrn(LocalResponseNorm {
                size: attribute(node, "size").map_or(5, |size| usize::try_from(size.i).unwrap_or(0)),
                alpha: float(node, "alpha", 1e-4),
                beta: float(node, "beta", 0.75),
                k: float(node, "bias", 1.0),
            }),
            "MaxPool" => graph.saw_max_pool(side(node, "kernel_shape"), side(node, "strides")),
            _ => {}
        }
    }
    Some(graph)
}

/// An attribute by its name.
pub(super) fn attribute<'a>(node: &'a Node, name: &str) -> Option<&'a Attribute> {
    node.attribute.iter().find(|attribute| attribute.name == name)
}

fn float(node: &Node, name: &str, default: f32) -> f32 {
    attribute(node, name).map_or(default, |attribute| attribute.f)
}

/// The first number of a list of sides; 1 where there is none.
fn side(node: &Node, name: &str) -> usize {
    attribute(node, name)
        .and_then(|attribute| attribute.ints.first())
        .map_or(1, |&side| usize::try_from(side).unwrap_or(0))
}
