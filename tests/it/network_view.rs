//! The map of the whole network, drawn to `target/snapshots` to be looked at, and as a person uses it.

use std::path::PathBuf;

use inception_lens::app::launch::picture;
use inception_lens::app::{Options, ThemeChoice};
use inception_lens::spec::Modules;

use super::widgets::folder;

fn options() -> Options {
    Options {
        image: Some(PathBuf::from("assets/samples/cat.png")),
        layer: Some("inception4c".to_owned()),
        still: true,
        ..Default::default()
    }
}

fn save(name: &str, options: &Options, size: [f32; 2], scale: f32) {
    let picture = picture(options, size, scale).unwrap();
    picture.save(format!("{}/{name}", folder())).unwrap();
}

#[test]
fn pictures() {
    let dark = options();
    let light = Options {
        theme: Some(ThemeChoice::Light),
        ..options()
    };
    let naive = Options {
        modules: Modules::Naive,
        ..options()
    };
    let plain = Options {
        layer: None,
        ..options()
    };
    save("network-dark.png", &dark, [1440.0, 900.0], 1.0);
    save("network-light.png", &light, [1440.0, 900.0], 1.0);
    save("network-naive.png", &naive, [1440.0, 900.0], 1.0);
    save("network-small.png", &plain, [1100.0, 720.0], 1.0);
    save("network-laptop.png", &plain, [1366.0, 768.0], 1.0);
}
