//! The two numbers a pair of bars stands for.

use std::collections::HashMap;

use super::super::measure::Measure;
use crate::analysis::peak::achieved_gflops;
use crate::engine::ModuleTimes;
use crate::locale::format::{fixed, ratio, times_fewer, times_fewer_of, times_of};
use crate::spec::{Cost, MODULES};
use crate::state::{NaiveInput, Unit};
use crate::ui::views::cost::context::CostContext;

/// Naive and reduced; `None` where nothing is known.
#[derive(Clone, Copy, Default)]
pub(super) struct Pair {
    pub naive: Option<f64>,
    pub reduced: Option<f64>,
}

impl Pair {
    /// How many times the reduced one the naive one is.
    pub fn ratio(&self) -> Option<f64> {
        let (naive, reduced) = (self.naive?, self.reduced?);
        (reduced > 0.0 && naive > 0.0).then_some(naive / reduced)
    }

    /// Both, naive first.
    pub fn both(&self) -> [Option<f64>; 2] {
        [self.naive, self.reduced]
    }
}

/// What can be counted, in the chosen unit; times and speeds are measured, not counted.
pub(super) fn counted(cost: &Cost, measure: Measure, unit: Unit) -> Option<f64> {
    match measure {
        Measure::Arithmetic => Some(unit.count(cost.macs) as f64),
        Measure::Parameters => Some(cost.params as f64),
        Measure::Memory => Some(cost.activation_bytes as f64),
        Measure::Time | Measure::Speed => None,
    }
}

/// What a module's bars show.
pub(super) fn of_module(shown: &CostContext<'_>, measure: Measure, module: usize) -> Pair {
    let naive = &shown.facts.naive(shown.state.settings.naive_input).modules[module].whole;
    let reduced = &shown.facts.reduced.modules[module].whole;
    match measure {
        Measure::Time => times(shown, module, |times| Some(times.values().sum())),
        Measure::Speed => {
            let ms = of_module(shown, Measure::Time, module);
            Pair {
                naive: ms.naive.and_then(|ms| achieved_gflops(naive.macs, ms)),
                reduced: ms.reduced.and_then(|ms| achieved_gflops(reduced.macs, ms)),
            }
        }
        Measure::Arithmetic | Measure::Parameters | Measure::Memory => pair(shown, measure, [naive, reduced]),
    }
}

/// The same of the factorised module; times are not known, since nobody trained it.
pub(super) fn factorised(shown: &CostContext<'_>, measure: Measure, module: usize) -> Option<f64> {
    counted(&shown.facts.factorised.modules[module].whole, measure, shown.state.settings.unit)
}

/// What the table of a module's branches shows; `branch` is 0 to 3.
pub(super) fn of_branch(shown: &CostContext<'_>, measure: Measure, module: usize, branch: usize) -> Pair {
    let naive = shown.facts.naive(shown.state.settings.naive_input);
    let costs = [naive, &shown.facts.reduced].map(|version| &version.modules[module].branches[branch]);
    match measure {
        Measure::Time => {
            let stem = format!("{}.branch{}", MODULES[module].layer_name(), branch + 1);
            times(shown, module, |times| {
                let of_branch = times.iter().filter(|(name, _)| name.starts_with(&stem));
                Some(of_branch.map(|(_, ms)| ms).sum())
            })
        }
        Measure::Arithmetic | Measure::Parameters | Measure::Memory | Measure::Speed => pair(shown, measure, costs),
    }
}

fn pair(shown: &CostContext<'_>, measure: Measure, [naive, reduced]: [&Cost; 2]) -> Pair {
    let unit = shown.state.settings.unit;
    Pair { naive: counted(naive, measure, unit), reduced: counted(reduced, measure, unit) }
}

/// Milliseconds by activation name.
type Times = HashMap<String, f64>;

/// Both sides of a measurement; a stack of naive modules cannot be run, since nobody trained it.
fn times(shown: &CostContext<'_>, module: usize, sum: impl Fn(&Times) -> Option<f64>) -> Pair {
    let Some(times) = measured(shown, module) else {
        return Pair::default();
    };
    let is_same = shown.state.settings.naive_input == NaiveInput::Same;
    Pair { naive: sum(&times.naive_ms).filter(|_| is_same), reduced: sum(&times.reduced_ms) }
}

/// The measurement of a module, once there.
pub(super) fn measured<'a>(shown: &CostContext<'a>, module: usize) -> Option<&'a ModuleTimes> {
    shown.state.found.module_times[module].as_deref()
}

/// How many modules were measured.
pub(super) fn done(shown: &CostContext<'_>) -> usize {
    shown.state.found.module_times.iter().flatten().count()
}

/// Runs behind each median; the same for all modules.
pub(super) fn runs(shown: &CostContext<'_>) -> Option<usize> {
    let times = shown.state.found.module_times.iter().flatten().next()?;
    Some(times.runs)
}

/// How many times fewer, with enough digits to tell it from 1.
pub(super) fn exact_fewer(times: f64) -> String {
    if times < 1.195 { times_fewer_of(&fixed(times, 2)) } else { times_fewer(times) }
}

/// A ratio with enough digits to tell it from 1: "4.2×", "1.03×", "0.98×".
pub(super) fn exact_ratio(times: f64) -> String {
    if (times - 1.0).abs() < 1e-9 {
        times_of("1")
    } else if times < 1.195 {
        times_of(&fixed(times, 2))
    } else {
        ratio(times)
    }
}
