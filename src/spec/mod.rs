//! GoogLeNet as data: Table 1 of Szegedy et al. 2014 (arXiv 1409.4842) and everything that follows from it.
//!
//! * [`table`]: the nine Inception modules, as the paper prints them;
//! * [`topology`]: the facts in which published GoogLeNets differ, with three presets;
//! * [`preprocessing`]: the way from a photo to the input, as they differ in it;
//! * [`window`]: sliding-window arithmetic (ceil-mode pooling, cell -> input range), one rule for model and spec;
//! * [`layer`]: one layer with its shape, parameters, MACs and tensors;
//! * [`head`]: the three classifiers;
//! * [`receptive_field`]: what part of the photo a cell can see;
//! * [`mod@chain`]: layers in a row or one module, on an input of any size;
//! * [`sizes`]: the network on an input of another size;
//! * [`network`]: the layer list, derived from all of the above;
//! * [`cost`]: what layers, branches, modules and networks cost;
//! * [`mod@lineage`]: AlexNet, VGG-16, GoogLeNet, ResNet-50, counted from their layers.

mod builder;
pub mod chain;
pub mod cost;
pub mod head;
pub mod layer;
pub mod lineage;
mod modules;
pub mod network;
pub mod preprocessing;
pub mod receptive_field;
pub mod sizes;
pub mod table;
pub mod topology;
pub mod window;

pub use chain::{Step, chain, one_module};
pub use cost::{Cost, ModuleCost, Section};
pub use head::{AUX_WEIGHT, Head};
pub use layer::{Layer, Op, Part, Place, Shape};
pub use lineage::{Ancestor, ContestResult, lineage};
pub use modules::Modules;
pub use network::Network;
pub use network::Totals;
pub use preprocessing::{ChannelOrder, IMAGENET_MEAN, IMAGENET_STD, InputRange, PhotoFit, Preprocessing, Resample};
pub use receptive_field::ReceptiveField;
pub use sizes::SizedLayer;
pub use table::{DEPTHS, INPUT_SIDE, InceptionModule, MODULES};
pub use topology::{AuxPool, LocalResponseNorm, Norm, Topology};
pub use window::{Rounding, Window};
