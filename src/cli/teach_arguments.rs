//! The words of `teach` as plain structs.

use std::path::PathBuf;

use clap::Args;

use super::common_arguments::{WeightsArguments, parse_count};

/// `teach`.
#[derive(Clone, Debug, Args)]
pub struct TeachArguments {
    /// Folder whose sub-folders are the classes, 2 to 8, each with photos of it
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Where to write the weights, as safetensors; what they are is written beside them (FILE.card.md)
    #[arg(long, value_name = "FILE.safetensors")]
    pub out: PathBuf,
    /// Photos at once, at most one a thread
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub jobs: Option<usize>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
}
