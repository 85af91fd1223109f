//! Weights files and photos that were opened before.

use std::path::PathBuf;

use super::app::App;
use crate::platform::files::{absolute, is_file};
use crate::state::remembered::Reading;
use crate::state::{MessageKind, MessageText};
use crate::weights::LoadOptions;

/// How many are remembered.
const KEPT: usize = 6;

impl App {
    /// Puts the file that has just been read at the head of the list; public weights have a list of their own.
    pub(super) fn remember_weights(&mut self) {
        let Some(Reading { path, .. }) = self.files.reading.take() else {
            return;
        };
        if !self.is_public(&absolute(&path)) {
            put_first(&mut self.state.settings.recent_weights, path);
        }
    }

    /// Forgets files that are not there any more: those of a page are there as long as it is.
    pub(super) fn forget_lost_files(&mut self) {
        if !self.state.abilities.has_folders {
            let settings = &mut self.state.settings;
            settings.recent_photos.retain(|path| is_file(path));
            settings.recent_weights.retain(|path| is_file(path));
        }
    }

    /// Puts a photo that is being opened at the head of its list.
    pub(super) fn remember_photo(&mut self, path: PathBuf) {
        put_first(&mut self.state.settings.recent_photos, path);
    }

    /// Opens a photo of the list, or takes it off the list if it is there no more.
    pub(super) fn open_recent_photo(&mut self, path: PathBuf, now_seconds: f64) {
        if is_file(&path) {
            self.open_path(path);
            return;
        }
        self.state.settings.recent_photos.retain(|other| *other != path);
        let saying = MessageText::Sentence("photo-gone", vec![("name", path.display().to_string())]);
        self.say(MessageKind::Error, saying, now_seconds);
    }

    /// Opens a file of the list, or takes it off the list if it is there no more.
    pub(super) fn open_recent(&mut self, path: PathBuf, now_seconds: f64) {
        if is_file(&path) {
            self.open_weights(path, LoadOptions::default(), None);
            return;
        }
        let recent = &mut self.state.settings.recent_weights;
        recent.retain(|other| *other != path);
        let name = path.display().to_string();
        let saying = MessageText::Sentence("weights-gone", vec![("name", name)]);
        self.say(MessageKind::Error, saying, now_seconds);
    }
}

/// The latest first, each once, no more than are kept.
fn put_first(recent: &mut Vec<PathBuf>, path: PathBuf) {
    let path = absolute(&path);
    recent.retain(|other| *other != path);
    recent.insert(0, path);
    recent.truncate(KEPT);
}
