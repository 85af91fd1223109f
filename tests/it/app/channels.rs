//! One layer: the first cell, muting, contributions.

use egui_kittest::kittest::Queryable as _;
use inception_lens::state::{Options, View};

use super::{open, sample, settle};

#[test]
fn the_first_look_at_a_layer_explains_its_strongest_cell() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception3b.branch2.1".to_owned()),
        ..Default::default()
    });
    let state = harness.state().state();
    let explanation = state.found.explanation.clone().unwrap();
    let channel = state.selection.channel.unwrap();
    let activation = state.selected_activation().unwrap();
    assert_eq!(explanation.traced, activation.statistics[channel].max);
    // Another layer begins anew; back returns to the same cell.
    let cell = state.selection.cell;
    harness.key_press(egui::Key::Num1);
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.cell, cell);
}

#[test]
fn muting_changes_the_belief_and_one_key_takes_it_back() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception5b".to_owned()),
        ..Default::default()
    });
    let before = harness.state().state().report().unwrap().main().logits.clone();
    harness.key_press(egui::Key::M);
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.muted()["inception5b"].len(), 1);
    assert_eq!(state.unmuted().unwrap().main().logits, before);
    let muted = state.report().unwrap().main().logits.clone();
    assert_ne!(muted, before);
    harness.key_press(egui::Key::U);
    settle(&mut harness);
    let state = harness.state().state();
    assert!(state.muted().is_empty() && state.unmuted().is_none());
    assert_eq!(state.report().unwrap().main().logits, before);
}

#[test]
fn sorting_by_contribution_finds_every_logit_drop() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception5b.branch3.1".to_owned()),
        ..Default::default()
    });
    harness.get_by_label("Contribution").click();
    settle(&mut harness);
    let state = harness.state().state();
    let contributions = state.found.contributions.clone().unwrap();
    assert_eq!(contributions.done(), 128);
    // After the last module everything is linear: a channel's drop is its weight times its mean.
    let fc = inception_lens::analysis::Kernels::of(&state.loaded().unwrap().model, "fc").unwrap();
    let branch = state.selected_activation().unwrap();
    // 5b concatenates 384 (1x1) and 384 (3x3) channels before the 5x5 branch.
    let first = 384 + 384;
    for (channel, drop) in contributions.drops.iter().enumerate() {
        let weight = fc.kernel(contributions.class, first + channel)[0];
        let expected = weight * branch.statistics[channel].mean;
        assert!((drop.unwrap() - expected).abs() < 1e-4, "{channel}: {drop:?} {expected}");
    }
}
