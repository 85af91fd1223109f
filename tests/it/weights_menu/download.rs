//! Public weights in the window, from a server on this computer.

use std::io::Write as _;
use std::sync::{Mutex, mpsc};

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::spec::Topology;
use inception_lens::state::{MessageKind, Options, Settings, View};
use inception_lens::weights::public::PublicFile;

use super::{names, net, open_menu, until, weights_in_use};
use crate::app::{sample, settle};
use crate::fetch::{bytes, published};
use crate::http_server::{Server, head, promise, rest};

/// The window with two public files, and the folder they go to.
pub fn window(files: Vec<PublicFile>) -> (Harness<'static, App>, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_owned();
    let mut harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .renderer(crate::raster::RasterRenderer::default())
        .build_eframe(move |cc| {
            let options = Options { image: sample("cat.png"), ..Default::default() };
            App::new(&cc.egui_ctx, &options, Settings::default(), Executor::Inline).with_public_weights(&files, to)
        });
    settle(&mut harness);
    (harness, folder)
}

/// The first part of the bytes at once, the rest when the sender speaks or is gone.
pub fn halting(sent: Vec<u8>, first: usize) -> (Server, mpsc::Sender<()>) {
    let (go, wait) = mpsc::channel::<()>();
    let wait = Mutex::new(wait);
    let server = Server::start(move |request, stream| match request.start {
        None => {
            promise(stream, sent.len());
            let _ = stream.write_all(&sent[..first]);
            let _ = wait.lock().unwrap().recv();
            let _ = stream.write_all(&sent[first..]);
        }
        Some(start) => rest(stream, &sent, start),
    });
    (server, go)
}

#[test]
fn a_download_shows_its_progress_and_is_opened_by_itself() {
    let net = net(Topology::PAPER, "public-net");
    let (server, go) = halting(net.clone(), 10_000_000);
    let file = published(&net, &server.url("/net.bin"));
    let other = PublicFile { title: "another file", file_name: "other.bin", ..file };
    let (mut harness, folder) = window(vec![file, other]);
    open_menu(&mut harness);
    harness.get_by_label("Download the test file").click();
    until(&mut harness, "the first part arrives", |state| {
        let running = state.downloads.running;
        running.is_some_and(|download| download.done_bytes == 10_000_000)
    });
    let total = format!("{:.1} MB", net.len() as f64 / 1e6);
    harness.get_by_label(&format!("Downloaded 10.0 of {total}"));
    harness.get_by_label(&format!("Downloading the test file, 10.0 of {total}"));
    let button = harness.get_by_label("Download another file");
    assert!(button.accesskit_node().is_disabled(), "one at a time");
    // The window stays alive.
    harness.key_press(egui::Key::Num3);
    harness.step();
    harness.step();
    assert_eq!(harness.state().state().view, View::Layer);
    assert_eq!(names(folder.path()), ["net.bin.part"]);

    go.send(()).unwrap();
    until(&mut harness, "the download ends", |state| state.downloads.running.is_none());
    settle(&mut harness);
    assert_eq!(weights_in_use(&harness), "public-net");
    assert_eq!(names(folder.path()), ["net.bin"]);
    let state = harness.state().state();
    assert_eq!(state.shown().unwrap().report.labels.len(), 10);
    assert!(state.messages.is_empty());
    // It has a place of its own, so it is not among the files of before.
    assert!(state.settings.recent_weights.is_empty());
    harness.get_by_label("Open the test file");
}

#[test]
fn what_is_there_already_is_opened_without_a_download() {
    let net = net(Topology::BATCH_NORM, "public-net");
    let server = Server::of(net.clone());
    let (mut harness, folder) = window(vec![published(&net, &server.url("/net.bin"))]);
    std::fs::write(folder.path().join("net.bin"), &net).unwrap();
    open_menu(&mut harness);
    harness.get_by_label("Open the test file").click();
    until(&mut harness, "the file is checked", |state| {
        state.downloads.running.is_none() && state.loaded().is_some_and(|loaded| loaded.name == crate::defaults::name())
    });
    until_read(&mut harness);
    assert_eq!(weights_in_use(&harness), "public-net");
    assert!(server.requests().is_empty());
}

/// The click of the test above is carried out in the next frame, so its end has to be waited for from there.
fn until_read(harness: &mut Harness<'static, App>) {
    until(harness, "the file is read", |state| state.downloads.running.is_none());
    settle(harness);
}

#[test]
fn a_cancelled_download_goes_on_from_where_it_was() {
    let net = net(Topology::BATCH_NORM, "public-net");
    let (server, go) = halting(net.clone(), 5_000_000);
    let (mut harness, folder) = window(vec![published(&net, &server.url("/net.bin"))]);
    open_menu(&mut harness);
    harness.get_by_label("Download the test file").click();
    until(&mut harness, "the first part arrives", |state| {
        let running = state.downloads.running;
        running.is_some_and(|download| download.done_bytes == 5_000_000)
    });
    harness.get_by_label("Cancel the download of the test file").click();
    until(&mut harness, "it ends", |state| state.downloads.running.is_none());
    assert_eq!(weights_in_use(&harness), crate::defaults::name());
    assert!(harness.state().state().messages.is_empty());
    assert_eq!(names(folder.path()), ["net.bin.part"]);
    drop(go);

    harness.get_by_label("Download the test file").click();
    harness.step();
    harness.step();
    until_read(&mut harness);
    assert_eq!(weights_in_use(&harness), "public-net");
    assert_eq!(server.starts(), [None, Some(5_000_000)]);
}

#[test]
fn a_download_that_fails_is_one_sentence_and_the_weights_stay() {
    let server = Server::start(|_, stream| head(stream, "404 Not Found", &[]));
    let bytes = bytes(50, 1000);
    let (mut harness, folder) = window(vec![published(&bytes, &server.url("/net.bin"))]);
    open_menu(&mut harness);
    harness.get_by_label("Download the test file").click();
    until(&mut harness, "it fails", |state| !state.messages.is_empty());
    let state = harness.state().state();
    assert_eq!(state.messages[0].kind, MessageKind::Error);
    assert!(state.messages[0].text.contains("/net.bin (HTTP status 404)"), "{}", state.messages[0].text);
    assert!(state.downloads.running.is_none());
    assert_eq!(weights_in_use(&harness), crate::defaults::name());
    assert!(names(folder.path()).is_empty());
    // Bytes that arrive and are no weights are what any other bad file is.
    let server = Server::of(bytes.clone());
    let (mut harness, _folder) = window(vec![published(&bytes, &server.url("/net.bin"))]);
    open_menu(&mut harness);
    harness.get_by_label("Download the test file").click();
    harness.step();
    harness.step();
    until_read(&mut harness);
    let text = &harness.state().state().messages[0].text;
    assert!(text.ends_with(&format!("{} stays in use.", crate::defaults::name())), "{text}");
}
