//! What is on a photo: `cargo run --release --example classify -- PHOTO`.
//!
//! The way of the data, from the table of the paper to an answer: `spec` -> `weights` -> `model` -> `analysis`.

use anyhow::Context as _;
use inception_lens::engine::pipeline::{LoadedNetwork, read_photo};
use inception_lens::model::Run;

fn main() -> anyhow::Result<()> {
    let path = std::env::args().nth(1).context("which photo?")?;
    let photo = read_photo(&std::fs::read(path)?)?;

    // The weights inside the program, checked against the specification and packed for the kernels.
    let network = LoadedNetwork::load_default()?;
    // As these weights want their photos: cut to a square, 224 x 224 pixels.
    let prepared = network.prepare_own(&photo.pixels);
    // One forward pass.  The trace has every activation, the report what is said about them.
    let (trace, report) = network.run(&prepared, Run::new())?;

    let main = report.main();
    let best = main.best();
    println!("{}: {:.1} %", network.labels[best], main.probabilities[best] * 100.0);
    let maps = trace.get("inception4a").context("the network has a module 4a")?;
    println!("inception4a: {:?}", maps.values.dims());
    Ok(())
}
