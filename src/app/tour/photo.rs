//! A card that is about a certain sample opens it; what the class looked at comes back with the next card.

use super::staging::OwnPhoto;
use crate::app::app::App;
use crate::state::StagePhoto;

impl App {
    /// Opens the sample that a card is about; another card has the class's own photo back.
    pub(super) fn stage_photo(&mut self, wanted: Option<StagePhoto>) {
        let Some(wanted) = wanted else {
            return self.own_photo_back();
        };
        let name = wanted.name();
        let before = &self.state.session.first;
        let index = self.state.gallery.iter().position(|sample| sample.name == name);
        let (Some(index), Some(source)) = (index, before.source()) else { return };
        if before.name() == name {
            return;
        }
        let (source, edits) = (source.clone(), before.edits().clone());
        let own = self.staging.own.take().filter(|own| own.sample == before.name());
        self.staging.own = Some(match own {
            Some(own) => OwnPhoto { sample: name, ..own },
            None => OwnPhoto { source, edits, sample: name },
        });
        self.staging.moved_crop = None;
        self.open_gallery(index);
    }

    /// What the class looked at is opened again, unless somebody has opened another photo meanwhile.
    pub(super) fn own_photo_back(&mut self) {
        let Some(own) = self.staging.own.take() else { return };
        if self.state.session.first.name() != own.sample {
            return;
        }
        self.staging.moved_crop = None;
        self.staging.own_edits = Some(own.edits).filter(|edits| !edits.is_none());
        self.open(own.source);
    }

    /// Its edits are done again once it has run.
    pub(super) fn own_edits_back(&mut self) {
        if self.state.session.first.is_running() {
            return;
        }
        if let Some(edits) = self.staging.own_edits.take() {
            self.set_edits(edits, None);
        }
    }
}
