//! What layers cost, and what any group of them costs together: a branch, a module, the whole network.

use super::head::Head;
use super::layer::{Layer, Op, Part, Place};
use super::network::Network;

/// Bytes of a number: everything is f32.
const BYTES: usize = 4;

/// What one photo costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cost {
    /// Multiply-accumulates; one is two floating-point operations.
    pub macs: u64,
    /// Learnable parameters.
    pub params: usize,
    /// Bytes of the activations it makes.
    pub activation_bytes: usize,
}

impl Cost {
    /// Of all these layers together.
    pub fn of<'a>(layers: impl IntoIterator<Item = &'a Layer>) -> Self {
        layers.into_iter().fold(Self::default(), |sum, layer| Self {
            macs: sum.macs + layer.macs,
            params: sum.params + layer.params,
            activation_bytes: sum.activation_bytes + layer.activation_bytes(),
        })
    }

    /// Bytes of the parameters.
    pub const fn param_bytes(&self) -> usize {
        BYTES * self.params
    }

    /// Bytes that training with momentum keeps for a batch of so many photos: every activation and its gradient for each
    /// photo; every parameter, its gradient and its momentum once.
    pub const fn training_bytes(&self, batch: usize) -> usize {
        2 * batch * self.activation_bytes + 3 * self.param_bytes()
    }
}

/// What a module costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct ModuleCost {
    /// 1x1, 3x3, 5x5 and pool, each with what stands before its convolution.
    pub branches: [Cost; 4],
    /// All of them, and the concat, which copies every branch once more.
    pub whole: Cost,
}

/// Which colour and which sum a layer belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// The photo, the convolutions before the first module, and their LRN.
    Stem,
    /// The nine 1x1 branches.
    Conv1x1,
    /// The nine 3x3 branches with their reductions.
    Conv3x3,
    /// The nine 5x5 branches with their reductions.
    Conv5x5,
    /// The nine pooling branches with their projections, and the four pools between the stages.
    Pool,
    /// Both auxiliary heads.
    Aux,
    /// Global average pooling and the last linear layer.
    Classifier,
}

impl Section {
    /// All of them, the four branches first.
    pub const ALL: [Self; 7] =
        [Self::Conv1x1, Self::Conv3x3, Self::Conv5x5, Self::Pool, Self::Stem, Self::Classifier, Self::Aux];

    /// Where a layer at that place belongs; a concat belongs to all four branches, so to none.
    pub const fn of(place: Place) -> Option<Self> {
        match place {
            Place::Stem => Some(Self::Stem),
            Place::Pool => Some(Self::Pool),
            Place::Module { part, .. } => match part {
                Part::Conv1x1 => Some(Self::Conv1x1),
                Part::Conv3x3Reduce | Part::Conv3x3 => Some(Self::Conv3x3),
                Part::Conv5x5Reduce | Part::Conv5x5 | Part::First3x3 | Part::Second3x3 => Some(Self::Conv5x5),
                Part::Pool | Part::PoolProjection => Some(Self::Pool),
                Part::Concat => None,
            },
            Place::Head(Head::Aux1 | Head::Aux2) => Some(Self::Aux),
            Place::Head(Head::Main) => Some(Self::Classifier),
        }
    }
}

impl Layer {
    /// Whether it computes something: neither the photo nor a concat, which only copies.
    pub const fn computes(&self) -> bool {
        !matches!(self.op, Op::Input | Op::Concat)
    }

    /// The least that must move between memory and processor, bytes: every input, weight and output once.
    pub const fn traffic_bytes(&self) -> usize {
        BYTES * (self.input.len() + self.weights() + self.output.len())
    }

    /// Floating-point operations for each byte of [`Self::traffic_bytes`]; 0 where nothing is multiplied.
    pub fn intensity(&self) -> f64 {
        2.0 * self.macs as f64 / self.traffic_bytes() as f64
    }
}

impl Network {
    /// What a module costs; `module` is an index into [`super::MODULES`].
    pub fn module_cost(&self, module: usize) -> ModuleCost {
        let of_branch = |branch: usize| {
            let is_part = move |layer: &&Layer| match layer.place {
                Place::Module { part, .. } => part.branch() == Some(branch),
                Place::Stem | Place::Pool | Place::Head(_) => false,
            };
            Cost::of(self.module_layers(module).filter(is_part))
        };
        ModuleCost { branches: [0, 1, 2, 3].map(of_branch), whole: Cost::of(self.module_layers(module)) }
    }

    /// What answering costs: all layers but those of the auxiliary heads.
    pub fn cost(&self) -> Cost {
        let answers = |layer: &&Layer| Section::of(layer.place) != Some(Section::Aux);
        Cost::of(self.layers.iter().filter(answers))
    }
}
