//! The gradient of any number of the network with respect to any activation, at any input size.

mod autograd;
mod command_line;
mod differences;
mod refused;
mod sizes;

use candle_core::Tensor;
use inception_lens::model::{GoogLeNet, Operators};
use inception_lens::spec::{INPUT_SIDE, Topology};
use inception_lens::weights::Weights;

use crate::synthetic;

/// Classes of the made-up networks.
const CLASSES: usize = 18;

/// The network of a topology with weights made by formula.
fn network(topology: Topology) -> GoogLeNet {
    let bytes = synthetic::File::of(topology, CLASSES, [true, true]).bytes();
    let weights = Weights::load(&bytes, "made-up.safetensors", Some(topology)).unwrap();
    GoogLeNet::new(&weights, Operators::Fast).unwrap()
}

/// `scale` times noise.
fn noise(scale: f32, height: usize, width: usize) -> Tensor {
    let count = (3 * height * width) as u64;
    let values: Vec<f32> = (0..count)
        .map(|index| scale * synthetic::noise(7, index))
        .collect();
    GoogLeNet::input_of_size(&values, height, width).unwrap()
}

/// Noise in blocks of 16 x 16, every second block black: windows of max pooling hold equal values.
fn plateaus(scale: f32) -> Tensor {
    let blocks = INPUT_SIDE / 16;
    let values = (0..3 * INPUT_SIDE * INPUT_SIDE).map(|index| {
        let (channel, cell) = (index / INPUT_SIDE.pow(2), index % INPUT_SIDE.pow(2));
        let (row, column) = (cell / INPUT_SIDE / 16, cell % INPUT_SIDE / 16);
        let block = (channel * blocks + row) * blocks + column;
        match (row + column) % 2 {
            0 => scale * synthetic::noise(7, block as u64),
            _ => 0.0,
        }
    });
    GoogLeNet::input(&values.collect::<Vec<f32>>()).unwrap()
}
