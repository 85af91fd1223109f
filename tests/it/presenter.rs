//! The presenter's own window: the footnote and the answer are there, not before the class.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::{Options, Tour};

use crate::app::{open, sample, settle};

fn shows(harness: &Harness<'static, App>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

#[test]
fn the_footnote_is_in_a_window_of_its_own() {
    let mut harness =
        open(Options { image: sample("cat.png"), tour: Some(Tour::at(0)), presents: Some(0), ..Default::default() });
    let [note, answer] = ["VGGNet and GoogLeNet are rivals", "No. AlexNet multiplies"];
    assert!(!shows(&harness, note) && !shows(&harness, answer));
    harness.key_press(Key::W);
    settle(&mut harness);
    assert!(harness.state().state().projector.has_presenter);
    assert!(shows(&harness, "The class sees: "));
    assert!(shows(&harness, note), "{note}");
    assert!(shows(&harness, "Next: more of this card"));
    harness.key_press(Key::ArrowRight);
    settle(&mut harness);
    assert!(
        shows(&harness, "Next card: The photo’s way through 22 layers") || shows(&harness, "Next card: The photo's")
    );
    harness.key_press(Key::W);
    settle(&mut harness);
    assert!(!shows(&harness, "The class sees: ") && !shows(&harness, note));
}
