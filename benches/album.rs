//! What a photo of an album costs beside a forward pass of one thread, and where the time goes.
//!
//! Run with `cargo bench --bench album`.  Both run in turn on one thread, so that a machine that slows down slows both; the ratio is
//! the median of the rounds'.

use std::sync::Arc;
use std::time::Instant;

use candle_core::Tensor;
use inception_lens::album::{Index, LAYERS, Place};
use inception_lens::analysis::Scores;
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::read_photo;
use inception_lens::imaging::Prepared;
use inception_lens::model::{GoogLeNet, Run};

const ROUNDS: usize = 11;

/// Folders of the album inside the program that are run.
const FOLDERS: [&str; 6] = ["airplane", "cat", "dog", "panda", "pizza", "tomato"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let network = Arc::new(LoadedNetwork::load_default()?);
    let folder = tempfile::tempdir()?;
    let mut files = Vec::new();
    for name in FOLDERS {
        let from = format!("{}/assets/album/{name}", env!("CARGO_MANIFEST_DIR"));
        let Ok(entries) = std::fs::read_dir(from) else { continue };
        std::fs::create_dir(folder.path().join(name))?;
        for entry in entries {
            let bytes = std::fs::read(entry?.path())?;
            std::fs::write(folder.path().join(name).join(format!("{}.jpg", files.len())), &bytes)?;
            files.push(bytes);
        }
    }
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let inputs = files.iter().map(|bytes| {
        let prepared = network.prepare_own(&read_photo(bytes)?.pixels);
        Ok((GoogLeNet::input(&network.input_values(&prepared))?, prepared))
    });
    let inputs = inputs.collect::<Result<Vec<(Tensor, Prepared)>, Box<dyn std::error::Error>>>()?;
    println!(
        "{} photos, one thread, median of {ROUNDS} rounds; an album photo is wanted at most 1.3 forward passes",
        files.len()
    );

    let (mut forwards, mut photos, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let mut stages: [Vec<f64>; 4] = Default::default();
    for round in 0..ROUNDS + 2 {
        let start = Instant::now();
        alone
            .install(|| inputs.iter().try_for_each(|(input, _)| network.model.forward(input, Run::new()).map(drop)))?;
        let forward_ms = start.elapsed().as_secs_f64() * 1e3 / files.len() as f64;
        // In memory alone: what the disk costs is its own matter.
        let index = Index::open(Place::Folder(folder.path().into()), network.clone(), None, &|| false)?;
        let start = Instant::now();
        index.run(Some(1), &|| false, &mut |_| {})?;
        let photo_ms = start.elapsed().as_secs_f64() * 1e3 / files.len() as f64;
        let parts = alone.install(|| stage_ms(&network, &files))?;
        // The first ones fill memory.
        if round >= 2 {
            forwards.push(forward_ms);
            photos.push(photo_ms);
            ratios.push(photo_ms / forward_ms);
            stages.iter_mut().zip(parts).for_each(|(stage, part)| stage.push(part));
        }
    }
    println!("  forward pass {:6.2} ms (least {:6.2})", median(&mut forwards), forwards[0]);
    println!(
        "  album photo  {:6.2} ms (least {:6.2}), {:4.2} forward passes",
        median(&mut photos),
        photos[0],
        median(&mut ratios)
    );
    for (name, stage) in
        ["decode", "make square, to numbers", "forward, logits", "maxima and means"].iter().zip(&mut stages)
    {
        println!("    {name:24} {:6.2} ms", median(stage));
    }
    Ok(())
}

/// Milliseconds a photo of the stages, as an album goes through them.
fn stage_ms(network: &LoadedNetwork, files: &[Vec<u8>]) -> Result<[f64; 4], String> {
    let mut total = [0.0; 4];
    for bytes in files {
        let mut start = Instant::now();
        let mut lap = |stage: usize| {
            total[stage] += start.elapsed().as_secs_f64() * 1e3 / files.len() as f64;
            start = Instant::now();
        };
        let picture = read_photo(bytes).map_err(|error| error.to_string())?;
        lap(0);
        let prepared = network.prepare_own(&picture.pixels);
        let input = GoogLeNet::input(&network.input_values(&prepared)).map_err(|error| error.to_string())?;
        lap(1);
        let trace = network.model.forward(&input, Run::new()).map_err(|error| error.to_string())?;
        let scores = Scores::of(&trace).map_err(|error| error.to_string())?;
        lap(2);
        for layer in LAYERS {
            let traced = trace.get(layer).ok_or("no such layer")?;
            std::hint::black_box(traced.values.maxima().map_err(|error| error.to_string())?);
        }
        lap(3);
        std::hint::black_box(scores);
    }
    Ok(total)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
