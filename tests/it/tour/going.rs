//! From card to card: the clicker, wandering off, the list.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::{CARDS, Card, ClassifiersTab, CostTab, Spoiler, Stage, View};

use super::{lesson, place, shows, tour};
use crate::app::{press, settle};

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
fn the_cards_number_lists_all_cards() {
    let mut harness = lesson(0);
    let contents = format!("Card 1 of {CARDS}: list of all cards");
    harness.get_by_label(&contents).click();
    settle(&mut harness);
    let entry = format!("{CARDS}  ");
    assert!(shows(&harness, &entry));
    // Escape is the list's own.
    press(&mut harness, Key::Escape);
    assert!(!shows(&harness, &entry) && !tour(&harness).is_collapsed);
    harness.get_by_label(&contents).click();
    settle(&mut harness);
    harness.get_by_label_contains(&entry).click();
    settle(&mut harness);
    assert_eq!((tour(&harness).card, tour(&harness).step), (CARDS - 1, 0));
    assert!(!shows(&harness, &entry), "a choice closes it");
}

/// A narrow card beside the view has room for all that it offers after somebody has wandered off.
#[test]
fn after_wandering_off_the_way_back_lies_inside_the_card() {
    let mut harness = lesson(0);
    for key in [Key::Num3, Key::Num2, Key::Num4] {
        press(&mut harness, key);
        let window = harness.ctx.content_rect();
        let back = harness.get_by_label("Back to the card’s view (R)").rect();
        let answer = harness.get_by_label("Show answer").rect();
        let before = harness.get_by_label("Back").rect();
        for rect in [back, answer, before] {
            assert!(window.contains_rect(rect), "{key:?}: {rect:?} in {window:?}");
        }
        assert!(!back.intersects(answer) && !back.intersects(before), "{key:?}");
    }
    press(&mut harness, Key::R);
    assert!(harness.query_by_label("Back to the card’s view (R)").is_none());
}
