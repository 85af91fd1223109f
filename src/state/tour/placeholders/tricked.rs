//! Of what is done to a photo, and of another network beside it.

use super::words::NONE;
use super::words::UNKNOWN;
use super::words::label;
use super::words::short_name;
use crate::analysis::{Scores, Trend};
use crate::locale::format::{fixed, grouped, percent};
use crate::locale::photo_parts::part_text;
use crate::locale::text::class_text;
use crate::session::Source;
use crate::spec::{DEPTHS, Layer, Network, Shape};
use crate::state::tour::facts::{fooled, network_depths, reduction_loss};
use crate::state::{LESSON_REDUCTION, State, UNSURE};
use crate::visualize::fool::MOST;

/// A change that nobody sees, and noise of the same size.
pub(crate) fn fool(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let wishes = state.fool.wishes;
    let entry = state.fool_asked().and_then(|asked| state.fool.of(&asked));
    let known = entry.map(|entry| &entry.known[..]).unwrap_or_default();
    let report = state.fooled_photo().map(|view| &view.report);
    let name = |class: usize| report.map_or_else(String::new, |report| class_text(&report.labels[class]).to_owned());
    let share = |scores: &Scores, class: usize| percent(f64::from(scores.probabilities[class]));
    let mut said = vec![
        ("eps", wishes.epsilon.to_string()),
        ("steps", wishes.steps.to_string()),
        ("eps_max", MOST.to_string()),
        ("values", grouped(network.layer("input").map_or(0, |input| input.output.len()) as u64)),
        ("label", label(state)),
    ];
    let names = ["p_before", "new", "p_after", "p_left", "p_noise", "noise_label", "p_noise_label", "eps_min"];
    let Some((answer, (fooled, noise))) = state.fool_asked().map(|asked| asked.answer).zip(fooled(state)) else {
        said.push(("verdict", NONE.to_owned()));
        said.extend(names.map(|name| (name, UNKNOWN.to_owned())));
        return said;
    };
    let least = known.iter().flatten().find(|fooled| fooled.is_fooled());
    let largest = known.last().and_then(|last| last.as_ref());
    let verdict = match (noise.best() == answer, fooled.is_fooled(), least, largest) {
        (false, ..) => "noise",
        (true, true, ..) => "fooled",
        (true, false, Some(_), _) => "larger",
        (true, false, None, Some(_)) => "never",
        (true, false, None, None) => NONE,
    };
    // Where nothing fools it, that of the largest change.
    let shown = if verdict == "never" { largest.map_or(fooled, |largest| largest) } else { fooled };
    let now = shown.main();
    let now =
        |class: Option<usize>| now.map_or_else(|| UNKNOWN.to_owned(), |now| share(now, class.unwrap_or(now.best())));
    let values = [
        report.map_or_else(|| UNKNOWN.to_owned(), |report| share(report.main(), answer)),
        shown.main().map_or_else(|| UNKNOWN.to_owned(), |main| name(main.best())),
        now(None),
        now(Some(answer)),
        share(noise, answer),
        name(noise.best()),
        share(noise, noise.best()),
        least.map_or_else(|| UNKNOWN.to_owned(), |least| least.recipe.epsilon.to_string()),
    ];
    said.push(("verdict", verdict.to_owned()));
    said.extend(names.into_iter().zip(values));
    said
}

/// What the reduction before the 5x5 of 3a throws away.
pub(crate) fn rebuild(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let layer = network.layer(LESSON_REDUCTION);
    let channels = |of: fn(&Layer) -> Shape| layer.map_or(0, |layer| of(layer).channels()).to_string();
    let mut said = vec![
        ("module", short_name("inception3a").to_owned()),
        ("cin", channels(|layer| layer.input)),
        ("reduce", channels(|layer| layer.output)),
    ];
    let names = ["verdict", "lost", "lost_before", "lost_after", "kept", "error_in", "error_out"];
    let values = match reduction_loss(state) {
        None => [NONE, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN].map(str::to_owned),
        Some(loss) => {
            let (lost, before, after) = loss.lost;
            let [error_in, error_out] = loss.errors;
            let verdict = match (error_in > UNSURE, loss.is_felt()) {
                (true, _) => "unsure",
                (false, true) => "lost",
                (false, false) => "little",
            };
            [
                verdict.to_owned(),
                part_text(lost),
                fixed(before, 2),
                fixed(after, 2),
                part_text(loss.kept),
                fixed(f64::from(error_in), 2),
                fixed(f64::from(error_out), 2),
            ]
        }
    };
    said.extend(names.into_iter().zip(values));
    said
}

/// The network beside one that nobody trained.
pub(crate) fn networks(state: &State) -> Vec<(&'static str, String)> {
    let said = |words: Option<String>| words.unwrap_or_else(|| UNKNOWN.to_owned());
    let ends = network_depths(state);
    let verdict = match ends.map(|ends| ends.trend) {
        None => NONE,
        Some(Trend::Falls) => "falls",
        Some(Trend::Rises) => "rises",
        Some(Trend::Neither) => "neither",
    };
    let answer = |source: Source| {
        let report = &state.networks().and_then(|_| state.shown_as(source))?.report;
        let best = report.main().best();
        let share = percent(f64::from(report.main().probabilities[best]));
        Some((class_text(&report.labels[best]).to_owned(), share))
    };
    let ((label, p_a), (label_b, p_b)) = (answer(Source::A).unzip(), answer(Source::B).unzip());
    let photos = state.depths().map(|depths| depths.photos).filter(|&photos| photos > 0);
    let depth = |end: Option<(usize, f64)>| said(end.map(|(depth, _)| short_name(DEPTHS[depth]).to_owned()));
    let similarity = |end: Option<(usize, f64)>| said(end.map(|(_, value)| fixed(value, 2)));
    let (alike, apart) = (ends.map(|ends| ends.alike), ends.map(|ends| ends.apart));
    vec![
        ("album", photos.map_or_else(|| NONE.to_owned(), |photos| grouped(photos as u64))),
        ("verdict", verdict.to_owned()),
        ("alike", depth(alike)),
        ("apart", depth(apart)),
        ("sim_alike", similarity(alike)),
        ("sim_apart", similarity(apart)),
        ("label", said(label)),
        ("p_a", said(p_a)),
        ("label_b", said(label_b)),
        ("p_b", said(p_b)),
    ]
}

pub(crate) fn patch(state: &State) -> Vec<(&'static str, String)> {
    let classes = state.report().map_or(0, |report| report.labels.len());
    let occlusion = state.found.occlusion.as_deref();
    let strongest = occlusion.and_then(|occlusion| {
        let cell = occlusion.strongest()?;
        let before = f64::from(occlusion.base.probability);
        let drop = f64::from(occlusion.probability_drop(cell)?);
        Some([percent(before), percent(before - drop)])
    });
    let [before, after] = strongest.unwrap_or_else(|| [UNKNOWN, UNKNOWN].map(str::to_owned));
    let unknown = state.unknown_samples().join(", ");
    let unknown = if unknown.is_empty() { NONE.to_owned() } else { unknown };
    vec![
        ("unknown_samples", unknown),
        ("classes", classes.to_string()),
        ("label", label(state)),
        ("p_before", before),
        ("p_after", after),
    ]
}
