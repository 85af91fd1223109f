//! What a person calls a channel: kept per weights and channel.

use serde::{Deserialize, Serialize};

use crate::app::app::App;
use crate::app::settings::Settings;
use crate::app::state::State;

/// Names that are kept; those given longest ago go first.
const KEPT: usize = 2000;
/// Letters of a name.
pub const LONGEST_NAME: usize = 80;

/// A channel's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelName {
    /// SHA-256 of the weights.
    pub weights: String,
    /// The layer.
    pub layer: String,
    /// From 0.
    pub channel: usize,
    /// As a person wrote it.
    pub name: String,
}

impl ChannelName {
    fn is_of(&self, (weights, layer, channel): (&str, &str, usize)) -> bool {
        self.weights == weights && self.layer == layer && self.channel == channel
    }
}

impl Settings {
    /// What a person calls a channel of those weights.
    pub fn channel_name(&self, of: (&str, &str, usize)) -> Option<&str> {
        self.channel_names.iter().find(|name| name.is_of(of)).map(|name| name.name.as_str())
    }
}

impl State {
    /// What a person calls a channel of the selected layer.
    pub fn channel_name(&self, channel: usize) -> Option<&str> {
        let weights = &self.shown()?.run().network.sha256;
        self.settings.channel_name((weights, &self.selection.layer, channel))
    }
}

impl App {
    /// Names a channel of the selected layer; an empty name takes it away.
    pub(in crate::app) fn name_channel(&mut self, channel: usize, name: &str) {
        let Some(shown) = self.state.shown() else { return };
        let (weights, layer) = (shown.run().network.sha256.clone(), self.state.selection.layer.clone());
        let names = &mut self.state.settings.channel_names;
        names.retain(|name| !name.is_of((&weights, &layer, channel)));
        let name: String = name.trim().chars().take(LONGEST_NAME).collect();
        if !name.is_empty() {
            names.insert(0, ChannelName { weights, layer, channel, name });
            names.truncate(KEPT);
        }
    }
}
