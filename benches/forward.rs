//! The traced forward pass against its twin from plain `candle_nn::Conv2d`, in pairs, and where the time goes.
//!
//! Run with `cargo bench --bench forward`.  Both sides run in turn, so that a machine that slows down slows both.

use std::sync::Arc;
use std::time::Instant;

use candle_core::Tensor;
use inception_lens::analysis::naive::NaiveRun;
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::Timings;
use inception_lens::model::kernels::InstructionSet;
use inception_lens::model::{GoogLeNet, Operators, Run};
use inception_lens::spec::MODULES;
use inception_lens::weights::Weights;

const PAIRS: usize = 15;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let weights = Weights::default_weights()?;
    let fast = GoogLeNet::new(&weights, Operators::Fast)?;
    let reference = GoogLeNet::new(&weights, Operators::Reference)?;
    let values: Vec<f32> = (0..3 * 224 * 224).map(|i| ((i * 7919 % 1000) as f32) / 250.0 - 2.0).collect();
    let input = GoogLeNet::input(&values)?;
    let time = |network: &GoogLeNet| -> Result<f64, inception_lens::model::ModelError> {
        let start = Instant::now();
        network.forward(&input, Run::new())?;
        Ok(start.elapsed().as_secs_f64() * 1e3)
    };
    for _ in 0..2 {
        time(&fast)?;
        time(&reference)?;
    }
    let (mut fast_ms, mut reference_ms, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let ours = time(&fast)?;
        let theirs = time(&reference)?;
        ratios.push(theirs / ours);
        fast_ms.push(ours);
        reference_ms.push(theirs);
    }
    let threads = rayon::current_num_threads();
    println!("traced forward pass, 224x224, {threads} threads, median of {PAIRS} pairs");
    println!("  fast operators      {:7.1} ms", median(&mut fast_ms));
    println!("  candle_nn::Conv2d   {:7.1} ms", median(&mut reference_ms));
    println!("  ratio               {:7.2} x (median of pairs; at least 2.5 wanted)", median(&mut ratios));
    by_layer(&weights, &fast, &input)?;
    naive_modules()
}

/// Where the time goes: each layer's share of the pass, and what it reaches.
fn by_layer(weights: &Weights, fast: &GoogLeNet, input: &Tensor) -> Result<(), Box<dyn std::error::Error>> {
    let network = weights.network();
    let mut timings = Timings::default();
    for _ in 0..PAIRS {
        timings.add(&fast.forward(input, Run::new())?);
    }
    println!("by layer, median of {PAIRS} ({}):", InstructionSet::best());
    for (index, layer) in network.layers.iter().enumerate() {
        let ms = timings.median_ms(index).unwrap_or_default();
        let gflops = 2.0 * layer.macs as f64 / ms / 1e6;
        println!("  {:24} {ms:7.3} ms {gflops:7.0} GFLOP/s", layer.name);
    }
    Ok(())
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The first result of each naive module: kernels multiplied out, then both modules once.
fn naive_modules() -> Result<(), Box<dyn std::error::Error>> {
    let network = LoadedNetwork::load_default()?;
    let values: Vec<f32> = (0..3 * 224 * 224).map(|i| ((i * 7919 % 1000) as f32) / 250.0 - 2.0).collect();
    let (_, report) = network.run_values(&values, Run::new())?;
    let report = Arc::new(report);
    println!("first result of a naive module (at most 150 ms wanted):");
    for (index, module) in MODULES.iter().enumerate() {
        let start = Instant::now();
        let mut naive = NaiveRun::new(&network.model, report.clone(), index)?;
        naive.pass(&network.model)?;
        naive.result()?;
        println!("  {} {:6.1} ms", module.name, start.elapsed().as_secs_f64() * 1e3);
    }
    Ok(())
}
