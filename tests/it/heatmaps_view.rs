//! The tab of heatmaps, as a person uses it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::heatmaps::{Effort, Method, PixelBox, Settings, Study};
use inception_lens::app::App;
use inception_lens::engine::off;
use inception_lens::session::Source;
use inception_lens::spec::Head;
use inception_lens::state::{ClassifiersTab, Command, HeatmapCommand, Making, Options, Pace, StudyEntry, View};

use crate::app::{click, open, sample, settle};

fn tab() -> Options {
    let view = View::Classifiers(ClassifiersTab::HEATMAPS);
    Options { image: sample("cat.png"), view, pace: Pace::short(1), ..Default::default() }
}

/// The study on screen.
fn entry<'a>(harness: &'a Harness<'static, App>) -> &'a StudyEntry {
    let state = harness.state().state();
    state.heatmaps.of(&state.study_asked(Source::A).unwrap()).unwrap()
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

fn draw_box(harness: &mut Harness<'static, App>, region: PixelBox) {
    harness.state_mut().apply(Command::Heatmaps(HeatmapCommand::Box(Some(region))), 0.0);
    settle(harness);
}

/// The numbers on screen are those of a study of the same question, done without a window.
#[test]
fn the_table_is_that_of_the_analysis() {
    let mut harness = open(tab());
    let region = PixelBox { x: 40.0, y: 40.0, width: 120.0, height: 100.0 };
    draw_box(&mut harness, region);
    let found = entry(&harness).clone();
    assert!(matches!(found.making, Making::Done));
    let state = harness.state().state();
    let (photo, network) = (&state.shown().unwrap().photo, state.loaded().unwrap());
    let subject = network.explained(&photo.prepared, &off::Muted::new());
    let settings = Settings { effort: Effort::ROUGH, ..found.asked.settings() };
    let study = Study::new(subject, found.asked.question, settings, found.asked.seed).unwrap();
    let expected = study.finish(Some(region), &|| false, &mut |_| ()).unwrap();
    let table = found.table.as_ref().unwrap();
    for (row, expected) in table.rows.iter().zip(&expected.rows) {
        let name = row.method.key();
        assert_eq!(row.map.as_ref().unwrap().map, expected.map.as_ref().unwrap().map, "{name}");
        assert_eq!(row.agreement, expected.agreement, "{name}");
        assert_eq!((row.in_box, row.strongest_in_box), (expected.in_box, expected.strongest_in_box), "{name}");
        assert_eq!((&row.deletion, &row.insertion), (&expected.deletion, &expected.insertion), "{name}");
        assert_eq!(row.verdict, expected.verdict, "{name}");
    }
    assert_eq!(table.between, expected.between);
    // What is said of a column are these numbers.
    let row = expected.row(Method::Gradient).unwrap();
    let words = format!(
        "Gradient: agreement {:.2}, in the box {:.1}%, deletion {:.2}",
        row.agreement.unwrap().mean,
        100.0 * row.in_box.unwrap(),
        row.deletion.as_ref().unwrap().area()
    );
    assert!(shows(&harness, &words), "{words}");
}

#[test]
fn methods_are_looked_at_sorted_and_computed_anew() {
    let mut harness = open(tab());
    harness.get_by_label("Draw a box around what decides; Enter draws one in the middle");
    harness.get_by_label_contains("Grad-CAM: agreement").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().heatmaps.wishes.selected, Some(Method::GradCam));
    harness.get_by_label_contains("Grad-CAM changes without learning");
    click(&mut harness, "Sort by Deletion area");
    click(&mut harness, "Agreement");
    harness.get_by_label_contains("Gradient and Gradient × input: agreement");
    click(&mut harness, "Cascade");
    harness.get_by_label_contains("Agreement after the first random part");
    let cascades = &entry(&harness).cascades;
    let cascaded = cascades[0].cascaded.as_ref().unwrap();
    assert_eq!(cascaded.steps.len(), 13);
    assert_eq!(cascaded.steps[0].0, "fc");
    let before = entry(&harness).asked;
    click(&mut harness, "New seed");
    assert_eq!(entry(&harness).asked.seed, before.seed + 1);
    click(&mut harness, "Low-pass");
    assert!(entry(&harness).asked.low_pass);
    harness.get_by_label("Curves").click();
    settle(&mut harness);
    harness.get_by_label("thin: before the filter");
}

#[test]
fn any_class_of_any_head_and_one_class_less_another() {
    let mut harness = open(tab());
    harness.get_by_label_contains("aux 1: cat").click();
    settle(&mut harness);
    assert_eq!(entry(&harness).asked.question.head, Head::Aux1);
    let evidence = entry(&harness).table.as_ref().unwrap().row(Method::Evidence).unwrap().clone();
    assert!(evidence.map.is_none() && evidence.failed.is_some(), "an auxiliary head has no exact evidence");
    let dog = harness.state().state().labels().iter().position(|label| label == "dog");
    harness.state_mut().apply(Command::ExplainAgainst(dog), 0.0);
    settle(&mut harness);
    assert_eq!(entry(&harness).asked.question.minus, dog);
    assert!(matches!(entry(&harness).making, Making::Done));
}

#[test]
fn it_stops_where_it_is_goes_on_and_rests_when_nobody_looks() {
    let mut harness = open(Options { view: View::Network, ..tab() });
    harness.state_mut().apply(Command::Show(tab().view), 0.0);
    // The inline executor computes little a frame.
    let maps = |harness: &Harness<'static, App>| {
        let state = harness.state().state();
        let known = state.study_asked(Source::A).and_then(|asked| state.heatmaps.of(&asked));
        let rows = known.and_then(|entry| entry.table.as_ref()).map(|table| table.rows.clone()).unwrap_or_default();
        rows.iter().filter(|row| row.map.is_some()).count()
    };
    assert!((0..200).any(|_| {
        harness.step();
        maps(&harness) > 0
    }));
    harness.get_by_label("Cancel").click();
    harness.step();
    harness.step();
    let stopped = maps(&harness);
    settle(&mut harness);
    assert_eq!(maps(&harness), stopped, "nothing goes on by itself");
    assert!(matches!(entry(&harness).making, Making::Stopped));
    click(&mut harness, "Go on");
    assert!(matches!(entry(&harness).making, Making::Done));
    assert_eq!(maps(&harness), 8);
    // What is known is still there after a look elsewhere.
    harness.state_mut().apply(Command::Show(View::Network), 0.0);
    settle(&mut harness);
    harness.state_mut().apply(Command::Show(tab().view), 0.0);
    harness.step();
    harness.step();
    assert_eq!(maps(&harness), 8);
}

#[test]
fn a_box_is_drawn_moved_and_taken_away() {
    let mut harness = open(tab());
    let photo = harness.get_by_label_contains("Draw a box around what decides; Enter");
    let rect = photo.rect();
    let at = |x: f32, y: f32| rect.min + egui::vec2(x, y) * rect.width();
    let press = |harness: &mut Harness<'static, App>, place, pressed| {
        let event = egui::Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        harness.event(egui::Event::PointerMoved(place));
        harness.event(event);
        harness.step();
    };
    press(&mut harness, at(0.25, 0.25), true);
    harness.event(egui::Event::PointerMoved(at(0.5, 0.5)));
    harness.step();
    press(&mut harness, at(0.75, 0.75), false);
    settle(&mut harness);
    let state = harness.state().state();
    let region = state.heatmaps.region(state.shown().unwrap().photo.id).unwrap();
    assert!((region.share() - 0.25).abs() < 0.01, "{region:?}");
    harness.get_by_label_contains("Your box, 25.");
    let share = entry(&harness).table.as_ref().unwrap().row(Method::Gradient).unwrap().in_box;
    assert!(share.is_some());
    click(&mut harness, "Clear");
    assert!(entry(&harness).table.as_ref().unwrap().row(Method::Gradient).unwrap().in_box.is_none());
}

#[test]
fn both_photos_are_studied_one_after_the_other() {
    let harness = open(Options { second: sample("flower.jpg"), ..tab() });
    let state = harness.state().state();
    for source in [Source::A, Source::B] {
        let entry = state.heatmaps.of(&state.study_asked(source).unwrap()).unwrap();
        assert!(matches!(entry.making, Making::Done), "{source:?}");
    }
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn the_tab_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = open(tab());
    draw_box(&mut harness, PixelBox { x: 40.0, y: 60.0, width: 140.0, height: 130.0 });
    harness.get_by_label_contains("Guided backprop: agreement").click();
    settle(&mut harness);
    for (size, turns) in [([1440.0, 900.0], false), ([1366.0, 768.0], true), ([1100.0, 720.0], true)] {
        harness.set_size(size.into());
        if turns {
            harness.key_press(egui::Key::T);
        }
        settle(&mut harness);
        harness.render().unwrap().save(folder.join(format!("heatmaps-{}.png", size[0]))).unwrap();
    }
}

/// As `export` writes it: a row a method, each number under its name.
#[test]
fn the_tab_is_exported_as_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("heatmaps.csv");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(["export", "assets/samples/cat.png", "--view", "classifiers:heatmaps", "--out"])
        .arg(&out)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("INCEPTION_LENS_STEPS", "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = std::fs::read_to_string(out).unwrap();
    let rows: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(rows[0].starts_with("name,agreement,agreement_spread,strongest_x"), "{}", rows[0]);
    let names: Vec<&str> = rows[1..].iter().filter_map(|row| row.split(',').next()).collect();
    assert_eq!(names, Method::ALL.map(Method::key));
}
