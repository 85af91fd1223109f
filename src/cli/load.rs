//! Paths to photos and networks; an error begins with the file's name.

use std::fmt::Display;
use std::path::Path;

use anyhow::anyhow;
use image::RgbImage;

use super::arguments::{SaidArguments, WeightsArguments};
use super::output;
use crate::app::files::{read_file, read_labels};
use crate::engine::pipeline::{LoadedNetwork, read_photo};
use crate::imaging;
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
        return Ok(LoadedNetwork::load_default()?);
    };
    let bytes = weights_bytes(path)?;
    let options = options(path, &arguments.said)?;
    let network = LoadedNetwork::load(&bytes, &file_name(path), options)
        .map_err(|error| about(path, error))?;
    for note in &network.notes {
        output::error(&format!("{}: {note}", path.display()));
    }
    if network.aux_untrained {
        let note =
            "The auxiliary heads of these weights were never trained; what they say means nothing.";
        output::error(&format!("{}: {note}", path.display()));
    }
    Ok(network)
}

/// What is said about a file of weights, with the labels given or found beside it.
///
/// # Errors
/// Everything that can be wrong with reading the file of labels.
pub fn options(weights: &Path, said: &SaidArguments) -> anyhow::Result<LoadOptions> {
    let labels = read_labels(weights, said.labels.as_deref())
        .map_err(|(path, error)| about(&path, error))?;
    Ok(LoadOptions {
        topology: said.topology,
        transform_input: said.transform_input,
        labels,
    })
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
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
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
