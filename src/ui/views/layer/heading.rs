//! Title with the way to the list of layers; activations, kernels or what it looks for.

use egui::{Align2, Rect, Role, Ui};

use super::context::LayerContext;
use super::names::full_name;
use super::scene::LayerScene;
use crate::locale::format::{compact, dimensions, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::session::Source;
use crate::spec::{Modules, Op};
use crate::state::{Arrangement, Command, LayerPane, can_look_for};
use crate::ui::chrome::compare::{is_alone, name_of_a, name_of_b, name_of_first};
use crate::ui::chrome::networks::missing_layer;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Icon, Pressable, Segmented, from_right, paint_icon, right_of, width_of, write_fitted};
use crate::ui::style::{TextRole, Theme, size};

/// The name of the layer, which opens the list of layers; what it holds; activations, kernels or what it looks for.
pub(super) fn title(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    is_list_open: bool,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let has_panes = seen.layer.op.has_weights() || can_look_for(seen.layer);
    let switch_left = if has_panes { panes(ui, rect, seen, theme, commands) } else { rect.right() };
    let painter = ui.painter().clone();
    let name = full_name(seen.layer);
    let row = rect.with_max_x(switch_left);
    let role = TextRole::ViewTitle;
    let words = write_fitted(&painter, row.without_right(36.0), Align2::LEFT_CENTER, &name, role, theme.hi);
    let button = row.with_max_x(words.right() + 30.0);
    let response = Pressable::new(ui.scope_id().with("list-of-layers"))
        .chosen(is_list_open)
        .radius(size::RADIUS_TILE)
        .hints(&[&facts(seen), &tr("layer-list-hint")])
        .show(ui, button, theme, || tr_with("layer-list", &[("layer", &*name)]));
    let ink = if response.hovered() { theme.hi } else { theme.low };
    // Lower than the middle, where the small letters are.
    let chevron = button.right_part(28.0).without_top(4.0);
    paint_icon(&painter, Icon::ChevronDown, chevron.center(), ink);
    if response.clicked() {
        scene.is_list_open = Some(!is_list_open);
        scene.reveal = true;
    }
    let behind = right_of(row, button, size::SPACE_8).without_right(size::SPACE_12).without_top(6.0);
    let words = fitting(&painter, subtitle(seen), behind.width());
    let shown = write_fitted(&painter, behind, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
    if let Some(missing) = missing_layer(seen.state, &seen.layer.name) {
        spoken(ui, shown, Role::Label, &missing);
    }
}

/// "192 channels", "28 × 28", "after ReLU".
fn subtitle(seen: &LayerContext<'_>) -> Vec<String> {
    let shape = seen.subject.map.activation.shape;
    let count = shape.channels().to_string();
    let mut parts = if seen.is_vector() {
        vec![tr_with("layer-numbers", &[("count", &*count)])]
    } else {
        let size = dimensions(&[shape.side(), shape.side()]);
        vec![tr_with("layer-channels", &[("count", &*count)]), size]
    };
    if seen.state.modules != Modules::Reduced {
        parts.push(tr("layer-of-the-trained-network"));
    }
    if seen.state.source() == Source::A && matches!(seen.layer.op, Op::Conv(_) | Op::Linear { relu: true }) {
        parts.push(tr("layer-after-relu"));
    }
    let missing = || missing_layer(seen.state, &seen.layer.name).filter(|_| seen.state.source() == Source::A);
    if let Some(source) = missing().or_else(|| source(seen)) {
        parts.insert(0, source);
    }
    parts
}

/// Whose values these are, where that is a question.
fn source(seen: &LayerContext<'_>) -> Option<String> {
    let a = || name_of_first(seen.state);
    let b = || name_of_b(seen.state);
    // Of one photo before and after, what was done to it.
    if is_alone(seen.state) && seen.subject.pair.is_some() {
        match seen.state.source() {
            Source::A if seen.subject.other.is_none() => return Some(name_of_a(seen.state)),
            Source::B => return Some(b()),
            Source::A | Source::AMinusB | Source::Linear | Source::AMinusLinear => {}
        }
    }
    Some(match seen.state.source() {
        Source::A if seen.subject.other.is_some() => tr_with("layer-source-both", &[("a", a()), ("b", b())]),
        Source::A if seen.subject.pair.is_some() => tr_with("layer-source-first", &[("photo", a())]),
        Source::A => return None,
        Source::B => tr_with("layer-source-b", &[("photo", b())]),
        Source::AMinusB => tr("layer-source-difference"),
        Source::Linear => tr("layer-source-linear"),
        Source::AMinusLinear => tr("layer-source-minus-linear"),
    })
}

/// What the layer costs: MACs, parameters, time.
fn facts(seen: &LayerContext<'_>) -> String {
    let (macs, params) = (compact(seen.layer.macs as f64), compact(seen.layer.params as f64));
    let mut facts = tr_with("layer-facts", &[("macs", &*macs), ("params", &*params)]);
    let index = seen.shown.report.network.index(&seen.layer.name);
    if let Some((ms, runs)) = index.and_then(|index| seen.state.layer_ms(index)) {
        let (time, runs_text) = (milliseconds(ms), runs.to_string());
        let key = if runs > 1 { "layer-time" } else { "layer-time-once" };
        let time = tr_with(key, &[("time", &*time), ("runs", &*runs_text)]);
        facts = format!("{facts} · {time}");
    }
    facts
}

/// As many of the parts as have room, the first ones first.
fn fitting(painter: &egui::Painter, mut parts: Vec<String>, room: f32) -> String {
    loop {
        let words = parts.join(" · ");
        if width_of(painter, &words, TextRole::Body.font()) <= room || parts.is_empty() {
            return words;
        }
        parts.pop();
    }
}

/// Activations, kernels or what the channels look for, at the right end; returns where the control begins.
fn panes(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) -> f32 {
    let labels = ["layer-pane-activations", "layer-pane-kernels", "layer-pane-looks-for"].map(tr);
    let panes = [LayerPane::Activations, LayerPane::Kernels, LayerPane::LooksFor];
    let choices = [0, 1, 2].map(|place| (panes[place], labels[place].as_str()));
    let choices = if can_look_for(seen.layer) { &choices[..] } else { &choices[..2] };
    let shown = match seen.pane() {
        LayerPane::Dream | LayerPane::Rebuild => LayerPane::LooksFor,
        pane @ (LayerPane::Activations | LayerPane::Kernels | LayerPane::LooksFor) => pane,
    };
    let reason = tr("layer-no-kernels");
    let resting = (!seen.layer.op.has_weights()).then_some((LayerPane::Kernels, reason.as_str()));
    from_right(ui, rect.middle_row(size::CONTROL_HEIGHT), |ui| {
        let name = tr("layer-pane");
        let output = Segmented::new(&name, choices, shown).padding(12.0).resting(resting).show(ui, theme);
        if let Some(pane) = output.inner {
            commands.push(Command::Arrange(Arrangement { pane, ..seen.state.arrangement }));
        }
        output.response.rect.left()
    })
}
