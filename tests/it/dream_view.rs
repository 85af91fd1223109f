//! Dreams of the photo, as a person uses them: by label and key.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::engine::{Dreamt, Executor};
use inception_lens::locale::text::Language;
use inception_lens::state::{Detail, Dreams, LayerPane, Making, Options, Pace, View};
use inception_lens::visualize::dream::{Dream, DreamRecipe};

use crate::app::{click, open, open_sized, press, sample, settle};

fn pane(layer: &str) -> Options {
    Options {
        image: sample("cat.png"),
        view: View::Layer,
        detail: Detail::Dream,
        layer: Some(layer.to_owned()),
        pace: Pace::short(1),
        ..Default::default()
    }
}

fn dreams<'a>(harness: &'a Harness<'static, App>) -> &'a Dreams {
    &harness.state().state().dreams
}

#[test]
fn the_dream_on_screen_is_that_of_the_recipe_and_so_is_its_answer() {
    let harness = open(pane("inception3b"));
    let state = harness.state().state();
    let dreamt = dreams(&harness).drawn().unwrap().clone();
    let network = state.loaded().unwrap().clone();
    let recipe = DreamRecipe { steps: 1, ..DreamRecipe::of("inception3b", None) };
    let photo = &state.shown().unwrap().photo.display;
    let mut dream = Dream::begin(network.subject(), Default::default(), photo, recipe).unwrap();
    while !dream.is_finished() {
        dream.step(&|| false).unwrap();
    }
    assert_eq!(*dreamt.picture, dream.picture());
    let prepared = network.prepare_own(&dream.picture());
    let scores = network.scores(&prepared, inception_lens::model::Run::new()).unwrap().0;
    assert_eq!(**dreamt.scores.as_ref().unwrap(), scores);
    harness.get_by_label_contains("Dream at 3b, octave 4 of 4 · step 1 of 1");
    harness.get_by_label_contains("what the network says now");
    // All five of the strip are ready, each with its answer.
    harness.get_by_label_contains("conv3, textures, sees 19");
    harness.get_by_label_contains("5b, things, sees");
}

#[test]
fn depth_octaves_strength_and_one_channel() {
    let mut harness = open(pane("inception3b"));
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().selection.layer, "inception4a");
    harness.get_by_label_contains("Dream at 4a");
    harness.get_by_label_contains("conv3: a cell sees 19 pixels, textures").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.layer, "conv3");
    click(&mut harness, "2");
    assert_eq!(dreams(&harness).drawn().unwrap().octaves.len(), 2);
    let whole = dreams(&harness).drawn().unwrap().picture.clone();
    click(&mut harness, "One channel");
    let one = dreams(&harness).drawn().unwrap().clone();
    assert_eq!(one.recipe.channel, harness.state().state().selection.channel);
    assert_ne!(one.picture, whole);
    press(&mut harness, Key::R);
    assert_eq!(dreams(&harness).wishes.seed, 1);
    // A sheet over a setting.
    let choice = (egui::accesskit::Role::RadioButton, "Octaves");
    harness.get_by_role_and_label(choice.0, choice.1).click();
    settle(&mut harness);
    harness.get_by_label_contains("4 octaves");
    harness.get_by_label("4 of 4 ready");
}

#[test]
fn it_stops_and_goes_on_where_it_was() {
    let options = Options { pace: Pace { dream: 3, ..Pace::short(1) }, ..pane("conv3") };
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| {
        App::new(&cc.egui_ctx, &options, inception_lens::state::Settings::default(), Executor::Inline)
    });
    let begins = (0..400).any(|_| {
        harness.step();
        dreams(&harness).drawn().is_some()
    });
    assert!(begins, "the dream does not begin");
    harness.get_by_label("Stop").click();
    harness.step();
    harness.step();
    let stopped = dreams(&harness).drawn().unwrap().progress;
    assert!(matches!(dreams(&harness).shown().unwrap().making, Making::Stopped));
    settle(&mut harness);
    assert_eq!(dreams(&harness).drawn().unwrap().progress, stopped, "nothing goes on by itself");
    click(&mut harness, "Go on");
    assert!(dreams(&harness).drawn().unwrap().is_finished);
    // The same dream without a pause.
    let undisturbed = open(Options { pace: Pace { dream: 3, ..Pace::short(1) }, ..pane("conv3") });
    assert_eq!(dreams(&harness).drawn().unwrap().picture, dreams(&undisturbed).drawn().unwrap().picture);
}

/// Of dreams that were left before they were done, only the latest can be gone on with: older ones begin anew, and end with the same
/// picture.
#[test]
fn dreams_that_were_left_long_ago_begin_anew() {
    let options = Options { pace: Pace { dream: 3, ..Pace::short(1) }, ..pane("conv3") };
    let first = options.clone();
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| {
        App::new(&cc.egui_ctx, &first, inception_lens::state::Settings::default(), Executor::Inline)
    });
    // Steps frames until there is something else of the dream that is looked at; how far that is.
    let next = |harness: &mut Harness<'static, App>| {
        let of = |harness: &Harness<'static, App>| dreams(harness).shown().and_then(|entry| entry.made.clone());
        let before = of(harness);
        let is_other = |dreamt: &Dreamt| before.as_ref().is_none_or(|before| !std::ptr::eq(&**before, dreamt));
        (0..400).find_map(|_| {
            harness.step();
            let progress = of(harness).filter(|dreamt| is_other(dreamt)).map(|dreamt| dreamt.progress);
            progress.map(|progress| (progress.octave, progress.step))
        })
    };
    assert_eq!([1, 2].map(|_| next(&mut harness)), [Some((1, 1)), Some((1, 2))]);
    for layer in ["inception3a", "inception3b", "inception4a", "inception4b", "inception4c", "inception4d"] {
        harness.key_press(Key::ArrowRight);
        harness.step();
        assert_eq!(harness.state().state().selection.layer, layer);
        assert!(next(&mut harness).is_some(), "the dream at {layer} does not begin");
        assert!(!dreams(&harness).drawn().unwrap().is_finished, "{layer}");
    }
    for _ in 0..6 {
        harness.key_press(Key::ArrowLeft);
        harness.run_steps(1);
    }
    assert_eq!(harness.state().state().selection.layer, "conv3");
    assert!(next(&mut harness) <= Some((1, 2)), "the first dream was not let go of");
    settle(&mut harness);
    let again = dreams(&harness).shown().unwrap();
    assert!(matches!(again.making, Making::Done));
    assert_eq!(again.made.as_ref().unwrap().picture, dreams(&open(options)).drawn().unwrap().picture);
}

#[test]
fn the_dream_becomes_the_photo() {
    let mut harness = open(pane("inception4c"));
    let picture = dreams(&harness).drawn().unwrap().picture.clone();
    let expected = dreams(&harness).drawn().unwrap().scores.clone().unwrap();
    press(&mut harness, Key::O);
    let state = harness.state().state();
    assert!(matches!(state.view, View::Classifiers(_)));
    let shown = state.shown().unwrap();
    assert_eq!(shown.photo.name, "cat.png dreamed at 4c");
    assert_eq!(*shown.photo.display, *picture);
    let main = expected.iter().find(|scores| scores.head == inception_lens::spec::Head::Main).unwrap();
    assert_eq!(shown.report.main().logits, main.logits);
}

#[test]
fn what_is_off_is_off_in_the_dream() {
    let off = vec!["inception3b.branch2".parse().unwrap()];
    let whole = open(pane("inception3b"));
    let muted = open(Options { off, ..pane("inception3b") });
    assert_ne!(dreams(&whole).drawn().unwrap().picture, dreams(&muted).drawn().unwrap().picture);
    let facts = &dreams(&muted).drawn().unwrap().facts;
    assert!(facts.iter().any(|(key, value)| *key == "off" && value.contains("inception3b")), "{facts:?}");
}

#[test]
fn korean_a_narrow_window_and_the_way_back() {
    let options = Options { language: Some(Language::Korean), ..pane("conv3") };
    let mut harness = open_sized(options, [1100.0, 720.0]);
    harness.get_by_label_contains("conv3 딥드림");
    harness.get_by_label("사진으로 열기");
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().state().arrangement.pane, LayerPane::LooksFor);
}
