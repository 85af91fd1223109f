//! The words of `weights list`, `weights check` and `weights fetch` as plain structs.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::common_arguments::SaidArguments;
use crate::weights::public::{PUBLIC, PublicFile};

/// `weights`.
#[derive(Clone, Debug, clap::Subcommand)]
pub enum WeightsCommand {
    /// List the weights inside, those found on this computer, and those anybody may fetch
    List(ListArguments),
    /// Say what a file of weights is, or everything that is wrong with it
    Check(CheckArguments),
    /// Download public weights, check them, and say how to use them
    Fetch(FetchArguments),
}

/// `weights list`.
#[derive(Clone, Debug, Args)]
pub struct ListArguments {
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `weights check`.
#[derive(Clone, Debug, Args)]
pub struct CheckArguments {
    /// File of weights: safetensors, PyTorch, Caffe or ONNX
    #[arg(value_name = "FILE")]
    pub weights: PathBuf,
    /// What the weights are.
    #[command(flatten)]
    pub said: SaidArguments,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `weights fetch`.
#[derive(Clone, Debug, Args)]
pub struct FetchArguments {
    /// Which weights
    #[arg(value_name = "NAME", value_parser = public_parser())]
    pub file: &'static PublicFile,
    /// A mirror in place of their own address; size and hash are checked all the same
    #[arg(long, value_name = "URL")]
    pub from: Option<String>,
    /// A folder in place of the user's own for this program's data
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
}

fn public_parser() -> impl TypedValueParser<Value = &'static PublicFile> {
    PossibleValuesParser::new(PUBLIC.iter().map(|file| file.key))
        .try_map(|key| PublicFile::find(&key).ok_or_else(|| format!("no public weights are called {key}")))
}
