//! One number of the network: what a gradient is taken of.

use std::collections::HashSet;
use std::sync::Arc;

use super::{GoogLeNet, ModelError};
use crate::spec::{Head, Network};

/// A number that depends on the network's input.
#[derive(Clone, Debug, PartialEq)]
pub enum Objective {
    /// What a classifier gives a class, before the softmax.
    Logit {
        /// Which classifier.
        head: Head,
        /// Index of the class.
        class: usize,
    },
    /// One channel of an activation.
    Channel {
        /// Name of the activation.
        name: String,
        /// Index of the channel.
        channel: usize,
        /// Which of its cells.
        how: Over,
        /// Before the activation function: then a silent channel has a gradient too.
        before_relu: bool,
    },
    /// Mean of the squares of a whole activation (DeepDream).
    Energy {
        /// Name of the activation.
        name: String,
        /// Before the activation function.
        before_relu: bool,
    },
    /// All numbers of an activation as traced, each times its weight: any gradient that somebody else worked out goes back so.
    Projection {
        /// Name of the activation.
        name: String,
        /// Row-major, of the activation's shape.
        weights: Arc<[f32]>,
    },
    /// A sum of objectives, each times its weight.
    Weighted(Vec<(Objective, f32)>),
}

/// How a gradient goes back through the activation functions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relus {
    /// Where the activation is positive.
    #[default]
    Exact,
    /// Everywhere: no gradient, but a way for a picture that makes nothing fire to begin (Lucid's `redirected_relu_grad`).
    Open,
    /// Where the activation is positive, and of that only what is positive itself: no gradient, but guided backpropagation
    /// (Springenberg et al. 2015, arXiv 1412.6806).
    Guided,
}

impl Relus {
    /// What goes on of the gradient of one number that an activation function made.
    pub(super) fn pass(self, gradient: f32, activation: f32) -> f32 {
        match (self, activation > 0.0) {
            (Self::Exact, true) | (Self::Open, _) => gradient,
            (Self::Guided, true) => gradient.max(0.0),
            (Self::Exact | Self::Guided, false) => 0.0,
        }
    }
}

/// Which cells of a channel count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// All: their mean.
    Mean,
    /// The one in that row and column.
    Cell(usize, usize),
}

impl Objective {
    /// The activations that it reads.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Logit { head, .. } => vec![head.logits_name()],
            Self::Channel { name, .. } | Self::Energy { name, .. } | Self::Projection { name, .. } => vec![name],
            Self::Weighted(parts) => parts.iter().flat_map(|(part, _)| part.names()).collect(),
        }
    }
}

impl GoogLeNet {
    /// The activations that an objective depends on, itself included: what [`super::Run::only`] takes.
    ///
    /// # Errors
    /// [`ModelError::UnknownName`].
    pub fn needs(&self, objective: &Objective) -> Result<HashSet<String>, ModelError> {
        let network = self.structure();
        let mut needed = vec![false; network.layers.len()];
        for name in objective.names() {
            needed[index(&network, name)?] = true;
        }
        for (index, layer) in network.layers.iter().enumerate().rev() {
            if needed[index] {
                layer.inputs.iter().for_each(|&input| needed[input] = true);
            }
        }
        let layers = network.layers.into_iter().zip(needed);
        Ok(layers.filter_map(|(layer, needed)| needed.then_some(layer.name)).collect())
    }
}

/// Position of a layer.
pub(super) fn index(network: &Network, name: &str) -> Result<usize, ModelError> {
    network.index(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })
}
