//! Words that several cards have.

use crate::locale::text::class_text;
use crate::spec::Topology;
use crate::state::State;

/// What stands where a number is not known yet.
pub(super) const UNKNOWN: &str = "…";

/// What stands for a list without entries; the texts choose by it.
pub(super) const NONE: &str = "none";

/// The class the main classifier predicted before anything was changed, in the window's language.
pub(super) fn label(state: &State) -> String {
    let report = state.original().map(|run| &run.report);
    let report = report.or_else(|| state.report());
    report.map_or_else(|| UNKNOWN.to_owned(), |report| class_text(&report.labels[report.main().best()]).to_owned())
}

/// The third branch's kernel, "5×5" or torchvision's "3×3".
pub(super) fn third_kernel(topology: &Topology) -> String {
    format!("{0}×{0}", topology.branch3_kernel)
}

/// "4d".
pub(super) fn short_name(module: &str) -> &str {
    module.strip_prefix("inception").unwrap_or(module)
}
