//! The words of `dream` as plain structs.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::common_arguments::{OffArguments, WeightsArguments, photo_parser};
use super::visualize_arguments::{layer_and_channel, numbers};
use crate::visualize::dream;

/// `dream`.
#[derive(Clone, Debug, Args)]
pub struct DreamArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// The layer that dreams, conv1 to inception5b, or one of its channels
    #[arg(long, value_name = "NAME[:CHANNEL]", value_parser = layer_and_channel)]
    pub layer: (String, Option<usize>),
    /// At how many sizes, each 1.4 times the one before, up to that of the photo (at most 640 pixels)
    #[arg(long, default_value = "4", value_parser = numbers(1, 8))]
    pub octaves: usize,
    /// Steps at each size
    #[arg(long, default_value = "10", value_parser = numbers(1, 200))]
    pub steps: usize,
    /// How far a step goes, 0.01 to 100 times as far as usual
    #[arg(long, default_value = "1", value_parser = parse_strength)]
    pub strength: f32,
    /// Which random numbers
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// Sweep one setting and draw all dreams on one sheet
    #[arg(long, value_enum, value_name = "SETTING")]
    pub sweep: Option<Sweep>,
    /// Where to write the picture
    #[arg(long, value_name = "FILE.png")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
}

/// `--sweep`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sweep {
    /// conv3 and the nine modules.
    Layer,
    /// A quarter to four times the strength.
    Strength,
    /// One to four sizes.
    Octaves,
}

impl Sweep {
    /// The setting.
    pub fn setting(self) -> dream::Sweep {
        match self {
            Self::Layer => dream::Sweep::Layer,
            Self::Strength => dream::Sweep::Strength,
            Self::Octaves => dream::Sweep::Octaves,
        }
    }
}

fn parse_strength(text: &str) -> Result<f32, String> {
    let strength = text.parse().ok().filter(|strength| (0.01..=100.0).contains(strength));
    strength.ok_or_else(|| "expected a number from 0.01 to 100".to_owned())
}
