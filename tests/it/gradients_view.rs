//! The gradients tab, as a person uses it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::gradients::curve;
use inception_lens::analysis::{GradientCurve, Initialisation};
use inception_lens::app::App;
use inception_lens::engine::{Executor, off};
use inception_lens::model::Run;
use inception_lens::spec::Topology;
use inception_lens::state::{ClassifiersTab, Gradients, Options, Settings, View};

use crate::app::{sample, settle};
use crate::synthetic;

fn tab() -> Options {
    Options { image: sample("cat.png"), view: View::Classifiers(ClassifiersTab::GRADIENTS), ..Default::default() }
}

fn gradients<'a>(harness: &'a Harness<'static, App>) -> &'a Gradients {
    &harness.state().state().found.gradients
}

/// One window from beginning to end: a curve takes seconds.
#[test]
fn curves_are_computed_cancelled_completed_and_drawn_with_another_seed() {
    let mut harness = unsettled(tab());
    // The inline executor computes little a frame, so that there is time to press Cancel.
    step_until(&mut harness, |shown| shown.is_running);
    harness.step();
    harness.get_by_label("Cancel").click();
    harness.step();
    harness.step();
    let shown = gradients(&harness);
    assert!(!shown.is_running && !shown.is_complete(), "{}", shown.curves.len());
    settle(&mut harness);
    assert!(!gradients(&harness).is_complete(), "nothing goes on by itself");
    harness.get_by_label("Compute again").click();
    settle(&mut harness);
    assert!(gradients(&harness).is_complete() && !gradients(&harness).is_running);
    curves_on_screen_are_those_of_the_analysis(&harness);
    draw(&mut harness);
    let before = gradients(&harness).curves.clone();
    harness.get_by_label("New seed").click();
    // The third curve would say nothing that the second does not.
    step_until(&mut harness, |shown| shown.curves.len() == 2 && shown.curves[1].seed == 2);
    harness.step();
    harness.get_by_label("Seed 2");
    let after = &gradients(&harness).curves;
    assert_eq!(after[0].points, before[0].points, "trained weights know no seed");
    assert_ne!(after[1].points, before[1].points);
    harness.get_by_label("Cancel").click();
    settle(&mut harness);
    harness.get_by_label_contains("Weights in use, 4a: ").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.layer, "inception4a");
}

/// The same seed gives the same curve wherever it is computed.
fn curves_on_screen_are_those_of_the_analysis(harness: &Harness<'static, App>) {
    let curves = &gradients(harness).curves;
    let state = harness.state().state();
    let (photo, network) = (&state.shown().unwrap().photo, state.loaded().unwrap());
    let (trace, report) = network.run(&photo.prepared, Run::new()).unwrap();
    let input = &trace.get("input").unwrap().tensor().unwrap();
    let cat = report.main().best();
    let kinds = curves.iter().map(|curve| curve.initialisation);
    assert!(kinds.eq(Initialisation::ALL));
    let fresh = Initialisation::Fresh;
    let expected = curve(&network.model, input, fresh, 1, cat, Run::new(), &|| false).unwrap();
    assert_eq!(*curves[1], expected);
    assert_ne!(curves[1].points, curves[2].points, "normalised or not");
    assert_ne!(curves[1].points, curves[0].points, "fresh or trained");
    // The headline is the ratio of norms at conv1 of the fresh network.
    let (_, main, total) = &curves[1].points[0];
    let words = format!("conv1 of a fresh network gets {:.2}× the", total / main);
    harness.get_by_label_contains(&words);
    harness.get_by_label_contains("True label: cat (predicted)");
}

#[test]
fn the_curves_are_those_of_the_network_with_what_is_switched_off() {
    let off = vec!["inception4a.branch2".parse().unwrap(), "conv2:5".parse().unwrap()];
    let mut harness = unsettled(Options { off: off.clone(), ..tab() });
    step_until(&mut harness, |shown| !shown.curves.is_empty());
    harness.step();
    harness.get_by_label_contains("With what is switched off at 0.");
    let state = harness.state().state();
    let (photo, network) = (&state.shown().unwrap().photo, state.loaded().unwrap());
    let run = || off::interventions(Run::new(), &off::muted(&off, &network.network).unwrap());
    let (trace, report) = network.run(&photo.prepared, run()).unwrap();
    let (input, best) = (&trace.get("input").unwrap().tensor().unwrap(), report.main().best());
    let of = |run| curve(&network.model, input, Initialisation::Loaded, 1, best, run, &|| false).unwrap();
    let shown = &gradients(&harness).curves[0];
    assert_eq!(**shown, of(run()));
    assert_ne!(shown.points, of(Run::new()).points);
    // All on again: other curves.
    harness.key_press(egui::Key::U);
    settle(&mut harness);
    assert!(harness.query_by_label_contains("With what is switched off at 0.").is_none());
    let state = harness.state().state();
    let network = state.loaded().unwrap();
    let whole = curve(&network.model, input, Initialisation::Loaded, 1, best, Run::new(), &|| false).unwrap();
    assert_eq!(*gradients(&harness).curves[0], whole);
}

/// Frame by frame, with the inline executor's little work between, until it has come to that.
fn step_until(harness: &mut Harness<'static, App>, is_there: fn(&Gradients) -> bool) {
    let comes = (0..500).any(|_| {
        harness.step();
        is_there(gradients(harness))
    });
    assert!(comes, "it does not come");
}

/// A window in which nothing has been computed yet.
fn unsettled(options: Options) -> Harness<'static, App> {
    Harness::builder().with_size([1440.0, 900.0]).renderer(crate::raster::RasterRenderer::default()).build_eframe(
        move |cc| {
            let (settings, executor) = (Settings::default(), Executor::Inline);
            App::new(&cc.egui_ctx, &options, settings, executor)
        },
    )
}

#[test]
fn weights_without_heads_have_one_line_and_say_so() {
    let file = synthetic::File::of(Topology::PAPER, 10, [false, false]);
    let file = file.describe("topology", "paper");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("headless.safetensors");
    std::fs::write(&path, file.bytes()).unwrap();
    let mut harness = unsettled(Options { weights: Some(path), ..tab() });
    // The first curve is enough: it is the heads that the others lack too.
    step_until(&mut harness, |shown| !shown.curves.is_empty());
    harness.step();
    harness.get_by_label_contains("These weights have no auxiliary heads");
    assert!(harness.query_by_label_contains("with the heads (").is_none());
    let same = |curve: &GradientCurve| {
        let mut points = curve.points.iter();
        points.all(|(_, main, total)| main == total)
    };
    assert!(gradients(&harness).curves.iter().all(|curve| same(curve)));
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
fn draw(harness: &mut Harness<'static, App>) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    for (size, turns, theme) in
        [([1440.0, 900.0], false, "Dark"), ([1366.0, 768.0], true, "Light"), ([1100.0, 720.0], true, "Dark")]
    {
        harness.set_size(size.into());
        if turns {
            harness.key_press(egui::Key::T);
        }
        settle(harness);
        let file = format!("gradients-{theme}-{}.png", size[0]);
        harness.render().unwrap().save(folder.join(file)).unwrap();
    }
    harness.set_size([1440.0, 900.0].into());
    settle(harness);
}
