//! The whole network as a list of layers, in the order in which it is computed.

use super::builder::Builder;
use super::cost::Cost;
use super::head::Head;
use super::layer::{Layer, Place};
use super::modules::Modules;
use super::topology::Topology;

/// Sums over the layers of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Totals {
    /// Learnable parameters without auxiliary heads.
    pub params: usize,
    /// Multiply-accumulates for one photo without auxiliary heads.
    pub macs: u64,
    /// Parameters with both heads (or those the network has).
    pub params_with_aux: usize,
    /// Multiply-accumulates with both heads.
    pub macs_with_aux: u64,
}

/// GoogLeNet, derived from Table 1, a topology and a number of classes.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(from = "Facts", into = "Facts")]
pub struct Network {
    /// The facts it was built from.
    pub topology: Topology,
    /// Number of classes.
    pub classes: usize,
    /// Which kind of modules.
    pub modules: Modules,
    /// Every traced activation once, in order of computation.
    pub layers: Vec<Layer>,
}

/// What a network is built from.
#[derive(serde::Serialize, serde::Deserialize)]
struct Facts {
    topology: Topology,
    classes: usize,
    modules: Modules,
    aux: [bool; 2],
}

impl From<Facts> for Network {
    fn from(facts: Facts) -> Self {
        Self::build(facts.topology, facts.classes, facts.modules, facts.aux)
    }
}

impl From<Network> for Facts {
    fn from(network: Network) -> Self {
        let aux = [Head::Aux1, Head::Aux2].map(|head| network.layer(head.logits_name()).is_some());
        Self { topology: network.topology, classes: network.classes, modules: network.modules, aux }
    }
}

impl Network {
    /// The network with both auxiliary heads.
    pub fn new(topology: Topology, classes: usize) -> Self {
        Self::build(topology, classes, Modules::Reduced, [true, true])
    }

    /// The network with the given modules and auxiliary heads (after 4a, after 4d).
    pub fn build(topology: Topology, classes: usize, modules: Modules, aux: [bool; 2]) -> Self {
        Self { topology, classes, modules, layers: Builder::layers(topology, classes, modules, aux) }
    }

    /// The layer of that name.
    pub fn layer(&self, name: &str) -> Option<&Layer> {
        self.layers.iter().find(|layer| layer.name == name)
    }

    /// Position of the layer of that name.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.layers.iter().position(|layer| layer.name == name)
    }

    /// The layers of one module, in order.
    pub fn module_layers(&self, index: usize) -> impl Iterator<Item = &Layer> {
        self.layers.iter().filter(move |layer| matches!(layer.place, Place::Module { module, .. } if module == index))
    }

    /// Parameters and MACs, with and without the auxiliary heads.
    pub fn totals(&self) -> Totals {
        let (answer, all) = (self.cost(), Cost::of(&self.layers));
        Totals { params: answer.params, macs: answer.macs, params_with_aux: all.params, macs_with_aux: all.macs }
    }

    /// Layers with weights from the photo to the answer, counted along the deepest path (the paper's 22): a module is two.
    pub fn depth(&self) -> usize {
        self.depths().last().copied().unwrap_or(0)
    }

    /// The same for every layer, itself counted, in the order of [`Self::layers`].
    pub fn depths(&self) -> Vec<usize> {
        let mut depths = Vec::with_capacity(self.layers.len());
        for layer in &self.layers {
            let before: usize = layer.inputs.iter().map(|&index| depths[index]).max().unwrap_or(0);
            depths.push(before + usize::from(layer.op.has_weights()));
        }
        depths
    }

    /// The layers of a head in order, global average pooling counted with the main one; empty if the network lacks it.
    pub fn head_layers(&self, head: Head) -> impl Iterator<Item = &Layer> {
        self.layers.iter().filter(move |layer| layer.place == Place::Head(head))
    }

    /// Position of the activation that a head reads: the module it hangs on.
    pub fn head_reads(&self, head: Head) -> Option<usize> {
        self.head_layers(head).next()?.inputs.first().copied()
    }
}
