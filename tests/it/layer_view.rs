//! The layer view, as a person meets it.

mod pictures;
pub mod stage;

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::state::{Command, Selection, Sort};

use stage::{Stage, WINDOW};

/// A window with the stage in it.
fn window(stage: Stage, size: [f32; 2]) -> (Rc<RefCell<Stage>>, Harness<'static>) {
    let stage = Rc::new(RefCell::new(stage));
    let drawn = Rc::clone(&stage);
    let harness = Harness::builder()
        // The harness keeps a margin of 8 points around what it shows.
        .with_size(vec2(size[0] + 16.0, size[1] + 16.0))
        .with_context_setup(|ctx| super::widgets::install(ctx, true))
        .build_ui(move |ui| drawn.borrow_mut().draw(ui));
    (stage, harness)
}

fn click(harness: &mut Harness<'_>, label: &str) {
    harness.get_by_label_contains(label).click();
    harness.run();
}

fn press(harness: &mut Harness<'_>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn selection(stage: &Rc<RefCell<Stage>>) -> Selection {
    stage.borrow().state.selection.clone()
}

#[test]
fn a_tile_selects_its_channel_and_a_second_click_a_cell() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    click(&mut harness, "Channel 5, mean");
    assert_eq!(selection(&stage).channel, Some(5));
    assert_eq!(selection(&stage).cell, None);
    harness.get_by_label("Channel 5 of 192 (0–191)");
    click(&mut harness, "Channel 5, mean");
    assert_eq!(selection(&stage).cell, Some((14, 14)), "the middle of 28 x 28");
    harness.get_by_label("All 128 input channels");
    press(&mut harness, Key::Escape);
    assert_eq!(selection(&stage).cell, None);
    click(&mut harness, "Explain the strongest cell");
    let cell = selection(&stage).cell.unwrap();
    let report = stage.borrow().state.report().unwrap().clone();
    let activation = report.activation("inception3b.branch2.1").unwrap();
    let value = activation.channel(5)[cell.0 * 28 + cell.1];
    assert_eq!(value, activation.statistics[5].max);
}

#[test]
fn a_click_on_the_photo_selects_the_cell_there() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    click(&mut harness, "over the photo");
    let first = selection(&stage);
    assert!(first.channel.is_some(), "the channel in view becomes the selected one");
    assert_eq!(first.cell, Some((14, 14)));
}

#[test]
fn order_scale_and_filter_are_asked_for_by_name_and_key() {
    let (stage, mut harness) = window(Stage::new("inception5b"), WINDOW);
    harness.get_by_label("Zeros").click();
    harness.run();
    assert_eq!(stage.borrow().state.settings.sort, Sort::Zeros);
    press(&mut harness, Key::S);
    assert_eq!(stage.borrow().state.settings.sort, Sort::Contribution);
    harness.get_by_label_contains("Contribution to cat");
    press(&mut harness, Key::S);
    assert_eq!(stage.borrow().state.settings.sort, Sort::Index);
    for label in ["Per map", "Symmetric", "Shared"] {
        harness.get_by_label(label).click();
        harness.run();
    }
    click(&mut harness, "Hide silent channels");
    assert!(stage.borrow().state.settings.hide_silent);
    click(&mut harness, "Show silent channels");
    assert!(!stage.borrow().state.settings.hide_silent);
}

#[test]
fn arrows_walk_through_the_tiles_and_keep_the_cell() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    harness.get_by_label("Index").click();
    harness.run();
    harness.get_by_label("Index").focus();
    click(&mut harness, "Channel 3, mean");
    harness.get_by_label_contains("channels, channel 3 selected").focus();
    harness.run();
    press(&mut harness, Key::ArrowRight);
    assert_eq!(selection(&stage).channel, Some(4));
    press(&mut harness, Key::ArrowDown);
    assert_eq!(selection(&stage).channel, Some(20), "16 tiles in a row");
    stage.borrow_mut().carry_out(Command::SelectCell(Some((3, 9))));
    harness.run();
    press(&mut harness, Key::ArrowUp);
    assert_eq!(selection(&stage).channel, Some(4));
    assert_eq!(selection(&stage).cell, Some((3, 9)));
    press(&mut harness, Key::CloseBracket);
    harness.get_by_label_contains("Next input channel");
}

#[test]
fn muting_shows_the_belief_before_and_after() {
    let stage = Stage::new("inception3b.branch2.1").select(79, None);
    let (stage, mut harness) = window(stage, WINDOW);
    click(&mut harness, "Mute this channel");
    let before = stage.borrow().state.unmuted().cloned().expect("muted now");
    let after = stage.borrow().state.report().unwrap().clone();
    assert_ne!(before.main().probabilities, after.main().probabilities);
    assert_eq!(after.activation("inception3b.branch2.1").unwrap().statistics[79].max, 0.0);
    press(&mut harness, Key::M);
    assert!(stage.borrow().state.muted().is_empty(), "the key takes it back");
    press(&mut harness, Key::M);
    click(&mut harness, "Unmute all 1");
    assert!(stage.borrow().state.unmuted().is_none());
}

#[test]
fn the_list_leads_to_every_layer() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    assert!(harness.query_by_label("Inception 3b · 3×3 reduce").is_none());
    click(&mut harness, "list of layers");
    click(&mut harness, "Inception 3b · 3×3 reduce");
    assert_eq!(selection(&stage).layer, "inception3b.branch2.0");
    let names: Vec<String> = stage.borrow().network.network.layers.iter().map(|layer| layer.name.clone()).collect();
    for name in names {
        stage.borrow_mut().carry_out(Command::SelectLayer(name.clone()));
        harness.run();
        press(&mut harness, Key::K);
        press(&mut harness, Key::K);
        let stage = stage.borrow_mut();
        assert_eq!(stage.state.selection.layer, name);
    }
}

#[test]
fn kernels_lead_to_filters_and_input_channels() {
    let (stage, mut harness) = window(Stage::new("conv1"), WINDOW);
    click(&mut harness, "Kernels");
    harness.get_by_label("Filter 7").click();
    harness.run();
    assert_eq!(selection(&stage).channel, Some(7));
    click(&mut harness, "Next filter");
    assert_eq!(selection(&stage).channel, Some(8));
    stage.borrow_mut().carry_out(Command::SelectLayer("inception4a.branch2.0".to_owned()));
    harness.run();
    click(&mut harness, "Matrix of 96 filters");
    assert_eq!(selection(&stage).channel, Some(48));
}

#[test]
fn narrow_windows_have_the_arithmetic_behind_a_tab() {
    let stage = Stage::new("inception3b.branch2.1").select(79, Some((10, 7)));
    let (_, mut harness) = window(stage, [1100.0, 720.0]);
    assert!(harness.query_by_label("One number, computed").is_none());
    click(&mut harness, "One number");
    harness.get_by_label("One number, computed");
}

/// Not a limit, since machines differ: prints what a frame of the largest mosaic costs.
#[test]
fn the_time_of_a_frame_is_printed() {
    for (layer, size) in [("inception5b", WINDOW), ("inception3b.branch2.1", WINDOW), ("avgpool", WINDOW)] {
        let stage = Stage::new(layer).select(3, Some((0, 0)));
        let (_, mut harness) = window(stage, size);
        harness.run();
        let start = std::time::Instant::now();
        harness.run_steps(50);
        println!("{layer}: {:.2} ms a step", start.elapsed().as_secs_f64() * 20.0);
    }
}
