//! What a class guesses at a card: kept while the lesson goes on, and shown beside the truth.
//!
//! A card without an arm in [`asked`] and [`truth`] is asked aloud only.

use super::Card;
use super::facts::{
    HOW_FAR, evidence, factor_of_lineage, factor_of_reduction, fooled, gradient_left, heaviest_branch, is_deeper_left,
    labels_of_album, loudest, most_alike, most_missed, network_depths, reduction_loss,
};
use super::guesses::Guess;
use super::wording::{LITTLE, shifted_logit};
use crate::analysis::Trend;
use crate::analysis::heatmaps::Method;
use crate::engine::GRID;
use crate::locale::format::{fixed, signed};
use crate::locale::indices;
use crate::locale::method_names::method_text;
use crate::locale::photo_parts::part_text;
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Network;
use crate::state::{Helped, State};
use crate::visualize::rebuild::PhotoPart;

/// How a card is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// By one of these.
    Choices(Vec<String>),
    /// By a number of times.
    Times,
    /// By pointing at a place in the picture.
    Cell,
}

/// The class's guess and what is true, both in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What was guessed.
    pub guess: String,
    /// What was computed.
    pub truth: String,
    /// Whether they are the same; `None` where being right is a matter of degree.
    pub is_right: Option<bool>,
}

impl State {
    /// What the class guessed at a card, about the photo on screen where the question is about one.
    pub fn guess(&self, card: Card) -> Option<Guess> {
        let (photo, guess) = self.guesses.0.get(&card)?;
        (*photo == self.guessed_about(card)).then_some(*guess)
    }

    /// Where the class pointed: row and column.
    pub fn guessed_cell(&self, card: Card) -> Option<[usize; 2]> {
        match self.guess(card)? {
            Guess::Cell(cell) => Some(cell),
            Guess::Choice(_) | Guess::Times(_) => None,
        }
    }

    pub(crate) fn keep_guess(&mut self, card: Card, guess: Guess) {
        let about = self.guessed_about(card);
        self.guesses.0.insert(card, (about, guess));
    }

    fn guessed_about(&self, card: Card) -> Option<u64> {
        match card {
            Card::LooksFor
            | Card::WhyWrong
            | Card::Heatmaps
            | Card::Branches
            | Card::Fool
            | Card::Rebuild
            | Card::YourTurn => self.session.first.opened().map(|view| view.photo.id),
            Card::Lineage | Card::Whole | Card::ReceptiveFields | Card::Naive | Card::Reduction => None,
            Card::Pooling | Card::Heads | Card::Dreams | Card::Guess | Card::Networks => None,
        }
    }
}

/// Stops of a guess in times: from 1/16 to 16, two a doubling.
pub const TIMES: usize = 17;

/// The number behind a stop of [`Guess::Times`].
pub fn times_at(stop: usize) -> f64 {
    2_f64.powf((stop.min(TIMES - 1) as f64 - (TIMES / 2) as f64) / 2.0)
}

/// "2.2×", "1/4×".
pub fn times_in_words(times: f64) -> String {
    let decimals = |value: f64| usize::from(value < 9.95 && (value - value.round()).abs() > 0.04);
    match times {
        ..0.95 => format!("1/{}×", fixed(1.0 / times, decimals(1.0 / times))),
        _ => format!("{}×", fixed(times, decimals(times))),
    }
}

/// How a card's question is answered; `None` where it is only asked aloud, or nothing is known yet that could be chosen.
pub fn question(state: &State, card: Card) -> Option<Question> {
    let network = state.network()?;
    let said = |keys: &[&str]| Some(Question::Choices(keys.iter().map(|key| tr(key)).collect()));
    match card {
        Card::Lineage | Card::Reduction => Some(Question::Times),
        Card::ReceptiveFields | Card::WhyWrong | Card::YourTurn => Some(Question::Cell),
        Card::Whole => said(&["guess-shrink-grow", "guess-grow-shrink", "guess-both-grow", "guess-both-shrink"]),
        Card::Naive => Some(Question::Choices(branches(network))),
        Card::Pooling => said(&["guess-map-moves", "guess-map-moves-logit-changes", "guess-map-stays"]),
        Card::Heads => {
            said(&["guess-gradient-all", "guess-gradient-tenth", "guess-gradient-thousandth", "guess-gradient-none"])
        }
        Card::LooksFor => {
            let labels = labels_of_album(state)?;
            let labels = labels.labels.iter().map(|label| class_text(label).to_owned());
            Some(Question::Choices(labels.collect()))
        }
        Card::Dreams => said(&["guess-left", "guess-right-side"]),
        Card::Heatmaps => Some(Question::Choices(Method::ALL.map(method_text).into())),
        Card::Branches => Some(Question::Choices(branches(network))),
        Card::Fool => said(&["guess-noise-a", "guess-noise-b"]),
        Card::Rebuild => Some(Question::Choices(PhotoPart::ALL.map(part_text).into())),
        Card::Networks => said(&["guess-networks-alike", "guess-networks-apart", "guess-networks-neither"]),
        Card::Guess => said(&["guess-map-helps", "guess-map-same", "guess-map-misleads"]),
    }
}

/// Names of the four branches.
fn branches(network: &Network) -> Vec<String> {
    let third = network.topology.branch3_kernel;
    vec!["1×1".to_owned(), "3×3".to_owned(), format!("{third}×{third}"), tr("guess-pooling")]
}

/// The guess of the class at a card beside the truth, once both are there.
pub fn compared(state: &State, card: Card) -> Option<Compared> {
    let guess = state.guess(card)?;
    match (question(state, card)?, guess) {
        (Question::Choices(choices), Guess::Choice(chosen)) => {
            let right = right_choices(state, card)?;
            let truths: Vec<&str> = right.iter().filter_map(|&right| choices.get(right)).map(String::as_str).collect();
            let is_right = Some(right.contains(&chosen));
            Some(Compared { guess: choices.get(chosen)?.clone(), truth: truths.join(", "), is_right })
        }
        (Question::Times, Guess::Times(stop)) => {
            let truth = match card {
                Card::Reduction => factor_of_reduction(state.network()?),
                _ => factor_of_lineage(),
            };
            Some(Compared { guess: times_in_words(times_at(stop)), truth: times_in_words(truth), is_right: None })
        }
        (Question::Cell, Guess::Cell(cell)) => pointed(state, card, cell),
        // The question was another one when it was answered.
        (Question::Choices(_) | Question::Times | Question::Cell, _) => None,
    }
}

/// Which of the choices hold, as computed.
fn right_choices(state: &State, card: Card) -> Option<Vec<usize>> {
    let network = state.network()?;
    let one = |choice: usize| Some(vec![choice]);
    match card {
        Card::Whole => {
            let size = |name: &str| network.layer(name).map(|layer| layer.output);
            let (first, last) = (size("conv1")?, size("inception5b")?);
            one(match (last.side() < first.side(), last.channels() > first.channels()) {
                (true, true) => 0,
                (false, false) => 1,
                (false, true) => 2,
                (true, false) => 3,
            })
        }
        Card::Naive => one(heaviest_branch(network)),
        Card::Pooling => {
            let [before, after] = shifted_logit(state)?;
            one(usize::from((after - before).abs() > LITTLE * before.abs()))
        }
        Card::Heads => {
            let left = gradient_left(state)?;
            one(HOW_FAR.iter().filter(|bound| left < **bound).count())
        }
        Card::LooksFor => Some(labels_of_album(state)?.right),
        Card::Dreams => one(usize::from(!is_deeper_left(network))),
        Card::Heatmaps => {
            let (alike, _) = most_alike(state)?;
            Some(Method::ALL.iter().position(|method| *method == alike).into_iter().collect())
        }
        Card::Branches => one(most_missed(state)?),
        // Before it is computed neither of the two is anything.
        Card::Fool => fooled(state).map(|_| vec![usize::from(!state.noise_is_first())]),
        Card::Rebuild => {
            let (lost, ..) = reduction_loss(state)?.lost;
            Some(PhotoPart::ALL.iter().position(|part| *part == lost).into_iter().collect())
        }
        Card::Networks => one(match network_depths(state)?.trend {
            Trend::Rises => 0,
            Trend::Falls => 1,
            Trend::Neither => 2,
        }),
        Card::Guess => {
            let guessing = &state.album.guessing;
            one(match guessing.is_over().then(|| guessing.helped())? {
                Helped::Helped => 0,
                Helped::Chance => 1,
                Helped::Misled => 2,
            })
        }
        Card::Lineage | Card::ReceptiveFields | Card::Reduction | Card::WhyWrong | Card::YourTurn => None,
    }
}

/// A place that was pointed at, beside the one that it should have been.
fn pointed(state: &State, card: Card, [row, column]: [usize; 2]) -> Option<Compared> {
    let place = |[row, column]: [usize; 2], more: String| format!("{} ({more})", indices::cell((row, column)));
    match card {
        Card::ReceptiveFields => {
            Some(Compared { guess: indices::cell((row, column)), truth: tr("guess-no-middle"), is_right: Some(false) })
        }
        Card::WhyWrong => {
            let evidence = evidence(state)?;
            let shares = evidence.shares();
            let share = |cell: usize| Some(signed(f64::from(*shares.get(cell)?), 2));
            let (guessed, best) = (row * evidence.side + column, loudest(&evidence));
            let best_place = [best / evidence.side, best % evidence.side];
            Some(Compared {
                guess: place([row, column], share(guessed)?),
                truth: place(best_place, share(best)?),
                is_right: (guessed == best).then_some(true),
            })
        }
        Card::YourTurn => {
            let occlusion = state.found.occlusion.as_deref()?;
            let drop = |cell: usize| {
                let change = signed(-100.0 * f64::from(occlusion.probability_drop(cell)?), 1);
                Some(tr_with("edit-points", &[("change", change)]))
            };
            let (guessed, best) = (row * GRID + column, occlusion.strongest()?);
            Some(Compared {
                guess: place([row, column], drop(guessed)?),
                truth: place([best / GRID, best % GRID], drop(best)?),
                is_right: (guessed == best).then_some(true),
            })
        }
        Card::Lineage | Card::Whole | Card::Naive | Card::Reduction | Card::Pooling => None,
        Card::Heads | Card::LooksFor | Card::Dreams | Card::Heatmaps | Card::Guess | Card::Branches => None,
        Card::Fool | Card::Rebuild | Card::Networks => None,
    }
}
