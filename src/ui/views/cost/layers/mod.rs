//! Every layer: a chart along the network, a table, and what the branches have together.

pub(super) mod chart;
pub(super) mod rows;
pub(super) mod scene;
mod sums;

use std::sync::Arc;

use egui::{Align, Layout, Rect, Ui, UiBuilder};

use super::context::{CostContext, Switch};
use super::measure::Measure;
use super::row::Row;
use super::table::{Column, Table, TableScene};
use super::{Tab, headline, times_of_layers};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, CostTab};
use crate::ui::kit::{Area, Segmented};
use crate::ui::style::size;
use crate::ui::views::cost::layers::scene::{Key, LayersScene};

impl CostTab {
    /// Every layer.
    pub const LAYERS: Self = Self::new("layers");
}

pub(super) const TAB: Tab = Tab {
    tab: CostTab::LAYERS,
    panel: Tab::panel(
        CostTab::LAYERS,
        ["cost-tab-layers", "hint-cost-layers"],
        &["cost-panel-chart", "cost-panel-table", "cost-panel-sums"],
        times_of_layers,
    ),
    content: |ui, rect, shown, scene, commands| layers(ui, rect, shown, &mut scene.layers, commands),
    caption: "cost-caption-layers",
    headline: headline::layers,
    switches: &[Switch::Scale, Switch::Unit],
};

/// Shows the chart over the table and the sums.
pub(super) fn layers(
    ui: &mut Ui,
    rect: Rect,
    shown: &CostContext<'_>,
    scene: &mut LayersScene,
    commands: &mut Vec<Command>,
) {
    let mut lower = rect;
    let upper = lower.take_top((rect.height() * 0.44).floor());
    lower.take_top(size::SPACE_16);
    let right = lower.take_right(if rect.width() >= 1240.0 { 392.0 } else { 300.0 });
    let left = lower.without_right(size::SPACE_16);
    let (layers, rows) = made(shown, scene);
    let measure = scene.measure;
    let hovered = scene.hovered.take();
    let [chart, list, sums] = shown.one_at_a_time(rect, [upper, left, right]);
    let over_bar = chart.and_then(|rect| {
        let subject = (&*layers, hovered.as_deref());
        let over_bar = chart::card(ui, rect, shown, measure, subject, commands);
        switch(ui, rect, shown, &mut scene.measure);
        over_bar
    });
    let over_row = list.and_then(|rect| table(ui, rect, shown, (&rows, &mut scene.table), commands));
    if let Some(rect) = sums {
        sums::card(ui, rect, shown, measure, &layers);
    }
    scene.hovered = over_bar.or(over_row);
    if scene.hovered != hovered {
        ui.ctx().request_repaint();
    }
    scene.made = Some((key(shown), layers, rows));
}

fn key(shown: &CostContext<'_>) -> Key {
    let state = shown.state;
    (
        shown.facts.network.clone(),
        state.found.timings.as_ref().map(|timings| timings.runs()),
        state.report().map(|report| report.id),
        state.settings.unit,
    )
}

/// The rows, made anew when what they depend on changes.
fn made(shown: &CostContext<'_>, scene: &mut LayersScene) -> (Vec<usize>, Vec<Row>) {
    if let Some((made_for, layers, rows)) = scene.made.take() {
        let now = key(shown);
        let is_same = Arc::ptr_eq(&made_for.0, &now.0) && (made_for.1, made_for.2, made_for.3) == (now.1, now.2, now.3);
        if is_same {
            return (layers, rows);
        }
    }
    let layers = rows::shown_layers(shown);
    let rows = rows::rows(shown, &layers);
    (layers, rows)
}

/// What the chart shows, at the right of its title.
fn switch(ui: &mut Ui, card: Rect, shown: &CostContext<'_>, measure: &mut Measure) {
    let names = Measure::OF_LAYERS.map(|measure| measure.short_name(shown.state.settings.unit));
    let choices: Vec<(Measure, &str)> = Measure::OF_LAYERS.into_iter().zip(names.iter().map(String::as_str)).collect();
    let row = card.without_top(size::SPACE_8).top_part(size::CONTROL_HEIGHT).without_right(size::SPACE_12);
    let layout = Layout::right_to_left(Align::Min);
    ui.scope_builder(UiBuilder::new().max_rect(row).layout(layout), |ui| {
        let name = tr("cost-chart-shows");
        let control = Segmented::new(&name, &choices, *measure);
        if let Some(chosen) = control.show(ui, shown.theme).inner {
            *measure = chosen;
        }
    });
}

fn table(
    ui: &mut Ui,
    card: Rect,
    shown: &CostContext<'_>,
    (rows, scene): (&[Row], &mut TableScene),
    commands: &mut Vec<Command>,
) -> Option<String> {
    let title = tr("cost-all-layers");
    let caption = runs(shown);
    let columns =
        Measure::OF_LAYERS.map(|measure| Column { title: measure.short_name(shown.state.settings.unit), width: 1.0 });
    let table = Table { name: "cost-layers", columns: &columns, rows };
    table.card(ui, card, shown, [&title, &caption], scene, commands)
}

/// How often the times were measured.
pub(super) fn runs(shown: &CostContext<'_>) -> String {
    match shown.state.layer_ms(0) {
        Some((_, runs)) => tr_with("module-runs", &[("count", runs as f64)]),
        None => tr("cost-measuring"),
    }
}
