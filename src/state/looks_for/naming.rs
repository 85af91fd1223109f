//! Channels are called by names.

use crate::state::settings::Settings;
use crate::state::state::State;

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
