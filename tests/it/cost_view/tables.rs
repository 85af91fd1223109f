//! Costs against `googlenet-facts`, and the axes they are drawn on.

use inception_lens::analysis::peak::{Peak, achieved_gflops};
use inception_lens::spec::{Cost, Layer, MODULES, Modules, Network, Section, Topology};
use inception_lens::state::Unit;
use inception_lens::ui::views::cost::axis::Axis;

fn build(modules: Modules) -> Network {
    Network::build(Topology::PAPER, 1000, modules, [true; 2])
}

fn million(macs: u64) -> f64 {
    (macs as f64 / 1e5).round() / 10.0
}

#[test]
fn modules_cost_what_the_facts_say() {
    // googlenet-facts, "Naive against reduced": MMACs reduced, naive, stacked; design, 10: same-input ratios.
    let rows = [
        ("3a", 128.0, 303.5, 303.5, 2.4),
        ("3b", 304.3, 854.2, 1388.1, 2.8),
        ("4a", 73.6, 307.1, 532.3, 4.2),
        ("4b", 87.9, 378.9, 947.3, 4.3),
        ("4c", 99.9, 404.6, 1365.6, 4.1),
        ("4d", 118.5, 431.9, 1835.6, 3.6),
        ("4e", 170.0, 655.7, 3278.5, 3.9),
        ("5a", 51.1, 258.3, 1038.2, 5.1),
        ("5b", 70.7, 287.0, 1396.4, 4.1),
    ];
    let versions = [Modules::Reduced, Modules::Naive, Modules::NaiveStacked].map(build);
    for (module, (name, reduced, naive, stacked, times)) in rows.into_iter().enumerate() {
        assert_eq!(MODULES[module].name, name);
        let macs = versions.each_ref().map(|network| network.module_cost(module).whole.macs);
        assert_eq!(macs.map(million), [reduced, naive, stacked], "{name}");
        let ratio = macs[1] as f64 / macs[0] as f64;
        assert_eq!((ratio * 10.0).round() / 10.0, times, "{name}");
    }
    let nine = |network: &Network| -> u64 {
        let modules = (0..MODULES.len()).map(|module| network.module_cost(module).whole.macs);
        modules.sum()
    };
    assert_eq!(million(nine(&versions[0])), 1104.0);
    assert_eq!(million(nine(&versions[1])), 3881.2);
    let same = nine(&versions[1]) as f64 / nine(&versions[0]) as f64;
    assert_eq!(format!("{same:.1}"), "3.5");
    let whole = versions[2].cost().macs as f64 / versions[0].cost().macs as f64;
    assert_eq!(format!("{whole:.1}"), "7.9");
}

#[test]
fn branches_of_4a_cost_what_the_mock_up_says() {
    // mockups/06: MMAC of 1x1, 3x3, 5x5 and pool, naive and reduced.
    let branches = |modules| {
        let cost = build(modules).module_cost(2);
        cost.branches.map(|branch| million(branch.macs))
    };
    assert_eq!(branches(Modules::Naive), [18.1, 176.1, 112.9, 0.0]);
    assert_eq!(branches(Modules::Reduced), [18.1, 44.3, 5.3, 6.0]);
}

#[test]
fn branches_make_up_the_module_and_sections_the_network() {
    let network = build(Modules::Reduced);
    for (module, in_table) in MODULES.iter().enumerate() {
        let cost = network.module_cost(module);
        let macs: u64 = cost.branches.iter().map(|branch| branch.macs).sum();
        let params: usize = cost.branches.iter().map(|branch| branch.params).sum();
        let bytes: usize = cost.branches.iter().map(|branch| branch.activation_bytes).sum();
        assert_eq!((macs, params), (cost.whole.macs, cost.whole.params));
        let name = in_table.layer_name();
        let concat = network.layer(&name).unwrap().activation_bytes();
        assert_eq!(bytes + concat, cost.whole.activation_bytes, "{name}");
    }
    let of = |section| {
        let is_part = |layer: &&Layer| Section::of(layer.place) == Some(section);
        Cost::of(network.layers.iter().filter(is_part))
    };
    let sum: u64 = Section::ALL.into_iter().map(|section| of(section).macs).sum();
    // googlenet-facts: the answer, and what the heads add.
    assert_eq!(sum, 1_582_671_872 + 8_372_224);
    assert_eq!(network.cost().macs, 1_582_671_872);
    assert_eq!(network.cost().params, 6_998_552);
    assert_eq!(of(Section::Aux).macs, 8_372_224);
    assert_eq!(of(Section::Stem).macs, 118_013_952 + 12_845_056 + 346_816_512);
}

#[test]
fn traffic_is_input_weights_and_output_once() {
    let network = build(Modules::Reduced);
    let conv1 = network.layer("conv1").unwrap();
    // Three channels of 224x224, 9,408 weights, 64 channels of 112x112: f32.
    let bytes = 4 * (3 * 224 * 224 + 9_408 + 64 * 112 * 112);
    assert_eq!(conv1.traffic_bytes(), bytes);
    let intensity = 2.0 * 118_013_952.0 / bytes as f64;
    assert!((conv1.intensity() - intensity).abs() < 1e-9);
    assert_eq!(network.layer("maxpool1").unwrap().intensity(), 0.0);
}

#[test]
fn a_flop_is_half_a_mac_and_speeds_follow() {
    assert_eq!(Unit::Mac.count(73_608_192), 73_608_192);
    assert_eq!(Unit::Flop.count(73_608_192), 147_216_384);
    assert_eq!(achieved_gflops(1_000_000_000, 20.0), Some(100.0));
    assert_eq!(achieved_gflops(0, 20.0), None);
    assert_eq!(achieved_gflops(1000, 0.0), None);
    let peak = Peak { gflops: 100.0, gigabytes_per_second: 10.0, runs: 7 };
    assert_eq!(peak.roof_gflops(1.0), 10.0);
    assert_eq!(peak.roof_gflops(50.0), 100.0);
}

#[test]
fn a_linear_axis_has_round_numbers_from_zero() {
    // The mock-up's chart of the nine modules.
    let axis = Axis::new([128.0, 854.2], false, 5);
    assert_eq!(axis.ticks, [0.0, 200.0, 400.0, 600.0, 800.0]);
    assert_eq!(axis.share(0.0), 0.0);
    assert_eq!(axis.share(427.1), 0.5);
    assert_eq!(axis.share(854.2), 1.0);
}

#[test]
fn a_logarithmic_axis_survives_zeros_and_nonsense() {
    let axis = Axis::new([0.0, f64::NAN, -3.0, 20.0, 15_000.0], true, 5);
    assert_eq!(axis.ticks, [10.0, 100.0, 1000.0, 10_000.0]);
    let decade = axis.share(1000.0) - axis.share(100.0);
    assert!((axis.share(100.0) - decade).abs() < 1e-12, "equal factors are equally far apart");
    for value in [0.0, -1.0, f64::NAN, f64::NEG_INFINITY] {
        assert_eq!(axis.share(value), 0.0, "{value}");
    }
    assert!(axis.share(20.0) > 0.0, "the smallest value has some height");
    let empty = Axis::new([0.0, 0.0], true, 5);
    assert!(empty.ticks.iter().all(|tick| tick.is_finite()));
    let short = Axis::new([4.0, 9.0], true, 5);
    assert_eq!(short.ticks, [2.0, 5.0]);
}
