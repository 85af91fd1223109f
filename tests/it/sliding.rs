//! "One number": the window slides, its products come one by one, and what they add up to is the network's.

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::analysis::Arithmetic;
use inception_lens::app::App;
use inception_lens::locale::format::signed;
use inception_lens::locale::indices;
use inception_lens::state::{Options, Settings, View};

use crate::app::{open, open_with, sample, settle};

fn said(harness: &Harness<'static, App>) -> String {
    let node = harness.get_by_label_contains("Window for row ");
    node.accesskit_node().value().unwrap()
}

#[test]
fn the_window_slides_product_by_product_to_the_sum_of_the_selected_cell() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception3a.branch2.1".to_owned()),
        ..Default::default()
    });
    settle(&mut harness);
    let state = harness.state().state();
    let cell = state.selection.cell.unwrap();
    let Arithmetic::WeightedSum { kernel: 3, contributions, .. } =
        state.found.explanation.clone().unwrap().arithmetic.clone()
    else {
        panic!("a 3x3 convolution")
    };
    let sum = signed(contributions[0].sum, 3);
    harness.get_by_label("Slide the window").click();
    harness.step();
    harness.step();
    harness.get_by_label("One product").click();
    harness.step();
    harness.step();
    let first = said(&harness);
    assert!(first.contains(" of 9 products, sum ") && !first.contains("9 of 9"), "{first}");
    // At most nine positions of nine products.
    let there = format!("Window for {}: 9 of 9 products, sum {sum}", indices::cell(cell));
    let comes = (0..81).any(|_| {
        harness.get_by_label("One product").click();
        harness.step();
        harness.step();
        said(&harness) == there
    });
    assert!(comes, "{there}, and it says {}", said(&harness));
    harness.get_by_label("Back to the numbers").click();
    harness.step();
    harness.step();
    harness.get_by_label("Slide the window");
}

/// Nine positions of nine products and a rest of two, six a second: after seventeen seconds it stands still, with the last sum.
#[test]
fn the_window_moves_by_itself_and_stops() {
    let options = Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception3a.branch2.1".to_owned()),
        ..Default::default()
    };
    let mut harness = open_with(options, Settings::default(), [1440.0, 900.0], 0.1);
    settle(&mut harness);
    harness.get_by_label("Slide the window").click();
    harness.run_steps(3);
    let first = said(&harness);
    harness.run_steps(20);
    let later = said(&harness);
    assert_ne!(first, later);
    assert!(harness.query_by_label("Pause").is_some());
    let stops = (0..200).any(|_| {
        harness.step();
        harness.query_by_label("Pause").is_none()
    });
    assert!(stops, "{}", said(&harness));
    let last = said(&harness);
    assert!(last.contains("9 of 9 products"), "{last}");
    harness.run_steps(5);
    assert_eq!(said(&harness), last);
}
