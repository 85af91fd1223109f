//! The network on an input of another size: what is left of the maps, and where they end.

use super::head::Head;
use super::layer::{Layer, Op, Place};
use super::network::Network;

/// One layer on an input of another size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizedLayer {
    /// Side of its output, cells, 1 for a vector; `None` where there is nothing left, or where a linear layer's weights do not fit.
    pub side: Option<usize>,
    /// Multiply-accumulates.
    pub macs: u64,
}

impl Network {
    /// Every layer on an input of `input_side` pixels, in the order of [`Network::layers`].
    pub fn at_size(&self, input_side: usize) -> Vec<SizedLayer> {
        let mut sized: Vec<SizedLayer> = Vec::with_capacity(self.layers.len());
        for layer in &self.layers {
            let before = match layer.inputs.first() {
                Some(&index) => sized[index].side,
                None => Some(input_side),
            };
            let side = before.and_then(|before| side_after(layer, before));
            let positions = side.map_or(0, |side| (side * side) as u64);
            let macs = match layer.op {
                Op::Conv(_) => layer.weights() as u64 * positions,
                Op::Linear { .. } => layer.macs * u64::from(side.is_some()),
                Op::Input
                | Op::MaxPool(_)
                | Op::AveragePool(_)
                | Op::AdaptiveAveragePool { .. }
                | Op::LocalResponseNorm(_)
                | Op::Concat
                | Op::GlobalAveragePool => 0,
            };
            sized.push(SizedLayer { side, macs });
        }
        sized
    }

    /// The least side of an input, pixels, on which the main head answers: on less some pool has no cell left.
    pub fn smallest_input(&self) -> usize {
        (1..).find(|&side| self.answers_at(Head::Main, side)).unwrap_or(usize::MAX)
    }

    /// Whether a head that the network has answers for an input of that side.
    pub fn answers_at(&self, head: Head, input_side: usize) -> bool {
        let sized = self.at_size(input_side);
        let mut of_head = self.layers.iter().zip(&sized).filter(|(layer, _)| layer.place == Place::Head(head));
        of_head.next_back().is_some_and(|(_, last)| last.side.is_some())
    }

    /// The first layer that has nothing left, in the way to the main head.
    pub fn breaks_at(&self, input_side: usize) -> Option<&Layer> {
        let sized = self.at_size(input_side);
        let mut pairs = self.layers.iter().zip(&sized);
        let is_on_the_way = |layer: &Layer| !matches!(layer.place, Place::Head(Head::Aux1 | Head::Aux2));
        pairs.find(|(layer, sized)| is_on_the_way(layer) && sized.side.is_none()).map(|(layer, _)| layer)
    }
}

/// Side of a layer's output on an input of `before` cells a side.
fn side_after(layer: &Layer, before: usize) -> Option<usize> {
    let side = match layer.op {
        Op::Conv(window) | Op::MaxPool(window) | Op::AveragePool(window) => window.output_side(before),
        Op::AdaptiveAveragePool { side } => side,
        Op::Input | Op::LocalResponseNorm(_) | Op::Concat => before,
        Op::GlobalAveragePool => 1,
        // It flattens what it reads: the weights are for one size alone.
        Op::Linear { .. } if before != layer.input.side() => 0,
        Op::Linear { .. } => 1,
    };
    (side > 0).then_some(side)
}
