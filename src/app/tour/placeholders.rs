//! The numbers in the cards' texts, computed: `lesson-text.md`, section 4, says where each comes from.

use super::Card;
use super::facts::{
    BRANCHES_MODULE, branch_trials, carriers, evidence, examples, fooled, gain_of_heads, gradient_left,
    gradient_left_of_he, learned, loudest, most_alike, most_frequent, most_missed, network_depths,
    probability_of_shown, reduction_loss, shown_in_words, work_shares,
};
use super::wording::{rank_in_album, shifted_logit};
use crate::analysis::{Scores, Spread, Trend};
use crate::app::{GUESSED_PHOTOS, Help, Helped, LESSON_DREAMS, LESSON_REDUCTION, Source, State, UNSURE};
use crate::locale::format::{fixed, grouped, percent, scientific, signed, without_zero};
use crate::locale::indices;
use crate::locale::large_numbers::{in_billions, in_words};
use crate::locale::method_names::method_text;
use crate::locale::photo_parts::part_text;
use crate::locale::text::class_text;
use crate::locale::text::tr;
use crate::spec::{
    AUX_WEIGHT, Ancestor, DEPTHS, Head, Layer, MODULES, Modules, Network, Part, Place, Shape, Topology, lineage,
};
use crate::visualize::fool::MOST;

/// What stands where a number is not known yet.
const UNKNOWN: &str = "…";
/// What stands for a list without entries; the texts choose by it.
const NONE: &str = "none";

/// Names and values of everything that the texts of a card leave open.
pub fn placeholders(state: &State, card: usize) -> Vec<(&'static str, String)> {
    let Some(network) = state.network().cloned() else {
        return Vec::new();
    };
    match Card::at(card) {
        Card::Lineage => history(),
        Card::Whole => whole(&network),
        Card::ReceptiveFields => fields(&network),
        Card::Naive => naive(&network),
        Card::Reduction => reduction(&network),
        Card::Pooling => pooling(state, &network),
        Card::Heads => heads(state, &network),
        Card::LooksFor => looks_for(state),
        Card::WhyWrong => why_wrong(state),
        Card::Dreams => dreams(&network),
        Card::Heatmaps => heatmaps(state),
        Card::Guess => guess(state),
        Card::Branches => branches(state, &network),
        Card::Fool => fool(state, &network),
        Card::Rebuild => rebuild(state, &network),
        Card::Networks => networks(state),
        Card::YourTurn => patch(state),
    }
}

fn ancestor(name: &str) -> Ancestor {
    let found = lineage().into_iter().find(|ancestor| ancestor.name == name);
    found.expect("the lineage has its four networks, a test counts them")
}

fn history() -> Vec<(&'static str, String)> {
    let (alexnet, googlenet, vgg) = (ancestor("AlexNet"), ancestor("GoogLeNet"), ancestor("VGG-16"));
    let share = googlenet.params as f64 / alexnet.params as f64;
    vec![
        ("goog_params", in_words(googlenet.params as u64)),
        ("param_percent", fixed(100.0 * share, 1)),
        ("param_ratio", fixed(1.0 / share, 1)),
        ("alex_macs", in_billions(alexnet.macs)),
        ("goog_macs", in_billions(googlenet.macs)),
        ("vgg_macs", in_billions(vgg.macs)),
    ]
}

fn whole(network: &Network) -> Vec<(&'static str, String)> {
    let weighted = |layer: &&crate::spec::Layer| layer.place == Place::Stem && layer.op.has_weights();
    let side = |name: &str| network.layer(name).map_or(0, |layer| layer.output.side());
    let channels = |name: &str| network.layer(name).map_or(0, |layer| layer.output.channels());
    vec![
        ("layers", network.depth().to_string()),
        ("stem_layers", network.layers.iter().filter(weighted).count().to_string()),
        ("modules", MODULES.len().to_string()),
        ("size_first", side("conv1").to_string()),
        ("size_last", side("inception5b").to_string()),
        ("ch_first", channels("conv1").to_string()),
        ("ch_last", channels("inception5b").to_string()),
    ]
}

/// The third branch's kernel, "5×5" or torchvision's "3×3".
fn third_kernel(topology: &Topology) -> String {
    format!("{0}×{0}", topology.branch3_kernel)
}

fn fields(network: &Network) -> Vec<(&'static str, String)> {
    let field = |part: Part| {
        let name = MODULES[0].layer_name() + part.suffix();
        let layer = network.layer(&name);
        layer.map_or(0, |layer| layer.receptive_field.size).to_string()
    };
    vec![
        ("k5", third_kernel(&network.topology)),
        ("rf_1x1", field(Part::Conv1x1)),
        ("rf_3x3", field(Part::Conv3x3)),
        ("rf_5x5", field(Part::Conv5x5)),
    ]
}

/// Module 4a, of which cards 4 and 5 speak.
const MODULE: usize = 2;

fn input_channels(network: &Network, module: usize) -> usize {
    let name = MODULES[module].layer_name() + Part::Conv1x1.suffix();
    network.layer(&name).map_or(0, |layer| layer.input.channels())
}

fn naive(network: &Network) -> Vec<(&'static str, String)> {
    let build = |modules| Network::build(network.topology, network.classes, modules, [false, false]);
    let stacked = build(Modules::NaiveStacked);
    let last = MODULES[MODULES.len() - 1].layer_name();
    let out = stacked.layer(&last).map_or(0, |layer| layer.output.channels());
    let module = &MODULES[MODULE];
    let ratio = stacked.totals().macs as f64 / build(Modules::Reduced).totals().macs as f64;
    vec![
        ("cin", input_channels(network, MODULE).to_string()),
        ("conv_out", (module.branch1 + module.branch2 + module.branch3).to_string()),
        ("modules", MODULES.len().to_string()),
        ("stack_in", input_channels(&stacked, 0).to_string()),
        ("stack_out", out.to_string()),
        ("stack_ratio", fixed(ratio, 1)),
    ]
}

fn reduction(network: &Network) -> Vec<(&'static str, String)> {
    let module = &MODULES[MODULE];
    let inputs = input_channels(network, MODULE);
    let (reduce, conv) = (inputs * module.reduce3, 9 * module.reduce3 * module.branch2);
    let direct = 9 * inputs * module.branch2;
    let side = network.layer(&module.layer_name()).map_or(0, |layer| layer.output.side());
    let macs = |modules| {
        let built = Network::build(network.topology, network.classes, modules, [false, false]);
        built.module_cost(MODULE).whole.macs
    };
    vec![
        ("cin", inputs.to_string()),
        ("reduce", module.reduce3.to_string()),
        ("size", side.to_string()),
        ("mul_direct", grouped(direct as u64)),
        ("mul_reduce", grouped(reduce as u64)),
        ("mul_conv", grouped(conv as u64)),
        ("mul_total", grouped((reduce + conv) as u64)),
        ("mul_ratio", without_zero(&fixed(direct as f64 / (reduce + conv) as f64, 1)).to_owned()),
        ("naive_macs", in_words(macs(Modules::Naive))),
        ("reduced_macs", in_words(macs(Modules::Reduced))),
    ]
}

/// The class the main classifier predicted before anything was changed, in the window's language.
fn label(state: &State) -> String {
    let report = state.original().map(|run| &run.report);
    let report = report.or_else(|| state.report());
    report.map_or_else(|| UNKNOWN.to_owned(), |report| class_text(&report.labels[report.main().best()]).to_owned())
}

fn pooling(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let maps = network.layer("inception5b").map_or(Shape::Vector(0), |layer| layer.output);
    let (channels, side) = (maps.channels(), maps.side());
    let logits = shifted_logit(state).map(|logits| logits.map(|logit| fixed(f64::from(logit), 2)));
    let [before, after] = logits.unwrap_or_else(|| [UNKNOWN, UNKNOWN].map(str::to_owned));
    vec![
        ("gap_channels", channels.to_string()),
        ("fc_params", grouped((side * side * channels * network.classes) as u64)),
        ("linear_params", grouped((channels * network.classes) as u64)),
        ("label", label(state)),
        ("logit_before", before),
        ("logit_after", after),
    ]
}

fn heads(state: &State, network: &Network) -> Vec<(&'static str, String)> {
    let share = |head: Head| {
        let report = state.report();
        let scores = report.and_then(|report| {
            let class = report.main().best();
            Some(f64::from(*report.head(head)?.probabilities.get(class)?))
        });
        scores.map_or_else(|| UNKNOWN.to_owned(), percent)
    };
    vec![
        ("aux1_after", module_before(network, Head::Aux1)),
        ("aux2_after", module_before(network, Head::Aux2)),
        ("depth_main", network.depth().to_string()),
        ("depth_aux1", depth_to_first_head(network).to_string()),
        ("aux_weight", AUX_WEIGHT.to_string()),
        ("label", label(state)),
        ("spread", Spread::USUAL.value().to_string()),
        ("left", share_left(gradient_left(state))),
        ("left_he", share_left(gradient_left_of_he(state))),
        ("gain", gain_of_heads(state).map_or_else(|| NONE.to_owned(), in_powers)),
        ("p_main", share(Head::Main)),
        ("p_aux1", share(Head::Aux1)),
        ("p_aux2", share(Head::Aux2)),
    ]
}

/// "0.62", "2.8", "5.6 × 10⁻¹¹".
fn share_left(share: Option<f64>) -> String {
    match share {
        None => UNKNOWN.to_owned(),
        Some(share) if share > 0.01 => fixed(share, 2),
        Some(share) if share > 0.0 => in_powers(share),
        Some(_) => "0".to_owned(),
    }
}

/// A number of any size with two digits: "5,647", "3.2 × 10¹²", "5.6 × 10⁻¹¹".
fn in_powers(value: f64) -> String {
    match value {
        1.0..10.0 => fixed(value, 1),
        10.0..1e6 => grouped(value.round() as u64),
        _ => scientific(value),
    }
}

/// The module that a head reads; the heads need not be in the file.
fn module_before(network: &Network, head: Head) -> String {
    let whole = Network::new(network.topology, network.classes);
    let read = whole.head_reads(head).map(|index| &whole.layers[index]);
    let name = read.and_then(|layer| layer.module_name());
    name.unwrap_or(UNKNOWN).to_owned()
}

/// Layers with weights from conv1 to the first head's loss; the heads need not be in the file.
fn depth_to_first_head(network: &Network) -> usize {
    let whole = Network::new(network.topology, network.classes);
    let logits = whole.index(Head::Aux1.logits_name());
    logits.map_or(0, |index| whole.depths()[index])
}

/// What the album has of the channel that adds most to the answer.
fn looks_for(state: &State) -> Vec<(&'static str, String)> {
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
fn why_wrong(state: &State) -> Vec<(&'static str, String)> {
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
fn dreams(network: &Network) -> Vec<(&'static str, String)> {
    let field = |name: &str| network.layer(name).map_or(0, |layer| layer.receptive_field.size).to_string();
    let [shallow, deep] = LESSON_DREAMS;
    vec![
        ("module_a", short_name(shallow).to_owned()),
        ("module_b", short_name(deep).to_owned()),
        ("rf_a", field(shallow)),
        ("rf_b", field(deep)),
    ]
}

/// "4d".
fn short_name(module: &str) -> &str {
    module.strip_prefix("inception").unwrap_or(module)
}

/// Which heatmap stays without learning.
fn heatmaps(state: &State) -> Vec<(&'static str, String)> {
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
fn guess(state: &State) -> Vec<(&'static str, String)> {
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
fn branches(state: &State, network: &Network) -> Vec<(&'static str, String)> {
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

/// A change that nobody sees, and noise of the same size.
fn fool(state: &State, network: &Network) -> Vec<(&'static str, String)> {
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
fn rebuild(state: &State, network: &Network) -> Vec<(&'static str, String)> {
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
fn networks(state: &State) -> Vec<(&'static str, String)> {
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

fn patch(state: &State) -> Vec<(&'static str, String)> {
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
