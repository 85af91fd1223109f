//! What failed, said in the language of the interface.
//!
//! The library's errors are English sentences; here each is said again by its key.  Reasons that come from other people's
//! code (a decoder, the system) stay as they are, in brackets.

mod album;
#[cfg(feature = "desktop")]
mod fetch;
mod findings;
mod live;
mod photo;
mod teach;
mod weights;

use std::error::Error;

pub use album::album_note_text;
pub use findings::{effect_text, ground_text};
pub use live::{address_text, live_text};
pub use weights::note_text;

use crate::analysis::evidence::UnknownClass;
use crate::engine::pipeline::LoadError;
use crate::engine::{EngineLost, ModelError, OffError, UserError};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::SceneError;
use crate::visualize::{Unfit, VisualizeError};

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

/// `None` for an error that is said in English only: one that no file or photo of a person's can bring about.
fn sentence(cause: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = cause.downcast_ref() {
        return Some(photo::photo(error));
    }
    if let Some(error) = cause.downcast_ref() {
        return Some(photo::file(error));
    }
    #[cfg(feature = "desktop")]
    if let Some(error) = cause.downcast_ref() {
        return Some(fetch::fetch(error));
    }
    if let Some(error) = cause.downcast_ref() {
        return Some(weights::weights(error));
    }
    if let Some(error) = cause.downcast_ref() {
        return Some(off(error));
    }
    if let Some(EngineLost { cause }) = cause.downcast_ref() {
        return Some(tr_with("error-engine-lost", &[("cause", &**cause)]));
    }
    if let Some(error) = cause.downcast_ref() {
        return Some(scene(error));
    }
    if let Some(error) = cause.downcast_ref() {
        return Some(teach::teach(error));
    }
    if let Some(error) = cause.downcast_ref() {
        return album::album(error);
    }
    match cause.downcast_ref::<VisualizeError>() {
        Some(VisualizeError::Unfit(error)) => return Some(unfit(error)),
        Some(VisualizeError::Model(error)) => return model(error),
        None => {}
    }
    match cause.downcast_ref::<LoadError>() {
        Some(LoadError::Weights(error)) => Some(weights::weights(error)),
        Some(LoadError::Model(error)) => model(error),
        None => model(cause.downcast_ref()?),
    }
}

fn scene(error: &SceneError) -> String {
    match error {
        SceneError::Malformed { cause } => tr_with("error-scene-malformed", &[("cause", &**cause)]),
        SceneError::Newer { found } => tr_with("error-scene-newer", &[("found", found.to_string())]),
        SceneError::Empty => tr("error-scene-empty"),
        SceneError::TooMany => tr("error-scene-too-many"),
    }
}

fn off(error: &OffError) -> String {
    match error {
        OffError::Unknown { name } => tr_with("error-off-unknown", &[("name", &**name)]),
        OffError::NoBranch { name, last } => {
            let values = [("name", name.clone()), ("last", last.to_string())];
            tr_with("error-off-no-branch", &values)
        }
        OffError::NoChannel { name, channel, last } => {
            let values = [("name", name.clone()), ("channel", channel.to_string()), ("last", last.to_string())];
            tr_with("error-off-no-channel", &values)
        }
    }
}

fn unfit(error: &Unfit) -> String {
    match error {
        Unfit::NoStart { of } => tr_with("error-no-start", &[("of", &**of)]),
        Unfit::Size { size, least, most } => {
            let values = [("size", size.to_string()), ("least", least.to_string()), ("most", most.to_string())];
            tr_with("error-picture-size", &values)
        }
        Unfit::NothingToRebuild { name } => tr_with("error-nothing-to-rebuild", &[("name", &**name)]),
        Unfit::NothingThere { of } => tr_with("error-nothing-there", &[("of", &**of)]),
        Unfit::Photo { width, height, least } => {
            let values = [("width", width.to_string()), ("height", height.to_string()), ("least", least.to_string())];
            tr_with("error-dream-photo", &values)
        }
        Unfit::NoMaps { name } => tr_with("error-dream-no-maps", &[("name", &**name)]),
    }
}

fn model(error: &ModelError) -> Option<String> {
    match error {
        ModelError::NotFinite { name } => Some(tr_with("error-not-finite", &[("name", name.as_str())])),
        ModelError::Cancelled
        | ModelError::InputShape { .. }
        | ModelError::InputSize { .. }
        | ModelError::HeadSize { .. }
        | ModelError::Objective(_)
        | ModelError::Intervention { .. }
        | ModelError::UnknownName { .. }
        | ModelError::Step { .. }
        | ModelError::Tensor(_) => None,
    }
}
