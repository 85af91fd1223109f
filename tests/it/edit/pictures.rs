//! Not comparisons: pictures to look at, in `target/snapshots`.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::{ClassifiersTab, Detail, Options, ThemeChoice, View};

use crate::app::{open_sized, sample, settle};

fn folder() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_panel_is_drawn_in_every_size() {
    let options = Options { image: sample("cat.png"), detail: Detail::Edit, ..Default::default() };
    draw_panel(&mut open_sized(options, [1440.0, 900.0]), "edit");
}

/// The window dark and light, large and small; the map takes seconds, so one window serves for all.
pub fn draw_panel(harness: &mut Harness<'static, App>, name: &str) {
    for (size, turns, tail) in
        [([1440.0, 900.0], false, "dark"), ([1440.0, 900.0], true, "light"), ([1100.0, 720.0], true, "small")]
    {
        harness.set_size(size.into());
        if turns {
            harness.key_press(egui::Key::T);
        }
        settle(harness);
        let picture = harness.render().unwrap();
        let file = folder().join(format!("{name}-{tail}.png"));
        picture.save(file).unwrap();
    }
    harness.set_size([1440.0, 900.0].into());
    settle(harness);
}

/// Painted on, compared with the original, in views other than the network.
#[test]
fn an_edited_photo_is_drawn() {
    for (view, size, name) in [
        (View::Network, [1440.0, 900.0], "network"),
        (View::Layer, [1440.0, 900.0], "layer"),
        (View::Module(2), [1100.0, 720.0], "module"),
        (View::Classifiers(ClassifiersTab::EVIDENCE), [1100.0, 720.0], "classifiers"),
    ] {
        let options = Options {
            image: sample("cat.png"),
            view,
            layer: Some("inception3b.branch2.1".to_owned()),
            detail: Detail::Edit,
            theme: (name == "module").then_some(ThemeChoice::Light),
            ..Default::default()
        };
        let mut harness = open_sized(options, size);
        super::use_by_label::paint(&mut harness, &[[0.25, 0.4], [0.5, 0.5], [0.7, 0.35]]);
        let picture = harness.render().unwrap();
        picture.save(folder().join(format!("edited-{name}.png"))).unwrap();
        if name == "network" {
            harness.get_by_label("Compare with original").click();
            settle(&mut harness);
            let picture = harness.render().unwrap();
            picture.save(folder().join("edited-difference.png")).unwrap();
        }
    }
}
