//! The lesson on paper: card by card, then the page.

use std::path::PathBuf;
use std::sync::Arc;

use super::glossary::glossary;
use super::lesson_renderer::LessonRenderer;
use super::words::words;
use crate::album::Place;
use crate::app::looks_for::Pace;
use crate::app::tour::{CARDS, Stage};
use crate::engine::{LoadedNetwork, Origin, UserError};
use crate::export::lesson::{Card, HeadAnswer, Kind, Lesson, Picture, handout, worksheet};
use crate::export::provenance;
use crate::imaging::{Fit, Pattern};
use crate::locale::text::{Language, set_language, tr};

/// Which page it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Everything, with answers and footnotes.
    Handout,
    /// Blanks in place of numbers, lines in place of answers.
    Worksheet,
    /// The worksheet, filled in.
    Answers,
}

/// What the lesson is about.
pub struct LessonInput {
    /// The network.
    pub network: Arc<LoadedNetwork>,
    /// The photo's name.
    pub name: String,
    /// The photo, without edits.
    pub origin: Origin,
    /// The language of everything.
    pub language: Language,
    /// How the photo becomes square.
    pub fit: Fit,
    /// The album that is asked what channels look for.
    pub album: Place,
    /// Where its results are kept; `None`: in memory alone.
    pub album_cache: Option<PathBuf>,
    /// How many steps pictures and dreams take.
    pub pace: Pace,
}

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
    set_language(subject.language);
    let mut tutor = LessonRenderer::new(subject)?;
    let total = (0..CARDS).map(Stage::steps).sum();
    let mut done = 0;
    on_page(done, total);
    let photo = tutor.shown_photo()?;
    let heads = tutor.heads();
    let mut cards = Vec::with_capacity(CARDS);
    for card in 0..CARDS {
        let (mut figures, mut asked) = (Vec::new(), None);
        for step in 0..Stage::steps(card) {
            if is_cancelled() {
                return Ok(None);
            }
            tutor.go(card, step);
            if step == 0 {
                asked = Some((tutor.choices(card), tutor.task(card)?));
            }
            if kind == Paper::Handout && is_last_of_figure(card, step) {
                figures.push(tutor.picture()?);
            }
            done += 1;
            on_page(done, total);
        }
        let (choices, task) = asked.unwrap_or_default();
        cards.push(tutor.card(card, figures, choices, task));
    }
    let lesson = lesson(subject, photo, heads, cards);
    Ok(Some(match kind {
        Paper::Handout => handout(&lesson),
        Paper::Worksheet => worksheet(&lesson, Kind::Blank),
        Paper::Answers => worksheet(&lesson, Kind::Key),
    }))
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
