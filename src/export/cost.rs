//! What everything costs as rows.

use serde_json::json;

use super::Table;
use super::exercises::{Module, Reduction, RowName, Task, grid};
use crate::analysis::peak::{Peak, achieved_gflops};
use crate::engine::{ModuleTimes, Timings};
use crate::spec::{Ancestor, Layer, MODULES, Modules, Network, Part, Section, lineage};

/// The branches of a module, in the order of [`Network::module_cost`], as words.
const BRANCHES: [&str; 4] = ["1x1", "3x3", "5x5", "pool"];

/// A row of an exercise as a word.
fn row_word(name: RowName) -> String {
    match name {
        RowName::Stage(part) => format!("inception{}", part.suffix()),
        RowName::Reduce => "1x1 reduce".to_owned(),
        RowName::Large(kernel) => format!("{kernel}x{kernel}"),
        RowName::Whole => "whole".to_owned(),
        RowName::Factorised => "factorised".to_owned(),
        RowName::Direct(kernel) => format!("{kernel}x{kernel} direct"),
        RowName::Naive => "naive".to_owned(),
        RowName::Training(batch) => format!("training, batch of {batch}"),
    }
}

impl Table {
    /// The two presets of the exercises: every cell with its answer and the sum behind it.
    pub fn of_exercises() -> Self {
        let tasks = [("reduction", Task::Reduction(Reduction::PRESET)), ("cs231n", Task::Module(Module::CS231N))];
        let mut rows = Vec::new();
        for (name, task) in tasks {
            for row in grid(&task) {
                for question in row.cells.iter().flatten() {
                    rows.push(vec![
                        json!(name),
                        json!(row_word(row.name)),
                        json!(format!("{:?}", question.asked)),
                        json!(question.answer),
                        json!(question.working),
                    ]);
                }
            }
        }
        Self { columns: &["task", "row", "asked", "answer", "working"], rows }
    }

    /// Every branch of every module, reduced, naive on the same input, naive stacked, and factorised; `times` as far as measured.
    pub fn of_modules(network: &Network, times: &[ModuleTimes]) -> Self {
        let mut rows = Vec::new();
        for (word, kind) in [
            ("reduced", Modules::Reduced),
            ("naive", Modules::Naive),
            ("naive-stacked", Modules::NaiveStacked),
            ("factorised", Modules::Factorised),
        ] {
            let built = Network::build(network.topology, network.classes, kind, [false, false]);
            for (index, module) in MODULES.iter().enumerate() {
                let measured = times.iter().find(|times| times.module == index);
                for (branch, cost) in built.module_cost(index).branches.iter().enumerate() {
                    let ms = measured.and_then(|times| branch_ms(&built, times, branch));
                    rows.push(vec![
                        json!(word),
                        json!(module.name),
                        json!(BRANCHES[branch]),
                        json!(cost.params),
                        json!(cost.macs),
                        json!(cost.activation_bytes),
                        json!(ms),
                        json!(ms.and_then(|ms| achieved_gflops(cost.macs, ms))),
                        json!(ms.and(measured).map(|times| times.runs)),
                    ]);
                }
            }
        }
        Self {
            columns: &["modules", "module", "branch", "params", "macs", "activation_bytes", "ms", "gflops", "runs"],
            rows,
        }
    }

    /// Every layer: arithmetic, memory, time, and how close it comes to what this machine can do at its best.
    pub fn of_roofline(network: &Network, timings: &Timings, peak: Peak) -> Self {
        let row = |(index, layer): (usize, &Layer)| {
            let ms = timings.median_ms(index);
            let gflops = ms.and_then(|ms| achieved_gflops(layer.macs, ms));
            let roof = (layer.macs > 0).then(|| peak.roof_gflops(layer.intensity()));
            let section = Section::of(layer.place);
            vec![
                json!(layer.name),
                json!(section.map(|section| format!("{section:?}").to_lowercase())),
                json!(layer.params),
                json!(layer.macs),
                json!(layer.activation_bytes()),
                json!(ms),
                json!(timings.runs()),
                json!(gflops),
                json!(layer.intensity()),
                json!(roof),
            ]
        };
        Self {
            columns: &[
                "layer",
                "section",
                "params",
                "macs",
                "activation_bytes",
                "ms",
                "runs",
                "gflops",
                "flops_per_byte",
                "roof_gflops",
            ],
            rows: network.layers.iter().enumerate().map(row).collect(),
        }
    }

    /// AlexNet to ResNet-50, counted from their layers.
    pub fn of_lineage() -> Self {
        let row = |ancestor: Ancestor| {
            vec![
                json!(ancestor.name),
                json!(ancestor.year),
                json!(ancestor.depth),
                json!(ancestor.params),
                json!(ancestor.macs),
                json!(ancestor.contest.map(|contest| contest.top5_error_percent)),
                json!(ancestor.contest.map(|contest| contest.networks)),
                json!(ancestor.contest.map(|contest| contest.source)),
                json!(ancestor.hypothetical),
            ]
        };
        Self {
            columns: &[
                "network",
                "year",
                "depth",
                "params",
                "macs",
                "contest_top5_error_percent",
                "contest_ensemble_networks",
                "contest_source",
                "hypothetical",
            ],
            rows: lineage().into_iter().map(row).collect(),
        }
    }
}

/// Milliseconds of one branch; a stacked or factorised module cannot run, since nobody trained it.
fn branch_ms(network: &Network, times: &ModuleTimes, branch: usize) -> Option<f64> {
    let measured = match network.modules {
        Modules::Reduced => &times.reduced_ms,
        Modules::Naive => &times.naive_ms,
        Modules::NaiveStacked | Modules::Factorised => return None,
    };
    let name = MODULES[times.module].layer_name();
    let parts = Part::ALL.into_iter().filter(|part| part.branch() == Some(branch));
    let found = parts.filter_map(|part| measured.get(&format!("{name}{}", part.suffix())));
    Some(found.sum())
}
