//! Whether pictures made by optimisation fire their channels more than photos do.

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::program::Program;

/// Ten channels of each, evenly spread.
const LAYERS: [(&str, usize); 3] = [("inception3b", 480), ("inception4a", 512), ("inception4d", 528)];
const CHANNELS: usize = 10;
const SEEDS: usize = 3;

/// Which part of the pictures is to reach more than the best photo.
const WANTED: f64 = 0.9;

/// The value of a picture is the mean of so many last steps: each sees it through another window.
const LAST: usize = 8;

/// Prints each channel's best photo and pictures, and the share of pictures that reach more.
///
/// # Errors
/// The program fails, or fewer do than wanted.
pub fn pictures_against_photos(program: &Program) -> anyhow::Result<()> {
    let (mut more, mut all) = (0, 0);
    for (layer, channels) in LAYERS {
        for index in 0..CHANNELS {
            let of = format!("{layer}:{}", index * channels / CHANNELS);
            let photo = best_photo(program, &of)?;
            let pictures = (0..SEEDS).map(|seed| picture(program, &of, seed));
            let pictures = pictures.collect::<anyhow::Result<Vec<f64>>>()?;
            more += pictures.iter().filter(|&&picture| picture > photo).count();
            all += pictures.len();
            let pictures: Vec<String> = pictures.iter().map(|picture| format!("{picture:6.2}")).collect();
            println!("{of:18} best photo {photo:6.2}, pictures {}", pictures.join(" "));
        }
    }
    let share = more as f64 / all as f64;
    println!("{more} of {all} pictures ({:.0} %) reach more than the best photo", 100.0 * share);
    ensure!(share >= WANTED, "at least {:.0} % are wanted", 100.0 * WANTED);
    Ok(())
}

fn best_photo(program: &Program, of: &str) -> anyhow::Result<f64> {
    let said: Value = serde_json::from_str(&program.run(&["album", "examples", of, "--json"])?)?;
    said["examples"][0]["value"].as_f64().context("album examples prints values")
}

fn picture(program: &Program, of: &str, seed: usize) -> anyhow::Result<f64> {
    let out = program.path("target/measured.png");
    let out = out.to_str().context("the project's path is text")?;
    let seed = seed.to_string();
    let said = program.run(&["visualize", "--of", of, "--seed", &seed, "--out", out, "--json"])?;
    let said: Value = serde_json::from_str(&said)?;
    let curve = said["curve"].as_array().context("visualize prints a curve")?;
    let values = curve.iter().rev().take(LAST).map(|value| value.as_f64().context("a value is a number"));
    let values = values.collect::<anyhow::Result<Vec<f64>>>()?;
    Ok(values.iter().sum::<f64>() / values.len() as f64)
}
