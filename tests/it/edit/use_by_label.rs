//! The panel by the names a screen reader says.

use egui::{Key, Modifiers, PointerButton, Pos2, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::imaging::edit::Brush;
use inception_lens::session::Source;
use inception_lens::state::{Comparison, Detail, Options};

use crate::app::{drop_file, open, press, sample, settle};

const CANVAS: &str = "The photo as the network sees it";

pub fn cat() -> Harness<'static, App> {
    open(Options { image: sample("cat.png"), detail: Detail::Edit, ..Default::default() })
}

fn logits(harness: &Harness<'static, App>) -> Vec<f32> {
    let report = harness.state().state().report().unwrap();
    report.main().logits.clone()
}

/// Draws the pointer over the picture along places given as shares of its sides, the button held.
pub fn paint(harness: &mut Harness<'static, App>, places: &[[f32; 2]]) {
    let rect = harness.get_by_label(CANVAS).rect();
    let at = |[x, y]: [f32; 2]| Pos2::new(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    let button = |pressed, pos| egui::Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(egui::Event::PointerMoved(at(places[0])));
    harness.step();
    harness.event(button(true, at(places[0])));
    harness.step();
    for &place in &places[1..] {
        harness.event(egui::Event::PointerMoved(at(place)));
        harness.step();
    }
    harness.event(button(false, at(places[places.len() - 1])));
    settle(harness);
}

#[test]
fn dragging_the_brush_paints_and_one_undo_takes_the_stroke_back() {
    let mut harness = cat();
    let before = logits(&harness);
    paint(&mut harness, &[[0.3, 0.4], [0.4, 0.45], [0.6, 0.5]]);
    let state = harness.state().state();
    let edits = state.edits().clone();
    assert!(edits.dabs.len() > 3, "a stroke is many dabs: {}", edits.dabs.len());
    assert!(edits.dabs.iter().all(|dab| dab.brush == Brush::Grey));
    let (first, last) = (edits.dabs[0], edits.dabs[edits.dabs.len() - 1]);
    // Where the pointer went down, and nearly where it went up (the last step of a stroke is at most a third of a radius).
    assert!((first.x - 0.3 * 224.0).abs() < 1.0 && (first.y - 0.4 * 224.0).abs() < 1.0);
    assert!((last.x - 0.6 * 224.0).abs() < 6.0 && (last.y - 0.5 * 224.0).abs() < 6.0);
    let shown = state.shown().unwrap();
    let pixel = |x, y| shown.photo.prepared.pixels.get_pixel(x, y).0;
    assert_eq!(pixel(67, 90), [124, 116, 104]);
    let painted = logits(&harness);
    assert_ne!(painted, before);
    harness.get_by_label_contains(&format!("cat, {} before", crate::defaults::answer("cat").1));

    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(logits(&harness), before, "back to the very same run");
    assert!(harness.state().state().original().is_none());
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    settle(&mut harness);
    assert_eq!(logits(&harness), painted);
    harness.get_by_label("Reset").click();
    settle(&mut harness);
    assert_eq!(logits(&harness), before);
    // Reset is a step like any other.
    harness.get_by_label("Undo the last edit or mute").click();
    settle(&mut harness);
    assert_eq!(logits(&harness), painted);
}

#[test]
fn switches_sliders_and_keys_change_the_photo() {
    let mut harness = cat();
    harness.get_by_label("Mirror").click();
    settle(&mut harness);
    assert!(harness.state().state().edits().mirror);
    harness.get_by_label("Greyscale").click();
    settle(&mut harness);
    let pixels = |harness: &Harness<'static, App>| {
        let shown = harness.state().state().shown().unwrap();
        shown.photo.prepared.pixels.clone()
    };
    assert!(pixels(&harness).pixels().all(|pixel| pixel.0[0] == pixel.0[2]));
    harness.get_by_label("Brightness").focus();
    harness.step();
    harness.key_press(Key::ArrowRight);
    settle(&mut harness);
    assert!(harness.state().state().edits().brightness > 0.0);

    // The canvas by keyboard: Move and arrows, plus.
    harness.get_by_role_and_label(Role::RadioButton, "Move").click();
    settle(&mut harness);
    harness.get_by_label(CANVAS).focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowRight);
    harness.step();
    let shift = harness.state().state().edits().framing.shift;
    // Right is left in a mirror; 8 pixels of the input, of which 232 are the photo's 300.
    assert!((shift[0] - 8.0 * 300.0 / 232.0).abs() < 0.1, "{shift:?}");
    harness.key_press(Key::Plus);
    settle(&mut harness);
    let framing = harness.state().state().edits().framing;
    assert!(framing.zoom > 1.05, "{framing:?}");

    // The brush by keyboard: down twice, touch.
    harness.get_by_label("Noise").click();
    settle(&mut harness);
    harness.get_by_label(CANVAS).focus();
    harness.run_steps(2);
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Space] {
        harness.key_press(key);
        harness.step();
    }
    settle(&mut harness);
    let dabs = harness.state().state().edits().dabs.clone();
    assert_eq!(dabs.len(), 1);
    assert_eq!((dabs[0].x, dabs[0].y, dabs[0].brush), (112.0, 128.0, Brush::Noise));
}

/// Comma and full stop size the brush on a desk; before a class the full stop makes the screen black instead.
#[test]
fn comma_and_full_stop_size_the_brush() {
    let mut harness = cat();
    let radius = |harness: &mut Harness<'static, App>| {
        paint(harness, &[[0.5, 0.5]]);
        harness.state().state().edits().dabs.last().unwrap().radius
    };
    let at_first = radius(&mut harness);
    let press = |harness: &mut Harness<'static, App>, key| {
        harness.key_press(key);
        harness.run_steps(2);
    };
    press(&mut harness, Key::Period);
    let larger = radius(&mut harness);
    press(&mut harness, Key::Comma);
    press(&mut harness, Key::Comma);
    let smaller = radius(&mut harness);
    assert!(smaller < at_first && at_first < larger, "{smaller} {at_first} {larger}");
    assert!(!harness.state().state().projector.is_black);
    press(&mut harness, Key::P);
    press(&mut harness, Key::Period);
    assert!(harness.state().state().projector.is_black);
}

#[test]
fn the_wheel_zooms_the_crop_and_moving_keeps_to_the_photo() {
    let mut harness = cat();
    let rect = harness.get_by_label(CANVAS).rect();
    harness.event(egui::Event::PointerMoved(rect.center()));
    harness.step();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        source: egui::MouseWheelSource::Wheel,
        delta: egui::vec2(0.0, 200.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..20 {
        harness.step();
    }
    settle(&mut harness);
    let framing = harness.state().state().edits().framing;
    assert!(framing.zoom > 1.2, "{framing:?}");
    assert!(framing.shift.iter().all(|shift| shift.abs() < 1.0), "the centre stays: {framing:?}");
    assert!(harness.state().state().editing.can_undo());
    harness.get_by_label("Undo the last edit or mute").click();
    settle(&mut harness);
    assert!(harness.state().state().original().is_none(), "one turn of the wheel is one step");
    harness.get_by_role_and_label(Role::RadioButton, "Move").click();
    settle(&mut harness);
    for _ in 0..6 {
        paint(&mut harness, &[[0.9, 0.5], [0.5, 0.5], [0.1, 0.5]]);
    }
    let shown = harness.state().state().shown().unwrap();
    let window = shown.photo.prepared.window;
    let centre = window.x + window.width / 2.0;
    assert!((centre - shown.photo.size[0] as f32).abs() < 1.0, "the centre stops at the border: {centre}");
}

#[test]
fn the_panel_opens_by_button_and_key_in_every_view() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    assert!(harness.query_by_label(CANVAS).is_none());
    harness.get_by_label("Edit photo").click();
    settle(&mut harness);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        harness.key_press(key);
        settle(&mut harness);
        harness.get_by_label(CANVAS);
    }
    harness.key_press(Key::E);
    settle(&mut harness);
    assert!(harness.query_by_label(CANVAS).is_none());
}

#[test]
fn b_is_the_original_and_the_difference_is_that_of_both() {
    let mut harness = cat();
    paint(&mut harness, &[[0.3, 0.3], [0.6, 0.6]]);
    harness.get_by_label("Compare with original").click();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.comparison, Comparison::Difference);
    let original = state.original().unwrap();
    let b = state.maps().report(Source::B).unwrap();
    assert_eq!(b.id, original.report.id);
    let cell = |source| state.maps().get(source, "inception4c").unwrap().activation.values()[777];
    assert_eq!(cell(Source::AMinusB), cell(Source::A) - cell(Source::B));
    harness.get_by_label_contains("edited photo");
    harness.get_by_label_contains("before edits");
    // Without edits there is nothing to compare.
    harness.get_by_label("Reset").click();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.comparison, Comparison::First);
    assert!(state.maps().report(Source::B).is_none());
}

#[test]
fn a_new_photo_is_without_edits() {
    let mut harness = cat();
    paint(&mut harness, &[[0.3, 0.3], [0.6, 0.6]]);
    drop_file(&mut harness, sample("flower.jpg").unwrap());
    let state = harness.state().state();
    assert!(state.edits().is_none() && !state.editing.can_undo());
    assert!(state.original().is_none() && state.editing.is_open);
    let (label, share) = crate::defaults::answer("flower");
    harness.get_by_label_contains(&format!("{label}, {share}"));
}

#[test]
fn two_changes_in_one_frame_are_both_made() {
    let mut harness = cat();
    harness.get_by_role_and_label(Role::RadioButton, "Move").click();
    settle(&mut harness);
    harness.get_by_label(CANVAS).focus();
    settle(&mut harness);
    let event =
        |key| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    // Pressed between two frames: the photo is drawn along and zoomed.
    let events = &mut harness.input_mut().events;
    events.extend([event(Key::ArrowRight), event(Key::Plus)]);
    settle(&mut harness);
    let framing = harness.state().state().edits().framing;
    assert_ne!(framing.zoom, 1.0);
    assert_ne!(framing.shift, [0.0, 0.0], "the first of the two is lost");
}

#[test]
fn esc_closes_the_editor_and_every_view_says_that_the_photo_is_edited() {
    let mut harness = cat();
    assert!(harness.query_by_label("Photo edited").is_none());
    paint(&mut harness, &[[0.4, 0.4], [0.6, 0.6]]);
    press(&mut harness, Key::Escape);
    assert!(!harness.state().state().editing.is_open);
    for view in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5] {
        press(&mut harness, view);
        harness.get_by_label("Photo edited");
    }
    harness.get_by_label("Photo edited").click();
    settle(&mut harness);
    assert!(harness.state().state().editing.is_open);
    assert!(harness.query_by_label("Photo edited").is_none());
}
