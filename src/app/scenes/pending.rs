//! What is still to be shown of a scene, and what is to be said about it.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::wish::OfNetwork;
use crate::imaging::edit::Edits;
use crate::state::{MessageKind, MessageText};

/// What is still to be shown of a scene, and what is to be said about it.
pub(in crate::app) struct Scenes {
    /// Until weights are in use.
    pub(in crate::app) of_network: Option<OfNetwork>,
    /// Until the photo ran: what is done to it, and whether its occlusion map is wanted.
    pub(in crate::app) of_photo: Option<(Edits, bool)>,
    /// The file that the last step named.
    pub(super) file: Option<PathBuf>,
    /// Whether a photo that cannot be read fails the scene alone.
    pub(in crate::app) awaits_file: bool,
    /// To be said in the next frame.
    pub(in crate::app) to_say: Vec<(MessageKind, MessageText)>,
    /// Names of files that are not what they were, from the thread that reads them.
    pub(in crate::app) changed: (Sender<String>, Receiver<String>),
    /// All sentences so far.
    pub said: Vec<String>,
}

impl Default for Scenes {
    fn default() -> Self {
        Self {
            of_network: None,
            of_photo: None,
            file: None,
            awaits_file: false,
            to_say: Vec::new(),
            changed: channel(),
            said: Vec::new(),
        }
    }
}

impl Scenes {
    /// Whether something of a scene is still to be shown.
    pub(in crate::app) fn is_pending(&self) -> bool {
        self.of_network.is_some() || self.of_photo.is_some()
    }

    pub(in crate::app) fn note(&mut self, key: &'static str, values: Vec<(&'static str, String)>) {
        self.to_say.push((MessageKind::Note, MessageText::Sentence(key, values)));
    }

    /// What of a scene was not understood.
    pub(in crate::app) fn not_understood(&mut self, parts: &[String]) {
        if !parts.is_empty() {
            self.note("scene-not-understood", vec![("parts", parts.join(", "))]);
        }
    }
}
