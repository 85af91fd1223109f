//! What neither names nor shapes of tensors can tell: each such fact, what it was taken from, and what another value would
//! change.

use thiserror::Error;

use crate::spec::Topology;

/// Kernels that change by so many percent with another epsilon make another network.
const MUCH_PERCENT: f32 = 5.0;

/// Something about a network that the shapes of its tensors do not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Fact {
    /// Whether there is local response normalisation.
    Lrn,
    /// Kernel of the pool after 4e.
    Pool4,
    /// What batch normalisation adds to a variance.
    BatchNormEpsilon,
    /// Order of the colours.
    Order,
    /// Which numbers the pixels are.
    InputRange,
    /// What is subtracted.
    Mean,
    /// What is divided by.
    Std,
    /// Whether torchvision's `transform_input` is on.
    TransformInput,
    /// To which the photo is resized.
    ShortSide,
    /// How the photo becomes square.
    Fit,
    /// How it is resized.
    Resample,
}

impl Fact {
    /// All, those that change the answer most first.
    pub const ALL: [Self; 11] = [
        Self::Lrn,
        Self::Pool4,
        Self::BatchNormEpsilon,
        Self::Order,
        Self::InputRange,
        Self::Mean,
        Self::Std,
        Self::TransformInput,
        Self::ShortSide,
        Self::Fit,
        Self::Resample,
    ];

    /// The word for it, as in `weights check --json`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lrn => "lrn",
            Self::Pool4 => "pool4",
            Self::BatchNormEpsilon => "bn_epsilon",
            Self::Order => "order",
            Self::InputRange => "input_range",
            Self::Mean => "mean",
            Self::Std => "std",
            Self::TransformInput => "transform_input",
            Self::ShortSide => "short_side",
            Self::Fit => "fit",
            Self::Resample => "resample",
        }
    }

    /// Its value in `topology`, in the words of the command line.
    pub fn value(self, topology: &Topology) -> String {
        let input = &topology.preprocessing;
        match self {
            Self::Lrn => on_off(topology.lrn.is_some()).to_owned(),
            Self::Pool4 => topology.pool4_kernel.to_string(),
            Self::BatchNormEpsilon => format!("{:e}", topology.batch_norm_epsilon),
            Self::Order => input.order.word().to_owned(),
            Self::InputRange => input.input_range().largest().to_string(),
            Self::Mean => list(input.mean),
            Self::Std => list(input.std),
            Self::TransformInput => on_off(input.transform_input).to_owned(),
            Self::ShortSide => input.resize_short_side.to_string(),
            Self::Fit => input.fit.word().to_owned(),
            Self::Resample => input.resample.word().to_owned(),
        }
    }

    /// What to say on the command line for another value than that in `topology`.
    pub fn option(self, topology: &Topology) -> String {
        let input = &topology.preprocessing;
        match self {
            Self::Lrn => format!("--lrn {}", on_off(topology.lrn.is_none())),
            Self::Pool4 => format!("--pool4 {}", if topology.pool4_kernel == 3 { 2 } else { 3 }),
            Self::BatchNormEpsilon => format!("--bn-epsilon {:e}", other_epsilon(topology)),
            Self::Order => format!("--order {}", input.order.other().word()),
            Self::InputRange => format!("--input-range {}", input.input_range().other().largest()),
            Self::Mean => "--mean V,V,V".to_owned(),
            Self::Std => "--std V,V,V".to_owned(),
            Self::TransformInput if input.transform_input => "--transform-input=off".to_owned(),
            Self::TransformInput => "--transform-input".to_owned(),
            Self::ShortSide => "--short-side N".to_owned(),
            Self::Fit => "--fit crop|squeezed|borders".to_owned(),
            Self::Resample => format!("--resample {}", input.resample.other().word()),
        }
    }
}

/// "on" or "off".
pub const fn on_off(on: bool) -> &'static str {
    if on { "on" } else { "off" }
}

/// "0.485,0.456,0.406".
fn list(values: [f32; 3]) -> String {
    values.map(|value| value.to_string()).join(",")
}

/// The epsilon another network usually has: PyTorch's own, or torchvision's for GoogLeNet.
pub(super) fn other_epsilon(topology: &Topology) -> f32 {
    if topology.batch_norm_epsilon == Topology::USUAL_EPSILON { 1e-5 } else { Topology::USUAL_EPSILON }
}

/// What a fact was taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error, serde::Serialize, serde::Deserialize)]
pub enum Ground {
    /// A person.
    #[error("it was said")]
    Said,
    /// The file's description of itself.
    #[error("the file says so")]
    Metadata,
    /// The hash of a public file.
    #[error("known by the file's hash")]
    Hash,
    /// The layers or nodes the file lists.
    #[error("the layers the file lists show it")]
    Nodes,
    /// BVLC Caffe's names.
    #[error("Caffe's layer names, so as BVLC's network")]
    Caffe,
    /// The ONNX model zoo's names.
    #[error("Caffe's layer names in ONNX, so as the model zoo's network")]
    Zoo,
    /// The topology that a person or the file named.
    #[error("as usual with that topology")]
    Topology,
    /// 3x3 kernels in the third branch.
    #[error("3x3 kernels in the \"5x5\" branch, so as torchvision's network")]
    ThirdBranch,
    /// Batch normalisation and 5x5 kernels.
    #[error("5x5 kernels and batch normalisation, so as the default weights")]
    BatchNorm,
    /// torchvision's names, 5x5 kernels, biases.
    #[error("torchvision's names with 5x5 kernels and biases, so as in tutorials")]
    Biases,
    /// Folded batch normalisation.
    #[error("no normalisation and 5x5 kernels, so as the default weights")]
    Folded,
    /// Local response normalisation under other names than Caffe's.
    #[error("local response normalisation, so as the network of the paper")]
    Lrn,
    /// What goes with other facts.
    #[error("nothing says it; the usual value")]
    Usual,
}

impl Ground {
    /// Whether it is no more than a likeness.
    pub const fn is_guess(self) -> bool {
        match self {
            Self::Said | Self::Metadata | Self::Hash | Self::Nodes => false,
            Self::Caffe
            | Self::Zoo
            | Self::Topology
            | Self::ThirdBranch
            | Self::BatchNorm
            | Self::Biases
            | Self::Folded
            | Self::Lrn
            | Self::Usual => true,
        }
    }

    /// Whether networks with the same likeness often differ.
    const fn is_weak(self) -> bool {
        match self {
            Self::BatchNorm | Self::Biases | Self::Folded | Self::Lrn => true,
            Self::Said
            | Self::Metadata
            | Self::Hash
            | Self::Nodes
            | Self::Caffe
            | Self::Zoo
            | Self::Topology
            | Self::ThirdBranch
            | Self::Usual => false,
        }
    }
}

/// A fact, what it was taken from, and what another value would change.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Finding {
    /// Which fact.
    pub fact: Fact,
    /// What it was taken from.
    pub ground: Ground,
    /// What another value would change.
    pub effect: Effect,
}

impl Finding {
    /// Whether it is a guess that may well be wrong, and a wrong one would give other answers.
    pub fn matters(&self) -> bool {
        match self.effect {
            Effect::AfterPool1
            | Effect::After4e
            | Effect::RedAndBlue
            | Effect::Size
            | Effect::Shift
            | Effect::Spread => self.ground.is_weak(),
            Effect::Kernels { percent } => self.ground.is_guess() && percent >= MUCH_PERCENT,
            Effect::Transform => self.ground == Ground::ThirdBranch,
            Effect::Border | Effect::Shape | Effect::Edges => false,
        }
    }
}

/// What another value of a fact would change.
#[derive(Clone, Copy, Debug, PartialEq, Error, serde::Serialize, serde::Deserialize)]
pub enum Effect {
    /// Of [`Fact::Lrn`].
    #[error("every number after pool 1 changes")]
    AfterPool1,
    /// Of [`Fact::Pool4`].
    #[error("every number after 4e changes")]
    After4e,
    /// Of [`Fact::BatchNormEpsilon`].
    #[error("one kernel in twenty changes by {percent:.1} % or more")]
    Kernels {
        /// By how much the kernels that change most do, percent; 95 of 100 change less.
        percent: f32,
    },
    /// Of [`Fact::Order`].
    #[error("red and blue change places")]
    RedAndBlue,
    /// Of [`Fact::InputRange`].
    #[error("inputs become 255 times as large or as small")]
    Size,
    /// Of [`Fact::Mean`].
    #[error("all inputs shift")]
    Shift,
    /// Of [`Fact::Std`].
    #[error("all inputs spread or shrink")]
    Spread,
    /// Of [`Fact::TransformInput`].
    #[error("all inputs shift and shrink a little")]
    Transform,
    /// Of [`Fact::ShortSide`].
    #[error("more or less of the photo's border is cut off")]
    Border,
    /// Of [`Fact::Fit`].
    #[error("the photo keeps its shape or its border, or not")]
    Shape,
    /// Of [`Fact::Resample`].
    #[error("edges become a little softer or sharper")]
    Edges,
}

impl Effect {
    /// The effect of another value of `fact`; `percent` is that of another epsilon.
    pub(super) const fn of(fact: Fact, percent: f32) -> Self {
        match fact {
            Fact::Lrn => Self::AfterPool1,
            Fact::Pool4 => Self::After4e,
            Fact::BatchNormEpsilon => Self::Kernels { percent },
            Fact::Order => Self::RedAndBlue,
            Fact::InputRange => Self::Size,
            Fact::Mean => Self::Shift,
            Fact::Std => Self::Spread,
            Fact::TransformInput => Self::Transform,
            Fact::ShortSide => Self::Border,
            Fact::Fit => Self::Shape,
            Fact::Resample => Self::Edges,
        }
    }
}
