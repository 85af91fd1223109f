//! The gradient of any number of the network with respect to any activation, at any input size.

mod autograd;
mod command_line;
mod differences;
mod refused;
mod sizes;

use candle_core::Tensor;
use inception_lens::model::{GoogLeNet, Operators};
use inception_lens::spec::Topology;
use inception_lens::weights::Weights;

use crate::synthetic;

/// Classes of the made-up networks.
const CLASSES: usize = 18;

/// The network of a topology with weights made by formula.
pub fn network(topology: Topology) -> GoogLeNet {
    let bytes = synthetic::File::of(topology, CLASSES, [true, true]).bytes();
    let weights = Weights::load(&bytes, "made-up.safetensors", Some(topology)).unwrap();
    GoogLeNet::new(&weights, Operators::Fast).unwrap()
}

/// Of the noise that stands for a photo.
const SEED: u64 = 7;

/// `scale` times noise.
fn noise(scale: f32, height: usize, width: usize) -> Tensor {
    noise_of(SEED, scale, height, width)
}

/// The same from another seed.
fn noise_of(seed: u64, scale: f32, height: usize, width: usize) -> Tensor {
    let count = (3 * height * width) as u64;
    let values: Vec<f32> = (0..count).map(|index| scale * synthetic::noise(seed, index)).collect();
    GoogLeNet::input_of_size(values, height, width).unwrap()
}
