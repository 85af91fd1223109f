//! `contribution`: what each module, branch and channel adds to a class, and what the biases behind it add.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use serde::Serialize;

use super::contribution_arguments::ContributionArguments;
use super::table::{Align, align};
use super::{Outcome, load, output};
use crate::analysis::contribution::{BRANCHES, ChannelDrop, Contributions, LayerContribution, drop};
use crate::analysis::evidence::find_class;
use crate::analysis::heatmaps::Question;
use crate::engine::LoadedNetwork;
use crate::model::{Muted, Trace};

/// Channels of a module that are switched off one by one to test their contributions, and that people read.
const STRONGEST: usize = 5;
/// Names of the branches.
const NAMES: [&str; BRANCHES] = ["branch1", "branch2", "branch3", "branch4"];

#[derive(Serialize)]
struct Entry<'a> {
    class: &'a str,
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    minus: Option<&'a str>,
    head: &'static str,
    logit: f64,
    modules: Vec<LayerEntry<'a>>,
    /// The convolutions before the modules.
    stem: Vec<LayerEntry<'a>>,
    weights_sha256: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    off: &'a [String],
}

#[derive(Serialize)]
struct LayerEntry<'a> {
    name: &'a str,
    sum: f64,
    remainder: f64,
    logit: f64,
    /// Whether sum and remainder must add up to the logit: all behind is piecewise linear.
    is_exact: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    branches: Option<BTreeMap<&'static str, f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shares: Option<BTreeMap<&'static str, f64>>,
    /// All, those that add or take most first.
    channels: Vec<ChannelEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    drops: Vec<DropEntry>,
}

#[derive(Serialize)]
struct ChannelEntry {
    channel: usize,
    value: f64,
}

#[derive(Serialize)]
struct DropEntry {
    /// As after `--off`.
    off: String,
    predicted: f64,
    measured: f64,
}

/// A module with what happens without its branches and strongest channels.
struct Tested<'a> {
    layer: &'a LayerContribution,
    branches: Vec<ChannelDrop>,
    channels: Vec<ChannelDrop>,
}

/// Prints the contributions.
///
/// # Errors
/// Weights, photo or class are bad.
pub fn run(arguments: &ContributionArguments) -> Result<Outcome> {
    let network = load::network(&arguments.weights)?;
    let find = |asked: &Option<String>| asked.as_deref().map(|asked| find_class(asked, &network.labels)).transpose();
    let (asked, minus) = (find(&arguments.class)?, find(&arguments.minus)?);
    let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let prepared = network.prepare_own(&photo);
    let off = load::off(&arguments.off, &network)?;
    let (trace, report) = network.run(&prepared, off.run())?;
    let head = arguments.head;
    let Some(scores) = report.head(head) else {
        bail!("These weights have no head {}; leave --head out, or choose other weights.", head.key());
    };
    let class = asked.unwrap_or_else(|| scores.best());
    if minus == Some(class) {
        bail!("A class minus itself is nothing; name another class after --minus.");
    }
    let question = Question { head, class, minus };
    let contributions = Contributions::of(&network.model, &trace, question)?;
    let test = |layer| tested(&network, &trace, off.muted(), question, layer);
    let modules = contributions.layers.iter().filter(|layer| layer.branches.is_some());
    let modules = modules.map(test).collect::<Result<Vec<_>>>()?;
    let label = |class: usize| network.labels[class].as_str();
    if arguments.json {
        let stem = contributions.layers.iter().filter(|layer| layer.branches.is_none());
        output::print_json(&Entry {
            class: label(class),
            index: class,
            minus: minus.map(label),
            head: head.key(),
            logit: contributions.logit,
            modules: modules.iter().map(|tested| entry(tested.layer, tested.drops())).collect(),
            stem: stem.map(|layer| entry(layer, Vec::new())).collect(),
            weights_sha256: &network.sha256,
            off: &off.names,
        })?;
    } else {
        let title = match minus {
            None => label(class).to_owned(),
            Some(minus) => format!("{} and not {}", label(class), label(minus)),
        };
        output::print(&summary(&title, &contributions, &modules))?;
    }
    Ok(Outcome::Done)
}

/// Switches the branches and the strongest channels of a module off, one at a time.
fn tested<'a>(
    network: &LoadedNetwork,
    trace: &Trace,
    muted: &Muted,
    question: Question,
    layer: &'a LayerContribution,
) -> Result<Tested<'a>> {
    let without = |channels: BTreeSet<usize>| drop(&network.model, trace, muted, question, layer, &channels, &|| false);
    let structure = network.network.layer(&layer.layer);
    let inputs = structure.map(|layer| layer.inputs.as_slice()).unwrap_or_default();
    let mut first = 0;
    let mut branches = Vec::with_capacity(inputs.len());
    for &branch in inputs {
        let count = network.network.layers[branch].output.channels();
        branches.push(without((first..first + count).collect())?);
        first += count;
    }
    let strongest = layer.strongest().into_iter().take(STRONGEST);
    let channels = strongest.map(|channel| without(BTreeSet::from([channel]))).collect::<Result<_, _>>()?;
    Ok(Tested { layer, branches, channels })
}

impl Tested<'_> {
    /// By the names that `--off` knows.
    fn drops(&self) -> Vec<DropEntry> {
        let name = &self.layer.layer;
        let entry =
            |off: String, drop: &ChannelDrop| DropEntry { off, predicted: drop.predicted, measured: drop.measured };
        let branches = self.branches.iter().zip(NAMES).map(|(drop, branch)| entry(format!("{name}.{branch}"), drop));
        let channels = self.channels.iter().map(|drop| {
            let channels: Vec<String> = drop.channels.iter().map(|channel| format!("{name}:{channel}")).collect();
            entry(channels.join(","), drop)
        });
        branches.chain(channels).collect()
    }
}

fn entry(layer: &LayerContribution, drops: Vec<DropEntry>) -> LayerEntry<'_> {
    let by_name = |values: [f64; BRANCHES]| NAMES.into_iter().zip(values).collect();
    let channel = |channel| ChannelEntry { channel, value: layer.channels[channel] };
    LayerEntry {
        name: &layer.layer,
        sum: layer.sum,
        remainder: layer.remainder,
        logit: layer.logit,
        is_exact: layer.is_exact,
        branches: layer.branches.map(by_name),
        shares: layer.shares().map(by_name),
        channels: layer.strongest().into_iter().map(channel).collect(),
        drops,
    }
}

/// For people: the equation of each layer, its branches, its strongest channels with what is lost without them.
fn summary(title: &str, contributions: &Contributions, modules: &[Tested<'_>]) -> String {
    let head = [
        "layer",
        "sum",
        "+ remainder",
        "= logit",
        "1x1",
        "3x3",
        "5x5",
        "pool",
        "strongest channels (and the drop without)",
    ];
    let signed = |value: f64| format!("{value:+.3}");
    let row = |layer: &LayerContribution| {
        let branches = layer.branches.map_or(Default::default(), |branches| branches.map(signed));
        let drops = modules.iter().find(|tested| tested.layer.layer == layer.layer);
        let channels = drops.map_or(Vec::new(), |tested| tested.channels.iter().collect());
        let channels = channels.into_iter().map(|drop| {
            let channel = drop.channels.first().copied().unwrap_or_default();
            format!("{channel}: {:+.3} ({:+.3})", drop.predicted, drop.measured)
        });
        let [one, three, five, pool] = branches;
        let equals = if layer.is_exact { format!("{:+.4}", layer.logit) } else { "not exact".to_owned() };
        let channels: Vec<String> = channels.collect();
        [
            layer.layer.clone(),
            signed(layer.sum),
            signed(layer.remainder),
            equals,
            one,
            three,
            five,
            pool,
            channels.join("  "),
        ]
    };
    let rows: Vec<[String; 9]> =
        [head.map(str::to_owned)].into_iter().chain(contributions.layers.iter().map(row)).collect();
    let columns: [Align; 9] = std::array::from_fn(|column| if column % 8 == 0 { Align::Left } else { Align::Right });
    let mut text = format!("{}: logit {:+.4}\n", output::plain(title), contributions.logit);
    text.push_str(&align(&columns, &rows));
    let is_inexact = |layer: &&LayerContribution| !layer.is_exact;
    if let Some(layer) = contributions.layers.iter().rfind(is_inexact) {
        text.push_str(&format!(
            "  Behind {} and the layers before it comes local response normalisation, which is not piecewise linear: there sum and remainder are not the logit.\n",
            layer.layer
        ));
    }
    text
}
