//! What both photos are called, and numbers of both.

use crate::app::{Shown, State};
use crate::ui::photo_names::photo_text;
use crate::ui::text::tr;

/// The name of the first photo; without a second one, what was done to it.
pub fn name_of_a(state: &State) -> String {
    let is_alone = !state.second.is_open();
    if is_alone && state.original.is_some() {
        return tr("compare-edited");
    }
    if is_alone && state.unmuted.is_some() {
        return tr("compare-muted");
    }
    let name = |shown: &Shown| photo_text(&shown.photo.name);
    state.shown().map_or_else(String::new, name)
}

/// The name of the second photo; without one, B is the first before it was edited, or before channels were muted.
pub fn name_of_b(state: &State) -> String {
    match (state.second(), &state.original) {
        (Some(second), _) => photo_text(&second.photo.name),
        (None, Some(_)) => tr("compare-before-edits"),
        (None, None) => tr("compare-before-muting"),
    }
}

/// "A 4.45 · B 0.12".
pub fn numbers(a: &str, b: &str) -> String {
    format!("A {a} · B {b}")
}
