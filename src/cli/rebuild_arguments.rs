//! The words of `rebuild` as plain structs.

use std::path::PathBuf;

use clap::Args;

use super::common_arguments::{OffArguments, WeightsArguments, photo_parser};
use super::visualize_arguments::{branch_and_channel, numbers};

/// `rebuild`.
#[derive(Clone, Debug, Args)]
pub struct RebuildArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// What the photo is rebuilt from: a layer, conv1 to inception5b, a branch (inception3a.branch3), or one of its channels
    #[arg(long, value_name = "NAME[:CHANNEL]", value_parser = branch_and_channel)]
    pub layer: (String, Option<usize>),
    /// Steps
    #[arg(long, default_value = "256", value_parser = numbers(1, 10_000))]
    pub steps: usize,
    /// Which noise it grows from
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// Where to write the picture, as large as what the network sees
    #[arg(long, value_name = "FILE.png")]
    pub out: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
}
