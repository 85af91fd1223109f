//! What failed, said in the language of the interface.
//!
//! The library's errors are English sentences; here each is said again by its key.  Reasons that come from other people's
//! code (a decoder, the system) stay as they are, in brackets.

use std::error::Error;

use super::text::{FluentValue, class_text, tr, tr_with};
use crate::analysis::evidence::UnknownClass;
use crate::app::files::FileError;
use crate::engine::UserError;
use crate::engine::pipeline::{LoadError, PhotoError};
use crate::imaging::{ImagingError, MAX_DECODED_BYTES, MAX_FILE_BYTES, MAX_SIDE};
use crate::model::ModelError;
use crate::weights::{Guess, Note, Problem, WeightsError};

/// How many problems of a weights file one sentence names.
const NAMED: usize = 5;
const MEGABYTE: u64 = 1_000_000;

/// The sentence of an error, with the file's name in front where it is about one.
#[must_use]
pub fn error_text(error: &UserError) -> String {
    let sentence = match error.cause.as_deref() {
        Some(cause) => sentence(cause).unwrap_or_else(|| cause.to_string()),
        None => tr("error-panicked"),
    };
    match &error.file {
        Some(file) => format!("{file}: {sentence}"),
        None => sentence,
    }
}

/// The sentence of a class that nobody knows.
#[must_use]
pub fn unknown_class_text(error: &UnknownClass) -> String {
    let known: Vec<&str> = error.known.iter().map(|label| class_text(label)).collect();
    let mut known = known.join(", ");
    if error.more > 0 {
        let more = error.more as f64;
        known += &tr_with("error-unknown-class-more", &[("count", more)]);
    }
    let values = [("asked", format!("{:?}", error.asked)), ("known", known)];
    tr_with("error-unknown-class", &values)
}

/// What was guessed about a weights file.
#[must_use]
pub fn note_text(note: Note) -> String {
    match note {
        Note::NoHeads => tr("note-no-heads"),
        Note::Guessed(guess) => {
            let why = match guess {
                Guess::SmallThirdBranch => tr("note-small-third-branch"),
                Guess::BatchNorm => tr("note-batch-norm"),
                Guess::Biases => tr("note-biases"),
            };
            tr_with("note-guessed", &[("topology", guess.name()), ("why", &why)])
        }
    }
}

/// `None` for an error that is said in English only: one that no file or photo of a person's can bring about.
fn sentence(cause: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = cause.downcast_ref::<PhotoError>() {
        return Some(match error {
            PhotoError::Imaging(error) => photo(error),
            PhotoError::DecoderPanicked => tr("error-photo-gave-up"),
        });
    }
    if let Some(error) = cause.downcast_ref::<FileError>() {
        return Some(file(error));
    }
    match cause.downcast_ref::<LoadError>() {
        Some(LoadError::Weights(error)) => Some(weights(error)),
        Some(LoadError::Model(error)) => model(error),
        None => model(cause.downcast_ref()?),
    }
}

fn photo(error: &ImagingError) -> String {
    let about = |key, format: &str| tr_with(key, &[("format", format)]);
    let because =
        |key, format: &str, cause: &str| tr_with(key, &[("format", format), ("cause", cause)]);
    match error {
        ImagingError::Empty => tr("error-photo-empty"),
        ImagingError::NotAnImage => tr("error-photo-not-a-picture"),
        ImagingError::Unsupported { format } => about("error-photo-unsupported", format),
        ImagingError::UnsupportedVariant { format, cause } => {
            because("error-photo-variant", format, cause)
        }
        ImagingError::Truncated { format } => about("error-photo-truncated", format),
        ImagingError::Damaged { format, cause } => because("error-photo-damaged", format, cause),
        ImagingError::TooLarge { width, height } => tr_with(
            "error-photo-too-large",
            &[
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("side", MAX_SIDE.to_string()),
                ("megabytes", (MAX_DECODED_BYTES / MEGABYTE).to_string()),
            ],
        ),
        ImagingError::FileTooLarge { bytes } => tr_with(
            "error-photo-file-too-large",
            &[
                ("megabytes", (bytes / MEGABYTE).to_string()),
                ("limit", (MAX_FILE_BYTES / MEGABYTE).to_string()),
            ],
        ),
        ImagingError::ZeroSized { format } => about("error-photo-no-pixels", format),
    }
}

fn file(error: &FileError) -> String {
    match error {
        FileError::Missing => tr("error-file-missing"),
        FileError::Folder => tr("error-file-folder"),
        FileError::Forbidden => tr("error-file-forbidden"),
        FileError::Empty => tr("error-file-empty"),
        FileError::TooLarge { limit_megabytes } => {
            let limit = limit_megabytes.to_string();
            tr_with("error-file-too-large", &[("limit", &*limit)])
        }
        FileError::Unreadable { cause } => tr_with("error-file-unreadable", &[("cause", &**cause)]),
        FileError::Unwritable { cause } => tr_with("error-file-unwritable", &[("cause", &**cause)]),
    }
}

fn model(error: &ModelError) -> Option<String> {
    match error {
        ModelError::NotFinite { name } => {
            Some(tr_with("error-not-finite", &[("name", name.as_str())]))
        }
        ModelError::Cancelled
        | ModelError::InputShape { .. }
        | ModelError::Intervention { .. }
        | ModelError::UnknownName { .. }
        | ModelError::Step { .. }
        | ModelError::Tensor(_) => None,
    }
}

fn weights(error: &WeightsError) -> String {
    match error {
        WeightsError::Empty => tr("error-weights-empty"),
        WeightsError::TooLarge { megabytes, limit } => tr_with(
            "error-weights-too-large",
            &[
                ("megabytes", megabytes.to_string()),
                ("limit", limit.to_string()),
            ],
        ),
        WeightsError::NotSafetensors { cause } => {
            tr_with("error-weights-format", &[("cause", &**cause)])
        }
        WeightsError::Damaged { cause } => tr_with("error-weights-damaged", &[("cause", &**cause)]),
        WeightsError::AnotherNetwork {
            known,
            expected,
            example,
        } => tr_with(
            "error-weights-another",
            &[
                ("known", known.to_string()),
                ("expected", expected.to_string()),
                ("example", example.clone()),
            ],
        ),
        WeightsError::Metadata {
            key,
            value,
            expected,
        } => tr_with(
            "error-weights-metadata",
            &[
                ("key", key.clone()),
                ("value", format!("{value:?}")),
                ("expected", expected.clone()),
            ],
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
    let values: [(&str, FluentValue<'_>); 2] = [
        ("count", (problems.len() as f64).into()),
        ("problems", named.join("; ").into()),
    ];
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
        Problem::Shape {
            name,
            expected,
            found,
        } => tr_with(
            "problem-shape",
            &[
                ("name", name.clone()),
                ("expected", format!("{expected:?}")),
                ("found", format!("{found:?}")),
            ],
        ),
        Problem::NotFinite { name, count } => {
            let count = count.to_string();
            tr_with(
                "problem-not-finite",
                &[("name", &**name), ("count", &count)],
            )
        }
        Problem::NegativeVariance { name } => {
            tr_with("problem-negative-variance", &[("name", &**name)])
        }
        Problem::NumberFormat { name, found } => tr_with(
            "problem-number-format",
            &[("name", &**name), ("found", found)],
        ),
    }
}
