//! Weights files: what is wrong with them, and what was guessed.

use crate::locale::text::{FluentValue, tr, tr_with};
use crate::weights::{Guess, ListedNorm, Note, Problem, WeightsError};

/// How many problems of a weights file one sentence names.
const NAMED: usize = 5;

/// Why a weights file cannot be used.
pub(super) fn weights(error: &WeightsError) -> String {
    match error {
        WeightsError::Empty => tr("error-weights-empty"),
        WeightsError::TooLarge { megabytes, limit } => {
            tr_with("error-weights-too-large", &[("megabytes", megabytes.to_string()), ("limit", limit.to_string())])
        }
        WeightsError::NotWeights { cause } => tr_with("error-weights-format", &[("cause", &**cause)]),
        WeightsError::Damaged { cause } => tr_with("error-weights-damaged", &[("cause", &**cause)]),
        WeightsError::Forbidden { what } => tr_with("error-weights-forbidden", &[("what", &**what)]),
        WeightsError::Unsupported { cause, remedy } => {
            tr_with("error-weights-unsupported", &[("cause", &**cause), ("remedy", &**remedy)])
        }
        WeightsError::AnotherNetwork { known, expected, example: None } => {
            tr_with("error-weights-not-whole", &[("known", known.to_string()), ("expected", expected.to_string())])
        }
        WeightsError::AnotherNetwork { known, expected, example: Some(example) } => tr_with(
            "error-weights-another",
            &[("known", known.to_string()), ("expected", expected.to_string()), ("example", example.clone())],
        ),
        WeightsError::Metadata { key, value, expected } => tr_with(
            "error-weights-metadata",
            &[("key", key.clone()), ("value", format!("{value:?}")), ("expected", expected.clone())],
        ),
        WeightsError::Labels { which, cause, classes } => tr_with(
            "error-weights-labels",
            &[("which", which.clone()), ("cause", cause.clone()), ("classes", classes.to_string())],
        ),
        WeightsError::Mismatch(problems) => mismatch(problems),
    }
}

fn mismatch(problems: &[Problem]) -> String {
    let mut named: Vec<String> = problems.iter().take(NAMED).map(problem).collect();
    let more = problems.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(tr_with("problem-more", &[("count", more as f64)]));
    }
    let values: [(&str, FluentValue<'_>); 2] =
        [("count", (problems.len() as f64).into()), ("problems", named.join("; ").into())];
    tr_with("error-weights-mismatch", &values)
}

fn problem(problem: &Problem) -> String {
    let shaped = |key, name: &str, shape: &[usize]| {
        let shape = format!("{shape:?}");
        tr_with(key, &[("name", name), ("shape", &shape)])
    };
    match problem {
        Problem::Missing { name, shape } => shaped("problem-missing", name, shape),
        Problem::Extra { name, shape } => shaped("problem-extra", name, shape),
        Problem::Shape { name, expected, found } => tr_with(
            "problem-shape",
            &[("name", name.clone()), ("expected", format!("{expected:?}")), ("found", format!("{found:?}"))],
        ),
        Problem::NotFinite { name, count } => {
            let count = count.to_string();
            tr_with("problem-not-finite", &[("name", &**name), ("count", &count)])
        }
        Problem::NegativeVariance { name } => tr_with("problem-negative-variance", &[("name", &**name)]),
        Problem::NumberFormat { name, found } => {
            tr_with("problem-number-format", &[("name", &**name), ("found", found)])
        }
    }
}

/// What was guessed about a weights file.
#[must_use]
pub fn note_text(note: &Note) -> String {
    match note {
        Note::LeftOut { named, more: 0 } => tr_with("note-left-out", &[("named", &**named)]),
        Note::LeftOut { named, more } => {
            tr_with("note-left-out-more", &[("named", &**named), ("more", &more.to_string())])
        }
        Note::OtherNetworks { chosen, others } => {
            tr_with("note-other-networks", &[("chosen", &**chosen), ("others", others)])
        }
        Note::HeadLeftOut { head, why } => {
            tr_with("note-head-left-out", &[("head", head.to_string()), ("why", problem(why))])
        }
        Note::Classifier { ours, own } => tr_with("note-classifier", &[("ours", &**ours), ("own", own)]),
        Note::OneOutput => tr("note-one-output"),
        Note::LabelsNear { file } => tr_with("note-labels-near", &[("file", &**file)]),
        Note::OwnTorchvision => tr("note-own-torchvision"),
        Note::NoHeads => tr("note-no-heads"),
        Note::CaffeNames => tr("note-caffe-names"),
        Note::Guessed(guess) => {
            let why = tr(match guess {
                Guess::SmallThirdBranch => "note-small-third-branch",
                Guess::BatchNorm => "note-batch-norm",
                Guess::Biases => "note-biases",
            });
            let topology = guess.topology();
            tr_with("note-guessed", &[("topology", topology), ("why", &why)])
        }
        Note::Listed { topology, norm } => {
            let norm = tr(match norm {
                ListedNorm::Batch => "note-listed-batch",
                ListedNorm::Local => "note-listed-local",
                ListedNorm::Folded => "note-listed-folded",
                ListedNorm::Without => "note-listed-without",
            });
            tr_with("note-listed", &[("topology", *topology), ("norm", &norm)])
        }
        Note::NoPreprocessing => tr("note-no-preprocessing"),
        Note::InputUnread => tr("note-input-unread"),
        Note::ToldByOrder => tr("note-told-by-order"),
    }
}
