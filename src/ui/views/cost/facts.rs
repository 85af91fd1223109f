//! The numbers of one network, worked out once.

use std::sync::Arc;

use super::lineage::Lineage;
use crate::locale::text::tr;
use crate::spec::{Cost, MODULES, ModuleCost, Modules, Network, Section};
use crate::state::NaiveInput;

/// Nine modules, and the network around them.
pub(super) struct Version {
    /// In the order of [`MODULES`].
    pub modules: Vec<ModuleCost>,
    /// All layers but the auxiliary heads.
    pub network: Cost,
}

impl Version {
    fn of(network: &Network) -> Self {
        Self {
            modules: (0..MODULES.len()).map(|module| network.module_cost(module)).collect(),
            network: network.cost(),
        }
    }

    /// Multiply-accumulates of the nine modules.
    pub fn nine(&self) -> u64 {
        self.modules.iter().map(|module| module.whole.macs).sum()
    }
}

/// A network as trained, in its two naive forms, and factorised.
pub(super) struct Facts {
    /// The trained network they are about.
    pub network: Arc<Network>,
    /// As trained.
    pub reduced: Version,
    /// Each naive module on the input of the trained one.
    pub naive: Version,
    /// Naive modules on each other.
    pub stacked: Version,
    /// As trained, but each 5x5 as two 3x3.
    pub factorised: Version,
    /// AlexNet to ResNet-50.
    pub lineage: Lineage,
    /// Labels of the branches.
    pub branch_names: [String; 4],
}

impl Facts {
    /// The numbers of `network`.
    pub fn new(network: &Arc<Network>) -> Self {
        let build = |modules| Version::of(&Network::build(network.topology, network.classes, modules, [false; 2]));
        let five = network.topology.branch3_kernel;
        Self {
            reduced: Version::of(network),
            naive: build(Modules::Naive),
            stacked: build(Modules::NaiveStacked),
            factorised: build(Modules::Factorised),
            lineage: Lineage::new(),
            branch_names: ["1×1".to_owned(), "3×3".to_owned(), format!("{five}×{five}"), tr("module-pool")],
            network: network.clone(),
        }
    }

    /// The naive form of the settings.
    pub fn naive(&self, input: NaiveInput) -> &Version {
        match input {
            NaiveInput::Same => &self.naive,
            NaiveInput::Stacked => &self.stacked,
        }
    }

    /// What a section of the network is called.
    pub fn section_name(&self, section: Section) -> String {
        let [one, three, five, pool] = &self.branch_names;
        match section {
            Section::Conv1x1 => one.clone(),
            Section::Conv3x3 => three.clone(),
            Section::Conv5x5 => five.clone(),
            Section::Pool => pool.clone(),
            Section::Stem => tr("legend-stem"),
            Section::Aux => tr("cost-heads"),
            Section::Classifier => tr("legend-classifier"),
        }
    }

    /// How many times fewer multiply-accumulates the nine modules need, and the whole network when stacked.
    pub fn savings(&self) -> [f64; 2] {
        [
            self.naive.nine() as f64 / self.reduced.nine() as f64,
            self.stacked.network.macs as f64 / self.reduced.network.macs as f64,
        ]
    }
}
