//! The view before anything was run or measured, and for other networks than the default one.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::peak::Peak;
use inception_lens::engine::pipeline::read_photo;
use inception_lens::engine::{LoadedNetwork, ModuleTimes, Timings};
use inception_lens::model::Run;
use inception_lens::session::{NetworkState, Session, Slot};
use inception_lens::spec::{Network, Topology};
use inception_lens::state::{CostTab, NaiveInput, Settings, State, Tour, Unit, View};
use inception_lens::ui::{self, Scene};

use super::super::widgets::install;
use super::WINDOW;

/// A window with a state in which nothing was run or measured.
fn unmeasured(topology: Topology, tab: CostTab, tour: Option<Tour>) -> (Harness<'static>, Rc<RefCell<State>>) {
    let mut loaded = LoadedNetwork::load_default().unwrap();
    loaded.network = Arc::new(Network::new(topology, 1000));
    let state = State {
        view: View::Cost(tab),
        session: Session {
            network: NetworkState::Ready(Arc::new(loaded)),
            first: Slot::running(0, 0),
            ..Session::default()
        },
        still: true,
        tour,
        ..State::new(Settings::default(), "conv1")
    };
    let state = Rc::new(RefCell::new(state));
    let drawn = state.clone();
    let mut scene = Scene::default();
    let mut harness = Harness::builder()
        .with_size(WINDOW)
        .with_context_setup(|ctx| install(ctx, true))
        .build_ui(move |ui| ui::draw(ui, &drawn.borrow(), &mut scene, &mut Vec::new()));
    harness.run_steps(3);
    (harness, state)
}

#[test]
fn what_is_not_measured_yet_is_a_dash_and_then_comes_module_by_module() {
    let (mut harness, state) = unmeasured(Topology::PAPER, CostTab::MODULES, None);
    assert!(harness.query_by_label("Inception 4a, Time: naive –, reduced –, –").is_some());
    let times = ModuleTimes {
        module: 2,
        naive_ms: [("inception4a.branch2.1".to_owned(), 9.0)].into(),
        reduced_ms: [("inception4a.branch2.0".to_owned(), 1.0), ("inception4a.branch2.1".to_owned(), 2.0)].into(),
        runs: 5,
    };
    state.borrow_mut().found.module_times[2] = Some(Arc::new(times));
    harness.run_steps(3);
    let label = "Inception 4a, Time: naive 9.0 ms, reduced 3.0 ms, 3.0×";
    assert!(harness.query_by_label(label).is_some());
    // 2 x 73,608,192 in 3 ms; 2 x 196 x 480 x (192 + 9 x 208 + 25 x 48) in 9 ms.
    assert!(harness.query_by_label("GFLOP/s: naive 68.2, reduced 49.1").is_some());
    // A stack nobody trained cannot be timed.
    state.borrow_mut().settings.naive_input = NaiveInput::Stacked;
    harness.run_steps(3);
    let label = "Inception 4a, Time: naive –, reduced 3.0 ms, –";
    assert!(harness.query_by_label(label).is_some());
}

#[test]
fn a_layer_faster_than_the_peak_is_explained() {
    let (mut harness, state) = unmeasured(Topology::BATCH_NORM, CostTab::ROOFLINE, None);
    let network = LoadedNetwork::load_default().unwrap();
    let photo = read_photo(include_bytes!("../../../assets/samples/cat.png")).unwrap();
    let (trace, _) = network.run(&network.prepare_own(&photo.pixels), Run::new()).unwrap();
    let mut timings = Timings::default();
    timings.add(&trace);
    state.borrow_mut().found.timings = Some(Arc::new(timings));
    // No machine is that slow, and none that fast.
    for (gflops, is_over) in [(1e-3, true), (1e9, false)] {
        state.borrow_mut().found.peak = Some(Peak { gflops, gigabytes_per_second: 100.0, runs: 7 });
        harness.run_steps(3);
        assert!(harness.query_by_label_contains("A dot above the slanted roof").is_some());
        assert_eq!(harness.query_by_label_contains("Winograd").is_some(), is_over, "{gflops}");
    }
}

#[test]
fn tabs_without_measurements_say_so_and_other_topologies_are_counted() {
    for tab in crate::panels::cost_tabs() {
        for topology in [Topology::PAPER, Topology::TORCHVISION] {
            let (harness, state) = unmeasured(topology, tab, None);
            assert_eq!(state.borrow().view, View::Cost(tab));
            if tab == CostTab::MODULES {
                // The paper's: 7.9×; torchvision's third branch is a 3x3, whose naive form is cheaper.
                let found = harness.query_by_label_contains("the whole stacked network: 7.9×");
                assert_eq!(found.is_some(), topology == Topology::PAPER);
            }
        }
    }
}

#[test]
fn the_lineage_is_counted_explained_and_can_be_guessed() {
    let (harness, state) = unmeasured(Topology::PAPER, CostTab::LINEAGE, None);
    let said = |label: &str| harness.query_by_label_contains(label).is_some();
    // 61,100,840 and 0.71 G; 138,357,544 and 15.47 G; 6,998,552 and 1.58 G; 25,557,032 and 4.09 G.
    assert!(said("AlexNet (2012), 8 layers deep, 61.1 M params, 714 M MACs, top-5 error 15.3%"));
    assert!(said("VGG-16 (2014), 16 layers deep, 138 M params, 15.5 G MACs, top-5 error 7.3%"));
    assert!(said("GoogLeNet (2014), 22 layers deep, 7.00 M params, 1.58 G MACs, top-5 error 6.67%"));
    assert!(said("97.5 M params, 12.6 G MACs, hypothetical: never trained"));
    assert!(said("ResNet-50 (2015), 50 layers deep, 25.6 M params, 4.09 G MACs, top-5 error 3.57%"));
    assert!(said("contest ensemble of 6 networks, He et al. 2015"));
    assert!(said("GoogLeNet has 8.7× fewer parameters than AlexNet"));
    let mut harness = harness;
    state.borrow_mut().settings.unit = Unit::Flop;
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("25.6 M params, 8.18 G FLOPs").is_some());

    let (harness, _) = unmeasured(Topology::PAPER, CostTab::LINEAGE, Some(Tour::at(0)));
    assert!(harness.query_by_label_contains("61.1 M params, top-5 error").is_some());
    assert!(harness.query_by_label_contains("MACs").is_none(), "what is to be guessed is nowhere said");
}
