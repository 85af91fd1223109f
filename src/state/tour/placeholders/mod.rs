//! The numbers in the cards' texts, computed: `lesson-text.md`, section 4, says where each comes from.
//!
//! * `structure`: of the network's structure and cost, and of its heads;
//! * `learned`: of what it has learned;
//! * `tricked`: of what is done to a photo, and of another network beside it.

mod learned;
mod structure;
mod tricked;
pub(crate) mod words;

use learned::{branches, dreams, guess, heatmaps, looks_for, why_wrong};
use structure::{fields, heads, history, naive, pooling, reduction, whole};
use tricked::{fool, networks, patch, rebuild};

use super::Card;
use crate::state::State;

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
