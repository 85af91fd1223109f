//! The words of `album …` as plain structs.

use std::path::PathBuf;

use clap::Args;

use super::common_arguments::{WeightsArguments, parse_count, photo_parser};
use crate::engine::Switch;

/// `album`.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum AlbumCommand {
    /// Run every photo of a folder that has not run yet, and keep what comes out
    Index(AlbumIndexArguments),
    /// Say how often the classifiers are right, what is taken for what, and which photos look alike
    Report(AlbumReportArguments),
    /// List the nine photos that fire a channel most
    Examples(AlbumExamplesArguments),
    /// Write the channel means of a layer, or logits, one row a photo
    Export(AlbumExportArguments),
    /// Delete what is kept of an album, or of all
    Forget(AlbumForgetArguments),
}

/// How photos are run.
#[derive(Clone, Debug, Args)]
pub struct AlbumRunArguments {
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// How many photos to run at once, at most one a thread (the default)
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub jobs: Option<usize>,
}

/// `album index`.
#[derive(Clone, Debug, Args)]
pub struct AlbumIndexArguments {
    /// Folder of photos, one sub-folder a label; the album inside the program if left out
    #[arg(value_parser = photo_parser())]
    pub folder: Option<PathBuf>,
    /// How photos are run.
    #[command(flatten)]
    pub run: AlbumRunArguments,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `album report`.
#[derive(Clone, Debug, Args)]
pub struct AlbumReportArguments {
    /// Folder of photos, one sub-folder a label; the album inside the program if left out
    #[arg(value_parser = photo_parser())]
    pub folder: Option<PathBuf>,
    /// How photos are run.
    #[command(flatten)]
    pub run: AlbumRunArguments,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Where to write one row a label: photos, right ones, precision, recall, F1, the most frequent answer
    #[arg(long, value_name = "FILE.csv")]
    pub out: Option<PathBuf>,
}

/// `album examples`.
#[derive(Clone, Debug, Args)]
pub struct AlbumExamplesArguments {
    /// Channel, from 0: of conv1, conv2, conv3, a module (inception4d:40) or a branch (inception4d.branch2.1:40)
    #[arg(value_name = "LAYER:CHANNEL", value_parser = channel)]
    pub channel: Switch,
    /// Folder of photos; the album inside the program if left out
    #[arg(long, value_name = "FOLDER", value_parser = photo_parser())]
    pub folder: Option<PathBuf>,
    /// How photos are run.
    #[command(flatten)]
    pub run: AlbumRunArguments,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    /// Where to draw the nine photos with their strongest cells
    #[arg(long, value_name = "SHEET.png")]
    pub out: Option<PathBuf>,
}

/// `album export`.
#[derive(Clone, Debug, Args)]
pub struct AlbumExportArguments {
    /// Folder of photos; the album inside the program if left out
    #[arg(value_parser = photo_parser())]
    pub folder: Option<PathBuf>,
    /// Channel means of conv1 to conv3, a module or a branch, or avgpool; logits of fc, aux1.fc2, aux2.fc2; 32x32 pixels
    #[arg(long, value_name = "NAME")]
    pub layer: String,
    /// Where to write them; FILE.json beside it says which photo each row is
    #[arg(long, value_name = "FILE.npy")]
    pub out: PathBuf,
    /// How photos are run.
    #[command(flatten)]
    pub run: AlbumRunArguments,
}

/// `album forget`.
#[derive(Clone, Debug, Args)]
#[group(required = true, multiple = false)]
pub struct AlbumForgetArguments {
    /// Folder whose results to delete, of all weights
    #[arg(value_parser = photo_parser())]
    pub folder: Option<PathBuf>,
    /// Delete the results of all albums, the one inside the program among them
    #[arg(long)]
    pub all: bool,
}

fn channel(text: &str) -> Result<Switch, String> {
    let wanted = || "expected a layer and a channel like inception4d:40".to_owned();
    let switch: Switch = text.parse()?;
    if switch.channel.is_some() { Ok(switch) } else { Err(wanted()) }
}
