//! What the truths behind guesses, and the card about a wrong answer, are computed from.

use crate::album::{Album, Index};
use crate::analysis::evidence::find_class;
use crate::analysis::heatmaps::{Learned, Method, Table};
use crate::analysis::{Attribution, ClassEvidence, DepthEnds, Scores, Spread};
use crate::engine::Fooled;
use crate::locale::photo_names::photo_text;
use crate::locale::text::class_text;
use crate::session::Source;
use crate::spec::{Head, MODULES, Modules, Network, Part, lineage};
use crate::state::{Examples, LESSON_DREAMS, LESSON_REDUCTION, Loss, Making, Sample, State, loss};

/// Channels that carried an answer: those that add at least this share of what the first adds, and no more than so many.
const CARRIES: f64 = 0.5;
const MOST_CARRIERS: usize = 5;
/// So many of a channel's strongest photos have one label where the album explains what it fires for.
const EXPLAINED: usize = 3;
/// Labels that are offered beside the right one.
const OTHERS: usize = 3;

/// Bounds between the choices of how much of the gradient is left: all, a tenth, a thousandth, next to nothing.
pub(crate) const HOW_FAR: [f64; 3] = [0.3, 0.01, 1e-5];

/// How many times as often as AlexNet GoogLeNet multiplies.
pub(crate) fn factor_of_lineage() -> f64 {
    let macs =
        |name: &str| lineage().iter().find(|ancestor| ancestor.name == name).map_or(0.0, |found| found.macs as f64);
    macs("GoogLeNet") / macs("AlexNet")
}

/// Multiplications of the 3x3 branch of 4a with its reduction, of those without.
pub(crate) fn factor_of_reduction(network: &Network) -> f64 {
    let module = &MODULES[2];
    let name = module.layer_name() + Part::Conv1x1.suffix();
    let inputs = network.layer(&name).map_or(0, |layer| layer.input.channels());
    let direct = 9 * inputs * module.branch2;
    (inputs * module.reduce3 + 9 * module.reduce3 * module.branch2) as f64 / direct as f64
}

/// The branch that adds most channels to a naive 4a, from 0.
pub(crate) fn heaviest_branch(network: &Network) -> usize {
    let module = &MODULES[2];
    let naive = Network::build(network.topology, network.classes, Modules::Naive, [false, false]);
    let pooled = naive.layer(&(module.layer_name() + Part::Pool.suffix())).map_or(0, |layer| layer.output.channels());
    let channels = [module.branch1, module.branch2, module.branch3, pooled];
    (0..channels.len()).max_by_key(|&branch| channels[branch]).unwrap_or(0)
}

/// How much of the gradient of the last module is left at conv1 with weights spread as was usual in 2012, main loss alone.
pub(crate) fn gradient_left(state: &State) -> Option<f64> {
    let curve = state.found.gradients.of_spread(Spread::USUAL)?;
    let [(_, first, _), .., (_, last, _)] = &curve.points[..] else { return None };
    (*last > 0.0).then(|| first / last)
}

/// The same of He's weights.
pub(crate) fn gradient_left_of_he(state: &State) -> Option<f64> {
    use crate::analysis::Initialisation;
    let mut curves = state.found.gradients.curves.iter();
    let curve = curves.find(|curve| curve.initialisation == Initialisation::Fresh)?;
    let [(_, first, _), .., (_, last, _)] = &curve.points[..] else { return None };
    (*last > 0.0).then(|| first / last)
}

/// How many times as much gradient conv1 gets with the heads, weights spread as was usual in 2012; `None` without heads.
pub(crate) fn gain_of_heads(state: &State) -> Option<f64> {
    let curve = state.found.gradients.of_spread(Spread::USUAL)?;
    let (_, main, total) = curve.points.first()?;
    (*main > 0.0 && total > main).then(|| total / main)
}

/// Whether the dream at the left is the deeper one.
pub(crate) fn is_deeper_left(network: &Network) -> bool {
    let [left, right] = LESSON_DREAMS.map(|name| network.layer(name).map_or(0, |layer| layer.receptive_field.size));
    left > right
}

/// Labels of the album to choose from, and which of them are right.
pub(crate) struct Offered {
    pub labels: Vec<String>,
    pub right: Vec<usize>,
}

/// The label of the strongest photo among others of the album that are not among the strongest; `None` until that is known.
pub(crate) fn labels_of_album(state: &State) -> Option<Offered> {
    let examples = examples(state)?;
    let strongest: Vec<&str> = examples.strongest.iter().filter_map(|photo| photo.label.as_deref()).collect();
    let right = (*strongest.first()?).to_owned();
    let album = state.album.album.as_ref()?;
    let rest: Vec<&String> = album.labels.iter().filter(|label| !strongest.contains(&label.as_str())).collect();
    // Spread evenly over the alphabet, so that they are not neighbours.
    let others = OTHERS.min(rest.len());
    let mut labels: Vec<String> = (0..others).map(|other| rest[other * rest.len() / others].clone()).collect();
    labels.push(right.clone());
    labels.sort();
    let right = labels.iter().position(|label| *label == right).into_iter().collect();
    Some(Offered { labels, right })
}

/// What the album has of the selected channel.
pub(crate) fn examples(state: &State) -> Option<&Examples> {
    let examples = state.looks_for.examples.as_deref()?;
    let is_selected = examples.of.1 == state.selection.layer && Some(examples.of.2) == state.selection.channel;
    is_selected.then_some(examples)
}

/// The label that most of a channel's strongest photos have, the first of equals, and how many have it.
pub(crate) fn most_frequent<'a>(labels: impl Iterator<Item = &'a str> + Clone) -> Option<(&'a str, usize)> {
    let count = |wanted: &str| labels.clone().filter(|label| *label == wanted).count();
    let counted = labels.clone().map(|label| (label, count(label)));
    counted.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// The channels that carried an answer, the one that adds most first.
pub(crate) fn carriers(attribution: &Attribution) -> Vec<usize> {
    let adds = |channel: usize| attribution.channels.get(channel).copied().unwrap_or_default();
    let most = attribution.order.first().map_or(0.0, |first| adds(*first));
    let carries = |channel: &usize| adds(*channel) > 0.0 && adds(*channel) >= CARRIES * most;
    attribution.order.iter().copied().take_while(carries).take(MOST_CARRIERS).collect()
}

/// Of the channels that carried an answer the one whose strongest photos in the album agree most on a label.
pub(crate) fn clearest(attribution: &Attribution, index: &Index, album: &Album) -> Option<usize> {
    let agreement = |channel: usize| {
        let photos = index.examples(&attribution.layer, channel).unwrap_or_default();
        let labels = photos.iter().filter_map(|peak| album.label(album.photos.get(peak.photo)?));
        most_frequent(labels).map_or(0, |(_, count)| count)
    };
    let counted = carriers(attribution).into_iter().map(|channel| (channel, agreement(channel)));
    counted.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(channel, _)| channel)
}

/// Whether the album explains what the selected channel fires for; `None` until that is known.
pub(crate) fn is_explained(state: &State) -> Option<bool> {
    let labels = examples(state)?.strongest.iter().filter_map(|photo| photo.label.as_deref());
    Some(most_frequent(labels).is_some_and(|(_, count)| count >= EXPLAINED))
}

/// The evidence for the answer.
pub(crate) fn evidence(state: &State) -> Option<ClassEvidence> {
    let report = state.report()?;
    report.evidence(report.main().best())
}

/// The cell of the evidence that adds most.
pub(crate) fn loudest(evidence: &ClassEvidence) -> usize {
    let cells = 0..evidence.map.len();
    cells.reduce(|best, cell| if evidence.map[cell] > evidence.map[best] { cell } else { best }).unwrap_or(0)
}

/// The sample that is on screen.
fn sample(state: &State) -> Option<&Sample> {
    let opened = state.session.first.opened()?;
    state.gallery.iter().find(|sample| sample.name == opened.photo.name && !sample.shows.is_empty())
}

/// What the photo shows, in words; its name where nobody said.
pub(crate) fn shown_in_words(state: &State) -> Option<String> {
    match sample(state) {
        Some(sample) => Some(sample.shows.iter().map(|thing| class_text(thing)).collect::<Vec<_>>().join(", ")),
        None => Some(photo_text(&state.session.first.opened()?.photo.name)),
    }
}

/// The probability of what the sample shows, where the weights know it.
pub(crate) fn probability_of_shown(state: &State) -> Option<f64> {
    let report = state.report()?;
    let class = find_class(sample(state)?.shows.first()?, &report.labels).ok()?;
    report.main().probabilities.get(class).map(|share| f64::from(*share))
}

/// Whether the sample on screen is answered rightly after all.
pub(crate) fn is_answered_rightly(state: &State) -> bool {
    let Some((report, sample)) = state.report().zip(sample(state)) else { return false };
    let answer = report.labels[report.main().best()].clone();
    sample.is_known(&[answer]) == Some(true)
}

/// The study of the card about heatmaps, once it is complete.
pub(crate) fn study(state: &State) -> Option<&Table> {
    let entry = state.heatmaps.of(&state.study_asked(Source::A)?)?;
    matches!(entry.making, Making::Done).then_some(entry.table.as_deref()).flatten()
}

/// The method whose map agrees most with that of networks that have learned nothing, and how far.
pub(crate) fn most_alike(state: &State) -> Option<(Method, f64)> {
    let rows = study(state)?.rows.iter().filter_map(|row| Some((row.method, row.agreement?.mean)));
    rows.max_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// The methods whose maps change without learning.
pub(crate) fn learned(state: &State) -> Option<Vec<Method>> {
    let rows = study(state)?.rows.iter().filter(|row| Learned::of(row.agreement) == Learned::Changes);
    Some(rows.map(|row| row.method).collect())
}

/// What each branch of module 4a does to the probability of the answer when it alone is off: before, and without each.
pub(crate) fn branch_trials(state: &State) -> Option<(f64, Vec<f64>)> {
    let whole = &state.shown()?.run().report;
    let trials = state.found.branches.as_ref().filter(|trials| trials.report == whole.id)?;
    let class = whole.main().best();
    let share = |scores: &Scores| f64::from(scores.probabilities[class]);
    let without = trials.without.iter().map(|scores| scores.iter().find(|scores| scores.head == Head::Main).map(share));
    let without: Vec<f64> = without.collect::<Option<_>>()?;
    (without.len() == 4 && trials.module == BRANCHES_MODULE).then(|| (share(whole.main()), without))
}

/// Module 4a.
pub(crate) const BRANCHES_MODULE: usize = 2;

/// The branch without which the probability of the answer changes most.
pub(crate) fn most_missed(state: &State) -> Option<usize> {
    let (before, without) = branch_trials(state)?;
    let change = |branch: &usize| (without[*branch] - before).abs();
    (0..without.len()).max_by(|one, other| change(one).total_cmp(&change(other)))
}

/// Each branch's share of the module's multiplications, 0 to 1.
pub(crate) fn work_shares(network: &Network) -> [f64; 4] {
    let prefix = MODULES[BRANCHES_MODULE].layer_name();
    let macs = |branch: usize| -> f64 {
        let parts = Part::ALL.into_iter().filter(|part| part.branch() == Some(branch));
        let layers = parts.filter_map(|part| network.layer(&format!("{prefix}{}", part.suffix())));
        layers.map(|layer| layer.macs as f64).sum()
    };
    let all = [0, 1, 2, 3].map(macs);
    all.map(|macs| macs / all.iter().sum::<f64>().max(1.0))
}

/// The branch that multiplies most.
pub(crate) fn busiest_branch(state: &State) -> Option<usize> {
    let shares = work_shares(state.network()?);
    (0..4).max_by(|one, other| shares[*one].total_cmp(&shares[*other]))
}

/// The photo as the card fools it, once all that happens to it was tried, and what the main head says of noise as large as the
/// change.
pub(crate) fn fooled(state: &State) -> Option<(&Fooled, &Scores)> {
    let fooled = state.fooled()?;
    let noise = fooled.treated.iter().find(|treated| treated.by.is_none())?;
    Some((fooled, &noise.scores))
}

/// What the reduction of the card throws away, once both pictures are done.
pub(crate) fn reduction_loss(state: &State) -> Option<Loss> {
    if state.selection.layer != LESSON_REDUCTION {
        return None;
    }
    let before = state.rebuilds.made(&state.rebuild_before()?)?;
    loss(before, state.rebuilds.shown()?.made.as_ref()?)
}

/// How alike the network and the one that nobody trained are, depth by depth, once all photos have run.
pub(crate) fn network_depths(state: &State) -> Option<DepthEnds> {
    let depths = state.depths().filter(|depths| depths.photos > 0 && depths.done[0] >= depths.photos)?;
    DepthEnds::of(&depths.similarity)
}
