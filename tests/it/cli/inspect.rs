//! `inspect`: the same numbers as the spec.

use inception_lens::locale::format::grouped;
use inception_lens::spec::{Modules, Network, Topology};

use super::{json, stdout};

#[test]
fn inspect_lists_the_spec_for_every_topology_and_kind_of_module() {
    for word in Topology::PRESETS {
        for (kind, modules) in
            [("reduced", Modules::Reduced), ("naive", Modules::Naive), ("naive-stacked", Modules::NaiveStacked)]
        {
            let result = json(&["inspect", "--topology", word, "--modules", kind, "--json"]);
            let network = Network::build(Topology::preset(word).unwrap(), 1000, modules, [true, true]);
            assert_eq!((&result["topology"], &result["classes"]), (&word.into(), &1000.into()));
            let totals = network.totals();
            assert_eq!(result["totals"]["params"], totals.params, "{word} {kind}");
            assert_eq!(result["totals"]["macs"], totals.macs);
            assert_eq!(result["totals"]["params_with_aux"], totals.params_with_aux);
            assert_eq!(result["totals"]["macs_with_aux"], totals.macs_with_aux);
            let layers = result["layers"].as_array().unwrap();
            assert_eq!(layers.len(), network.layers.len());
            for (row, layer) in layers.iter().zip(&network.layers) {
                assert_eq!((&row["name"], &row["op"]), (&layer.name.as_str().into(), &layer.op.word().into()));
                assert_eq!((&row["input"], &row["output"]), (&layer.input.dims().into(), &layer.output.dims().into()));
                assert_eq!((&row["params"], &row["macs"]), (&layer.params.into(), &layer.macs.into()));
                assert_eq!(row["receptive_field"], layer.receptive_field.size);
            }
        }
    }
}

#[test]
fn inspect_without_arguments_describes_the_weights_inside() {
    let result = json(&["inspect", "--json"]);
    assert_eq!((&result["topology"], &result["classes"]), (&"batch-norm".into(), &crate::defaults::classes().into()));
    // The paper's 1000 classes give 7,005,832 and 13,385,816 (see `spec`); each class less is 1024 + 1 parameters a head.
    let fewer = 1025 * (1000 - crate::defaults::classes());
    assert_eq!(result["totals"]["params"], 7_005_832 - fewer);
    assert_eq!(result["totals"]["params_with_aux"], 13_385_816 - 3 * fewer);
    let text = stdout(&["inspect"]);
    assert!(
        text.contains(&format!(
            "Topology batch-norm, {} classes, modules with 1x1 reductions",
            crate::defaults::classes()
        )),
        "{text}"
    );
    // 1,582,671,872 with the paper's 1000 classes, less 1024 for each class less.
    let macs = 1_582_671_872 - 1024 * (1000 - crate::defaults::classes() as u64);
    let totals = format!("  {} parameters, {} MACs", grouped(7_005_832 - fewer as u64), grouped(macs));
    assert!(text.contains(&totals), "{text}");
    assert!(
        text.lines().any(|line| line.split_whitespace().eq([
            "inception3a.branch3.1",
            "conv",
            "16x28x28",
            "32x28x28",
            "12,864",
            "10,035,200",
            "59"
        ])),
        "{text}"
    );
}

#[test]
fn costs_and_lineage_are_counted_from_the_layers() {
    // googlenet-facts: 4a costs 73.6 MMACs reduced, 307.1 naive, 532.3 in the stack.
    let rows = json(&["inspect", "--topology", "paper", "--costs", "--json"]);
    let macs = |modules: &str| -> u64 {
        let rows = rows.as_array().unwrap().iter();
        rows.filter(|row| row["modules"] == modules && row["module"] == "4a")
            .map(|row| row["macs"].as_u64().unwrap())
            .sum()
    };
    assert_eq!(macs("reduced"), 73_608_192);
    let tenths = |macs: u64| (macs as f64 / 1e5).round();
    assert_eq!(tenths(macs("naive")), 3071.0);
    assert_eq!(tenths(macs("naive-stacked")), 5323.0);
    let text = stdout(&["inspect", "--lineage"]);
    for count in ["61,100,840", "138,357,544", "6,998,552", "25,557,032"] {
        assert!(text.contains(count), "{text}");
    }
}
