//! What is asked of the window from outside of it: by the page around it.

use anyhow::Context as _;

use super::app::App;
use super::launch;
use super::view_word::View as ViewWord;
use crate::export::answers::{Answers, Heads};
use crate::export::provenance;
use crate::session::{NetworkState, PhotoProgress, SecondNetwork};
use crate::state::{Link, MessageKind, Options, Script, State};

/// How far the window is with what it was last asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something is still to come.
    Running,
    /// It is on screen.
    Shown,
    /// It failed, as this sentence says; what was on screen before stays.
    Failed(String),
}

impl App {
    /// How far it is with photos, weights and scenes.
    pub fn outcome(&self) -> Outcome {
        let session = &self.state.session;
        let is_read = matches!(session.network, NetworkState::Loading { .. })
            || matches!(session.other, SecondNetwork::Loading { .. });
        if is_read || !session.first.is_caught_up() || !session.second.is_caught_up() || self.scenes.is_pending() {
            return Outcome::Running;
        }
        let failed = self.state.messages.iter().rfind(|message| message.kind == MessageKind::Error);
        match (failed, session.first.progress()) {
            (Some(message), _) => Outcome::Failed(message.text.clone()),
            (None, PhotoProgress::Failed(error)) => Outcome::Failed(error.message.clone()),
            (None, _) => Outcome::Shown,
        }
    }

    /// Shows a scene, as a link names it.
    pub fn go(&mut self, link: &str) {
        self.forget_errors();
        self.play(Script::of_link(link));
    }

    /// A view of the photo on screen as `export` writes it, a PNG; `word` is what `--view` takes.
    ///
    /// # Errors
    /// There is no such view, nothing to draw it of, or it cannot be drawn; a sentence.
    pub fn export(&self, word: &str) -> anyhow::Result<Vec<u8>> {
        let options = word.parse::<ViewWord>().and_then(ViewWord::options).map_err(anyhow::Error::msg)?;
        let loaded = self.state.loaded().context("There are no weights yet.")?;
        let opened = self.state.session.first.opened().context("No photo is open.")?;
        let options = Options {
            origin: Some((opened.photo.name.clone(), opened.photo.origin())),
            weights: self.weights_path(),
            ..options
        };
        launch::png(&options, |_| None, launch::DPI, &provenance::of(loaded))
    }

    /// What is on screen as the part of a link after `#`.
    pub fn link(&self) -> String {
        Link::of(&self.state).to_string()
    }
}

impl State {
    /// Name of the photo on screen and the `count` best answers of every classifier; `None` before the first.
    pub fn answers(&self, count: usize) -> Option<(String, Answers)> {
        let shown = self.shown()?;
        let report = &shown.report;
        let heads = Heads::new(&report.scores, &report.labels, count);
        Some((shown.photo.name.clone(), Answers { heads, forward_ms: report.forward_ms, off: self.off_names() }))
    }
}
