//! What is switched off: channels one by one, or a whole branch of a module.  A branch is off when all channels of its last
//! stage are.

use std::collections::BTreeSet;
use std::str::FromStr;

use thiserror::Error;

pub use crate::model::Muted;
use crate::model::Run;
use crate::spec::{InceptionModule, Layer, Network, Part, Place};

/// The name of something that can be switched off: `inception4a.branch3` or `inception4a:17`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switch {
    /// A branch, or the activation whose channel it is.
    pub name: String,
    /// The channel, from 0; `None`: a whole branch.
    pub channel: Option<usize>,
}

impl FromStr for Switch {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (name, channel) = match text.rsplit_once(':') {
            None => (text, None),
            Some((name, number)) => match number.parse() {
                Ok(channel) => (name, Some(channel)),
                Err(_) => return Err(format!("{number:?} is no number of a channel")),
            },
        };
        if name.is_empty() {
            return Err("expected a branch like inception4a.branch3, or a channel like inception4a:17".to_owned());
        }
        Ok(Self { name: name.to_owned(), channel })
    }
}

/// Why something cannot be switched off.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum OffError {
    /// The network has no layer and no branch of that name.
    #[error("This network has no layer or branch {name}; `inception-lens inspect` lists its layers.")]
    Unknown {
        /// As asked.
        name: String,
    },
    /// A layer that is no branch was named without a channel.
    #[error("{name} is no branch of a module; name one of its channels, {name}:0 to {name}:{last}.")]
    NoBranch {
        /// As asked.
        name: String,
        /// Its last channel.
        last: usize,
    },
    /// The layer has fewer channels.
    #[error("{name} has no channel {channel}; its channels are 0 to {last}.")]
    NoChannel {
        /// The layer.
        name: String,
        /// As asked.
        channel: usize,
        /// Its last channel.
        last: usize,
    },
}

/// The channels behind names.
///
/// # Errors
/// The first of them that the network does not have.
pub fn muted(switches: &[Switch], network: &Network) -> Result<Muted, OffError> {
    let mut muted = Muted::new();
    for Switch { name, channel } in switches {
        let unknown = || OffError::Unknown { name: name.clone() };
        let branch = network.layers.iter().find(|layer| branch_of(layer) == Some(name));
        let layer = match channel {
            Some(_) => network.layer(name),
            None => branch.or_else(|| network.layer(name)),
        };
        let layer = layer.ok_or_else(unknown)?;
        let (name, last) = (name.clone(), layer.output.channels() - 1);
        let channels = match *channel {
            None if branch.is_none() => return Err(OffError::NoBranch { name, last }),
            None => 0..=last,
            Some(channel) if channel > last => {
                return Err(OffError::NoChannel { name, channel, last });
            }
            Some(channel) => channel..=channel,
        };
        muted.entry(layer.name.clone()).or_default().extend(channels);
    }
    Ok(muted)
}

/// A branch of a module, 0 to 3 in the order of the concat.
pub fn branch(module: &InceptionModule, branch: usize) -> Switch {
    Switch { name: format!("{}.branch{}", module.layer_name(), branch + 1), channel: None }
}

/// Whether all that a switch names is off.
pub fn is_off(switch: &Switch, muted: &Muted, network: &Network) -> bool {
    let wanted = self::muted(std::slice::from_ref(switch), network).unwrap_or_default();
    let holds =
        |(name, channels): (&String, &BTreeSet<usize>)| muted.get(name).is_some_and(|off| channels.is_subset(off));
    !wanted.is_empty() && wanted.iter().all(holds)
}

/// "inception4a.branch3" for the last stage of that branch, whose channels are what the branch adds to the concat.
fn branch_of(layer: &Layer) -> Option<&str> {
    let Place::Module { part, .. } = layer.place else {
        return None;
    };
    match part {
        Part::Conv1x1 => Some(&layer.name),
        Part::Conv3x3 | Part::Conv5x5 | Part::First3x3 | Part::PoolProjection => layer.name.strip_suffix(".1"),
        Part::Second3x3 => layer.name.strip_suffix(".2"),
        Part::Conv3x3Reduce | Part::Conv5x5Reduce | Part::Pool | Part::Concat => None,
    }
}

/// What of it the network has: channels of layers that are there.
pub fn possible(muted: &Muted, network: &Network) -> Muted {
    let kept = muted.iter().map(|(name, channels)| {
        let count = network.layer(name).map_or(0, |layer| layer.output.channels());
        let channels = channels.iter().copied().filter(|&channel| channel < count);
        (name.clone(), channels.collect::<BTreeSet<_>>())
    });
    kept.filter(|(_, channels)| !channels.is_empty()).collect()
}

/// The names of all that is off, in the order of the network: those that [`Switch`] reads.
pub fn names(muted: &Muted, network: &Network) -> Vec<String> {
    let mut names = Vec::new();
    for layer in &network.layers {
        let Some(channels) = muted.get(&layer.name) else {
            continue;
        };
        match branch_of(layer) {
            Some(branch) if channels.len() == layer.output.channels() => {
                names.push(branch.to_owned());
            }
            _ => names.extend(channels.iter().map(|channel| format!("{}:{channel}", layer.name))),
        }
    }
    names
}

/// How much is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Count {
    /// Channels outside whole branches.
    pub channels: usize,
    /// Whole branches.
    pub branches: usize,
}

/// Counts channels and whole branches.
pub fn count(muted: &Muted, network: &Network) -> Count {
    let mut count = Count::default();
    for (name, channels) in muted {
        let layer = network.layer(name);
        let is_branch =
            layer.is_some_and(|layer| branch_of(layer).is_some() && channels.len() == layer.output.channels());
        match is_branch {
            true => count.branches += 1,
            false => count.channels += channels.len(),
        }
    }
    count
}

/// The run with all that off.
pub fn interventions<'a>(run: Run<'a>, muted: &Muted) -> Run<'a> {
    run.mute(muted)
}
