//! How long a step of an optimised picture takes, a tile of an atlas, a dream, a rebuilt and a fooled photo, beside forward passes of the same network.
//!
//! Run with `cargo bench --bench visualize`.  Each measurement is taken in turn with a forward pass of a photo, so that a machine that
//! slows down slows both; the ratio is the median of the pairs'.

use std::time::Instant;

use image::RgbImage;
use inception_lens::engine::LoadedNetwork;
use inception_lens::imaging::Prepared;
use inception_lens::model::{GoogLeNet, Muted, Objective, Run};
use inception_lens::visualize::dream::{Dream, DreamRecipe};
use inception_lens::visualize::fool::{FoolRecipe, Fooling, Goal};
use inception_lens::visualize::rebuild::{RebuildRecipe, Rebuilding};
use inception_lens::visualize::{Painting, Recipe, Subject, Target};
use rayon::prelude::*;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Channels and steps of an atlas of 4d.
const ATLAS: (usize, usize) = (528, 96);

fn main() -> Result<(), Failure> {
    let network = LoadedNetwork::load_default()?;
    let values: Vec<f32> = (0..3 * 224 * 224).map(|i| ((i * 7919 % 1000) as f32) / 250.0 - 2.0).collect();
    let input = GoogLeNet::input(&values)?;
    let mut pass = || network.model.forward(&input, Run::new()).map(drop).map_err(Failure::from);
    println!("{} threads; ms, and forward passes of 224 x 224", rayon::current_num_threads());

    let mut painting = Painting::begin(network.subject(), recipe(40, 128))?;
    let mut step = || painting.advance(1, &|| false).map_err(Failure::from);
    pairs("step, 128 px, channel of 4d (wanted: at most 25 ms)", 60, &mut pass, &mut step)?;
    let mut small = Painting::begin(network.subject(), recipe(40, 96))?;
    let mut step = || small.advance(1, &|| false).map_err(Failure::from);
    let one_by_one = pairs("step, 96 px, all threads on one picture", 60, &mut pass, &mut step)?;
    let threads = rayon::current_num_threads();
    let subject = network.subject();
    let mut side_by_side = || tiles(&subject, threads, 24);
    let beside = pairs("24 steps of a tile a thread, 96 px", 5, &mut pass, &mut side_by_side)?;
    let (channels, steps) = ATLAS;
    let minutes = |step_ms: f64| (channels * steps) as f64 * step_ms / 60e3;
    println!(
        "  so an atlas of 4d takes {:.1} minutes one tile after the other, {:.1} a tile a thread (wanted: less than 8)",
        minutes(one_by_one),
        minutes(beside / (24 * threads) as f64),
    );

    rebuild_and_fool(&network)?;

    let photo =
        RgbImage::from_fn(451, 300, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]));
    let recipe = DreamRecipe::of("inception4c", None);
    let mut dream = || {
        let mut dream = Dream::begin(network.subject(), Muted::new(), &photo, recipe.clone())?;
        while !dream.is_finished() {
            dream.step(&|| false)?;
        }
        Ok(())
    };
    pairs("dream, 451 x 300 at 4c (wanted: less than 8000 ms)", 5, &mut pass, &mut dream)?;
    Ok(())
}

/// A step of a photo that is rebuilt beside forward passes as far as its layer; a photo that is fooled in one step and in ten, with what
/// the heads say of it.
fn rebuild_and_fool(network: &LoadedNetwork) -> Result<(), Failure> {
    let seen =
        RgbImage::from_fn(224, 224, |x, y| image::Rgb([(x % 251) as u8, (y % 241) as u8, ((x * y) % 239) as u8]));
    let subject = network.subject();
    let values: Vec<f32> = (0..3 * 224 * 224).map(|i| ((i * 7919 % 1000) as f32) / 250.0 - 2.0).collect();
    let input = GoogLeNet::input(&values)?;
    for layer in ["inception3a", "inception4d", "inception5b"] {
        let needs = subject.model.needs(&Objective::Energy { name: layer.to_owned(), before_relu: false })?;
        let mut pass =
            || subject.model.forward(&input, Run::new().only(needs.clone())).map(drop).map_err(Failure::from);
        let recipe = RebuildRecipe::of(layer, None);
        let mut rebuilding = Rebuilding::begin(subject.clone(), Muted::new(), &seen, recipe)?;
        let mut step = || rebuilding.step(&|| false).map_err(Failure::from);
        let wanted = if layer == "inception3a" { " (wanted: at most 2.5 passes to it)" } else { "" };
        pairs(&format!("step of a photo rebuilt from {layer}{wanted}"), 40, &mut pass, &mut step)?;
    }
    let mut pass = || subject.model.forward(&input, Run::new()).map(drop).map_err(Failure::from);
    let prepared = network.prepare_own(&seen);
    for (steps, wanted) in [(1, "300"), (10, "2000")] {
        let recipe = FoolRecipe { goal: Goal::AnyOther, epsilon: 2, steps, start: None };
        let mut fool = || -> Result<(), Failure> {
            let mut fooling = Fooling::begin(subject.clone(), Muted::new(), &prepared.pixels, recipe);
            while !fooling.is_finished() {
                fooling.step(&|| false)?;
            }
            let changed = Prepared { pixels: fooling.seen(), ..prepared.clone() };
            network.scores(&changed, Run::new())?;
            Ok(())
        };
        pairs(
            &format!("fooled in {steps} steps, and answered (wanted: less than {wanted} ms)"),
            20,
            &mut pass,
            &mut fool,
        )?;
    }
    Ok(())
}

fn recipe(channel: usize, size: usize) -> Recipe {
    Recipe { size, ..Recipe::of(Target::Channel { layer: "inception4d".to_owned(), channel }) }
}

/// As many tiles side by side, each on one thread.
fn tiles(subject: &Subject, count: usize, steps: usize) -> Result<(), Failure> {
    let tile = |channel: usize| -> Result<(), Failure> {
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
        alone.install(|| {
            let mut painting = Painting::begin(subject.clone(), recipe(channel, 96))?;
            Ok(painting.advance(steps, &|| false)?)
        })
    };
    (0..count).into_par_iter().try_for_each(tile)
}

/// Prints medians of both and of their ratios; that of the second, milliseconds.
fn pairs(
    what: &str,
    count: usize,
    pass: &mut dyn FnMut() -> Result<(), Failure>,
    measured: &mut dyn FnMut() -> Result<(), Failure>,
) -> Result<f64, Failure> {
    let (mut passes, mut times, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    // The first pair packs weights and fills memory.
    for round in 0..=count {
        let start = Instant::now();
        pass()?;
        let pass_ms = start.elapsed().as_secs_f64() * 1e3;
        let start = Instant::now();
        measured()?;
        let ms = start.elapsed().as_secs_f64() * 1e3;
        if round > 0 {
            passes.push(pass_ms);
            times.push(ms);
            ratios.push(ms / pass_ms);
        }
    }
    let ms = median(&mut times);
    println!("  {what:56} {ms:8.1} ms, {:7.2} passes of {:5.1} ms", median(&mut ratios), median(&mut passes));
    Ok(ms)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
