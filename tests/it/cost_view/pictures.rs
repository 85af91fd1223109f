//! The view in every state, drawn to `target/snapshots` to be looked at.

use egui::accesskit::Role;
use egui::{Key, Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::locale::text::tr;
use inception_lens::state::{CostTab, NaiveInput, PanelKey, Settings, Unit};
use inception_lens::ui::views::panel;

use super::super::widgets::folder;
use super::{SMALLEST, WINDOW, press, window};

pub fn save(harness: &mut Harness<'_, App>, name: &str) {
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

const LAPTOP: Vec2 = vec2(1366.0, 768.0);

/// Shows a tab of the window that is open.
fn go_to(harness: &mut Harness<'_, App>, tab: CostTab) {
    let name = tr(panel(PanelKey::Cost(tab)).title);
    let choice = harness.get_by_role_and_label(Role::RadioButton, &name);
    choice.click();
    // Not over anything when the picture is taken.
    harness.hover_at(Pos2::ZERO);
    harness.run_steps(4);
}

fn resize(harness: &mut Harness<'_, App>, size: Vec2) {
    harness.set_size(size);
    harness.run_steps(3);
}

#[test]
fn every_tab_is_drawn_dark_and_light_large_and_small() {
    let mut harness = window(CostTab::MODULES, WINDOW, Settings::default());
    for theme in ["dark", "light"] {
        for tab in crate::panels::cost_tabs() {
            go_to(&mut harness, tab);
            for (size, name) in [(WINDOW, ""), (LAPTOP, "-1366"), (SMALLEST, "-1100")] {
                resize(&mut harness, size);
                save(&mut harness, &format!("{}-{theme}{name}", tab.word()));
            }
            resize(&mut harness, WINDOW);
        }
        press(&mut harness, Key::T);
    }
}

#[test]
fn stacked_logarithmic_and_in_flops_is_drawn() {
    let settings =
        Settings { naive_input: NaiveInput::Stacked, log_scale: true, unit: Unit::Flop, ..Default::default() };
    let mut harness = window(CostTab::MODULES, WINDOW, settings);
    save(&mut harness, "modules-stacked-log");
    resize(&mut harness, SMALLEST);
    save(&mut harness, "modules-stacked-log-1100");
    press(&mut harness, Key::L);
    save(&mut harness, "modules-stacked-1100");
    resize(&mut harness, WINDOW);
    press(&mut harness, Key::L);
    for tab in [CostTab::LAYERS, CostTab::LINEAGE] {
        go_to(&mut harness, tab);
        save(&mut harness, &format!("{}-flop-log", tab.word()));
    }
}

#[test]
fn what_is_hovered_is_drawn_and_large_text_scrolls() {
    let mut harness = window(CostTab::MODULES, WINDOW, Settings::default());
    save_hovered(&mut harness, pos2(940.0, 420.0), "modules-hovered");
    go_to(&mut harness, CostTab::LAYERS);
    save_hovered(&mut harness, pos2(380.0, 400.0), "layers-hovered");
    go_to(&mut harness, CostTab::ROOFLINE);
    harness.get_by_label("Sort by Layer").click();
    harness.run_steps(3);
    harness.get_by_label_contains("conv3 3×3: GFLOP/s ").click();
    harness.run_steps(40);
    save(&mut harness, "roofline-selected");
    go_to(&mut harness, CostTab::MODULES);
    // A laptop's window at twice the text size: what has no room scrolls.
    resize(&mut harness, vec2(720.0, 450.0));
    save(&mut harness, "modules-large-text");
}
