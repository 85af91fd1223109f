//! Classes of one's own.

use crate::locale::text::{tr, tr_with};
use crate::teach::{MOST_CLASSES, MOST_PHOTOS, TeachError};

/// Why nothing can be taught, saved or kept.
pub(super) fn teach(error: &TeachError) -> String {
    let because = |key, cause: &str| tr_with(key, &[("cause", cause)]);
    let counted =
        |key, found: &usize, most: usize| tr_with(key, &[("found", found.to_string()), ("most", most.to_string())]);
    match error {
        TeachError::TooFewClasses { found } => counted("error-teach-few", found, MOST_CLASSES),
        TeachError::TooManyClasses { found } => counted("error-teach-many", found, MOST_CLASSES),
        TeachError::TooManyPhotos { found } => counted("error-teach-photos", found, MOST_PHOTOS),
        TeachError::SameName { name } => tr_with("error-teach-same-name", &[("name", &**name)]),
        TeachError::NotFitted { cause } => because("error-teach-not-fitted", cause),
        TeachError::Run { cause } => because("error-teach-run", cause),
        TeachError::Copy { cause } => because("error-teach-copy", cause),
        TeachError::Unsayable { what } => tr_with("error-teach-unsayable", &[("what", &**what)]),
        TeachError::NotMade { cause } => because("error-teach-not-made", cause),
        TeachError::LaterVersion { found, known } => {
            tr_with("error-teach-later", &[("found", found.to_string()), ("known", known.to_string())])
        }
        TeachError::Store { cause } => because("error-teach-store", cause),
        TeachError::Stopped => tr("error-album-stopped"),
    }
}
