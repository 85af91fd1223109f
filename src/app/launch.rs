//! Opens the window, or draws what it would show.

use anyhow::{Context as _, anyhow, bail};
use image::RgbaImage;

use super::app::App;
use crate::engine::Executor;
use crate::export::png;
use crate::locale::text::Language;
use crate::render::snapshot::Offscreen;
use crate::session::PhotoProgress;
use crate::state::{Command, MessageKind, Options, Settings, ThemeChoice};
use crate::ui;

/// Dots an inch of an exported picture where nothing else is said: two a point.
pub const DPI: f32 = 2.0 * png::POINTS_PER_INCH;

/// Size of the first window, points.
pub const WINDOW: [f32; 2] = [1440.0, 900.0];

/// Opens the window and stays until it is closed.
///
/// # Errors
/// There is no display, or it cannot draw; the sentence names the command line alternative.
#[cfg(feature = "desktop")]
pub fn window(options: Options) -> anyhow::Result<()> {
    use crate::ui::style::size;

    let frame = crate::platform::window::Frame {
        title: crate::locale::text::tr("app-name"),
        size: WINDOW,
        min_size: size::MIN_WINDOW.map(|side| side * size::MOST_SHRUNK),
        icon: include_bytes!("../../assets/icon.png"),
        is_remembered: !options.still,
    };
    crate::platform::window::open(frame, Box::new(move |cc| Ok(Box::new(App::from_eframe(cc, &options)))))
}

/// A view that was laid out without a window, to be painted.
pub struct Drawn {
    /// Where it stands.
    pub studio: Offscreen,
    /// What was said about the scenes it shows: what in them was not understood, what of them is not there.
    pub notes: Vec<String>,
}

impl Drawn {
    /// The part without bars and columns around it, points.
    pub fn figure(&self) -> Option<egui::Rect> {
        ui::figure_on_screen(self.studio.context())
    }
}

/// Draws the finished view without a window: saved settings ignored, no animation, no message.
///
/// `size_points` is width and height; the picture has `scale` times as many pixels.
///
/// # Errors
/// The photo or the weights could not be used.
pub fn picture(options: &Options, size_points: [f32; 2], scale: f32) -> anyhow::Result<RgbaImage> {
    drawn(options, size_points, scale).map(|drawn| drawn.studio.paint())
}

/// The same, with what was said about the scenes it shows.
///
/// # Errors
/// As [`picture`].
pub fn picture_and_notes(
    options: &Options,
    size_points: [f32; 2],
    scale: f32,
) -> anyhow::Result<(RgbaImage, Vec<String>)> {
    drawn(options, size_points, scale).map(|drawn| (drawn.studio.paint(), drawn.notes))
}

/// A picture of the view as `export` writes it: 1440x900 points, or the part of it that `part` chooses, with so many dots
/// an inch, and where it comes from in its file.
///
/// # Errors
/// As [`picture`], or the picture cannot be encoded.
pub fn png(
    options: &Options,
    part: impl FnOnce(&Drawn) -> Option<egui::Rect>,
    dpi: f32,
    facts: &[(&'static str, String)],
) -> anyhow::Result<Vec<u8>> {
    let drawn = drawn(options, WINDOW, dpi / png::POINTS_PER_INCH)?;
    let picture = match part(&drawn) {
        Some(part) => drawn.studio.paint_part(part),
        None => drawn.studio.paint(),
    };
    let picture = image::DynamicImage::from(picture).into_rgb8();
    png::encode_at(&picture, Some(dpi), facts).map_err(|error| anyhow!("The picture could not be made ({error})."))
}

/// The same, laid out and still to be painted.
///
/// # Errors
/// As [`picture`].
pub fn drawn(options: &Options, size_points: [f32; 2], scale: f32) -> anyhow::Result<Drawn> {
    let (studio, app) = settled(options, size_points, scale)?;
    let live = app.said_of_live().map(str::to_owned);
    Ok(Drawn { studio, notes: app.said_of_scenes().iter().cloned().chain(live).collect() })
}

/// The same view of the same run in each of those looks, one picture each.
///
/// # Errors
/// As [`picture`].
pub fn looks(
    options: &Options,
    size_points: [f32; 2],
    scale: f32,
    looks: &[(Language, ThemeChoice)],
) -> anyhow::Result<Vec<RgbaImage>> {
    let (mut studio, mut app) = settled(options, size_points, scale)?;
    let painted = looks.iter().map(|&(language, theme)| {
        app.apply(Command::SetLanguage(language), 0.0);
        app.apply(Command::SetTheme(theme), 0.0);
        // Words that are new are asked for and drawn once more, as at the start.
        app.settle(0.0);
        studio.layout(|ui| app.draw(ui));
        studio.paint()
    });
    Ok(painted.collect())
}

/// The view as it is once everything it asked for is there, and the app that draws it.
fn settled(options: &Options, size_points: [f32; 2], scale: f32) -> anyhow::Result<(Offscreen, App)> {
    let options = Options { still: true, ..options.clone() };
    // The app is made with the context that the studio makes.
    let mut app = None;
    let mut studio = Offscreen::new(size_points, scale, |ctx| {
        let mut started = App::new(ctx, &options, Settings::default(), Executor::Inline);
        started.settle(0.0);
        app = Some(started);
    });
    let mut app: App = app.context("the view was never drawn")?;
    studio.layout(|ui| app.draw(ui));
    if let PhotoProgress::Failed(error) = app.state().session.first.progress() {
        bail!("{}", error.message);
    }
    let failed = app.state().messages.iter().find(|message| message.kind == MessageKind::Error);
    match failed {
        Some(message) => bail!("{}", message.text),
        None => Ok((studio, app)),
    }
}
