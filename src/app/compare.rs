//! Two photos: a second one beside the first, and which of them is shown.

use std::sync::Arc;

use super::app::App;
use super::desktop;
use super::gallery;
use super::maps::Source;
use super::messages::{MessageKind, MessageText};
use super::opening::holds_weights;
use super::results::RunView;
use super::slot::Slot;
use crate::engine::{ForwardRun, PhotoSource, Side, UserError};
use crate::weights::LoadOptions;

/// Which of the two photos views show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Comparison {
    /// The first.
    #[default]
    First,
    /// The second.
    Second,
    /// Both beside each other, on one scale of colours.
    Both,
    /// The first minus the second.
    Difference,
}

impl Comparison {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Both, Self::Difference];

    /// The activations to ask the maps for; with both photos on screen, those of the first.
    pub fn source(self) -> Source {
        match self {
            Self::First | Self::Both => Source::A,
            Self::Second => Source::B,
            Self::Difference => Source::AMinusB,
        }
    }
}

impl App {
    /// Opens a photo beside the one on screen.
    pub(super) fn open_second(&mut self, source: PhotoSource) {
        self.engine.cancel_photo(Side::Second);
        self.state.second.ask(source);
    }

    /// Opens a file beside the first photo, whatever it is: weights are for both.
    pub(super) fn open_second_path(&mut self, path: std::path::PathBuf) {
        if holds_weights(&path) {
            return self.open_weights(path, LoadOptions::default(), None);
        }
        self.opened.insert(path.clone());
        let (name, read) = desktop::photo_file(path);
        self.open_second(PhotoSource::File { name, read });
    }

    pub(super) fn open_second_gallery(&mut self, index: usize) {
        if let (Some(origin), Some(sample)) = (gallery::origin(index), self.state.gallery.get(index)) {
            let name = sample.name.clone();
            self.open_second(PhotoSource::Ready { name, origin });
        }
    }

    /// The second photo ran: from now on it is B.
    pub(super) fn show_second(&mut self, run: Arc<ForwardRun>) {
        let is_first_look = self.state.second().is_none();
        self.state.second.finish(RunView { photo: run.photo.clone(), report: run.report.clone() });
        self.second_run = Some(run);
        self.set_b();
        if is_first_look && self.state.comparison == Comparison::First {
            self.state.comparison = Comparison::Both;
        }
    }

    /// The photo that could not be opened is forgotten; the one before stays.
    pub(super) fn second_failed(&mut self, error: UserError, now_seconds: f64) {
        let saying = MessageText::Failed(error.clone());
        self.say(MessageKind::Error, saying, now_seconds);
        self.state.second.fail(error);
    }

    /// Stops the run of the second photo; the one before stays.
    pub(super) fn cancel_second(&mut self) {
        self.engine.cancel_photo(Side::Second);
        self.state.second.give_up();
    }

    /// Closes the second photo: the first one is shown.
    pub(super) fn close_second(&mut self) {
        self.engine.cancel_photo(Side::Second);
        self.state.second = Slot::default();
        self.state.similarity = None;
        self.state.comparison = Comparison::First;
        self.second_run = None;
        self.set_b();
    }

    /// The first photo becomes the second and the other way round.
    pub(super) fn swap_photos(&mut self) {
        let (Some(run), Some(second)) = (self.run.clone(), self.second_run.clone()) else {
            return;
        };
        // Edits belong to the first photo alone: it becomes the second as it was.
        let first = self.original_run.clone().unwrap_or(run);
        self.forget_edits();
        self.engine.cancel_photo(Side::First);
        self.engine.cancel_photo(Side::Second);
        let state = &mut self.state;
        state.first.give_up();
        state.second.give_up();
        std::mem::swap(&mut state.first, &mut state.second);
        state.second.replace(RunView { photo: first.photo.clone(), report: first.report.clone() });
        self.second_run = Some(first);
        self.show_run(second);
    }

    /// B is the second photo; without one, the photo before edits; without those, the run before channels were muted.
    pub(super) fn set_b(&mut self) {
        let state = &self.state;
        let report = |shown: Option<&RunView>| shown.map(|shown| shown.report.clone());
        let b = report(state.second()).or_else(|| report(state.original.as_ref())).or_else(|| state.unmuted.clone());
        if b.is_none() {
            self.state.comparison = Comparison::First;
        }
        self.state.maps.set_b(b);
    }

    /// Shows one photo, both, or their difference; without anything to compare with, the first.
    pub(super) fn compare(&mut self, comparison: Comparison) {
        if self.state.maps.report(Source::B).is_some() {
            self.state.comparison = comparison;
        }
    }
}
