//! AlexNet to ResNet-50, worked out once.

use crate::spec::{Ancestor, lineage as ancestors};

/// The networks, counted once.
pub(in crate::ui::views::cost) struct Lineage {
    pub(super) networks: Vec<Ancestor>,
    /// Positions of AlexNet and GoogLeNet.
    pub(super) compared: [usize; 2],
}

impl Lineage {
    pub fn new() -> Self {
        let networks = ancestors();
        let position = |name: &str| {
            let found = networks.iter().position(|network| network.name == name);
            found.unwrap_or(0)
        };
        Self { compared: [position("AlexNet"), position("GoogLeNet")], networks }
    }

    pub(super) fn alexnet(&self) -> &Ancestor {
        &self.networks[self.compared[0]]
    }

    pub(super) fn googlenet(&self) -> &Ancestor {
        &self.networks[self.compared[1]]
    }

    /// How many times GoogLeNet's parameters AlexNet has.
    pub fn params_ratio(&self) -> f64 {
        self.alexnet().params as f64 / self.googlenet().params as f64
    }

    /// How many times AlexNet's multiply-accumulates GoogLeNet needs.
    pub fn macs_ratio(&self) -> f64 {
        self.googlenet().macs as f64 / self.alexnet().macs as f64
    }
}
