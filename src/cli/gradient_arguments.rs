//! The words of `gradient` as plain structs.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use clap::Args;

use super::common_arguments::WeightsArguments;
use crate::app::view_word::layer_names;
use crate::spec::{Head, Network, Topology};

/// `gradient`.
#[derive(Clone, Debug, Args)]
pub struct GradientArguments {
    /// Photo; optional and ignored with --input
    #[arg(required_unless_present = "input")]
    pub image: Option<PathBuf>,
    /// Of what: main:CLASS, aux1:CLASS, aux2:CLASS; LAYER:CHANNEL (its mean) or LAYER (the mean of its squares)
    #[arg(long, value_name = "WHAT")]
    pub of: Of,
    /// With respect to what: input (the pixels as conv1 receives them) or a layer
    #[arg(long, value_name = "input|LAYER", value_parser = layer)]
    pub to: String,
    /// Take the layer before its activation function
    #[arg(long)]
    pub before_relu: bool,
    /// Where to write it; .safetensors for the numbers, .png for a picture
    #[arg(long, value_name = "FILE.safetensors|png")]
    pub out: PathBuf,
    /// Which weights.
    #[command(flatten)]
    pub weights: WeightsArguments,
    /// A tensor "input" of [3, height, width], sides from 96 to 640, handed to conv1 as it is
    #[arg(long, value_name = "TENSOR.safetensors")]
    pub input: Option<PathBuf>,
}

/// `--of`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// `main:cat`
    Logit {
        /// Which classifier.
        head: Head,
        /// Name or number of the class.
        class: String,
    },
    /// `inception4d:40`
    Channel {
        /// The layer.
        name: String,
        /// The channel, from 0.
        channel: usize,
    },
    /// `inception4c`
    Energy {
        /// The layer.
        name: String,
    },
}

impl FromStr for Of {
    type Err = String;

    /// The error says which words are valid.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text, layer)
    }
}

impl Of {
    /// The same where `layer` says which names of layers are valid.
    pub fn parse(text: &str, layer: fn(&str) -> Result<String, String>) -> Result<Self, String> {
        let (name, rest) = match text.split_once(':') {
            None => (text, None),
            Some((name, rest)) => (name, Some(rest)),
        };
        let head = Head::ALL.into_iter().find(|head| head.key() == name);
        match (head, rest) {
            (Some(head), Some(class)) if !class.is_empty() => Ok(Self::Logit { head, class: class.to_owned() }),
            (Some(head), _) => Err(format!("after {} comes a class: {0}:cat", head.key())),
            (None, None) => Ok(Self::Energy { name: layer(name)? }),
            (None, Some(channel)) => {
                let name = layer(name)?;
                let channel = channel.parse();
                let channel = channel.map_err(|_| format!("after {name}: comes a channel, a whole number from 0"))?;
                Ok(Self::Channel { name, channel })
            }
        }
    }
}

impl fmt::Display for Of {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Logit { head, class } => write!(f, "{}:{class}", head.key()),
            Self::Channel { name, channel } => write!(f, "{name}:{channel}"),
            Self::Energy { name } => f.write_str(name),
        }
    }
}

/// A layer's name; the paper's network has every name that any topology has.
///
/// # Errors
/// Which names there are.
pub fn layer(text: &str) -> Result<String, String> {
    named(text, |_| false)
}

/// The same or the name of a branch, `inception4a.branch3`.
///
/// # Errors
/// Which names there are.
pub fn layer_or_branch(text: &str) -> Result<String, String> {
    let last = format!("{text}.1");
    named(text, |layer| layer == last)
}

fn named(text: &str, is_meant: impl Fn(&str) -> bool) -> Result<String, String> {
    let network = Network::new(Topology::PAPER, 1000);
    let mut names = network.layers.iter().map(|layer| &layer.name);
    match names.any(|name| name == text || is_meant(name)) {
        true => Ok(text.to_owned()),
        false => Err(format!("no layer is called {text:?}; layers: {}", layer_names())),
    }
}
