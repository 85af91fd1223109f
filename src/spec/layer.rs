//! One layer: what it computes, on what shape, with how many parameters and multiplications.

use super::head::Head;
use super::receptive_field::ReceptiveField;
use super::table::MODULES;
use super::topology::{LocalResponseNorm, Norm};
use super::window::Window;

/// Shape of an activation, without a batch axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Shape {
    /// `[channels, side, side]`.
    Map {
        /// Number of maps.
        channels: usize,
        /// Height and width of each, cells.
        side: usize,
    },
    /// `[length]`.
    Vector(usize),
}

impl Shape {
    /// Numbers in it.
    pub const fn len(&self) -> usize {
        match *self {
            Self::Map { channels, side } => channels * side * side,
            Self::Vector(length) => length,
        }
    }

    /// Whether it holds nothing.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Channels, or the length of a vector.
    pub const fn channels(&self) -> usize {
        match *self {
            Self::Map { channels, .. } => channels,
            Self::Vector(length) => length,
        }
    }

    /// Height and width of one channel's map; 1 for a vector.
    pub const fn side(&self) -> usize {
        match *self {
            Self::Map { side, .. } => side,
            Self::Vector(_) => 1,
        }
    }

    /// `[C, H, W]` or `[C]`.
    pub fn dims(&self) -> Vec<usize> {
        match *self {
            Self::Map { channels, side } => vec![channels, side, side],
            Self::Vector(length) => vec![length],
        }
    }
}

/// What a layer computes.  Activations are traced after their ReLU.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    /// The preprocessed photo.
    Input,
    /// Convolution, normalisation or bias, ReLU.
    Conv(Window),
    /// Maximum over a window; padding never wins.
    MaxPool(Window),
    /// Mean over a window.
    AveragePool(Window),
    /// Mean over windows that share the map out to `side` x `side` (torchvision's heads).
    AdaptiveAveragePool {
        /// Output side.
        side: usize,
    },
    /// Local response normalisation across channels.
    LocalResponseNorm(LocalResponseNorm),
    /// The four branches, one after the other along the channels.
    Concat,
    /// Mean over each whole map.
    GlobalAveragePool,
    /// Matrix times (flattened) input plus bias.
    Linear {
        /// Whether a ReLU follows.
        relu: bool,
    },
}

impl Op {
    /// The short word of the command line's `op` column.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Conv(_) => "conv",
            Self::MaxPool(_) => "maxpool",
            Self::AveragePool(_) => "avgpool",
            Self::AdaptiveAveragePool { .. } => "adaptive-avgpool",
            Self::LocalResponseNorm(_) => "lrn",
            Self::Concat => "concat",
            Self::GlobalAveragePool => "global-avgpool",
            Self::Linear { .. } => "linear",
        }
    }

    /// The sliding window, if there is one.
    pub const fn window(&self) -> Option<Window> {
        match self {
            Self::Conv(window) | Self::MaxPool(window) | Self::AveragePool(window) => Some(*window),
            Self::Input
            | Self::AdaptiveAveragePool { .. }
            | Self::LocalResponseNorm(_)
            | Self::Concat
            | Self::GlobalAveragePool
            | Self::Linear { .. } => None,
        }
    }

    /// Whether the layer has weights of its own.
    pub const fn has_weights(&self) -> bool {
        matches!(self, Self::Conv(_) | Self::Linear { .. })
    }
}

/// Which stage of a module a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// 1x1.
    Conv1x1,
    /// 3x3 reduce.
    Conv3x3Reduce,
    /// 3x3.
    Conv3x3,
    /// 5x5 reduce.
    Conv5x5Reduce,
    /// 5x5 (3x3 in torchvision).
    Conv5x5,
    /// Of a factorised module the first 3x3 in place of the 5x5.
    First3x3,
    /// The second.
    Second3x3,
    /// 3x3 max pool.
    Pool,
    /// pool proj.
    PoolProjection,
    /// The concat of all four.
    Concat,
}

impl Part {
    /// All stages of a module as it is trained, in the order in which they are traced.
    pub const ALL: [Self; 8] = [
        Self::Conv1x1,
        Self::Conv3x3Reduce,
        Self::Conv3x3,
        Self::Conv5x5Reduce,
        Self::Conv5x5,
        Self::Pool,
        Self::PoolProjection,
        Self::Concat,
    ];

    /// What follows "inception3a" in the layer's name.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Conv1x1 => ".branch1",
            Self::Conv3x3Reduce => ".branch2.0",
            Self::Conv3x3 => ".branch2.1",
            Self::Conv5x5Reduce => ".branch3.0",
            Self::Conv5x5 | Self::First3x3 => ".branch3.1",
            Self::Second3x3 => ".branch3.2",
            Self::Pool => ".branch4.0",
            Self::PoolProjection => ".branch4.1",
            Self::Concat => "",
        }
    }

    /// 0 to 3 for the branches of Fig. 2b from left to right, `None` for the concat.
    pub const fn branch(self) -> Option<usize> {
        match self {
            Self::Conv1x1 => Some(0),
            Self::Conv3x3Reduce | Self::Conv3x3 => Some(1),
            Self::Conv5x5Reduce | Self::Conv5x5 | Self::First3x3 | Self::Second3x3 => Some(2),
            Self::Pool | Self::PoolProjection => Some(3),
            Self::Concat => None,
        }
    }
}

/// Where in the network a layer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The photo, the convolutions before the modules and their LRN.
    Stem,
    /// One of the four pools between the stages.
    Pool,
    /// A stage of module `MODULES[module]`.
    Module {
        /// Index into [`MODULES`].
        module: usize,
        /// Which stage of it.
        part: Part,
    },
    /// Part of a classifier; global average pooling and the last linear layer are [`Head::Main`].
    Head(Head),
}

/// One traced activation and how it is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The name used by trace, command line, files and tests, e.g. "inception3a.branch2.0".
    pub name: String,
    /// What is computed.
    pub op: Op,
    /// Where it stands.
    pub place: Place,
    /// Indices of the layers it reads, into [`super::Network::layers`]; a concat reads four.
    pub inputs: Vec<usize>,
    /// Shape of the input (of all branches together for a concat).
    pub input: Shape,
    /// Shape of the output.
    pub output: Shape,
    /// Learnable parameters: weights plus bias, or weights plus scale and shift.
    pub params: usize,
    /// Multiply-accumulate operations for one photo; one MAC is two FLOPs.  Pools, LRN and concat count 0.
    pub macs: u64,
    /// What a cell can see of the input.
    pub receptive_field: ReceptiveField,
}

impl Layer {
    /// Multiplicative weights only, without bias or batch normalisation (Table 1's "weights" in `googlenet-facts`).
    pub const fn weights(&self) -> usize {
        match self.op {
            Op::Conv(window) => window.kernel * window.kernel * self.input.channels() * self.output.channels(),
            Op::Linear { .. } => self.input.len() * self.output.len(),
            Op::Input
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::LocalResponseNorm(_)
            | Op::Concat
            | Op::GlobalAveragePool => 0,
        }
    }

    /// Whether the activation can be negative: what no ReLU has passed.
    pub const fn is_signed(&self) -> bool {
        matches!(self.op, Op::Input | Op::Linear { relu: false })
    }

    /// Bytes of the activation as f32.
    pub const fn activation_bytes(&self) -> usize {
        self.output.len() * 4
    }

    /// The tensors a weights file must hold for this layer: name and shape.
    pub fn tensors(&self, norm: Norm) -> Vec<(String, Vec<usize>)> {
        let name = &self.name;
        let out = self.output.channels();
        match self.op {
            Op::Conv(window) => {
                let weight = vec![out, self.input.channels(), window.kernel, window.kernel];
                let mut tensors = vec![(format!("{name}.conv.weight"), weight)];
                match norm {
                    Norm::None | Norm::Folded => tensors.push((format!("{name}.conv.bias"), vec![out])),
                    Norm::BatchNorm => {
                        for field in ["weight", "bias", "running_mean", "running_var"] {
                            tensors.push((format!("{name}.bn.{field}"), vec![out]));
                        }
                    }
                }
                tensors
            }
            Op::Linear { .. } => {
                vec![(format!("{name}.weight"), vec![out, self.input.len()]), (format!("{name}.bias"), vec![out])]
            }
            Op::Input
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::LocalResponseNorm(_)
            | Op::Concat
            | Op::GlobalAveragePool => Vec::new(),
        }
    }

    /// The paper's words for the layer: "3x3 reduce", "pool proj", "conv 7x7/2"; short, without the module's name.
    pub fn paper_name(&self) -> String {
        let size = |window: Window| match window.stride {
            1 => format!("{0}×{0}", window.kernel),
            stride => format!("{0}×{0}/{stride}", window.kernel),
        };
        match (self.place, self.op) {
            (Place::Module { part, .. }, op) => match part {
                Part::Conv3x3Reduce => "3×3 reduce".to_owned(),
                Part::Conv5x5Reduce => "5×5 reduce".to_owned(),
                Part::Pool => "3×3 max pool".to_owned(),
                Part::PoolProjection => "pool proj".to_owned(),
                Part::Concat => "concat".to_owned(),
                Part::Conv1x1 | Part::Conv3x3 | Part::Conv5x5 | Part::First3x3 | Part::Second3x3 => {
                    op.window().map(size).unwrap_or_default()
                }
            },
            (_, Op::Input) => "input".to_owned(),
            (_, Op::Conv(window)) => format!("conv {}", size(window)),
            (_, Op::MaxPool(window)) => format!("max pool {}", size(window)),
            (_, Op::AveragePool(window)) => format!("average pool {}", size(window)),
            (_, Op::AdaptiveAveragePool { side }) => format!("average pool to {side}×{side}"),
            (_, Op::LocalResponseNorm(_)) => "LRN".to_owned(),
            (_, Op::Concat) => "concat".to_owned(),
            (_, Op::GlobalAveragePool) => "global average pool".to_owned(),
            (_, Op::Linear { .. }) => "linear".to_owned(),
        }
    }

    /// The short name of the module the layer belongs to, "3a", if it belongs to one.
    pub fn module_name(&self) -> Option<&'static str> {
        match self.place {
            Place::Module { module, .. } => Some(MODULES[module].name),
            Place::Stem | Place::Pool | Place::Head(_) => None,
        }
    }
}
