//! What heads say, as far as it stays in memory.

use super::photo::{Answer, Guess, TrueClass};
use crate::analysis::Scores;
use crate::spec::Head;

/// How many classes of a head stay in memory.
const TOP: usize = 5;

/// What is kept in memory of a head's scores.
pub(super) fn answer(scores: &Scores, known: Option<usize>) -> Answer {
    Answer {
        head: scores.head,
        top: top(scores),
        truth: known.and_then(|class| {
            let probability = *scores.probabilities.get(class)?;
            Some(TrueClass { rank: scores.rank(class)?, probability })
        }),
    }
}

/// The most probable classes, best first; equal ones in their order.
fn top(scores: &Scores) -> Vec<Guess> {
    let mut best: Vec<usize> = Vec::with_capacity(TOP + 1);
    for (class, logit) in scores.logits.iter().enumerate() {
        let place = best.partition_point(|&other| scores.logits[other] >= *logit);
        if place < TOP {
            best.truncate(TOP - 1);
            best.insert(place, class);
        }
    }
    best.into_iter().map(|class| Guess { class, probability: scores.probabilities[class] }).collect()
}

/// Heads of a network, in the order in which logits are kept.
pub(super) fn heads(aux: [bool; 2]) -> Vec<Head> {
    let is_there = |head: &Head| match head {
        Head::Aux1 => aux[0],
        Head::Aux2 => aux[1],
        Head::Main => true,
    };
    Head::ALL.into_iter().filter(is_there).collect()
}
