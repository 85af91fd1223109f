//! What is asked: of what a picture is made, and how.

use std::sync::Arc;

use image::RgbImage;

use crate::spec::Head;

/// Steps of a picture unless somebody asks for a finer one.
pub const PREVIEW_STEPS: usize = 256;

/// Steps after which even the finest picture is done.
pub const FINER_STEPS: usize = 2560;

/// Pictures made at once where several different ones are wanted.
pub const DIVERSE: usize = 4;

/// What the picture is to make fire.  Names are those of activations (`conv2`, `inception4d`, `inception4a.branch3.1`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Target {
    /// A channel: the mean of its map before the activation function.
    Channel {
        /// The layer.
        layer: String,
        /// From 0.
        channel: usize,
    },
    /// The cell of a channel that lies in the middle of the map, before the activation function.
    Cell {
        /// The layer.
        layer: String,
        /// From 0.
        channel: usize,
    },
    /// A whole layer or branch, `inception4a.branch3` or `inception4c`: the mean of the squares of all its numbers.
    Layer {
        /// The layer, or a branch of a module by the name of the branch.
        layer: String,
    },
    /// The logit of a class.
    Logit {
        /// Which classifier.
        head: Head,
        /// Index of the class.
        class: usize,
    },
}

/// Which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Sign {
    /// What makes it fire.
    #[default]
    Maximise,
    /// What silences it.
    Minimise,
}

/// Where the picture begins.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub enum Start {
    /// From faint noise.
    #[default]
    Noise,
    /// From a photo (its middle square), and near it: the strength of each frequency stays the photo's, only the phases move, and
    /// what an earlier layer says of the photo is to stay (feature accentuation: Hamblin et al. 2024).
    Photo(#[serde(with = "crate::wire::picture")] Arc<RgbImage>),
}

/// What is asked of the network.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Recipe {
    /// Of what.
    pub target: Target,
    /// Which way.
    pub sign: Sign,
    /// From what.
    pub start: Start,
    /// Side of the picture and of what the network receives, pixels, 96 to 640; the canvas behind it is a quarter larger.
    pub size: usize,
    /// Which random numbers.
    pub seed: u64,
    /// Pictures made at once, 1 or [`DIVERSE`]; several are kept different from one another (their Gram matrices).
    pub count: usize,
}

impl Recipe {
    /// The usual one: what makes it fire, from noise, 128 pixels, seed 0, one picture.
    pub fn of(target: Target) -> Self {
        Self { target, sign: Sign::Maximise, start: Start::Noise, size: 128, seed: 0, count: 1 }
    }
}
