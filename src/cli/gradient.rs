//! `gradient`: how a number of the network changes with the pixels, or with any activation.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};
use safetensors::tensor::{Dtype, TensorView};

use super::gradient_arguments::{GradientArguments, Of};
use super::{Outcome, gradient_picture, input_tensor, load, output};
use crate::analysis::evidence::find_class;
use crate::engine::LoadedNetwork;
use crate::export::{png, provenance};
use crate::imaging::Fit;
use crate::model::network::SIDES;
use crate::model::{GoogLeNet, Objective, Over, Planes, Run};
use crate::platform::files::write_file;
use crate::spec::{INPUT_SIDE, Shape};

/// What the file is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    /// The tensor `gradient`.
    Safetensors,
    /// A picture of it.
    Png,
}

/// Runs the network as far as it must, goes back, and writes the gradient.
///
/// # Errors
/// Weights, photo, input tensor or objective are bad, or the file cannot be written.
pub fn run(arguments: &GradientArguments) -> Result<Outcome> {
    let format = format_of(&arguments.out)?;
    let network = load::network(&arguments.weights)?;
    let objective = objective(arguments, &network)?;
    let layer = network.network.layer(&arguments.to);
    let is_vector = layer.is_some_and(|layer| matches!(layer.output, Shape::Vector(_)));
    if format == Format::Png && is_vector {
        bail!(
            "The gradient with respect to {} is a list of numbers and no picture; end the file's name in .safetensors.",
            arguments.to
        );
    }
    let (source, input) = input(arguments, &network)?;
    let input = GoogLeNet::input_of_size(&input.values[..], input.height, input.width)?;
    let model = &network.model;
    let start = Instant::now();
    let trace = model.forward(&input, Run::new().only(model.needs(&objective)?))?;
    let forward_ms = start.elapsed().as_secs_f64() * 1e3;
    let start = Instant::now();
    let gradient = model.gradient(&trace, &objective, &arguments.to)?;
    let backward_ms = start.elapsed().as_secs_f64() * 1e3;
    let value = model.objective(&trace, &objective)?;

    let mut facts = provenance::of(&network);
    facts.push(("source", source));
    facts.push(("of", arguments.of.to_string()));
    facts.push(("before_relu", arguments.before_relu.to_string()));
    facts.push(("to", arguments.to.clone()));
    facts.push(("value", value.to_string()));
    let bytes = match format {
        Format::Safetensors => file(&gradient, is_vector, &facts)?,
        Format::Png => {
            let order = network.topology.preprocessing.channel_indices();
            let picture = gradient_picture::draw(&gradient, arguments.to == "input", order);
            png::encode(&picture, &facts).map_err(|error| anyhow!("The picture could not be made ({error})."))?
        }
    };
    write_file(&arguments.out, &bytes).map_err(|error| load::about(&arguments.out, error))?;
    let largest = gradient.values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
    output::print(&format!(
        "{}: gradient of {} ({value:.6}) with respect to {}, {:?}, largest {largest:.3e}; forward {forward_ms:.1} ms, backward {backward_ms:.1} ms\n",
        output::plain(&arguments.out.to_string_lossy()),
        output::plain(&arguments.of.to_string()),
        arguments.to,
        dims(&gradient, is_vector),
    ))?;
    Ok(Outcome::Done)
}

fn format_of(out: &Path) -> Result<Format> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    match ending.map(str::to_ascii_lowercase).as_deref() {
        Some("safetensors") => Ok(Format::Safetensors),
        Some("png") => Ok(Format::Png),
        _ => bail!("{}: this ending says no format; end the name in .safetensors or .png.", out.display()),
    }
}

/// What the words mean in this network.
fn objective(arguments: &GradientArguments, network: &LoadedNetwork) -> Result<Objective> {
    let before_relu = arguments.before_relu;
    match &arguments.of {
        Of::Logit { head, .. } if before_relu => {
            bail!("The logits of {} are not made by an activation function; leave --before-relu out.", head.key())
        }
        Of::Logit { head, class } => Ok(Objective::Logit { head: *head, class: find_class(class, &network.labels)? }),
        Of::Channel { name, channel } => {
            Ok(Objective::Channel { name: name.clone(), channel: *channel, how: Over::Mean, before_relu })
        }
        Of::Energy { name } => Ok(Objective::Energy { name: name.clone(), before_relu }),
    }
}

/// Where the input comes from, and its numbers.
fn input(arguments: &GradientArguments, network: &LoadedNetwork) -> Result<(String, Planes)> {
    match (&arguments.input, &arguments.image) {
        (Some(path), _) => Ok((load::file_name(path), input_tensor::read(path, &SIDES)?)),
        (None, Some(path)) => {
            let photo = load::photo(path).map_err(|error| load::about(path, error))?;
            let planes = Planes {
                channels: 3,
                height: INPUT_SIDE,
                width: INPUT_SIDE,
                values: network.input_values(&network.prepare(&photo, Fit::Crop)),
            };
            Ok((load::file_name(path), planes))
        }
        (None, None) => bail!("Neither a photo nor --input was given; name one of them."),
    }
}

fn dims(gradient: &Planes, is_vector: bool) -> Vec<usize> {
    match is_vector {
        true => vec![gradient.channels],
        false => vec![gradient.channels, gradient.height, gradient.width],
    }
}

/// A safetensors file with the tensor `gradient`.
fn file(gradient: &Planes, is_vector: bool, facts: &[(&str, String)]) -> Result<Vec<u8>> {
    let bytes: Vec<u8> = gradient.values.iter().flat_map(|value| value.to_le_bytes()).collect();
    let failed = |error| anyhow!("The gradient could not be put in a safetensors file ({error}).");
    let tensor = TensorView::new(Dtype::F32, dims(gradient, is_vector), &bytes).map_err(failed)?;
    let facts = facts.iter().map(|(key, value)| ((*key).to_owned(), value.clone()));
    safetensors::serialize([("gradient", tensor)], Some(facts.collect())).map_err(failed)
}
