//! The eight methods and their settings.

use std::sync::Arc;

use super::effort::Effort;
use crate::spec::{Head, INPUT_SIDE};

/// How a heatmap is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Method {
    /// Class evidence: the weighted sum of the last maps, whose mean and the bias are the logit (Zhou et al. 2016).
    Evidence,
    /// How much the logit falls when a grey patch hides a place (Zeiler and Fergus 2014).
    Occlusion,
    /// A module's maps, each weighted by the mean of its gradient; what is below 0 is cut off (Selvaraju et al. 2017).
    GradCam,
    /// The gradient's size (Simonyan et al. 2014).
    Gradient,
    /// The gradient times the input (Shrikumar et al. 2016).
    GradientXInput,
    /// The mean gradient of noisy copies (Smilkov et al. 2017).
    SmoothGrad,
    /// The input's distance from a baseline times the mean gradient on the way (Sundararajan et al. 2017).
    IntegratedGradients,
    /// A way back on which only what is positive goes on (Springenberg et al. 2015).
    GuidedBackpropagation,
}

/// What a method's map consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// Cells of a module's maps.
    Module,
    /// Places of the patch.
    Patch,
    /// Pixels.
    Pixel,
}

impl Method {
    /// In the order of tables.
    pub const ALL: [Self; 8] = [
        Self::Evidence,
        Self::Occlusion,
        Self::GradCam,
        Self::Gradient,
        Self::GradientXInput,
        Self::SmoothGrad,
        Self::IntegratedGradients,
        Self::GuidedBackpropagation,
    ];

    /// Those with the fewest passes first.
    pub const CHEAPEST_FIRST: [Self; 8] = [
        Self::Evidence,
        Self::GradCam,
        Self::Gradient,
        Self::GradientXInput,
        Self::GuidedBackpropagation,
        Self::SmoothGrad,
        Self::IntegratedGradients,
        Self::Occlusion,
    ];

    /// Its word in files and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Occlusion => "occlusion",
            Self::GradCam => "grad-cam",
            Self::Gradient => "gradient",
            Self::GradientXInput => "gradient-x-input",
            Self::SmoothGrad => "smoothgrad",
            Self::IntegratedGradients => "integrated-gradients",
            Self::GuidedBackpropagation => "guided-backpropagation",
        }
    }

    /// The method of that word.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.key() == key)
    }

    /// Whether a map tells what speaks for the class from what speaks against it; else it is nowhere below 0.
    pub const fn is_signed(self) -> bool {
        match self {
            Self::Evidence | Self::Occlusion | Self::GradientXInput | Self::IntegratedGradients => true,
            Self::GradCam | Self::Gradient | Self::SmoothGrad | Self::GuidedBackpropagation => false,
        }
    }

    /// What its map consists of.
    pub const fn grain(self) -> Grain {
        match self {
            Self::Evidence | Self::GradCam => Grain::Module,
            Self::Occlusion => Grain::Patch,
            Self::Gradient
            | Self::GradientXInput
            | Self::SmoothGrad
            | Self::IntegratedGradients
            | Self::GuidedBackpropagation => Grain::Pixel,
        }
    }

    /// Whether it has something to say about a head.
    pub const fn goes_with(self, head: Head) -> bool {
        !matches!((self, head), (Self::Evidence, Head::Aux1 | Head::Aux2))
    }
}

/// Where integrated gradients begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Baseline {
    /// Pixels of value 0.
    #[default]
    Black,
    /// The photo without its details.
    Blurred,
}

impl Baseline {
    /// Its word in files and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Blurred => "blurred",
        }
    }
}

/// What SmoothGrad adds to the input.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Noise {
    /// [`Effort::smoothgrad_samples`] samples of normal noise, its deviation [`SMOOTHGRAD_NOISE`] of the input's span, from a seed.
    Seeded(u64),
    /// These numbers as they are, a sample each.
    Given(Arc<[Vec<f32>]>),
}

/// Standard deviation of SmoothGrad's noise, as a share of the distance from the input's smallest number to its largest.
pub const SMOOTHGRAD_NOISE: f32 = 0.15;
/// Side of the occluding patch, pixels.
pub const PATCH_PX: usize = 32;
/// Deviation of the blur that takes the details away, pixels.
pub const BLUR_PX: f64 = 12.0;
/// Deviation of the low-pass filter that Muzellec et al. (2023) found best for photos of 224 pixels, cycles a photo.
pub const LOW_PASS_CYCLES: f64 = 15.0;

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Settings {
    /// The module of Grad-CAM, `inception4d`; `None`: the last before the head.
    pub at: Option<String>,
    /// Where integrated gradients begin.
    pub baseline: Baseline,
    /// What SmoothGrad adds.
    pub noise: Noise,
    /// Maps of pixels go through a low-pass filter of that deviation, cycles a photo.
    pub low_pass: Option<f64>,
    /// How much is done.
    pub effort: Effort,
}

impl Default for Settings {
    fn default() -> Self {
        Self { at: None, baseline: Baseline::Black, noise: Noise::Seeded(0), low_pass: None, effort: Effort::FULL }
    }
}

impl Settings {
    /// The module of Grad-CAM for a head.
    pub fn module(&self, head: Head) -> String {
        self.at.clone().unwrap_or_else(|| format!("inception{}", head.after()))
    }
}

/// Places of the patch along a side of so many pixels, `step` pixels apart.
pub(super) fn patch_places(side: usize, step: usize) -> usize {
    side.div_ceil(step)
}

const _: () = assert!(INPUT_SIDE.is_multiple_of(Effort::FULL.patch_step_px));
