//! "Guess the machine" goes from photo to photo and from help to help.

use std::sync::Arc;

use crate::album::Album;
use crate::app::app::App;
use crate::engine::Looked;
use crate::spec::Head;
use crate::state::album::guessing::PHOTOS;
use crate::state::{AlbumTab, GuessCommand, Guessing, View};

impl App {
    pub(in crate::app) fn apply_guess(&mut self, command: GuessCommand) {
        let guessing = &mut self.state.album.guessing;
        match command {
            GuessCommand::Choose(place) => {
                let at = guessing.at;
                if let Some(turn) = guessing.turns.get_mut(at).filter(|turn| turn.chosen.is_none()) {
                    turn.chosen = turn.answers.get(place).copied();
                }
            }
            GuessCommand::Next => {
                guessing.at = (guessing.at + 1).min(guessing.turns.len());
                guessing.looked = None;
            }
            GuessCommand::Again => *guessing = Guessing { seed: guessing.seed.wrapping_add(1), ..Guessing::default() },
            GuessCommand::Copy => self.window.copied = Some(guessing.csv()),
        }
    }

    /// A game is drawn when it is looked at, and its photo run.
    pub(in crate::app) fn follow_guessing(&mut self) {
        if self.state.view != View::Album(AlbumTab::Guess) {
            return;
        }
        let Some(network) = self.state.loaded().cloned() else { return };
        let album = &mut self.state.album;
        let Some(shown) = album.album.as_ref().filter(|shown| shown.weights_sha256 == network.sha256) else { return };
        let of = (album.number, network.sha256.clone());
        let is_drawn = album.guessing.of.as_ref() == Some(&of) && !album.guessing.turns.is_empty();
        // While photos run there may not be enough of them yet.
        if !is_drawn && (!album.is_running() || enough(shown)) {
            album.guessing = Guessing::draw(shown, album.guessing.seed, of);
        }
        let Some((photo, index)) = album.guessing.turn().map(|turn| turn.photo).zip(album.index.clone()) else {
            return;
        };
        let number = album.guessing.seed << 32 | photo as u64;
        let is_known = album.guessing.looked.as_ref().is_some_and(|looked| looked.number == number);
        if !is_known && album.guessing.asked != Some(number) {
            album.guessing.asked = Some(number);
            if let Some(source) = index.source(photo) {
                self.engine.look(network, source, number);
            }
        }
    }

    /// What was found of a photo; of one that was passed over nothing is kept.
    pub(in crate::app) fn take_looked(&mut self, looked: Arc<Looked>) {
        let guessing = &mut self.state.album.guessing;
        if guessing.asked == Some(looked.number) {
            guessing.looked = Some(looked);
        }
    }
}

/// Whether a game can be drawn of what has run.
fn enough(album: &Album) -> bool {
    album.photos.iter().filter(|photo| photo.answer(Head::Main).is_some()).count() >= PHOTOS
}
