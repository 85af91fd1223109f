//! The classifiers view, as a person meets it.

mod carried;
mod pictures;
mod sums;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::analysis::{LogitSums, Report, TrainingLoss};
use inception_lens::app::App;
use inception_lens::locale::agree::powers::{Share, probability_of, weighted_decimals};
use inception_lens::locale::agree::{Product, sum_decimals};
use inception_lens::locale::format::grouped;
use inception_lens::spec::{Head, Topology};
use inception_lens::state::{ClassifiersTab, Command, Comparison, Options, View};

use crate::app::{open, sample, settle};
use crate::synthetic;

fn options(tab: ClassifiersTab) -> Options {
    Options { image: sample("cat.png"), view: View::Classifiers(tab), ..Default::default() }
}

fn window(tab: ClassifiersTab) -> Harness<'static, App> {
    open(options(tab))
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label_contains(label).click();
    settle(harness);
}

fn report(harness: &Harness<'static, App>) -> std::sync::Arc<Report> {
    harness.state().state().report().unwrap().clone()
}

fn class_of(harness: &Harness<'static, App>, label: &str) -> usize {
    let report = report(harness);
    report.labels.iter().position(|other| other == label).unwrap()
}

fn shows(harness: &Harness<'static, App>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

/// A number as the screen writes it.
fn written(value: f64, decimals: usize) -> String {
    inception_lens::locale::format::fixed(value, decimals)
}

#[test]
fn a_class_of_any_head_is_explained_by_a_click() {
    let mut harness = window(ClassifiersTab::EVIDENCE);
    assert!(shows(&harness, "aux 1, after 4a · 9 of 22 layers"));
    assert!(shows(&harness, "aux 2, after 4d · 15 of 22 layers"));
    assert!(shows(&harness, "main, after 5b · 22 of 22 layers"));
    assert!(shows(&harness, "probability of “cat”, from shallow to deep"));
    click(&mut harness, "dog in aux 1:");
    let dog = class_of(&harness, "dog");
    assert_eq!(harness.state().state().study.class, Some(dog));
    assert!(shows(&harness, "probability of “dog”"));
    // The equation on screen is that of the dog.
    let sums = LogitSums::of(&report(&harness), dog, None).unwrap();
    let powers = report(&harness).main().exponentials(dog).unwrap();
    let share = Share::new(&[sums.logit - sums.bias, sums.bias], powers.shift, powers.sum);
    let start = format!("{} ", written(sums.logit - sums.bias, share.decimals));
    let end = format!("= {}%", written(f64::from(report(&harness).main().probabilities[dog]) * 100.0, 1));
    let equation = harness.get_by_label_contains(&end);
    let words = equation.accesskit_node().value().unwrap();
    assert!(words.starts_with(&start), "{words} {start}");
}

#[test]
fn a_class_that_is_not_among_the_five_has_a_row_of_its_own() {
    let mut harness = window(ClassifiersTab::EVIDENCE);
    let scores = report(&harness).main().clone();
    let last = (0..crate::defaults::classes()).find(|&class| scores.rank(class) > Some(5)).unwrap();
    let label = report(&harness).labels[last].clone();
    assert!(!shows(&harness, &format!("{label} in main:")));
    click(&mut harness, "Class under study: cat");
    harness.get_by_label(&label).click();
    settle(&mut harness);
    assert_eq!(harness.state().state().study.class, Some(last));
    let row = format!("{label} in main: ");
    assert!(shows(&harness, &row));
    assert!(shows(&harness, &format!("rank {}", scores.rank(last).unwrap())));
}

#[test]
fn c_goes_through_the_five_classes_of_the_main_classifier() {
    let mut harness = window(ClassifiersTab::EVIDENCE);
    let scores = report(&harness);
    let top = scores.main().top(5, &scores.labels);
    for class in top.iter().skip(1).chain(&top[..1]) {
        harness.key_press(Key::C);
        settle(&mut harness);
        assert_eq!(harness.state().state().study.class, Some(class.index));
    }
}

/// Types a class into the open list and takes it.
fn find_class(harness: &mut Harness<'static, App>, class: &str) {
    harness.get_by_label("Search for a class").focus();
    harness.step();
    harness.get_by_label("Search for a class").type_text(class);
    settle(harness);
    harness.get_by_label(class).click();
    settle(harness);
}

#[test]
fn why_this_and_not_that_is_answered_with_odds() {
    let mut harness = window(ClassifiersTab::EVIDENCE);
    click(&mut harness, "Compared with: nothing");
    assert!(shows(&harness, "aux 1 says cat"));
    find_class(&mut harness, "dog");
    let (cat, dog) = (class_of(&harness, "cat"), class_of(&harness, "dog"));
    assert_eq!(harness.state().state().study.minus, Some(dog));
    assert!(shows(&harness, "why “cat” and not “dog”?"));
    let sums = LogitSums::of(&report(&harness), cat, Some(dog)).unwrap();
    let odds = format!("→ {}", sums.logit.exp().round() as u64);
    assert!(shows(&harness, &odds), "{odds}");
    assert!(shows(&harness, "weights of") || shows(&harness, "What each channel adds"));
    // Against nothing again.
    click(&mut harness, "Compared with: dog");
    harness.get_by_label("nothing").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().study.minus, None);
}

#[test]
fn a_cell_and_a_channel_are_selected_everywhere() {
    let mut harness = window(ClassifiersTab::EVIDENCE);
    let cat = class_of(&harness, "cat");
    let sums = LogitSums::of(&report(&harness), cat, None).unwrap();
    let cell = 3 * 7 + 2;
    let name = format!("Evidence in row 3, column 2: {}", inception_lens::locale::format::signed(sums.cells[cell], 3));
    harness.get_by_label(&name).click();
    settle(&mut harness);
    let selection = harness.state().state().selection.clone();
    assert_eq!((selection.layer.as_str(), selection.cell), ("inception5b", Some((3, 2))));
    // The channel that adds most to that cell.
    let maps = report(&harness).activation("inception5b").unwrap().clone();
    let part = |k: usize| (sums.channels[k].weight * f64::from(maps.channel(k)[cell])).abs();
    let most = (0..1024).max_by(|&a, &b| part(a).total_cmp(&part(b)));
    assert_eq!(selection.channel, most);
    let second = sums.order[1];
    click(&mut harness, &format!("channel {second}, w "));
    let selection = harness.state().state().selection.clone();
    assert_eq!(selection.channel, Some(second));
    assert!(shows(&harness, &format!("Map of channel {second}, averaged")));
    assert!(shows(&harness, "49 cells add up to"));
    assert!(shows(&harness, "1,024 channels add up to"));
}

#[test]
fn tabs_lead_to_the_means_and_to_what_they_save() {
    let mut harness = window(ClassifiersTab::EVIDENCE);
    harness.get_by_label("Average pooling").click();
    settle(&mut harness);
    let view = harness.state().state().view;
    assert_eq!(view, View::Classifiers(ClassifiersTab::POOLING));
    // 7 x 7 x 1024 x classes against 1024 x classes.
    let classes = crate::defaults::classes();
    let [flattened, averaged] = [49 * 1024, 1024].map(|inputs| grouped((inputs * classes) as u64));
    let words = format!("fully connected 49 × 1024 × {classes} = {flattened}");
    assert!(shows(&harness, &words));
    assert!(shows(&harness, &format!("averaged 1024 × {classes} = {averaged}")));
    click(&mut harness, "Index");
    click(&mut harness, "channel 3, w ");
    assert_eq!(harness.state().state().selection.channel, Some(3));
    let map = report(&harness).activation("inception5b").unwrap().clone();
    let sum: f64 = map.channel(3).iter().map(|&value| f64::from(value)).sum();
    let class = report(&harness).main().best();
    let numbers = LogitSums::of(&report(&harness), class, None).unwrap().channels[3];
    assert!((numbers.mean * 49.0 - sum).abs() < 1e-4);
    let product = Product::new([numbers.mean, numbers.weight], 3);
    let (sum, mean) = (product.first_times(49), product.first());
    assert!(shows(&harness, &format!("sum of 49 cells {sum}")));
    assert!(shows(&harness, &format!("÷ 49 = mean {mean}")));
}

#[test]
fn the_loss_is_asked_for_and_then_written_with_its_numbers() {
    let mut harness = window(ClassifiersTab::HEADS);
    assert!(shows(&harness, "Training loss on this photo"));
    assert!(!shows(&harness, "−ln 0."));
    click(&mut harness, "True label: not set");
    find_class(&mut harness, "dog");
    let dog = class_of(&harness, "dog");
    assert_eq!(harness.state().state().study.true_label, Some(dog));
    let loss = TrainingLoss::of(&report(&harness), dog).unwrap();
    let weighted: Vec<(f64, f64)> = loss.heads.iter().map(|head| (head.weight, head.loss)).collect();
    let decimals = weighted_decimals(&weighted, 4);
    for (name, head) in [("main", Head::Main), ("aux 1", Head::Aux1), ("aux 2", Head::Aux2)] {
        let share = f64::from(report(&harness).head(head).unwrap().probabilities[dog]);
        let loss = loss.head(head).unwrap().loss;
        assert!((loss + share.ln()).abs() < 1e-5, "{name}: {share} {loss}");
        let words = format!("{name}: −ln {} = {}", probability_of(loss, decimals), written(loss, decimals));
        assert!(shows(&harness, &words), "{words}");
    }
    let [aux1, aux2, main] = [0, 1, 2].map(|head| written(loss.heads[head].loss, decimals));
    let words = format!("{main} + 0.3 × ({aux1} + {aux2}) = {}", written(loss.total, decimals));
    assert!(shows(&harness, &words), "{words}");
    assert!(shows(&harness, "12 layers with weights away from the photo, without them 22"));
}

#[test]
fn a_stage_of_a_head_opens_its_layer() {
    let mut harness = window(ClassifiersTab::HEADS);
    click(&mut harness, "aux 2: conv 1×1 + ReLU, 128×4×4");
    let state = harness.state().state();
    assert_eq!(state.view, View::Layer);
    assert_eq!(state.selection.layer, "aux2.conv");
}

#[test]
fn heads_that_are_absent_or_untrained_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut windows = Vec::new();
    let untrained = synthetic::File::of(Topology::TORCHVISION, 40, [true, true]).describe("aux_heads", "untrained");
    for (name, file) in
        [("none", synthetic::File::of(Topology::BATCH_NORM, 40, [false, false])), ("untrained", untrained)]
    {
        let path = folder.path().join(format!("{name}.safetensors"));
        std::fs::write(&path, file.bytes()).unwrap();
        windows.push(open(Options {
            image: sample("cat.png"),
            weights: Some(path),
            view: View::Classifiers(ClassifiersTab::HEADS),
            ..Default::default()
        }));
    }
    let [none, untrained] = &mut windows[..] else {
        panic!("two windows");
    };
    assert!(shows(none, "These weights have no auxiliary head 1."));
    // The card on what shapes cannot tell opened by itself.
    none.key_press(Key::Escape);
    settle(none);
    click(none, "It is “");
    assert!(shows(none, "main alone, "));
    assert!(shows(untrained, "aux 1, never trained"));
    untrained.key_press(Key::Escape);
    settle(untrained);
    // Forty classes are searched.
    click(untrained, "Class under study: ");
    let box_name = "Search for a class";
    untrained.get_by_label(box_name).focus();
    untrained.step();
    let wanted = report(untrained).labels[33].clone();
    untrained.get_by_label(box_name).type_text(&wanted);
    settle(untrained);
    untrained.get_by_label(&wanted).click();
    settle(untrained);
    assert_eq!(untrained.state().state().study.class, Some(33));
}

#[test]
fn muting_the_averages_breaks_the_sum_and_the_view_says_so() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("avgpool".to_owned()),
        ..Default::default()
    });
    harness.key_press(Key::M);
    settle(&mut harness);
    assert_eq!(harness.state().state().muted().len(), 1);
    harness.key_press(Key::Num4);
    settle(&mut harness);
    assert!(shows(&harness, "should agree, but differ by"));
    harness.key_press(Key::U);
    settle(&mut harness);
    assert!(!shows(&harness, "should agree, but differ by"));
}

#[test]
fn a_second_photo_stands_beside_the_first_or_is_subtracted() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        second: sample("flower.jpg"),
        view: View::Classifiers(ClassifiersTab::EVIDENCE),
        ..Default::default()
    });
    assert_eq!(harness.state().state().comparison, Comparison::Both);
    let label = crate::defaults::answer("cat").0;
    let class = class_of(&harness, &label);
    let second = harness.state().state().second().unwrap().report.clone();
    let share = |report: &Report| f64::from(report.main().probabilities[class]);
    let (a, b) = (share(&report(&harness)), share(&second));
    let row = format!("{label} in main: {}%, ", written(a * 100.0, 1));
    assert!(shows(&harness, &row));
    assert!(shows(&harness, &format!("(B {}%)", written(b * 100.0, 1))));
    assert!(shows(&harness, "over cat.png") && shows(&harness, "over flower.jpg"));
    harness.get_by_label("A − B").click();
    settle(&mut harness);
    assert_eq!(harness.state().state().comparison, Comparison::Difference);
    let cat = class_of(&harness, "cat");
    let (a, b) = (report(&harness).main().probabilities[cat], second.main().probabilities[cat]);
    let [a, b] = [a, b].map(|share| f64::from(share) * 100.0);
    let decimals = sum_decimals(&[a, -b], 1);
    let difference = inception_lens::locale::format::signed(a - b, decimals);
    let words = format!("→ {}% − {}% = {difference} pp", written(a, decimals), written(b, decimals));
    assert!(shows(&harness, &words), "{words}");
}

#[test]
fn drawing_asks_for_nothing() {
    let state = inception_lens::state::State::new(Default::default(), "conv1");
    let mut scene = inception_lens::ui::Scene::default();
    let mut commands: Vec<Command> = Vec::new();
    // Nothing is loaded: the view waits and does not panic.
    let state =
        inception_lens::state::State { view: View::Classifiers(ClassifiersTab::EVIDENCE), still: true, ..state };
    let picture = inception_lens::render::snapshot::snapshot(
        [1100.0, 720.0],
        1.0,
        |ctx| crate::widgets::install(ctx, true),
        |ui| inception_lens::ui::draw(ui, &state, &mut scene, &mut commands),
    );
    assert_eq!(picture.dimensions(), (1100, 720));
    assert!(commands.is_empty());
}
