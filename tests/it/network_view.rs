//! The map of the whole network, drawn to `target/snapshots` to be looked at, and as a person uses it.

use std::path::PathBuf;

use egui::{Key, Modifiers, Pos2, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::launch::picture;
use inception_lens::app::{App, Options, Settings, ThemeChoice, View};
use inception_lens::engine::Executor;
use inception_lens::spec::{MODULES, Modules};

use super::raster::RasterRenderer;
use super::widgets::folder;

fn options() -> Options {
    Options {
        image: Some(PathBuf::from("assets/samples/cat.png")),
        layer: Some("inception4c".to_owned()),
        still: true,
        ..Default::default()
    }
}

/// The app after its first run, in a window of that size.
fn window(options: Options, size: Vec2) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .renderer(RasterRenderer::default())
        .build_eframe(move |cc| {
            let executor = Executor::Inline;
            let mut app = App::new(&cc.egui_ctx, &options, Settings::default(), executor);
            app.settle(0.0);
            app
        });
    harness.run_steps(3);
    harness
}

fn default_window() -> Harness<'static, App> {
    let options = Options {
        layer: None,
        ..options()
    };
    window(options, vec2(1440.0, 900.0))
}

fn selected<'h>(harness: &'h Harness<'_, App>) -> &'h str {
    &harness.state().state().selection.layer
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

/// Turns the wheel over a place until the map is `factor` times as large.
fn zoom(harness: &mut Harness<'_, App>, at: Pos2, factor: f32) {
    harness.hover_at(at);
    harness.event(egui::Event::Zoom(factor));
    harness.run_steps(3);
}

fn save_window(harness: &mut Harness<'_, App>, name: &str) {
    let picture = harness.render().unwrap();
    picture.save(format!("{}/{name}", folder())).unwrap();
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
    save("network-twice.png", &plain, [1100.0, 720.0], 2.0);
}

#[test]
fn pictures_at_every_zoom() {
    for (name, factor) in [("170", 1.7), ("300", 3.0), ("800", 8.0), ("40", 0.4)] {
        let mut harness = default_window();
        let at = harness.get_by_label("Inception 4c").rect().center();
        zoom(&mut harness, at, factor);
        save_window(&mut harness, &format!("network-zoom-{name}.png"));
    }
    let mut harness = default_window();
    harness.get_by_label("Search layers").click();
    harness.run_steps(2);
    harness.get_by_label("Search layers").type_text("3x3");
    harness.run_steps(3);
    save_window(&mut harness, "network-search.png");
}

#[test]
fn every_module_and_head_is_there_by_name_and_click_selects() {
    let mut harness = default_window();
    for module in MODULES {
        let name = format!("Inception {}", module.name);
        harness.get_by_label(&name).click();
        harness.run_steps(2);
        assert_eq!(selected(&harness), module.layer_name());
    }
    for (name, layer) in [
        ("conv 7×7/2", "conv1"),
        ("max pool 3×3/2, 28 to 14", "maxpool3"),
        ("global average pool", "avgpool"),
        ("linear", "fc"),
        ("Auxiliary classifier 1", "aux1.fc2"),
        ("Auxiliary classifier 2", "aux2.fc2"),
        ("Main classifier", "fc"),
        ("Mean activation of Inception 3b", "inception3b"),
    ] {
        harness.get_by_label(name).click();
        harness.run_steps(2);
        assert_eq!(selected(&harness), layer, "{name}");
    }
    assert_eq!(harness.state().state().view, View::Network);
}
