//! `compare`: one photo and one album through two sets of weights.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, bail};
use serde::Serialize;

use super::common_arguments::{SaidArguments, WeightsArguments};
use super::compare_arguments::CompareArguments;
use super::table::{Align, align};
use super::{Outcome, album, load, output};
use crate::album::Index;
use crate::analysis::{Responses, linear_cka, weights_change};
use crate::engine::LoadedNetwork;
use crate::export::answers::{ClassEntry, Heads};
use crate::model::Run;
use crate::spec::DEPTHS;

/// The word for weights that nobody trained.
pub(super) const RANDOM: &str = "random";

/// Seeds of the network that has learned nothing, and of the two of the base line.
const SEED: u64 = 0;
const BASELINE: [u64; 2] = [1, 2];

/// Classes of each classifier that are listed.
const LISTED: usize = 5;

/// What JSON has.
#[derive(Serialize)]
struct Compared {
    /// What the photo is to the first network.
    heads: Heads,
    /// What it is to the second.
    with: Heads,
    /// By depth.
    layers: Vec<Layer>,
}

/// One depth of both networks.
#[derive(Serialize)]
struct Layer {
    name: &'static str,
    /// Linear CKA of the channel means over the album; null where one of the networks lacks the layer or says the same of all photos.
    similarity: Option<f64>,
    /// The same of two random networks, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    random_similarity: Option<Option<f64>>,
    /// Length of the difference of the weights over the length of the first network's; null where the shapes differ.
    weights_change: Option<f64>,
}

/// Compares, and says so.
///
/// # Errors
/// Either file of weights, the photo or the album are bad.
pub fn run(arguments: &CompareArguments) -> Result<Outcome> {
    let first = Arc::new(load::network(&arguments.weights)?);
    let second = Arc::new(second(&arguments.with, &first)?);
    let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let heads = |network: &LoadedNetwork| -> Result<Heads> {
        let (scores, _) = network.scores(&network.prepare_own(&photo), Run::new())?;
        Ok(Heads::new(&scores, &network.labels, LISTED))
    };
    let (own, other) = (heads(&first)?, heads(&second)?);
    let similarities = similarities(arguments, [&first, &second])?;
    let random = match arguments.baseline {
        true => {
            let [one, two] = BASELINE.map(|seed| first.with_random_weights(seed).map(Arc::new));
            Some(self::similarities(arguments, [&one?, &two?])?)
        }
        false => None,
    };
    let layers = DEPTHS.iter().enumerate().map(|(depth, &name)| Layer {
        name,
        similarity: similarities[depth],
        random_similarity: random.as_ref().map(|random| random[depth]),
        weights_change: weights_change(&first.network, &first.model, &second.model, name),
    });
    let compared = Compared { heads: own, with: other, layers: layers.collect() };
    match arguments.json {
        true => output::print_json(&compared)?,
        false => output::print(&table(&compared, [&first.name, &second.name]))?,
    }
    Ok(Outcome::Done)
}

/// The weights to compare with.
pub(super) fn second(with: &Path, first: &LoadedNetwork) -> Result<LoadedNetwork> {
    if with.as_os_str().eq_ignore_ascii_case(RANDOM) {
        return Ok(first.with_random_weights(SEED)?);
    }
    load::network(&WeightsArguments { weights: Some(with.to_owned()), said: SaidArguments::default() })
}

/// How alike both see the photos of the album, depth by depth.
fn similarities(arguments: &CompareArguments, networks: [&Arc<LoadedNetwork>; 2]) -> Result<Vec<Option<f64>>> {
    let mut indexes = Vec::with_capacity(2);
    for network in networks {
        indexes.push(album::run_on(arguments.folder.as_ref(), Arc::clone(network), arguments.jobs)?);
    }
    let [one, other] = &indexes[..] else { bail!("Two networks are compared.") };
    DEPTHS.iter().map(|&name| similarity(one, other, name)).collect()
}

/// Over the photos that ran in both.
fn similarity(one: &Index, other: &Index, layer: &str) -> Result<Option<f64>> {
    let is_there = |index: &Index| index.layers().iter().any(|known| known.name == layer);
    if !is_there(one) || !is_there(other) {
        return Ok(None);
    }
    let (a, b) = (one.means(layer)?, other.means(layer)?);
    let mut rows = [const { Vec::new() }; 2];
    for (row, photo) in a.photos.iter().enumerate() {
        if let Ok(place) = b.photos.binary_search(photo) {
            rows[0].extend(a.row(row));
            rows[1].extend(b.row(place));
        }
    }
    let [values, others] = rows;
    let one = Responses { channels: a.channels, values };
    Ok(linear_cka(&one, &Responses { channels: b.channels, values: others }))
}

/// Answers a head a line, then depths.
fn table(compared: &Compared, names: [&str; 2]) -> String {
    let [first, second] = names.map(output::plain);
    let mut rows = vec![["head".to_owned(), first, String::new(), second, String::new()]];
    let cell = |classes: Option<&[ClassEntry]>| match classes.and_then(<[ClassEntry]>::first) {
        Some(class) => [output::plain(&class.label), format!("{:.1} %", class.probability * 100.0)],
        None => ["–".to_owned(), String::new()],
    };
    let heads: Vec<_> = compared.heads.all().collect();
    let others: Vec<_> = compared.with.all().collect();
    for head in ["main", "aux1", "aux2"] {
        let find = |all: &[(&str, &[ClassEntry])]| {
            let found = all.iter().find(|(name, _)| *name == head).map(|(_, classes)| *classes);
            cell(found)
        };
        let ([own, share], [other, with]) = (find(&heads), find(&others));
        if own != "–" || other != "–" {
            rows.push([head.to_owned(), own, share, other, with]);
        }
    }
    let mut text = align(&[Align::Left, Align::Left, Align::Right, Align::Left, Align::Right], &rows);
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let has_random = compared.layers.iter().any(|layer| layer.random_similarity.is_some());
    let mut head = vec!["layer".to_owned(), "similarity".to_owned()];
    head.extend(has_random.then(|| "of two random".to_owned()));
    head.push("change of weights".to_owned());
    let mut rows = vec![head];
    rows.extend(compared.layers.iter().map(|layer| {
        let mut row = vec![layer.name.to_owned(), number(layer.similarity)];
        row.extend(layer.random_similarity.map(number));
        row.push(number(layer.weights_change));
        row
    }));
    let columns: Vec<Align> =
        (0..rows[0].len()).map(|column| if column == 0 { Align::Left } else { Align::Right }).collect();
    text += "\n";
    text += &align(&columns, &rows);
    text
}
