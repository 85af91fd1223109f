//! Contributions in the network and in a module, as a person sees them.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::contribution::{ChannelDrop, Contributions};
use inception_lens::app::App;
use inception_lens::engine::off;
use inception_lens::locale::format::{fixed, percent, signed};
use inception_lens::state::{AlbumCommand, Command, Detail, Options, Pace, View};

use crate::app::{open, sample, settle};

/// Module 4d.
const MODULE: usize = 5;

fn window(view: View) -> Harness<'static, App> {
    let (detail, pace) = (Detail::Contribution, Pace::short(1));
    open(Options { image: sample("cat.png"), view, detail, pace, ..Default::default() })
}

#[test]
fn the_equation_on_screen_holds_and_is_that_of_the_analysis() {
    let mut harness = window(View::Network);
    for name in ["inception4d", "inception3a", "conv2", "inception5b"] {
        harness.state_mut().apply(Command::SelectLayer(name.to_owned()), 0.0);
        settle(&mut harness);
        let state = harness.state().state();
        let (shown, question) = state.contribution_question().unwrap();
        let network = state.loaded().unwrap();
        let expected = Contributions::of(&network.model, &shown.run().trace, question).unwrap();
        let layer = expected.layer(name).unwrap();
        assert_eq!(state.contribution(), Some(layer));
        assert!(layer.is_exact && layer.error() <= 1e-3, "{name}: {}", layer.error());
        let [sum, remainder, logit] = [layer.sum, layer.remainder, layer.logit].map(|value| fixed(value, 3));
        harness.get_by_label(&format!("{sum} + {remainder} = {logit}"));
    }
    harness.get_by_label_contains("4d: the maps add").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.layer, "inception4d");
}

#[test]
fn predicted_and_measured_drops_stand_side_by_side() {
    let mut harness = window(View::Module(MODULE));
    let state = harness.state().state();
    let layer = state.contribution().unwrap().clone();
    let dropped = state.dropped().unwrap().clone();
    assert_eq!(dropped.drops.len(), 4 + 5);
    let strongest = layer.strongest()[0];
    let drop = &dropped.drops[4];
    assert_eq!((drop.channels.first(), drop.predicted), (Some(&strongest), layer.channels[strongest]));
    let value = signed(layer.channels[strongest], 3);
    harness.get_by_label(&format!(
        "Channel {strongest} adds {value}; switched off, the logit loses {}",
        signed(drop.measured, 3)
    ));
    // The click really mutes it, and the logit loses just that.
    let before = layer.logit;
    harness.get_by_label(&format!("Switch channel {strongest} off")).click();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.off_names(), [format!("inception4d:{strongest}")]);
    let after = state.contributed().unwrap().contributions.logit;
    assert!((before - after - drop.measured).abs() < 1e-4);
}

#[test]
fn what_is_off_is_off_in_contributions_too() {
    let off = vec!["inception4a.branch3".parse().unwrap()];
    let options = Options {
        image: sample("cat.png"),
        detail: Detail::Contribution,
        pace: Pace::short(1),
        off: off.clone(),
        ..Default::default()
    };
    let harness = open(options);
    let state = harness.state().state();
    let network = state.loaded().unwrap();
    let muted = off::muted(&off, &network.network).unwrap();
    let branches = state.contributed().unwrap().contributions.layer("inception4a").unwrap().branches.unwrap();
    assert_eq!(branches[2], 0.0, "{muted:?}");
}

#[test]
fn another_class_is_another_equation() {
    let mut harness = window(View::Network);
    let dog = harness.state().state().labels().iter().position(|label| label == "dog");
    harness.state_mut().apply(Command::ExplainClass(dog), 0.0);
    settle(&mut harness);
    let state = harness.state().state();
    let logit = f64::from(state.report().unwrap().main().logits[dog.unwrap()]);
    assert!((state.contribution().unwrap().logit - logit).abs() < 1e-6);
    harness.get_by_label("Mean activation").click();
    settle(&mut harness);
    assert!(!harness.state().state().shows_contribution());
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn contributions_are_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, view) in [("network", View::Network), ("module", View::Module(MODULE))] {
        let mut harness = window(view);
        harness.state_mut().apply(Command::SelectLayer("inception4d".to_owned()), 0.0);
        settle(&mut harness);
        harness.render().unwrap().save(folder.join(format!("contribution-{name}.png"))).unwrap();
        harness.set_size(egui::vec2(1366.0, 768.0));
        harness.key_press(egui::Key::T);
        settle(&mut harness);
        harness.render().unwrap().save(folder.join(format!("contribution-{name}-light.png"))).unwrap();
    }
}

#[test]
fn predicted_against_measured_is_a_chart_and_says_how_far_they_are_apart() {
    let mut harness = window(View::Module(MODULE));
    harness.get_by_label("How linear?").click();
    settle(&mut harness);
    let dropped = harness.state().state().dropped().unwrap().clone();
    let missed = |drops: &[ChannelDrop]| {
        let difference: f64 = drops.iter().map(|drop| (drop.predicted - drop.measured).abs()).sum();
        percent(difference / drops.iter().map(|drop| drop.measured.abs()).sum::<f64>())
    };
    let [branches, channels] = [&dropped.drops[..4], &dropped.drops[4..]].map(missed);
    harness.get_by_label(&format!("Off by {channels} (channels), {branches} (branches)"));
    // A point for each branch and for each of the channels.
    for (branch, name) in ["1×1", "3×3", "5×5", "pool"].into_iter().enumerate() {
        let drop = &dropped.drops[branch];
        let [predicted, lost] = [drop.predicted, drop.measured].map(|value| signed(value, 3));
        harness.get_by_label(&format!("{name}: predicted {predicted}, lost {lost}"));
    }
    let channel = dropped.drops[4].channels.first().unwrap();
    harness.get_by_label_contains(&format!("channel {channel}: predicted"));
}

#[test]
fn a_channel_shows_what_it_fires_for_in_the_album_once_one_is_open() {
    let mut harness = window(View::Module(MODULE));
    let strongest = harness.state().state().contribution().unwrap().strongest()[0];
    assert!(harness.state().state().looks_for.strongest.is_none(), "no album is open");
    let folder = AlbumCommand::OpenFolder(crate::small_album::small_album().into());
    harness.state_mut().apply(Command::Album(folder), 0.0);
    settle(&mut harness);
    let state = harness.state().state();
    let found = state.looks_for.strongest.as_ref().unwrap();
    let example = found.of_channel(strongest).unwrap();
    let peak = state.album.index.as_ref().unwrap().examples("inception4d", strongest).unwrap()[0];
    assert_eq!((example.photo, example.cell), (peak.photo, peak.cell));
    assert!(example.patch.is_some());
}
