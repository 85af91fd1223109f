//! How far the weights of each layer are from those of the first network: a bar a layer.

use egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui};

use super::super::axis::Axis;
use super::super::bars::{Bar, Chart};
use super::super::layers::{chart, rows};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, View};
use crate::ui::kit::{Area, Card, Pressable, card_over, write};
use crate::ui::style::{TextRole, size};
use crate::ui::views::cost::context::CostContext;

/// Room for the numbers at the left and the names below, points.
const LEFT: f32 = 46.0;
const BELOW: f32 = 24.0;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, card: Rect, shown: &CostContext<'_>, commands: &mut Vec<Command>) {
    let (title, caption) = (tr("networks-changes-title"), tr("networks-changes-caption"));
    let caption = super::super::caption_within(ui.painter(), card.width(), &title, [caption]);
    let framed = Card::new(&title).caption(&caption);
    let area = card_over(ui, card, framed, shown.theme, |ui| ui.available_rect_before_wrap());
    let network = &shown.facts.network;
    let layers: Vec<usize> =
        rows::shown_layers(shown).into_iter().filter(|&index| network.layers[index].op.has_weights()).collect();
    let values: Vec<Option<f64>> = layers.iter().map(|&index| change(shown, &network.layers[index].name)).collect();
    let plot = Chart {
        rect: area.without_left(LEFT - 6.0).without_right(-6.0).without_top(6.0).without_bottom(BELOW - 4.0),
        slots: layers.len().max(1),
        headroom: 6.0,
    };
    let axis = Axis::new(values.iter().copied().flatten(), false, 4);
    chart::groups(ui, shown, &plot, &layers);
    slots(ui, shown, &plot, (&layers, &values), commands);
    let bars = layers.iter().zip(&values).enumerate().map(|(place, (&index, value))| Bar {
        middle: place as f64 + 0.5,
        width: 0.72,
        share: value.map_or(0.0, |value| axis.share(value)),
        fill: chart::fill(&network.layers[index]),
    });
    plot.plot(ui, "networks-changes", &axis, bars.collect(), shown.theme);
    plot.numbers(ui.painter(), &axis, shown.theme, |value| fixed(value, if value == 0.0 { 0 } else { 2 }));
    if shown.state.depths().is_none() {
        let words = tr("networks-waiting");
        write(ui.painter(), plot.rect, Align2::CENTER_CENTER, &words, TextRole::Body, shown.theme.low);
    }
}

/// Relative change of a layer; `None` where the shapes differ, or until it is known.
pub(super) fn change(shown: &CostContext<'_>, layer: &str) -> Option<f64> {
    let depths = shown.state.depths()?;
    depths.layers.iter().find(|(name, _)| name == layer).and_then(|(_, change)| *change)
}

/// What can be pointed at and clicked.
fn slots(
    ui: &Ui,
    shown: &CostContext<'_>,
    plot: &Chart,
    (layers, values): (&[usize], &[Option<f64>]),
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    for (place, (&index, value)) in layers.iter().zip(values).enumerate() {
        let layer = &shown.facts.network.layers[index];
        let slot = plot.band(place, place + 1);
        let name = rows::name(layer, index);
        let words = match value {
            Some(value) => tr_with("networks-change", &[("layer", name), ("value", fixed(*value, 3))]),
            None if shown.state.depths().is_some() => tr_with("networks-change-none", &[("layer", name)]),
            None => name,
        };
        let (hints, id) = ([words.as_str()], ui.scope_id().with(("change", index)));
        let response = Pressable::new(id).sense(Sense::CLICK).hints(&hints).show(ui, slot, theme, || words.clone());
        if shown.state.selection.layer == layer.name {
            ui.painter().rect_filled(slot, size::RADIUS_BAR, theme.bg3);
            ui.painter().rect_stroke(slot, size::RADIUS_BAR, Stroke::new(1.5, theme.hi), StrokeKind::Outside);
        }
        if response.double_clicked() {
            commands.push(Command::Show(View::Layer));
        } else if response.clicked() {
            commands.push(Command::SelectLayer(layer.name.clone()));
        }
    }
}
