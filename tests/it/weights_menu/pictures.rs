//! The open menu, drawn to `target/snapshots` to be looked at.

use egui_kittest::kittest::Queryable as _;
use inception_lens::spec::Topology;
use inception_lens::weights::public::PUBLIC;

use super::download::{halting, window};
use super::{net, open_menu, until};
use crate::app::{drop_file, settle};
use crate::fetch::sha256;

#[test]
fn the_menu_is_drawn_before_and_during_a_download() {
    let pictures = crate::widgets::folder();
    let net = net(Topology::TORCHVISION, "student-net");
    let (server, go) = halting(net.clone(), 12_300_000);
    let mut files = PUBLIC.to_vec();
    files[0].url = server.url("/net.bin").leak();
    files[0].size = inception_lens::weights::public::Size::Exactly(net.len() as u64);
    files[0].sha256 = sha256(&net);
    let (mut harness, _folder) = window(files);
    let folder = tempfile::tempdir().unwrap();
    for name in ["homework-3b.safetensors", "student-net.safetensors"] {
        std::fs::write(folder.path().join(name), &net).unwrap();
        drop_file(&mut harness, folder.path().join(name));
    }
    for theme in ["dark", "light"] {
        open_menu(&mut harness);
        let picture = harness.render().unwrap();
        assert_eq!(picture.dimensions(), (1440, 900));
        picture.save(format!("{pictures}/weights-menu-{theme}.png")).unwrap();
        harness.key_press(egui::Key::Escape);
        harness.step();
        harness.key_press(egui::Key::T);
        settle(&mut harness);
    }
    open_menu(&mut harness);
    harness.get_by_label("Download BVLC GoogLeNet").click();
    until(&mut harness, "the first part arrives", |state| {
        let running = state.downloads.running;
        running.is_some_and(|download| download.done_bytes == 12_300_000)
    });
    for theme in ["dark", "light"] {
        let picture = harness.render().unwrap();
        picture.save(format!("{pictures}/weights-download-{theme}.png")).unwrap();
        harness.key_press(egui::Key::T);
        harness.step();
        harness.step();
    }
    harness.set_size(egui::vec2(1100.0, 720.0));
    harness.step();
    harness.step();
    let picture = harness.render().unwrap();
    picture.save(format!("{pictures}/weights-download-1100.png")).unwrap();
    drop(go);
}
