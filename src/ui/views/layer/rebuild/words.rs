//! What follows from the numbers, in sentences; of each group the first that holds (`lesson-text-2.md`, Rebuild).

use crate::engine::Rebuilt;
use crate::locale::errors::error_text;
use crate::locale::format::{fixed, steps_in_words};
use crate::locale::photo_parts::{part_text, parts_text};
use crate::locale::text::{tr, tr_with};
use crate::state::{Left, Loss, Making, Spoiler, State, UNSURE, loss};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::short;
use crate::ui::views::layer::names::full_name;
use crate::visualize::rebuild::FADED;

/// A relative error, as it is written wherever it stands.
pub(super) fn error_number(error: f32) -> String {
    fixed(f64::from(error), 2)
}

/// Whether the lesson has not yet told what a reduction throws away.
pub(super) fn is_covered(state: &State) -> bool {
    state.is_covered(Spoiler::Rebuilt)
}

/// Channels that the selected reduction reads and makes.
pub(super) fn channels(seen: &LayerContext<'_>) -> [usize; 2] {
    [seen.layer.input.channels(), seen.layer.output.channels()]
}

/// The layer, and the channel where it is one.
fn of_what(seen: &LayerContext<'_>) -> String {
    let name = full_name(seen.layer);
    match seen.state.rebuild_recipe().channel {
        None => name,
        Some(channel) => tr_with("rebuild-channel", &[("layer", name), ("channel", channel.to_string())]),
    }
}

/// What the picture beside the photo is.
pub(super) fn rebuilt_name(seen: &LayerContext<'_>) -> String {
    tr_with("rebuild-from", &[("layer", of_what(seen))])
}

fn shown<'a>(seen: &'a LayerContext<'_>) -> Option<&'a Rebuilt> {
    seen.state.rebuilds.shown()?.made.as_deref()
}

/// The largest text: the error, or why there is none.
pub(super) fn headline(seen: &LayerContext<'_>) -> String {
    if is_covered(seen.state) {
        return tr("rebuild-question");
    }
    let rebuilt = shown(seen).and_then(|rebuilt| Some((rebuilt.error()?, rebuilt.steps)));
    match (rebuilt, seen.state.rebuilds.shown().map(|entry| &entry.making)) {
        _ if seen.state.has_nothing_to_rebuild() => tr("rebuild-failed"),
        (_, Some(Making::Failed(_))) => tr("rebuild-failed"),
        (Some((error, steps)), _) => {
            tr_with("rebuild-headline", &[("error", error_number(error)), ("steps", steps_in_words(steps))])
        }
        (None, _) => tr("rebuild-begins"),
    }
}

/// All that holds, group after group.
pub(super) fn sentences(seen: &LayerContext<'_>) -> Vec<String> {
    if seen.state.has_nothing_to_rebuild() {
        return vec![tr("rebuild-silent")];
    }
    if let Some(Making::Failed(error)) = seen.state.rebuilds.shown().map(|entry| &entry.making) {
        return vec![error_text(error)];
    }
    let Some(rebuilt) = shown(seen) else { return Vec::new() };
    let Some(error) = rebuilt.error() else { return Vec::new() };
    let values = [("error", error_number(error)), ("steps", steps_in_words(rebuilt.steps))];
    let mut sentences = vec![tr_with("rebuild-error", &values)];
    if rebuilt.is_finished {
        sentences.push(left(seen, rebuilt, error));
    }
    sentences.extend(depths(seen.state));
    sentences.extend(reduction(seen));
    sentences
}

/// What is left of the photo.
fn left(seen: &LayerContext<'_>, rebuilt: &Rebuilt, error: f32) -> String {
    if error > UNSURE {
        return tr("rebuild-unsure");
    }
    let Some(left) = Left::of(rebuilt) else { return String::new() };
    let values = [
        ("layer", of_what(seen)),
        ("kept", parts_text(&left.kept)),
        ("faded", parts_text(&left.faded)),
        ("lost", parts_text(&left.lost)),
    ];
    let key = match (left.kept.is_empty(), left.faded.is_empty(), left.lost.is_empty()) {
        (_, true, true) => "rebuild-all",
        (true, true, false) => "rebuild-none",
        (false, _, false) => "rebuild-kept-lost",
        (false, false, true) => "rebuild-kept-faded",
        (true, false, _) => "rebuild-otherwise",
    };
    tr_with(key, &values)
}

/// From which of the five depths on fine patterns are out of their place; nothing before all are there.
fn depths(state: &State) -> Option<String> {
    let rebuilt = state.rebuild_strip().map(|recipe| state.rebuilds.made(&recipe).cloned());
    let mut first = None;
    for rebuilt in &rebuilt {
        let rebuilt = rebuilt.as_ref().filter(|rebuilt| rebuilt.is_finished)?;
        let [_, patterns, _] = rebuilt.correlations?;
        if first.is_none() && patterns? < FADED {
            first = Some(short(&rebuilt.recipe.layer).to_owned());
        }
    }
    Some(match first {
        Some(module) => tr_with("rebuild-depth", &[("module", module)]),
        None => tr("rebuild-depth-otherwise"),
    })
}

/// What a reduction throws away.
fn reduction(seen: &LayerContext<'_>) -> Option<String> {
    let before = seen.state.rebuilds.made(&seen.state.rebuild_before()?)?;
    let loss = loss(before, shown(seen)?)?;
    let [cin, reduce] = channels(seen).map(|channels| channels.to_string());
    let Loss { lost: (part, was, is), errors, .. } = loss;
    let errors = errors.map(error_number);
    let [error_in, error_out] = errors;
    let values = [
        ("cin", cin),
        ("reduce", reduce),
        ("lost", part_text(part)),
        ("before", fixed(was, 2)),
        ("after", fixed(is, 2)),
        ("error-in", error_in),
        ("error-out", error_out),
    ];
    Some(tr_with(if loss.is_felt() { "rebuild-reduction" } else { "rebuild-reduction-otherwise" }, &values))
}
