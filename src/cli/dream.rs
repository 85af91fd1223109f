//! `dream`: DeepDream on a photo.

use std::time::Instant;

use anyhow::Result;
use image::RgbImage;

use super::dream_arguments::DreamArguments;
use super::visualize::{check_out, progress_bar, write};
use super::{Outcome, load, output};
use crate::export::provenance;
use crate::visualize::dream::{Dream, DreamRecipe, contact_sheet};

/// Columns of a sheet.
const COLUMNS: usize = 5;

/// Pixels between the dreams of a sheet.
const GAP: u32 = 8;

/// Dreams and writes the picture, or the sheet of pictures.
///
/// # Errors
/// Weights, photo or layer are bad, or the file cannot be written.
pub fn run(arguments: &DreamArguments) -> Result<Outcome> {
    check_out(&arguments.out, Some(&arguments.image))?;
    let network = load::network(&arguments.weights)?;
    let off = load::off(&arguments.off, &network)?;
    let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let (layer, channel) = arguments.layer.clone();
    let recipe = DreamRecipe {
        layer,
        channel,
        octaves: arguments.octaves,
        steps: arguments.steps,
        strength: arguments.strength,
        seed: arguments.seed,
    };
    let recipes = match arguments.sweep {
        None => vec![recipe],
        Some(sweep) => sweep.setting().recipes(&recipe),
    };
    let start = Instant::now();
    let begin = |recipe| Dream::begin(network.subject(), off.muted.clone(), &photo, recipe);
    let mut dreams = recipes.into_iter().map(begin).collect::<Result<Vec<Dream>, _>>()?;
    let steps = dreams.iter().map(|dream| dream.octaves().len() * dream.recipe().steps).sum();
    let bar = progress_bar(steps);
    for dream in &mut dreams {
        while !dream.is_finished() {
            let step = dream.step(&|| false);
            bar.inc(1);
            if step.is_err() {
                bar.finish_and_clear();
            }
            step?;
        }
    }
    bar.finish_and_clear();
    let seconds = start.elapsed().as_secs_f64();

    let last = &dreams[dreams.len() - 1];
    let mut facts = provenance::of(&network);
    facts.push(("source", load::file_name(&arguments.image)));
    let swept = arguments.sweep.map(|sweep| ("sweep", sweep.setting().word().to_owned()));
    facts.extend(last.provenance().into_iter().filter(|(key, _)| *key != "weights_sha256"));
    facts.extend(swept);
    facts.extend(provenance::off(&off.names));
    let pictures: Vec<RgbImage> = dreams.iter().map(Dream::picture).collect();
    let sheet = contact_sheet(&pictures, COLUMNS, GAP);
    write(&arguments.out, &sheet, &facts)?;
    let sizes: Vec<String> = last.octaves().iter().map(|[width, height]| format!("{width} x {height}")).collect();
    output::print(&format!(
        "{}: {} steps at {}; {seconds:.1} s\n",
        output::plain(&arguments.out.to_string_lossy()),
        steps,
        sizes.join(", "),
    ))?;
    Ok(Outcome::Done)
}
