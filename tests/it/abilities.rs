//! What one place to run in has and another has not: offered where it is, said where it is not.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::engine::Executor;
use inception_lens::platform::abilities::{ABILITIES, Abilities};
use inception_lens::state::{AlbumTab, Options, Settings, View};

use crate::app::{sample, settle};

/// A page in a browser.
const PAGE: Abilities = Abilities {
    has_folders: false,
    fetches_weights: false,
    has_second_window: false,
    has_streams: false,
    has_camera: true,
};

fn window(options: Options, abilities: Abilities) -> Harness<'static, App> {
    let mut harness =
        Harness::builder().with_size([1440.0, 900.0]).renderer(crate::raster::RasterRenderer::default()).build_eframe(
            move |cc| App::new(&cc.egui_ctx, &options, Settings::default(), Executor::Inline).with_abilities(abilities),
        );
    settle(&mut harness);
    harness
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_window_of_the_system_has_no_camera_and_all_else() {
    let options = Options { image: sample("cat.png"), ..Default::default() };
    let harness = window(options, ABILITIES);
    assert!(!shows(&harness, "Take a photo"));
}

#[test]
fn a_page_has_a_camera_and_says_what_it_has_not() {
    let options =
        Options { image: sample("cat.png"), view: View::Album(AlbumTab::Photos), presents: None, ..Default::default() };
    let mut harness = window(options, PAGE);
    assert!(shows(&harness, "Take a photo with the camera"));
    assert!(shows(&harness, "A page in a browser opens no folders."));
    assert!(harness.get_by_label("Choose a folder of photos…").accesskit_node().is_disabled());
    harness.key_press(Key::F1);
    settle(&mut harness);
    assert!(shows(&harness, "the presenter’s own window: in the desktop program"));
}

#[test]
fn a_page_opens_no_second_window() {
    let options = Options { image: sample("cat.png"), presents: Some(0), ..Default::default() };
    let mut harness = window(options, PAGE);
    harness.key_press(Key::W);
    settle(&mut harness);
    assert!(!harness.state().state().projector.has_presenter);
}
