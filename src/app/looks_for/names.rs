//! What a person calls a channel is kept.

use crate::app::app::App;
use crate::state::ChannelName;
use crate::state::looks_for::names::{KEPT, LONGEST_NAME};

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
