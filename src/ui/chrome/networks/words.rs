//! What follows from the numbers, in sentences; of each group the first that holds (`lesson-text-2.md`, Two networks).

use crate::analysis::{DepthEnds, Moved, class_in, shared_classes};
use crate::engine::Depths;
use crate::locale::format::{fixed, percent};
use crate::locale::text::{FluentValue, class_text, tr, tr_with};
use crate::session::{RunView, Source};
use crate::spec::{DEPTHS, Op};
use crate::state::{Making, State};
use crate::ui::chrome::compare::{name_of_a, name_of_b, network_name};
use crate::ui::views::network::names::layer_name;

/// "conv1", "3a".
pub fn depth_name(depth: usize) -> &'static str {
    let name = DEPTHS[depth];
    name.strip_prefix("inception").unwrap_or(name)
}

/// Which two: "A everyday-60 · B random weights 0".
pub fn title(state: &State) -> String {
    let values = [("a", name_of_a(state)), ("b", name_of_b(state))];
    tr_with("networks-which", &values)
}

/// The answer of a run's main head, and its share.
fn answer(view: &RunView) -> (String, String) {
    let main = view.report.main();
    let best = main.best();
    (class_text(&view.report.labels[best]).to_owned(), percent(f64::from(main.probabilities[best])))
}

/// What both answer; `None` before both ran.
pub fn answers(state: &State) -> Option<String> {
    state.networks()?;
    let (a, b) = (state.shown_as(Source::A)?, state.shown_as(Source::B)?);
    let ((label_a, p_a), (label_b, p_b)) = (answer(a), answer(b));
    let best = a.report.main().best();
    let same = class_in(best, &a.report.labels, &b.report.labels);
    let key = match same {
        None => "networks-unknown",
        Some(same) if same == b.report.main().best() => "networks-same",
        Some(_) => "networks-otherwise",
    };
    Some(tr_with(key, &[("label-a", label_a), ("a", p_a), ("label-b", label_b), ("b", p_b)]))
}

/// How many classes both have; `None` where they are the same.
pub fn classes(state: &State) -> Option<String> {
    state.networks()?;
    let (a, b) = (state.shown_as(Source::A)?, state.shown_as(Source::B)?);
    let (a, b) = (&a.report.labels, &b.report.labels);
    if a == b {
        return None;
    }
    let values = [("shared", shared_classes(a, b)), ("a", a.len()), ("b", b.len())];
    Some(tr_with("networks-classes", &values.map(|(name, count)| (name, count.to_string()))))
}

/// Why a layer of the one is not compared; `None` where it is.
pub fn missing_layer(state: &State, layer: &str) -> Option<String> {
    let [a, b] = state.networks()?;
    let of_a = a.network.layer(layer)?;
    let values = || [("layer", layer_name(of_a, a.network.index(layer).unwrap_or(0))), ("b", network_name(b))];
    match b.network.layer(layer) {
        None => Some(tr_with("networks-layer-missing", &values())),
        Some(of_b) if of_b.output != of_a.output => Some(tr_with("networks-layer-otherwise", &values())),
        Some(of_b) if matches!(of_b.op, Op::Linear { relu: false }) && a.labels != b.labels => {
            Some(tr("networks-classes-otherwise"))
        }
        Some(_) => None,
    }
}

/// Everything that follows, a sentence a group.
pub fn results(state: &State) -> Vec<String> {
    let Some(depths) = state.depths() else { return answers(state).into_iter().chain(classes(state)).collect() };
    let [depth, chance] = similarity(state, depths);
    let groups = [answers(state), classes(state), weights(state, depths), depth, chance];
    groups.into_iter().flatten().collect()
}

/// Where both are alike and where not, and whether that is more than chance.
fn similarity(state: &State, depths: &Depths) -> [Option<String>; 2] {
    let is_identical = matches!(Moved::of(&depths.layers), Some(Moved::Nothing));
    let Some(ends) = DepthEnds::of(&depths.similarity).filter(|_| !is_identical) else { return [None, None] };
    let number = |value: f64| fixed(value, 2);
    let random = depths.random.get(ends.apart.0).copied().flatten();
    let values = [
        ("alike", depth_name(ends.alike.0).to_owned()),
        ("apart", depth_name(ends.apart.0).to_owned()),
        ("sim-alike", number(ends.alike.1)),
        ("sim-apart", number(ends.apart.1)),
        ("sim-random", random.map_or_else(String::new, number)),
    ];
    let depth = tr_with(if ends.is_flat() { "networks-depth-otherwise" } else { "networks-depth" }, &values);
    let are_trained = state.networks().is_some_and(|networks| networks.iter().all(|network| !network.is_random));
    let chance = random.filter(|_| are_trained && depths.has_baseline).map(|random| match ends.apart.1 <= random {
        true => tr_with("networks-chance", &values),
        false => tr_with("networks-chance-otherwise", &values),
    });
    [Some(depth), chance]
}

/// Which layers moved; `None` where the weights are no relatives.
fn weights(state: &State, depths: &Depths) -> Option<String> {
    let [a, b] = state.networks()?;
    let moved = Moved::of(&depths.layers)?;
    let are_trained = !a.is_random && !b.is_random;
    Some(match moved {
        Moved::Nothing => tr("networks-identical"),
        Moved::Last => tr("networks-moved-last"),
        Moved::Most { still, layer, by } if are_trained => {
            let index = a.network.index(layer)?;
            let name = layer_name(&a.network.layers[index], index);
            let text = |words: String| FluentValue::from(words);
            let values =
                [("moved", text(name)), ("by", text(fixed(by, 2))), ("still", FluentValue::from(still as f64))];
            tr_with(if still > 0 { "networks-moved" } else { "networks-moved-otherwise" }, &values)
        }
        Moved::Most { .. } => return None,
    })
}

/// How far the measurement over the album is.
pub(super) fn progress(state: &State) -> String {
    let making = &state.found.depths_making;
    let Some(depths) = state.depths() else { return tr("networks-waiting") };
    if depths.photos == 0 {
        return match state.album.place.is_some() {
            true => tr("networks-album-first"),
            false => tr("networks-no-album"),
        };
    }
    let [pair, random] = depths.done;
    let values = [
        ("done", if depths.done[0] < depths.photos { pair } else { random }.to_string()),
        ("total", depths.photos.to_string()),
        ("measured", depths.measured.to_string()),
    ];
    match making {
        Making::Running if depths.done[0] < depths.photos => tr_with("networks-running", &values),
        Making::Running => tr_with("networks-running-random", &values),
        Making::Stopped => tr_with("networks-stopped", &values),
        Making::Idle | Making::Done | Making::Failed(_) => tr_with("networks-done", &values),
    }
}
