//! `visualize`: a picture that a channel, a layer or a class looks for.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};
use image::RgbImage;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::gradient_arguments::Of;
use super::visualize_arguments::VisualizeArguments;
use super::{Outcome, load, output};
use crate::analysis::evidence::find_class;
use crate::engine::LoadedNetwork;
use crate::export::{png, provenance};
use crate::platform::files::FileError;
use crate::platform::files::{check_folder, is_same_file, write_file};
use crate::visualize::dream::contact_sheet;
use crate::visualize::{DIVERSE, Painting, Recipe, Sign, Start, Target, provenance as picture_provenance};

/// Makes the picture and writes it with what it shows.
///
/// # Errors
/// Weights, photo or what is asked are bad, nothing starts, or the file cannot be written.
pub fn run(arguments: &VisualizeArguments) -> Result<Outcome> {
    check_out(&arguments.out, arguments.from.as_deref())?;
    let network = load::network(&arguments.weights)?;
    let recipe = recipe(arguments, &network)?;
    let mut subject = network.subject();
    if arguments.random_weights {
        subject = subject.with_random_weights()?;
    }
    let start = Instant::now();
    let mut painting = Painting::begin(subject, recipe)?;
    let bar = progress_bar(arguments.steps);
    for _ in 0..arguments.steps {
        let step = painting.step(&|| false);
        bar.inc(1);
        if step.is_err() {
            bar.finish_and_clear();
        }
        step?;
    }
    bar.finish_and_clear();
    let seconds = start.elapsed().as_secs_f64();

    let mut facts = provenance::of(&network);
    for (key, text) in picture_provenance::of_painting(&painting, &network.labels) {
        facts.retain(|(known, _)| *known != key);
        facts.push((key, text));
    }
    write(&arguments.out, &contact_sheet(&painting.pictures(), DIVERSE, 0), &facts)?;
    if arguments.json {
        output::print_json(&curve(&painting, &network))?;
        return Ok(Outcome::Done);
    }
    output::print(&format!(
        "{}: {}, {} steps of {} x {} pixels, {:.3} at the last; {seconds:.1} s\n",
        output::plain(&arguments.out.to_string_lossy()),
        output::plain(&painting.recipe().target.words(&network.labels)),
        painting.steps(),
        arguments.size,
        arguments.size,
        painting.curve().last().unwrap_or_default(),
    ))?;
    Ok(Outcome::Done)
}

/// What happened, as JSON.
fn curve(painting: &Painting, network: &LoadedNetwork) -> Value {
    let points = painting.curve().points();
    json!({
        "of": painting.recipe().target.words(&network.labels),
        "steps": painting.steps(),
        "size": painting.recipe().size,
        "seed": painting.recipe().seed,
        "curve": points.iter().map(|point| point.value).collect::<Vec<f32>>(),
    })
}

fn recipe(arguments: &VisualizeArguments, network: &LoadedNetwork) -> Result<Recipe> {
    let target = match arguments.of.clone() {
        Of::Logit { head, class } => Target::Logit { head, class: find_class(&class, &network.labels)? },
        Of::Channel { name, channel } => Target::Channel { layer: name, channel },
        Of::Energy { name } => Target::Layer { layer: name },
    };
    let start = match &arguments.from {
        None => Start::Noise,
        Some(path) => Start::Photo(Arc::new(load::photo(path).map_err(|error| load::about(path, error))?)),
    };
    Ok(Recipe {
        target,
        sign: if arguments.minimise { Sign::Minimise } else { Sign::Maximise },
        start,
        size: arguments.size,
        seed: arguments.seed,
        count: if arguments.diverse { DIVERSE } else { 1 },
    })
}

/// Whether a picture can be written there: asked before it is made.
///
/// # Errors
/// Another ending, no such folder, or the file is the photo that was given.
pub fn check_out(out: &Path, photo: Option<&Path>) -> Result<()> {
    let ending = out.extension().and_then(|ending| ending.to_str());
    if !ending.is_some_and(|ending| ending.eq_ignore_ascii_case("png")) {
        bail!("{}: only PNG pictures are written; end the name in .png.", out.display());
    }
    check_folder(out).map_err(|error| load::about(out, error))?;
    match photo.filter(|photo| is_same_file(out, photo)) {
        Some(_) => Err(load::about(out, FileError::Opened)),
        None => Ok(()),
    }
}

/// Writes a picture with texts in its metadata.
///
/// # Errors
/// The file cannot be written.
pub fn write(out: &Path, picture: &RgbImage, facts: &[(&str, String)]) -> Result<()> {
    let bytes = png::encode(picture, facts).map_err(|error| anyhow!("The picture could not be made ({error})."))?;
    write_file(out, &bytes).map_err(|error| load::about(out, error))
}

/// On stderr, on a terminal; otherwise invisible.
pub fn progress_bar(steps: usize) -> ProgressBar {
    let template = "{bar:30} step {pos} of {len}, {eta} left";
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(steps as u64).with_style(style)
}
