//! Exercises by the names a screen reader says.

use egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::state::{CostTab, Settings};

use super::pictures::save;
use super::{WINDOW, window};

fn open(settings: Settings, size: Vec2) -> Harness<'static, App> {
    window(CostTab::EXERCISES, size, settings)
}

/// Types into the cell of that name and leaves it with that key.
fn fill(harness: &mut Harness<'static, App>, cell: &str, text: &str, key: Key) {
    harness.get_by_label(cell).focus();
    harness.run_steps(2);
    type_text(harness, text, key);
}

/// Types where the focus is.
fn type_text(harness: &mut Harness<'static, App>, text: &str, key: Key) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(1);
    harness.key_press(key);
    harness.run_steps(3);
}

/// Whether something on screen says that.
fn says(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Whether the keyboard is in that cell.
fn has_focus(harness: &Harness<'static, App>, cell: &str) -> bool {
    harness.get_by_label(cell).is_focused()
}

/// 192 → 96 → 128 with 3×3: 129,024 weights, 221,184 direct (the paper's second branch of 3a); with 96, 128 biases.
#[test]
fn a_cell_marks_itself_and_names_the_mistake() {
    let mut harness = open(Settings::default(), WINDOW);
    assert!(says(&harness, "0 of 20 right"));
    // 96 inputs, 128 filters of 3×3 without their biases.
    fill(&mut harness, "3×3, Parameters", "110592", Key::Tab);
    assert!(says(&harness, "the biases are missing"));
    assert!(has_focus(&harness, "3×3, MACs"), "Tab goes right");
    // The kernel on 192 channels, as if nothing had been reduced.
    type_text(&mut harness, "28*28*3*3*192*128", Key::Enter);
    assert!(says(&harness, "the channels before the reduction"));
    assert!(has_focus(&harness, "All together, MACs"), "Enter goes down");
    type_text(&mut harness, "28·28·129,024", Key::Enter);
    assert!(says(&harness, "1 of 20 right"));
    assert!(has_focus(&harness, "3×3 direct, MACs"));
    type_text(&mut harness, "many", Key::Enter);
    assert!(says(&harness, "neither a whole number nor a sum"));
    // Below the last row stands the next column.
    assert!(has_focus(&harness, "1×1 reduce, Memory, bytes"));
    type_text(&mut harness, "12345", Key::Tab);
    assert!(says(&harness, "none of the usual mistakes"));
    // Nothing is wrong before a cell is left; what is right is said at once.
    harness.get_by_label("1×1 reduce, Parameters").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("1852".to_owned()));
    harness.run_steps(2);
    assert!(says(&harness, "1×1 reduce, Parameters. Parameters, biases included"));
    harness.event(egui::Event::Text("8".to_owned()));
    harness.run_steps(2);
    assert!(says(&harness, "right. 192·96 + 96 = 18,528"));
    harness.get_by_label("Start over").click();
    harness.run_steps(3);
    assert!(says(&harness, "0 of 20 right"));
}

/// CS231n's module: 271 M multiplications with reductions; the slide prints 358 M.  The footnote waits for the answer.
#[test]
fn the_course_s_module_has_its_footnote_once_it_is_solved() {
    let mut harness = open(Settings::default(), WINDOW);
    harness.get_by_label("CS231n").click();
    harness.run_steps(3);
    assert!(!says(&harness, "358 M"));
    fill(&mut harness, "All together, MACs", "271351808", Key::Tab);
    let solved = says(&harness, "358 M");
    harness.get_by_label("Show answers").click();
    harness.run_steps(3);
    harness.get_by_label("All together, MACs").focus();
    harness.run_steps(3);
    assert!(says(&harness, "358 M"), "solved: {solved}");
    // The naive twin passes all 256 channels of its pooling on: 128 + 192 + 96 + 256.
    fill(&mut harness, "Naive twin, Channels", "480", Key::Tab);
    assert!(says(&harness, "without projection"));
    fill(&mut harness, "3×3 max pool, Parameters", "3*3*256*256", Key::Tab);
    assert!(says(&harness, "a pooling compares"));
}

#[test]
fn a_module_of_one_s_own_and_a_random_one() {
    let mut harness = open(Settings::default(), WINDOW);
    harness.get_by_label("Random").click();
    harness.run_steps(3);
    let sentence = |harness: &Harness<'static, App>| {
        let node = harness.query_all_by_label_contains("An Inception module reads").next();
        node.map(|node| node.accesskit_node().value().unwrap_or_default()).unwrap_or_default()
    };
    let before = sentence(&harness);
    harness.get_by_label("Another").click();
    harness.run_steps(3);
    assert_ne!(before, sentence(&harness));
    harness.get_by_label("Your own").click();
    harness.run_steps(3);
    for (name, number) in [("Channels in", "480"), ("Side, cells", "14"), ("1×1", "192")] {
        harness.get_by_label(&format!("Your module: {name}")).focus();
        harness.run_steps(2);
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.run_steps(1);
        harness.event(egui::Event::Text(number.to_owned()));
        harness.run_steps(2);
    }
    // 4a's first branch: 480 × 192 weights and 192 biases (Table 1).
    fill(&mut harness, "1×1, Parameters", "92352", Key::Tab);
    assert!(says(&harness, "right. 480·192 + 192 = 92,352"));
    harness.get_by_label("Your module: Side, cells").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("0000".to_owned()));
    harness.run_steps(3);
    assert!(says(&harness, "a whole number from 1 to 224"));
    assert!(says(&harness, "1 of"), "the table stays as it is");
}

/// The network in the program has the paper's 3×3 pool after 4e: below 31 pixels that pool has no cell (torchvision's, with 2×2, goes
/// down to 15; see `spec`).
#[test]
fn an_input_of_another_size() {
    let mut harness = open(Settings::default(), WINDOW);
    assert!(says(&harness, "3a: 256 × 28 × 28"));
    harness.get_by_label("Smallest").click();
    harness.run_steps(3);
    assert!(says(&harness, "Input: 31 × 31 pixels"));
    assert!(says(&harness, "5b: 1024 × 1 × 1"));
    let slider = harness.get_by_label("Side of the input, pixels");
    slider.focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowLeft);
    harness.run_steps(3);
    assert!(says(&harness, "It breaks at maxpool4"));
    assert!(says(&harness, "maxpool4: nothing left"));
    harness.get_by_label("224 × 224").click();
    harness.run_steps(3);
    assert!(says(&harness, "1.00× the usual"));
}

#[test]
fn it_speaks_korean_and_fits_the_smallest_window() {
    let settings = Settings { language: Language::Korean, ..Settings::default() };
    let mut harness = open(settings, vec2(1024.0, 700.0));
    fill(&mut harness, "3×3, 매개변수", "110592", Key::Tab);
    assert!(says(&harness, "편향을 빠뜨림"));
}

/// A table half filled, in both languages and sizes.
#[test]
fn a_half_filled_table_is_drawn() {
    for (language, size) in [(Language::English, WINDOW), (Language::Korean, vec2(1024.0, 768.0))] {
        let name = format!("exercises-filled-{language:?}");
        let settings = Settings { language, ..Settings::default() };
        let mut harness = open(settings, size);
        harness.get_by_label_contains("CS231n").click();
        harness.run_steps(3);
        let columns = ["exercise-column-params", "exercise-column-macs"].map(inception_lens::locale::text::tr);
        fill(&mut harness, &format!("1×1, {}", columns[0]), "32768", Key::Tab);
        type_text(&mut harness, "28*28*256*128", Key::Tab);
        fill(&mut harness, &format!("5×5, {}", columns[0]), "5*5*256*96+96", Key::Tab);
        assert!(harness.query_all_by_label_contains(&columns[0]).next().is_some());
        save(&mut harness, &name);
    }
}
