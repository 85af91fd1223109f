//! How long the way back takes, beside the forward pass of the same network on the same input.
//!
//! Run with `cargo bench --bench gradient`.  Forward and backward run in turn, so that a machine that slows down slows both; the
//! ratio is the median of the pairs'.

use std::time::Instant;

use inception_lens::model::{GoogLeNet, ModelError, Objective, Operators, Over, Run};
use inception_lens::spec::Head;
use inception_lens::weights::Weights;

const PAIRS: usize = 21;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let network = GoogLeNet::new(&Weights::default_weights()?, Operators::Fast)?;
    let threads = rayon::current_num_threads();
    println!("{threads} threads, median of {PAIRS} pairs; the sum is wanted at most 2.2 forward passes");
    let main = Objective::Logit { head: Head::Main, class: 0 };
    let whole = |network: &GoogLeNet, input: &_| network.forward(input, Run::new());
    pairs("224: main logit, pixels, whole pass", &network, &main, [224, 224], whole)?;
    let channel =
        |before_relu| Objective::Channel { name: "inception4d".to_owned(), channel: 40, how: Over::Mean, before_relu };
    let energy = Objective::Energy { name: "inception4d".to_owned(), before_relu: false };
    for (what, objective) in [
        ("128: channel of 4d before ReLU, pixels", channel(true)),
        ("128: channel of 4d, pixels", channel(false)),
        ("128: energy of 4d, pixels", energy),
    ] {
        let names = network.needs(&objective)?;
        let part = |network: &GoogLeNet, input: &_| network.forward(input, Run::new().only(names.clone()));
        pairs(what, &network, &objective, [128, 128], part)?;
    }
    println!("(both together at 128 are wanted in at most 25 ms)");
    Ok(())
}

/// Prints medians of forward, backward and the ratio of both together to forward.
fn pairs(
    what: &str,
    network: &GoogLeNet,
    objective: &Objective,
    [height, width]: [usize; 2],
    forward: impl Fn(&GoogLeNet, &candle_core::Tensor) -> Result<inception_lens::model::Trace, ModelError>,
) -> Result<(), ModelError> {
    let values: Vec<f32> = (0..3 * height * width).map(|i| ((i * 7919 % 1000) as f32) / 250.0 - 2.0).collect();
    let input = GoogLeNet::input_of_size(&values[..], height, width)?;
    let (mut forwards, mut backwards, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..PAIRS + 3 {
        let start = Instant::now();
        let trace = forward(network, &input)?;
        let forward_ms = start.elapsed().as_secs_f64() * 1e3;
        let start = Instant::now();
        network.gradient(&trace, objective, "input")?;
        let backward_ms = start.elapsed().as_secs_f64() * 1e3;
        // The first ones pack weights and fill memory.
        if round >= 3 {
            forwards.push(forward_ms);
            backwards.push(backward_ms);
            ratios.push((forward_ms + backward_ms) / forward_ms);
        }
    }
    println!(
        "  {what:40} forward {:6.1} ms (least {:5.1}), backward {:6.1} ms (least {:5.1}), together {:4.2} forward passes",
        median(&mut forwards),
        forwards[0],
        median(&mut backwards),
        backwards[0],
        median(&mut ratios),
    );
    Ok(())
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
