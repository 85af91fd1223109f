//! `rebuild`: a photo rebuilt from what a layer knows of it.

use anyhow::Result;
use serde::Serialize;

use super::rebuild_arguments::RebuildArguments;
use super::visualize::{check_out, progress_bar, write};
use super::{Outcome, load, output};
use crate::export::provenance;
use crate::visualize::rebuild::{PhotoPart, RebuildRecipe, Rebuilding, correlations};

/// What JSON has.
#[derive(Serialize)]
struct Rebuilt {
    /// What it was rebuilt from.
    layer: String,
    /// The channel, where it was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<usize>,
    /// Steps done.
    steps: usize,
    /// Length of the difference of the activations over the length of the photo's, of the picture in the file.
    error: f32,
    /// Of a 1x1 reduction the same of what it reads.
    #[serde(skip_serializing_if = "Option::is_none")]
    error_before_reduction: Option<f32>,
    /// How much of the photo came back: correlations with it; null where the photo hardly has such a part.
    correlations: Correlations,
    /// The error before each step.
    errors: Vec<f32>,
    /// What was switched off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    off: Vec<String>,
}

/// By part of the photo.
#[derive(Serialize)]
struct Correlations {
    outlines: Option<f64>,
    fine_patterns: Option<f64>,
    colour: Option<f64>,
}

/// Rebuilds the photo, writes it, and says how near its activations came.
///
/// # Errors
/// Weights, photo or layer are bad, nothing starts, or the file cannot be written.
pub fn run(arguments: &RebuildArguments) -> Result<Outcome> {
    check_out(&arguments.out, Some(&arguments.image))?;
    let network = load::network(&arguments.weights)?;
    let off = load::off(&arguments.off, &network)?;
    let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let seen = network.prepare_own(&photo).pixels;
    let (layer, channel) = arguments.layer.clone();
    let recipe = RebuildRecipe { layer, channel, seed: arguments.seed };
    let mut rebuilding = Rebuilding::begin(network.subject(), off.muted.clone(), &seen, recipe)?;
    let bar = progress_bar(arguments.steps);
    for _ in 0..arguments.steps {
        let step = rebuilding.step(&|| false);
        bar.inc(1);
        if step.is_err() {
            bar.finish_and_clear();
        }
        step?;
    }
    bar.finish_and_clear();

    let (error, error_before_reduction) = rebuilding.errors_now(&|| false)?;
    let picture = rebuilding.picture();
    let mut facts = provenance::of(&network);
    facts.push(("source", load::file_name(&arguments.image)));
    facts.extend(rebuilding.provenance(Some(error)).into_iter().filter(|(key, _)| *key != "weights_sha256"));
    facts.extend(provenance::off(&off.names));
    write(&arguments.out, &picture, &facts)?;

    let [outlines, fine_patterns, colour] = correlations(&seen, &picture);
    let rebuilt = Rebuilt {
        layer: rebuilding.recipe().layer.clone(),
        channel,
        steps: rebuilding.steps(),
        error,
        error_before_reduction,
        correlations: Correlations { outlines, fine_patterns, colour },
        errors: rebuilding.errors().to_vec(),
        off: off.names,
    };
    match arguments.json {
        true => output::print_json(&rebuilt)?,
        false => output::print(&said(&rebuilt, &arguments.out.to_string_lossy()))?,
    }
    Ok(Outcome::Done)
}

/// "out.png: relative error 0.112 at inception3a after 256 steps; outlines 0.99, fine patterns 0.93, colour 0.88".
fn said(rebuilt: &Rebuilt, out: &str) -> String {
    let Rebuilt { layer, steps, error, correlations, .. } = rebuilt;
    let of = match rebuilt.channel {
        Some(channel) => format!("{layer}:{channel}"),
        None => layer.clone(),
    };
    let Correlations { outlines, fine_patterns, colour } = correlations;
    let parts = PhotoPart::ALL.iter().zip([outlines, fine_patterns, colour]);
    let parts: Vec<String> = parts
        .map(|(part, correlation)| {
            let name = part.word().replace('_', " ");
            correlation.map_or_else(|| format!("{name} –"), |correlation| format!("{name} {correlation:.2}"))
        })
        .collect();
    let before = rebuilt.error_before_reduction;
    let before = before.map_or_else(String::new, |error| format!(", {error:.3} of what the reduction reads"));
    let out = output::plain(out);
    let parts = parts.join(", ");
    let word = if *steps == 1 { "step" } else { "steps" };
    format!(
        "{out}: relative error {error:.3} at {of} after {steps} {word}{before}; correlation with the photo: {parts}\n"
    )
}
