//! Two networks: a second set of weights beside the first, both on the same photo.

use std::path::PathBuf;
use std::sync::Arc;

use super::app::App;
use super::compare::Comparison;
use super::desktop;
use super::looks_for::Making;
use super::messages::{MessageKind, MessageText};
use super::state::State;
use crate::analysis::class_in;
use crate::engine::{LoadedNetwork, UserError, WeightsSource};
use crate::locale::text::tr;
use crate::session::{SecondNetwork, Source};
use crate::spec::Topology;
use crate::weights::{self, LoadOptions, Said};

/// The seed of a second network that nobody trained.
const SEED: u64 = 0;

/// Weights to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherWeights {
    /// A file.
    File(PathBuf),
    /// Those inside the program.
    Default,
    /// Such as nobody trained, in the structure of the weights in use.
    Random,
    /// The same in one of [`Topology::PRESETS`].
    RandomAs(&'static str),
}

impl App {
    /// Compares with other weights; the weights in use stay as they are.
    pub(super) fn compare_with(&mut self, weights: OtherWeights) {
        let Some(loaded) = self.state.loaded().cloned() else {
            // At the start both are read: the second follows the first.
            self.awaits_other = Some(weights);
            return;
        };
        let random = |topology| WeightsSource::Random { like: Arc::clone(&loaded), topology, seed: SEED };
        self.second_reading = None;
        let (name, source) = match weights {
            OtherWeights::File(path) => {
                self.opened.insert(path.clone());
                self.second_reading = Some(path.clone());
                let remembered = self.state.settings.remembered_weights.clone();
                let (name, read) = desktop::weights_file(path, LoadOptions::default(), None, remembered);
                (name.clone(), WeightsSource::File { name, read })
            }
            OtherWeights::Default if weights::default_file().is_none() => {
                self.awaits_other = Some(OtherWeights::Default);
                return;
            }
            OtherWeights::Default => (tr("weights-default"), WeightsSource::DefaultAs(Said::default())),
            OtherWeights::Random => (tr("networks-random"), random(None)),
            OtherWeights::RandomAs(preset) => (tr("networks-random"), random(Topology::preset(preset))),
        };
        let previous = self.state.session.other.loaded().cloned();
        self.state.session.other = SecondNetwork::Loading { name, previous };
        self.engine.load_second_weights(source);
    }

    /// Reads the second network, once the first is there.
    pub(super) fn follow_awaited_network(&mut self) {
        let is_here = self.state.loaded().is_some() && !self.state.is_reading_weights();
        if is_here && let Some(weights) = self.awaits_other.take() {
            self.compare_with(weights);
        }
    }

    /// The second network is there.
    pub(super) fn use_second_network(&mut self, network: Arc<LoadedNetwork>) {
        let is_first_look = self.state.session.other.loaded().is_none();
        self.second_in_use = self.second_reading.take();
        self.stop_depths();
        self.state.found.depths_making = Making::Idle;
        // What it was compared with before is what it goes back to.
        if let SecondNetwork::Loading { previous, .. } = &self.state.session.other {
            self.state.session.other = previous.clone().map_or(SecondNetwork::None, SecondNetwork::Ready);
        }
        self.set_other(Some(network));
        if is_first_look {
            self.state.comparison = Comparison::First;
        }
    }

    /// The weights to compare with cannot be used; those of before stay, if there were any, and so do the first.
    pub(super) fn second_network_failed(&mut self, error: UserError, now_seconds: f64) {
        let name = self.state.loaded().map_or_else(String::new, |loaded| loaded.name.clone());
        self.say(MessageKind::Error, MessageText::WeightsKept { error, name }, now_seconds);
        self.give_up_second_network();
    }

    /// Back to what was compared with before.
    fn give_up_second_network(&mut self) {
        self.second_reading = None;
        self.awaits_other = None;
        if let SecondNetwork::Loading { previous, .. } = &self.state.session.other {
            self.state.session.other = previous.clone().map_or(SecondNetwork::None, SecondNetwork::Ready);
        }
    }

    /// Ends the comparison of two networks, as a step that can be taken back.
    pub(super) fn close_second_network(&mut self) {
        self.engine.cancel_second_weights();
        self.give_up_second_network();
        self.set_other(None);
        self.second_in_use = None;
        self.stop_depths();
    }
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
