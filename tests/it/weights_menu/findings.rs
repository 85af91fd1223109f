//! What the shapes alone cannot tell, on the card: it opens by itself, a switch reruns at once, the choice is remembered for that file.

use std::path::{Path, PathBuf};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::imaging::Fit;
use inception_lens::locale::text::Language;
use inception_lens::spec::{ChannelOrder, PhotoFit, Topology};
use inception_lens::state::{Options, Settings, State, ThemeChoice};
use inception_lens::weights::{LoadOptions, Said};

use super::{open_menu, weights_in_use};
use crate::app::{drop_file, open, sample, settle};
use crate::synthetic::File;

/// A tutorial's network in a folder: nothing in it says what shapes cannot tell.
fn tutorial(folder: &Path) -> PathBuf {
    let path = folder.join("tutorial.safetensors");
    let file = File::of(Topology::PAPER, 10, [false, false]);
    std::fs::write(&path, file.bytes()).unwrap();
    path
}

const WHY: &str = "A guess that matters: torchvision’s names with 5×5 kernels and biases, so as in tutorials. Otherwise red and blue swap places.";

fn is_open(harness: &Harness<'static, App>) -> bool {
    harness.query_by_label("What the shapes alone cannot tell").is_some()
}

fn order(state: &State) -> ChannelOrder {
    state.loaded().unwrap().topology.preprocessing.order
}

fn blue(state: &State) -> f32 {
    let report = &state.shown().unwrap().report;
    report.activation("input").unwrap().values()[0]
}

fn reopen(harness: &mut Harness<'static, App>, name: &str) {
    open_menu(harness);
    harness.get_by_label("Use the default weights").click();
    settle(harness);
    open_menu(harness);
    harness.get_by_label(&format!("Open {name} again")).click();
    settle(harness);
}

#[test]
fn guesses_that_matter_open_the_card_and_a_switch_corrects_them_for_good() {
    let folder = tempfile::tempdir().unwrap();
    let path = tutorial(folder.path());
    let mut harness = open(Options { image: sample("cat.png"), ..Options::default() });
    assert!(!is_open(&harness));
    drop_file(&mut harness, path.clone());
    harness.step();
    assert!(is_open(&harness), "nobody asked for it");
    assert!(harness.query_by_label(WHY).is_some());
    let before = blue(harness.state().state());
    assert_eq!(order(harness.state().state()), ChannelOrder::Rgb);
    harness.get_by_label("BGR").click();
    harness.step();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(order(state), ChannelOrder::Bgr);
    assert_ne!(blue(state), before, "the photo ran again");
    assert!(is_open(&harness), "the card stays");
    assert!(harness.query_all_by_label("Known: you set it.").next().is_some());
    harness.key_press(egui::Key::Escape);
    harness.step();

    reopen(&mut harness, "tutorial.safetensors");
    assert_eq!(order(harness.state().state()), ChannelOrder::Bgr);
    harness.step();
    assert!(!is_open(&harness), "it was seen");
    // The same bytes elsewhere are the same weights, also in another session.
    let moved = folder.path().join("moved.bin.safetensors");
    std::fs::rename(&path, &moved).unwrap();
    let text = serde_json::to_string(&harness.state().state().settings).unwrap();
    let settings: Settings = serde_json::from_str(&text).unwrap();
    let mut later = crate::app::open_with(Options::default(), settings, [1440.0, 900.0], 0.25);
    drop_file(&mut later, moved);
    assert_eq!(order(later.state().state()), ChannelOrder::Bgr);
    // And back to what was recognised.
    open_menu(&mut later);
    later.get_by_label("Reset to what was recognised").click();
    settle(&mut later);
    assert_eq!(order(later.state().state()), ChannelOrder::Rgb);
}

/// Before: recent files lost `--topology` and `--labels`.
#[test]
fn files_of_before_keep_their_topology_and_labels() {
    let folder = tempfile::tempdir().unwrap();
    let path = tutorial(folder.path());
    let labels = folder.path().join("names.txt");
    let names: Vec<String> = (0..10).map(|index| format!("flower {index}\n")).collect();
    std::fs::write(&labels, names.concat()).unwrap();
    let mut harness = open(Options {
        weights: Some(path),
        weights_are: LoadOptions::from(Some(Topology::PAPER)),
        labels: Some(labels),
        ..Options::default()
    });
    let is_as_said = |harness: &Harness<'static, App>| {
        let loaded = harness.state().state().loaded().unwrap();
        assert_eq!(loaded.topology, Topology::PAPER);
        assert_eq!(loaded.labels[3], "flower 3");
    };
    is_as_said(&harness);
    reopen(&mut harness, "tutorial.safetensors");
    assert_eq!(weights_in_use(&harness), "tutorial.safetensors");
    is_as_said(&harness);
}

#[test]
fn photos_become_square_as_the_weights_want_unless_a_person_wants_otherwise() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        weights_are: LoadOptions {
            said: Said { fit: Some(PhotoFit::Squeezed), ..Said::default() },
            ..LoadOptions::default()
        },
        ..Options::default()
    });
    let fit = |harness: &Harness<'static, App>| harness.state().state().shown().unwrap().photo.fit;
    assert_eq!(fit(&harness), Fit::Stretch);
    harness.get_by_label("Settings").click();
    harness.step();
    harness.step();
    harness.get_by_label("Letterbox").click();
    settle(&mut harness);
    assert_eq!(fit(&harness), Fit::Letterbox, "theirs wins");
    harness.key_press(egui::Key::Escape);
    harness.step();
    open_menu(&mut harness);
    let says = "Known: you set it. In the settings you chose: Letterbox.";
    assert!(harness.query_by_label(says).is_some(), "and the card says what the weights want");
}

/// Not a comparison: the card as it opens by itself, in `target/snapshots`, to be looked at.
#[test]
fn the_card_is_drawn_in_both_languages() {
    let pictures = crate::widgets::folder();
    let folder = tempfile::tempdir().unwrap();
    let path = tutorial(folder.path());
    for (language, theme, code) in
        [(Language::English, ThemeChoice::Dark, "en"), (Language::Korean, ThemeChoice::Light, "ko")]
    {
        let mut harness = open(Options {
            image: sample("cat.png"),
            language: Some(language),
            theme: Some(theme),
            ..Options::default()
        });
        drop_file(&mut harness, path.clone());
        harness.step();
        harness.step();
        let picture = harness.render().unwrap();
        assert_eq!(picture.dimensions(), (1440, 900));
        picture.save(format!("{pictures}/weights-findings-{code}.png")).unwrap();
    }
}
