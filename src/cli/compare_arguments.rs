//! The words of `compare` as plain structs.

use std::path::PathBuf;

use clap::Args;

use super::common_arguments::{WeightsArguments, parse_count, photo_parser};

/// `compare`.
#[derive(Clone, Debug, Args)]
pub struct CompareArguments {
    /// Photo: JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL
    #[arg(value_parser = photo_parser())]
    pub image: PathBuf,
    /// The weights to compare with: a file, or random (the same structure before any training)
    #[arg(long, value_name = "FILE|random")]
    pub with: PathBuf,
    /// Folder of photos over which similarity is measured; the album inside the program if left out
    #[arg(long, value_name = "ALBUM")]
    pub folder: Option<PathBuf>,
    /// Add how similar two random networks are, the base line (two more runs of the album)
    #[arg(long)]
    pub baseline: bool,
    /// How many photos of the album to run at once, at most one a thread (the default)
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub jobs: Option<usize>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
}
