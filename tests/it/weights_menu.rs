//! The weights menu as a person uses it: what was loaded, files of before, and public weights from a server on this computer.

mod card;
mod download;
mod findings;
mod pictures;
mod recent;

use std::path::Path;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::session::NetworkState;
use inception_lens::spec::Topology;
use inception_lens::state::State;

use crate::synthetic;

/// What the window waits for at most; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Bytes of a small GoogLeNet, made up.
fn net(topology: Topology, name: &str) -> Vec<u8> {
    let file = synthetic::File::of(topology, 10, [false, false]);
    let preset = topology.preset_name().unwrap();
    let described = file.describe("topology", preset).describe("name", name);
    described.bytes()
}

/// Opens the menu; a second click would close it.
fn open_menu(harness: &mut Harness<'static, App>) {
    let state = harness.state().state();
    let name = state.loaded().unwrap().name.clone();
    harness.get_by_role_and_label(egui::accesskit::Role::Button, &title(state, &name)).click();
    harness.step();
    harness.step();
    harness.step();
}

fn title(state: &State, name: &str) -> String {
    let topology = match state.loaded().unwrap().topology.preset_name() {
        Some("paper") => "GoogLeNet",
        Some("batch-norm") => "GoogLeNet + BN",
        Some("torchvision") => "torchvision",
        _ => "mixed topology",
    };
    format!("{name} · {topology}")
}

/// Draws frame after frame until something has happened outside the window's thread.
fn until(harness: &mut Harness<'static, App>, what: &str, is_so: impl Fn(&State) -> bool) {
    let start = Instant::now();
    while !is_so(harness.state().state()) {
        assert!(start.elapsed() < PATIENCE, "{what}");
        std::thread::sleep(Duration::from_millis(1));
        harness.step();
    }
    harness.step();
}

fn weights_in_use(harness: &Harness<'static, App>) -> String {
    match &harness.state().state().session.network {
        NetworkState::Ready(loaded) => loaded.name.clone(),
        _ => panic!("no weights are in use"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
