//! The facts in which published GoogLeNets differ: the paper with BVLC Caffe's prototxt, torchvision's source, and ours.

use super::window::Window;

/// What stands between a convolution and its ReLU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Norm {
    /// A bias, as in the paper.
    None,
    /// Batch normalisation with its statistics (eps 1e-3), no bias.
    BatchNorm,
    /// Batch normalisation already multiplied into weight and bias by whoever wrote the file.
    Folded,
}

/// How an auxiliary head brings 14x14 to 4x4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuxPool {
    /// Average pool 5x5, stride 3 (paper, section 5).
    Average,
    /// Adaptive average pool to 4x4 (torchvision).
    Adaptive,
}

/// Local response normalisation across channels (Caffe: alpha is divided by the size).
///
/// `y_c = x_c / (k + alpha / size * sum of x_j^2 over the size channels around c)^beta`
#[derive(Clone, Copy, Debug, PartialEq)]
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
    pub const CAFFE: Self = Self {
        size: 5,
        alpha: 1e-4,
        beta: 0.75,
        k: 1.0,
    };
}

/// Order in which the network expects the colour channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelOrder {
    /// Red, green, blue.
    Rgb,
    /// Blue, green, red (Caffe).
    Bgr,
}

/// How pixels of 0 to 255 become the network's input: `(pixel * scale - mean) / std` per channel, then `transform_input`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preprocessing {
    /// Order of the three channels below and of the input.
    pub order: ChannelOrder,
    /// 1 for pixels of 0 to 255, 1/255 for 0 to 1.
    pub scale: f32,
    /// Subtracted, after scaling.
    pub mean: [f32; 3],
    /// Divided by.
    pub std: [f32; 3],
    /// torchvision's `transform_input`: on top, `x * (s / 0.5) + (m - 0.5) / 0.5` with ImageNet's m and s.
    pub transform_input: bool,
    /// The photo's short side is resized to this, in pixels.
    pub resize_short_side: u32,
    /// Side of the centre crop, in pixels.
    pub crop: u32,
}

/// ImageNet's channel means, RGB in 0 to 1.
pub const IMAGENET_MEAN: [f32; 3] = [0.485, 0.456, 0.406];
/// ImageNet's channel standard deviations, RGB in 0 to 1.
pub const IMAGENET_STD: [f32; 3] = [0.229, 0.224, 0.225];

impl Preprocessing {
    /// RGB / 255, ImageNet mean and standard deviation.
    pub const IMAGENET: Self = Self {
        order: ChannelOrder::Rgb,
        scale: 1.0 / 255.0,
        mean: IMAGENET_MEAN,
        std: IMAGENET_STD,
        transform_input: false,
        resize_short_side: 232,
        crop: INPUT_CROP,
    };

    /// BGR, 0 to 255, minus (104, 117, 123) (`bvlc_googlenet/train_val.prototxt`).
    pub const CAFFE: Self = Self {
        order: ChannelOrder::Bgr,
        scale: 1.0,
        mean: [104.0, 117.0, 123.0],
        std: [1.0; 3],
        transform_input: false,
        resize_short_side: 232,
        crop: INPUT_CROP,
    };

    /// As Caffe, minus (103.939, 116.779, 123.68): what the ONNX model zoo's `googlenet` was validated with (its README).
    pub const ONNX_ZOO: Self = Self {
        mean: [103.939, 116.779, 123.68],
        ..Self::CAFFE
    };

    /// The same thing as one multiplication and one addition: `pixel * gain + offset`, pixel of 0 to 255, per channel of
    /// the input (in [`Self::order`]).
    pub fn affine(&self) -> ([f32; 3], [f32; 3]) {
        let mut gain = [0.0; 3];
        let mut offset = [0.0; 3];
        for c in 0..3 {
            let (scale, mean, std) = (
                f64::from(self.scale),
                f64::from(self.mean[c]),
                f64::from(self.std[c]),
            );
            let (mut g, mut o) = (scale / std, -mean / std);
            if self.transform_input {
                let (m, s) = (f64::from(IMAGENET_MEAN[c]), f64::from(IMAGENET_STD[c]));
                g *= s / 0.5;
                o = o * (s / 0.5) + (m - 0.5) / 0.5;
            }
            gain[c] = g as f32;
            offset[c] = o as f32;
        }
        (gain, offset)
    }

    /// Which of red (0), green (1), blue (2) each channel of the input is.
    pub const fn channel_indices(&self) -> [usize; 3] {
        match self.order {
            ChannelOrder::Rgb => [0, 1, 2],
            ChannelOrder::Bgr => [2, 1, 0],
        }
    }
}

const INPUT_CROP: u32 = super::table::INPUT_SIDE as u32;

/// Everything that tells one published GoogLeNet from another.  Evidence for it comes with the weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Topology {
    /// Between convolution and ReLU.
    pub norm: Norm,
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
    /// The network of the paper, as BVLC Caffe trained it.
    pub const PAPER: Self = Self {
        norm: Norm::None,
        lrn: Some(LocalResponseNorm::CAFFE),
        branch3_kernel: 5,
        pool4_kernel: 3,
        aux_pool: AuxPool::Average,
        preprocessing: Preprocessing::CAFFE,
    };

    /// Batch normalisation in place of LRN and biases, otherwise the paper: the default weights.
    pub const BATCH_NORM: Self = Self {
        norm: Norm::BatchNorm,
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
        lrn: None,
        branch3_kernel: 3,
        pool4_kernel: 2,
        aux_pool: AuxPool::Adaptive,
        preprocessing: Preprocessing::IMAGENET,
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
        Self::PRESETS
            .into_iter()
            .find(|name| Self::preset(name).is_some_and(|preset| preset.same_structure(self)))
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
