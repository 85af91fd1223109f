//! A branch switched off: by switch, by key, by command; in the module, in the network, undone.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::off::{self, Switch};
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::model::Run;
use inception_lens::spec::MODULES;
use inception_lens::state::{Options, Pace, View};

use crate::app::{open, sample, settle};

/// Module 4a.
const MODULE: usize = 2;

fn window() -> Harness<'static, App> {
    let options =
        Options { image: sample("cat.png"), view: View::Module(MODULE), pace: Pace::short(1), ..Default::default() };
    open(options)
}

fn logits(harness: &Harness<'static, App>) -> Vec<f32> {
    harness.state().state().report().unwrap().main().logits.clone()
}

/// The logits without a branch, by a run from the photo on.
fn without(name: &str) -> Vec<f32> {
    let network = LoadedNetwork::load_default().unwrap();
    let bytes = std::fs::read(sample("cat.png").unwrap()).unwrap();
    let prepared = network.prepare_own(&decode_photo(&bytes).unwrap());
    let switch: Switch = name.parse().unwrap();
    let muted = off::muted(&[switch], &network.network).unwrap();
    let (_, report) = network.run(&prepared, off::interventions(Run::new(), &muted)).unwrap();
    report.main().logits.clone()
}

#[test]
fn a_switch_takes_a_branch_away_and_gives_it_back() {
    let mut harness = window();
    let whole = logits(&harness);
    harness.get_by_label("Branch 5×5").click();
    settle(&mut harness);
    let expected = without("inception4a.branch3");
    let found = logits(&harness);
    assert!(found.iter().zip(&expected).all(|(found, expected)| (found - expected).abs() < 1e-4));
    assert_ne!(found, whole);
    harness.get_by_label_contains("1 branch off · U");
    harness.get_by_label_contains("5×5 off: its channels (48) are set to 0");
    harness.get_by_label_contains("Without 5×5: cat");
    assert_eq!(harness.state().state().off_names(), ["inception4a.branch3"]);
    // Taken back, done again, all on.
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(logits(&harness), whole);
    harness.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::Z);
    settle(&mut harness);
    assert_eq!(logits(&harness), found);
    harness.get_by_label("Restore all").click();
    settle(&mut harness);
    assert_eq!(logits(&harness), whole);
}

#[test]
fn a_key_switches_the_branch_of_the_selected_stage() {
    let mut harness = window();
    harness.state_mut().apply(inception_lens::state::Command::SelectLayer("inception4a.branch2.0".to_owned()), 0.0);
    settle(&mut harness);
    harness.key_press(Key::M);
    settle(&mut harness);
    assert!(harness.state().state().is_branch_off(MODULE, 1));
    harness.key_press(Key::M);
    settle(&mut harness);
    assert!(!harness.state().state().is_branch_off(MODULE, 1));
}

#[test]
fn each_branch_alone_is_what_a_run_without_it_says() {
    let mut harness = window();
    harness.get_by_label("Branch 1×1").click();
    settle(&mut harness);
    let trials = harness.state().state().found.branches.clone().unwrap();
    assert_eq!((trials.module, trials.without.len()), (MODULE, 4));
    for (branch, scores) in trials.without.iter().enumerate() {
        let name = off::branch(&MODULES[MODULE], branch).name;
        let expected = without(&name);
        let found = &scores.iter().find(|scores| scores.head == inception_lens::spec::Head::Main).unwrap().logits;
        assert!(found.iter().zip(&expected).all(|(found, expected)| (found - expected).abs() < 1e-4), "{name}");
    }
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn a_missing_branch_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = window();
    harness.get_by_label("Branch 5×5").click();
    settle(&mut harness);
    for (name, view) in [("module", View::Module(MODULE)), ("network", View::Network)] {
        harness.state_mut().apply(inception_lens::state::Command::Show(view), 0.0);
        settle(&mut harness);
        harness.render().unwrap().save(folder.join(format!("branch-off-{name}.png"))).unwrap();
    }
    harness.state_mut().apply(inception_lens::state::Command::Show(View::Module(MODULE)), 0.0);
    harness.set_size(egui::vec2(1100.0, 720.0));
    harness.key_press(Key::T);
    settle(&mut harness);
    harness.render().unwrap().save(folder.join("branch-off-small.png")).unwrap();
}

/// In the album, the answer stays for as many photos as runs without the branch say.
#[test]
fn the_album_says_how_often_the_answer_stays() {
    let album = Some(inception_lens::album::Place::Folder(crate::small_album::small_album().to_path_buf()));
    let pace = Pace { album: usize::MAX, ..Pace::short(1) };
    let mut harness = open(Options { image: sample("cat.png"), album, pace, ..Default::default() });
    harness.state_mut().apply(inception_lens::state::Command::Show(View::Module(MODULE)), 0.0);
    settle(&mut harness);
    harness.get_by_label("Branch pool").click();
    settle(&mut harness);
    let state = harness.state().state();
    let found = state.branch_album(MODULE).unwrap().clone();
    let network = state.loaded().unwrap();
    let index = state.album.index.clone().unwrap();
    let photos = state.album.album.as_ref().unwrap().photos.len();
    let muted = off::muted(&[off::branch(&MODULES[MODULE], 3)], &network.network).unwrap();
    let stays = |photo: usize| {
        let prepared = index.prepared(photo).unwrap();
        let whole = network.run(&prepared, Run::new()).unwrap().1.main().best();
        network.run(&prepared, off::interventions(Run::new(), &muted)).unwrap().1.main().best() == whole
    };
    assert_eq!((found.done, found.same[3]), (photos, (0..photos).filter(|&photo| stays(photo)).count()));
    assert!(harness.query_all_by_label_contains("same answer, 10 photos: ").count() == 4);
}
