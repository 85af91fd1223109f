//! What a mouse does by pointing, dragging and double clicking, the keyboard does too.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::state::{ClassifiersTab, Detail, Options, View};

use super::places;
use crate::app::{SHORT_STEP_SECONDS, open_timed, sample, settle};

fn cat(view: View, layer: &str, detail: Detail) -> Harness<'static, App> {
    let options =
        Options { image: sample("cat.png"), view, layer: Some(layer.to_owned()), detail, ..Default::default() };
    open_timed(options, [1440.0, 900.0], SHORT_STEP_SECONDS)
}

fn press(harness: &mut Harness<'static, App>, keys: &[Key]) {
    for &key in keys {
        harness.key_press(key);
        settle(harness);
    }
}

/// Gives the focus to what has such a name.
fn focus(harness: &mut Harness<'static, App>, role: Role, name: &str) {
    let is_meant = |label: Option<String>| label.is_some_and(|label| label.contains(name));
    harness
        .get_all_by_role(role)
        .find(|node| is_meant(node.accesskit_node().label()))
        .unwrap_or_else(|| panic!("no {role:?} {name}"))
        .focus();
    harness.step();
    harness.step();
}

#[test]
fn arrows_pan_the_map_and_tab_leaves_it() {
    let mut harness = cat(View::Network, "conv1", Detail::Plain);
    press(&mut harness, &[Key::Plus, Key::Plus]);
    harness.run_steps(20);
    let place = |harness: &Harness<'static, App>| harness.get_by_label("Inception 4c").rect().min;
    let before = place(&harness);
    focus(&mut harness, Role::GraphicsObject, "Map of the network");
    press(&mut harness, &[Key::ArrowRight, Key::ArrowDown]);
    let moved = place(&harness) - before;
    assert!(moved.x < -20.0 && moved.y < -20.0, "{moved:?}");
    // From module to module, then on to the buttons below.
    focus(&mut harness, Role::Button, "Inception 5b");
    assert_eq!(harness.state().state().selection.layer, "inception5b");
    press(&mut harness, &[Key::Tab]);
    assert!(harness.get_by_label("One scale for all maps").is_focused());
    press(&mut harness, &[Key::Tab]);
    assert!(harness.get_by_label("Zoom out").is_focused());
}

/// Width of the largest picture.
fn widest(harness: &Harness<'static, App>) -> f32 {
    let pictures = harness.get_all_by_role(Role::Image);
    pictures.map(|node| node.rect().width()).fold(0.0, f32::max)
}

#[test]
fn a_walked_tile_says_what_a_hovered_one_says_and_enter_opens_it() {
    let mut harness = cat(View::Layer, "inception4a", Detail::Plain);
    focus(&mut harness, Role::Grid, "512 channels");
    press(&mut harness, &[Key::ArrowRight]);
    let state = harness.state().state();
    let channel = state.selection.channel.unwrap();
    let mean = state.selected_activation().unwrap().statistics[channel].mean;
    let words = format!("Channel {channel}, mean {mean:.2}");
    assert!(harness.query_by_value(&words).is_some(), "{words}");
    press(&mut harness, &[Key::Enter]);
    assert!(widest(&harness) > 560.0);
    press(&mut harness, &[Key::Escape]);
    assert!(widest(&harness) < 400.0);
}

#[test]
fn a_double_click_on_a_tile_fills_the_canvas_and_one_on_the_picture_brings_the_tiles_back() {
    let mut harness = cat(View::Layer, "inception4a", Detail::Plain);
    let tile = harness.query_all_by_label_contains(", mean").nth(3).unwrap();
    let name = tile.accesskit_node().label().unwrap();
    let tile = tile.rect().center();
    double_click(&mut harness, tile);
    let channel = harness.state().state().selection.channel.unwrap();
    assert!(name.starts_with(&format!("Channel {channel},")), "{name}");
    assert!(widest(&harness) > 560.0);
    assert!(harness.query_by_label(&name).is_none(), "the tiles are away");
    let pictures = harness.get_all_by_role(Role::Image);
    let wide = pictures.map(|node| node.rect()).find(|rect| rect.width() > 560.0);
    double_click(&mut harness, wide.unwrap().center());
    harness.get_by_label(&name);
}

fn double_click(harness: &mut Harness<'static, App>, place: egui::Pos2) {
    // Long enough after the click before.
    harness.run_steps(30);
    harness.hover_at(place);
    for pressed in [true, false, true, false] {
        harness.event(egui::Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    settle(harness);
}

#[test]
fn arrows_move_the_cell_over_the_photo() {
    let mut harness = cat(View::Layer, "inception4a", Detail::Plain);
    let before = harness.state().state().selection.cell.unwrap();
    focus(&mut harness, Role::Image, "over the photo");
    press(&mut harness, &[Key::ArrowDown, Key::ArrowDown]);
    let cell = harness.state().state().selection.cell.unwrap();
    assert_eq!(cell, ((before.0 + 2).min(13), before.1));
}

/// Whether a text begins like that.
fn is_said(harness: &Harness<'static, App>, words: &str) -> bool {
    let labels = harness.get_all_by_role(Role::Label);
    let mut texts = labels.filter_map(|node| node.value());
    texts.any(|text| text.contains(words))
}

#[test]
fn evidence_is_walked_and_read_out_cell_by_cell() {
    let tab = View::Classifiers(ClassifiersTab::EVIDENCE);
    let mut harness = cat(tab, "conv1", Detail::Plain);
    focus(&mut harness, Role::Image, "arrows move the cell");
    press(&mut harness, &[Key::ArrowRight, Key::ArrowDown]);
    assert_eq!(harness.state().state().selection.cell, Some((1, 1)));
    assert!(is_said(&harness, "Evidence in row 1, column 1"));
    // The card of a head leads to the module it hangs on, as a double click does.
    focus(&mut harness, Role::Button, "aux 1, ");
    press(&mut harness, &[Key::Enter]);
    assert_eq!(harness.state().state().view, View::Module(2));
}

#[test]
fn brush_crop_and_patch_are_moved_by_arrows() {
    let mut harness = cat(View::Network, "conv1", Detail::Edit);
    focus(&mut harness, Role::Image, "The photo as the network sees it");
    press(&mut harness, &[Key::ArrowLeft]);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowUp);
    press(&mut harness, &[Key::Space]);
    // From the middle, 8 pixels to the left and 32 up.
    let dab = harness.state().state().edits().dabs[0];
    assert_eq!([dab.x, dab.y], [104.0, 80.0]);
    harness.get_by_label("Move").click();
    settle(&mut harness);
    focus(&mut harness, Role::Image, "The photo as the network sees it");
    let before = harness.state().state().edits().framing;
    press(&mut harness, &[Key::Plus, Key::ArrowRight]);
    assert_ne!(harness.state().state().edits().framing, before);
}

#[test]
fn fields_and_weights_are_walked() {
    let mut harness = cat(View::Module(2), "inception4a", Detail::ReceptiveFields);
    let before = harness.render().unwrap();
    focus(&mut harness, Role::Button, "Photo: choose a cell");
    let focused = harness.render().unwrap();
    assert_ne!(before, focused);
    press(&mut harness, &[Key::ArrowUp, Key::ArrowUp]);
    assert_ne!(harness.render().unwrap(), focused, "the fields moved");
    let mut harness = cat(View::Layer, "inception4a.branch1", Detail::Kernels);
    let before = harness.state().state().selection.channel.unwrap_or(0);
    focus(&mut harness, Role::Image, "Matrix of");
    press(&mut harness, &[Key::ArrowDown, Key::ArrowRight]);
    let filter = harness.state().state().selection.channel;
    assert_eq!(filter, Some(before + 1));
    assert!(is_said(&harness, &format!("Filter {}, input 1: ", before + 1)));
}

#[test]
fn escape_closes_menus_and_leaves_the_keyboard_at_their_buttons() {
    for name in ["samples", "compare", "weights", "settings", "classes"] {
        let place = places().into_iter().find(|place| place.name == name);
        let mut harness = place.unwrap().open(Language::English, [1440.0, 900.0]);
        assert!(egui::Popup::is_any_open(&harness.ctx), "{name}");
        harness.key_press(Key::Escape);
        harness.step();
        harness.step();
        assert!(!egui::Popup::is_any_open(&harness.ctx), "{name}");
        let is_at_button = |harness: &Harness<'static, App>| {
            let mut buttons = harness.get_all_by_role(Role::Button);
            buttons.any(|node| node.is_focused())
        };
        assert!(is_at_button(&harness), "{name}");
        // Space opens it again, as a click does.
        harness.key_press(Key::Space);
        harness.step();
        harness.step();
        assert!(egui::Popup::is_any_open(&harness.ctx), "{name}");
    }
}
