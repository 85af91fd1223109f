//! Rebuilt photos, as a person uses them: by label and key.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::locale::text::Language;
use inception_lens::model::Muted;
use inception_lens::state::{Detail, LayerPane, Making, Options, Pace, Rebuilds, View};
use inception_lens::visualize::rebuild::{RebuildRecipe, Rebuilding};

use crate::app::{click, open, open_sized, press, sample, settle};

fn pane(layer: &str) -> Options {
    Options {
        image: sample("cat.png"),
        view: View::Layer,
        detail: Detail::Rebuild,
        layer: Some(layer.to_owned()),
        pace: Pace::short(2),
        ..Default::default()
    }
}

fn rebuilds<'a>(harness: &'a Harness<'static, App>) -> &'a Rebuilds {
    &harness.state().state().rebuilds
}

#[test]
fn the_picture_on_screen_is_that_of_the_recipe_and_so_is_its_error() {
    let harness = open(pane("inception3a"));
    let state = harness.state().state();
    let rebuilt = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
    let network = state.loaded().unwrap();
    let seen = &state.shown().unwrap().photo.prepared.pixels;
    let recipe = RebuildRecipe::of("inception3a", None);
    let mut alone = Rebuilding::begin(network.subject(), Muted::new(), seen, recipe).unwrap();
    alone.advance(2, &|| false).unwrap();
    assert_eq!(*rebuilt.picture, alone.picture());
    assert_eq!(rebuilt.error(), Some(alone.errors_now(&|| false).unwrap().0));
    assert_eq!(rebuilt.errors.len(), 3);
    let error = format!("{:.2}", rebuilt.error().unwrap());
    harness.get_by_label(&format!("relative error {error} after 2 steps"));
    harness.get_by_label_contains(&format!("Relative error of the activations {error} after 2 steps. Many photos"));
    // After two steps nothing can be said of what the layer lost.
    harness.get_by_label_contains("The activations are not met yet");
    // All five of the strip are there, each with its error.
    harness.get_by_label("5 of 5 ready");
    harness.get_by_label_contains("conv1, error 0.");
    harness.get_by_label_contains("5b, error");
}

#[test]
fn around_a_reduction_stand_both_sides_and_their_difference() {
    let mut harness = open(pane("inception3a.branch3.0"));
    harness.get_by_label_contains("From the 192 channels before, relative error");
    harness.get_by_label_contains("From the 16 channels after, relative error");
    harness.get_by_label("Difference");
    harness.get_by_label_contains("From 192 to 16 channels");
    let state = harness.state().state();
    let before = state.rebuild_before().unwrap();
    assert_eq!(before.layer, "maxpool2");
    assert_eq!(rebuilds(&harness).made(&before).unwrap().errors.len(), 3);
    assert_eq!(rebuilds(&harness).shown().unwrap().made.as_ref().unwrap().read_errors.len(), 3);
    // As many steps more, of both.
    click(&mut harness, "2 steps more");
    assert_eq!(rebuilds(&harness).shown().unwrap().made.as_ref().unwrap().steps, 4);
    assert_eq!(rebuilds(&harness).made(&before).unwrap().steps, 4);
}

#[test]
fn depth_stage_one_channel_and_noise() {
    let mut harness = open(pane("inception3a"));
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().selection.layer, "inception3b");
    harness.get_by_label_contains("conv2: a cell sees").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.layer, "conv2");
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    click(&mut harness, "From: whole module");
    click(&mut harness, "5×5 reduce");
    assert_eq!(harness.state().state().selection.layer, "inception3a.branch3.0");
    let whole = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
    click(&mut harness, "One channel");
    let one = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
    assert_eq!(one.recipe.channel, harness.state().state().selection.channel);
    assert_ne!(one.picture, whole.picture);
    press(&mut harness, Key::R);
    let other = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
    assert_eq!(other.recipe.seed, 1);
    assert_ne!(other.picture, one.picture);
    // A second time nothing is computed anew.
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().state().arrangement.pane, LayerPane::LooksFor);
}

#[test]
fn it_stops_and_goes_on_where_it_was() {
    let options = Options { pace: Pace { rebuild: 6, ..Pace::short(1) }, ..pane("conv1") };
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| {
        App::new(&cc.egui_ctx, &options, inception_lens::state::Settings::default(), Executor::Inline)
    });
    let drawn = |harness: &Harness<'static, App>| rebuilds(harness).shown().and_then(|entry| entry.made.clone());
    let begins = (0..400).any(|_| {
        harness.step();
        drawn(&harness).is_some()
    });
    assert!(begins, "it does not begin");
    harness.get_by_label("Stop").click();
    harness.step();
    harness.step();
    let stopped = drawn(&harness).unwrap().steps;
    assert!(matches!(rebuilds(&harness).shown().unwrap().making, Making::Stopped));
    settle(&mut harness);
    assert_eq!(drawn(&harness).unwrap().steps, stopped, "nothing goes on by itself");
    click(&mut harness, "Go on");
    assert_eq!(drawn(&harness).unwrap().steps, 6);
    let undisturbed = open(Options { pace: Pace { rebuild: 6, ..Pace::short(1) }, ..pane("conv1") });
    assert_eq!(drawn(&harness).unwrap().picture, drawn(&undisturbed).unwrap().picture);
}

/// A picture that was left long ago stays; its numbers are gone, so that more steps begin anew, with the same end.
#[test]
fn a_picture_that_was_left_long_ago_can_be_gone_on_with() {
    // Not one of the five beside it, which are looked at all the time.
    let options = pane("inception3b");
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| {
        App::new(&cc.egui_ctx, &options, inception_lens::state::Settings::default(), Executor::Inline)
    });
    settle(&mut harness);
    let before = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
    for key in [Key::ArrowRight, Key::ArrowLeft] {
        (0..6).for_each(|_| press(&mut harness, key));
    }
    assert_eq!(harness.state().state().selection.layer, "inception3b");
    let still = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
    assert!(std::sync::Arc::ptr_eq(&before, &still), "it was made again");
    harness.get_by_label("2 steps more").click();
    let again = (0..400).find_map(|_| {
        harness.step();
        let rebuilt = rebuilds(&harness).shown().unwrap().made.clone().unwrap();
        (!std::sync::Arc::ptr_eq(&rebuilt, &still)).then_some(rebuilt)
    });
    assert_eq!(again.unwrap().steps, 1);
    settle(&mut harness);
    let mut undisturbed = open(pane("inception3b"));
    click(&mut undisturbed, "2 steps more");
    let [found, wanted] =
        [&harness, &undisturbed].map(|harness| rebuilds(harness).shown().unwrap().made.clone().unwrap());
    assert_eq!(found.steps, 4);
    assert_eq!(found.picture, wanted.picture);
    assert_eq!(found.errors, wanted.errors);
}

#[test]
fn where_nothing_is_there_one_sentence_says_so() {
    let off = vec!["inception3a.branch3".parse().unwrap()];
    let mut harness = open(Options { off, ..pane("inception3a.branch3.1") });
    harness.get_by_label("nothing could be rebuilt");
    harness.get_by_label_contains("All its activations are 0 on this photo");
    press(&mut harness, Key::U);
    harness.get_by_label_contains("after 2 steps. Many photos");
}

#[test]
fn korean_a_narrow_window_and_from_the_photo() {
    let options = Options { language: Some(Language::Korean), ..pane("inception3a.branch3.0") };
    let mut harness = open_sized(options, [1100.0, 720.0]);
    harness.get_by_label_contains("줄이기 전 192채널에서, 상대 오차");
    harness.get_by_label_contains("같은 활성값을 내는 사진은 많고");
    press(&mut harness, Key::Escape);
    // The order of the atlas is called so too.
    harness.query_all_by_label("이 사진에서").for_each(|choice| choice.click());
    settle(&mut harness);
    click(&mut harness, "이 층에서 사진 복원");
    assert_eq!(harness.state().state().arrangement.pane, LayerPane::Rebuild);
}
