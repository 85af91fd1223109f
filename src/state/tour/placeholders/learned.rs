//! Of what the network has learned.

use super::words::NONE;
use super::words::UNKNOWN;
use super::words::label;
use super::words::short_name;
use super::words::third_kernel;
use crate::locale::format::{fixed, grouped, percent, signed};
use crate::locale::indices;
use crate::locale::method_names::method_text;
use crate::locale::text::{class_text, tr};
use crate::spec::{MODULES, Network};
use crate::state::tour::facts::{
    BRANCHES_MODULE, branch_trials, carriers, evidence, examples, learned, loudest, most_alike, most_frequent,
    most_missed, probability_of_shown, shown_in_words, work_shares,
};
use crate::state::tour::wording::rank_in_album;
use crate::state::{GUESSED_PHOTOS, Help, Helped, LESSON_DREAMS, State};

/// What the album has of the channel that adds most to the answer.
pub(crate) fn looks_for(state: &State) -> Vec<(&'static str, String)> {
    let rank = rank_in_album(state);
    let said = |words: Option<String>| words.unwrap_or_else(|| UNKNOWN.to_owned());
    let labels: Vec<&str> = state.looks_for.strongest_labels().into_iter().map(class_text).collect();
    let labels = rank.as_ref().map(|_| labels.join(", ")).filter(|labels| !labels.is_empty());
    vec![
        ("album", said(rank.as_ref().map(|rank| grouped(rank.of as u64 - 1)))),
        ("album_plus", said(rank.as_ref().map(|rank| grouped(rank.of as u64)))),
        ("labels", said(labels)),
        ("value", said(rank.as_ref().map(|rank| fixed(f64::from(rank.value), 2)))),
        ("rank", said(rank.as_ref().map(|rank| grouped(rank.place as u64)))),
        ("label", label(state)),
        ("layer", short_name("inception4d").to_owned()),
        ("channel", said(state.selection.channel.map(|channel| channel.to_string()))),
    ]
}

/// What spoke for a wrong answer, and what the album has of the channel that carried it.
pub(crate) fn why_wrong(state: &State) -> Vec<(&'static str, String)> {
    let said = |words: Option<String>| words.unwrap_or_else(|| UNKNOWN.to_owned());
    let answer = state.report().map(|report| f64::from(report.main().probabilities[report.main().best()]));
    let evidence = evidence(state);
    let loudest = evidence.as_ref().map(|evidence| {
        let (cell, side) = (loudest(evidence), evidence.side);
        (indices::cell((cell / side, cell % side)), signed(f64::from(evidence.shares()[cell]), 2))
    });
    let (place, share) = loudest.unzip();
    let examples = examples(state);
    let labels = examples.map(|examples| examples.strongest.iter().filter_map(|photo| photo.label.as_deref()));
    let frequent = labels.and_then(most_frequent);
    let added = state.found.attribution.as_deref().filter(|found| Some(found.report) == state.report().map(|r| r.id));
    let carriers = added.map(|found| carriers(found).len());
    let added = added.zip(state.selection.channel).and_then(|(found, channel)| found.channels.get(channel));
    let strongest: Vec<&str> = state.looks_for.strongest_labels().into_iter().map(class_text).collect();
    vec![
        ("sample", said(shown_in_words(state))),
        ("label", label(state)),
        ("p_label", said(answer.map(percent))),
        ("p_sample", probability_of_shown(state).map_or_else(|| NONE.to_owned(), percent)),
        ("place", said(place)),
        ("share", said(share)),
        ("candidates", said(carriers.map(|carriers| carriers.to_string()))),
        ("layer", short_name("inception4d").to_owned()),
        ("channel", said(examples.map(|examples| examples.of.2.to_string()))),
        ("added", said(added.filter(|_| examples.is_some()).map(|added| signed(*added, 2)))),
        ("strongest", said(examples.map(|examples| examples.strongest.len().to_string()))),
        ("count", said(frequent.map(|(_, count)| count.to_string()))),
        ("album_label", said(frequent.map(|(label, _)| class_text(label).to_owned()))),
        ("labels", said(examples.map(|_| strongest.join(", ")))),
    ]
}

/// What a cell of two modules sees.
pub(crate) fn dreams(network: &Network) -> Vec<(&'static str, String)> {
    let field = |name: &str| network.layer(name).map_or(0, |layer| layer.receptive_field.size).to_string();
    let [shallow, deep] = LESSON_DREAMS;
    vec![
        ("module_a", short_name(shallow).to_owned()),
        ("module_b", short_name(deep).to_owned()),
        ("rf_a", field(shallow)),
        ("rf_b", field(deep)),
    ]
}

/// Which heatmap stays without learning.
pub(crate) fn heatmaps(state: &State) -> Vec<(&'static str, String)> {
    let alike = most_alike(state);
    let learned = learned(state).map(|methods| methods.into_iter().map(method_text).collect::<Vec<_>>().join(", "));
    let learned = learned.map(|learned| if learned.is_empty() { NONE.to_owned() } else { learned });
    let said = |words: Option<String>| words.unwrap_or_else(|| UNKNOWN.to_owned());
    vec![
        ("label", label(state)),
        ("same", said(alike.map(|(method, _)| method_text(method)))),
        ("agree", said(alike.map(|(_, agreement)| fixed(agreement, 2)))),
        ("learned", said(learned)),
    ]
}

/// The score by kind of help, and what follows from it.
pub(crate) fn guess(state: &State) -> Vec<(&'static str, String)> {
    let guessing = &state.album.guessing;
    let verdict = match (guessing.is_over(), guessing.helped()) {
        (false, _) => NONE,
        (true, Helped::Chance) => "chance",
        (true, Helped::Helped) => "helped",
        (true, Helped::Misled) => "misled",
    };
    let score = |help: Help| guessing.score(help).map(|count| count.to_string());
    let [none_right, none_total] = score(Help::None);
    let [map_right, map_total] = score(Help::Heatmap);
    let [channels_right, channels_total] = score(Help::Channels);
    vec![
        ("photos", GUESSED_PHOTOS.to_string()),
        ("verdict", verdict.to_owned()),
        ("none_right", none_right),
        ("none_total", none_total),
        ("map_right", map_right),
        ("map_total", map_total),
        ("channels_right", channels_right),
        ("channels_total", channels_total),
    ]
}

/// What is lost without each branch of module 4a.
pub(crate) fn branches(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let shares = work_shares(network).map(|share| fixed(100.0 * share, 0));
    let missed = most_missed(state);
    let trials = branch_trials(state);
    let [before, after] = match (&trials, missed) {
        (Some((before, without)), Some(missed)) => [percent(*before), percent(without[missed])],
        _ => [UNKNOWN, UNKNOWN].map(str::to_owned),
    };
    let names = ["1×1".to_owned(), "3×3".to_owned(), third_kernel(&network.topology), tr("guess-pooling")];
    vec![
        ("module", MODULES[BRANCHES_MODULE].name.to_owned()),
        ("share_3x3", shares[1].clone()),
        ("share_5x5", shares[2].clone()),
        ("label", label(state)),
        ("branch", missed.map_or_else(|| UNKNOWN.to_owned(), |missed| names[missed].clone())),
        ("before", before),
        ("after", after),
    ]
}
