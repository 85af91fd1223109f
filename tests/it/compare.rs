//! Two photos beside each other, as a person uses them.

mod pictures;
mod use_by_label;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::{App, Comparison, Options, Settings};
use inception_lens::engine::Executor;

use crate::app::{sample, settle};

/// The app with the cat as A and the flower as B.
fn sized(options: Options, size: [f32; 2]) -> Harness<'static, App> {
    let options = Options {
        image: sample("cat.png"),
        second: options.second.or_else(|| sample("flower.jpg")),
        ..options
    };
    let mut harness = Harness::builder()
        .with_size(size)
        .renderer(crate::raster::RasterRenderer::default())
        .build_eframe(move |cc| {
            App::new(
                &cc.egui_ctx,
                &options,
                Settings::default(),
                Executor::Inline,
            )
        });
    settle(&mut harness);
    harness
}

/// Chooses one of the four at the top.
fn choose(harness: &mut Harness<'static, App>, comparison: Comparison) {
    let label = match comparison {
        Comparison::First => "A",
        Comparison::Second => "B",
        Comparison::Both => "Both",
        Comparison::Difference => "A − B",
    };
    harness
        .get_by_role_and_label(egui::accesskit::Role::RadioButton, label)
        .click();
    settle(harness);
    assert_eq!(harness.state().state().comparison, comparison);
}
