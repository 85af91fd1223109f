//! The numbers in the cards' texts, computed: `lesson-text.md`, section 4, says where each comes from.
//!
//! * `structure`: of the network's structure and cost, and of its heads;
//! * `learned`: of what it has learned;
//! * `tricked`: of what is done to a photo, and of another network beside it.

mod learned;
mod structure;
mod tricked;

use learned::{branches, dreams, guess, heatmaps, looks_for, why_wrong};
use structure::{fields, heads, history, naive, pooling, reduction, whole};
use tricked::{fool, networks, patch, rebuild};

use super::Card;
use crate::locale::text::class_text;
use crate::spec::Topology;
use crate::state::State;

/// What stands where a number is not known yet.
const UNKNOWN: &str = "…";
/// What stands for a list without entries; the texts choose by it.
const NONE: &str = "none";

/// Names and values of everything that the texts of a card leave open.
pub fn placeholders(state: &State, card: usize) -> Vec<(&'static str, String)> {
    let Some(network) = state.network().cloned() else {
        return Vec::new();
    };
    match Card::at(card) {
        Card::Lineage => history(),
        Card::Whole => whole(&network),
        Card::ReceptiveFields => fields(&network),
        Card::Naive => naive(&network),
        Card::Reduction => reduction(&network),
        Card::Pooling => pooling(state, &network),
        Card::Heads => heads(state, &network),
        Card::LooksFor => looks_for(state),
        Card::WhyWrong => why_wrong(state),
        Card::Dreams => dreams(&network),
        Card::Heatmaps => heatmaps(state),
        Card::Guess => guess(state),
        Card::Branches => branches(state, &network),
        Card::Fool => fool(state, &network),
        Card::Rebuild => rebuild(state, &network),
        Card::Networks => networks(state),
        Card::YourTurn => patch(state),
    }
}

/// The class the main classifier predicted before anything was changed, in the window's language.
fn label(state: &State) -> String {
    let report = state.original().map(|run| &run.report);
    let report = report.or_else(|| state.report());
    report.map_or_else(|| UNKNOWN.to_owned(), |report| class_text(&report.labels[report.main().best()]).to_owned())
}

/// The third branch's kernel, "5×5" or torchvision's "3×3".
fn third_kernel(topology: &Topology) -> String {
    format!("{0}×{0}", topology.branch3_kernel)
}

/// "4d".
fn short_name(module: &str) -> &str {
    module.strip_prefix("inception").unwrap_or(module)
}
