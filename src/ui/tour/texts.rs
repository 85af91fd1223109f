//! What a card says, worked out once for what is on screen.

use crate::app::{State, Tour, placeholders};
use crate::spec::Head;
use crate::ui::text::{Language, language, tr, tr_with};

/// What a card says, filled in.
pub(super) struct Texts {
    pub title: String,
    pub body: String,
    pub question: String,
    pub answer: String,
    pub note: String,
    /// What these weights make different, where they do.
    pub variant: Option<String>,
}

impl Texts {
    fn of(state: &State, tour: Tour) -> Self {
        let values = placeholders(state, tour.card);
        let number = tour.card + 1;
        let say = |part: &str| tr_with(&format!("lesson-{number}-{part}"), &values);
        Self {
            title: say("title"),
            body: say("body"),
            question: say("question"),
            answer: say("answer"),
            note: say("note"),
            variant: (tour.card == 6).then(|| variant(state)).flatten(),
        }
    }
}

/// Card 7, for weights whose heads are absent or untrained.
fn variant(state: &State) -> Option<String> {
    let report = state.report()?;
    if report.head(Head::Aux1).is_none() && report.head(Head::Aux2).is_none() {
        return Some(tr("lesson-7-no-heads"));
    }
    let is_untrained = state.loaded().is_some_and(|loaded| loaded.aux_untrained);
    is_untrained.then(|| tr("lesson-7-untrained"))
}

/// All that the words of a card depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    card: usize,
    language: Language,
    report: Option<u64>,
    original: Option<u64>,
    /// The occlusion map and its positions done.
    occlusion: Option<(u64, usize)>,
    has_network: bool,
}

impl Key {
    fn of(state: &State, tour: Tour) -> Self {
        let occlusion = state.occlusion.as_deref();
        Self {
            card: tour.card,
            language: language(),
            report: state.report().map(|report| report.id),
            original: state.original.as_ref().map(|shown| shown.report.id),
            occlusion: occlusion.map(|occlusion| (occlusion.id, occlusion.done())),
            has_network: state.loaded().is_some(),
        }
    }
}

/// The words of the card on screen.
#[derive(Default)]
pub struct TourScene {
    kept: Option<(Key, Texts)>,
}

impl TourScene {
    /// The words of a card; worked out anew only where something they depend on has changed.
    pub(super) fn texts(&mut self, state: &State, tour: Tour) -> &Texts {
        let key = Key::of(state, tour);
        if self.kept.as_ref().is_none_or(|(kept, _)| *kept != key) {
            self.kept = None;
        }
        let (_, texts) = self
            .kept
            .get_or_insert_with(|| (key, Texts::of(state, tour)));
        texts
    }
}
