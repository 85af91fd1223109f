//! Paths to photos and networks; an error begins with the file's name.

use std::fmt::Display;
use std::path::Path;

use anyhow::anyhow;
use image::RgbImage;

use super::common_arguments::{OffArguments, SaidArguments, WeightsArguments};
use super::output;
use crate::app::files::{read_beside, read_labels};
use crate::engine::pipeline::{LoadedNetwork, read_photo};
use crate::engine::{Muted, off};
use crate::imaging;
use crate::model::Run;
use crate::platform::files::read_file;
use crate::weights::LoadOptions;
use crate::weights::file::MAX_FILE_BYTES;

/// `cat.txt: This file is …`
pub fn about(path: &Path, error: impl Display) -> anyhow::Error {
    anyhow!("{}: {error}", path.display())
}

/// The network asked for; what had to be guessed about its file is said on stderr.
///
/// # Errors
/// Everything that can be wrong with a file of weights.
pub fn network(arguments: &WeightsArguments) -> anyhow::Result<LoadedNetwork> {
    let Some(path) = &arguments.weights else {
        return Ok(LoadedNetwork::load_default_as(arguments.said.facts.said())?);
    };
    let bytes = weights_bytes(path)?;
    let options = options(path, &bytes, &arguments.said)?;
    let network = LoadedNetwork::load(&bytes, &file_name(path), options).map_err(|error| about(path, error))?;
    for note in &network.notes {
        output::error(&format!("{}: {note}", path.display()));
    }
    guesses(path, &network);
    if network.aux_untrained {
        let note = "The auxiliary heads of these weights were never trained; what they say means nothing.";
        output::error(&format!("{}: {note}", path.display()));
    }
    Ok(network)
}

/// What is switched off in the network.
///
/// # Errors
/// The network has no such branch or channel.
pub fn off(arguments: &OffArguments, network: &LoadedNetwork) -> anyhow::Result<Off> {
    let muted = off::muted(&arguments.switches, &network.network)?;
    let names = off::names(&muted, &network.network);
    Ok(Off { muted, names })
}

/// What is switched off, and what it is called.
#[derive(Default)]
pub struct Off {
    /// Channels by layer.
    pub muted: Muted,
    /// In the order of the network.
    pub names: Vec<String>,
}

impl Off {
    /// The channels.
    pub fn muted(&self) -> &Muted {
        &self.muted
    }

    /// A whole run with all that off.
    pub fn run(&self) -> Run<'static> {
        off::interventions(Run::new(), &self.muted)
    }
}

/// What is said about a file of weights, with the labels given or found beside it, and the files it keeps its numbers in.
/// Which guesses matter, on stderr.
fn guesses(path: &Path, network: &LoadedNetwork) {
    let guessed: Vec<String> = network
        .findings
        .iter()
        .filter(|finding| finding.matters())
        .map(|finding| {
            let fact = finding.fact;
            format!("{} {}", fact.word(), fact.value(&network.topology))
        })
        .collect();
    if !guessed.is_empty() {
        let path = path.display();
        output::error(&format!(
            "{path}: Guessed, and other values give other answers: {}; `inception-lens weights check {path}` says why and how to correct them.",
            guessed.join(", ")
        ));
    }
}

/// What is said about a file of weights, with the labels given or found beside it.
///
/// # Errors
/// Everything that can be wrong with reading the file of labels.
pub fn options(weights: &Path, bytes: &[u8], said: &SaidArguments) -> anyhow::Result<LoadOptions> {
    let labels = read_labels(weights, said.labels.as_deref()).map_err(|(path, error)| about(&path, error))?;
    let beside = read_beside(weights, bytes).map_err(|(path, error)| about(&path, error))?;
    Ok(LoadOptions { key: said.key.clone(), beside, topology: said.topology, said: said.facts.said(), labels })
}

/// The bytes of a file of weights or tensors.
///
/// # Errors
/// Everything that can be wrong with reading a file.
pub fn weights_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    read_file(path, MAX_FILE_BYTES as u64).map_err(|error| about(path, error))
}

/// What the weights are called unless they name themselves.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// A photo; what should be known about it is said on stderr.  The error is the sentence alone, without the path.
///
/// # Errors
/// Everything that can be wrong with reading or decoding a picture.
pub fn photo(path: &Path) -> anyhow::Result<RgbImage> {
    let bytes = read_file(path, imaging::MAX_FILE_BYTES)?;
    let picture = read_photo(&bytes)?;
    for note in &picture.notes {
        output::error(&format!("{}: {note}.", path.display()));
    }
    Ok(picture.pixels)
}
