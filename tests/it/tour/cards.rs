//! What single cards do and say.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::spec::Modules;
use inception_lens::state::placeholders;
use inception_lens::state::{Card, LayerPane, Spoiler, View};

use super::{lesson, photo_name, place, shows};
use crate::app::{press, sample, settle};

#[test]
fn card_4_turns_to_naive_and_the_next_turns_back() {
    let mut harness = lesson(3);
    assert_eq!(harness.state().state().modules, Modules::Reduced);
    assert!(harness.state().state().is_covered(Spoiler::ConcatLabels));
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().modules, Modules::Naive);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().modules, Modules::Reduced);
}

#[test]
fn card_6_moves_the_crop_by_a_cell_and_puts_it_back() {
    let mut harness = lesson(5);
    let before = harness.state().state().report().unwrap().main().logits.clone();
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    let (original, edited) = (state.original().unwrap(), state.report().unwrap());
    assert_eq!(original.report.main().logits, before);
    assert_ne!(edited.main().logits, before);
    let class = original.report.main().best();
    let values = placeholders(state, 5);
    let value = |name: &str| {
        let found = values.iter().find(|(key, _)| *key == name);
        found.unwrap().1.replace('−', "-").parse::<f32>().unwrap()
    };
    assert!((value("logit_before") - before[class]).abs() < 0.006);
    assert!((value("logit_after") - edited.main().logits[class]).abs() < 0.006);
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    assert!(state.original().is_none());
    // The class's own photo is back in place of the sample.
    assert_eq!(photo_name(&harness), "cat.png");
}

#[test]
fn card_6_moves_the_crop_of_a_photo_opened_meanwhile_too() {
    let mut harness = lesson(5);
    press(&mut harness, Key::PageDown);
    assert!(harness.state().state().original().is_some());
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    let moved = |harness: &Harness<'static, App>| {
        let state = harness.state().state();
        assert_eq!(state.shown().unwrap().photo.name, "flower.jpg");
        (!state.edits().is_none()).then(|| state.original().is_some())
    };
    assert_eq!(moved(&harness), Some(true));
    press(&mut harness, Key::PageUp);
    assert_eq!(moved(&harness), None);
    press(&mut harness, Key::PageDown);
    assert_eq!(moved(&harness), Some(true));
    press(&mut harness, Key::PageDown);
    assert_eq!(moved(&harness), None);
    // Coming back, the card has its sample again, moved; what a person takes back the card moves again.
    press(&mut harness, Key::PageUp);
    assert_eq!(photo_name(&harness), "cat-poster.jpg");
    assert!(harness.state().state().original().is_some());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(harness.state().state().original().is_none());
    press(&mut harness, Key::PageUp);
    press(&mut harness, Key::PageDown);
    assert!(harness.state().state().original().is_some());
}

#[test]
fn card_8_finds_the_cell_that_hurts_most() {
    let mut harness = lesson(place(Card::YourTurn));
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    let occlusion = state.found.occlusion.as_ref().unwrap();
    assert!(!occlusion.is_running && occlusion.strongest().is_some());
    harness.get_by_label_contains(&format!("takes it from {} to ", crate::defaults::answer("cat").1));
}

#[test]
fn card_8_asks_about_the_channel_that_adds_most_and_hides_the_albums_photos() {
    let mut harness = lesson(place(Card::LooksFor));
    let state = harness.state().state();
    let found = state.found.attribution.clone().unwrap();
    assert_eq!((state.view, state.arrangement.pane), (View::Layer, LayerPane::LooksFor));
    assert_eq!((state.selection.layer.as_str(), state.selection.channel), ("inception4d", Some(found.order[0])));
    assert_eq!(found.class, state.report().unwrap().main().best());
    let examples = state.looks_for.examples.clone().unwrap();
    assert_eq!(examples.photos, 10);
    let first = examples.strongest[0].label.clone().unwrap();
    assert!(state.is_covered(Spoiler::Examples) && shows(&harness, "10 album photos make it fire most"));
    assert!(!shows(&harness, &format!("Strongest are {first}")));
    press(&mut harness, Key::ArrowRight);
    assert!(shows(&harness, &format!("Strongest are {first}")));
    let rank = examples.rank(
        harness.state().state().report().unwrap().activation("inception4d").unwrap().statistics[found.order[0]].max,
    );
    assert!(shows(&harness, &format!("rank {rank} of 11")), "{rank}");
    assert!(harness.state().state().is_covered(Spoiler::Rank));
    press(&mut harness, Key::ArrowRight);
    assert!(!harness.state().state().is_covered(Spoiler::Rank));
}

#[test]
fn card_9_shows_two_dreams_and_says_their_depths_afterwards() {
    let mut harness = lesson(place(Card::Dreams));
    assert!(shows(&harness, "Dream at the left") && shows(&harness, "Dream at the right"));
    assert!(!shows(&harness, "4e") && !shows(&harness, "3b"));
    press(&mut harness, Key::ArrowRight);
    // What a cell sees: googlenet-facts.md, receptive fields.
    assert!(shows(&harness, "Dream of 3b: one of its cells sees 91 × 91 px"));
    assert!(shows(&harness, "Dream of 4e: one of its cells sees 427 × 427 px"));
}

#[test]
fn the_card_about_a_wrong_answer_names_cell_and_channel_and_gives_the_photo_back() {
    let mut harness = lesson(place(Card::WhyWrong));
    assert_eq!(photo_name(&harness), "coffee.png");
    assert!(shows(&harness, "This photo shows: cup. The network says"));
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    let report = state.report().unwrap();
    let evidence = report.evidence(report.main().best()).unwrap();
    let shares = evidence.shares();
    let loudest = (0..49).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap();
    assert!(shows(&harness, &format!("Loudest was row {}, column {}: ", loudest / 7, loudest % 7)));
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    assert_eq!((state.view, state.arrangement.pane), (View::Layer, LayerPane::LooksFor));
    let found = state.found.attribution.clone().unwrap();
    let channel = state.selection.channel.unwrap();
    // It carried the answer: at least half of what the first channel adds.
    assert!(found.channels[channel] >= 0.5 * found.channels[found.order[0]]);
    assert!(shows(&harness, &format!("channel {channel}")) || shows(&harness, &format!(", {channel} (")));
    press(&mut harness, Key::PageDown);
    assert_eq!(photo_name(&harness), "cat.png");
}

#[test]
fn a_photo_opened_while_a_card_shows_a_sample_stays() {
    let mut harness = lesson(place(Card::WhyWrong));
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::PageDown);
    assert_eq!(photo_name(&harness), "flower.jpg");
}

/// One number for all layers, so that 22 of them multiply it: what is left is far below what He's weights leave, and far above
/// with a wide spread.
#[test]
fn the_slider_goes_from_vanishing_to_exploding() {
    let mut harness = lesson(place(Card::Heads));
    press(&mut harness, Key::PageDown);
    let left = |harness: &Harness<'static, App>| {
        let gradients = &harness.state().state().found.gradients;
        let curve = gradients.of_spread(gradients.spread).unwrap();
        curve.points[0].1 / curve.points.last().unwrap().1
    };
    assert!(left(&harness) < 1e-6, "{}", left(&harness));
    assert!(shows(&harness, "It vanishes: conv1 gets "));
    harness.get_by_label_contains("Spread of the fresh weights").focus();
    settle(&mut harness);
    press(&mut harness, Key::End);
    for _ in 0..16 {
        press(&mut harness, Key::ArrowRight);
    }
    assert!(left(&harness) > 100.0, "{}", left(&harness));
    assert!(shows(&harness, "xplodes: conv1 gets "));
}
