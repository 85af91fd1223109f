//! Photos, weights and the crop in any order: what was asked for last is what is on screen in the end, on the weights in use.

use std::path::{Path, PathBuf};
use std::process::{Command as Program, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::imaging::Fit;
use inception_lens::platform;
use inception_lens::session::Slot;
use inception_lens::state::{Command, MessageKind, Options, Settings};

use crate::app::sample;

/// Something a person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    /// Opens a photo in both places.
    Photo(&'static str),
    /// Opens a file that is none in both places.
    NoPhoto,
    /// Opens weights.
    Weights,
    /// Opens a file that holds none.
    NoWeights,
    /// Changes the crop.
    Crop,
}

/// All orders of these deeds.
fn orders(deeds: &[Deed]) -> Vec<Vec<Deed>> {
    if deeds.is_empty() {
        return vec![Vec::new()];
    }
    let mut orders = Vec::new();
    for first in 0..deeds.len() {
        let mut rest = deeds.to_vec();
        let deed = rest.remove(first);
        for mut order in self::orders(&rest) {
            order.insert(0, deed);
            orders.push(order);
        }
    }
    orders
}

/// The app without a window, and the files that are opened.
struct Bench {
    app: App,
    folder: tempfile::TempDir,
    opened: usize,
}

impl Bench {
    fn new() -> Self {
        let options = Options { still: true, ..Default::default() };
        let ctx = egui::Context::default();
        let mut app = App::new(&ctx, &options, Settings::default(), Executor::Inline);
        app.settle(0.0);
        let folder = tempfile::tempdir().unwrap();
        for name in ["notes.png", "bad.pth"] {
            std::fs::write(folder.path().join(name), b"nothing known").unwrap();
        }
        for name in ["0.safetensors", "1.safetensors"] {
            std::fs::write(folder.path().join(name), platform::default_weights()).unwrap();
        }
        Self { app, folder, opened: 0 }
    }

    fn open_in_both(&mut self, path: &Path) {
        self.app.apply(Command::OpenPath(path.to_owned()), 0.0);
        self.app.apply(Command::OpenSecondPath(path.to_owned()), 0.0);
    }

    fn act(&mut self, deed: Deed) {
        self.opened += 1;
        let file = |name: &str| self.folder.path().join(name);
        match deed {
            Deed::Photo(name) => self.open_in_both(&sample(name).unwrap()),
            Deed::NoPhoto => self.open_in_both(&file("notes.png")),
            Deed::Weights => {
                let path = file(&format!("{}.safetensors", self.opened % 2));
                self.app.apply(Command::OpenPath(path), 0.0);
            }
            Deed::NoWeights => {
                let path = file("bad.pth");
                self.app.apply(Command::OpenPath(path), 0.0);
            }
            Deed::Crop => {
                let fit = match self.app.state().settings.fit {
                    None => Some(Fit::Letterbox),
                    Some(_) => None,
                };
                self.app.apply(Command::SetFit(fit), 0.0);
            }
        }
    }

    /// Goes through every order, some of the deeds while nothing that was asked for before them is done yet.
    fn all_orders(&mut self, deeds: &[Deed]) {
        for (number, order) in orders(deeds).into_iter().enumerate() {
            for (place, &deed) in order.iter().enumerate() {
                self.act(deed);
                // Now and then one is carried out before the next.
                if (number >> place) & 1 == 1 {
                    self.app.settle(0.0);
                }
            }
            self.app.settle(0.0);
            let is_photo = |deed: &&Deed| matches!(deed, Deed::Photo(_));
            let Some(Deed::Photo(last)) = order.iter().rev().find(is_photo) else {
                panic!("no photo was opened");
            };
            let state = self.app.state();
            for (place, slot) in [("first", &state.session.first), ("second", &state.session.second)] {
                self.expect(slot, last, &format!("{place} after {order:?}, {number}"));
            }
        }
    }

    /// The photo is on screen, on the weights in use and with the crop of the settings.
    fn expect(&self, slot: &Slot, name: &str, case: &str) {
        let state = self.app.state();
        assert!(!slot.is_running(), "{case}");
        let shown = slot.shown().unwrap();
        assert_eq!(shown.photo.name, name, "{case}");
        let own = state.loaded().unwrap().own_fit();
        assert_eq!(shown.photo.fit, state.settings.fit.unwrap_or(own), "{case}");
        let network = &state.loaded().unwrap().network;
        assert!(Arc::ptr_eq(&shown.report.network, network), "{case}");
    }
}

#[test]
fn any_order_of_photos_weights_and_crop_ends_on_the_last_photo_in_both_places() {
    let mut bench = Bench::new();
    bench.all_orders(&[Deed::Photo("cat.png"), Deed::Photo("flower.jpg"), Deed::Weights, Deed::Crop]);
    bench.all_orders(&[Deed::Photo("cat.png"), Deed::Weights, Deed::NoWeights]);
}

#[test]
fn a_file_that_is_no_photo_does_not_lose_the_one_before_it() {
    let mut bench = Bench::new();
    bench.all_orders(&[Deed::Photo("flower.jpg"), Deed::NoPhoto, Deed::Weights]);
    // With a result on screen already, that comes again on the new weights.
    bench.act(Deed::Weights);
    bench.act(Deed::NoPhoto);
    bench.app.settle(0.0);
    let state = bench.app.state();
    bench.expect(&state.session.first, "flower.jpg", "first");
    bench.expect(&state.session.second, "flower.jpg", "second");
}

#[test]
fn a_run_that_is_given_up_leaves_the_photo_before_it_on_the_weights_in_use() {
    let mut bench = Bench::new();
    bench.act(Deed::Photo("cat.png"));
    bench.app.settle(0.0);
    bench.act(Deed::Weights);
    bench.act(Deed::Photo("flower.jpg"));
    bench.app.apply(Command::Cancel, 0.0);
    bench.app.apply(Command::Cancel, 0.0);
    bench.app.settle(0.0);
    let state = bench.app.state();
    bench.expect(&state.session.first, "cat.png", "first");
    bench.expect(&state.session.second, "cat.png", "second");
}

#[test]
fn a_photo_asked_for_together_with_bad_weights_runs_on_those_inside() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.pth");
    std::fs::write(&bad, b"nothing known").unwrap();
    let options =
        Options { image: sample("cat.png"), second: sample("flower.jpg"), weights: Some(bad), ..Default::default() };
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, &options, Settings::default(), Executor::Inline);
    app.settle(0.0);
    let state = app.state();
    let name = |slot: &Slot| slot.shown().map(|shown| shown.photo.name.clone());
    assert_eq!(name(&state.session.first).as_deref(), Some("cat.png"));
    assert_eq!(name(&state.session.second).as_deref(), Some("flower.jpg"));
    let said = &state.messages[0];
    assert_eq!(said.kind, MessageKind::Error);
    assert!(said.text.starts_with("bad.pth: "), "{}", said.text);
}

/// Standard error and exit code of the program, which must end by itself.
fn ends(arguments: &[&str]) -> (String, Option<i32>) {
    let mut child = Program::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("{arguments:?} does not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stderr).unwrap(), output.status.code())
}

#[test]
fn bad_weights_on_the_command_line_end_with_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (bad, png, json, tensors) = (path("bad.pth"), path("a.png"), path("a.json"), path("a.safetensors"));
    std::fs::write(&bad, b"nothing known").unwrap();
    let photo = sample("cat.png").unwrap().display().to_string();
    for arguments in [
        vec![&*photo, "--screenshot", &*png],
        vec!["classify", &*photo],
        vec!["inspect"],
        vec!["activations", &*photo, "--out", &*tensors],
        vec!["evidence", &*photo, "--out", &*png],
        vec!["export", &*photo, "--view", "network", "--out", &*png],
        vec!["export", &*photo, "--view", "network", "--out", &*json],
    ] {
        let arguments = [arguments, vec!["--weights", &*bad]].concat();
        let (said, code) = ends(&arguments);
        assert_eq!(code, Some(1), "{arguments:?}: {said}");
        assert!(said.contains("bad.pth: This is not a weights file"), "{arguments:?}: {said}");
        assert_eq!(said.trim().lines().count(), 1, "{arguments:?}: {said}");
        for out in [&png, &json, &tensors] {
            assert!(!PathBuf::from(out).exists(), "{arguments:?}");
        }
    }
}
