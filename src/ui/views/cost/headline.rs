//! What a tab says in one sentence, computed.

use super::context::CostContext;
use super::header::counted;
use super::layers::rows;
use super::measure::digits;
use crate::locale::format::{compact, percent, ratio, times_fewer};
use crate::locale::text::tr_with;

/// How much less the reduced modules compute.
pub(super) fn modules(shown: &CostContext<'_>) -> Option<[String; 2]> {
    let [nine, stacked] = shown.facts.savings().map(times_fewer);
    let values = [("nine", nine), ("stacked", stacked), ("unit", counted(shown))];
    Some([tr_with("cost-headline-modules", &values), tr_with("cost-headline-modules-short", &values)])
}

/// The layer with the most arithmetic.
pub(super) fn layers(shown: &CostContext<'_>) -> Option<[String; 2]> {
    let network = &shown.facts.network;
    let (index, most) = network.layers.iter().enumerate().max_by_key(|(_, layer)| layer.macs)?;
    let share = most.macs as f64 / shown.facts.reduced.network.macs as f64;
    let values = [("layer", rows::name(most, index)), ("share", percent(share)), ("unit", counted(shown))];
    Some([tr_with("cost-headline-layers", &values), tr_with("cost-headline-layers-short", &values)])
}

/// How much of the peak the whole pass reaches.
pub(super) fn roofline(shown: &CostContext<'_>) -> Option<[String; 2]> {
    let peak = shown.state.found.peak?;
    let achieved = shown.achieved()?;
    let values =
        [("achieved", digits(achieved)), ("peak", digits(peak.gflops)), ("share", percent(achieved / peak.gflops))];
    Some([tr_with("cost-headline-roofline", &values), tr_with("cost-headline-roofline-short", &values)])
}

/// How much the second network computes beside the first.
pub(super) fn networks(shown: &CostContext<'_>) -> Option<[String; 2]> {
    let [a, b] = shown.state.networks()?;
    let unit = shown.state.settings.unit;
    let count = |network: &crate::spec::Network| compact(unit.count(network.cost().macs) as f64);
    let values = [("a", count(&a.network)), ("b", count(&b.network)), ("unit", counted(shown))];
    Some([tr_with("networks-headline", &values), tr_with("networks-headline-short", &values)])
}

/// How little GoogLeNet needs beside its ancestors; a class that is to guess the multiply-accumulates is not told.
pub(super) fn lineage(shown: &CostContext<'_>) -> Option<[String; 2]> {
    let lineage = &shown.facts.lineage;
    let values = [
        ("params", times_fewer(lineage.params_ratio())),
        ("macs", ratio(lineage.macs_ratio())),
        ("unit", counted(shown)),
    ];
    let short = tr_with("cost-headline-lineage-short", &values);
    let long = if shown.hides_macs() { short.clone() } else { tr_with("cost-headline-lineage", &values) };
    Some([long, short])
}
