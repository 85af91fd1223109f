//! The lesson goes on and back: the window is put into the state of a card.

use crate::album::Place;
use crate::app::app::App;
use crate::app::occlude::PATCH_PX;
use crate::imaging::edit::Edits;
use crate::spec::INPUT_SIDE;
use crate::state::tour::facts::clearest;
use crate::state::{
    AlbumRun, AskedChannel, AttributedLayer, Card, ClassifiersTab, Comparison, FoolWishes, Guess, OtherWeights,
    RebuildWishes, Spoiler, Stage, StagePhoto, Tour, View, Wishes,
};

/// A cell of the last maps, pixels of the input: how far the crop of card 6 is drawn along.
const CELL_PX: f32 = 32.0;

impl App {
    /// Begins the lesson at a card's scene, or where it was left.
    pub(in crate::app) fn start_tour(&mut self, card: Option<usize>) {
        self.remember_tour();
        let left = self.state.settings.left_tour;
        self.give_tour(card.map_or_else(|| left.unwrap_or_default(), Tour::at));
    }

    /// Goes to a place of the lesson; without a photo, on the first of the gallery.
    pub(in crate::app) fn give_tour(&mut self, tour: Tour) {
        if !self.state.session.first.is_open() {
            self.open_gallery(0);
        }
        self.go_to_stage(tour);
    }

    /// The lesson ends; it can be taken up again where it was.
    pub(in crate::app) fn leave_tour(&mut self) {
        self.remember_tour();
        self.state.tour = None;
        self.stage_networks(false);
        self.own_photo_back();
    }

    /// The lesson can be taken up where it is now, after the next start too.
    pub(in crate::app) fn remember_tour(&mut self) {
        if let Some(tour) = self.state.tour {
            self.state.settings.left_tour = Some(Tour { is_hidden: false, is_collapsed: false, ..tour });
        }
    }

    pub(in crate::app) fn tour_next(&mut self) {
        match self.state.tour.map(|tour| tour.next()) {
            Some(Some(next)) => self.go_to_stage(next),
            Some(None) => self.end_tour(),
            None => {}
        }
    }

    /// After the last card the lesson begins anew next time.
    fn end_tour(&mut self) {
        self.state.tour = None;
        self.stage_networks(false);
        self.state.settings.left_tour = None;
        self.state.guesses.clear();
    }

    pub(in crate::app) fn tour_back(&mut self) {
        if let Some(tour) = self.state.tour {
            self.go_to_stage(tour.back());
        }
    }

    /// Back to what the card shows, after wandering off.
    pub(in crate::app) fn return_to_stage(&mut self) {
        if let Some(tour) = self.state.tour {
            self.go_to_stage(tour);
        }
    }

    /// Keeps what the class guesses, until the answer is told.
    pub(in crate::app) fn guess(&mut self, guess: Guess) {
        if let Some(tour) = self.state.tour.filter(|tour| !tour.is_revealed()) {
            self.state.keep_guess(Card::at(tour.card), guess);
        }
    }

    pub(in crate::app) fn change_tour(&mut self, change: impl FnOnce(&mut Tour)) {
        if let Some(tour) = &mut self.state.tour {
            change(tour);
        }
    }

    /// Puts the window into the state of a card.
    fn go_to_stage(&mut self, tour: Tour) {
        let stage = tour.stage();
        let is_entered = self.state.tour.is_none_or(|before| before.card != tour.card);
        self.state.tour = Some(tour);
        if is_entered {
            self.stage_photo(stage.photo);
        }
        self.staging.awaits_photo = self.state.shown().is_none() || self.state.session.first.is_running();
        self.show(stage.view);
        self.state.modules = stage.modules;
        self.state.projector.panel = stage.panel;
        if let Some(layer) = stage.layer {
            self.select_layer(layer.to_owned());
        }
        self.state.arrangement.tool = stage.tool;
        self.state.arrangement.pane = stage.pane;
        self.state.arrangement.column = stage.column;
        if is_entered && stage.view == View::Classifiers(ClassifiersTab::FOOL) {
            self.state.fool.wishes = FoolWishes::default();
        }
        if is_entered && stage.compares_reduction {
            self.rebuild_otherwise(RebuildWishes::default());
        }
        self.stage_channel(stage);
        self.stage_networks(stage.compares_networks);
        if stage.opens_album && self.state.album.place.is_none() {
            let before = self.state.settings.album.clone();
            self.open_album(before.map_or(Place::BuiltIn, Place::from));
        }
        if is_entered {
            self.scene.classifiers.show_relative(stage.photo == Some(StagePhoto::Corner));
        }
        self.state.arrangement.side_by_side = false;
        self.state.editing.is_open = stage.opens_editor;
        self.stage_edits(stage);
        if stage.computes_occlusion {
            self.scene.edit.show_occlusion();
            self.compute_occlusion(PATCH_PX);
        } else if stage.covers.contains(&Spoiler::Occlusion) {
            self.forget_occlusion();
            self.scene.edit.show_occlusion();
        } else {
            self.scene.edit.show_brush();
        }
    }

    /// The crop drawn along by one cell where the card says so, back to where it was where another card moved it.
    pub(in crate::app) fn stage_edits(&mut self, stage: Stage) {
        // Edits that were forgotten, undone or made anew are not the card's any more.
        let is_moved = self.staging.moved_crop == Some(self.state.edits().framing);
        if stage.moves_crop == is_moved || self.staging.awaits_photo {
            return;
        }
        if !stage.moves_crop {
            self.staging.moved_crop = None;
            self.reset_edits();
            return;
        }
        let Some(photo) = self.state.shown().map(|shown| shown.photo.clone()) else {
            return;
        };
        let mut edits = Edits::default();
        edits.framing = edits.framing.dragged(photo.size, photo.prepared.window, INPUT_SIDE as u32, [CELL_PX, 0.0]);
        self.staging.moved_crop = Some(edits.framing);
        self.set_edits(edits, None);
        self.staging.compares_crop = true;
    }

    /// The network beside one that nobody trained, unless it is compared with another; it goes with the card.
    fn stage_networks(&mut self, is_wanted: bool) {
        if is_wanted && !self.state.compares_networks() && self.files.awaits_other.is_none() {
            self.staging.compares_networks = true;
            self.compare_with(OtherWeights::Random);
        } else if !is_wanted && std::mem::take(&mut self.staging.compares_networks) && self.state.compares_networks() {
            // A photo that somebody opened beside the first one stays.
            self.close_second();
        }
    }

    /// The card about what channels look for is about the one that adds most to the answer, and asks the album.
    pub(in crate::app) fn stage_channel(&mut self, stage: Stage) {
        self.staging.awaits_channel = stage.asks_channel.is_some();
        if stage.asks_channel.is_some() && self.state.album.place.is_none() {
            let before = self.state.settings.album.clone();
            self.open_album(before.map_or(Place::BuiltIn, Place::from));
        }
    }

    /// Selects that channel as soon as it is known.
    fn follow_stage_channel(&mut self) {
        if let Some(channel) = self.stage_channel_found().filter(|_| self.staging.awaits_channel) {
            let state = &mut self.state;
            self.staging.awaits_channel = false;
            state.selection.channel = Some(channel);
            state.selection.cell = None;
            state.looks_for.wishes = Wishes::default();
        }
    }

    fn stage_channel_found(&self) -> Option<usize> {
        let state = &self.state;
        let (shown, found) = (state.shown()?, state.found.attribution.as_deref()?);
        let is_it = found.report == shown.report.id && found.layer == AttributedLayer::Module4d.layer_name();
        let most = found.order.first().copied().filter(|_| is_it)?;
        match (state.tour?.stage().asks_channel?, &state.album.run) {
            (AskedChannel::Most, _) | (AskedChannel::Clearest, AlbumRun::Failed(_)) => Some(most),
            (AskedChannel::Clearest, AlbumRun::Complete(_) | AlbumRun::Paused(_)) => {
                let album = state.album.index.as_ref().zip(state.album.album.as_ref());
                Some(album.and_then(|(index, album)| clearest(found, index, album)).unwrap_or(most))
            }
            // It waits for the album.
            (AskedChannel::Clearest, AlbumRun::Closed | AlbumRun::Listing | AlbumRun::Running(_)) => None,
        }
    }

    /// Card 6 shows the crop before and after beside each other, as soon as both ran.
    pub(in crate::app) fn follow_stage(&mut self) {
        // What a card does to the photo waits for its first run.
        let has_photo = self.state.shown().is_some() && !self.state.session.first.is_running();
        if self.staging.awaits_photo && has_photo {
            self.return_to_stage();
        }
        self.own_edits_back();
        self.follow_stage_channel();
        if self.staging.compares_crop && self.state.original().is_some() {
            self.staging.compares_crop = false;
            self.compare(Comparison::Both);
        }
    }
}
