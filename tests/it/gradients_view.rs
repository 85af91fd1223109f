//! The gradients tab, as a person uses it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::gradients::curve;
use inception_lens::analysis::{GradientCurve, Initialisation};
use inception_lens::app::launch::picture;
use inception_lens::app::{App, ClassifiersTab, Gradients, Options, Settings, ThemeChoice, View};
use inception_lens::engine::Executor;
use inception_lens::model::Run;
use inception_lens::spec::Topology;

use crate::app::{open, sample, settle};
use crate::synthetic;

fn tab() -> Options {
    Options {
        image: sample("cat.png"),
        view: View::Classifiers(ClassifiersTab::Gradients),
        ..Default::default()
    }
}

fn gradients<'a>(harness: &'a Harness<'static, App>) -> &'a Gradients {
    &harness.state().state().gradients
}

#[test]
fn curves_on_screen_are_those_of_the_analysis() {
    let harness = open(tab());
    let shown = gradients(&harness);
    assert!(shown.is_complete() && !shown.is_running);
    let state = harness.state().state();
    let (photo, network) = (&state.shown().unwrap().photo, state.loaded().unwrap());
    let (trace, report) = network.run(&photo.prepared, Run::new()).unwrap();
    let input = &trace.get("input").unwrap().tensor().unwrap();
    let cat = report.main().best();
    for (index, initialisation) in Initialisation::ALL.into_iter().enumerate() {
        let expected = curve(&network.model, input, initialisation, 1, cat, &|| false).unwrap();
        assert_eq!(*shown.curves[index], expected);
    }
    // The headline is the ratio of norms at conv1 of the fresh network.
    let (_, main, total) = &shown.curves[1].points[0];
    let words = format!("conv1 of a fresh network gets {:.2}× the", total / main);
    harness.get_by_label_contains(&words);
    harness.get_by_label_contains("True label: cat (predicted)");
}

#[test]
fn a_new_seed_draws_other_weights_and_a_click_selects_a_layer() {
    let mut harness = open(tab());
    let before = gradients(&harness).curves.clone();
    harness.get_by_label("New seed").click();
    settle(&mut harness);
    harness.get_by_label("Seed 2");
    let after = &gradients(&harness).curves;
    assert_eq!(
        after[0].points, before[0].points,
        "trained weights know no seed"
    );
    assert_ne!(after[1].points, before[1].points);
    harness
        .get_by_label_contains("Weights in use, 4a: ")
        .click();
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.layer, "inception4a");
}

#[test]
fn cancelling_keeps_what_is_there_and_computing_again_completes_it() {
    let mut harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .build_eframe(|cc| {
            let (settings, executor) = (Settings::default(), Executor::Inline);
            App::new(&cc.egui_ctx, &tab(), settings, executor)
        });
    // The inline executor computes little a frame, so that there is time to press Cancel.
    while !gradients(&harness).is_running {
        harness.step();
    }
    harness.step();
    harness.get_by_label("Cancel").click();
    harness.step();
    harness.step();
    let shown = gradients(&harness);
    assert!(
        !shown.is_running && !shown.is_complete(),
        "{}",
        shown.curves.len()
    );
    settle(&mut harness);
    assert!(
        !gradients(&harness).is_complete(),
        "nothing goes on by itself"
    );
    harness.get_by_label("Compute again").click();
    settle(&mut harness);
    assert!(gradients(&harness).is_complete() && !gradients(&harness).is_running);
}

#[test]
fn weights_without_heads_have_one_line_and_say_so() {
    let file = synthetic::File::of(Topology::PAPER, 10, [false, false]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("headless.safetensors");
    std::fs::write(&path, file.bytes()).unwrap();
    let harness = open(Options {
        weights: Some(path),
        ..tab()
    });
    harness.get_by_label_contains("These weights have no auxiliary heads");
    assert!(
        harness
            .query_by_label_contains("with the heads (")
            .is_none()
    );
    let same = |curve: &GradientCurve| {
        let mut points = curve.points.iter();
        points.all(|(_, main, total)| main == total)
    };
    assert!(gradients(&harness).curves.iter().all(|curve| same(curve)));
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn the_tab_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    for (theme, size) in [
        (ThemeChoice::Dark, [1440.0, 900.0]),
        (ThemeChoice::Light, [1366.0, 768.0]),
        (ThemeChoice::Dark, [1100.0, 720.0]),
    ] {
        let options = Options {
            theme: Some(theme),
            ..tab()
        };
        let image = picture(&options, size, 1.0).unwrap();
        let file = format!("gradients-{theme:?}-{}.png", size[0]);
        image.save(folder.join(file)).unwrap();
    }
}
