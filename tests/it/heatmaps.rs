//! Heatmaps, and what is to be thought of them.

mod arithmetic;
mod captum;
mod command_line;
mod maps;
mod study;
mod verdicts;

use inception_lens::analysis::heatmaps::{Palette, Subject};
use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{GoogLeNet, Muted, Planes};

use crate::synthetic;

/// A network and a picture of so many numbers; black is what `palette` says.
fn subject(model: GoogLeNet, values: Vec<f32>, [height, width]: [usize; 2], black: [f32; 3]) -> Subject {
    let palette = Palette { black, grey: [0.0; 3] };
    Subject { model, input: Planes { channels: 3, height, width, values }, muted: Muted::new(), palette }
}

/// `scale` times noise, `[3, height, width]`.
fn noise(seed: u64, scale: f32, count: usize) -> Vec<f32> {
    (0..count as u64).map(|index| scale * synthetic::noise(seed, index)).collect()
}

/// The weights of the program on a small picture of noise.
fn small() -> Subject {
    let network = LoadedNetwork::load_default().unwrap();
    subject(GoogLeNet::clone(&network.model), noise(5, 1.5, 3 * 96 * 96), [96, 96], [-2.0; 3])
}
