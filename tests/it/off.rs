//! What is switched off leaves its trace in every view, file and undo.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::Kernels;
use inception_lens::app::App;
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::off::{Count, Switch, count, muted, names};
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::imaging::Fit;
use inception_lens::locale::text::{Language, set_language};
use inception_lens::model::Run;
use inception_lens::state::{ClassifiersTab, CostTab, Detail, Options, Pace, Projector, Unit, View};
use inception_lens::ui::chrome::off::off_text;
use serde_json::Value;

use crate::app::{open, sample, settle};
use crate::cli::{program, stderr};

const PHOTO: &str = "assets/samples/cat.png";

fn switches(names: &[&str]) -> Vec<Switch> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn cat(off: &[&str], view: View) -> Options {
    Options { image: sample("cat.png"), off: switches(off), view, pace: Pace::short(1), ..Default::default() }
}

fn logits(harness: &Harness<'static, App>) -> Vec<f32> {
    let report = harness.state().state().report().unwrap();
    report.main().logits.clone()
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_by_role_and_label(Role::Button, words).is_some()
}

/// Every view with its tabs.
fn views() -> Vec<View> {
    let plain = crate::panels::views().into_iter().filter(|(_, _, detail)| *detail == Detail::Plain);
    plain.map(|(_, view, _)| view).collect()
}

#[test]
fn one_wording_counts_channels_and_branches_in_both_languages() {
    let text = |channels, branches| off_text(Count { channels, branches });
    let of = |channels, branches| text(channels, branches).unwrap();
    assert_eq!(text(0, 0), None);
    assert_eq!(of(1, 0), "1 channel muted");
    assert_eq!(of(2, 0), "2 channels muted");
    assert_eq!(of(0, 1), "1 branch off");
    assert_eq!(of(0, 3), "3 branches off");
    assert_eq!(of(1, 1), "1 channel and 1 branch off");
    assert_eq!(of(2, 2), "2 channels and 2 branches off");
    set_language(Language::Korean);
    assert_eq!(of(1, 0), "채널 1개 꺼짐");
    assert_eq!(of(2, 1), "채널 2개와 갈래 1개 꺼짐");
    assert_eq!(of(0, 2), "갈래 2개 꺼짐");
    set_language(Language::English);
}

#[test]
fn names_are_read_and_said_alike_and_wrong_ones_refused() {
    let network = LoadedNetwork::load_default().unwrap().network;
    let asked = ["inception4a.branch3", "inception4a:17", "inception4a.branch1:3", "conv1:0"];
    let off = muted(&switches(&asked), &network).unwrap();
    // Table 1, 4a: 48 channels of the 5x5.
    assert_eq!(off["inception4a.branch3.1"].len(), 48);
    assert_eq!(count(&off, &network), Count { channels: 3, branches: 1 });
    let said = names(&off, &network);
    let in_order = ["conv1:0", "inception4a.branch1:3", "inception4a.branch3", "inception4a:17"];
    assert_eq!(said, in_order);
    let again: Vec<&str> = said.iter().map(String::as_str).collect();
    assert_eq!(muted(&switches(&again), &network).unwrap(), off);
    for (asked, words) in [
        ("inception9z", "no layer or branch inception9z"),
        ("conv1", "conv1 is no branch of a module; name one of its channels, conv1:0 to conv1:63"),
        ("inception4a.branch2.0", "is no branch of a module"),
        ("inception4a:512", "inception4a has no channel 512; its channels are 0 to 511"),
    ] {
        let error = muted(&switches(&[asked]), &network).unwrap_err().to_string();
        assert!(error.contains(words), "{asked}: {error}");
    }
    for bad in ["inception4a:x", ":3", "", "inception4a:-1"] {
        assert!(bad.parse::<Switch>().is_err(), "{bad}");
    }
}

#[test]
fn the_chip_is_in_every_view_and_u_restores_in_each() {
    let mut harness = open(cat(&[], View::Network));
    let whole = logits(&harness);
    for view in views() {
        for is_projected in [false, true] {
            let case = format!("{view:?}, projected: {is_projected}");
            let app = harness.state_mut();
            app.apply(inception_lens::state::Command::Show(view), 0.0);
            app.apply(inception_lens::state::Command::Present(is_projected), 0.0);
            let mute =
                inception_lens::state::Command::Mute { layer: "inception5b".to_owned(), channel: 17, muted: true };
            app.apply(mute, 0.0);
            settle(&mut harness);
            assert_ne!(logits(&harness), whole, "{case}");
            assert!(shows(&harness, "1 channel muted · U"), "{case}");
            harness.key_press(Key::U);
            settle(&mut harness);
            assert_eq!(logits(&harness), whole, "{case}");
            assert!(!shows(&harness, "1 channel muted · U"), "{case}");
            assert_eq!(harness.state().state().settings.unit, Unit::Mac, "{case}");
        }
    }
}

#[test]
fn the_chip_names_a_branch_and_a_click_restores_it() {
    let off = ["inception4a.branch3", "inception4a:17"];
    let mut harness = open(cat(&off, View::Cost(CostTab::MODULES)));
    let words = "1 channel and 1 branch off · U";
    assert!(shows(&harness, words));
    let report = harness.state().state().report().unwrap();
    let branch = report.activation("inception4a.branch3.1").unwrap();
    assert!(branch.values().iter().all(|&value| value == 0.0));
    harness.get_by_role_and_label(Role::Button, words).click();
    settle(&mut harness);
    assert!(harness.state().state().muted().is_empty() && !shows(&harness, words));
    // The unit of the cost view has a key of its own.
    harness.key_press(Key::F);
    settle(&mut harness);
    assert_eq!(harness.state().state().settings.unit, Unit::Flop);
}

#[test]
fn undo_and_redo_go_through_mutes_and_edits_alike() {
    let mut harness = open(Options { layer: Some("inception5b".to_owned()), ..cat(&[], View::Layer) });
    let whole = logits(&harness);
    let press = |harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key| {
        harness.key_press_modifiers(modifiers, key);
        settle(harness);
        logits(harness)
    };
    let (undo, redo) = ((Modifiers::COMMAND, Key::Z), (Modifiers::COMMAND, Key::Y));
    let muted = press(&mut harness, Modifiers::NONE, Key::M);
    assert_ne!(muted, whole);
    harness.key_press(Key::E);
    settle(&mut harness);
    harness.get_by_label("Mirror").click();
    settle(&mut harness);
    let mirrored = logits(&harness);
    assert_ne!(mirrored, muted);
    let restored = press(&mut harness, Modifiers::NONE, Key::U);
    assert_ne!(restored, mirrored);
    // Back through all three, and there again.
    assert_eq!(press(&mut harness, undo.0, undo.1), mirrored);
    assert!(shows(&harness, "1 channel muted · U"));
    assert_eq!(press(&mut harness, undo.0, undo.1), muted);
    assert_eq!(press(&mut harness, undo.0, undo.1), whole);
    assert_eq!(press(&mut harness, redo.0, redo.1), muted);
    let again = Modifiers::COMMAND | Modifiers::SHIFT;
    assert_eq!(press(&mut harness, again, Key::Z), mirrored);
    assert_eq!(press(&mut harness, redo.0, redo.1), restored);
    // On another photo what was muted can still be taken back, what was edited cannot.
    press(&mut harness, undo.0, undo.1);
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert!(shows(&harness, "1 channel muted · U"));
    press(&mut harness, undo.0, undo.1);
    let state = harness.state().state();
    assert!(state.muted().is_empty() && state.original().is_none());
    assert!(!state.editing.can_undo() && state.editing.can_redo());
}

/// After the last module everything is linear: without a branch the logit lacks its channels' weights times their means.
#[test]
fn classify_without_a_branch_lacks_what_the_branch_adds() {
    let network = LoadedNetwork::load_default().unwrap();
    let photo = decode_photo(&std::fs::read(sample("cat.png").unwrap()).unwrap()).unwrap();
    let prepared = network.prepare(&photo, Fit::Crop);
    let (_, report) = network.run(&prepared, Run::new()).unwrap();
    let class = report.main().best();
    let fc = Kernels::of(&network.model, "fc").unwrap();
    let branch = report.activation("inception5b.branch3.1").unwrap();
    // 5b concatenates 384 (1x1) and 384 (3x3) channels before the 5x5 branch.
    let adds =
        |(channel, of): (usize, &inception_lens::analysis::Statistics)| fc.kernel(class, 768 + channel)[0] * of.mean;
    let added: f32 = branch.statistics.iter().enumerate().map(adds).sum();
    let output = program(&["classify", PHOTO, "--json", "--top", "60", "--off", "inception5b.branch3"]);
    let entries: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(entries[0]["off"], serde_json::json!(["inception5b.branch3"]));
    let of_class = |entry: &&Value| entry["index"] == class;
    let main = entries[0]["heads"]["main"].as_array().unwrap();
    let logit = main.iter().find(of_class).unwrap()["logit"].as_f64().unwrap();
    let expected = f64::from(report.main().logits[class] - added);
    assert!(added.abs() > 0.01, "{added}");
    assert!((logit - expected).abs() < 1e-3, "{logit} {expected}");
    // What is whole says nothing of it.
    let output = program(&["classify", PHOTO, "--json"]);
    let entries: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(entries[0].get("off").is_none());
}

#[test]
fn every_file_says_what_was_off() {
    let folder = tempfile::tempdir().unwrap();
    let off = "inception4a:17,inception4a.branch3";
    let said = "inception4a.branch3, inception4a:17";
    let write = |arguments: &[&str], name: &str| {
        let out = folder.path().join(name);
        let rest = [PHOTO, "--off", off, "--out", out.to_str().unwrap()];
        let output = program(&[arguments, &rest].concat());
        assert_eq!(stderr(&output), "", "{name}");
        let provenance = out.with_extension("provenance.json");
        std::fs::read(if name.ends_with(".csv") { provenance } else { out }).unwrap()
    };
    let has = |bytes: &[u8]| {
        let said = said.as_bytes();
        bytes.windows(said.len()).any(|window| window == said)
    };
    for (arguments, name) in [
        (vec!["export", "--view", "classifiers:heads"], "heads.csv"),
        (vec!["export", "--view", "classifiers:heads"], "heads.json"),
        (vec!["export", "--view", "network"], "network.png"),
        (vec!["evidence"], "evidence.png"),
        (vec!["evidence"], "evidence.csv"),
        (vec!["evidence"], "evidence.json"),
        (vec!["activations"], "all.safetensors"),
    ] {
        assert!(has(&write(&arguments, name)), "{name}");
    }
    let bytes = write(&["activations"], "all.safetensors");
    let tensors = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    let is_zero = |name: &str| tensors.tensor(name).unwrap().data().iter().all(|&byte| byte == 0);
    assert!(is_zero("inception4a.branch3.1") && !is_zero("inception4a.branch2.1"));
    let json: Value = serde_json::from_slice(&write(&["export", "--view", "network"], "a.json")).unwrap();
    assert_eq!(json["provenance"]["off"], said);
}

#[test]
fn wrong_names_on_the_command_line_end_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let png = folder.path().join("a.png").display().to_string();
    for arguments in [
        vec!["classify", PHOTO],
        vec![PHOTO, "--screenshot", &*png],
        vec!["evidence", PHOTO, "--out", &*png],
        vec!["export", PHOTO, "--view", "cost", "--out", &*png],
    ] {
        let output = program(&[&arguments[..], &["--off", "inception4a:600"]].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let words = "inception4a has no channel 600; its channels are 0 to 511.";
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
        let output = program(&[&arguments[..], &["--off", "inception4a:x"]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
    assert!(!std::path::Path::new(&png).exists());
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn the_chip_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let off = ["inception4a.branch3", "inception4a:17"];
    let mut harness = open(cat(&off, View::Classifiers(ClassifiersTab::HEADS)));
    let save = |harness: &mut Harness<'static, App>, name: &str| {
        harness.render().unwrap().save(folder.join(name)).unwrap();
    };
    save(&mut harness, "off-desk.png");
    harness.key_press(Key::F5);
    settle(&mut harness);
    assert_ne!(harness.state().state().projector, Projector::default());
    save(&mut harness, "off-projector.png");
}
