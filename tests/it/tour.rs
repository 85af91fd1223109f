//! The lesson: its cards, first guessed, then seen (`lesson-text.md`).

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::Place;
use inception_lens::app::{
    App, CARDS, Card, ClassifiersTab, CostTab, LayerPane, Options, Pace, Spoiler, Stage, Tour, View, placeholders,
};
use inception_lens::locale::format::grouped;
use inception_lens::locale::text::{Language, set_language, tr_with};
use inception_lens::spec::Modules;

use crate::app::{open, sample, settle};
use crate::small_album::small_album;

/// The cat, a small album, pictures and dreams of one step.
fn quick() -> Options {
    let album = Some(Place::Folder(small_album().into()));
    // A cache of its own: what cannot be kept would be said, and two programs cannot run one album.
    let album_cache = Some(tempfile::tempdir().unwrap().keep());
    Options { image: sample("cat.png"), album, album_cache, pace: Pace::short(1), ..Default::default() }
}

fn lesson(card: usize) -> Harness<'static, App> {
    open(Options { tour: Some(Tour::at(card)), ..quick() })
}

fn place(card: Card) -> usize {
    Card::ALL.iter().position(|other| *other == card).unwrap()
}

fn tour(harness: &Harness<'static, App>) -> Tour {
    harness.state().state().tour.unwrap()
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    settle(harness);
}

#[test]
fn what_a_reveal_shows_is_not_in_its_scene() {
    for card in 0..CARDS {
        let scene = Stage::of(card, 0);
        for step in 1..Stage::steps(card) {
            let reveal = Stage::of(card, step);
            assert_ne!(scene, reveal, "card {}", card + 1);
            assert!(step + 1 < Stage::steps(card) || reveal.covers.is_empty(), "card {}", card + 1);
            assert!(reveal.covers.len() <= scene.covers.len(), "card {}", card + 1);
        }
    }
    let mut harness = lesson(0);
    let shows = |harness: &Harness<'static, App>, words: &str| harness.query_by_label_contains(words).is_some();
    // Multiplications are the answer of card 1.
    let answer = "AlexNet multiplies 0.71 billion times";
    assert!(harness.state().state().is_covered(Spoiler::LineageMacs));
    assert!(shows(&harness, "Do fewer parameters mean fewer") && !shows(&harness, answer));
    harness.get_by_label("Show answer").click();
    settle(&mut harness);
    let said: Vec<&str> = harness.state().state().messages.iter().map(|message| message.text.as_str()).collect();
    assert!(shows(&harness, answer), "{said:?}");
    assert!(!harness.state().state().is_covered(Spoiler::LineageMacs));
}

#[test]
fn a_clicker_goes_through_all_cards_and_back() {
    let mut harness = lesson(0);
    let mut seen = vec![harness.state().state().view];
    for card in 0..CARDS {
        for step in 0..Stage::steps(card) {
            assert_eq!((tour(&harness).card, tour(&harness).step), (card, step));
            seen.push(harness.state().state().view);
            // What a card selects was nobody's choice: nothing lies over the tiles that it is about.
            assert!(harness.query_by_role(Role::Tooltip).is_none(), "card {}, step {step}", card + 1);
            if (card, step) != (CARDS - 1, Stage::steps(CARDS - 1) - 1) {
                press(&mut harness, Key::PageDown);
            }
        }
    }
    for view in [
        View::Cost(CostTab::LINEAGE),
        View::Network,
        View::Module(0),
        View::Module(2),
        View::Classifiers(ClassifiersTab::EVIDENCE),
        View::Classifiers(ClassifiersTab::GRADIENTS),
    ] {
        assert!(seen.contains(&view), "{view:?}");
    }
    press(&mut harness, Key::PageUp);
    assert_eq!((tour(&harness).card, tour(&harness).step), (CARDS - 1, 0));
    press(&mut harness, Key::PageUp);
    assert_eq!((tour(&harness).card, tour(&harness).step), (CARDS - 2, 1));
}

#[test]
fn wandering_off_is_allowed_and_r_returns() {
    let mut harness = lesson(3);
    assert_eq!(harness.state().state().view, View::Module(2));
    press(&mut harness, Key::Num3);
    assert_eq!(harness.state().state().view, View::Layer);
    harness.get_by_label("Back to the card’s view (R)");
    press(&mut harness, Key::R);
    assert_eq!(harness.state().state().view, View::Module(2));
    assert!(!harness.state().state().has_wandered());
    press(&mut harness, Key::H);
    assert!(harness.query_by_label("Show answer").is_none());
    press(&mut harness, Key::H);
    harness.get_by_label("Show answer");
    // The first Escape only folds the card; the second leaves, and the lesson goes on where it was.
    press(&mut harness, Key::Escape);
    assert!(tour(&harness).is_collapsed);
    press(&mut harness, Key::Escape);
    assert!(harness.state().state().tour.is_none());
    press(&mut harness, Key::Num7);
    assert_eq!(tour(&harness).card, 3);
}

#[test]
fn what_is_clicked_at_a_card_has_its_tooltip() {
    let mut harness = lesson(place(Card::Whole));
    harness.get_by_label("Inception 4c").click();
    settle(&mut harness);
    harness.remove_cursor();
    settle(&mut harness);
    harness.get_by_role(Role::Tooltip);
}

#[test]
fn card_4_turns_to_naive_and_the_next_turns_back() {
    let mut harness = lesson(3);
    assert_eq!(harness.state().state().modules, Modules::Reduced);
    assert!(harness.state().state().is_covered(Spoiler::ConcatLabels));
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().modules, Modules::Naive);
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().state().modules, Modules::Reduced);
}

#[test]
fn card_6_moves_the_crop_by_a_cell_and_puts_it_back() {
    let mut harness = lesson(5);
    let before = harness.state().state().report().unwrap().main().logits.clone();
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    let (original, edited) = (state.original().unwrap(), state.report().unwrap());
    assert_eq!(original.report.main().logits, before);
    assert_ne!(edited.main().logits, before);
    let class = original.report.main().best();
    let values = placeholders(state, 5);
    let value = |name: &str| {
        let found = values.iter().find(|(key, _)| *key == name);
        found.unwrap().1.replace('−', "-").parse::<f32>().unwrap()
    };
    assert!((value("logit_before") - before[class]).abs() < 0.006);
    assert!((value("logit_after") - edited.main().logits[class]).abs() < 0.006);
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    assert!(state.original().is_none());
    // The class's own photo is back in place of the sample.
    assert_eq!(photo_name(&harness), "cat.png");
}

#[test]
fn card_6_moves_the_crop_of_a_photo_opened_meanwhile_too() {
    let mut harness = lesson(5);
    press(&mut harness, Key::PageDown);
    assert!(harness.state().state().original().is_some());
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    let moved = |harness: &Harness<'static, App>| {
        let state = harness.state().state();
        assert_eq!(state.shown().unwrap().photo.name, "flower.jpg");
        (!state.edits().is_none()).then(|| state.original().is_some())
    };
    assert_eq!(moved(&harness), Some(true));
    press(&mut harness, Key::PageUp);
    assert_eq!(moved(&harness), None);
    press(&mut harness, Key::PageDown);
    assert_eq!(moved(&harness), Some(true));
    press(&mut harness, Key::PageDown);
    assert_eq!(moved(&harness), None);
    // Coming back, the card has its sample again, moved; what a person takes back the card moves again.
    press(&mut harness, Key::PageUp);
    assert_eq!(photo_name(&harness), "cat-poster.jpg");
    assert!(harness.state().state().original().is_some());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(harness.state().state().original().is_none());
    press(&mut harness, Key::PageUp);
    press(&mut harness, Key::PageDown);
    assert!(harness.state().state().original().is_some());
}

#[test]
fn card_8_finds_the_cell_that_hurts_most() {
    let mut harness = lesson(place(Card::YourTurn));
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    let occlusion = state.found.occlusion.as_ref().unwrap();
    assert!(!occlusion.is_running && occlusion.strongest().is_some());
    harness.get_by_label_contains(&format!("takes it from {} to ", crate::defaults::answer("cat").1));
}

/// The table of lesson-text.md, section 4, and its rule 8: every text is filled in and fits the card.
#[test]
fn texts_are_filled_in_with_computed_numbers_and_fit() {
    let harness = lesson(0);
    let state = harness.state().state();
    let classes = crate::defaults::classes();
    let [linear, flattened] = [1024, 49 * 1024].map(|inputs| grouped((inputs * classes) as u64));
    let classes = classes.to_string();
    for (language, most, expected) in [
        (
            Language::English,
            330,
            [
                ("goog_params", "7.00 million"),
                ("param_percent", "11.5"),
                ("goog_macs", "1.58 billion"),
                ("naive_macs", "307.1 million"),
                ("reduced_macs", "73.6 million"),
            ],
        ),
        (
            Language::Korean,
            200,
            [
                ("goog_params", "약 700만 "),
                ("param_percent", "11.5"),
                ("goog_macs", "15.8억 "),
                ("naive_macs", "약 3억 710만 "),
                ("reduced_macs", "약 7,361만 "),
            ],
        ),
    ] {
        set_language(language);
        let mut all = Vec::new();
        for card in 0..CARDS {
            let values = placeholders(state, card);
            for part in ["title", "body", "question", "answer", "note"] {
                let text = tr_with(&format!("lesson-{}-{part}", Card::at(card).number()), &values);
                assert!(!text.contains("{$") && !text.starts_with("lesson-"), "{text}");
                let letters = text.chars().count();
                assert!(part != "body" || letters <= most, "{letters}: {text}");
            }
            all.extend(values);
        }
        for (key, value) in expected.into_iter().chain([
            ("layers", "22"),
            ("stem_layers", "3"),
            ("modules", "9"),
            ("size_first", "112"),
            ("ch_last", "1024"),
            ("rf_1x1", "27"),
            ("rf_3x3", "43"),
            ("rf_5x5", "59"),
            ("cin", "480"),
            ("conv_out", "448"),
            ("stack_in", "192"),
            ("stack_out", "4944"),
            ("stack_ratio", "7.9"),
            ("mul_direct", "898,560"),
            ("mul_total", "225,792"),
            ("mul_ratio", "4"),
            ("fc_params", &*flattened),
            ("linear_params", &*linear),
            ("aux1_after", "4a"),
            ("aux2_after", "4d"),
            ("depth_main", "22"),
            ("depth_aux1", "12"),
            ("aux_weight", "0.3"),
            ("classes", &*classes),
        ]) {
            assert!(
                all.iter().any(|(name, found)| *name == key && found == value),
                "{key} {value}: {:?}",
                all.iter().filter(|(name, _)| *name == key).collect::<Vec<_>>()
            );
        }
    }
    set_language(Language::English);
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn card_8_asks_about_the_channel_that_adds_most_and_hides_the_albums_photos() {
    let mut harness = lesson(place(Card::LooksFor));
    let state = harness.state().state();
    let found = state.found.attribution.clone().unwrap();
    assert_eq!((state.view, state.arrangement.pane), (View::Layer, LayerPane::LooksFor));
    assert_eq!((state.selection.layer.as_str(), state.selection.channel), ("inception4d", Some(found.order[0])));
    assert_eq!(found.class, state.report().unwrap().main().best());
    let examples = state.looks_for.examples.clone().unwrap();
    assert_eq!(examples.photos, 10);
    let first = examples.strongest[0].label.clone().unwrap();
    assert!(state.is_covered(Spoiler::Examples) && shows(&harness, "10 album photos make it fire most"));
    assert!(!shows(&harness, &format!("Strongest are {first}")));
    press(&mut harness, Key::ArrowRight);
    assert!(shows(&harness, &format!("Strongest are {first}")));
    let rank = examples.rank(
        harness.state().state().report().unwrap().activation("inception4d").unwrap().statistics[found.order[0]].max,
    );
    assert!(shows(&harness, &format!("rank {rank} of 11")), "{rank}");
    assert!(harness.state().state().is_covered(Spoiler::Rank));
    press(&mut harness, Key::ArrowRight);
    assert!(!harness.state().state().is_covered(Spoiler::Rank));
}

#[test]
fn card_9_shows_two_dreams_and_says_their_depths_afterwards() {
    let mut harness = lesson(place(Card::Dreams));
    assert!(shows(&harness, "Dream at the left") && shows(&harness, "Dream at the right"));
    assert!(!shows(&harness, "4e") && !shows(&harness, "3b"));
    press(&mut harness, Key::ArrowRight);
    // What a cell sees: googlenet-facts.md, receptive fields.
    assert!(shows(&harness, "Dream of 3b: one of its cells sees 91 × 91 px"));
    assert!(shows(&harness, "Dream of 4e: one of its cells sees 427 × 427 px"));
}

#[test]
fn the_quiz_counts_what_was_guessed_right() {
    let mut harness = lesson(place(Card::LooksFor));
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    harness.get_by_label("Quiz: which photo fires it more?").click();
    settle(&mut harness);
    for answered in 1..=3 {
        let question = harness.state().state().looks_for.quiz.question.clone().unwrap();
        let right = question.stronger();
        assert!(question.photos[right].value > question.photos[1 - right].value);
        // The last answer is wrong.
        let side = if answered < 3 { right } else { 1 - right };
        harness.get_by_label(["Photo at the left", "Photo at the right"][side]).click();
        settle(&mut harness);
        assert!(shows(&harness, &format!("{} of {answered} right", answered.min(2))));
        assert!(shows(&harness, if answered < 3 { "Right." } else { "No, it is the other one." }));
        harness.get_by_label("Next two").click();
        settle(&mut harness);
    }
    harness.get_by_label("Back to the photos").click();
    settle(&mut harness);
    assert!(shows(&harness, "2 of 3 right"));
}

/// Clicks what a screen reader calls so.
fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

/// Moves the slider of a guess in times by so many stops.
fn slide(harness: &mut Harness<'static, App>, key: Key, stops: usize) {
    harness.get_by_label("Guess: how many times as many").focus();
    settle(harness);
    for _ in 0..stops {
        press(harness, key);
    }
    // The clicker works whatever has the focus.
}

fn photo_name(harness: &Harness<'static, App>) -> String {
    harness.state().state().shown().unwrap().photo.name.clone()
}

/// Every card is guessed at, then told; the guess stands beside what was computed, and is still there on the way back.
#[test]
fn the_class_guesses_through_the_whole_lesson() {
    let mut harness = lesson(0);
    for card in Card::ALL {
        assert_eq!(Card::at(tour(&harness).card), card);
        let said = guess_at(&mut harness, card);
        assert!(!shows(&harness, "· truth:") && !shows(&harness, "Guessed right"), "{card:?}: too early");
        assert!(harness.state().state().guess(card).is_some(), "{card:?}");
        press(&mut harness, Key::PageDown);
        assert!(shows(&harness, &said), "{card:?}: {said}");
        // Back to the question: the guess is kept, and can be changed no longer than until the answer.
        press(&mut harness, Key::PageUp);
        assert!(harness.state().state().guess(card).is_some(), "{card:?}");
        while Card::at(tour(&harness).card) == card && tour(&harness).next().is_some() {
            press(&mut harness, Key::PageDown);
        }
    }
}

/// Guesses at a card; returns what is to be said with the answer.
fn guess_at(harness: &mut Harness<'static, App>, card: Card) -> String {
    let label = |harness: &mut Harness<'static, App>, label: &str, said: &str| {
        click(harness, label);
        said.to_owned()
    };
    match card {
        // Table 1 and lesson-text.md: 1.58 against 0.71 billion.
        Card::Lineage => {
            slide(harness, Key::ArrowRight, 2);
            "Guessed: 2× · truth: 2.2×".to_owned()
        }
        Card::Whole => label(harness, "Guess: Maps grow, channels shrink", "truth: Maps shrink, channels grow"),
        Card::ReceptiveFields => {
            label(harness, "4×4 window: row 1, column 2", "Guessed: row 1, column 2 · truth: no cell")
        }
        Card::Naive => label(harness, "Guess: 3×3", "Guessed: 3×3 · truth: pooling"),
        // 225,792 of 898,560.
        Card::Reduction => {
            slide(harness, Key::ArrowLeft, 2);
            "Guessed: 1/2× · truth: 1/4×".to_owned()
        }
        Card::Pooling => {
            assert_eq!(photo_name(harness), "cat-poster.jpg");
            label(harness, "Guess: Map moves, logit hardly changes", "Guessed right: Map moves, logit hardly changes")
        }
        Card::Heads => label(harness, "Guess: All of it", "Guessed: All of it · truth: Next to nothing"),
        Card::LooksFor => {
            assert_eq!(photo_name(harness), "cat.png");
            let examples = harness.state().state().looks_for.examples.clone().unwrap();
            let strongest = examples.strongest[0].label.clone().unwrap();
            label(harness, &format!("Guess: {strongest}"), &format!("Guessed right: {strongest}"))
        }
        Card::WhyWrong => {
            assert_eq!(photo_name(harness), "coffee.png");
            assert!(harness.query_by_label_contains("Evidence in row").is_none(), "what is to be guessed is covered");
            label(harness, "Guess: row 0, column 0", "Guessed: row 0, column 0 (")
        }
        Card::Dreams => {
            assert_eq!(photo_name(harness), "cat.png");
            label(harness, "Guess: Right", "Guessed right: Right")
        }
        Card::Heatmaps => {
            assert!(
                harness.query_by_label_contains("Occlusion: agreement").is_none(),
                "what is to be guessed is covered"
            );
            label(harness, "Guess: Occlusion", "Guessed")
        }
        Card::Guess => {
            // Nobody played: what is true is not known, and nothing is said of the guess.
            click(harness, "Guess: No real difference");
            String::new()
        }
        // Trained with these weights, 4a loses most of the cat without its pool branch.
        Card::Branches => label(harness, "Guess: 3×3", "Guessed: 3×3 · truth: pooling"),
        Card::Fool => {
            assert!(harness.query_by_label_contains("Random noise").is_none(), "what is to be guessed is covered");
            let said = match harness.state().state().noise_is_first() {
                true => "Guessed right: A is the noise",
                false => "Guessed: A is the noise · truth: B is the noise",
            };
            label(harness, "Guess: A is the noise", said)
        }
        Card::Rebuild => {
            harness.get_by_label_contains("From the 16 channels after, covered until the answer");
            assert!(harness.query_by_label_contains("relative error").is_none(), "what is to be guessed is covered");
            label(harness, "Guess: fine patterns", "Guessed")
        }
        Card::Networks => {
            assert!(!shows(harness, "Least alike at"), "what is to be guessed is covered");
            assert!(harness.state().state().networks().is_some_and(|[_, b]| b.is_random));
            label(harness, "Guess: More different", "Guessed")
        }
        Card::YourTurn => label(harness, "Guess: row 0, column 0", "Guessed: row 0, column 0 ("),
    }
}

#[test]
fn the_card_about_a_wrong_answer_names_cell_and_channel_and_gives_the_photo_back() {
    let mut harness = lesson(place(Card::WhyWrong));
    assert_eq!(photo_name(&harness), "coffee.png");
    assert!(shows(&harness, "This photo shows: cup. The network says"));
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    let report = state.report().unwrap();
    let evidence = report.evidence(report.main().best()).unwrap();
    let shares = evidence.shares();
    let loudest = (0..49).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap();
    assert!(shows(&harness, &format!("Loudest was row {}, column {}: ", loudest / 7, loudest % 7)));
    press(&mut harness, Key::PageDown);
    let state = harness.state().state();
    assert_eq!((state.view, state.arrangement.pane), (View::Layer, LayerPane::LooksFor));
    let found = state.found.attribution.clone().unwrap();
    let channel = state.selection.channel.unwrap();
    // It carried the answer: at least half of what the first channel adds.
    assert!(found.channels[channel] >= 0.5 * found.channels[found.order[0]]);
    assert!(shows(&harness, &format!("channel {channel}")) || shows(&harness, &format!(", {channel} (")));
    press(&mut harness, Key::PageDown);
    assert_eq!(photo_name(&harness), "cat.png");
}

#[test]
fn a_photo_opened_while_a_card_shows_a_sample_stays() {
    let mut harness = lesson(place(Card::WhyWrong));
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::PageDown);
    press(&mut harness, Key::PageDown);
    assert_eq!(photo_name(&harness), "flower.jpg");
}

/// One number for all layers, so that 22 of them multiply it: what is left is far below what He's weights leave, and far above
/// with a wide spread.
#[test]
fn the_slider_goes_from_vanishing_to_exploding() {
    let mut harness = lesson(place(Card::Heads));
    press(&mut harness, Key::PageDown);
    let left = |harness: &Harness<'static, App>| {
        let gradients = &harness.state().state().found.gradients;
        let curve = gradients.of_spread(gradients.spread).unwrap();
        curve.points[0].1 / curve.points.last().unwrap().1
    };
    assert!(left(&harness) < 1e-6, "{}", left(&harness));
    assert!(shows(&harness, "It vanishes: conv1 gets "));
    harness.get_by_label_contains("Spread of the fresh weights").focus();
    settle(&mut harness);
    press(&mut harness, Key::End);
    for _ in 0..16 {
        press(&mut harness, Key::ArrowRight);
    }
    assert!(left(&harness) > 100.0, "{}", left(&harness));
    assert!(shows(&harness, "xplodes: conv1 gets "));
}
