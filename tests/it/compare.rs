//! Two photos beside each other, as a person uses them.

mod pictures;
mod use_by_label;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::{Comparison, Options};

use crate::app::{open_sized, sample, settle};

/// The app with the cat as A and the flower as B.
fn two(options: Options) -> Harness<'static, App> {
    sized(options, [1440.0, 900.0])
}

fn sized(options: Options, size: [f32; 2]) -> Harness<'static, App> {
    let second = options.second.or_else(|| sample("flower.jpg"));
    let image = sample("cat.png");
    open_sized(Options { image, second, ..options }, size)
}

/// Chooses one of the four at the top.
fn choose(harness: &mut Harness<'static, App>, comparison: Comparison) {
    let label = match comparison {
        Comparison::First => "A",
        Comparison::Second => "B",
        Comparison::Both => "Both",
        Comparison::Difference => "A − B",
    };
    choose_by(harness, comparison, label);
}

/// The same by the name it has.
fn choose_by(harness: &mut Harness<'static, App>, comparison: Comparison, label: &str) {
    harness.get_by_role_and_label(egui::accesskit::Role::RadioButton, label).click();
    settle(harness);
    assert_eq!(harness.state().state().comparison, comparison);
}
