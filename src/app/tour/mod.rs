//! The lesson: cards, each a scene in which a class guesses and a reveal that shows the answer.
//!
//! | file | its job |
//! |---|---|
//! | `card` | the cards in their order |
//! | `guess` | what the class guesses, kept, beside the truth |
//! | `facts` | what the truths are computed from |
//! | `photo` | samples that a card opens, and the class's own photo coming back |
//! | `stage` | what the window shows at each card and step, and what it covers |
//! | `placeholders` | the numbers in the cards' texts |
//! | `wording` | which text fits the numbers |

mod card;
mod facts;
mod guess;
mod photo;
mod placeholders;
mod stage;
mod wording;

use serde::{Deserialize, Serialize};

use super::album::AlbumRun;
use super::app::App;
use super::compare::Comparison;
use super::fool::FoolWishes;
use super::looks_for::Wishes;
use super::rebuild::RebuildWishes;
use super::second_network::OtherWeights;
use super::state::State;
use super::study::AttributedLayer;
use super::view::{ClassifiersTab, View};
use crate::album::Place;
use crate::imaging::edit::{Edits, Framing};
use crate::spec::INPUT_SIDE;

pub use card::Card;
pub use guess::{
    Compared, Guess, Guesses, Question as GuessQuestion, TIMES, compared, question, times_at, times_in_words,
};
pub use placeholders::placeholders;
pub use stage::{AskedChannel, Spoiler, Stage, StagePhoto};
pub use wording::{heads_variant, text_key};

/// Cards of the lesson.
pub const CARDS: usize = Card::ALL.len();

/// Side of the patch of the last card's occlusion map, pixels.
pub(super) const PATCH_PX: usize = 32;

/// A cell of the last maps, pixels of the input: how far the crop of card 6 is drawn along.
const CELL_PX: f32 = 32.0;

/// Where the lesson is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Tour {
    /// From 0 to [`CARDS`] - 1.
    pub card: usize,
    /// 0: the scene, nothing is told yet; then the steps of the reveal.
    pub step: usize,
    /// The card is out of the way; the stage stays.
    pub is_hidden: bool,
    /// Only the title is shown.
    pub is_collapsed: bool,
    /// The teacher's footnote is shown.
    pub shows_note: bool,
}

impl Tour {
    /// The scene of a card, the first for a number that is too large.
    pub fn at(card: usize) -> Self {
        Self { card: if card < CARDS { card } else { 0 }, ..Self::default() }
    }

    /// What the window shows now.
    pub fn stage(&self) -> Stage {
        Stage::of(self.card, self.step)
    }

    /// The last step of a card's reveal.
    pub fn answered(card: usize) -> Self {
        let tour = Self::at(card);
        Self { step: Stage::steps(tour.card) - 1, ..tour }
    }

    /// Whether the answer is told.
    pub fn is_revealed(&self) -> bool {
        self.step > 0
    }

    /// The next step of the reveal, then the next card; `None` at the end.
    pub fn next(&self) -> Option<Self> {
        if self.step + 1 < Stage::steps(self.card) {
            let step = self.step + 1;
            Some(Self { step, ..*self })
        } else if self.card + 1 < CARDS {
            Some(Self::at(self.card + 1))
        } else {
            None
        }
    }

    /// The step before, then the card before as it was left; itself at the beginning.
    pub fn back(&self) -> Self {
        match (self.step, self.card) {
            (0, 0) => *self,
            (0, card) => Self { step: Stage::steps(card - 1) - 1, ..Self::at(card - 1) },
            (step, _) => Self { step: step - 1, ..*self },
        }
    }
}

/// What a card still has to do, or has done, to the photo.
#[derive(Default)]
pub(super) struct Staging {
    /// The card waits for a photo.
    awaits_photo: bool,
    /// The class's own photo, while a card shows a sample.
    own: Option<photo::OwnPhoto>,
    /// What is to be done to it once it is back.
    own_edits: Option<Edits>,
    /// Where a card moved the crop.
    moved_crop: Option<Framing>,
    /// The channel that adds most to the answer is to be selected once it is known.
    pub(super) awaits_channel: bool,
    /// The card compares with a network that nobody trained: it goes with the card.
    compares_networks: bool,
    /// The moved crop is to be shown beside the original once both ran.
    compares_crop: bool,
}

impl State {
    /// Whether something must not be seen yet, because the class is still to guess it.
    pub fn is_covered(&self, cover: Spoiler) -> bool {
        self.tour.is_some_and(|tour| tour.stage().covers.contains(&cover))
    }

    /// Whether a person went elsewhere than the card.
    pub fn has_wandered(&self) -> bool {
        self.tour.is_some_and(|tour| {
            let stage = tour.stage();
            stage.view != self.view || stage.modules != self.modules
        })
    }
}

impl App {
    /// Begins the lesson at a card's scene, or where it was left.
    pub(super) fn start_tour(&mut self, card: Option<usize>) {
        self.remember_tour();
        let left = self.state.settings.left_tour;
        self.give_tour(card.map_or_else(|| left.unwrap_or_default(), Tour::at));
    }

    /// Goes to a place of the lesson; without a photo, on the first of the gallery.
    pub(super) fn give_tour(&mut self, tour: Tour) {
        if !self.state.session.first.is_open() {
            self.open_gallery(0);
        }
        self.go_to_stage(tour);
    }

    /// The lesson ends; it can be taken up again where it was.
    pub(super) fn leave_tour(&mut self) {
        self.remember_tour();
        self.state.tour = None;
        self.stage_networks(false);
        self.own_photo_back();
    }

    /// The lesson can be taken up where it is now, after the next start too.
    pub(super) fn remember_tour(&mut self) {
        if let Some(tour) = self.state.tour {
            self.state.settings.left_tour = Some(Tour { is_hidden: false, is_collapsed: false, ..tour });
        }
    }

    pub(super) fn tour_next(&mut self) {
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

    pub(super) fn tour_back(&mut self) {
        if let Some(tour) = self.state.tour {
            self.go_to_stage(tour.back());
        }
    }

    /// Back to what the card shows, after wandering off.
    pub(super) fn return_to_stage(&mut self) {
        if let Some(tour) = self.state.tour {
            self.go_to_stage(tour);
        }
    }

    /// Keeps what the class guesses, until the answer is told.
    pub(super) fn guess(&mut self, guess: Guess) {
        if let Some(tour) = self.state.tour.filter(|tour| !tour.is_revealed()) {
            self.state.keep_guess(Card::at(tour.card), guess);
        }
    }

    pub(super) fn change_tour(&mut self, change: impl FnOnce(&mut Tour)) {
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
    pub(super) fn stage_edits(&mut self, stage: Stage) {
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
        if is_wanted && !self.state.compares_networks() && self.awaits_other.is_none() {
            self.staging.compares_networks = true;
            self.compare_with(OtherWeights::Random);
        } else if !is_wanted && std::mem::take(&mut self.staging.compares_networks) {
            self.close_second();
        }
    }

    /// The card about what channels look for is about the one that adds most to the answer, and asks the album.
    pub(super) fn stage_channel(&mut self, stage: Stage) {
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
                Some(album.and_then(|(index, album)| facts::clearest(found, index, album)).unwrap_or(most))
            }
            // It waits for the album.
            (AskedChannel::Clearest, AlbumRun::Closed | AlbumRun::Listing | AlbumRun::Running(_)) => None,
        }
    }

    /// Card 6 shows the crop before and after beside each other, as soon as both ran.
    pub(super) fn follow_stage(&mut self) {
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
