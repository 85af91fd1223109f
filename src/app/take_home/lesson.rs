//! The lesson on paper: card by card, then the page.

use std::sync::Arc;
use std::time::Duration;

use super::glossary::glossary;
use super::lesson_input::LessonInput;
use super::lesson_renderer::LessonRenderer;
use super::words::words;
use crate::album::{Index, Outcome, Place};
use crate::app::album::in_memory::built_in;
use crate::engine::UserError;
use crate::export::lesson::{Card, HeadAnswer, Kind, Lesson, Picture, Task, handout, worksheet};
use crate::export::provenance;
use crate::imaging::Pattern;
use crate::locale::text::{set_language, tr};
use crate::platform::clock::Deadline;
use crate::state::{CARDS, Paper, Stage};

/// How long photos of the album run before whatever else is asked for has its turn.
const TURN: Duration = Duration::from_millis(50);

/// The page as one HTML file; `None` if it is wanted no more.  `on_page` hears how many pictures are done, of how many.
///
/// The thread speaks the subject's language from then on.
///
/// # Errors
/// The network cannot run on the photo.
pub fn paper(
    subject: &LessonInput,
    kind: Paper,
    on_page: &mut dyn FnMut(usize, usize),
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Option<String>, UserError> {
    let mut maker = PaperMaker::begin(subject.clone(), kind)?;
    loop {
        let (done, total) = maker.progress();
        on_page(done, total);
        if is_cancelled() {
            return Ok(None);
        }
        if let Some(page) = maker.advance()? {
            return Ok(Some(page));
        }
    }
}

/// A page that is made a step of a card at a time.
pub(super) struct PaperMaker {
    subject: LessonInput,
    kind: Paper,
    /// The album whose photos have to run, where nothing is known of them from before.
    album: Option<Arc<Index>>,
    tutor: LessonRenderer,
    photo: Picture,
    heads: Vec<HeadAnswer>,
    cards: Vec<Card>,
    /// The step of the card under way that comes next, with what the steps before it gave.
    step: usize,
    figures: Vec<Picture>,
    choices: Vec<String>,
    task: Option<Task>,
    /// Steps done.
    done: usize,
}

impl PaperMaker {
    /// Runs the network on the photo.
    ///
    /// # Errors
    /// It cannot run on it.
    pub(super) fn begin(subject: LessonInput, kind: Paper) -> Result<Self, UserError> {
        set_language(subject.language);
        let tutor = LessonRenderer::new(&subject)?;
        let (photo, heads) = (tutor.shown_photo()?, tutor.heads());
        let (figures, choices, task) = (Vec::new(), Vec::new(), None);
        let is_unknown = subject.album == Place::BuiltIn && subject.album_cache.is_none();
        // What is wrong with it is said where it is asked.
        let album = is_unknown.then(|| built_in(&subject.network, &|| false).ok()).flatten();
        let cards = Vec::new();
        Ok(Self { subject, kind, album, tutor, photo, heads, cards, step: 0, figures, choices, task, done: 0 })
    }

    /// Steps done, and steps in all.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.done, (0..CARDS).map(|card| self.steps(card)).sum())
    }

    /// What is asked is known at the scene; the key and the handout tell what a reveal computes.
    fn steps(&self, card: usize) -> usize {
        match self.kind {
            Paper::Handout | Paper::Answers => Stage::steps(card),
            Paper::Worksheet => 1,
        }
    }

    /// Does one step, or runs a few photos of the album; behind the last step the page is there.
    ///
    /// # Errors
    /// A picture cannot be encoded.
    pub(super) fn advance(&mut self) -> Result<Option<String>, UserError> {
        set_language(self.subject.language);
        if self.runs_photos() {
            return Ok(None);
        }
        let (card, step) = (self.cards.len(), self.step);
        self.tutor.go(card, step);
        if step == 0 {
            (self.choices, self.task) = (self.tutor.choices(card), self.tutor.task(card)?);
        }
        if self.kind == Paper::Handout && is_last_of_figure(card, step) {
            self.figures.push(self.tutor.picture()?);
        }
        self.step += 1;
        self.done += 1;
        if self.step == self.steps(card) {
            let (figures, choices) = (std::mem::take(&mut self.figures), std::mem::take(&mut self.choices));
            self.cards.push(self.tutor.card(card, figures, choices, self.task.take()));
            self.step = 0;
        }
        Ok((self.cards.len() == CARDS).then(|| self.page()))
    }

    /// Runs photos of the album for a moment; whether any are left.
    fn runs_photos(&self) -> bool {
        let turn = Deadline::after(TURN);
        let outcome = self.album.as_ref().map(|album| album.run(None, &|| turn.has_passed(), &mut |_| {}));
        matches!(outcome, Some(Ok(Outcome::Stopped)))
    }

    fn page(&mut self) -> String {
        let (heads, cards) = (std::mem::take(&mut self.heads), std::mem::take(&mut self.cards));
        let lesson = lesson(&self.subject, self.photo.clone(), heads, cards);
        match self.kind {
            Paper::Handout => handout(&lesson),
            Paper::Worksheet => worksheet(&lesson, Kind::Blank),
            Paper::Answers => worksheet(&lesson, Kind::Key),
        }
    }
}

/// Whether the next step of a card shows another figure, and not the same one with more told: a page has each once.
fn is_last_of_figure(card: usize, step: usize) -> bool {
    let figure = |step| {
        let stage = Stage::of(card, step);
        (stage.view, stage.panel, stage.tool, stage.pane, stage.modules)
    };
    step + 1 == Stage::steps(card) || figure(step) != figure(step + 1)
}

/// Everything put together.
fn lesson(subject: &LessonInput, photo: Picture, heads: Vec<HeadAnswer>, cards: Vec<Card>) -> Lesson {
    let is_pattern = Pattern::named(&subject.name).is_some();
    let mut facts: Vec<(String, String)> =
        provenance::of(&subject.network).into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    facts.push(("image".to_owned(), subject.name.clone()));
    facts.push(("fit".to_owned(), format!("{:?}", subject.fit).to_lowercase()));
    Lesson {
        language: subject.language.code(),
        words: words(&photo.alt),
        photo,
        synthetic: is_pattern.then(|| tr("home-synthetic")),
        heads,
        cards,
        glossary: glossary(subject.language),
        facts,
    }
}
