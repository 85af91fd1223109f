//! Opens the window, or draws what it would show into a file.

use std::path::Path;

use anyhow::{Context as _, anyhow, bail};
use image::RgbaImage;

use super::app::{App, Options};
use super::journal;
use super::messages::MessageKind;
use super::settings::Settings;
use crate::engine::Executor;
use crate::locale::text::tr;
use crate::render::snapshot::snapshot;
use crate::session::PhotoProgress;
use crate::ui::style::size;

/// Size of the first window, points.
pub const WINDOW: [f32; 2] = [1440.0, 900.0];

/// Opens the window and stays until it is closed.
///
/// # Errors
/// There is no display, or it cannot draw; the sentence names the command line alternative.
pub fn window(options: Options) -> anyhow::Result<()> {
    let without =
        "use the command line instead, for example `inception-lens classify PHOTO`, or `--screenshot OUT.png`";
    let has = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_unix_desktop = cfg!(all(unix, not(target_os = "macos")));
    if is_unix_desktop && !has("DISPLAY") && !has("WAYLAND_DISPLAY") {
        bail!("No window can be opened, since there is no display; {without}.");
    }
    if let Some(folder) = journal::folder() {
        journal::start(&folder);
    }
    let icon = eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png"));
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(tr("app-name"))
        .with_app_id("inception-lens")
        .with_inner_size(WINDOW)
        .with_min_inner_size(size::MIN_WINDOW);
    if let Ok(icon) = icon {
        viewport = viewport.with_icon(icon);
    }
    let native = eframe::NativeOptions {
        viewport,
        persist_window: !options.still,
        // Characters that the fonts inside lack, in names of files for example, come from the system when they are first seen.
        system_font_fallback: true,
        // A paste of what egui does not read gets through to `clipboard`.
        clipboard_shortcuts: false,
        event_loop_builder: Some(Box::new(prefer_x11)),
        ..Default::default()
    };
    let create: eframe::AppCreator<'_> = Box::new(move |cc| Ok(Box::new(App::from_eframe(cc, &options))));
    eframe::run_native("inception-lens", native, create).map_err(|error| {
        let cause = without_source_place(&error.to_string());
        anyhow!("No window can be opened ({cause}); {without}.")
    })
}

/// An error's words without the line of foreign source code that winit names in them: "os error at /…/mod.rs:788: Failed" is
/// "os error: Failed".
fn without_source_place(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if !word.contains(".rs:") {
            words.push(word.to_owned());
            continue;
        }
        words.pop_if(|last| last == "at");
        if let Some(last) = words.last_mut().filter(|last| !last.ends_with(':')) {
            last.push(':');
        }
    }
    words.join(" ")
}

/// winit has no drag and drop under Wayland: where X11 is there too, it is taken.
fn prefer_x11(builder: &mut winit::event_loop::EventLoopBuilder<eframe::UserEvent>) {
    #[cfg(all(unix, not(target_os = "macos")))]
    if std::env::var_os("DISPLAY").is_some_and(|value| !value.is_empty()) {
        use winit::platform::x11::EventLoopBuilderExtX11 as _;
        builder.with_x11();
    }
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    let _ = builder;
}

/// Draws the finished view without a window: saved settings ignored, no animation, no message.
///
/// `size_points` is width and height; the picture has `scale` times as many pixels.
///
/// # Errors
/// The photo or the weights could not be used.
pub fn picture(options: &Options, size_points: [f32; 2], scale: f32) -> anyhow::Result<RgbaImage> {
    let options = Options { still: true, ..options.clone() };
    // The app is made with the context that `snapshot` makes.
    let app_cell: std::cell::RefCell<Option<App>> = std::cell::RefCell::new(None);
    let image = snapshot(
        size_points,
        scale,
        |ctx| {
            let mut started = App::new(ctx, &options, Settings::default(), Executor::Inline);
            started.settle(0.0);
            *app_cell.borrow_mut() = Some(started);
        },
        |ui| {
            if let Some(app) = app_cell.borrow_mut().as_mut() {
                app.draw(ui);
            }
        },
    );
    let app = app_cell.into_inner().context("the view was never drawn")?;
    if let PhotoProgress::Failed(error) = app.state().session.first.progress() {
        bail!("{}", error.message);
    }
    let failed = app.state().messages.iter().find(|message| message.kind == MessageKind::Error);
    match failed {
        Some(message) => bail!("{}", message.text),
        None => Ok(image),
    }
}

/// Draws the finished view into a PNG file.
///
/// # Errors
/// As [`picture`], or the file cannot be written.
pub fn screenshot(options: &Options, size_points: [f32; 2], scale: f32, out: &Path) -> anyhow::Result<()> {
    let image = picture(options, size_points, scale)?;
    image
        .save_with_format(out, image::ImageFormat::Png)
        .with_context(|| format!("{} could not be written", out.display()))
}
