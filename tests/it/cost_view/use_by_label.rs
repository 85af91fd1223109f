//! The view, driven by what a screen reader reads.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::{
    Analysis, App, CostTab, NaiveInput, NetworkState, Settings, State, Unit, View,
};
use inception_lens::engine::{LoadedNetwork, ModuleTimes};
use inception_lens::spec::{Network, Topology};
use inception_lens::ui::{self, Scene};

use super::super::widgets::install;
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

const OF_4A: &str = "Inception 4a, MACs: naive 307 M, reduced 73.6 M, 4.2×";

#[test]
fn the_result_and_every_pair_are_said() {
    let harness = open(CostTab::Modules);
    // googlenet-facts: 3881.2 / 1104.0, 12.6 G / 1.58 G.
    assert!(shows(
        &harness,
        "Nine modules: 3.5× fewer MACs · the whole stacked network: 7.9×"
    ));
    assert!(shows(&harness, OF_4A));
    assert!(shows(
        &harness,
        "Inception 5a, MACs: naive 258 M, reduced 51.1 M, 5.1×"
    ));
    assert!(shows(&harness, "3×3: naive 176 M, reduced 44.3 M"));
    assert!(shows(&harness, "5×5: naive 113 M, reduced 5.27 M"));
}

#[test]
fn keys_and_switches_change_unit_scale_and_naive_input() {
    let mut harness = open(CostTab::Modules);
    press(&mut harness, Key::U);
    assert_eq!(state(&harness).settings.unit, Unit::Flop);
    assert!(shows(
        &harness,
        "Inception 4a, FLOPs: naive 614 M, reduced 147 M, 4.2×"
    ));
    press(&mut harness, Key::L);
    assert!(state(&harness).settings.log_scale);
    press(&mut harness, Key::I);
    assert_eq!(state(&harness).settings.naive_input, NaiveInput::Stacked);
    // 532.3 MMAC.
    assert!(shows(
        &harness,
        "Inception 4a, FLOPs: naive 1.06 G, reduced 147 M, 7.2×"
    ));
    for key in [Key::U, Key::L, Key::I] {
        press(&mut harness, key);
    }
    assert_eq!(state(&harness).settings, Settings::default());
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
    let mut harness = open(CostTab::Modules);
    let of_5a = "Inception 5a, Parameters: naive 5.27 M, reduced 1.04 M, 5.0×";
    click(&mut harness, of_5a);
    assert_eq!(state(&harness).selection.layer, "inception5a");
    assert!(shows(&harness, "1×1: naive 214 k, reduced 214 k"));
    double_click(&mut harness, OF_4A);
    assert_eq!(state(&harness).selection.layer, "inception4a");
    assert_eq!(state(&harness).view, View::Module(2));
}

#[test]
fn arrows_lead_to_the_neighbour_and_enter_pins_what_has_the_focus() {
    let mut harness = open(CostTab::Modules);
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
    let mut harness = open(CostTab::Modules);
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
    let mut harness = open(CostTab::Modules);
    for (name, tab) in [
        ("Layers", CostTab::Layers),
        ("Roofline", CostTab::Roofline),
        ("Lineage", CostTab::Lineage),
        ("Modules", CostTab::Modules),
    ] {
        choose(&mut harness, name);
        assert_eq!(state(&harness).view, View::Cost(tab));
    }
}

#[test]
fn layers_are_sorted_selected_and_opened() {
    let mut harness = open(CostTab::Layers);
    assert!(shows(&harness, "conv3 3×3 alone takes 21.9% of all MACs"));
    // 346,816,512 of 1,582,671,872, and Table 1's other numbers.
    let row = harness.get_by_label_contains("conv3 3×3: MACs 347 M, Params 111 k, Memory 2.41 MB");
    row.click();
    harness.run_steps(3);
    assert_eq!(state(&harness).selection.layer, "conv3");
    click(&mut harness, "Sort by Params");
    let row = harness.get_by_label_contains("aux1 · linear: MACs 2.10 M, Params 2.10 M");
    row.click();
    harness.run_steps(3);
    assert_eq!(state(&harness).selection.layer, "aux1.fc1");
    double_click(&mut harness, "Bar of 3b · 3×3");
    assert_eq!(state(&harness).selection.layer, "inception3b.branch2.1");
    assert_eq!(state(&harness).view, View::Layer);
}

#[test]
fn sums_of_the_branches_follow_the_chosen_measure() {
    let mut harness = open(CostTab::Layers);
    // conv1, conv2 and conv3 of Table 1 together.
    assert!(shows(&harness, "stem, 478 M"));
    choose(&mut harness, "Memory");
    assert!(harness.query_by_label_contains("stem, ").is_some());
    assert!(!shows(&harness, "stem, 478 M"));
    press(&mut harness, Key::U);
    choose(&mut harness, "FLOPs");
    assert!(shows(&harness, "stem, 955 M"));
}

#[test]
fn times_say_how_often_they_were_measured() {
    let harness = open(CostTab::Modules);
    let times = state(&harness).module_times.clone();
    assert!(times.iter().all(|times| times.as_ref().unwrap().runs == 5));
    assert!(state(&harness).peak.unwrap().runs > 1);
    let harness = open(CostTab::Roofline);
    assert!(
        harness
            .query_by_label_contains("The whole pass: ")
            .is_some()
    );
    assert!(shows(&harness, "Layers under the roofline of this machine"));
}

/// A window with a state in which nothing was run or measured.
fn unmeasured(
    topology: Topology,
    tab: CostTab,
    hides_macs: bool,
) -> (Harness<'static>, Rc<RefCell<State>>) {
    let mut loaded = LoadedNetwork::load_default().unwrap();
    loaded.network = Arc::new(Network::new(topology, 1000));
    let state = State {
        view: View::Cost(tab),
        network: NetworkState::Ready(Arc::new(loaded)),
        analysis: Analysis::Running {
            name: "cat.png".to_owned(),
            photo: None,
            done: 0,
            total: 0,
            previous: None,
        },
        still: true,
        ..State::new(Settings::default(), "conv1")
    };
    let state = Rc::new(RefCell::new(state));
    let drawn = state.clone();
    let mut scene = Scene::default();
    scene.cost.hide_macs(hides_macs);
    let mut harness = Harness::builder()
        .with_size(WINDOW)
        .with_context_setup(|ctx| install(ctx, true))
        .build_ui(move |ui| ui::draw(ui, &drawn.borrow(), &mut scene, &mut Vec::new()));
    harness.run_steps(3);
    (harness, state)
}

#[test]
fn what_is_not_measured_yet_is_a_dash_and_then_comes_module_by_module() {
    let (mut harness, state) = unmeasured(Topology::PAPER, CostTab::Modules, false);
    assert!(
        harness
            .query_by_label("Inception 4a, Time: naive –, reduced –, –")
            .is_some()
    );
    let times = ModuleTimes {
        module: 2,
        naive_ms: [("inception4a.branch2.1".to_owned(), 9.0)].into(),
        reduced_ms: [
            ("inception4a.branch2.0".to_owned(), 1.0),
            ("inception4a.branch2.1".to_owned(), 2.0),
        ]
        .into(),
        runs: 5,
    };
    state.borrow_mut().module_times[2] = Some(Arc::new(times));
    harness.run_steps(3);
    let label = "Inception 4a, Time: naive 9.0 ms, reduced 3.0 ms, 3.0×";
    assert!(harness.query_by_label(label).is_some());
    // 2 x 73,608,192 in 3 ms; 2 x 196 x 480 x (192 + 9 x 208 + 25 x 48) in 9 ms.
    assert!(
        harness
            .query_by_label("GFLOP/s: naive 68.2, reduced 49.1")
            .is_some()
    );
    // A stack nobody trained cannot be timed.
    state.borrow_mut().settings.naive_input = NaiveInput::Stacked;
    harness.run_steps(3);
    let label = "Inception 4a, Time: naive –, reduced 3.0 ms, –";
    assert!(harness.query_by_label(label).is_some());
}

#[test]
fn tabs_without_measurements_say_so_and_other_topologies_are_counted() {
    for tab in CostTab::ALL {
        for topology in [Topology::PAPER, Topology::TORCHVISION] {
            let (harness, state) = unmeasured(topology, tab, false);
            assert_eq!(state.borrow().view, View::Cost(tab));
            if tab == CostTab::Modules {
                // The paper's: 7.9×; torchvision's third branch is a 3x3, whose naive form is cheaper.
                let found = harness.query_by_label_contains("the whole stacked network: 7.9×");
                assert_eq!(found.is_some(), topology == Topology::PAPER);
            }
        }
    }
}

#[test]
fn the_lineage_is_counted_explained_and_can_be_guessed() {
    let (harness, state) = unmeasured(Topology::PAPER, CostTab::Lineage, false);
    let said = |label: &str| harness.query_by_label_contains(label).is_some();
    // 61,100,840 and 0.71 G; 138,357,544 and 15.47 G; 6,998,552 and 1.58 G; 25,557,032 and 4.09 G.
    assert!(said(
        "AlexNet (2012), 8 layers deep, 61.1 M params, 714 M MACs, top-5 error 15.3%"
    ));
    assert!(said(
        "VGG-16 (2014), 16 layers deep, 138 M params, 15.5 G MACs, top-5 error 7.3%"
    ));
    assert!(said(
        "GoogLeNet (2014), 22 layers deep, 7.00 M params, 1.58 G MACs, top-5 error 6.67%"
    ));
    assert!(said(
        "97.5 M params, 12.6 G MACs, hypothetical: never trained"
    ));
    assert!(said(
        "ResNet-50 (2015), 50 layers deep, 25.6 M params, 4.09 G MACs, top-5 error 3.57%"
    ));
    assert!(said("contest ensemble of 6 networks, He et al. 2015"));
    assert!(said("GoogLeNet has 8.7× fewer parameters than AlexNet"));
    let mut harness = harness;
    state.borrow_mut().settings.unit = Unit::Flop;
    harness.run_steps(2);
    assert!(
        harness
            .query_by_label_contains("25.6 M params, 8.18 G FLOPs")
            .is_some()
    );

    let (harness, _) = unmeasured(Topology::PAPER, CostTab::Lineage, true);
    assert!(
        harness
            .query_by_label_contains("61.1 M params, top-5 error")
            .is_some()
    );
    assert!(
        harness.query_by_label_contains("MACs").is_none(),
        "what is to be guessed is nowhere said"
    );
}
