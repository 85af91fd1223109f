//! The words of `fool` as plain structs.

use std::path::PathBuf;

use clap::Args;

use super::common_arguments::{OffArguments, WeightsArguments, photo_parser};
use super::visualize_arguments::numbers;
use crate::visualize::fool::MOST;

/// `fool`.
#[derive(Clone, Debug, Args)]
pub struct FoolArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// What the network is to answer: the label or number of a class, or any (anything but its answer)
    #[arg(long, value_name = "CLASS|any")]
    pub to: String,
    /// The most that a colour of a pixel changes, grey levels of 255
    #[arg(long, default_value = "2", value_parser = numbers(1, MOST.into()))]
    pub epsilon: usize,
    /// Steps along the sign of the gradient
    #[arg(long, default_value = "10", value_parser = numbers(1, 1000))]
    pub steps: usize,
    /// Where to write the picture, at the network's size: read again, nothing of it is resized
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
