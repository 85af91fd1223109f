//! The window of the system.

use anyhow::{anyhow, bail};

use super::{folders, journal, memory};

/// What a window is opened with.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What stands above it.
    pub title: String,
    /// Width and height of the first one, points.
    pub size: [f32; 2],
    /// The smallest it can be made, points.
    pub min_size: [f32; 2],
    /// The picture that stands for the program, a PNG.
    pub icon: &'static [u8],
    /// Whether place and size are those of the last time.
    pub is_remembered: bool,
}

/// Opens the window, with the journal written from now on, and stays until it is closed.
///
/// # Errors
/// There is no display, or it cannot draw; the sentence names the command line alternative.
pub fn open(frame: Frame, create: eframe::AppCreator<'_>) -> anyhow::Result<()> {
    let without =
        "use the command line instead, for example `inception-lens classify PHOTO`, or `--screenshot OUT.png`";
    let has = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_unix_desktop = cfg!(all(unix, not(target_os = "macos")));
    if is_unix_desktop && !has("DISPLAY") && !has("WAYLAND_DISPLAY") {
        bail!("No window can be opened, since there is no display; {without}.");
    }
    memory::give_back();
    if let Some(folder) = folders::data() {
        journal::start(&folder);
    }
    let mut viewport = egui::ViewportBuilder::default()
        .with_title(frame.title)
        .with_app_id("inception-lens")
        .with_inner_size(frame.size)
        .with_min_inner_size(frame.min_size);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(frame.icon) {
        viewport = viewport.with_icon(icon);
    }
    let native = eframe::NativeOptions {
        viewport,
        persist_window: frame.is_remembered,
        // Characters that the fonts inside lack, in names of files for example, come from the system when they are first seen.
        system_font_fallback: true,
        // A paste of what egui does not read gets through to `app::clipboard`.
        clipboard_shortcuts: false,
        event_loop_builder: Some(Box::new(prefer_x11)),
        ..Default::default()
    };
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
