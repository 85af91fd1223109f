//! Layers in a row, and one module by itself, on an input of any size: the same arithmetic as the whole network's.

use super::builder::Builder;
use super::layer::{Layer, Shape};
use super::modules::Modules;
use super::table::InceptionModule;
use super::window::Window;

/// One layer of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A convolution with a bias.
    Conv {
        /// Kernel, stride, padding.
        window: Window,
        /// Filters, which are the channels it makes.
        channels: usize,
    },
    /// A maximum over windows.
    MaxPool(Window),
}

/// The input and the layers after it, in order.
pub fn chain(input: Shape, steps: &[Step]) -> Vec<Layer> {
    Builder::chain(input, steps)
}

/// The input and the stages of one module on it, with biases; they are named and placed as those of module 3a.
pub fn one_module(input: Shape, module: &InceptionModule, modules: Modules) -> Vec<Layer> {
    Builder::one_module(input, module, modules)
}
