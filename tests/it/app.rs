//! The application as a person uses it, by the names a screen reader says.

mod channels;
mod opened;

use std::path::PathBuf;
use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::session::PhotoProgress;
use inception_lens::state::{Options, Settings, View};

/// The real app at 1440x900 with the inline executor; `settle` runs what was asked for.
pub fn open(options: Options) -> Harness<'static, App> {
    open_sized(options, [1440.0, 900.0])
}

/// The same, so many points wide and high.
pub fn open_sized(options: Options, size: [f32; 2]) -> Harness<'static, App> {
    open_timed(options, size, 0.25)
}

/// Seconds from frame to frame that are short enough for double clicks.
pub const SHORT_STEP_SECONDS: f32 = 1.0 / 60.0;

/// The same with so many seconds from frame to frame.
pub fn open_timed(options: Options, size: [f32; 2], step_seconds: f32) -> Harness<'static, App> {
    open_with(options, Settings::default(), size, step_seconds)
}

/// The same with settings of one's own.
pub fn open_with(options: Options, settings: Settings, size: [f32; 2], step_seconds: f32) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(step_seconds)
        .renderer(crate::raster::RasterRenderer::default())
        .build_eframe(move |cc| App::new(&cc.egui_ctx, &options, settings, Executor::Inline));
    settle(&mut harness);
    harness
}

/// Runs the engine until nothing is left, and draws what came of it.
pub fn settle(harness: &mut Harness<'static, App>) {
    harness.step();
    harness.state_mut().settle(0.0);
    harness.step();
    harness.step();
}

pub fn sample(name: &str) -> Option<PathBuf> {
    Some(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name))
}

/// Drops a file on the window.
pub fn drop_file(harness: &mut Harness<'static, App>, path: PathBuf) {
    harness.input_mut().dropped_files.push(dropped(path));
    settle(harness);
}

/// A file as egui hands it over.
pub fn dropped(path: PathBuf) -> Arc<dyn egui::DroppedFile + Send + Sync> {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &std::path::Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            std::fs::read(&self.0).map_err(|error| error.to_string())
        }
    }
    Arc::new(Dropped(path))
}

/// Clicks what has that label, and waits for what comes of it.
pub fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

/// Presses a key, and waits for what comes of it.
pub fn press(harness: &mut Harness<'static, App>, key: egui::Key) {
    harness.key_press(key);
    settle(harness);
}

/// Clicks a picture of an open gallery, whatever its badge says.
pub fn click_sample(harness: &mut Harness<'static, App>, name: &str) {
    // The file is called so, the window says it in British English.
    let name = name.replace("Color", "Colour");
    let badged = format!("{name}, ");
    let mut buttons = harness.query_all_by(|node| {
        let label = node.label().unwrap_or_default();
        let is_meant = label == name || label.starts_with(&badged);
        node.role() == egui::accesskit::Role::Button && is_meant
    });
    buttons.next().unwrap_or_else(|| panic!("no button {name:?}")).click();
    drop(buttons);
    settle(harness);
}

fn predicted(harness: &Harness<'static, App>) -> String {
    let report = harness.state().state().report().unwrap().clone();
    report.labels[report.main().best()].clone()
}

#[test]
fn a_sample_opens_from_the_empty_window_and_is_recognised() {
    let mut harness = open(Options::default());
    let first = &harness.state().state().session.first;
    assert!(matches!(first.progress(), PhotoProgress::Idle));
    harness.get_by_label("Drop a photo, or pick a sample");
    click_sample(&mut harness, "flower.jpg");
    let (label, share) = crate::defaults::answer("flower");
    assert_eq!(predicted(&harness), label);
    // Name and share are read out together.
    harness.get_by_label_contains(&format!("{label}, {share}"));
}

#[test]
fn all_samples_and_patterns_run() {
    let mut harness = open(Options { image: sample("flower.jpg"), ..Default::default() });
    for index in 0..harness.state().state().gallery.len() {
        let name = harness.state().state().gallery[index].name.clone();
        harness.get_by_label("Samples").click();
        harness.step();
        harness.step();
        click_sample(&mut harness, &name);
        let shown = harness.state().state().shown();
        assert_eq!(shown.map(|shown| &*shown.photo.name), Some(&*name));
    }
    harness.get_by_label("Samples").click();
    settle(&mut harness);
    harness.get_by_label("Open grating").click();
    settle(&mut harness);
    let shown = harness.state().state().shown().unwrap();
    assert_eq!(shown.photo.name, "Grating 30°, 16 px");
}

#[test]
fn theme_views_and_fit_follow_keys_and_menus() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    harness.key_press(egui::Key::Num3);
    settle(&mut harness);
    assert_eq!(harness.state().state().view, View::Layer);
    harness.key_press(egui::Key::T);
    settle(&mut harness);
    assert_eq!(harness.state().state().settings.theme, inception_lens::state::ThemeChoice::Light);
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    settle(&mut harness);
    assert_eq!(harness.state().state().view, View::Network, "Alt and left goes back");
    harness.get_by_label("Settings").click();
    harness.step();
    harness.step();
    harness.get_by_label("Letterbox").click();
    settle(&mut harness);
    let shown = harness.state().state().shown().unwrap();
    assert_eq!(shown.photo.fit, inception_lens::imaging::Fit::Letterbox);
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn menus_and_messages_are_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    let weights = format!("{} · GoogLeNet + BN", crate::defaults::name());
    for (menu, file) in
        [("Samples", "menu-samples.png"), (&*weights, "menu-weights.png"), ("Settings", "menu-settings.png")]
    {
        harness.get_by_label(menu).click();
        settle(&mut harness);
        harness.render().unwrap().save(folder.join(file)).unwrap();
        harness.key_press(egui::Key::Escape);
        settle(&mut harness);
    }
    drop_file(&mut harness, PathBuf::from("nowhere/holiday.jpg"));
    let picture = harness.render().unwrap();
    picture.save(folder.join("message.png")).unwrap();
    assert_eq!(picture.dimensions(), (1440, 900));
}

/// A storage as eframe keeps one, in memory.
#[derive(Default)]
struct Drawer(std::collections::HashMap<String, String>);

impl eframe::Storage for Drawer {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }
    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }
    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }
    fn flush(&mut self) {}
}

#[test]
fn settings_are_remembered_and_damaged_ones_forgotten() {
    let mut harness = open(Options::default());
    harness.key_press(egui::Key::T);
    settle(&mut harness);
    let mut drawer = Drawer::default();
    eframe::App::save(harness.state_mut(), &mut drawer);
    let settings: Settings = eframe::get_value(&drawer, "settings").unwrap();
    assert_eq!(settings, harness.state().state().settings);
    assert_eq!(settings.theme, inception_lens::state::ThemeChoice::Light);
    eframe::Storage::set_string(&mut drawer, "settings", "(theme: Purple".to_owned());
    assert_eq!(eframe::get_value::<Settings>(&drawer, "settings"), None);
}

#[test]
fn the_question_mark_lists_every_key_and_escape_closes_the_list() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    harness.key_press(egui::Key::Questionmark);
    settle(&mut harness);
    for key in ["1 – 7", "Ctrl+O", "Page Up", "Alt+←"] {
        harness.get_all_by_label_contains(key).next().unwrap();
    }
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    assert!(!harness.state().state().shows_keys);
    assert!(harness.query_by_label("Close the sheet").is_none());
}
