//! What a person says about weights files is kept, and they are read anew.

use std::path::PathBuf;

use super::app::App;
use crate::engine::LoadedNetwork;
use crate::platform::files::is_file;
use crate::state::Remembered;
use crate::state::remembered::{KEPT, is_nothing};
use crate::weights::{LoadOptions, Said};

impl App {
    /// Remembers what was said about the file that has just been read; where guesses about it matter and it was never seen
    /// before, its card opens.
    pub(super) fn remember_said(&mut self, network: &LoadedNetwork) {
        let Some(reading) = &self.files.reading else {
            return;
        };
        self.files.read.insert(network.sha256.clone(), reading.path.clone());
        let said_topology = network.said_topology.as_ref();
        let matters = network.findings.iter().any(|finding| finding.matters());
        let entries = &mut self.state.settings.remembered_weights;
        let before = entries.iter().position(|entry| entry.sha256 == network.sha256).map(|index| entries.remove(index));
        if matters && before.is_none() && !self.state.still {
            self.state.cards_opened += 1;
        }
        let labels = reading.labels.as_ref().map(|path| {
            // The same wherever the program is started from the next time.
            std::path::absolute(path).unwrap_or_else(|_| path.clone())
        });
        let entry = Remembered {
            sha256: network.sha256.clone(),
            topology: said_topology.and_then(|topology| topology.preset_name().map(str::to_owned)),
            said: network.said,
            key: network.said_key.clone(),
            labels: labels.or_else(|| before.and_then(|before| before.labels)),
        };
        let says_nothing = is_nothing(&entry.options(), entry.labels.as_deref());
        if matters || !says_nothing {
            entries.insert(0, entry);
            entries.truncate(KEPT);
        }
    }

    /// Reads the weights in use again, with what is said now in place of what was.
    pub(super) fn say_about_weights(&mut self, said: Said) {
        let Some(loaded) = self.state.loaded() else {
            return;
        };
        let options = LoadOptions {
            topology: loaded.said_topology,
            said: said.or(loaded.said),
            key: loaded.said_key.clone(),
            ..LoadOptions::default()
        };
        // Who says how the weights want their photos wants them so.
        if said.fit.is_some() {
            self.state.settings.fit = None;
        }
        self.read_again(options);
    }

    /// Reads the weights in use again as if nothing had been said; class names stay.
    pub(super) fn say_nothing_about_weights(&mut self) {
        let Some(loaded) = self.state.loaded() else {
            return;
        };
        let sha256 = loaded.sha256.clone();
        let entries = &mut self.state.settings.remembered_weights;
        if let Some(entry) = entries.iter_mut().find(|entry| entry.sha256 == sha256) {
            entry.topology = None;
            entry.said = Said::default();
        }
        self.read_again(LoadOptions::default());
    }

    /// The file behind the weights in use; `None` for those inside the program, random ones, and taught ones.
    pub(super) fn weights_path(&self) -> Option<PathBuf> {
        self.files.read.get(&self.state.loaded()?.sha256).cloned()
    }

    fn read_again(&mut self, options: LoadOptions) {
        let Some(path) = self.weights_path() else {
            return self.use_default_weights_as(options.said);
        };
        let loaded = self.state.loaded();
        let entries = &self.state.settings.remembered_weights;
        let entry = entries.iter().find(|entry| loaded.is_some_and(|loaded| loaded.sha256 == entry.sha256));
        let labels = entry.and_then(|entry| entry.labels.clone());
        let labels = labels.filter(|path| is_file(path));
        self.open_weights(path, options, labels);
    }
}
