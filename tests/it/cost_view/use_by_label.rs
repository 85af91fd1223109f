//! The view, driven by what a screen reader reads.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::{CostTab, NaiveInput, Settings, Unit, View};

use super::{WINDOW, press, state, window};

fn open(tab: CostTab) -> Harness<'static, App> {
    window(tab, WINDOW, Settings::default())
}

fn shows(harness: &Harness<'_, App>, label: &str) -> bool {
    harness.query_by_label(label).is_some()
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn double_click(harness: &mut Harness<'_, App>, label: &str) {
    // Else the first click would be the third of a triple click.
    harness.run_steps(60);
    harness.get_by_label(label).click();
    harness.get_by_label(label).click();
    harness.run_steps(8);
}

/// Clicks a choice of a switch.
fn choose(harness: &mut Harness<'_, App>, label: &str) {
    let choice = harness.get_by_role_and_label(Role::RadioButton, label);
    choice.click();
    harness.run_steps(3);
}

const OF_4A: &str = "Inception 4a, MACs: naive 307 M, reduced 73.6 M, 4.2×, factorised 71.7 M";

#[test]
fn the_result_and_every_pair_are_said() {
    let harness = open(CostTab::MODULES);
    // googlenet-facts: 3881.2 / 1104.0, 12.6 G / 1.58 G.
    assert!(shows(&harness, "Nine modules: 3.5× fewer MACs · the whole stacked network: 7.9×"));
    assert!(shows(&harness, OF_4A));
    assert!(shows(&harness, "Inception 5a, MACs: naive 258 M, reduced 51.1 M, 5.1×, factorised 48.3 M"));
    assert!(shows(&harness, "3×3: naive 176 M, reduced 44.3 M"));
    assert!(shows(&harness, "5×5: naive 113 M, reduced 5.27 M"));
}

#[test]
fn keys_and_switches_change_unit_scale_and_naive_input() {
    let mut harness = open(CostTab::MODULES);
    press(&mut harness, Key::F);
    assert_eq!(state(&harness).settings.unit, Unit::Flop);
    assert!(shows(&harness, "Inception 4a, FLOPs: naive 614 M, reduced 147 M, 4.2×, factorised 143 M"));
    press(&mut harness, Key::L);
    assert!(state(&harness).settings.log_scale);
    press(&mut harness, Key::I);
    assert_eq!(state(&harness).settings.naive_input, NaiveInput::Stacked);
    // 532.3 MMAC.
    assert!(shows(&harness, "Inception 4a, FLOPs: naive 1.06 G, reduced 147 M, 7.2×, factorised 143 M"));
    for key in [Key::F, Key::L, Key::I] {
        press(&mut harness, key);
    }
    let default = Settings { recent_photos: state(&harness).settings.recent_photos.clone(), ..Settings::default() };
    assert_eq!(state(&harness).settings, default);
    for label in ["FLOP", "Log", "Stacked"] {
        click(&mut harness, label);
    }
    let settings = &state(&harness).settings;
    assert_eq!(settings.unit, Unit::Flop);
    assert!(settings.log_scale);
    assert_eq!(settings.naive_input, NaiveInput::Stacked);
}

#[test]
fn a_click_selects_the_module_everywhere_and_a_double_click_opens_it() {
    let mut harness = open(CostTab::MODULES);
    let of_5a = "Inception 5a, Parameters: naive 5.27 M, reduced 1.04 M, 5.0×, factorised 988 k";
    click(&mut harness, of_5a);
    assert_eq!(state(&harness).selection.layer, "inception5a");
    assert!(shows(&harness, "1×1: naive 214 k, reduced 214 k"));
    double_click(&mut harness, OF_4A);
    assert_eq!(state(&harness).selection.layer, "inception4a");
    assert_eq!(state(&harness).view, View::Module(2));
}

#[test]
fn arrows_lead_to_the_neighbour_and_enter_pins_what_has_the_focus() {
    let mut harness = open(CostTab::MODULES);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(state(&harness).selection.layer, "inception4b");
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::ArrowLeft);
    assert_eq!(state(&harness).selection.layer, "inception3b");
    harness.get_by_label(OF_4A).focus();
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    assert_eq!(state(&harness).selection.layer, "inception4a");
}

#[test]
fn the_branches_are_compared_by_what_is_chosen() {
    let mut harness = open(CostTab::MODULES);
    choose(&mut harness, "Params");
    // 92,160 weights and a scale and a shift for each of 192 channels.
    assert!(shows(&harness, "1×1: naive 92.5 k, reduced 92.5 k"));
    choose(&mut harness, "Time");
    // Two times, however fast this machine is: digits and the unit of each.
    harness.get_by(|node| {
        let spoken = node.value().unwrap_or_default();
        spoken.starts_with("1×1: naive ") && spoken.matches("ms").count() == 2
    });
}

#[test]
fn tabs_lead_to_each_other_and_the_rail_comes_back_to_the_tab() {
    let mut harness = open(CostTab::MODULES);
    for (name, tab) in [
        ("Layers", CostTab::LAYERS),
        ("Roofline", CostTab::ROOFLINE),
        ("Lineage", CostTab::LINEAGE),
        ("Modules", CostTab::MODULES),
    ] {
        choose(&mut harness, name);
        assert_eq!(state(&harness).view, View::Cost(tab));
    }
}

#[test]
fn layers_are_sorted_selected_and_opened() {
    let mut harness = open(CostTab::LAYERS);
    assert!(shows(&harness, "conv3 3×3 alone takes 21.9% of all MACs"));
    // 346,816,512 of 1,582,671,872, and Table 1's other numbers.
    let row = harness.get_by_label_contains("conv3 3×3: MACs 347 M, Params 111 k, Memory 2.41 MB");
    row.click();
    harness.run_steps(3);
    assert_eq!(state(&harness).selection.layer, "conv3");
    click(&mut harness, "Sort by Params");
    let row = harness.get_by_label_contains("aux 1 · linear: MACs 2.10 M, Params 2.10 M");
    row.click();
    harness.run_steps(3);
    assert_eq!(state(&harness).selection.layer, "aux1.fc1");
    double_click(&mut harness, "Bar of 3b · 3×3");
    assert_eq!(state(&harness).selection.layer, "inception3b.branch2.1");
    assert_eq!(state(&harness).view, View::Layer);
}

#[test]
fn sums_of_the_branches_follow_the_chosen_measure() {
    let mut harness = open(CostTab::LAYERS);
    // conv1, conv2 and conv3 of Table 1 together.
    assert!(shows(&harness, "stem, 478 M"));
    choose(&mut harness, "Memory");
    assert!(harness.query_by_label_contains("stem, ").is_some());
    assert!(!shows(&harness, "stem, 478 M"));
    press(&mut harness, Key::F);
    choose(&mut harness, "FLOPs");
    assert!(shows(&harness, "stem, 955 M"));
}

#[test]
fn times_say_how_often_they_were_measured() {
    let harness = open(CostTab::MODULES);
    let times = state(&harness).found.module_times.clone();
    assert!(times.iter().all(|times| times.as_ref().unwrap().runs == 5));
    assert!(state(&harness).found.peak.unwrap().runs > 1);
    let harness = open(CostTab::ROOFLINE);
    assert!(harness.query_by_label_contains("The whole pass: ").is_some());
    assert!(shows(&harness, "Layers under the roofline of this machine"));
}

#[test]
fn the_roofline_is_a_list_and_dots_that_can_be_clicked() {
    let mut harness = open(CostTab::ROOFLINE);
    // By speed the row may lie out of sight, on a machine that was busy when it ran.
    click(&mut harness, "Sort by Layer");
    let row = harness.get_by_label_contains("conv3 3×3: GFLOP/s ");
    row.click();
    harness.run_steps(3);
    assert_eq!(state(&harness).selection.layer, "conv3");
    // Where a dot lies depends on the machine: somewhere under the roof there is one.
    let under = harness.get_by_label("Layers under the roofline of this machine").rect();
    let places = (0..30).flat_map(|row| (0..40).map(move |column| (row, column)));
    let mut is_told = false;
    for (row, column) in places {
        let share = egui::vec2(column as f32 / 40.0, row as f32 / 30.0);
        harness.hover_at(under.min + under.size() * share);
        for pressed in [true, false] {
            harness.event(egui::Event::PointerButton {
                pos: under.min + under.size() * share,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: egui::Modifiers::NONE,
            });
        }
        harness.run_steps(3);
        if state(&harness).selection.layer != "conv3" {
            // A click hides the words until the pointer moves.
            let moved = egui::vec2(0.5, 0.0);
            harness.hover_at(under.min + under.size() * share + moved);
            // Dots move while layers are still timed: one that leaves the pointer tells nothing, the next one does.
            is_told = (0..60).any(|_| {
                harness.step();
                harness.query_by_label_contains(" FLOP/B · ").is_some()
            });
            if is_told {
                break;
            }
        }
    }
    assert_ne!(state(&harness).selection.layer, "conv3", "no dot was hit");
    assert!(is_told, "the dot under the pointer tells its numbers");
}
