//! The app that no window shows, and the studio it is drawn in.

use std::sync::Arc;

use image::RgbImage;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::{FilterType, crop_imm, resize};

use super::lesson_input::LessonInput;
use crate::app::app::App;
use crate::engine::{Executor, GRID, PhotoSource, UserError, WeightsSource};
use crate::export::lesson::{PAGE_MM, Picture, Task};
use crate::locale::photo_names::photo_text;
use crate::render::snapshot::Offscreen;
use crate::session::PhotoProgress;
use crate::state::{
    Card, GuessQuestion, LESSON_DREAMS, Options, Pace, Projector, Settings, ThemeChoice, Tour, question,
};
use crate::ui::style::size;
use crate::ui::views::panel_on_screen;

/// Size of the window that is drawn, points: one panel as before a class, its smallest text 14 points.
const WINDOW: [f32; 2] = [1024.0, 640.0];
/// Pixels for one point: 210 for an inch of an A4 page.
const SCALE: f32 = 1.5;
/// What is printed of a point, mm: 14 points of the window are seven on paper.
const MM_A_POINT: f32 = PAGE_MM / WINDOW[0];
/// What stays around a figure, points.
const MARGIN: f32 = 6.0;
/// Steps of the small pictures of other channels.
const TILE_STEPS: usize = 8;
/// Longest side of the photo on paper, pixels.
const PHOTO_PX: u32 = 560;

/// Goes through the lesson.
pub(super) struct LessonRenderer {
    pub(super) app: App,
    studio: Offscreen,
}

impl LessonRenderer {
    /// An app on the network and the photo, which has run.
    ///
    /// # Errors
    /// The network cannot run on the photo.
    pub(super) fn new(subject: &LessonInput) -> Result<Self, UserError> {
        let settings = Settings {
            language: subject.language,
            theme: ThemeChoice::Light,
            fit: Some(subject.fit),
            ..Settings::default()
        };
        let options = Options {
            still: true,
            language: Some(subject.language),
            album: Some(subject.album.clone()),
            album_cache: subject.album_cache.clone(),
            // The tiles beside the picture are small on paper.
            pace: Pace { tile: subject.pace.tile.min(TILE_STEPS), ..subject.pace },
            ..Options::default()
        };
        let mut made = None;
        let studio = Offscreen::new(WINDOW, SCALE, |ctx| {
            made = Some(App::new(ctx, &options, settings, Executor::Inline));
        });
        let mut app = made.expect("a studio calls its setup once");
        app.state.projector = Projector { is_on: true, ..Projector::default() };
        // In place of the weights inside the program, which nobody has read yet.
        app.load_weights(WeightsSource::Loaded(Arc::clone(&subject.network)), subject.network.name.clone(), None);
        app.open(PhotoSource::Ready { name: subject.name.clone(), origin: subject.origin.clone() });
        app.settle(0.0);
        match app.state.session.first.progress() {
            PhotoProgress::Failed(error) => Err(error.clone()),
            PhotoProgress::Idle | PhotoProgress::Running { .. } | PhotoProgress::Done => Ok(Self { app, studio }),
        }
    }

    /// A step of a card, with everything computed that it shows; the card itself is on paper, not in the picture.
    pub(super) fn go(&mut self, card: usize, step: usize) {
        self.app.give_tour(Tour { step, is_hidden: true, ..Tour::at(card) });
        self.app.settle(0.0);
    }

    /// The canvas, without the bars around it.
    ///
    /// # Errors
    /// The encoder's.
    pub(super) fn picture(&mut self) -> Result<Picture, UserError> {
        let app = &mut self.app;
        self.studio.layout(|ui| app.draw(ui));
        let window = image::DynamicImage::from(self.studio.paint()).into_rgb8();
        let px = |points: f32| (points * SCALE).round() as u32;
        // The line that says which panel it is belongs to the window.
        let has_footer = panel_on_screen(&self.app.state).parts.len() >= 2;
        let footer = if has_footer { px(size::FOOTER_HEIGHT) } else { 0 };
        let canvas = crop_imm(&window, 0, 0, window.width(), window.height().saturating_sub(footer)).to_image();
        let [left, top, width, height] = figure_in(&canvas, px(MARGIN));
        let figure = crop_imm(&canvas, left, top, width, height).to_image();
        let width_mm = Some(width as f32 / SCALE * MM_A_POINT);
        Ok(Picture { png: png_of(&figure)?, alt: String::new(), width_mm })
    }

    /// What a card's question is answered with, where that is one of a few things.
    pub(super) fn choices(&self, card: usize) -> Vec<String> {
        match question(&self.app.state, Card::at(card)) {
            Some(GuessQuestion::Choices(choices)) => choices,
            Some(GuessQuestion::Times | GuessQuestion::Cell) | None => Vec::new(),
        }
    }

    /// What pupils point at or look at.
    ///
    /// # Errors
    /// The encoder's.
    pub(super) fn task(&self, card: usize) -> Result<Option<Task>, UserError> {
        let state = &self.app.state;
        let seen = || state.shown().map(|shown| small_picture(&shown.photo.prepared.pixels)).transpose();
        Ok(match Card::at(card) {
            Card::ReceptiveFields => Some(Task::Grid(4, None)),
            Card::WhyWrong => Some(Task::Grid(7, seen()?)),
            Card::YourTurn => Some(Task::Grid(GRID, seen()?)),
            Card::LooksFor => {
                let made = state.looks_for.picture.painted.as_ref().and_then(|painted| painted.pictures.first());
                made.map(|picture| Ok::<_, UserError>(Task::Look(vec![small_picture(picture)?]))).transpose()?
            }
            Card::Dreams => {
                let dreams = LESSON_DREAMS.map(|layer| state.dreams.of(&state.recipe_at(layer, None)));
                let dreamt = dreams.into_iter().flatten().filter_map(|entry| entry.made.as_ref());
                let pictures: Result<Vec<Picture>, UserError> =
                    dreamt.map(|dreamt| small_picture(&dreamt.picture)).collect();
                Some(Task::Look(pictures?))
            }
            Card::Lineage | Card::Whole | Card::Naive | Card::Reduction | Card::Pooling | Card::Heads => None,
            Card::Fool => {
                let fooled = state.fooled();
                let noise = fooled.and_then(|fooled| fooled.treated.iter().find(|treated| treated.by.is_none()));
                let mut pair: Vec<_> = fooled.into_iter().map(|fooled| &fooled.seen).collect();
                pair.extend(noise.map(|noise| &noise.picture));
                if state.noise_is_first() {
                    pair.reverse();
                }
                let pictures: Result<Vec<Picture>, UserError> = pair.into_iter().map(|it| small_picture(it)).collect();
                Some(Task::Look(pictures?))
            }
            Card::Rebuild => {
                let before = state.rebuild_before().and_then(|before| state.rebuilds.made(&before));
                let seen = seen()?;
                let before = before.map(|rebuilt| small_picture(&rebuilt.picture)).transpose()?;
                Some(Task::Look(seen.into_iter().chain(before).collect()))
            }
            Card::Heatmaps | Card::Guess | Card::Branches | Card::Networks => None,
        })
    }

    /// The photo as it was opened, small enough for a page.
    ///
    /// # Errors
    /// The encoder's.
    pub(super) fn shown_photo(&self) -> Result<Picture, UserError> {
        let shown = self.app.state.shown();
        let Some(photo) = shown.map(|shown| &shown.photo) else {
            return Err(UserError::panicked("the lesson has no photo"));
        };
        let (width, height) = photo.display.dimensions();
        let scale = (f64::from(PHOTO_PX) / f64::from(width.max(height))).min(1.0);
        let side = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
        let small = resize(photo.display.as_ref(), side(width), side(height), FilterType::Triangle);
        Ok(Picture { png: png_of(&small)?, alt: photo_text(&photo.name), width_mm: None })
    }
}

/// Where the figure lies in a canvas: all but the even ground around it, with a margin: left, top, width, height.
fn figure_in(canvas: &RgbImage, margin: u32) -> [u32; 4] {
    let ground = canvas.get_pixel(0, 0);
    let mut bounds: Option<[u32; 4]> = None;
    for (x, y, pixel) in canvas.enumerate_pixels() {
        if pixel != ground {
            let [left, top, right, bottom] = bounds.unwrap_or([x, y, x, y]);
            bounds = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
        }
    }
    let (width, height) = canvas.dimensions();
    let Some([left, top, right, bottom]) = bounds else { return [0, 0, width, height] };
    let (left, top) = (left.saturating_sub(margin), top.saturating_sub(margin));
    [left, top, (right + margin + 1).min(width) - left, (bottom + margin + 1).min(height) - top]
}

/// A picture without text, small on paper.
fn small_picture(picture: &RgbImage) -> Result<Picture, UserError> {
    Ok(Picture { png: png_of(picture)?, alt: String::new(), width_mm: None })
}

/// As small as it gets: a page has many pictures, and goes home by mail.
fn png_of(picture: &RgbImage) -> Result<Vec<u8>, UserError> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive);
    picture.write_with_encoder(encoder).map_err(UserError::new)?;
    Ok(bytes)
}
