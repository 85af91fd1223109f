//! What both photos are called, and numbers of both.

use super::LETTERS;
use crate::engine::LoadedNetwork;
use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::session::{Before, Source};
use crate::state::State;

/// The name of the first photo; without a second one, what was done to it.
pub fn name_of_a(state: &State) -> String {
    if state.compares_networks() {
        return state.shown().map_or_else(String::new, |shown| network_name(&shown.run().network));
    }
    if is_alone(state) && state.original().is_some() {
        return tr("compare-edited");
    }
    if is_alone(state) && state.unmuted().is_some() {
        return tr("compare-muted");
    }
    photo_name(state)
}

/// The name of the second photo; without one, B is the first before it was edited, or before channels were muted.
pub fn name_of_b(state: &State) -> String {
    if let Some(other) = state.session.other.loaded() {
        return network_name(other);
    }
    if let Some(name) = state.other_name() {
        return name.to_owned();
    }
    match state.before() {
        Some(Before::Second(second)) => photo_text(&second.photo.name),
        Some(Before::Unedited(_)) => tr("compare-before-edits"),
        Some(Before::Unmuted(_)) | None => tr("compare-before-muting"),
    }
}

/// What the first is called where only one name is asked for: a photo's, or a network's.
pub fn name_of_first(state: &State) -> String {
    if state.compares_networks() { name_of_a(state) } else { photo_name(state) }
}

fn photo_name(state: &State) -> String {
    state.shown().map_or_else(String::new, |shown| photo_text(&shown.photo.name))
}

/// What one of two that are compared is called: a photo, or a network.
pub fn name_at(state: &State, source: Source) -> String {
    match (source, state.compares_networks()) {
        (Source::B, true) => name_of_b(state),
        (_, true) => name_of_a(state),
        (source, false) => state.shown_as(source).map_or_else(String::new, |view| photo_text(&view.photo.name)),
    }
}

/// What a network is called: by its weights; where nobody trained them, so and by its structure.
pub fn network_name(network: &LoadedNetwork) -> String {
    if !network.is_random {
        return network.name.clone();
    }
    let key = match network.topology.preset_name() {
        Some("paper") => "topology-paper",
        Some("batch-norm") => "topology-batch-norm",
        Some("torchvision") => "topology-torchvision",
        Some(_) | None => "topology-mixed",
    };
    tr_with("networks-random-as", &[("topology", tr(key))])
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
