//! Weights files of before.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::session::NetworkState;
use inception_lens::spec::Topology;
use inception_lens::state::{MessageKind, Options, Settings};

use super::{net, open_menu, weights_in_use};
use crate::app::{drop_file, open, settle};
use crate::layer_view::stage::Stage;

#[test]
fn a_file_of_before_is_one_click_away_and_goes_when_it_is_gone() {
    let mut harness = open(Options::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("student.safetensors");
    std::fs::write(&path, net(Topology::BATCH_NORM, "student")).unwrap();
    drop_file(&mut harness, path.clone());
    assert_eq!(weights_in_use(&harness), "student");
    open_menu(&mut harness);
    harness.get_by_label("Use the default weights").click();
    settle(&mut harness);
    assert_eq!(weights_in_use(&harness), crate::defaults::name());

    open_menu(&mut harness);
    harness.get_by_label("Open student.safetensors again").click();
    settle(&mut harness);
    assert_eq!(weights_in_use(&harness), "student");
    assert_eq!(harness.state().state().settings.recent_weights, std::slice::from_ref(&path));

    std::fs::remove_file(&path).unwrap();
    open_menu(&mut harness);
    harness.get_by_label("Open student.safetensors again").click();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(weights_in_use(&harness), "student", "what is read stays");
    assert_eq!(state.messages[0].kind, MessageKind::Error);
    assert_eq!(
        state.messages[0].text,
        format!("{} is no longer there, so it was taken off the list; find it with “Open weights…”.", path.display())
    );
    assert!(state.settings.recent_weights.is_empty());
}

#[test]
fn six_files_are_remembered_the_latest_first_and_bad_ones_not_at_all() {
    let mut harness = open(Options::default());
    let folder = tempfile::tempdir().unwrap();
    let path = |index: usize| folder.path().join(format!("{index}.safetensors"));
    std::fs::write(path(0), net(Topology::BATCH_NORM, "student")).unwrap();
    for index in 0..8 {
        if index > 0 {
            std::fs::hard_link(path(0), path(index)).unwrap();
        }
        drop_file(&mut harness, path(index));
    }
    drop_file(&mut harness, path(5));
    let broken = folder.path().join("broken.safetensors");
    std::fs::write(&broken, b"\xff\xff\xff\xff\xff\xff\xff\x7f{}").unwrap();
    drop_file(&mut harness, broken);
    let settings = &harness.state().state().settings;
    assert_eq!(settings.recent_weights, [5, 7, 6, 4, 3, 2].map(path));
    // Remembered as everything else is; settings of an older version have none.
    let text = serde_json::to_string(settings).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), *settings);
    let older: Settings = serde_json::from_str("{\"theme\":\"Light\"}").unwrap();
    assert!(older.recent_weights.is_empty());
}

#[test]
fn while_weights_are_read_the_status_bar_says_which_and_how_large() {
    let mut harness = open(Options::default());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("student.safetensors");
    let bytes = net(Topology::BATCH_NORM, "student");
    std::fs::write(&path, &bytes).unwrap();
    drop_file(&mut harness, path);
    open_menu(&mut harness);
    harness.get_by_label("Open student.safetensors again").click();
    harness.step();
    let network = harness.state().state().session.network.clone();
    let NetworkState::Loading { name, size_bytes, .. } = &network else {
        panic!("they are read in the next frame");
    };
    assert_eq!(name, "student.safetensors");
    assert_eq!(*size_bytes, Some(bytes.len() as u64));

    // The same state, held still.
    let mut stage = Stage::new("conv1");
    stage.state.session.network = network;
    let harness = Harness::builder()
        .with_size(egui::vec2(1440.0, 900.0))
        .with_context_setup(|ctx| crate::widgets::install(ctx, true))
        .build_ui(move |ui| stage.draw(ui));
    let megabytes = bytes.len() as f64 / 1e6;
    harness.get_by_label(&format!("Reading student.safetensors · {megabytes:.1} MB…"));
}
