//! Below the photo: curves of the selected method, its cascade, or how far the methods agree with each other.

use egui::{Align2, Color32, Pos2, Rect, Role, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::change;
use super::page::Page;
use super::photo::corner;
use super::words::method_name;
use crate::analysis::heatmaps::{Curve, Learned, Method, Table};
use crate::imaging::{Colormap, Range, Sequential};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::state::HeatmapChart;
use crate::ui::kit::Segmented;
use crate::ui::kit::paint::{ink_on, spoken, text, text_within};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;

/// Shows the chosen chart with its choice above.
pub(super) fn charts(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let labels = [tr("heatmaps-chart-curves"), tr("heatmaps-chart-cascade"), tr("heatmaps-chart-between")];
    let kinds = [HeatmapChart::Curves, HeatmapChart::Cascade, HeatmapChart::Between];
    let choices: Vec<_> = kinds.into_iter().zip(labels.iter().map(String::as_str)).collect();
    let head = rect.with_max_y(rect.top() + size::CONTROL_HEIGHT);
    let name = tr("heatmaps-chart");
    let builder = UiBuilder::new().max_rect(head);
    let theme = board.look.theme;
    ui.scope_builder(builder, |ui| {
        let control = Segmented::new(&name, &choices, page.wishes.chart).padding(6.0).width(head.width().min(320.0));
        if let Some(chart) = control.show(ui, theme).inner {
            change(board, |wishes| wishes.chart = chart);
        }
    });
    let below = rect.with_min_y(head.bottom() + 6.0);
    if page.is_covered && page.wishes.chart != HeatmapChart::Curves {
        return;
    }
    match page.wishes.chart {
        HeatmapChart::Curves => curves(ui, below, page, board),
        HeatmapChart::Cascade => cascade(ui, below, page, board),
        HeatmapChart::Between => between(ui, below, page, board),
    }
}

/// The area with its lines at 0, 0.5 and 1.
fn frame(ui: &Ui, rect: Rect, theme: &Theme) -> Rect {
    let chart = Rect::from_min_max(rect.min + vec2(26.0, 6.0), rect.max - vec2(4.0, 20.0));
    for value in [0.0, 0.5, 1.0_f32] {
        let y = chart.bottom() - chart.height() * value;
        ui.painter().hline(chart.x_range(), y, Stroke::new(size::hairline(), theme.line));
        let place = pos2(chart.left() - 5.0, y);
        let words = fixed(f64::from(value), usize::from(value == 0.5));
        text(ui.painter(), place, Align2::RIGHT_CENTER, &words, TextRole::Tick, theme.low);
    }
    chart
}

/// Where the points of a curve lie in a chart from 0 to 1.
pub(super) fn points(chart: Rect, values: &[f64]) -> Vec<Pos2> {
    let last = values.len().saturating_sub(1).max(1) as f32;
    let at = |(index, value): (usize, &f64)| {
        let x = chart.left() + chart.width() * index as f32 / last;
        pos2(x, chart.bottom() - chart.height() * (*value as f32).clamp(0.0, 1.0))
    };
    values.iter().enumerate().map(at).collect()
}

/// The mean of several curves.
pub(super) fn mean(curves: &[Curve]) -> Vec<f64> {
    let count = curves.first().map_or(0, |curve| curve.beliefs.len());
    let sum = |index: usize| curves.iter().map(|curve| curve.beliefs[index]).sum::<f64>() / curves.len() as f64;
    (0..count).map(sum).collect()
}

/// Draws a curve.
pub(super) fn line(ui: &Ui, points: Vec<Pos2>, stroke: Stroke) {
    ui.painter().add(Shape::line(points, stroke));
}

/// The same dashed: what chance gives.
pub(super) fn dashed(ui: &Ui, points: &[Pos2], color: Color32) {
    ui.painter().extend(Shape::dashed_line(points, Stroke::new(1.5, color), 4.0, 3.0));
}

fn curves(ui: &Ui, rect: Rect, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let lines = legend(ui, rect, page, theme);
    let chart = frame(ui, rect.with_max_y(lines), theme);
    let rose = theme.hue(Hue::Classifier).fill;
    // Until a method is chosen the words have the chart to themselves.
    let chance = page.table().and_then(|table| table.chance.as_ref()).filter(|_| page.wishes.selected.is_some());
    if let Some(chance) = chance {
        let mean = mean(&chance.curves);
        let backwards: Vec<f64> = mean.iter().rev().copied().collect();
        dashed(ui, &points(chart, &mean), theme.mid);
        dashed(ui, &points(chart, &backwards), theme.mid);
    }
    let Some(method) = page.wishes.selected else {
        let words = tr("heatmaps-choose-method");
        text_within(
            ui.painter(),
            pos2(chart.left() + 6.0, chart.center().y),
            chart.width(),
            &words,
            TextRole::Caption,
            theme.mid,
        );
        return;
    };
    // Before the filter, or after it.
    if let Some(row) = page.unfiltered.and_then(|entry| entry.table.as_ref()?.row(method)) {
        for curve in [&row.deletion, &row.insertion].into_iter().flatten() {
            line(ui, points(chart, &curve.beliefs), Stroke::new(1.5, theme.low));
        }
    }
    let Some(row) = page.row(method) else { return };
    for (curve, key) in [(&row.deletion, "heatmaps-delete"), (&row.insertion, "heatmaps-insert")] {
        let Some(curve) = curve else { continue };
        line(ui, points(chart, &curve.beliefs), Stroke::new(size::stroke_chart() * 0.8, rose));
        let values = [("curve", tr(key)), ("area", fixed(curve.area(), 2))];
        spoken(
            ui,
            chart.shrink(if key == "heatmaps-delete" { 1.0 } else { 3.0 }),
            Role::Label,
            &tr_with("heatmaps-curve-name", &values),
        );
    }
}

/// What the lines mean; returns where they begin.
fn legend(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) -> f32 {
    let chance = page.table().and_then(|table| table.chance.as_ref()).map_or_else(String::new, |chance| {
        let values = [("area", fixed(chance.area.mean, 2)), ("spread", fixed(chance.area.deviation, 2))];
        tr_with("heatmaps-chance", &values)
    });
    let filtered = page.unfiltered.map_or_else(String::new, |_| {
        tr(if page.asked.low_pass { "heatmaps-before-filter" } else { "heatmaps-after-filter" })
    });
    let lines = [tr("heatmaps-delete-falls"), tr("heatmaps-insert-rises"), chance, filtered];
    let lines: Vec<&String> = lines.iter().filter(|line| !line.is_empty()).collect();
    let height = 17.0;
    let top = (rect.bottom() - height * lines.len() as f32).max(rect.top() + 70.0);
    for (index, words) in lines.iter().enumerate() {
        let middle = pos2(rect.left(), top + height * (index as f32 + 0.5));
        if middle.y + height / 2.0 > rect.bottom() + 1.0 {
            break;
        }
        text_within(ui.painter(), middle, rect.width(), words, TextRole::Status, theme.mid);
        let place = Rect::from_min_size(pos2(rect.left(), middle.y - height / 2.0), vec2(rect.width(), height));
        spoken(ui, place, Role::Label, words);
    }
    let words = tr("heatmaps-changed-axis");
    let place = pos2(rect.right() - 4.0, top - 9.0);
    text(ui.painter(), place, Align2::RIGHT_CENTER, &words, TextRole::Tick, theme.low);
    top
}

fn cascade(ui: &Ui, rect: Rect, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let wrapped = |key: &str| {
        let words = tr(key);
        let galley = ui.painter().layout(words.clone(), TextRole::Caption.font(), theme.mid, rect.width());
        spoken(ui, rect, Role::Label, &words);
        ui.painter().galley(rect.left_top(), galley, theme.mid);
    };
    let Some(method) = page.wishes.selected else { return wrapped("heatmaps-choose-method") };
    let known = page.entry.and_then(|entry| entry.cascades.iter().find(|cascade| cascade.method == method));
    let Some(cascaded) = known.and_then(|cascade| cascade.cascaded.as_ref()) else {
        return wrapped("heatmaps-cascade-waiting");
    };
    let chart = frame(ui, rect.with_max_y(rect.bottom() - 36.0), theme);
    corner(ui, chart, &method_name(method), board);
    let values: Vec<f64> =
        std::iter::once(1.0).chain(cascaded.steps.iter().map(|(_, agreement)| agreement.unwrap_or(0.0))).collect();
    let width = chart.width() * (values.len() - 1) as f32 / cascaded.total.max(1) as f32;
    line(
        ui,
        points(chart.with_max_x(chart.left() + width), &values),
        Stroke::new(size::stroke_chart() * 0.8, theme.hue(Hue::Classifier).fill),
    );
    let [first, last] = [tr("heatmaps-cascade-first"), "conv1".to_owned()];
    let below = chart.bottom() + 10.0;
    text(ui.painter(), pos2(chart.left(), below), Align2::LEFT_CENTER, &first, TextRole::Tick, theme.low);
    text(ui.painter(), pos2(chart.right(), below), Align2::RIGHT_CENTER, &last, TextRole::Tick, theme.low);
    let agreement = |agreement: Option<f64>| agreement.map_or_else(|| "–".to_owned(), |value| fixed(value, 2));
    let ends = [("first", cascaded.steps.first()), ("last", cascaded.steps.last())];
    let values = ends.map(|(name, step)| (name, agreement(step.and_then(|(_, agreement)| *agreement))));
    let words = tr_with("heatmaps-cascade-result", &values);
    let place = rect.with_min_y(rect.bottom() - 34.0);
    spoken(ui, place, Role::Label, &words);
    let galley = ui.painter().layout(words, TextRole::Status.font(), theme.mid, place.width());
    ui.painter().galley(place.left_top(), galley, theme.mid);
}

/// A square of the rank correlations of all pairs.
fn between(ui: &Ui, rect: Rect, page: &Page<'_>, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let Some(table) = page.table() else { return };
    let methods = page.methods();
    let names = 70.0_f32.min(rect.width() * 0.34);
    let count = methods.len() as f32;
    let side = ((rect.width() - names) / count).min((rect.height() - 20.0) / count).min(40.0);
    let range = Range::new(0.0, 1.0);
    let colormap = Colormap::Sequential(Sequential::Magma);
    for (row, one) in methods.iter().enumerate() {
        let y = rect.top() + side * (row as f32 + 0.5);
        let name = method_name(*one);
        text_within(ui.painter(), pos2(rect.left(), y), names - 4.0, &name, TextRole::Tick, theme.mid);
        for (column, other) in methods.iter().enumerate() {
            let corner = pos2(rect.left() + names + side * column as f32, rect.top() + side * row as f32);
            let cell = Rect::from_min_size(corner, vec2(side - 1.0, side - 1.0));
            let value = agreement_of(table, *one, *other);
            let [red, green, blue] = colormap.color(range.normalize(value.unwrap_or(0.0) as f32));
            let fill = value.map_or(theme.bar_track, |_| Color32::from_rgb(red, green, blue));
            ui.painter().rect_filled(cell, 0.0, fill);
            let words = value.map_or_else(|| "–".to_owned(), |value| fixed(value, usize::from(side > 26.0) + 1));
            if side >= 19.0 && one != other {
                let words = words.trim_start_matches('0').to_owned();
                text(ui.painter(), cell.center(), Align2::CENTER_CENTER, &words, TextRole::Tick, ink_on(fill));
            }
            if row < column {
                let values = [("one", name.clone()), ("other", method_name(*other)), ("agreement", words)];
                spoken(ui, cell, Role::Label, &tr_with("heatmaps-between-name", &values));
            }
        }
    }
    let words = tr("heatmaps-between-read");
    let middle = pos2(rect.left(), (rect.top() + side * count + 10.0).min(rect.bottom() - 8.0));
    text_within(ui.painter(), middle, rect.width(), &words, TextRole::Status, theme.low);
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
