//! What channels and classes look for, as a person uses it: by label and key, in both languages.

mod album;
mod pictures;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::spec::Head;
use inception_lens::state::{
    Beginning, Detail, LayerPane, LooksFor, Making, Objective, Options, Pace, TileKind, TileOrder, TileState, View,
};
use inception_lens::visualize::{Painting, Recipe, Sign, Target};

use crate::app::{click, open, open_sized, press, sample, settle};

/// A layer of few channels.
const LAYER: &str = "inception3a.branch3.1";

pub fn pane(layer: &str) -> Options {
    Options {
        image: sample("cat.png"),
        view: View::Layer,
        detail: Detail::LooksFor,
        layer: Some(layer.to_owned()),
        channel: Some(3),
        pace: Pace::short(2),
        ..Default::default()
    }
}

fn looks_for<'a>(harness: &'a Harness<'static, App>) -> &'a LooksFor {
    &harness.state().state().looks_for
}

fn shown(harness: &Harness<'static, App>) -> Vec<u8> {
    let painted = looks_for(harness).picture.painted.clone().unwrap();
    painted.pictures[0].as_raw().clone()
}

/// The picture on screen is what the stepper makes with the same recipe.
#[test]
fn the_picture_on_screen_is_that_of_the_recipe() {
    let mut harness = open(pane(LAYER));
    harness.get_by_label_contains("Made picture of Channel 3, step 2 of 2");
    let network = harness.state().state().loaded().unwrap().clone();
    let made = |recipe: Recipe| {
        let mut painting = Painting::begin(network.subject(), recipe).unwrap();
        painting.advance(2, &|| false).unwrap();
        painting.picture().into_raw()
    };
    let channel = Target::Channel { layer: LAYER.to_owned(), channel: 3 };
    let usual = Recipe::of(channel.clone());
    assert_eq!(shown(&harness), made(usual.clone()));
    let before = shown(&harness);
    click(&mut harness, "Seed 0: take other random numbers");
    assert_eq!(shown(&harness), made(Recipe { seed: 1, ..usual.clone() }));
    assert_ne!(shown(&harness), before);
    press(&mut harness, Key::R);
    assert_eq!(looks_for(&harness).wishes.seed, 2);
    // What silences it, and one cell of it: in the menu.
    click(&mut harness, "More ways to make the picture");
    click(&mut harness, "What silences it");
    assert_eq!(shown(&harness), made(Recipe { seed: 2, sign: Sign::Minimise, ..usual.clone() }));
    click(&mut harness, "What silences it");
    click(&mut harness, "One cell");
    assert_eq!(looks_for(&harness).wishes.objective, Objective::Cell);
    let cell = Target::Cell { layer: LAYER.to_owned(), channel: 3 };
    assert_eq!(shown(&harness), made(Recipe { seed: 2, ..Recipe::of(cell) }));
    click(&mut harness, "Whole layer");
    harness.get_by_label_contains("Mean of all squares, by step: ");
}

#[test]
fn four_pictures_that_differ_and_the_photo_as_a_beginning() {
    let mut harness = open(pane(LAYER));
    click(&mut harness, "More ways to make the picture");
    click(&mut harness, "Four that differ");
    assert_eq!(looks_for(&harness).picture.painted.as_ref().unwrap().pictures.len(), 4);
    click(&mut harness, "Four that differ");
    press(&mut harness, Key::Escape);
    let noise = shown(&harness);
    click(&mut harness, "From this photo");
    assert_eq!(looks_for(&harness).wishes.beginning, Beginning::Photo);
    assert_ne!(shown(&harness), noise);
    // Another photo is another beginning.
    let from_cat = shown(&harness);
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert_ne!(shown(&harness), from_cat);
}

#[test]
fn random_weights_and_a_finer_picture() {
    let mut harness = open(pane(LAYER));
    let learnt = shown(&harness);
    click(&mut harness, "Random weights");
    assert!(looks_for(&harness).wishes.is_random);
    assert_ne!(shown(&harness), learnt);
    click(&mut harness, "Random weights");
    assert_eq!(shown(&harness), learnt, "the same recipe, the same picture");
    click(&mut harness, "Finer: go on until the picture no longer changes");
    let picture = &looks_for(&harness).picture;
    assert_eq!(picture.painted.as_ref().unwrap().steps, 4);
    assert!(matches!(picture.making, Making::Done));
}

#[test]
fn the_atlas_fills_is_ordered_and_walked_by_keys() {
    let mut harness = open(pane(LAYER));
    let [done, total] = looks_for(&harness).atlas.progress();
    assert_eq!(total, 32);
    assert!(done > 0, "tiles in sight are made");
    harness.get_by_label(&format!("{done} of 32 pictures"));
    harness.get_by_label_contains("Channel 5, strongest cell on this photo");
    assert!(matches!(looks_for(&harness).atlas.tile(3), TileState::Ready(_)));
    // The order: index, then by the arrows to the next channel.
    click(&mut harness, "Index");
    assert_eq!(looks_for(&harness).order, TileOrder::Index);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().selection.channel, Some(4));
    harness.get_by_label_contains("Made picture of Channel 4");
    press(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().state().selection.channel, Some(13), "nine in a row");
    press(&mut harness, Key::S);
    assert_eq!(looks_for(&harness).order, TileOrder::OnThisPhoto);
    click(&mut harness, "Colour");
    let index = looks_for(&harness).colour.clone().unwrap();
    assert_eq!(index.values.len(), 32);
    assert!(index.values.iter().any(|value| *value > 0.0), "a photo without colours is another photo");
    // Enter enlarges, Esc brings the atlas back.
    press(&mut harness, Key::Enter);
    harness.get_by_label("All channels (Esc)");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("All channels (Esc)").is_none());
    click(&mut harness, "Patches");
    assert_eq!(looks_for(&harness).tiles, TileKind::Patch);
}

#[test]
fn a_class_has_a_picture_of_its_own() {
    let options = Options { channel: Some(13), ..pane("fc") };
    let harness = open(options);
    let asked = looks_for(&harness).picture.asked.clone().unwrap();
    assert_eq!(asked.target, Target::Logit { head: Head::Main, class: 13 });
    harness.get_by_label_contains("Made picture of cat");
    harness.get_by_label_contains("Its logit, by step");
}

#[test]
fn a_name_is_kept_for_the_channel_of_these_weights() {
    let mut harness = open(pane(LAYER));
    harness.get_by_label("Your name for channel 3").focus();
    harness.step();
    harness.get_by_label("Your name for channel 3").type_text("soft edges");
    harness.step();
    harness.key_press(Key::Enter);
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.channel_name(3), Some("soft edges"));
    let facts = state.picture_facts().unwrap();
    assert!(facts.contains(&("name", "soft edges".to_owned())));
    assert!(facts.contains(&("of", format!("{LAYER}:3"))));
    let kept = &state.settings.channel_names[0];
    assert_eq!(kept.weights, state.loaded().unwrap().sha256);
    assert_eq!(state.channel_name(4), None);
}

#[test]
fn keys_lead_in_and_out() {
    let options = Options { detail: Detail::Plain, ..pane(LAYER) };
    let mut harness = open(options);
    let pane = |harness: &Harness<'static, App>| harness.state().state().arrangement.pane;
    press(&mut harness, Key::L);
    assert_eq!(pane(&harness), LayerPane::LooksFor);
    assert!(looks_for(&harness).picture.painted.is_some());
    press(&mut harness, Key::L);
    assert_eq!(pane(&harness), LayerPane::Activations);
    click(&mut harness, "Looks for");
    press(&mut harness, Key::K);
    assert_eq!(pane(&harness), LayerPane::Kernels);
    // Back and forward restore the pane.
    harness.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowLeft);
    settle(&mut harness);
    assert_eq!(pane(&harness), LayerPane::LooksFor);
}

#[test]
fn a_narrow_window_has_tabs_and_korean_has_its_words() {
    let options = Options { language: Some(Language::Korean), ..pane(LAYER) };
    let mut harness = open_sized(options, [1100.0, 720.0]);
    harness.get_by_label("무엇에 반응하나");
    harness.get_by_label_contains("만들어 낸 그림, 채널 3, 2회 중 2회");
    click(&mut harness, "앨범에서");
    harness.get_by_label("앨범에서 가장 센 사진");
    assert!(harness.query_by_label_contains("만들어 낸 그림, 채널 3").is_none());
}

/// What is not looked at is not made; it goes on when it is looked at again.
#[test]
fn a_picture_rests_while_something_else_is_looked_at() {
    let options = Options { pace: Pace { preview: 6, ..Pace::short(1) }, ..pane(LAYER) };
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(move |cc| {
        let executor = inception_lens::engine::Executor::Inline;
        App::new(&cc.egui_ctx, &options, inception_lens::state::Settings::default(), executor)
    });
    let steps = |harness: &Harness<'static, App>| {
        looks_for(harness).picture.painted.as_ref().map_or(0, |painted| painted.steps)
    };
    let begins = (0..400).any(|_| {
        harness.step();
        steps(&harness) >= 2
    });
    assert!(begins, "the picture does not begin");
    harness.key_press(Key::L);
    harness.step();
    harness.step();
    assert!(matches!(looks_for(&harness).picture.making, Making::Stopped));
    let rested = steps(&harness);
    assert!(rested < 6);
    harness.key_press(Key::L);
    settle(&mut harness);
    assert_eq!(steps(&harness), 6);
}
