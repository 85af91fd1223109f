//! Two networks: a second set of weights beside the first, both on the same photo.

use std::path::PathBuf;
use std::sync::Arc;

use super::compare::Comparison;
use super::state::State;
use crate::analysis::class_in;
use crate::engine::LoadedNetwork;
use crate::session::{SecondNetwork, Source};

/// Weights to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherWeights {
    /// A file.
    File(PathBuf),
    /// Those inside the program.
    Default,
    /// Such as nobody trained, in the structure of the weights in use.
    Random,
    /// The same in one of [`Topology::PRESETS`](crate::spec::Topology::PRESETS).
    RandomAs(&'static str),
}

impl State {
    /// The network that the first is compared with, or soon will be: its name.
    pub fn other_name(&self) -> Option<&str> {
        match &self.session.other {
            SecondNetwork::None => None,
            SecondNetwork::Loading { name, previous: None } => Some(name),
            SecondNetwork::Loading { previous: Some(network), .. } | SecondNetwork::Ready(network) => {
                Some(&network.name)
            }
        }
    }

    /// Whether two networks are compared, or soon will be.
    pub fn compares_networks(&self) -> bool {
        self.session.other.is_wanted()
    }

    /// The class under study as the network behind a source has it: by its name, where that is another network.  `None` where it has no
    /// class of that name; looked at alone, such a network is asked about its own answer.
    pub fn class_at(&self, source: Source) -> Option<usize> {
        let (own, class) = (self.report()?, self.class()?);
        let report = match source {
            Source::B => &self.shown_as(Source::B)?.report,
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => return Some(class),
        };
        let same = class_in(class, &own.labels, &report.labels);
        let is_alone = self.comparison == Comparison::Second;
        same.or_else(|| is_alone.then(|| report.main().best()))
    }

    /// The class that it is held against, likewise.
    pub fn minus_at(&self, source: Source) -> Option<usize> {
        let (own, minus) = (self.report()?, self.study.minus?);
        match source {
            Source::B => class_in(minus, &own.labels, &self.shown_as(Source::B)?.report.labels),
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => Some(minus),
        }
    }

    /// A class of the network behind a source as the first network has it; `None` where that has none of that name.
    pub fn class_from(&self, source: Source, class: usize) -> Option<usize> {
        match source {
            Source::B => class_in(class, &self.shown_as(Source::B)?.report.labels, &self.report()?.labels),
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => Some(class),
        }
    }

    /// Both networks, once both have run the photo.
    pub fn networks(&self) -> Option<[&Arc<LoadedNetwork>; 2]> {
        self.session.networks()
    }
}
