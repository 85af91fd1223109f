//! How close each layer comes to what this machine can do (Williams et al. 2009, "Roofline").

mod field;
mod legend;
mod plot;
mod points;
pub(super) mod scene;

use egui::{Align2, Rect, Ui};
use points::{Point, points};

use super::context::CostContext;
use super::measure::{Measure, digits};
use super::row::Row;
use super::table::{Column, Table, TableScene};
use super::{Tab, headline, times_of_layers};
use crate::analysis::peak::Peak;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, CostTab};
use crate::ui::kit::{Area, Card, Lines, within, write};
use crate::ui::style::{TextRole, size};
use crate::ui::views::cost::roofline::scene::RooflineScene;
use crate::ui::views::module::paint;

impl CostTab {
    /// How close each layer comes to the machine's peak.
    pub const ROOFLINE: Self = Self::new("roofline");
}

pub(super) const TAB: Tab = Tab {
    tab: CostTab::ROOFLINE,
    panel: Tab::panel(
        CostTab::ROOFLINE,
        ["cost-tab-roofline", "hint-cost-roofline"],
        &["cost-panel-chart", "cost-panel-table"],
        times_of_layers,
    ),
    content: |ui, rect, shown, scene, commands| roofline(ui, rect, shown, &mut scene.roofline, commands),
    caption: "cost-caption-roofline",
    headline: headline::roofline,
    switches: &[],
};

/// Shows the plot beside the list.
pub(super) fn roofline(
    ui: &mut Ui,
    rect: Rect,
    shown: &CostContext<'_>,
    scene: &mut RooflineScene,
    commands: &mut Vec<Command>,
) {
    let side = if rect.width() >= 1240.0 { 500.0 } else { 430.0 };
    let (left, right) = (rect.without_right(side + size::SPACE_16), rect.right_part(side));
    let points = points(shown);
    let hovered = scene.hovered.take();
    let [plot, rows] = shown.one_at_a_time(rect, [left, right]);
    let subject = (&*points, hovered.as_deref());
    let over_point = plot.and_then(|rect| chart(ui, rect, shown, subject, commands));
    let over_row = rows.and_then(|rect| list(ui, rect, shown, (&points, &mut scene.table), commands));
    scene.hovered = over_point.or(over_row);
    if scene.hovered != hovered {
        ui.ctx().request_repaint();
    }
}

fn chart(
    ui: &mut Ui,
    card: Rect,
    shown: &CostContext<'_>,
    (points, hovered): (&[Point], Option<&str>),
    commands: &mut Vec<Command>,
) -> Option<String> {
    let peak = shown.state.found.peak;
    let caption = peak.map_or_else(|| tr("cost-measuring"), |peak| machine(shown, &peak));
    let title = tr("cost-roofline-title");
    within(ui, card, |ui| {
        Card::new(&title)
            .caption(&caption)
            .fill_height()
            .show(ui, shown.theme, |ui| {
                let area = ui.available_rect_before_wrap();
                let is_over = peak.is_some_and(|peak| points.iter().any(|point| point.gflops > peak.gflops));
                let rect = explain(ui, area, shown, is_over);
                match peak.filter(|_| !points.is_empty()) {
                    Some(peak) => plot::plot(ui, rect, shown, (&peak, points, hovered), commands),
                    None => {
                        waiting(ui, rect, shown);
                        None
                    }
                }
            })
            .inner
    })
}

/// "measured here · 2 threads · best of 7 runs".
fn machine(shown: &CostContext<'_>, peak: &Peak) -> String {
    tr_with("cost-machine", &[("threads", shown.state.threads as f64), ("runs", peak.runs as f64)])
}

/// How to read it, at the foot of the card, and why a dot can lie over the level roof, where one does; returns the room above.
fn explain(ui: &Ui, mut area: Rect, shown: &CostContext<'_>, is_over: bool) -> Rect {
    let mut words = [tr("cost-roofline-read"), tr("cost-roofline-traffic")].join(" ");
    if is_over {
        words += " ";
        words += &tr("cost-roofline-fewer");
    }
    let lines = Lines::new(ui.painter(), &words, TextRole::Caption, shown.theme.mid, area.width());
    let rect = area.take_bottom(lines.height());
    lines.paint(ui.painter(), rect, Align2::LEFT_TOP);
    paint::speak(ui, rect, "roofline-read", &words);
    area.without_bottom(size::SPACE_8)
}

fn waiting(ui: &Ui, rect: Rect, shown: &CostContext<'_>) {
    let skeleton = rect.shrink(size::SPACE_24);
    let painter = ui.painter();
    painter.rect_filled(skeleton, size::RADIUS_TILE, shown.theme.bar_track);
    let words = tr("cost-measuring");
    write(painter, skeleton, Align2::CENTER_CENTER, &words, TextRole::CardTitle, shown.theme.mid);
}

fn list(
    ui: &mut Ui,
    card: Rect,
    shown: &CostContext<'_>,
    (points, scene): (&[Point], &mut TableScene),
    commands: &mut Vec<Command>,
) -> Option<String> {
    let title = tr("cost-roofline-list");
    let caption = super::layers::runs(shown);
    let columns = [
        ("GFLOP/s".to_owned(), 1.0),
        ("FLOP/B".to_owned(), 0.9),
        (tr("cost-of-peak"), 1.05),
        (tr("cost-of-roof"), 1.05),
    ]
    .map(|(title, width)| Column { title, width });
    let rows: Vec<Row> = points.iter().map(|point| row(point, shown)).collect();
    let table = Table { name: "cost-roofline", columns: &columns, rows: &rows };
    table.card(ui, card, shown, [&title, &caption], scene, commands)
}

fn row(point: &Point, shown: &CostContext<'_>) -> Row {
    let of_peak = shown.state.found.peak.map(|peak| point.gflops / peak.gflops);
    let of_roof = shown.state.found.peak.map(|peak| point.share_of_roof(&peak));
    let percent = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| format!("{:.0}%", 100.0 * share));
    Row {
        layer: shown.facts.network.layers[point.index].name.clone(),
        words: point.name.clone(),
        hue: point.hue,
        texts: vec![digits(point.gflops), digits(point.intensity), percent(of_peak), percent(of_roof)],
        values: vec![Some(point.gflops), Some(point.intensity), of_peak, of_roof],
    }
}

/// "35.2 GFLOP/s".
fn speed(gflops: f64) -> String {
    Measure::Speed.text(Some(gflops))
}
