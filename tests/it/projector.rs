//! Before a class: text large enough to be read from the last row (`lesson.md`), one panel at a time, and what a teacher does with the screen.

use egui::{FullOutput, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::Place;
use inception_lens::locale::text::Language;
use inception_lens::state::{Command, CostTab, Detail, Options, Pace, Tour, View};

use crate::app::{drop_file, open, sample};
use crate::room::unreadable;
use crate::small_album::small_album;
use crate::stage::{Stage, texts};

/// Every state of the panels is looked at where everything has room ([`crate::room`]); here every step of the lesson.
#[test]
fn every_text_of_the_lesson_can_be_read_from_the_last_row() {
    let album = Some(Place::Folder(small_album().to_owned()));
    let options =
        Options { presents: Some(0), tour: Some(Tour::at(0)), pace: Pace::short(1), album, ..Default::default() };
    let mut stage = Stage::new(options, [1920.0, 1080.0]);
    let mut faults = Vec::new();
    while let Some(tour) = stage.state().tour {
        for language in Language::ALL {
            stage.apply(Command::SetLanguage(language));
            let output = stage.frame(Vec::new());
            let unreadable = unreadable(&output, &stage.ctx, language).into_iter();
            faults.extend(unreadable.map(|fault| format!("card {} step {}: {fault}", tour.card + 1, tour.step)));
        }
        stage.press(Key::PageDown, Modifiers::NONE);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_key_of_the_sheet_can_be_read_from_the_last_row() {
    let options = Options { presents: Some(0), detail: Detail::Keys, ..Default::default() };
    let mut stage = Stage::new(options, [1920.0, 1080.0]);
    for language in Language::ALL {
        stage.apply(Command::SetLanguage(language));
        let output = stage.frame(Vec::new());
        assert_eq!(unreadable(&output, &stage.ctx, language), [""; 0]);
    }
}

#[test]
fn one_panel_at_a_time_and_the_space_bar_shows_the_next() {
    let options = Options { view: View::Cost(CostTab::LAYERS), presents: Some(0), ..Default::default() };
    let mut stage = Stage::new(options, [1920.0, 1080.0]);
    let shows = |output: &FullOutput, words: &str| {
        let texts = texts(&output.shapes);
        texts.iter().any(|(_, text)| text.galley.text() == words)
    };
    // On a desk chart and table stand below each other.
    let output = stage.frame(Vec::new());
    assert!(!shows(&output, "All layers") && shows(&output, "Chart"));
    let output = stage.press(Key::Space, Modifiers::NONE);
    assert!(shows(&output, "All layers") && shows(&output, "Table"));
    // No bars: neither the name of the program nor the menu of weights.
    assert!(!shows(&output, "Inception Lens") && !shows(&output, "Weights"));
    stage.press(Key::Space, Modifiers::SHIFT);
    assert_eq!(stage.state().panel(3), Some(0));
    let output = stage.press(Key::P, Modifiers::NONE);
    assert!(!stage.state().projector.is_on);
    assert!(shows(&output, "All layers") && shows(&output, "Inception Lens"));
}

#[test]
fn full_screen_is_asked_for_by_each_of_its_keys_and_left_with_escape() {
    let mut stage = Stage::new(Options::default(), [1920.0, 1080.0]);
    for key in [Key::P, Key::F5, Key::F11] {
        let asked = |output: &FullOutput| -> Vec<egui::ViewportCommand> {
            let viewports = output.viewport_output.values();
            viewports.flat_map(|viewport| viewport.commands.clone()).collect()
        };
        let fullscreen = egui::ViewportCommand::Fullscreen;
        assert!(asked(&stage.press(key, Modifiers::NONE)).contains(&fullscreen(true)) || stage.state().projector.is_on);
        assert!(stage.state().projector.is_on, "{key:?}");
        stage.press(Key::Escape, Modifiers::NONE);
        assert!(!stage.state().projector.is_on, "{key:?}");
    }
}

#[test]
fn black_comes_back_with_any_key_and_does_nothing_else() {
    let options = Options { presents: Some(0), ..Default::default() };
    let mut stage = Stage::new(options, [1280.0, 720.0]);
    stage.press(Key::B, Modifiers::NONE);
    assert!(stage.state().projector.is_black);
    stage.press(Key::Num5, Modifiers::NONE);
    assert!(!stage.state().projector.is_black);
    assert_eq!(stage.state().view, View::Network);
    stage.press(Key::Num5, Modifiers::NONE);
    assert_ne!(stage.state().view, View::Network);
}

#[test]
fn a_frozen_picture_stays_while_everything_behind_it_changes() {
    let mut stage = Stage::new(Options::default(), [1440.0, 900.0]);
    let words = |output: &FullOutput| -> Vec<String> {
        let texts = texts(&output.shapes).into_iter();
        texts.map(|(_, text)| text.galley.text().to_owned()).collect()
    };
    let before = words(&stage.frame(Vec::new()));
    stage.press(Key::Z, Modifiers::NONE);
    let frozen = words(&stage.press(Key::T, Modifiers::NONE));
    assert!(before.iter().all(|word| frozen.contains(word)));
    assert!(frozen.contains(&"Frozen (Z)".to_owned()));
    // Views get no keys, so that a teacher does not change by accident what nobody sees.
    let view = stage.state().view;
    stage.press(Key::Num5, Modifiers::NONE);
    assert_eq!(stage.state().view, view);
    stage.press(Key::Escape, Modifiers::NONE);
    assert!(!stage.state().projector.is_frozen);
    stage.press(Key::Num5, Modifiers::NONE);
    assert_ne!(stage.state().view, view);
}

#[test]
fn control_plus_enlarges_everything_and_is_remembered_on_a_desk_only() {
    let mut stage = Stage::new(Options::default(), [1920.0, 1080.0]);
    stage.press(Key::Plus, Modifiers::COMMAND);
    stage.press(Key::Plus, Modifiers::COMMAND);
    assert!((stage.state().settings.text_scale - 1.2).abs() < 1e-3);
    assert!((stage.ctx.zoom_factor() - 1.2).abs() < 1e-3);
    stage.press(Key::Num0, Modifiers::COMMAND);
    assert_eq!(stage.state().settings.text_scale, 1.0);
    stage.press(Key::P, Modifiers::NONE);
    let before = stage.ctx.zoom_factor();
    stage.press(Key::Plus, Modifiers::COMMAND);
    assert!((stage.ctx.zoom_factor() / before - 1.1).abs() < 1e-3);
    assert_eq!(stage.state().settings.text_scale, 1.0);
}

#[test]
fn what_the_weights_know_is_listed() {
    let mut stage = Stage::new(Options::default(), [1440.0, 900.0]);
    let labels = stage.state().loaded().unwrap().labels.clone();
    let output = stage.frame(Vec::new());
    let list = labels.join(" · ");
    let texts = texts(&output.shapes);
    assert!(texts.iter().any(|(_, text)| text.galley.text() == list));
}

#[test]
fn the_spotlight_is_bright_around_the_pointer_and_dark_elsewhere() {
    let mut stage = Stage::new(Options::default(), [1440.0, 900.0]);
    let pointer = egui::Event::PointerMoved(egui::pos2(700.0, 440.0));
    let before = stage.paint(vec![pointer]);
    stage.press(Key::D, Modifiers::NONE);
    let after = stage.paint(Vec::new());
    let light = |picture: &image::RgbaImage, [x, y]: [u32; 2]| -> u32 {
        let pixels = (0..400).map(|at| picture.get_pixel(x + at % 20, y + at / 20));
        pixels.map(|pixel| pixel.0[..3].iter().map(|&part| u32::from(part)).sum::<u32>()).sum()
    };
    // Within 17 % of the height, and the photo far to the left of it.
    let (near, far) = ([640, 430], [180, 150]);
    assert_eq!(light(&before, near), light(&after, near));
    assert!(light(&after, far) * 3 < light(&before, far));
    // The pointer takes it along.
    let moved = egui::Event::PointerMoved(egui::pos2(190.0, 160.0));
    let after = stage.paint(vec![moved]);
    assert!(light(&after, near) * 3 < light(&before, near));
    assert_eq!(light(&after, far), light(&before, far));
}

/// An error stays until a photo opens or it is sent away; a class sees one message at a time, the newest.
#[test]
fn a_class_sees_one_message_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("notes.png");
    std::fs::write(&broken, "no picture").unwrap();
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    harness.key_press(Key::P);
    harness.step();
    drop_file(&mut harness, broken);
    let said = harness.state().state().messages.len();
    assert!(said >= 2, "how to present, and what is wrong with the file: {said}");
    assert_eq!(harness.query_all_by_label("Dismiss").count(), 1);
    assert!(harness.query_all_by_label_contains("Error: notes.png").next().is_some());
    drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert!(harness.query_all_by_label_contains("Error: ").next().is_none());
}
