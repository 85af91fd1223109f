//! What a class sees, and what a narrow window shows, at the sizes of common screens: one picture a state, all four sizes on it.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --release golden_pictures::sizes` writes them anew.

use egui::{Key, Modifiers};
use image::RgbImage;
use image::imageops::{FilterType, overlay, resize};
use inception_lens::locale::text::{Language, tr};
use inception_lens::state::{CARDS, Card, ClassifiersTab, CostTab, Detail, Options, ThemeChoice, Tour, View};

use super::compare;
use crate::app::sample;
use crate::room::SIZES;
use crate::stage::Stage;

/// Where a state is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Desk,
    /// Before a class: which panel of the view, from 0.
    Class(usize),
}
use Place::{Class, Desk};

/// A state of the window.
struct State {
    name: String,
    language: Language,
    place: Place,
    options: Options,
    /// Keys of words that are clicked where they are written, one after the other.
    clicks: &'static [&'static str],
}

impl State {
    /// Dark in English and light in Korean, as all golden pictures.
    fn new(name: impl Into<String>, language: Language, place: Place, options: Options) -> Self {
        let theme = match language {
            Language::English => ThemeChoice::Dark,
            Language::Korean => ThemeChoice::Light,
        };
        let options = Options { language: Some(language), theme: Some(theme), ..options };
        Self { name: name.into(), language, place, options, clicks: &[] }
    }

    fn clicks(self, clicks: &'static [&'static str]) -> Self {
        Self { clicks, ..self }
    }

    fn file_name(&self) -> String {
        let place = if self.place == Desk { "desk" } else { "class" };
        format!("sizes-{}-{place}-{}.png", self.name, self.language.code())
    }

    /// The four sizes at half of theirs: the lower ones above, the higher ones below.
    fn sheet(&self) -> RgbImage {
        let half = SIZES.map(|size| size.map(|side| (side / 2.0) as u32));
        let places = [[0, 0], [half[0][0], 0], [0, half[0][1]], [half[2][0], half[0][1]]];
        let mut sheet = RgbImage::new(half[2][0] + half[3][0], half[0][1] + half[3][1]);
        let mut stage = Stage::of(self.options.clone(), SIZES[3]);
        // What is clicked is on the desk of a large window, where all of it is in sight.
        for key in self.clicks {
            assert!(stage.click_words(&tr(key)), "{}: {key}", self.name);
        }
        if let Class(panel) = self.place {
            stage.press(Key::P, Modifiers::NONE);
            if self.options.tour.is_some() {
                // A card shows the panel that it is about.
                stage.press(Key::R, Modifiers::NONE);
            }
            for _ in 0..panel {
                stage.press(Key::Space, Modifiers::NONE);
            }
        }
        for ((size, [width, height]), [x, y]) in SIZES.into_iter().zip(half).zip(places) {
            stage.resize(size);
            let picture = image::DynamicImage::from(stage.paint(Vec::new())).into_rgb8();
            overlay(&mut sheet, &resize(&picture, width, height, FilterType::Triangle), x.into(), y.into());
        }
        sheet
    }
}

fn cat() -> Options {
    Options { image: sample("cat.png"), ..Options::default() }
}

fn module(detail: Detail) -> Options {
    Options { view: View::Module(2), detail, layer: Some("inception4a.branch2.0".to_owned()), ..cat() }
}

fn layer(detail: Detail) -> Options {
    Options { view: View::Layer, detail, layer: Some("inception4a.branch2.1".to_owned()), ..cat() }
}

fn classifiers(tab: ClassifiersTab) -> Options {
    Options { view: View::Classifiers(tab), ..cat() }
}

fn cost(tab: CostTab) -> Options {
    Options { view: View::Cost(tab), ..cat() }
}

/// Every panel in which something once had no room before a class.
fn in_class(language: Language) -> Vec<State> {
    let second = Options { second: sample("flower.jpg"), ..classifiers(ClassifiersTab::EVIDENCE) };
    let loss = Options { true_label: Some("dog".to_owned()), ..classifiers(ClassifiersTab::HEADS) };
    let occlusion = Options { detail: Detail::Occlusion, ..cat() };
    let own: &[&str] = &["exercise-own"];
    let slide: &[&str] = &["layer-slide"];
    let states = [
        ("walk", 1, module(Detail::Walk), &[][..]),
        ("odd-kernels", 1, module(Detail::OddKernels), &[]),
        ("totals", 1, module(Detail::Plain), &[]),
        ("why", 3, module(Detail::Plain), &[]),
        ("kernels", 0, layer(Detail::Kernels), &[]),
        ("softmax-two", 0, second, &[]),
        ("loss", 1, loss, &[]),
        ("occlusion", 0, occlusion, &[]),
        ("exercises", 0, cost(CostTab::EXERCISES), own),
        ("number", 2, layer(Detail::Plain), &[]),
        ("slide", 2, layer(Detail::Plain), slide),
    ];
    states.map(|(name, panel, options, clicks)| State::new(name, language, Class(panel), options).clicks(clicks)).into()
}

/// What once had no room in a narrow window, and what is seen first.
fn on_a_desk(language: Language) -> Vec<State> {
    let edit = Options { detail: Detail::Edit, ..cat() };
    let keys = Options { detail: Detail::Keys, ..cat() };
    let states = [
        ("empty", Options::default()),
        ("keys", keys),
        ("network", cat()),
        ("edit", edit),
        ("module", module(Detail::Plain)),
        ("classifiers", classifiers(ClassifiersTab::EVIDENCE)),
        ("cost", cost(CostTab::MODULES)),
        ("roofline", cost(CostTab::ROOFLINE)),
        ("exercises", cost(CostTab::EXERCISES)),
    ];
    states.map(|(name, options)| State::new(name, language, Desk, options)).into()
}

/// Cards of the lesson: the scene, and the last step of the answer where that is what once had no room.
fn cards() -> Vec<State> {
    let place = |card: Card| (0..CARDS).find(|&place| Card::at(place) == card).unwrap_or_default();
    let asked = [Card::Lineage, Card::Whole, Card::ReceptiveFields, Card::Naive, Card::YourTurn];
    let answered = [Card::Lineage, Card::Whole, Card::ReceptiveFields, Card::Naive, Card::Pooling, Card::Heads];
    let asked = asked.map(|card| (card, "asked", Tour::at(place(card))));
    let answered = answered.map(|card| (card, "answer", Tour::answered(place(card))));
    let states = asked.into_iter().chain(answered).map(|(card, step, tour)| {
        let options = Options { tour: Some(tour), ..cat() };
        State::new(format!("card-{}-{step}", card.number()), Language::Korean, Class(0), options)
    });
    states.collect()
}

/// Each in one language, so that the suite stays short: letters of both are seen in every kind.
fn states(language: Language) -> Vec<State> {
    let is_english = language == Language::English;
    let chosen = |(index, state): (usize, State)| (index.is_multiple_of(2) == is_english).then_some(state);
    let panels = in_class(language).into_iter().enumerate().filter_map(chosen);
    let desk = on_a_desk(language).into_iter().enumerate().filter_map(chosen);
    let cards = if is_english { Vec::new() } else { cards() };
    panels.chain(desk).chain(cards).collect()
}

/// Names of all files.
pub fn file_names() -> Vec<String> {
    Language::ALL.into_iter().flat_map(states).map(|state| state.file_name()).collect()
}

fn check_all(name: &str, language: Language) {
    let check = |state: State| compare::check(&state.file_name(), &state.sheet());
    super::in_a_fixed_process(&format!("sizes::{name}"), || states(language).into_iter().filter_map(check).collect());
}

#[test]
fn states_are_drawn_as_before_at_four_sizes_in_english() {
    check_all("states_are_drawn_as_before_at_four_sizes_in_english", Language::English);
}

#[test]
fn states_are_drawn_as_before_at_four_sizes_in_korean() {
    check_all("states_are_drawn_as_before_at_four_sizes_in_korean", Language::Korean);
}
