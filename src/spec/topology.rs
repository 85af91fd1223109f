//! The facts in which published GoogLeNets differ: the paper with BVLC Caffe's prototxt, torchvision's source, and ours.

use super::preprocessing::Preprocessing;
use super::window::Window;

/// What stands between a convolution and its ReLU.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Norm {
    /// A bias, as in the paper.
    None,
    /// Batch normalisation with its statistics ([`Topology::batch_norm_epsilon`]), no bias.
    BatchNorm,
    /// Batch normalisation already multiplied into weight and bias by whoever wrote the file.
    Folded,
}

/// How an auxiliary head brings 14x14 to 4x4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum AuxPool {
    /// Average pool 5x5, stride 3 (paper, section 5).
    Average,
    /// Adaptive average pool to 4x4 (torchvision).
    Adaptive,
}

/// Local response normalisation across channels (Caffe: alpha is divided by the size).
///
/// `y_c = x_c / (k + alpha / size * sum of x_j^2 over the size channels around c)^beta`
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LocalResponseNorm {
    /// Channels in the sum, centred.
    pub size: usize,
    /// Weight of the sum.
    pub alpha: f32,
    /// Exponent.
    pub beta: f32,
    /// Constant term.
    pub k: f32,
}

impl LocalResponseNorm {
    /// `norm1` and `norm2` of `bvlc_googlenet/train_val.prototxt` (size 5, alpha 1e-4, beta 0.75; k = 1 by `caffe.proto`).
    pub const CAFFE: Self = Self { size: 5, alpha: 1e-4, beta: 0.75, k: 1.0 };
}

/// Everything that tells one published GoogLeNet from another.  Evidence for it comes with the weights.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Topology {
    /// Between convolution and ReLU.
    pub norm: Norm,
    /// What batch normalisation adds to a variance.
    pub batch_norm_epsilon: f32,
    /// `norm1` and `norm2`, if the network has them.
    pub lrn: Option<LocalResponseNorm>,
    /// Kernel of the third branch: 5 in the paper, 3 in torchvision (its issue 906).
    pub branch3_kernel: usize,
    /// Kernel of the pool after 4e: 3 in the paper, 2 in torchvision; stride 2.
    pub pool4_kernel: usize,
    /// The auxiliary heads' pool.
    pub aux_pool: AuxPool,
    /// How the photo becomes the input.
    pub preprocessing: Preprocessing,
}

impl Topology {
    /// What torchvision's GoogLeNet and the default weights add to a variance.
    pub const USUAL_EPSILON: f32 = 1e-3;

    /// The network of the paper, as BVLC Caffe trained it.
    pub const PAPER: Self = Self {
        norm: Norm::None,
        batch_norm_epsilon: Self::USUAL_EPSILON,
        lrn: Some(LocalResponseNorm::CAFFE),
        branch3_kernel: 5,
        pool4_kernel: 3,
        aux_pool: AuxPool::Average,
        preprocessing: Preprocessing::CAFFE,
    };

    /// Batch normalisation in place of LRN and biases, otherwise the paper: the default weights.
    pub const BATCH_NORM: Self = Self {
        norm: Norm::BatchNorm,
        batch_norm_epsilon: Self::USUAL_EPSILON,
        lrn: None,
        branch3_kernel: 5,
        pool4_kernel: 3,
        aux_pool: AuxPool::Average,
        preprocessing: Preprocessing::IMAGENET,
    };

    /// torchvision's `googlenet`: a 3x3 convolution in the "5x5" branch, a 2x2 pool after 4e.  `transform_input` stays
    /// off until the file says otherwise.
    pub const TORCHVISION: Self = Self {
        norm: Norm::BatchNorm,
        batch_norm_epsilon: Self::USUAL_EPSILON,
        lrn: None,
        branch3_kernel: 3,
        pool4_kernel: 2,
        aux_pool: AuxPool::Adaptive,
        preprocessing: Preprocessing::TORCHVISION,
    };

    /// The preset of that name: "paper", "batch-norm", "torchvision".
    pub fn preset(name: &str) -> Option<Self> {
        match name {
            "paper" => Some(Self::PAPER),
            "batch-norm" => Some(Self::BATCH_NORM),
            "torchvision" => Some(Self::TORCHVISION),
            _ => None,
        }
    }

    /// Names of the presets, in the order of the documentation.
    pub const PRESETS: [&'static str; 3] = ["paper", "batch-norm", "torchvision"];

    /// The preset whose structure this is, whatever its preprocessing; `None` for a mixture.
    pub fn preset_name(&self) -> Option<&'static str> {
        Self::PRESETS.into_iter().find(|name| Self::preset(name).is_some_and(|preset| preset.same_structure(self)))
    }

    /// Whether both have the same layers (folded batch normalisation counts as batch normalisation).
    fn same_structure(&self, other: &Self) -> bool {
        let norm = |topology: &Self| topology.norm == Norm::None;
        norm(self) == norm(other)
            && self.lrn.is_some() == other.lrn.is_some()
            && self.branch3_kernel == other.branch3_kernel
            && self.pool4_kernel == other.pool4_kernel
            && self.aux_pool == other.aux_pool
    }

    /// Window of the third branch's convolution; padding keeps the size.
    pub const fn branch3_window(&self) -> Window {
        Window::conv(self.branch3_kernel, 1, self.branch3_kernel / 2)
    }

    /// Window of the pool after 4e.
    pub const fn pool4_window(&self) -> Window {
        Window::pool(self.pool4_kernel, 2, 0)
    }
}
