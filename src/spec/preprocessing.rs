//! The way from a photo to the numbers conv1 receives, as published networks differ in it.

use serde::{Deserialize, Serialize};

/// Order in which the network expects the colour channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChannelOrder {
    /// Red, green, blue.
    Rgb,
    /// Blue, green, red (Caffe).
    Bgr,
}

impl ChannelOrder {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Rgb, Self::Bgr];

    /// The word for it on the command line and in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Rgb => "rgb",
            Self::Bgr => "bgr",
        }
    }

    /// The order of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.word() == word)
    }

    /// The reverse.
    pub const fn other(self) -> Self {
        match self {
            Self::Rgb => Self::Bgr,
            Self::Bgr => Self::Rgb,
        }
    }
}

/// Which numbers the pixels are before the mean is subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InputRange {
    /// 0 to 1.
    One,
    /// 0 to 255 (Caffe).
    Bytes,
}

impl InputRange {
    /// Factor on pixels of 0 to 255.
    pub const fn scale(self) -> f32 {
        match self {
            Self::One => 1.0 / 255.0,
            Self::Bytes => 1.0,
        }
    }

    /// Both.
    pub const ALL: [Self; 2] = [Self::One, Self::Bytes];

    /// The largest value: the word for it on the command line.
    pub const fn largest(self) -> u32 {
        match self {
            Self::One => 1,
            Self::Bytes => 255,
        }
    }

    /// The word for it in files, under `scale`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "0-1",
            Self::Bytes => "0-255",
        }
    }

    /// The range of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|range| range.word() == word)
    }

    /// The one it is not.
    pub const fn other(self) -> Self {
        match self {
            Self::One => Self::Bytes,
            Self::Bytes => Self::One,
        }
    }
}

/// How a photo of any shape became square where the network was tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PhotoFit {
    /// The short side resized, then the centre.
    Crop,
    /// Both sides resized to the same length, then the centre.
    Squeezed,
    /// The whole photo in its own shape, between borders.
    Borders,
}

impl PhotoFit {
    /// All.
    pub const ALL: [Self; 3] = [Self::Crop, Self::Squeezed, Self::Borders];

    /// The word for it on the command line and in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Crop => "crop",
            Self::Squeezed => "squeezed",
            Self::Borders => "borders",
        }
    }

    /// The fit of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fit| fit.word() == word)
    }
}

/// How a photo is resized; both filters are widened when shrinking (antialiased).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Resample {
    /// A triangle.
    Bilinear,
    /// Catmull-Rom.
    Bicubic,
}

impl Resample {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Bilinear, Self::Bicubic];

    /// The word for it on the command line and in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bilinear => "bilinear",
            Self::Bicubic => "bicubic",
        }
    }

    /// The filter of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.word() == word)
    }

    /// The one it is not.
    pub const fn other(self) -> Self {
        match self {
            Self::Bilinear => Self::Bicubic,
            Self::Bicubic => Self::Bilinear,
        }
    }
}

/// How pixels of 0 to 255 become the network's input: `(pixel * scale - mean) / std` per channel, then `transform_input`.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
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
    /// The photo's short side is resized to this, in pixels; of a squeezed photo both sides are.
    pub resize_short_side: u32,
    /// How the photo becomes square.
    pub fit: PhotoFit,
    /// How it is resized.
    pub resample: Resample,
    /// Side of the centre crop, in pixels.
    pub crop: u32,
}

/// ImageNet's channel means, RGB in 0 to 1.
pub const IMAGENET_MEAN: [f32; 3] = [0.485, 0.456, 0.406];
/// ImageNet's channel standard deviations, RGB in 0 to 1.
pub const IMAGENET_STD: [f32; 3] = [0.229, 0.224, 0.225];

impl Preprocessing {
    /// RGB / 255, ImageNet mean and standard deviation, sized as for the default weights.
    pub const IMAGENET: Self = Self {
        order: ChannelOrder::Rgb,
        scale: 1.0 / 255.0,
        mean: IMAGENET_MEAN,
        std: IMAGENET_STD,
        transform_input: false,
        resize_short_side: 232,
        fit: PhotoFit::Crop,
        resample: Resample::Bicubic,
        crop: INPUT_CROP,
    };

    /// The same colours, sized as by the transforms of torchvision's `GoogLeNet_Weights.IMAGENET1K_V1`.
    pub const TORCHVISION: Self = Self { resize_short_side: 256, resample: Resample::Bilinear, ..Self::IMAGENET };

    /// RGB from -1 to 1, as many tutorials in PyTorch have it: mean and standard deviation 0.5.
    pub const HALF: Self = Self { mean: [0.5; 3], std: [0.5; 3], ..Self::TORCHVISION };

    /// BGR, 0 to 255, minus (104, 117, 123), of photos squeezed to 256x256 (`bvlc_googlenet/train_val.prototxt`).
    pub const CAFFE: Self = Self {
        order: ChannelOrder::Bgr,
        scale: 1.0,
        mean: [104.0, 117.0, 123.0],
        std: [1.0; 3],
        transform_input: false,
        resize_short_side: 256,
        fit: PhotoFit::Squeezed,
        resample: Resample::Bilinear,
        crop: INPUT_CROP,
    };

    /// As Caffe, minus (103.939, 116.779, 123.68), of photos squeezed to 224x224: what the ONNX model zoo's `googlenet` was
    /// validated with (its README).
    pub const ONNX_ZOO: Self = Self {
        mean: [103.939, 116.779, 123.68],
        resize_short_side: INPUT_CROP,
        resample: Resample::Bicubic,
        ..Self::CAFFE
    };

    /// Which numbers the pixels are before the mean is subtracted.
    pub fn input_range(&self) -> InputRange {
        if self.scale == InputRange::Bytes.scale() { InputRange::Bytes } else { InputRange::One }
    }

    /// The other order of the channels; mean and deviation stay with their colours.
    pub fn reorder(&mut self, order: ChannelOrder) {
        if order != self.order {
            self.order = order;
            self.mean.reverse();
            self.std.reverse();
        }
    }

    /// Another range, with the mean and deviation that usually go with it: ImageNet's for 0 to 1, Caffe's for 0 to 255.
    pub fn rescale(&mut self, range: InputRange) {
        let usual = match range {
            InputRange::One => Self::IMAGENET,
            InputRange::Bytes => Self::CAFFE,
        };
        let mut usual = Self { order: usual.order, mean: usual.mean, std: usual.std, ..*self };
        usual.scale = range.scale();
        usual.reorder(self.order);
        *self = usual;
    }

    /// The same thing as one multiplication and one addition: `pixel * gain + offset`, pixel of 0 to 255, per channel of
    /// the input (in [`Self::order`]).
    pub fn affine(&self) -> ([f32; 3], [f32; 3]) {
        let mut gain = [0.0; 3];
        let mut offset = [0.0; 3];
        for c in 0..3 {
            let (scale, mean, std) = (f64::from(self.scale), f64::from(self.mean[c]), f64::from(self.std[c]));
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
