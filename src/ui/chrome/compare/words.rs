//! What both photos are called, and numbers of both.

use super::LETTERS;
use crate::app::{Before, RunView, State};
use crate::locale::photo_names::photo_text;
use crate::locale::text::tr;

/// The name of the first photo; without a second one, what was done to it.
pub fn name_of_a(state: &State) -> String {
    if is_alone(state) && state.original().is_some() {
        return tr("compare-edited");
    }
    if is_alone(state) && state.unmuted().is_some() {
        return tr("compare-muted");
    }
    let name = |shown: &RunView| photo_text(&shown.photo.name);
    state.shown().map_or_else(String::new, name)
}

/// The name of the second photo; without one, B is the first before it was edited, or before channels were muted.
pub fn name_of_b(state: &State) -> String {
    match state.before() {
        Some(Before::Second(second)) => photo_text(&second.photo.name),
        Some(Before::Unedited(_)) => tr("compare-before-edits"),
        Some(Before::Unmuted(_)) | None => tr("compare-before-muting"),
    }
}

/// Whether B is the first photo as it was before something was done to it, and no other photo.
pub fn is_alone(state: &State) -> bool {
    !state.session.second.is_open()
}

/// What tells A from B wherever both are not explained otherwise: letters of two photos, words of one before and after.
pub fn marks(state: &State) -> [String; 2] {
    let words = match (is_alone(state), state.original()) {
        (false, _) => return LETTERS.map(str::to_owned),
        (true, Some(_)) => ["compare-mark-edited", "compare-mark-original"],
        (true, None) => ["compare-mark-muted", "compare-mark-trained"],
    };
    words.map(tr)
}

/// What A minus B is called.
pub fn difference(state: &State) -> String {
    tr(match is_alone(state) {
        true => "compare-mark-difference",
        false => "compare-difference",
    })
}

/// "A 4.45 · B 0.12".
pub fn numbers(a: &str, b: &str) -> String {
    format!("A {a} · B {b}")
}
