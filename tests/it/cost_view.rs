//! The cost view, drawn and used.

mod pictures;
mod tables;
mod use_by_label;

use egui::{Vec2, vec2};
use egui_kittest::Harness;
use inception_lens::app::{App, CostTab, Options, Settings, View};
use inception_lens::engine::Executor;

use super::raster::RasterRenderer;

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
    let mut harness = Harness::builder()
        .with_size(size)
        // Short enough for double clicks.
        .with_step_dt(1.0 / 60.0)
        .renderer(RasterRenderer::default())
        .build_eframe(move |cc| {
            let mut app = App::new(&cc.egui_ctx, &options, settings, Executor::Inline);
            app.settle(0.0);
            app
        });
    harness.run_steps(3);
    harness
}
