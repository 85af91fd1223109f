//! The second photo is opened and closed, and changes places with the first.

use std::sync::Arc;

use super::app::App;
use super::opening::holds_weights;
use super::{chooser, gallery};
use crate::engine::{ForwardRun, PhotoSource, Side, UserError};
use crate::session::Slot;
use crate::state::{Comparison, MessageKind, MessageText, OtherWeights};
use crate::weights::LoadOptions;

impl App {
    /// Opens a photo beside the one on screen.
    pub(super) fn open_second(&mut self, source: PhotoSource) {
        if self.state.compares_networks() {
            self.close_second_network();
        }
        self.engine.cancel_photo(Side::Second);
        self.state.session.second.ask(source);
    }

    /// Opens a file beside the first photo, whatever it is: weights are for both.
    pub(super) fn open_second_path(&mut self, path: std::path::PathBuf) {
        if holds_weights(&path) && self.state.compares_networks() {
            return self.compare_with(OtherWeights::File(path));
        }
        if holds_weights(&path) {
            return self.open_weights(path, LoadOptions::default(), None);
        }
        self.opened.insert(path.clone());
        let (name, read) = chooser::photo_file(path);
        self.open_second(PhotoSource::File { name, read });
    }

    pub(super) fn open_second_gallery(&mut self, index: usize) {
        if let Some(source) = gallery::source(index) {
            self.open_second(source);
        }
    }

    /// The second photo ran: from now on it is B.
    pub(super) fn show_second(&mut self, run: Arc<ForwardRun>) {
        let is_first_look = self.state.second().is_none();
        self.state.session.second.finish(run);
        // A class is still to guess what the second says.
        let is_guessed = self.state.tour.is_some_and(|tour| tour.stage().compares_networks);
        if is_first_look && !is_guessed && self.state.comparison == Comparison::First {
            self.state.comparison = Comparison::Both;
        }
    }

    /// The photo that could not be opened is forgotten; the one before stays.
    pub(super) fn second_failed(&mut self, error: UserError, now_seconds: f64) {
        let saying = MessageText::Failed(error.clone());
        self.say(MessageKind::Error, saying, now_seconds);
        self.state.session.second.fail(error);
    }

    /// Stops the run of the second photo; the one before stays.
    pub(super) fn cancel_second(&mut self) {
        self.engine.cancel_photo(Side::Second);
        self.state.session.second.give_up();
    }

    /// Closes the second photo, or the second network: the first one is shown.
    pub(super) fn close_second(&mut self) {
        self.engine.cancel_photo(Side::Second);
        if self.state.compares_networks() {
            self.close_second_network();
        }
        self.state.session.second = Slot::default();
        self.state.found.similarity = None;
        self.state.comparison = Comparison::First;
    }

    /// The first photo becomes the second and the other way round.  Edits belong to the first place alone: what goes to the
    /// second is the photo as it was.
    pub(super) fn swap_photos(&mut self) {
        if self.state.compares_networks() {
            return self.swap_networks();
        }
        if self.state.session.swap() {
            Side::ALL.into_iter().for_each(|side| self.engine.cancel_photo(side));
            self.forget_steps();
            self.state.found.timings = None;
        }
    }

    /// The second network is the first and the other way round: whatever follows the weights in use follows.
    fn swap_networks(&mut self) {
        if !self.state.session.swap() {
            return;
        }
        Side::ALL.into_iter().for_each(|side| self.engine.cancel_photo(side));
        self.forget_steps();
        if let Some(network) = self.state.loaded().cloned() {
            self.follow_network(&network);
        }
    }

    /// Without anything to compare with the first photo is shown, whatever was chosen.
    pub(super) fn follow_comparison(&mut self) {
        if !self.state.is_comparing() {
            self.state.comparison = Comparison::First;
        }
    }

    /// Shows one photo, both, or their difference.
    pub(super) fn compare(&mut self, comparison: Comparison) {
        if self.state.is_comparing() {
            self.state.comparison = comparison;
        }
    }
}
