//! Which of a card's texts fits the numbers: where the network on this photo says otherwise than a text expects, another
//! text stands in its place.

use super::Card;
use super::facts::{busiest_branch, gradient_left, is_answered_rightly, is_explained, most_alike, most_missed};
use crate::analysis::heatmaps::verdict::SAME;
use crate::spec::Head;
use crate::state::State;

/// A logit that moves by at most this share of itself "changes little".
pub(crate) const LITTLE: f32 = 0.15;
/// A photo beyond this part of the album (a tenth) fires the channel no more than many do.
const ORDINARY: usize = 10;
/// A gradient of which no more than this is left has faded.
const FADED: f64 = 0.01;
/// A patch that takes at least this much probability from a class is where it must be covered.
const MATTERS: f32 = 0.05;

/// The key of a part of a card's text ("answer" of card 5), chosen by what was computed; `card` is its place, from 0.
pub fn text_key(state: &State, card: usize, part: &str) -> String {
    let card = Card::at(card);
    let number = card.number();
    if part == "body" && card == Card::WhyWrong && is_answered_rightly(state) {
        return format!("lesson-{number}-body-otherwise");
    }
    // The place is told first; what the album has to say of it is not asked before the next step.
    if part == "answer" && card == Card::WhyWrong && is_explained(state).is_none() {
        return "lesson-loudest".to_owned();
    }
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
        Card::LooksFor => rank_in_album(state).is_some_and(|rank| rank.place * ORDINARY > rank.of),
        Card::WhyWrong => is_explained(state) == Some(false),
        Card::Heatmaps => most_alike(state).is_some_and(|(_, agreement)| agreement < SAME),
        Card::Branches => most_missed(state).is_some_and(|branch| Some(branch) == busiest_branch(state)),
        Card::Heads => gradient_left(state).is_some_and(|left| left > FADED),
        Card::Lineage | Card::Whole | Card::ReceptiveFields | Card::Naive | Card::Reduction => false,
        Card::Dreams | Card::Guess | Card::Fool | Card::Rebuild | Card::Networks => false,
    }
}

/// Where the photo stands among those of the album.
pub(crate) struct Rank {
    /// What the selected channel reaches on it at most.
    pub value: f32,
    /// 1 for the strongest.
    pub place: usize,
    /// Photos of the album and this one.
    pub of: usize,
}

/// That of the selected channel, once the album is known.
pub(crate) fn rank_in_album(state: &State) -> Option<Rank> {
    let examples = state.looks_for.examples.as_ref()?;
    let is_selected = examples.of.1 == state.selection.layer && Some(examples.of.2) == state.selection.channel;
    let activation = state.report()?.activation(&examples.of.1).filter(|_| is_selected)?;
    let value = activation.statistics.get(examples.of.2)?.max;
    Some(Rank { value, place: examples.rank(value), of: examples.photos + 1 })
}

/// The predicted class's logit before the crop was moved and after it, once both are known.
pub(crate) fn shifted_logit(state: &State) -> Option<[f32; 2]> {
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
