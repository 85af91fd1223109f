//! Below the photo: curves of the selected method, its cascade, or how far the methods agree with each other.

use egui::{Align2, Color32, Painter, Rect, Role, Stroke, Ui};

use super::change;
use super::page::Page;
use super::photo::corner;
use super::words::method_name;
use crate::analysis::heatmaps::{Curve, Learned, Method, Table};
use crate::imaging::{Colormap, Range, Sequential};
use crate::locale::errors::error_text;
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::state::{HeatmapChart, Making};
use crate::ui::kit::paint::{ink_on, spoken};
use crate::ui::kit::{Area, Axes, Lines, Row, Segmented, within, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;

/// Height of a line of the legend, points, and the least height of the chart above it.
const LINE: f32 = 17.0;
const LEAST: f32 = 70.0;

/// Shows the chosen chart with its choice above.
pub(super) fn charts(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let labels = [tr("heatmaps-chart-curves"), tr("heatmaps-chart-cascade"), tr("heatmaps-chart-between")];
    let kinds = [HeatmapChart::Curves, HeatmapChart::Cascade, HeatmapChart::Between];
    let choices: Vec<_> = kinds.into_iter().zip(labels.iter().map(String::as_str)).collect();
    let mut below = rect;
    let head = below.take_top(size::CONTROL_HEIGHT);
    below.take_top(6.0);
    let name = tr("heatmaps-chart");
    let theme = board.look.theme;
    within(ui, head, |ui| {
        let control = Segmented::new(&name, &choices, page.wishes.chart).padding(6.0).width(head.width().min(320.0));
        if let Some(chart) = control.show(ui, theme).inner {
            change(board, |wishes| wishes.chart = chart);
        }
    });
    if page.is_covered && page.wishes.chart != HeatmapChart::Curves {
        return;
    }
    match page.wishes.chart {
        HeatmapChart::Curves => curves(ui, below, page, theme),
        HeatmapChart::Cascade => cascade(ui, below, page, board),
        HeatmapChart::Between => between(ui, below, page, theme),
    }
}

/// The area with its lines at 0, 0.5 and 1.
fn frame(painter: &Painter, rect: Rect, theme: &Theme) -> Rect {
    let chart = rect.without_left(26.0).without_right(4.0).without_top(6.0).without_bottom(20.0);
    let axes = Axes::of_shares(chart);
    for (value, number) in [(0.0, "0"), (0.5, "0.5"), (1.0, "1")] {
        axes.named_level(painter, value, number, theme);
    }
    chart
}

/// The axes of a curve whose values stand over so many steps, and its points there.
fn over_steps(chart: Rect, steps: usize, values: &[f64]) -> (Axes, impl Iterator<Item = [f32; 2]>) {
    let axes = Axes::new(chart, [0.0, steps.max(1) as f32], [0.0, 1.0]);
    (axes, values.iter().enumerate().map(|(step, value)| [step as f32, (*value as f32).clamp(0.0, 1.0)]))
}

/// Draws a curve over the whole width of a chart from 0 to 1.
pub(super) fn line(painter: &Painter, chart: Rect, values: &[f64], stroke: Stroke) {
    let (axes, points) = over_steps(chart, values.len().saturating_sub(1), values);
    axes.curve(painter, points, stroke);
}

/// The same dashed: what chance gives.
pub(super) fn dashed(painter: &Painter, chart: Rect, values: &[f64], ink: Color32) {
    let (axes, points) = over_steps(chart, values.len().saturating_sub(1), values);
    axes.dashed(painter, points, Stroke::new(1.5, ink));
}

/// The mean of several curves.
pub(super) fn mean(curves: &[Curve]) -> Vec<f64> {
    let count = curves.first().map_or(0, |curve| curve.beliefs.len());
    let sum = |index: usize| curves.iter().map(|curve| curve.beliefs[index]).sum::<f64>() / curves.len() as f64;
    (0..count).map(sum).collect()
}

fn curves(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) {
    let painter = ui.painter();
    let chart = frame(painter, legend(ui, rect, page, theme), theme);
    // Until a method is chosen the words have the chart to themselves.
    let Some(method) = page.wishes.selected else {
        let words = tr("heatmaps-choose-method");
        write_fitted(painter, chart.without_left(6.0), Align2::LEFT_CENTER, &words, TextRole::Caption, theme.mid);
        return;
    };
    if let Some(chance) = page.table().and_then(|table| table.chance.as_ref()) {
        let mean = mean(&chance.curves);
        let backwards: Vec<f64> = mean.iter().rev().copied().collect();
        dashed(painter, chart, &mean, theme.mid);
        dashed(painter, chart, &backwards, theme.mid);
    }
    // Before the filter, or after it.
    if let Some(row) = page.unfiltered.and_then(|entry| entry.table.as_ref()?.row(method)) {
        for curve in [&row.deletion, &row.insertion].into_iter().flatten() {
            line(painter, chart, &curve.beliefs, Stroke::new(1.5, theme.low));
        }
    }
    let Some(row) = page.row(method) else { return };
    // What is spoken of one lies within what is spoken of the other.
    for (curve, key, inset) in [(&row.deletion, "heatmaps-delete", 1.0), (&row.insertion, "heatmaps-insert", 3.0)] {
        let Some(curve) = curve else { continue };
        line(painter, chart, &curve.beliefs, of_method(theme));
        let values = [("curve", tr(key)), ("area", fixed(curve.area(), 2))];
        spoken(ui, chart.shrink(inset), Role::Label, &tr_with("heatmaps-curve-name", &values));
    }
}

/// How a curve of the selected method is drawn.
fn of_method(theme: &Theme) -> Stroke {
    Stroke::new(size::stroke_chart() * 0.8, theme.hue(Hue::Classifier).fill)
}

/// What the lines mean; returns what is above.
fn legend(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) -> Rect {
    let chance = page.table().and_then(|table| table.chance.as_ref()).map_or_else(String::new, |chance| {
        let values = [("area", fixed(chance.area.mean, 2)), ("spread", fixed(chance.area.deviation, 2))];
        tr_with("heatmaps-chance", &values)
    });
    let filtered = page.unfiltered.map_or_else(String::new, |_| {
        tr(if page.asked.low_pass { "heatmaps-before-filter" } else { "heatmaps-after-filter" })
    });
    let lines = [tr("heatmaps-delete-falls"), tr("heatmaps-insert-rises"), chance, filtered];
    let lines: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
    let mut above = rect;
    let legend = above.take_bottom((LINE * lines.len() as f32).min(rect.height() - LEAST));
    for (place, words) in lines.into_iter().enumerate() {
        let row = legend.row(place, LINE);
        if row.bottom() > legend.bottom() + 1.0 {
            break;
        }
        write_fitted(ui.painter(), row, Align2::LEFT_CENTER, words, TextRole::Status, theme.mid);
        spoken(ui, row, Role::Label, words);
    }
    let axis = above.bottom_part(18.0).without_right(4.0);
    write(ui.painter(), axis, Align2::RIGHT_CENTER, &tr("heatmaps-changed-axis"), TextRole::Tick, theme.low);
    above
}

fn cascade(ui: &Ui, rect: Rect, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let wrapped = |words: &str| {
        Lines::new(painter, words, TextRole::Caption, theme.mid, rect.width()).show(ui, rect);
    };
    let Some(method) = page.wishes.selected else { return wrapped(&tr("heatmaps-choose-method")) };
    let known = page.entry.and_then(|entry| entry.cascades.iter().find(|cascade| cascade.method == method));
    let Some(cascaded) = known.and_then(|cascade| cascade.cascaded.as_ref()) else {
        return match known.map(|cascade| &cascade.making) {
            Some(Making::Failed(error)) => wrapped(&error_text(error)),
            _ => wrapped(&tr("heatmaps-cascade-waiting")),
        };
    };
    let mut above = rect;
    let result = above.take_bottom(36.0).without_top(2.0);
    let chart = frame(painter, above, theme);
    corner(ui, chart, &method_name(method), board);
    let values: Vec<f64> =
        std::iter::once(1.0).chain(cascaded.steps.iter().map(|(_, agreement)| agreement.unwrap_or(0.0))).collect();
    let (axes, points) = over_steps(chart, cascaded.total, &values);
    axes.curve(painter, points, of_method(theme));
    Row::new(&tr("heatmaps-cascade-first"), TextRole::Tick, theme.low)
        .number("conv1", TextRole::Tick, theme.low)
        .paint(painter, chart.beneath(0.0, 20.0));
    let agreement = |agreement: Option<f64>| agreement.map_or_else(|| "–".to_owned(), |value| fixed(value, 2));
    let ends = [("first", cascaded.steps.first()), ("last", cascaded.steps.last())];
    let values = ends.map(|(name, step)| (name, agreement(step.and_then(|(_, agreement)| *agreement))));
    let words = tr_with("heatmaps-cascade-result", &values);
    Lines::new(painter, &words, TextRole::Status, theme.mid, result.width()).show(ui, result);
}

/// A square of the rank correlations of all pairs.
fn between(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) {
    let Some(table) = page.table() else { return };
    let methods = page.methods();
    let names = 70.0_f32.min(rect.width() * 0.34);
    let count = methods.len() as f32;
    let side = ((rect.width() - names) / count).min((rect.height() - 20.0) / count).min(40.0);
    for (row, one) in methods.iter().enumerate() {
        let mut cells = rect.row(row, side);
        let (place, name) = (cells.take_left(names).without_right(4.0), method_name(*one));
        write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &name, TextRole::Tick, theme.mid);
        for (column, other) in methods.iter().enumerate() {
            let cell = cells.column(column, side).without_right(1.0).without_bottom(1.0);
            let words = agreement(ui, cell, agreement_of(table, *one, *other), one == other, theme);
            if row < column {
                let values = [("one", name.clone()), ("other", method_name(*other)), ("agreement", words)];
                spoken(ui, cell, Role::Label, &tr_with("heatmaps-between-name", &values));
            }
        }
    }
    let below = rect.without_top((side * count + 2.0).min(rect.height() - 16.0)).top_part(16.0);
    let words = tr("heatmaps-between-read");
    write_fitted(ui.painter(), below, Align2::LEFT_CENTER, &words, TextRole::Status, theme.low);
}

/// A cell in the colour of its number, with the number where there is room for it; returns the number.
fn agreement(ui: &Ui, cell: Rect, value: Option<f64>, is_own: bool, theme: &Theme) -> String {
    let [red, green, blue] =
        Colormap::Sequential(Sequential::Magma).color(Range::new(0.0, 1.0).normalize(value.unwrap_or(0.0) as f32));
    let fill = value.map_or(theme.bar_track, |_| Color32::from_rgb(red, green, blue));
    ui.painter().rect_filled(cell, 0.0, fill);
    let words = value.map_or_else(|| "–".to_owned(), |value| fixed(value, usize::from(cell.width() > 25.0) + 1));
    if cell.width() >= 18.0 && !is_own {
        let words = words.trim_start_matches('0');
        write(ui.painter(), cell, Align2::CENTER_CENTER, words, TextRole::Tick, ink_on(fill));
    }
    words
}

fn agreement_of(table: &Table, one: Method, other: Method) -> Option<f64> {
    let place = |method: Method| table.rows.iter().position(|row| row.method == method);
    table.between[place(one)?][place(other)?]
}

/// The ink of a verdict: what is not learned steps back, though it is said in words too.
pub(super) fn ink(learned: Learned, theme: &Theme) -> Color32 {
    match learned {
        Learned::Changes => theme.hi,
        Learned::Stays | Learned::Unclear => theme.mid,
    }
}
