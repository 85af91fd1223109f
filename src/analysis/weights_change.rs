//! How far the weights of two networks are from each other, depth by depth.

use super::Kernels;
use crate::model::GoogLeNet;
use crate::spec::{Network, Place};

/// Length of the difference over the length of the first network's: weights and biases, as they run, of a convolution of the stem, or
/// of all six of a module.  `None` where the shapes differ.
pub fn weights_change(network: &Network, one: &GoogLeNet, other: &GoogLeNet, depth: &str) -> Option<f64> {
    let of_depth = network.layer(depth)?.place;
    let is_of = |place: Place| match (of_depth, place) {
        (Place::Module { module, .. }, Place::Module { module: other, .. }) => module == other,
        _ => false,
    };
    let layers = network.layers.iter().filter(|layer| layer.name == depth || is_of(layer.place));
    let mut squares = Squares::default();
    for layer in layers.filter(|layer| layer.op.has_weights()) {
        squares.add(one, other, &layer.name)?;
    }
    squares.change()
}

/// The same of one layer.
pub fn layer_change(one: &GoogLeNet, other: &GoogLeNet, layer: &str) -> Option<f64> {
    let mut squares = Squares::default();
    squares.add(one, other, layer)?;
    squares.change()
}

/// Sums of squares.
#[derive(Default)]
struct Squares {
    difference: f64,
    length: f64,
}

impl Squares {
    /// `None` where the shapes differ.
    fn add(&mut self, one: &GoogLeNet, other: &GoogLeNet, layer: &str) -> Option<()> {
        let (a, b) = (Kernels::of(one, layer)?, Kernels::of(other, layer)?);
        if (a.filters, a.inputs, a.side) != (b.filters, b.inputs, b.side) {
            return None;
        }
        let pairs = a.weights.iter().zip(&b.weights).chain(a.biases.iter().zip(&b.biases));
        for (&a, &b) in pairs {
            self.difference += f64::from(b - a).powi(2);
            self.length += f64::from(a).powi(2);
        }
        Some(())
    }

    fn change(&self) -> Option<f64> {
        (self.length > 0.0).then(|| (self.difference / self.length).sqrt())
    }
}
