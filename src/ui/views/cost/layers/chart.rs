//! A bar a layer, along the network.

use egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use super::super::axis::Axis;
use super::super::bars::{Bar, Chart, Fill};
use super::super::measure::Measure;
use super::rows::{self, value};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer, MODULES, Part, Place};
use crate::state::{Command, View};
use crate::ui::kit::{Area, Card, Pressable, within, write};
use crate::ui::style::{TextRole, size};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::layer::names::hue;

/// Room for the numbers at the left and the names below, points.
const LEFT: f32 = 46.0;
const BELOW: f32 = 24.0;

/// Shows the card; returns the layer under the pointer.
pub(super) fn card(
    ui: &mut Ui,
    card: Rect,
    shown: &CostContext<'_>,
    measure: Measure,
    (layers, hovered): (&[usize], Option<&str>),
    commands: &mut Vec<Command>,
) -> Option<String> {
    let title = title(shown, measure, layers, hovered);
    let area = within(ui, card, |ui| {
        Card::new(&title).fill_height().show(ui, shown.theme, |ui| ui.available_rect_before_wrap()).inner
    });
    let chart = Chart {
        rect: area.without_left(LEFT).expand2(vec2(6.0, 0.0)).without_top(6.0).without_bottom(BELOW - 4.0),
        slots: layers.len(),
        headroom: 6.0,
    };
    let values = layers.iter().map(|&index| value(shown, index, measure));
    let values: Vec<Option<f64>> = values.collect();
    let axis = Axis::new(values.iter().copied().flatten(), shown.state.settings.log_scale, 4);
    groups(ui, shown, &chart, layers);
    let found = slots(ui, shown, &chart, (layers, hovered), commands);
    let bars = layers.iter().zip(&values).enumerate();
    let bars = bars.map(|(place, (&index, value))| Bar {
        middle: place as f64 + 0.5,
        width: 0.72,
        share: value.map_or(0.0, |value| axis.share(value)),
        fill: fill(&shown.facts.network.layers[index]),
    });
    chart.plot(ui, "cost-layers", &axis, bars.collect(), shown.theme);
    chart.numbers(ui.painter(), &axis, shown.theme, |value| measure.tick(value));
    found
}

/// In the hue of its branch; pale where it squeezes the channels.
pub(in crate::ui::views::cost) fn fill(layer: &Layer) -> Fill {
    match layer.place {
        Place::Module { part: Part::Conv3x3Reduce | Part::Conv5x5Reduce, .. } => Fill::Pale(hue(layer)),
        Place::Module { .. } | Place::Stem | Place::Pool | Place::Head(_) => Fill::Hue(hue(layer)),
    }
}

/// What is shown; of a hovered layer its name and number.
fn title(shown: &CostContext<'_>, measure: Measure, layers: &[usize], hovered: Option<&str>) -> String {
    let network = &shown.facts.network;
    let name = hovered.unwrap_or(&shown.state.selection.layer);
    let index = layers.iter().find(|&&index| network.layers[index].name == name);
    let Some(&index) = index else {
        return tr_with("cost-along", &[("measure", measure.name(shown.state.settings.unit))]);
    };
    let values = [
        ("layer", rows::name(&network.layers[index], index)),
        ("value", measure.text(value(shown, index, measure))),
        ("measure", measure.name(shown.state.settings.unit)),
    ];
    tr_with("cost-of-layer", &values)
}

/// Which part of the network the layers from one line to the next belong to.
fn group(layer: &Layer) -> String {
    match layer.place {
        Place::Stem | Place::Pool => tr("legend-stem"),
        Place::Module { module, .. } => MODULES[module].name.to_owned(),
        Place::Head(Head::Aux1) => tr("layer-head-aux1"),
        Place::Head(Head::Aux2) => tr("layer-head-aux2"),
        Place::Head(Head::Main) => tr("cost-main"),
    }
}

/// Lines between the groups and their names below; what has no room for its name is left to the table.
pub(in crate::ui::views::cost) fn groups(ui: &Ui, shown: &CostContext<'_>, chart: &Chart, layers: &[usize]) {
    let (theme, painter) = (shown.theme, ui.painter());
    let network = &shown.facts.network;
    let is_between = |index: usize| network.layers[index].name.starts_with("maxpool");
    let name = |index: usize| match network.layers[index].place {
        // Pools between the modules have no name of their own.
        Place::Pool if index > 0 && !is_before_modules(shown, index) => String::new(),
        Place::Pool | Place::Stem | Place::Module { .. } | Place::Head(_) => group(&network.layers[index]),
    };
    let selected = shown.state.selected_layer().map(group);
    let mut first = 0;
    for place in 1..=layers.len() {
        let ends = place == layers.len() || name(layers[place]) != name(layers[first]);
        if !ends {
            continue;
        }
        let band = chart.band(first, place);
        let words = name(layers[first]);
        let is_selected = selected.as_ref() == Some(&words);
        let (role, ink) = if is_selected { (TextRole::StatusStrong, theme.hi) } else { (TextRole::Tick, theme.low) };
        let galley = painter.layout_no_wrap(words, role.font(), ink);
        if galley.size().x <= band.width() + 10.0 {
            let place = band.beneath(5.0, 0.0).place(Align2::CENTER_TOP, galley.size());
            let beyond = (place.right() - chart.rect.right() - 8.0).max(0.0);
            painter.galley(place.translate(vec2(-beyond, 0.0)).min, galley, ink);
        }
        if place < layers.len() && !is_between(layers[first]) {
            let line = Stroke::new(size::hairline(), theme.line);
            let down = band.top()..=band.bottom() + 4.0;
            painter.vline(band.right(), down, line);
        }
        first = place;
    }
    let floor = Stroke::new(size::hairline(), theme.line2);
    painter.hline(chart.rect.x_range(), chart.rect.bottom(), floor);
}

/// Whether a pool belongs to the stem.
fn is_before_modules(shown: &CostContext<'_>, index: usize) -> bool {
    let layers = &shown.facts.network.layers;
    let module = |layer: &Layer| matches!(layer.place, Place::Module { .. });
    layers.iter().position(module).is_some_and(|first| index < first)
}

/// What can be pointed at and clicked; the table is for the keyboard.
fn slots(
    ui: &mut Ui,
    shown: &CostContext<'_>,
    chart: &Chart,
    (layers, hovered): (&[usize], Option<&str>),
    commands: &mut Vec<Command>,
) -> Option<String> {
    let theme = shown.theme;
    let mut found = None;
    for (place, &index) in layers.iter().enumerate() {
        let layer = &shown.facts.network.layers[index];
        let slot = chart.band(place, place + 1);
        let pressable = Pressable::new(ui.scope_id().with(("bar", index))).sense(Sense::CLICK);
        let name = || tr_with("cost-bar", &[("layer", rows::name(layer, index))]);
        let response = pressable.show(ui, slot, theme, name);
        let is_selected = shown.state.selection.layer == layer.name;
        if is_selected || hovered == Some(layer.name.as_str()) {
            ui.painter().rect_filled(slot, size::RADIUS_BAR, theme.bg3);
        }
        if is_selected {
            let border = Stroke::new(1.5, theme.hi);
            ui.painter().rect_stroke(slot, size::RADIUS_BAR, border, StrokeKind::Outside);
        }
        if response.hovered() {
            found = Some(layer.name.clone());
        }
        if response.double_clicked() {
            commands.push(Command::Show(View::Layer));
        } else if response.clicked() {
            commands.push(Command::SelectLayer(layer.name.clone()));
        }
    }
    if layers.is_empty() {
        let words = tr("cost-measuring");
        write(ui.painter(), chart.rect, Align2::CENTER_CENTER, &words, TextRole::Body, theme.low);
    }
    found
}
