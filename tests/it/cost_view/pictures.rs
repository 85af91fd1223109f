//! The view in every state, drawn to `target/snapshots` to be looked at.

use egui::{Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use inception_lens::app::{App, CostTab, NaiveInput, Settings, ThemeChoice, Unit};

use super::super::widgets::folder;
use super::{SMALLEST, WINDOW, window};

fn save(harness: &mut Harness<'_, App>, name: &str) {
    let image = harness.render().unwrap();
    let path = format!("{}/cost-{name}.png", folder()).to_lowercase();
    image.save(path).unwrap();
}

/// The picture with the pointer over a place.
fn save_hovered(harness: &mut Harness<'_, App>, at: Pos2, name: &str) {
    harness.hover_at(at);
    harness.run_steps(40);
    save(harness, name);
}

fn draw(tab: CostTab, size: Vec2, settings: Settings, name: &str) -> Harness<'static, App> {
    let mut harness = window(tab, size, settings);
    save(&mut harness, name);
    harness
}

#[test]
fn every_tab_is_drawn_dark_and_light_large_and_small() {
    for tab in CostTab::ALL {
        let light = Settings {
            theme: ThemeChoice::Light,
            ..Default::default()
        };
        draw(tab, WINDOW, Settings::default(), &format!("{tab:?}-dark"));
        draw(tab, SMALLEST, light.clone(), &format!("{tab:?}-light-1100"));
        draw(tab, WINDOW, light, &format!("{tab:?}-light"));
        draw(
            tab,
            vec2(1366.0, 768.0),
            Settings::default(),
            &format!("{tab:?}-1366"),
        );
    }
}

#[test]
fn stacked_logarithmic_and_in_flops_is_drawn() {
    let settings = Settings {
        naive_input: NaiveInput::Stacked,
        log_scale: true,
        unit: Unit::Flop,
        ..Default::default()
    };
    draw(
        CostTab::Modules,
        WINDOW,
        settings.clone(),
        "modules-stacked-log",
    );
    draw(
        CostTab::Modules,
        SMALLEST,
        settings.clone(),
        "modules-stacked-log-1100",
    );
    draw(CostTab::Layers, WINDOW, settings.clone(), "layers-log");
    draw(CostTab::Lineage, WINDOW, settings, "lineage-flop");
    let stacked = Settings {
        naive_input: NaiveInput::Stacked,
        ..Default::default()
    };
    draw(CostTab::Modules, SMALLEST, stacked, "modules-stacked-1100");
    let large = Settings {
        text_scale: 2.0,
        ..Default::default()
    };
    draw(CostTab::Modules, WINDOW, large, "modules-large-text");
}

#[test]
fn what_is_hovered_is_drawn() {
    let mut harness = draw(
        CostTab::Modules,
        WINDOW,
        Settings::default(),
        "modules-plain",
    );
    save_hovered(&mut harness, pos2(940.0, 420.0), "modules-hovered");
    let mut harness = draw(CostTab::Layers, WINDOW, Settings::default(), "layers-plain");
    save_hovered(&mut harness, pos2(380.0, 400.0), "layers-hovered");
}
