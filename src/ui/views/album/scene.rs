//! What a person moved in the album.

use egui::Pos2;

use super::facts::Facts;
use crate::state::TrayTarget;

/// What is hovered, scrolled and worked out.
#[derive(Default)]
pub struct AlbumScene {
    pub(super) facts: Option<Facts>,
    pub(super) photos: super::photos::scene::PhotosScene,
    pub(super) answers: super::answers::scene::AnswersScene,
    pub(super) map: super::map::MapScene,
    pub(super) teach: super::teach::scene::TeachScene,
    /// Photos whose small pictures are to be seen and are not there.
    pub(super) wanted: Vec<usize>,
}

impl AlbumScene {
    /// The tray that a file dropped at this place is meant for.
    pub fn tray_at(&self, place: Pos2) -> Option<TrayTarget> {
        self.teach.target(place)
    }

    /// Forgets what was worked out in another language.
    pub fn forget_words(&mut self) {
        self.facts = None;
        self.answers.forget_words();
    }
}
