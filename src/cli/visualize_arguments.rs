//! The words of `visualize` as plain structs.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{RangedU64ValueParser, TypedValueParser};

use super::common_arguments::{WeightsArguments, photo_parser};
use super::gradient_arguments::{Of, layer, layer_or_branch};
use crate::model::network::SIDES;
use crate::visualize::FINER_STEPS;

/// `visualize`.
#[derive(Clone, Debug, Args)]
pub struct VisualizeArguments {
    /// Of what: LAYER:CHANNEL (its mean before the activation function), LAYER or a branch like inception4a.branch3 (the mean of its
    /// squares), main:CLASS, aux1:CLASS, aux2:CLASS (the logit)
    #[arg(long, value_name = "WHAT", value_parser = |text: &str| Of::parse(text, layer_or_branch))]
    pub of: Of,
    /// Steps, up to 2560
    #[arg(long, default_value = "256", value_parser = numbers(1, FINER_STEPS))]
    pub steps: usize,
    /// Pixels of a side, 96 to 640
    #[arg(long, default_value = "128", value_parser = numbers(*SIDES.start(), *SIDES.end()))]
    pub size: usize,
    /// Which random numbers
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// Ask the same network before any training
    #[arg(long)]
    pub random_weights: bool,
    /// What makes it silent, in place of what makes it fire
    #[arg(long)]
    pub minimise: bool,
    /// Begin from this photo and stay near it, in place of noise
    #[arg(long, value_name = "IMAGE", value_parser = photo_parser())]
    pub from: Option<PathBuf>,
    /// Make four different pictures at once, side by side
    #[arg(long, conflicts_with = "from")]
    pub diverse: bool,
    /// Where to write the picture
    #[arg(long, value_name = "FILE.png")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// Print the curve as JSON: the strongest cell of the channel (the logit, the mean of squares) at every step
    #[arg(long)]
    pub json: bool,
}

/// A whole number in a range.
pub fn numbers(least: usize, most: usize) -> impl TypedValueParser<Value = usize> {
    RangedU64ValueParser::<u64>::new().range(least as u64..=most as u64).map(|number| number as usize)
}

/// `dream`'s `--layer`.
pub fn layer_and_channel(text: &str) -> Result<(String, Option<usize>), String> {
    with_channel(text, layer)
}

/// The same, or the name of a branch.
pub fn branch_and_channel(text: &str) -> Result<(String, Option<usize>), String> {
    with_channel(text, layer_or_branch)
}

fn with_channel(text: &str, layer: impl Fn(&str) -> Result<String, String>) -> Result<(String, Option<usize>), String> {
    let Some((name, channel)) = text.split_once(':') else {
        return Ok((layer(text)?, None));
    };
    let name = layer(name)?;
    let channel = channel.parse().map_err(|_| format!("after {name}: comes a channel, a whole number from 0"))?;
    Ok((name, Some(channel)))
}
