//! The second network is opened, comes, and is closed.

use std::sync::Arc;

use super::app::App;
use super::chooser;
use crate::engine::{LoadedNetwork, UserError, WeightsSource};
use crate::locale::text::tr;
use crate::session::SecondNetwork;
use crate::spec::Topology;
use crate::state::{Comparison, MessageKind, MessageText, OtherWeights};
use crate::weights;
use crate::weights::{LoadOptions, Said};

/// The seed of a second network that nobody trained.
const SEED: u64 = 0;

impl App {
    /// Compares with other weights; the weights in use stay as they are.
    pub(super) fn compare_with(&mut self, weights: OtherWeights) {
        let Some(loaded) = self.state.loaded().cloned() else {
            // At the start both are read: the second follows the first.
            self.files.awaits_other = Some(weights);
            return;
        };
        let random = |topology| WeightsSource::Random { like: Arc::clone(&loaded), topology, seed: SEED };
        self.files.second_reading = None;
        let (name, source) = match weights {
            OtherWeights::File(path) => {
                self.opened.insert(path.clone());
                self.files.second_reading = Some(path.clone());
                let remembered = self.state.settings.remembered_weights.clone();
                let (name, read) = chooser::weights_file(path, LoadOptions::default(), None, remembered);
                (name.clone(), WeightsSource::File { name, read })
            }
            OtherWeights::Default if weights::default_file().is_none() => {
                self.files.awaits_other = Some(OtherWeights::Default);
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
        if is_here && let Some(weights) = self.files.awaits_other.take() {
            self.compare_with(weights);
        }
    }

    /// The second network is there.
    pub(super) fn use_second_network(&mut self, network: Arc<LoadedNetwork>) {
        let is_first_look = self.state.session.other.loaded().is_none();
        if let Some(path) = self.files.second_reading.take() {
            self.files.read.insert(network.sha256.clone(), path);
        }
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
        self.files.second_reading = None;
        self.files.awaits_other = None;
        if let SecondNetwork::Loading { previous, .. } = &self.state.session.other {
            self.state.session.other = previous.clone().map_or(SecondNetwork::None, SecondNetwork::Ready);
        }
    }

    /// Ends the comparison of two networks, as a step that can be taken back.
    pub(super) fn close_second_network(&mut self) {
        self.engine.cancel_second_weights();
        self.give_up_second_network();
        self.set_other(None);
    }
}
