//! Arguments that several subcommands have: weights, what is switched off, photos, counts.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser};

use super::facts_arguments::FactsArguments;
use crate::app::files;
use crate::engine::Switch;
use crate::spec::Topology;

/// What is switched off in the network.
#[derive(Clone, Debug, Default, PartialEq, Args)]
pub struct OffArguments {
    /// Set branches (inception4a.branch3) or channels (inception4a:17, from 0) to 0
    #[arg(long = "off", value_name = "NAME[,NAME…]", value_delimiter = ',')]
    pub switches: Vec<Switch>,
}

/// What the classifiers view is asked.
#[derive(Clone, Debug, Default, PartialEq, Args)]
pub struct StudyArguments {
    /// Class to explain in the classifiers view; the most probable one if left out
    #[arg(long, value_name = "LABEL|INDEX")]
    pub class: Option<String>,
    /// Class to hold it against
    #[arg(long, value_name = "LABEL|INDEX")]
    pub minus: Option<String>,
    /// What the photo really shows: for the training loss and the gradients
    #[arg(long, value_name = "LABEL|INDEX")]
    pub true_label: Option<String>,
}

/// Which weights to run.
#[derive(Clone, Debug, Default, PartialEq, Args)]
pub struct WeightsArguments {
    /// Weights in place of those inside the program: safetensors, PyTorch, Caffe or ONNX
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
    /// What the weights are.
    #[command(flatten)]
    pub said: SaidArguments,
}

/// What a person says about a file of weights.
#[derive(Clone, Debug, Default, PartialEq, Args)]
pub struct SaidArguments {
    /// What the weights are, in place of what they seem to be
    #[arg(long, value_name = "T", value_parser = topology_parser(), requires = "weights")]
    pub topology: Option<Topology>,
    /// Class names, one a line or JSON, in place of those in or beside the weights
    #[arg(long, value_name = "FILE", requires = "weights")]
    pub labels: Option<PathBuf>,
    /// What in the file the network is under, if it holds several: a key of a checkpoint, a module
    #[arg(long, value_name = "NAME", requires = "weights")]
    pub key: Option<String>,
    /// What their shapes cannot tell.
    #[command(flatten)]
    pub facts: FactsArguments,
}

/// A path, or an address like `file:///home/a%20photo.jpg` as file managers hand over.
pub(super) fn photo_parser() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(files::path)
}

pub(super) fn topology_parser() -> impl TypedValueParser<Value = Topology> {
    PossibleValuesParser::new(Topology::PRESETS)
        .try_map(|word| Topology::preset(&word).ok_or_else(|| format!("no topology is called {word}")))
}

pub(super) fn parse_count(text: &str) -> Result<usize, String> {
    let count = text.parse().ok().filter(|&count| count >= 1);
    count.ok_or_else(|| "expected a whole number from 1".to_owned())
}
