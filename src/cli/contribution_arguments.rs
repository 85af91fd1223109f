//! The words of `contribution` as plain structs.

use std::path::PathBuf;

use clap::Args;

use super::common_arguments::{OffArguments, WeightsArguments, photo_parser};
use super::heatmaps_arguments::head_parser;
use crate::spec::Head;

/// `contribution`.
#[derive(Clone, Debug, Args)]
pub struct ContributionArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// Name or number of the class; the most probable one if left out
    #[arg(long, value_name = "LABEL|INDEX")]
    pub class: Option<String>,
    /// The class it is held against: why the one and not the other?
    #[arg(long, value_name = "LABEL|INDEX")]
    pub minus: Option<String>,
    /// Whose logit; an auxiliary head depends on the modules before it
    #[arg(long, value_name = "HEAD", default_value = "main", value_parser = head_parser())]
    pub head: Head,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// What is switched off.
    #[command(flatten)]
    pub off: OffArguments,
    /// Print the numbers as JSON
    #[arg(long)]
    pub json: bool,
}
