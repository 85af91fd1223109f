//! What the class guesses.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::Card;

use super::{lesson, photo_name, place, shows, tour};
use crate::app::{click, press, settle};

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

/// Moves the slider of a guess in times by so many stops.
fn slide(harness: &mut Harness<'static, App>, key: Key, stops: usize) {
    harness.get_by_label("Guess: how many times as many").focus();
    settle(harness);
    for _ in 0..stops {
        press(harness, key);
    }
    // The clicker works whatever has the focus.
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
