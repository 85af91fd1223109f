//! Which of a card's texts fits the numbers: where the network on this photo says otherwise than a text expects, another
//! text stands in its place.

use super::Card;
use crate::app::State;
use crate::spec::Head;

/// A logit that moves by at most this share of itself "changes little".
const LITTLE: f32 = 0.15;
/// A patch that takes at least this much probability from a class is where it must be covered.
const MATTERS: f32 = 0.05;

/// The key of a part of a card's text ("answer" of card 5), chosen by what was computed; `card` is its place, from 0.
pub fn text_key(state: &State, card: usize, part: &str) -> String {
    let card = Card::at(card);
    let number = card.number();
    if part == "answer" && says_otherwise(state, card) {
        return format!("lesson-{number}-answer-otherwise");
    }
    format!("lesson-{number}-{part}")
}

/// Whether the numbers are known and contradict the answer that the card expects.
fn says_otherwise(state: &State, card: Card) -> bool {
    match card {
        Card::Pooling => {
            shifted_logit(state).is_some_and(|[before, after]| (after - before).abs() > LITTLE * before.abs())
        }
        Card::YourTurn => state.found.occlusion.as_deref().is_some_and(|occlusion| {
            let drop = occlusion.strongest().and_then(|cell| occlusion.probability_drop(cell));
            drop.is_some_and(|drop| drop < MATTERS)
        }),
        Card::Lineage | Card::Whole | Card::ReceptiveFields | Card::Naive | Card::Reduction | Card::Heads => false,
    }
}

/// The predicted class's logit before the crop was moved and after it, once both are known.
pub(super) fn shifted_logit(state: &State) -> Option<[f32; 2]> {
    let before = state.original()?;
    let class = before.report.main().best();
    Some([&*before.report, state.report()?].map(|report| report.main().logits[class]))
}

/// What weights whose auxiliary heads are absent or untrained make different on the card about them.
pub fn heads_variant(state: &State, card: usize) -> Option<&'static str> {
    let report = state.report().filter(|_| Card::at(card) == Card::Heads)?;
    if report.head(Head::Aux1).is_none() && report.head(Head::Aux2).is_none() {
        return Some("lesson-7-no-heads");
    }
    let is_untrained = state.loaded().is_some_and(|loaded| loaded.aux_untrained);
    is_untrained.then_some("lesson-7-untrained")
}
