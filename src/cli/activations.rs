//! `activations`: every traced tensor of one run in a safetensors file.

use std::borrow::Cow;
use std::collections::HashMap;

use anyhow::{Result, anyhow};
use safetensors::tensor::{Dtype, View};

use super::arguments::ActivationsArguments;
use super::{Outcome, input_tensor, load, output};
use crate::analysis::Activation;
use crate::export::provenance;
use crate::platform::files::write_file;
use crate::spec::INPUT_SIDE;

/// Runs the network once and writes what it computed.
///
/// # Errors
/// Weights, photo or input tensor are bad, or the file cannot be written.
pub fn run(arguments: &ActivationsArguments) -> Result<Outcome> {
    let network = load::network(&arguments.weights)?;
    let (source, values) = match (&arguments.input, &arguments.image) {
        (Some(path), _) => (path, input_tensor::read(path, &(INPUT_SIDE..=INPUT_SIDE))?.values),
        (None, Some(path)) => {
            let photo = load::photo(path).map_err(|error| load::about(path, error))?;
            (path, network.input_values(&network.prepare_own(&photo)))
        }
        (None, None) => {
            return Err(anyhow!("Neither a photo nor --input was given; name one of them."));
        }
    };
    let off = load::off(&arguments.off, &network)?;
    let (_, report) = network.run_values(&values, off.run())?;
    let tensors = report.network.layers.iter().filter_map(|layer| {
        let activation = report.activation(&layer.name)?;
        let dims = activation.shape.dims();
        Some((layer.name.as_str(), Stored { activation, dims }))
    });
    let mut metadata: HashMap<String, String> = provenance::of(&network)
        .into_iter()
        .chain(provenance::off(&off.names))
        .map(|(key, value)| (key.to_owned(), value))
        .collect();
    metadata.insert("source".to_owned(), load::file_name(source));
    let bytes = safetensors::serialize(tensors, Some(metadata))
        .map_err(|error| anyhow!("The activations could not be put in a safetensors file ({error})."))?;
    write_file(&arguments.out, &bytes).map_err(|error| load::about(&arguments.out, error))?;
    output::print(&format!(
        "{}: {} activations, {:.1} MB, forward pass {:.1} ms\n",
        output::plain(&arguments.out.to_string_lossy()),
        report.durations_ms.len(),
        bytes.len() as f64 / 1e6,
        report.forward_ms,
    ))?;
    Ok(Outcome::Done)
}

/// An activation as the safetensors crate wants to see it.
struct Stored<'a> {
    activation: &'a Activation,
    dims: Vec<usize>,
}

impl View for Stored<'_> {
    fn dtype(&self) -> Dtype {
        Dtype::F32
    }

    fn shape(&self) -> &[usize] {
        &self.dims
    }

    fn data(&self) -> Cow<'_, [u8]> {
        self.activation.values().iter().flat_map(|value| value.to_le_bytes()).collect()
    }

    fn data_len(&self) -> usize {
        self.activation.values().len() * 4
    }
}
