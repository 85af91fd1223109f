//! The menu "Export" in the real app, its dialogs answered by the test.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::album::Place;
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::locale::text::Language;
use inception_lens::state::{Options, Pace, Settings, View};

use super::{Answers, read_npy};
use crate::app::{sample, settle};
use crate::small_album::small_album;

pub fn window(options: Options) -> (Harness<'static, App>, Answers) {
    window_with(options, Settings::default())
}

pub fn window_with(options: Options, settings: Settings) -> (Harness<'static, App>, Answers) {
    let answers = Answers::default();
    let chooser = answers.clone();
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| {
        App::new(&cc.egui_ctx, &options, settings, Executor::Inline).with_chooser(Box::new(chooser))
    });
    settle(&mut harness);
    (harness, answers)
}

pub fn at_layer(layer: &str) -> Options {
    Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some(layer.to_owned()),
        pace: Pace::short(1),
        album: Some(Place::Folder(small_album().to_owned())),
        ..Default::default()
    }
}

/// Frames in which every view is laid out beside the window.
const FRAMES: usize = 30;

/// Chooses from the menu.
pub fn take(harness: &mut Harness<'static, App>, what: &str) {
    harness.get_by_label("Export").click();
    harness.step();
    harness.step();
    harness.get_by_label(what).click();
    harness.step();
    harness.step();
    // A view is laid out over several frames before the name of its file is asked for.
    let is_view = what.starts_with("Picture") || what.starts_with("Figure");
    for _ in 0..if is_view { FRAMES } else { 0 } {
        if harness.state().state().taking_home.is_none() {
            harness.step();
        }
    }
}

/// Draws frames until nothing is being made any more.
pub fn wait(harness: &mut Harness<'static, App>) {
    let begun = Instant::now();
    while harness.state().state().taking_home.is_some() {
        assert!(begun.elapsed() < Duration::from_secs(120), "it never ends");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.step();
}

pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_selected_layer_goes_home_as_numpy_array_and_as_table() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(at_layer("inception4a.branch2.1"));
    let path = folder.path().join("mine.npy");
    *answers.path.lock().unwrap() = Some(path.clone());
    take(&mut harness, "Its values for NumPy (.npy)");
    wait(&mut harness);
    harness.get_by_label(&format!("Written: {}", path.display()));
    let (shape, values) = read_npy(&fs::read(&path).unwrap());
    assert_eq!(shape, [208, 14, 14]);
    let report = harness.state().state().report().unwrap().clone();
    assert_eq!(values, *report.activation("inception4a.branch2.1").unwrap().values());

    let path = folder.path().join("mine.csv");
    *answers.path.lock().unwrap() = Some(path.clone());
    take(&mut harness, "Table of its values (CSV)");
    wait(&mut harness);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("channel,row,column,value\n"));
    assert_eq!(text.lines().count(), 1 + 208 * 196);
    let beside = fs::read_to_string(folder.path().join("mine.provenance.json")).unwrap();
    assert!(beside.contains("\"software\": \"inception-lens ") && beside.contains("\"image\": \"cat.png\""));
    assert_eq!(*answers.proposed.lock().unwrap(), ["cat-inception4a.branch2.1.npy", "cat-inception4a.branch2.1.csv"]);
    assert_eq!(names(folder.path()), ["mine.csv", "mine.npy", "mine.provenance.json"], "nothing half is left");
}

#[test]
fn a_vector_is_an_array_of_one_side() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(at_layer("avgpool"));
    let path = folder.path().join("a.npy");
    *answers.path.lock().unwrap() = Some(path.clone());
    take(&mut harness, "Its values for NumPy (.npy)");
    wait(&mut harness);
    assert_eq!(read_npy(&fs::read(path).unwrap()).0, [1024]);
}

#[test]
fn the_picture_is_the_view_as_it_is_at_twice_its_size() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(Options { image: sample("cat.png"), ..Default::default() });
    // Something that `--view` cannot say: zoomed in.
    for _ in 0..4 {
        harness.key_press(egui::Key::Plus);
        harness.step();
    }
    settle(&mut harness);
    let mut pictures = Vec::new();
    for file in ["near.png", "fitted.png"] {
        let path = folder.path().join(file);
        *answers.path.lock().unwrap() = Some(path.clone());
        take(&mut harness, "Picture, at twice its size (PNG)");
        wait(&mut harness);
        let png = fs::read(path).unwrap();
        assert!(png.windows(14).any(|window| window == b"weights_sha256"));
        let picture = image::load_from_memory(&png).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (2880, 1800));
        pictures.push(picture);
        harness.key_press(egui::Key::F);
        harness.step();
        settle(&mut harness);
    }
    assert_ne!(pictures[0], pictures[1], "the zoom is carried over");
    // Fitted and without menu and message it is what the command line draws.
    let options = Options { image: sample("cat.png"), ..Default::default() };
    let drawn = inception_lens::app::launch::picture(&options, [1440.0, 900.0], 2.0).unwrap();
    let drawn = image::DynamicImage::from(drawn).into_rgb8();
    let differing = pictures[1].pixels().zip(drawn.pixels()).filter(|(one, other)| one != other);
    // The time of the forward pass is another one.
    let share = differing.count() as f64 / f64::from(2880 * 1800);
    assert!(share < 0.005, "{share}");
}

#[test]
fn larger_text_makes_no_larger_picture() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings { text_scale: 1.5, ..Settings::default() };
    let (mut harness, answers) = window_with(at_layer("conv1"), settings);
    let points = harness.ctx.content_rect().size();
    let path = folder.path().join("a.png");
    *answers.path.lock().unwrap() = Some(path.clone());
    take(&mut harness, "Picture, at twice its size (PNG)");
    wait(&mut harness);
    let picture = image::open(path).unwrap();
    // The window in points of its own, two pixels for each.
    assert_eq!(picture.width(), (points.x * 1.5 * 2.0).round() as u32);
    assert_eq!(picture.height(), (points.y * 1.5 * 2.0).round() as u32);
    assert_eq!(*answers.proposed.lock().unwrap(), ["cat-layer-conv1.png"]);
}

#[test]
fn the_lesson_counts_its_pages_and_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(at_layer("conv1"));
    *answers.path.lock().unwrap() = Some(folder.path().join("a.html"));
    take(&mut harness, "Handout (HTML)");
    let begun = Instant::now();
    while harness.state().state().taking_home.is_none_or(|taking| taking.done == 0) {
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    // Status bar; the window works on meanwhile.
    harness.get_by_label_contains("Handout (HTML): page ");
    harness.key_press(egui::Key::Num1);
    harness.step();
    harness.step();
    assert_eq!(harness.state().state().view, View::Network);
    take(&mut harness, "Cancel, write nothing");
    assert!(harness.state().state().taking_home.is_none());
    // Long enough for the thread to come to its next page.
    std::thread::sleep(Duration::from_millis(1500));
    assert!(names(folder.path()).is_empty());
    assert_eq!(*answers.proposed.lock().unwrap(), ["cat-handout.html"]);
}

#[test]
fn a_worksheet_from_the_window_is_about_its_photo_without_edits() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(at_layer("conv1"));
    let path = folder.path().join("sheet");
    *answers.path.lock().unwrap() = Some(path);
    take(&mut harness, "Worksheet (HTML)");
    wait(&mut harness);
    // A name without an ending gets one.
    assert_eq!(names(folder.path()), ["sheet.html"]);
    let page = fs::read_to_string(folder.path().join("sheet.html")).unwrap();
    assert!(page.contains("<h1>GoogLeNet, worksheet on cat.png</h1>"));
}

#[test]
fn without_a_photo_only_the_view_can_be_taken() {
    let (mut harness, _) = window(Options::default());
    harness.get_by_label("Export").click();
    harness.step();
    harness.step();
    let is_disabled = |label: &str| harness.get_by_label(label).accesskit_node().is_disabled();
    assert!(!is_disabled("Picture, at twice its size (PNG)"));
    for label in ["Table of its values (CSV)", "Handout (HTML)", "Answer key (HTML)"] {
        assert!(is_disabled(label), "{label}");
    }
    harness.get_by_label("For the numbers and the lesson, open a photo first.");
}

/// To be looked at: the menu in both languages, and while a handout is made.
#[test]
fn the_menu_is_drawn_in_a_small_window() {
    let pictures = crate::widgets::folder();
    let folder = tempfile::tempdir().unwrap();
    let answers = Answers::default();
    *answers.path.lock().unwrap() = Some(folder.path().join("a.html"));
    for (language, handout) in [(Language::English, "Handout (HTML)"), (Language::Korean, "수업 자료(HTML)")] {
        let chooser = answers.clone();
        let options = Options { language: Some(language), ..at_layer("inception4a.branch2.1") };
        let mut harness = Harness::builder()
            .with_size([1100.0, 720.0])
            .renderer(crate::raster::RasterRenderer::default())
            .build_eframe(move |cc| {
                let (ctx, settings) = (&cc.egui_ctx, Settings::default());
                App::new(ctx, &options, settings, Executor::Inline).with_chooser(Box::new(chooser))
            });
        settle(&mut harness);
        let button = match language {
            Language::English => "Export",
            Language::Korean => "내보내기",
        };
        harness.get_by_label(button).click();
        harness.step();
        harness.step();
        let save = |harness: &mut Harness<'static, App>, name: &str| {
            let picture = harness.render().unwrap();
            let code = language.code();
            picture.save(format!("{pictures}/take-home-{name}-{code}.png")).unwrap();
        };
        save(&mut harness, "menu");
        harness.get_by_label(handout).click();
        for _ in 0..3 {
            harness.step();
        }
        assert!(harness.state().state().taking_home.is_some());
        harness.get_by_label(button).click();
        harness.step();
        harness.step();
        save(&mut harness, "running");
    }
}
