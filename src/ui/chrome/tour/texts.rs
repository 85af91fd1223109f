//! What a card says, worked out once for what is on screen.

use std::cell::OnceCell;

use crate::locale::text::{Language, language, tr, tr_with};
use crate::state::tour::placeholders;
use crate::state::{
    CARDS, Card, Compared, Guess, GuessQuestion, State, Tour, compared, heads_variant, question, text_key,
};

/// What a card says, filled in.
pub struct Texts {
    /// Its title.
    pub title: String,
    /// What is to be known before.
    pub body: String,
    /// What a class is asked.
    pub question: String,
    /// What the reveal tells.
    pub answer: String,
    /// For the teacher.
    pub note: String,
    /// The title of the card after it.
    pub next_title: Option<String>,
    /// What these weights make different, where they do.
    pub variant: Option<String>,
    /// What the question is answered with, where it is not only asked aloud.
    pub guessing: Option<GuessQuestion>,
    /// The class's guess and the truth, once both are there.
    pub compared: Option<Compared>,
    titles: OnceCell<Vec<String>>,
}

impl Texts {
    fn of(state: &State, tour: Tour) -> Self {
        let values = placeholders(state, tour.card);
        let say = |part: &str| tr_with(&text_key(state, tour.card, part), &values);
        let next = tour.card + 1;
        let next_title = || tr_with(&text_key(state, next, "title"), &placeholders(state, next));
        Self {
            title: say("title"),
            body: say("body"),
            question: say("question"),
            answer: say("answer"),
            note: say("note"),
            next_title: (next < CARDS).then(next_title),
            variant: heads_variant(state, tour.card).map(tr),
            guessing: question(state, Card::at(tour.card)),
            compared: compared(state, Card::at(tour.card)),
            titles: OnceCell::new(),
        }
    }

    /// The titles of all cards, worked out when the list of them is first opened.
    pub fn titles(&self, state: &State) -> &[String] {
        let title = |card| tr_with(&text_key(state, card, "title"), &placeholders(state, card));
        self.titles.get_or_init(|| (0..CARDS).map(title).collect())
    }
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
    /// The snapshot of the album, the channel it was asked about.
    examples: Option<(u64, usize)>,
    channel: Option<usize>,
    /// Curves of gradients.
    gradients: [usize; 2],
    guess: Option<Guess>,
    has_network: bool,
    /// What is known of the fooled photo: sizes, and things tried at the one that is looked at.
    fooled: [usize; 2],
    /// Whether the photo is rebuilt from both sides of a reduction.
    rebuilt: [bool; 2],
}

impl Key {
    fn of(state: &State, tour: Tour) -> Self {
        let occlusion = state.found.occlusion.as_deref();
        Self {
            card: tour.card,
            language: language(),
            report: state.report().map(|report| report.id),
            original: state.original().map(|shown| shown.report.id),
            occlusion: occlusion.map(|occlusion| (occlusion.id, occlusion.done())),
            examples: state.looks_for.examples.as_ref().map(|examples| (examples.album, examples.of.2)),
            channel: state.selection.channel,
            gradients: [state.found.gradients.curves.len(), state.found.gradients.gaussian.len()],
            guess: state.guess(Card::at(tour.card)),
            has_network: state.loaded().is_some(),
            fooled: fooled(state),
            rebuilt: rebuilt(state),
        }
    }
}

fn fooled(state: &State) -> [usize; 2] {
    let entry = state.fool_asked().and_then(|asked| state.fool.of(&asked));
    let known = entry.map_or(0, |entry| entry.known.iter().flatten().count());
    [known, state.fooled().map_or(0, |fooled| fooled.treated.len())]
}

fn rebuilt(state: &State) -> [bool; 2] {
    let before = state.rebuild_before().and_then(|before| state.rebuilds.made(&before));
    let after = state.rebuilds.shown().and_then(|entry| entry.made.as_ref());
    [before, after].map(|rebuilt| rebuilt.is_some_and(|rebuilt| rebuilt.is_finished))
}

/// The words of the card on screen.
#[derive(Default)]
pub struct TourScene {
    kept: Option<(Key, Texts)>,
    /// Height of a card below the view at which nothing of it has to be scrolled, as it last was, points.
    pub(super) below: Option<f32>,
    /// The same of a card beside the view.
    pub(super) beside: Option<f32>,
}

impl TourScene {
    /// The words of a card; worked out anew only where something they depend on has changed.
    pub fn texts(&mut self, state: &State, tour: Tour) -> &Texts {
        let key = Key::of(state, tour);
        if self.kept.as_ref().is_none_or(|(kept, _)| *kept != key) {
            self.kept = None;
        }
        let (_, texts) = self.kept.get_or_insert_with(|| (key, Texts::of(state, tour)));
        texts
    }
}
