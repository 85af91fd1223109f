//! The occlusion map.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::engine::{GRID, LoadedNetwork, patch};
use inception_lens::imaging::edit::Edits;
use inception_lens::model::Run;
use inception_lens::state::{Detail, Occlusion, Options};

use crate::app::{open, sample, settle};

fn cat() -> Harness<'static, App> {
    open(Options { image: sample("cat.png"), detail: Detail::Occlusion, ..Default::default() })
}

fn map<'a>(harness: &'a Harness<'static, App>) -> &'a Occlusion {
    harness.state().state().found.occlusion.as_deref().unwrap()
}

/// One map, which takes 196 runs, for all that is asked about a finished one.
#[test]
fn a_finished_map_is_right_can_be_clicked_and_goes_with_its_photo() {
    let mut harness = cat();
    every_place_is_a_run_with_the_patch_there(&harness);
    its_strongest_cell_is_named_from_0(&harness);
    draw(&mut harness);
    a_click_puts_the_patch_there_and_the_map_says_it_is_older(&mut harness);
    crate::app::drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert!(harness.state().state().found.occlusion.is_none());
}

fn every_place_is_a_run_with_the_patch_there(harness: &Harness<'static, App>) {
    let map = map(harness);
    assert!(!map.is_running);
    assert_eq!((map.positions.len(), map.done()), (GRID * GRID, GRID * GRID));
    let state = harness.state().state();
    assert_eq!(map.class, state.report().unwrap().main().best());
    let network = LoadedNetwork::load_default().unwrap();
    let strongest = map.strongest().unwrap();
    for cell in [strongest, 0, GRID * GRID - 1] {
        let edits = Edits { dabs: vec![patch(cell, map.patch_px)], ..Edits::default() };
        let prepared = state.shown().unwrap().photo.edited(&edits).prepared;
        let (_, report) = network.run(&prepared, Run::new()).unwrap();
        let position = map.positions[cell].unwrap();
        assert_eq!(position.logit, report.main().logits[map.class], "{cell}");
        assert_eq!(position.probability, report.main().probabilities[map.class]);
    }
    assert!(map.probability_drop(strongest).unwrap() > 0.0, "something matters");
    let drops = (0..GRID * GRID).map(|cell| map.probability_drop(cell).unwrap());
    assert_eq!(drops.fold(f32::MIN, f32::max), map.probability_drop(strongest).unwrap());
}

fn its_strongest_cell_is_named_from_0(harness: &Harness<'static, App>) {
    let strongest = map(harness).strongest().unwrap();
    let cell = format!("in row {}, column {}", strongest / GRID, strongest % GRID);
    harness.get_by_label_contains(&cell);
}

fn a_click_puts_the_patch_there_and_the_map_says_it_is_older(harness: &mut Harness<'static, App>) {
    let (cell, wanted) = {
        let map = map(harness);
        let cell = map.strongest().unwrap();
        (cell, map.positions[cell].unwrap())
    };
    // By keyboard: the strongest place.
    harness.get_by_label_contains("Drop of “cat”").focus();
    harness.step();
    harness.key_press(Key::Enter);
    settle(harness);
    let state = harness.state().state();
    assert_eq!(state.edits().dabs, [patch(cell, 32)]);
    let map = state.found.occlusion.as_deref().unwrap();
    let scores = state.report().unwrap().main();
    assert_eq!(scores.probabilities[map.class], wanted.probability);
    assert!(!map.is_of(state));
    harness.get_by_label("Computed before the last change of the photo.");
}

#[test]
fn cancel_leaves_nothing_running_and_what_is_known() {
    let mut harness = open(Options { image: sample("cat.png"), detail: Detail::Edit, ..Default::default() });
    harness.get_by_label("Occlusion map").click();
    settle(&mut harness);
    harness.get_by_label("64 px").click();
    harness.step();
    harness.get_by_label("Compute the occlusion map").click();
    // A drain a frame runs a place a frame.
    for _ in 0..8 {
        harness.step();
    }
    harness.get_all_by_label_contains(" of 196").next().unwrap();
    let done = map(&harness).done();
    assert!(map(&harness).is_running && (2..=8).contains(&done), "{done}");
    // Coarse to fine: all so far lie on every fourth row and column.
    let cells = (0..GRID * GRID).filter(|&cell| map(&harness).positions[cell].is_some());
    assert!(cells.into_iter().all(|cell| (cell % GRID).is_multiple_of(4) && (cell / GRID).is_multiple_of(4)));
    assert!(map(&harness).seconds_left().unwrap() > 0.0);
    harness.get_by_label("Cancel the occlusion map").click();
    harness.step();
    let done = map(&harness).done();
    settle(&mut harness);
    assert!(!map(&harness).is_running);
    assert_eq!(map(&harness).done(), done);
    assert_eq!(map(&harness).patch_px, 64);
    harness.get_by_label("Compute the occlusion map");
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
fn draw(harness: &mut Harness<'static, App>) {
    super::pictures::draw_panel(harness, "occlusion");
}
