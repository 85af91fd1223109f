//! What both photos are called, and numbers of both.

use crate::app::State;
use crate::ui::photo_names::photo_text;
use crate::ui::text::tr;

/// The name of the second photo; without one, B is the first before channels were muted.
pub fn name_of_b(state: &State) -> String {
    match state.second() {
        Some(second) => photo_text(&second.photo.name),
        None => tr("compare-before-muting"),
    }
}

/// "A 4.45 · B 0.12".
pub fn numbers(a: &str, b: &str) -> String {
    format!("A {a} · B {b}")
}
