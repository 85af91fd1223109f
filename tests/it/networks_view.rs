//! Two networks on one photo, as a person uses them.

use std::path::{Path, PathBuf};

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::Place;
use inception_lens::analysis::{Responses, linear_cka};
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::session::{SecondNetwork, Source};
use inception_lens::spec::{DEPTHS, Topology};
use inception_lens::state::{Command, Comparison, CostTab, MessageKind, Options, OtherWeights, Pace, State, View};
use inception_lens::weights::Said;

use crate::app::{open, sample, settle};
use crate::small_album::small_album;
use crate::synthetic;

const NETWORKS: View = View::Cost(CostTab::NETWORKS);

fn window(with: Option<OtherWeights>, view: View, language: Language) -> Harness<'static, App> {
    let album = Some(Place::Folder(small_album().to_owned()));
    let (pace, language) = (Pace::short(8), Some(language));
    open(Options { image: sample("cat.png"), with, view, album, pace, language, ..Default::default() })
}

fn state<'a>(harness: &'a Harness<'static, App>) -> &'a State {
    harness.state().state()
}

fn wish(harness: &mut Harness<'static, App>, command: Command) {
    harness.state_mut().apply(command, 0.0);
    settle(harness);
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// A small network of another structure that knows some of the classes, in another order.
fn another(folder: &Path) -> PathBuf {
    let labels = r#"["Dog", "zebra crossing", "cat", "teapot"]"#;
    let file = synthetic::File::of(Topology::PAPER, 4, [false, false]);
    let described = file.describe("topology", "paper").describe("name", "four classes").describe("labels", labels);
    let path = folder.join("four.safetensors");
    std::fs::write(&path, described.bytes()).unwrap();
    path
}

fn default_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("weights/default.safetensors")
}

#[test]
fn the_weights_menu_compares_with_random_weights_and_every_view_shows_both() {
    let mut harness = window(None, View::Network, Language::English);
    let own = state(&harness).loaded().unwrap().sha256.clone();
    let title = format!("{} · GoogLeNet + BN", state(&harness).loaded().unwrap().name);
    harness.get_by_role_and_label(Role::Button, &title).click();
    (0..3).for_each(|_| harness.step());
    harness.get_by_role_and_label(Role::Button, "Random weights").click();
    settle(&mut harness);
    let [a, b] = state(&harness).networks().unwrap();
    assert_eq!((a.sha256.clone(), b.is_random), (own, true));
    assert_eq!(b.sha256, a.with_random_weights(0).unwrap().sha256);
    // As two photos are: both side by side at first.
    assert_eq!(state(&harness).comparison, Comparison::Both);
    assert!(shows(&harness, "B: Random weights, GoogLeNet + BN, "));
    let [first, second] = [Source::A, Source::B].map(|source| state(&harness).shown_as(source).unwrap().clone());
    assert_eq!(first.photo.prepared.pixels, second.photo.prepared.pixels);
    assert_eq!(second.report.labels, first.report.labels);
    for layer in ["conv1", "inception4d"] {
        let [a, b] = state(&harness).maps().pair(layer).unwrap();
        assert_ne!(a.activation.values()[..], b.activation.values()[..], "{layer}");
    }
    // What follows from the numbers, below the map and on the tab.
    let said = |harness: &Harness<'static, App>| shows(harness, "answer") && shows(harness, "Least alike at");
    assert!(said(&harness));
    wish(&mut harness, Command::Show(NETWORKS));
    assert!(said(&harness));
    // The comparison ends, and can be taken up again.
    wish(&mut harness, Command::CloseSecond);
    assert!(state(&harness).networks().is_none() && state(&harness).second().is_none());
    assert_eq!(state(&harness).comparison, Comparison::First);
    wish(&mut harness, Command::Undo);
    assert!(state(&harness).networks().is_some_and(|[_, b]| b.is_random));
    wish(&mut harness, Command::Redo);
    assert!(matches!(state(&harness).session.other, SecondNetwork::None));
}

/// Similarity on screen is that of the channel means of the album's photos, by the formula that NumPy checks.
#[test]
fn similarity_and_change_are_those_of_the_networks() {
    let harness = window(Some(OtherWeights::Random), NETWORKS, Language::English);
    let depths = state(&harness).depths().unwrap().clone();
    let [a, b] = state(&harness).networks().unwrap().map(|network| network.clone());
    assert_eq!((depths.photos, depths.done, depths.measured), (10, [10, 10], 10));
    assert!(depths.is_finished && depths.has_baseline);
    let index = state(&harness).album.index.clone().unwrap();
    let means = index.means("inception4a").unwrap();
    let own = Responses {
        channels: means.channels,
        values: means
            .photos
            .iter()
            .flat_map(|&photo| {
                let row = means.photos.iter().position(|&other| other == photo).unwrap();
                means.row(row).to_vec()
            })
            .collect(),
    };
    let mut values = Vec::new();
    for &photo in &means.photos {
        let prepared = index.prepared(photo).unwrap();
        let (_, report) = b.run(&prepared, Default::default()).unwrap();
        values.extend(report.activation("inception4a").unwrap().statistics.iter().map(|channel| channel.mean));
    }
    let other = Responses { channels: own.channels, values };
    let found = depths.similarity[5].unwrap();
    let wanted = linear_cka(&own, &other).unwrap();
    assert_eq!(DEPTHS[5], "inception4a");
    assert!((found - wanted).abs() < 2e-3, "{found} instead of {wanted}");
    // A bar a layer; one for each that has weights.
    let weighted = a.network.layers.iter().filter(|layer| layer.op.has_weights()).count();
    assert_eq!(depths.layers.len(), weighted);
    assert!(depths.layers.iter().all(|(_, change)| change.is_some_and(|change| change > 0.5)));
    let change = depths.layers[0].1.unwrap();
    assert!(shows(&harness, &format!("conv1 7×7/2: relative change {change:.3}")));
    let similarity = depths.similarity[0].unwrap();
    assert!(shows(&harness, &format!("conv1: similarity {similarity:.2}, two random networks")));
}

#[test]
fn a_network_beside_itself_is_the_same() {
    let harness = window(Some(OtherWeights::File(default_file())), NETWORKS, Language::English);
    assert!(shows(&harness, "Every weight is the same: A and B are one network."));
    assert!(shows(&harness, "Same answer: “cat”"));
    let depths = state(&harness).depths().unwrap();
    assert!(depths.similarity.iter().all(|value| value.is_some_and(|value| (value - 1.0).abs() < 1e-6)));
}

/// Other classes in another order: matched by name; the rest is said; what has no counterpart stands alone.
#[test]
fn classes_are_matched_by_name_and_layers_that_differ_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let with = Some(OtherWeights::File(another(folder.path())));
    let mut harness = window(with, NETWORKS, Language::English);
    assert!(shows(&harness, "2 of A’s 60 classes have the same name among B’s 4"));
    let [first, second] = [Source::A, Source::B].map(|source| state(&harness).shown_as(source).unwrap().clone());
    let class = |report: &inception_lens::analysis::Report, name: &str| {
        report.labels.iter().position(|label| label.eq_ignore_ascii_case(name)).unwrap()
    };
    let [cat, dog] = ["cat", "dog"].map(|name| class(&first.report, name));
    wish(&mut harness, Command::ExplainClass(Some(dog)));
    assert_eq!(state(&harness).class_at(Source::B), Some(class(&second.report, "Dog")));
    assert_eq!(state(&harness).class_from(Source::B, class(&second.report, "cat")), Some(cat));
    assert_eq!(state(&harness).class_from(Source::B, class(&second.report, "teapot")), None);
    // B is looked at alone: a class that only B has is no question to A.
    wish(&mut harness, Command::Show(View::Classifiers(inception_lens::state::ClassifiersTab::EVIDENCE)));
    wish(&mut harness, Command::Compare(Comparison::Both));
    assert!(shows(&harness, "dog in main"));
    wish(&mut harness, Command::Compare(Comparison::Second));
    assert!(shows(&harness, "Dog in main"));
    // The paper's network has LRN, the other has none, and the other way round.
    wish(&mut harness, Command::Show(View::Layer));
    wish(&mut harness, Command::Compare(Comparison::Both));
    assert!(state(&harness).maps().pair("logits").is_none(), "these are other classes");
    wish(&mut harness, Command::SwapPhotos);
    let norm = state(&harness).loaded().unwrap().network.layers.iter().find(|layer| layer.op.word() == "lrn");
    let norm = norm.unwrap().name.clone();
    wish(&mut harness, Command::SelectLayer(norm));
    wish(&mut harness, Command::Compare(Comparison::Both));
    assert!(shows(&harness, "here there is only A."));
    wish(&mut harness, Command::Compare(Comparison::Second));
    assert!(shows(&harness, "here there is only A."));
}

#[test]
fn networks_change_places_and_edits_are_seen_by_both() {
    let mut harness = window(Some(OtherWeights::Random), View::Network, Language::English);
    let answers = |harness: &Harness<'static, App>| {
        [Source::A, Source::B].map(|source| state(harness).shown_as(source).unwrap().report.main().logits.clone())
    };
    let [a, b] = answers(&harness);
    wish(&mut harness, Command::SwapPhotos);
    assert_eq!(answers(&harness), [b, a]);
    wish(&mut harness, Command::SwapPhotos);
    let change = inception_lens::imaging::edit::Change::SetBrightness(0.3);
    wish(&mut harness, Command::Edit { change, gesture: 1 });
    let [first, second] = [Source::A, Source::B].map(|source| state(&harness).shown_as(source).unwrap().clone());
    assert_eq!(first.photo.prepared.pixels, second.photo.prepared.pixels);
    wish(&mut harness, Command::Undo);
    let [first, second] = [Source::A, Source::B].map(|source| state(&harness).shown_as(source).unwrap().clone());
    assert_eq!(first.photo.prepared.pixels, second.photo.prepared.pixels);
    assert!(first.photo.edits.is_none());
}

#[test]
fn bad_second_weights_are_one_sentence_and_the_first_stay() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.pth");
    std::fs::write(&broken, b"no weights at all").unwrap();
    for (language, words) in [(Language::English, "stays in use."), (Language::Korean, "가중치를 계속 사용합니다.")]
    {
        let mut harness = window(None, NETWORKS, language);
        let before = state(&harness).report().unwrap().id;
        wish(&mut harness, Command::CompareWith(OtherWeights::File(broken.clone())));
        let said: Vec<_> = state(&harness).messages.iter().filter(|it| it.kind == MessageKind::Error).collect();
        assert_eq!(said.len(), 1);
        assert!(said[0].text.contains("broken.pth") && said[0].text.contains(words), "{}", said[0].text);
        assert!(!state(&harness).compares_networks() && state(&harness).report().unwrap().id == before);
        // One that was compared with stays too.
        wish(&mut harness, Command::CompareWith(OtherWeights::Random));
        wish(&mut harness, Command::CompareWith(OtherWeights::File(broken.clone())));
        assert!(state(&harness).networks().is_some_and(|[_, b]| b.is_random));
    }
}

#[test]
fn a_second_photo_ends_it_and_a_measurement_can_be_stopped() {
    let mut harness = window(Some(OtherWeights::Random), View::Network, Language::English);
    wish(&mut harness, Command::MeasureDepths(false));
    assert!(!shows(&harness, "Measure over the album"), "it is done");
    wish(&mut harness, Command::OpenSecondGallery(1));
    assert!(!state(&harness).compares_networks());
    assert_ne!(state(&harness).second().unwrap().photo.name, "cat.png");
}

#[test]
fn the_tab_says_the_same_in_korean() {
    let harness = window(Some(OtherWeights::Random), NETWORKS, Language::Korean);
    for words in ["깊이별 유사도", "가중치의 변화", "비교 결과", "A: everyday-60 · B: 무작위 가중치, GoogLeNet + BN"]
    {
        assert!(shows(&harness, words), "{words}");
    }
    let mut alone = window(None, NETWORKS, Language::Korean);
    alone.get_by_role_and_label(Role::Button, "무작위 가중치").click();
    settle(&mut alone);
    assert!(state(&alone).networks().is_some());
    alone.key_press(Key::B);
    settle(&mut alone);
}

#[test]
fn another_structure_costs_something_else() {
    let harness = window(Some(OtherWeights::RandomAs("torchvision")), NETWORKS, Language::English);
    let [a, b] = state(&harness).networks().unwrap();
    assert_eq!(b.topology.preset_name(), Some("torchvision"));
    assert_eq!(b.labels, a.labels);
    // Its third branch is a 3x3: nine weights in place of twenty-five.
    let weights = |network: &inception_lens::engine::LoadedNetwork| {
        network.network.layer("inception3a.branch3.1").unwrap().params
    };
    assert!(weights(b) < weights(a));
    let depths = state(&harness).depths().unwrap();
    let changed = |name: &str| depths.layers.iter().find(|(layer, _)| layer == name).unwrap().1;
    assert!(changed("conv1").is_some() && changed("inception3a.branch3.1").is_none());
    assert!(shows(&harness, "5×5: other shapes, nothing to compare"));
}

/// Weights that were closed, taken back and put in use are still those of their file: what is said about them is said about it.
#[test]
fn weights_that_came_back_are_still_those_of_their_file() {
    let folder = tempfile::tempdir().unwrap();
    let with = OtherWeights::File(another(folder.path()));
    let mut harness = window(Some(with), View::Network, Language::English);
    settle(&mut harness);
    let other = state(&harness).session.other.loaded().unwrap().sha256.clone();
    for command in [Command::CloseSecond, Command::Undo, Command::SwapPhotos] {
        wish(&mut harness, command);
    }
    assert_eq!(state(&harness).loaded().unwrap().sha256, other);
    let said = Said { short_side: Some(300), ..Said::default() };
    wish(&mut harness, Command::Say(said));
    let loaded = state(&harness).loaded().unwrap();
    assert_eq!((loaded.sha256.as_str(), loaded.said), (other.as_str(), said));
}
