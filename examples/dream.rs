//! A module dreams on a photo: `cargo run --release --example dream -- PHOTO OUT.png [STEPS]`.
//!
//! DeepDream (Mordvintsev et al. 2015): the photo is changed step by step so that a layer fires more, at four sizes.

use anyhow::Context as _;
use inception_lens::engine::pipeline::{LoadedNetwork, read_photo};
use inception_lens::visualize::dream::{Dream, DreamRecipe};

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().context("which photo?")?;
    let out = arguments.next().context("which file for the picture?")?;
    let mut recipe = DreamRecipe::of("inception4c", None);
    if let Some(steps) = arguments.next() {
        recipe.steps = steps.parse()?;
    }
    let photo = read_photo(&std::fs::read(path)?)?;
    let network = LoadedNetwork::load_default()?;

    // Nothing is switched off, and nobody cancels.
    let mut dream = Dream::begin(network.subject(), Default::default(), &photo.pixels, recipe)?;
    while !dream.is_finished() {
        dream.step(&|| false)?;
    }
    dream.picture().save(out)?;
    println!("{:?}", dream.octaves());
    Ok(())
}
