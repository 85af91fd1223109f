//! The tab that fools the network, as a person uses it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::locale::format::percent;
use inception_lens::locale::text::Language;
use inception_lens::state::{
    ClassifiersTab, Command, FOOL_SIZES, FoolCommand, FoolEntry, FoolWishes, Options, Pace, View,
};
use inception_lens::visualize::fool::{FoolRecipe, Fooling, Goal};

use crate::app::{open, sample, settle};

/// One step, so that all sizes take a second.
fn window(language: Language) -> Harness<'static, App> {
    let view = View::Classifiers(ClassifiersTab::FOOL);
    let (pace, language) = (Pace::short(1), Some(language));
    open(Options { image: sample("cat.png"), view, pace, language, ..Default::default() })
}

fn entry<'a>(harness: &'a Harness<'static, App>) -> &'a FoolEntry {
    let state = harness.state().state();
    state.fool.of(&state.fool_asked().unwrap()).unwrap()
}

fn wish(harness: &mut Harness<'static, App>, change: impl FnOnce(&mut FoolWishes)) {
    let mut wishes = harness.state().state().fool.wishes;
    change(&mut wishes);
    harness.state_mut().apply(Command::Fool(FoolCommand::Change(wishes)), 0.0);
    settle(harness);
}

/// What is on screen is what the stepper finds without a window, at every size.
#[test]
fn every_size_is_that_of_the_stepper() {
    let harness = window(Language::English);
    let state = harness.state().state();
    let (view, network) = (state.fooled_photo().unwrap(), state.loaded().unwrap());
    let answer = view.report.main().best();
    let entry = entry(&harness);
    for epsilon in [1_u8, 2, 9, 16] {
        let found = entry.known[usize::from(epsilon)].as_ref().unwrap();
        let recipe = FoolRecipe { goal: Goal::AnyOther, epsilon, steps: 1, start: None };
        let mut fooling = Fooling::begin(network.subject(), Default::default(), &view.photo.prepared.pixels, recipe);
        fooling.step(&|| false).unwrap();
        assert_eq!(*found.seen, fooling.seen(), "{epsilon}");
        assert_eq!(found.largest_change, fooling.largest_change());
        assert_eq!((found.answer, found.recipe), (answer, recipe));
        assert!(found.largest_change <= epsilon);
    }
    // What takes it back is tried at the size that is looked at, and noise in its place.
    assert_eq!(entry.known[2].as_ref().unwrap().treated.len(), 5);
    assert!(entry.known[3].as_ref().unwrap().treated.is_empty());
    assert!(entry.known[0].is_none(), "nothing is changed there");
}

#[test]
fn the_answers_stand_below_the_pictures_and_follow_the_slider() {
    let mut harness = window(Language::English);
    for size in [1_u8, 16] {
        wish(&mut harness, |wishes| wishes.epsilon = size);
        let found = entry(&harness).known[usize::from(size)].as_ref().unwrap().clone();
        let main = found.main().unwrap();
        let labels = harness.state().state().labels().to_vec();
        let share = percent(f64::from(main.probabilities[main.best()]));
        harness.get_by_label(&format!("The photo with the change, main: {} {share}", labels[main.best()]));
        let said = match found.is_fooled() {
            true => format!("Fooled. No pixel value moved by more than {}, yet", found.largest_change),
            false => format!("Not fooled by {size}: "),
        };
        assert!(harness.query_all_by_label_contains(&said).next().is_some(), "{said}");
    }
    wish(&mut harness, |wishes| wishes.epsilon = 0);
    harness.get_by_label("The photo as it is: move the slider.");
    harness.get_by_label_contains("The photo with the change, main: cat");
}

#[test]
fn a_target_that_is_the_answer_is_said_and_nothing_runs() {
    let mut harness = window(Language::English);
    let answer = harness.state().state().report().unwrap().main().best();
    wish(&mut harness, |wishes| wishes.target = Some(answer));
    harness.get_by_label("The answer is cat already");
    let state = harness.state().state();
    assert!(state.fool.of(&state.fool_asked().unwrap()).is_none());
    // Another one leads there, or says which is nearest.
    wish(&mut harness, |wishes| wishes.target = Some(answer + 1));
    let known = &entry(&harness).known;
    assert_eq!(known.iter().flatten().count(), FOOL_SIZES - 1);
    assert!(known.iter().flatten().all(|fooled| fooled.recipe.goal == Goal::Class(answer + 1)));
}

/// The opened photo is read by the network exactly as the changed one was, whatever was cut.
#[test]
fn the_changed_photo_opens_as_a_photo_with_the_same_answer() {
    let mut harness = window(Language::English);
    let found = entry(&harness).known[2].as_ref().unwrap().clone();
    harness.get_by_label("Open as photo").click();
    settle(&mut harness);
    let shown = harness.state().state().shown().unwrap();
    assert_eq!(shown.photo.prepared.pixels, *found.seen);
    let [now, said] = [&shown.report.main().logits, &found.main().unwrap().logits];
    assert!(now.iter().zip(said).all(|(now, said)| (now - said).abs() < 1e-4));
    assert_eq!(harness.state().state().view, View::Classifiers(ClassifiersTab::EVIDENCE));
}

#[test]
fn the_network_sees_a_framed_photo_as_it_was() {
    let harness = window(Language::English);
    let network = harness.state().state().loaded().unwrap();
    let seen = &harness.state().state().shown().unwrap().photo.prepared.pixels;
    assert_eq!(network.prepare_own(&network.framed(seen)).pixels, *seen);
}

#[test]
fn another_start_is_another_change_of_the_same_size() {
    let mut harness = window(Language::Korean);
    let before = entry(&harness).known[2].as_ref().unwrap().clone();
    harness.get_by_label("무작위 시작").click();
    settle(&mut harness);
    let found = entry(&harness).known[2].as_ref().unwrap();
    assert_eq!(found.recipe.start, Some(1));
    assert_ne!(*found.seen, *before.seen);
    assert!(found.largest_change <= 2);
}
