//! Back and forward restore all of what was looked at: the view, its tab, its tool, and the selection.

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::state::{LayerColumn, LayerPane, ModuleTool, Options, Selection, View};

use crate::app::{SHORT_STEP_SECONDS, click, open_timed, sample, settle};

/// A window on a module; at `size` the right column of a layer has room for one thing.
fn module_4a(size: [f32; 2]) -> Harness<'static, App> {
    let layer = Some("inception4a.branch2.0".to_owned());
    let options = Options { image: sample("cat.png"), view: View::Module(2), layer, ..Default::default() };
    open_timed(options, size, SHORT_STEP_SECONDS)
}

fn go(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press_modifiers(Modifiers::ALT, key);
    settle(harness);
}

fn shows(harness: &Harness<'static, App>, label: &str) -> bool {
    harness.query_by_label(label).is_some()
}

#[test]
fn tools_and_both_modes_of_a_module_come_back_one_click_a_step() {
    let mut harness = module_4a([1440.0, 900.0]);
    click(&mut harness, "Look closer");
    click(&mut harness, "Odd kernels");
    click(&mut harness, "Close");
    click(&mut harness, "Side by side");
    // Shows another module and selects a layer there: one click.
    click(&mut harness, "5b");
    let seen = |harness: &Harness<'static, App>| {
        let state = harness.state().state();
        (state.view, state.arrangement.tool, state.arrangement.side_by_side, state.selection.layer.clone())
    };
    let (a, b) = ("inception4a.branch2.0", "inception5b.branch2.0");
    let steps = [
        (View::Module(2), None, false, a),
        (View::Module(2), Some(ModuleTool::Walk), false, a),
        (View::Module(2), Some(ModuleTool::OddKernels), false, a),
        (View::Module(2), None, false, a),
        (View::Module(2), None, true, a),
        (View::Module(8), None, true, b),
    ]
    .map(|(view, tool, both, layer)| (view, tool, both, layer.to_owned()));
    assert_eq!(seen(&harness), steps[5]);
    for step in steps.iter().rev().skip(1) {
        go(&mut harness, Key::ArrowLeft);
        assert_eq!(&seen(&harness), step);
        assert_eq!(shows(&harness, "Close"), step.1.is_some(), "{step:?}");
    }
    go(&mut harness, Key::ArrowLeft);
    assert_eq!(seen(&harness), steps[0], "nothing lies before the beginning");
    for step in &steps[1..] {
        go(&mut harness, Key::ArrowRight);
        assert_eq!(&seen(&harness), step);
    }
}

#[test]
fn kernels_the_right_column_and_the_selected_cell_come_back() {
    let mut harness = module_4a([1100.0, 720.0]);
    harness.key_press(Key::Num3);
    settle(&mut harness);
    click(&mut harness, "One number");
    click(&mut harness, "Kernels");
    let selection = harness.state().state().selection.clone();
    assert!(matches!(selection, Selection { channel: Some(_), cell: Some(_), .. }));
    // A view with a tab, then another tab of it.
    harness.key_press(Key::Num4);
    settle(&mut harness);
    click(&mut harness, "Average pooling");
    go(&mut harness, Key::ArrowLeft);
    go(&mut harness, Key::ArrowLeft);
    let state = harness.state().state();
    assert_eq!(state.view, View::Layer);
    assert_eq!((state.arrangement.pane, state.arrangement.column), (LayerPane::Kernels, LayerColumn::Cell));
    assert_eq!(state.selection, selection);
    go(&mut harness, Key::ArrowLeft);
    let state = harness.state().state();
    assert_eq!((state.arrangement.pane, state.arrangement.column), (LayerPane::Activations, LayerColumn::Cell));
    go(&mut harness, Key::ArrowLeft);
    assert_eq!(harness.state().state().arrangement.column, LayerColumn::Channel);
    go(&mut harness, Key::ArrowLeft);
    assert_eq!(harness.state().state().view, View::Module(2));
}
