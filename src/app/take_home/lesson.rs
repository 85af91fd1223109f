//! The lesson on paper: an app of its own, which no window shows, goes through the cards and is drawn at each step.

use std::sync::Arc;

use image::RgbImage;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::{FilterType, crop_imm, resize};

use super::glossary::glossary;
use super::words::words;
use crate::app::app::{App, Options};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::state::Analysis;
use crate::app::tour::{CARDS, Stage, Tour, placeholders};
use crate::engine::{
    Executor, LoadedNetwork, Origin, Photo, PhotoSource, UserError, WeightsSource,
};
use crate::export::lesson::{
    Card, HeadAnswer, Kind, Lesson, Picture, Text, Value, handout, worksheet,
};
use crate::export::provenance;
use crate::imaging::{Fit, Pattern};
use crate::spec::Head;
use crate::ui::format::percent;
use crate::ui::photo_names::photo_text;
use crate::ui::snapshot::Studio;
use crate::ui::text::{Language, class_text, set_language, tr, tr_with};
use crate::ui::theme::size;

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
pub struct Subject {
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
}

/// Classes that are listed for each head.
const TOP: usize = 5;
/// Size of the window that is drawn, points: the smallest that views are made for, so that text is large on paper.
const WINDOW: [f32; 2] = size::MIN_WINDOW;
/// Pixels for one point: 210 for an inch of an A4 page.
const SCALE: f32 = 1.5;
/// Longest side of the photo on paper, pixels.
const PHOTO_PX: u32 = 560;

/// The page as one HTML file; `None` if it is wanted no more.  `on_page` hears how many pictures are done, of how many.
///
/// The thread speaks the subject's language from then on.
///
/// # Errors
/// The network cannot run on the photo.
pub fn paper(
    subject: &Subject,
    kind: Paper,
    on_page: &mut dyn FnMut(usize, usize),
    is_cancelled: &dyn Fn() -> bool,
) -> Result<Option<String>, UserError> {
    set_language(subject.language);
    let mut tutor = Tutor::new(subject)?;
    let steps = |card| match kind {
        Paper::Handout | Paper::Answers => Stage::steps(card),
        Paper::Worksheet => 1,
    };
    let total = (0..CARDS).map(steps).sum();
    let mut done = 0;
    on_page(done, total);
    let lesson_photo = tutor.shown_photo()?;
    let heads = tutor.heads();
    let mut cards = Vec::with_capacity(CARDS);
    for card in 0..CARDS {
        let mut pictures = Vec::new();
        for step in 0..steps(card) {
            if is_cancelled() {
                return Ok(None);
            }
            tutor.go(card, step);
            // The key needs what a reveal computes, not how it looks.
            if kind == Paper::Handout || step == 0 {
                pictures.push(tutor.picture()?);
            }
            done += 1;
            on_page(done, total);
        }
        cards.push(tutor.card(card, pictures));
    }
    let lesson = tutor.lesson(subject, lesson_photo, heads, cards);
    Ok(Some(match kind {
        Paper::Handout => handout(&lesson),
        Paper::Worksheet => worksheet(&lesson, Kind::Blank),
        Paper::Answers => worksheet(&lesson, Kind::Key),
    }))
}

/// Goes through the lesson.
struct Tutor {
    app: App,
    studio: Studio,
}

impl Tutor {
    fn new(subject: &Subject) -> Result<Self, UserError> {
        let settings = Settings {
            language: subject.language,
            theme: ThemeChoice::Light,
            fit: subject.fit,
            ..Settings::default()
        };
        let options = Options {
            still: true,
            language: Some(subject.language),
            ..Options::default()
        };
        let mut made = None;
        let studio = Studio::new(WINDOW, SCALE, |ctx| {
            made = Some(App::new(ctx, &options, settings, Executor::Inline));
        });
        let mut app = made.expect("a studio calls its setup once");
        // In place of the weights inside the program, which nobody has read yet.
        app.load_weights(
            WeightsSource::Loaded(Arc::clone(&subject.network)),
            subject.network.name.clone(),
            None,
        );
        app.open(PhotoSource::Ready {
            name: subject.name.clone(),
            origin: subject.origin.clone(),
        });
        app.settle(0.0);
        match &app.state.analysis {
            Analysis::Failed { error, .. } => Err(error.clone()),
            _ => Ok(Self { app, studio }),
        }
    }

    /// A step of a card, with everything computed that it shows; the card itself is on paper, not in the picture.
    fn go(&mut self, card: usize, step: usize) {
        self.app.give_tour(Tour {
            step,
            is_hidden: true,
            ..Tour::at(card)
        });
        self.app.settle(0.0);
    }

    /// The canvas, without the bars around it.
    fn picture(&mut self) -> Result<Picture, UserError> {
        let app = &mut self.app;
        self.studio.pose(|ui| app.draw(ui));
        let window = image::DynamicImage::from(self.studio.paint()).into_rgb8();
        let px = |points: f32| (points * SCALE).round() as u32;
        let (left, top) = (px(size::RAIL_WIDTH), px(size::TOOLBAR_HEIGHT));
        let (width, height) = (
            window.width().saturating_sub(left),
            window
                .height()
                .saturating_sub(top + px(size::STATUS_HEIGHT)),
        );
        let canvas = crop_imm(&window, left, top, width, height).to_image();
        Ok(Picture {
            png: png_of(&canvas)?,
            alt: String::new(),
        })
    }

    fn shown_photo(&self) -> Result<Picture, UserError> {
        let Some(photo) = self.photo() else {
            return Err(UserError::panicked("the lesson has no photo"));
        };
        let (width, height) = photo.display.dimensions();
        let scale = (f64::from(PHOTO_PX) / f64::from(width.max(height))).min(1.0);
        let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
        let small = resize(
            photo.display.as_ref(),
            side(width),
            side(height),
            FilterType::Triangle,
        );
        Ok(Picture {
            png: png_of(&small)?,
            alt: photo_text(&photo.name),
        })
    }

    fn photo(&self) -> Option<&Arc<Photo>> {
        self.app.state.shown().map(|shown| &shown.photo)
    }

    /// What the three heads answer about the photo as it is.
    fn heads(&self) -> Vec<HeadAnswer> {
        let state = &self.app.state;
        let Some(report) = state.report() else {
            return Vec::new();
        };
        let is_untrained = state.loaded().is_some_and(|loaded| loaded.aux_untrained);
        let answer = |head: Head, key: &str| {
            let scores = report.head(head);
            let top = scores.map(|scores| scores.top(TOP, &report.labels));
            let classes = top.into_iter().flatten().map(|class| {
                let share = percent(f64::from(class.probability));
                (class_text(&class.label).to_owned(), share)
            });
            let note = match (head, scores) {
                (_, None) => Some(tr("home-no-head")),
                (Head::Aux1 | Head::Aux2, Some(_)) if is_untrained => Some(tr("home-untrained")),
                _ => None,
            };
            HeadAnswer {
                name: tr(key),
                note,
                classes: classes.collect(),
            }
        };
        vec![
            answer(Head::Main, "home-head-main"),
            answer(Head::Aux1, "home-head-aux1"),
            answer(Head::Aux2, "home-head-aux2"),
        ]
    }

    /// The card's texts with what is known by now, and its pictures: the scene, then the reveals.
    fn card(&self, card: usize, pictures: Vec<Picture>) -> Card {
        let values: Vec<Value> = placeholders(&self.app.state, card)
            .into_iter()
            .map(|(name, text)| Value {
                name,
                known: (text != "…").then_some(text),
            })
            .collect();
        let marks: Vec<(&str, String)> = values
            .iter()
            .enumerate()
            .map(|(index, value)| (value.name, Text::mark(index)))
            .collect();
        let number = card + 1;
        let say = |part: &str| {
            let text = tr_with(&format!("lesson-{number}-{part}"), &marks);
            Text::parse(&text, &values)
        };
        let described = |place: usize, mut picture: Picture| {
            let key = if place == 0 {
                "home-alt-scene"
            } else {
                "home-alt-reveal"
            };
            picture.alt = tr_with(key, &[("card", number.to_string())]);
            picture
        };
        let mut pictures = pictures.into_iter().enumerate();
        let mut next = || {
            pictures
                .next()
                .map(|(place, picture)| described(place, picture))
        };
        let scene = next().expect("every card is drawn at its scene");
        Card {
            title: say("title"),
            body: say("body"),
            variant: (card == HEADS_CARD).then(|| self.variant()).flatten(),
            question: say("question"),
            answer: say("answer"),
            note: say("note"),
            scene,
            reveals: std::iter::from_fn(next).collect(),
        }
    }

    /// Of weights whose heads are absent or untrained.
    fn variant(&self) -> Option<String> {
        let state = &self.app.state;
        let report = state.report()?;
        if report.head(Head::Aux1).is_none() && report.head(Head::Aux2).is_none() {
            return Some(tr("lesson-7-no-heads"));
        }
        let is_untrained = state.loaded().is_some_and(|loaded| loaded.aux_untrained);
        is_untrained.then(|| tr("lesson-7-untrained"))
    }

    fn lesson(
        &self,
        subject: &Subject,
        photo: Picture,
        heads: Vec<HeadAnswer>,
        cards: Vec<Card>,
    ) -> Lesson {
        let is_pattern = Pattern::named(&subject.name).is_some();
        let mut facts: Vec<(String, String)> = provenance::of(&subject.network)
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        facts.push(("image".to_owned(), subject.name.clone()));
        facts.push((
            "fit".to_owned(),
            format!("{:?}", subject.fit).to_lowercase(),
        ));
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
}

/// The card about the auxiliary heads, from 0.
const HEADS_CARD: usize = 6;

/// As small as it gets: a page has many pictures, and goes home by mail.
fn png_of(picture: &RgbImage) -> Result<Vec<u8>, UserError> {
    let mut bytes = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive);
    picture
        .write_with_encoder(encoder)
        .map_err(UserError::new)?;
    Ok(bytes)
}
