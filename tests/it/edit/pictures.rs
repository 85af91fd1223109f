//! Not comparisons: pictures to look at, in `target/snapshots`.

use egui_kittest::kittest::Queryable as _;
use inception_lens::app::launch::picture;
use inception_lens::app::{Detail, Options, ThemeChoice, View};

use crate::app::{open_sized, sample, settle};

fn folder() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_panel_is_drawn_in_every_size() {
    for (detail, name) in [(Detail::Edit, "edit"), (Detail::Occlusion, "occlusion")] {
        for (theme, size, tail) in [
            (ThemeChoice::Dark, [1440.0, 900.0], "dark"),
            (ThemeChoice::Light, [1440.0, 900.0], "light"),
            (ThemeChoice::Dark, [1100.0, 720.0], "small"),
        ] {
            let options = Options {
                image: sample("cat.png"),
                detail,
                theme: Some(theme),
                ..Default::default()
            };
            let picture = picture(&options, size, 1.0).unwrap();
            picture
                .save(folder().join(format!("{name}-{tail}.png")))
                .unwrap();
        }
    }
}

/// Painted on, compared with the original, in views other than the network.
#[test]
fn an_edited_photo_is_drawn() {
    for (view, size, name) in [
        (View::Network, [1440.0, 900.0], "network"),
        (View::Layer, [1440.0, 900.0], "layer"),
        (View::Module(2), [1100.0, 720.0], "module"),
        (
            View::Classifiers(Default::default()),
            [1100.0, 720.0],
            "classifiers",
        ),
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
        picture
            .save(folder().join(format!("edited-{name}.png")))
            .unwrap();
        if name == "network" {
            harness.get_by_label("Compare with original").click();
            settle(&mut harness);
            let picture = harness.render().unwrap();
            picture
                .save(folder().join("edited-difference.png"))
                .unwrap();
        }
    }
}
