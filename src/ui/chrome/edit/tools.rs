//! Brush, sliders and switches, and the way back to the original.

use egui::{Align, Layout, Rect, Sense, Ui, vec2};

use super::rows;
use super::scene::{EditScene, RADIUS_PX, Tool};
use crate::imaging::edit::{Brush, Change, Edits, MAX_BLUR_PX, MAX_NOISE, ROTATION_DEGREES, ZOOM};
use crate::locale::format::{fixed, signed, times_of};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Comparison, State};
use crate::ui::kit::{Button, Segmented};
use crate::ui::style::{Theme, size};

/// Shows all controls.
pub(super) fn tools(ui: &mut Ui, state: &State, scene: &mut EditScene, theme: &Theme, commands: &mut Vec<Command>) {
    choice(ui, scene, theme);
    ui.spacing_mut().item_spacing.y = 0.0;
    let is_painting = scene.tool != Tool::Move;
    ui.add_enabled_ui(is_painting, |ui| {
        let range = RADIUS_PX[0]..=RADIUS_PX[1];
        let moved = rows::slider(ui, theme, "edit-size", scene.radius_px, range, |radius| pixels(2.0 * radius));
        if let Some(radius) = moved.value {
            scene.radius_px = radius.round();
        }
    });
    sliders(ui, state, scene, theme, commands);
    ui.add_space(size::SPACE_4);
    switches(ui, state, scene, theme, commands);
    ui.add_space(size::SPACE_8);
    way_back(ui, state, theme, commands);
}

/// What a hand on the picture does.
fn choice(ui: &mut Ui, scene: &mut EditScene, theme: &Theme) {
    let brushes = Brush::ALL.map(|brush| {
        let key = match brush {
            Brush::Grey => "edit-brush-grey",
            Brush::Blur => "edit-brush-blur",
            Brush::Noise => "edit-brush-noise",
        };
        (Tool::Brush(brush), tr(key))
    });
    let tools: Vec<(Tool, String)> = brushes.into_iter().chain([(Tool::Move, tr("edit-move"))]).collect();
    let choices: Vec<(Tool, &str)> = tools.iter().map(|(tool, label)| (*tool, label.as_str())).collect();
    let name = tr("edit-tool");
    let width = ui.available_width();
    let control = Segmented::new(&name, &choices, scene.tool).width(width);
    if let Some(tool) = control.show(ui, theme).inner {
        scene.tool = tool;
    }
}

/// A number of the edits: its name, its range, how it is written, and where it stands.
struct Knob {
    key: &'static str,
    range: [f32; 2],
    number: fn(f32) -> String,
    get: fn(&Edits) -> f32,
    set: fn(f32) -> Change,
}

/// From top to bottom.
const KNOBS: [Knob; 6] = [
    Knob {
        key: "edit-brightness",
        range: [-1.0, 1.0],
        number: signed_percent,
        get: |edits| edits.brightness,
        set: |value| Change::SetBrightness(near(value, 0.0, 0.02)),
    },
    Knob {
        key: "edit-contrast",
        range: [-1.0, 1.0],
        number: signed_percent,
        get: |edits| edits.contrast,
        set: |value| Change::SetContrast(near(value, 0.0, 0.02)),
    },
    Knob {
        key: "edit-blur",
        range: [0.0, MAX_BLUR_PX],
        number: |value| tr_with("edit-pixels", &[("count", &*fixed(f64::from(value), 1))]),
        get: |edits| edits.blur_px,
        set: |value| Change::SetBlur((value * 10.0).round() / 10.0),
    },
    Knob {
        key: "edit-noise",
        range: [0.0, MAX_NOISE],
        number: |value| format!("{}%", fixed(f64::from(value) * 100.0, 0)),
        get: |edits| edits.noise,
        set: |value| Change::SetNoise((value * 100.0).round() / 100.0),
    },
    Knob {
        key: "edit-zoom",
        range: ZOOM,
        number: |value| times_of(&fixed(f64::from(value), 2)),
        get: |edits| edits.framing.zoom,
        set: |value| Change::SetZoom(near(value, 1.0, 0.04)),
    },
    Knob {
        key: "edit-rotation",
        range: [-ROTATION_DEGREES, ROTATION_DEGREES],
        number: |value| format!("{}°", signed(f64::from(value), 0)),
        get: |edits| edits.framing.rotation_degrees,
        set: |value| Change::SetRotation(near(value.round(), 0.0, 3.0)),
    },
];

/// `rest` where the value is nearly that: the hand finds the way back to doing nothing.
fn near(value: f32, rest: f32, reach: f32) -> f32 {
    if (value - rest).abs() < reach { rest } else { value }
}

fn signed_percent(share: f32) -> String {
    format!("{}%", signed(f64::from(share) * 100.0, 0))
}

fn pixels(count: f32) -> String {
    tr_with("edit-pixels", &[("count", &*fixed(f64::from(count), 0))])
}

fn sliders(ui: &mut Ui, state: &State, scene: &mut EditScene, theme: &Theme, commands: &mut Vec<Command>) {
    for knob in &KNOBS {
        let now = (knob.get)(state.edits());
        let range = knob.range[0]..=knob.range[1];
        let moved = rows::slider(ui, theme, knob.key, now, range, knob.number);
        if moved.begins {
            scene.begin();
        }
        if let Some(value) = moved.value {
            scene.send((knob.set)(value), commands);
        }
    }
}

fn switches(ui: &mut Ui, state: &State, scene: &mut EditScene, theme: &Theme, commands: &mut Vec<Command>) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::HIT_TARGET), Sense::hover());
    let (left, right) = row.split_left_right_at_fraction(0.5);
    let current = state.edits();
    let mut toggle = |rect: Rect, key: &str, is_on: bool, set: fn(bool) -> Change| {
        if rows::switch(ui, rect, theme, key, is_on).clicked() {
            scene.begin();
            scene.send(set(!is_on), commands);
        }
    };
    toggle(left, "edit-mirror", current.mirror, Change::SetMirror);
    toggle(right, "edit-greyscale", current.greyscale, Change::SetGreyscale);
}

/// The original, to compare with and to go back to.
fn way_back(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        let is_edited = !state.edits().is_none();
        let is_on = state.comparison == Comparison::Difference;
        let name = tr("edit-compare");
        let button = Button::plain(theme, &name).toggled(is_on);
        if ui.add_enabled(state.is_comparing(), button).clicked() {
            commands.push(Command::Compare(if is_on { Comparison::First } else { Comparison::Difference }));
        }
        let name = tr("edit-reset");
        if ui.add_enabled(is_edited, Button::plain(theme, &name)).clicked() {
            commands.push(Command::ResetEdits);
        }
    });
}
