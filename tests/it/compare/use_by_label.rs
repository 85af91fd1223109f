//! By the names a screen reader says.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::analysis::similarity::cosine;
use inception_lens::app::App;
use inception_lens::imaging::Fit;
use inception_lens::session::Source;
use inception_lens::state::{Comparison, MessageKind, Options, Sort, State, ThemeChoice, View};

use super::{choose, choose_by, two};
use crate::app::{click_sample, drop_file, open, sample, settle};

fn state<'a>(harness: &'a Harness<'static, App>) -> &'a State {
    harness.state().state()
}

fn second_name(harness: &Harness<'static, App>) -> Option<String> {
    let second = state(harness).second()?;
    Some(second.photo.name.clone())
}

/// Opens a picture of the gallery as the second photo.
fn open_second(harness: &mut Harness<'static, App>, name: &str) {
    harness.get_by_label("Compare").click();
    harness.step();
    harness.step();
    click_sample(harness, name);
}

fn cat() -> Options {
    Options { image: sample("cat.png"), ..Default::default() }
}

/// What the bar says of a photo of the goldens: "A: cat.png, cat 98.9%".
fn pair(name: &str, photo: &str) -> String {
    let (label, share) = crate::defaults::answer(photo);
    format!("{name}, {label} {share}")
}

#[test]
fn a_second_photo_opens_from_the_gallery_and_closes_again() {
    let mut harness = open(cat());
    assert!(harness.query_by_label("Photo shown").is_none());
    open_second(&mut harness, "flower.jpg");
    assert_eq!(second_name(&harness).as_deref(), Some("flower.jpg"));
    assert_eq!(state(&harness).comparison, Comparison::Both);
    harness.get_by_label("Photo shown");
    harness.get_by_label_contains(&pair("A: cat.png", "cat"));
    harness.get_by_label_contains(&pair("B: flower.jpg", "flower"));
    choose(&mut harness, Comparison::Second);
    harness.get_by_label("Close the comparison").click();
    settle(&mut harness);
    assert!(!state(&harness).session.second.is_open());
    assert_eq!(state(&harness).comparison, Comparison::First);
    assert!(harness.query_by_label("Photo shown").is_none());
    assert_eq!(state(&harness).source(), Source::A);
}

#[test]
fn there_is_nothing_to_compare_with_before_the_first_photo() {
    let harness = open(Options::default());
    assert!(harness.get_by_label("Compare").accesskit_node().is_disabled());
}

#[test]
fn swapping_exchanges_photos_predictions_and_curves() {
    let mut harness = two(Options::default());
    let before = state(&harness).found.similarity.clone().unwrap();
    let [a, b] = before.reports;
    harness.get_by_label("Swap A and B").click();
    settle(&mut harness);
    harness.get_by_label_contains(&pair("A: flower.jpg", "flower"));
    harness.get_by_label_contains(&pair("B: cat.png", "cat"));
    let after = state(&harness).found.similarity.clone().unwrap();
    assert_eq!(after.reports, [b, a]);
    assert_eq!(after.cosines, before.cosines);
}

#[test]
fn the_curve_is_the_cosine_of_both_activations_and_selects_what_is_clicked() {
    let mut harness = two(Options::default());
    let [a, b] = [Source::A, Source::B].map(|source| {
        let map = state(&harness).maps().get(source, "inception4c").unwrap();
        map.activation
    });
    let expected = cosine(&a.values(), &b.values());
    let label = format!("Inception 4c · concat: similarity {expected:.3}");
    harness.get_by_label(&label).click();
    settle(&mut harness);
    assert_eq!(state(&harness).selection.layer, "inception4c");
    harness.get_by_label_contains("Similarity falls most from");
}

#[test]
fn a_photo_beside_itself_parts_nowhere() {
    let mut harness = open(cat());
    open_second(&mut harness, "cat.png");
    let similarity = state(&harness).found.similarity.clone().unwrap();
    assert!(similarity.cosines.iter().all(|&cosine| (cosine - 1.0).abs() < 1e-9));
    harness.get_by_label("Nowhere: to the network both are the same.");
    choose(&mut harness, Comparison::Difference);
    let map = state(&harness).maps().get(Source::AMinusB, "inception4a");
    let map = map.unwrap();
    assert!(map.signed && map.activation.values().iter().all(|&value| value == 0.0));
}

/// The numbers of the colour bar that is about a layer's channels.
fn color_bar(harness: &Harness<'static, App>) -> String {
    let bars = harness.get_all_by(|node| {
        let label = node.label().unwrap_or_default();
        label.contains("99.8th percentile")
    });
    let mut labels = bars.map(|node| node.accesskit_node().label().unwrap_or_default());
    labels.next().unwrap()
}

/// The tiles of the mosaic, as they follow each other.
fn tiles(harness: &Harness<'static, App>) -> Vec<String> {
    let tiles = harness.get_all_by(|node| {
        let label = node.label().unwrap_or_default();
        label.starts_with("Channel ") && label.contains(", mean ")
    });
    let labels = tiles.map(|node| node.accesskit_node().label().unwrap_or_default());
    labels.map(|label| label.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn flipping_from_one_photo_to_the_other_keeps_scale_and_order() {
    let mut harness =
        two(Options { view: View::Layer, layer: Some("inception5b.branch2.1".to_owned()), ..Default::default() });
    for sort in [Sort::Mean, Sort::Max] {
        let label = if sort == Sort::Mean { "Mean" } else { "Max" };
        harness.get_by_label(label).click();
        settle(&mut harness);
        choose(&mut harness, Comparison::First);
        let (bar, order) = (color_bar(&harness), tiles(&harness));
        harness.key_press(egui::Key::B);
        settle(&mut harness);
        assert_eq!(state(&harness).comparison, Comparison::Second);
        assert_eq!(color_bar(&harness), bar);
        assert_eq!(tiles(&harness), order);
        choose(&mut harness, Comparison::Both);
        assert_eq!(color_bar(&harness), bar);
        assert_eq!(tiles(&harness)[..40], order[..40]);
    }
    // Alone, the second photo has another scale: the shared one is not its own.
    choose(&mut harness, Comparison::Second);
    let shared = color_bar(&harness);
    harness.get_by_label("Swap A and B").click();
    harness.get_by_label("Close the comparison").click();
    settle(&mut harness);
    assert_ne!(color_bar(&harness), shared);
}

#[test]
fn both_values_and_the_second_photos_own_arithmetic_are_written() {
    let mut harness =
        two(Options { view: View::Layer, layer: Some("inception3b.branch2.1".to_owned()), ..Default::default() });
    let selection = state(&harness).selection.clone();
    let (channel, (row, column)) = (selection.channel.unwrap(), selection.cell.unwrap());
    let value = |harness: &Harness<'static, App>, source| {
        let map = state(harness).maps().get(source, "inception3b.branch2.1");
        map.unwrap().activation.channel(channel)[row * 28 + column]
    };
    let [a, b] = [Source::A, Source::B].map(|source| value(&harness, source));
    let numbers = format!("A {a:.2} · B ");
    harness.get_all_by_label_contains(&numbers).next().unwrap();
    choose(&mut harness, Comparison::Second);
    let explanation = state(&harness).found.explanation.clone().unwrap();
    assert_eq!(explanation.traced, b);
    harness.get_by_label_contains("The arithmetic of B, flower.jpg");
    choose(&mut harness, Comparison::Difference);
    let difference = value(&harness, Source::AMinusB);
    assert_eq!(difference, a - b);
    harness.get_by_label_contains(&format!("A − B {difference:+.2}"));
}

#[test]
fn what_the_pointer_is_over_is_not_on_the_card_of_the_selected_cell() {
    let mut harness =
        two(Options { view: View::Layer, layer: Some("inception3b.branch2.1".to_owned()), ..Options::default() });
    choose(&mut harness, Comparison::First);
    let card = |harness: &Harness<'static, App>| {
        let numbers = harness.get_by_label_contains(" · A − B ");
        numbers.accesskit_node().value().unwrap()
    };
    let before = card(&harness);
    let state = state(&harness);
    let (row, column) = state.selection.cell.unwrap();
    let channel = state.selection.channel.unwrap();
    let value = |source: Source| {
        let map = state.maps().get(source, "inception3b.branch2.1").unwrap();
        map.activation.channel(channel)[row * 28 + column]
    };
    let a = format!("A {:.2} ", value(Source::A));
    assert!(before.starts_with(&a), "{before} {a}");
    assert_ne!(value(Source::A), value(Source::B));
    // Every corner of the tile of the selected channel.
    let name = format!("Channel {channel}, mean");
    let tile = harness.get_by_label_contains(&name);
    let tile = tile.rect().shrink(2.0);
    let mut seen = std::collections::BTreeSet::new();
    for place in [tile.left_top(), tile.center(), tile.right_bottom()] {
        harness.event(egui::Event::PointerMoved(place));
        settle(&mut harness);
        assert_eq!(card(&harness), before);
        let label = |node: egui_kittest::Node<'_>| node.accesskit_node().value();
        seen.extend(harness.get_all_by_label_contains("pixels decide").filter_map(label));
    }
    assert!(seen.len() > 1, "the pointer was over several cells: {seen:?}");
}

#[test]
fn muted_channels_are_compared_with_the_photo_before_muting() {
    let mut harness = open(Options { view: View::Layer, layer: Some("inception5b".to_owned()), ..cat() });
    harness.key_press(egui::Key::M);
    settle(&mut harness);
    // Every number that stands there twice is explained.
    harness.get_by_label("Photo shown");
    harness.get_by_label_contains(" · As trained ");
    harness.get_by_label_contains("Difference −");
    assert!(harness.query_by_label_contains("A − B").is_none());
    harness.get_by_label("The arithmetic, with muted channels:");
    harness.get_by_label("Compare").click();
    harness.step();
    harness.step();
    harness.get_by_label("Before muting").click();
    settle(&mut harness);
    choose_by(&mut harness, Comparison::Second, "As trained");
    harness.get_by_label_contains(&pair("B: before muting", "cat"));
    // The cell's value is the one before muting, and so is its arithmetic.
    let selection = state(&harness).selection.clone();
    let channel = selection.channel.unwrap();
    let unmuted = state(&harness).unmuted().cloned().unwrap();
    let strongest = unmuted.activation("inception5b").unwrap().statistics[channel].max;
    let explanation = state(&harness).found.explanation.clone().unwrap();
    assert_eq!(explanation.report, unmuted.id);
    assert_eq!(explanation.traced, strongest);
    choose_by(&mut harness, Comparison::First, "Muted");
    harness.get_by_label("Photo shown");
    harness.key_press(egui::Key::U);
    settle(&mut harness);
    assert!(harness.query_by_label("Photo shown").is_none());
}

#[test]
fn a_bad_second_photo_leaves_everything_as_it_was() {
    let mut harness = two(Options::default());
    choose(&mut harness, Comparison::Difference);
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("notes.png");
    std::fs::write(&broken, b"this is no picture").unwrap();
    // A file dropped on the second photo replaces that one.
    let place = harness.get_by_label_contains("B: flower.jpg").rect().center();
    harness.event(egui::Event::PointerMoved(place));
    harness.step();
    drop_file(&mut harness, broken);
    let shown = state(&harness);
    assert_eq!(shown.messages.len(), 1);
    assert_eq!(shown.messages[0].kind, MessageKind::Error);
    assert!(shown.messages[0].text.starts_with("notes.png: "));
    assert_eq!(second_name(&harness).as_deref(), Some("flower.jpg"));
    assert_eq!(shown.comparison, Comparison::Difference);
    assert!(!shown.session.second.is_running());
    harness.get_by_label("Dismiss").click();
    settle(&mut harness);
    harness.event(egui::Event::PointerMoved(place));
    harness.step();
    drop_file(&mut harness, sample("coffee.png").unwrap());
    assert_eq!(second_name(&harness).as_deref(), Some("coffee.png"));
    let first = &state(&harness).shown().unwrap().photo.name;
    assert_eq!(first, "cat.png", "the first photo stays");
}

#[test]
fn another_fit_runs_both_photos_again() {
    let mut harness = two(Options::default());
    harness.get_by_label("Settings").click();
    harness.step();
    harness.step();
    harness.get_by_label("Stretch").click();
    settle(&mut harness);
    let shown = state(&harness);
    assert_eq!(shown.shown().unwrap().photo.fit, Fit::Stretch);
    assert_eq!(shown.second().unwrap().photo.fit, Fit::Stretch);
    let ids = [shown.report().unwrap().id, shown.second().unwrap().report.id];
    assert_eq!(shown.found.similarity.as_ref().unwrap().reports, ids);
}

#[test]
fn naive_maps_say_that_they_are_of_the_first_photo_only() {
    let mut harness = two(Options { view: View::Module(2), theme: Some(ThemeChoice::Light), ..Default::default() });
    harness.get_by_label("Naive").click();
    settle(&mut harness);
    harness.get_by_label_contains("Naive maps are of photo A only");
}
