//! The app that no window shows, and the studio it is drawn in.

use std::sync::Arc;

use image::RgbImage;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::{FilterType, crop_imm, resize};

use super::lesson::LessonInput;
use crate::app::app::App;
use crate::app::looks_for::Pace;
use crate::app::options::Options;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::tour::Tour;
use crate::engine::{Executor, PhotoSource, UserError, WeightsSource};
use crate::export::lesson::Picture;
use crate::locale::photo_names::photo_text;
use crate::render::snapshot::Offscreen;
use crate::session::PhotoProgress;
use crate::ui::style::size;

/// Size of the window that is drawn, points: the smallest that views are made for, so that text is large on paper.
const WINDOW: [f32; 2] = size::MIN_WINDOW;
/// Pixels for one point: 210 for an inch of an A4 page.
const SCALE: f32 = 1.5;
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
        let (left, top) = (px(size::RAIL_WIDTH), px(size::TOOLBAR_HEIGHT));
        let (width, height) =
            (window.width().saturating_sub(left), window.height().saturating_sub(top + px(size::STATUS_HEIGHT)));
        let canvas = crop_imm(&window, left, top, width, height).to_image();
        Ok(Picture { png: png_of(&canvas)?, alt: String::new() })
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
        Ok(Picture { png: png_of(&small)?, alt: photo_text(&photo.name) })
    }
}

/// As small as it gets: a page has many pictures, and goes home by mail.
fn png_of(picture: &RgbImage) -> Result<Vec<u8>, UserError> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive);
    picture.write_with_encoder(encoder).map_err(UserError::new)?;
    Ok(bytes)
}
