//! The cost view, drawn and used.

mod exercises;
mod pictures;
mod tables;
mod unmeasured;
mod use_by_label;

use egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use inception_lens::app::App;
use inception_lens::state::{CostTab, Options, Settings, State, View};

use super::app::{SHORT_STEP_SECONDS, open_with};

/// The size of the mock-ups, points.
const WINDOW: Vec2 = vec2(1440.0, 900.0);
/// The smallest window.
const SMALLEST: Vec2 = vec2(1100.0, 720.0);

/// The app on a tab, once everything is measured.
fn window(tab: CostTab, size: Vec2, settings: Settings) -> Harness<'static, App> {
    let options = Options {
        image: Some("assets/samples/cat.png".into()),
        view: View::Cost(tab),
        layer: Some("inception4a".to_owned()),
        still: true,
        ..Default::default()
    };
    let mut harness = open_with(options, settings, size.into(), SHORT_STEP_SECONDS);
    harness.run_steps(3);
    harness
}

fn state<'h>(harness: &'h Harness<'_, App>) -> &'h State {
    harness.state().state()
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}
