//! The numbers of one module: its branches, then all together.

use egui::{Align2, Rect, StrokeKind, Ui};

use super::super::measure::{Measure, digits};
use super::Focus;
use super::values::{self, Pair, exact_fewer, exact_ratio};
use crate::locale::format::{ratio, times_fewer};
use crate::locale::text::{tr, tr_with};
use crate::spec::{MODULES, Section};
use crate::state::NaiveInput;
use crate::ui::kit::{Area, Card, Segmented, card_over, line_below, write, write_fitted, write_sized};
use crate::ui::style::{Hue, TextRole, Weight};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// Shows the card; `chosen` is what the branches are compared by.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, focus: Focus, chosen: &mut Measure) {
    let title = tr_with("module-title", &[("name", MODULES[focus.module].name)]);
    let caption = if focus.is_hovered { tr("cost-hovered") } else { tr("cost-selected") };
    card_over(ui, rect, Card::new(&title).caption(&caption), shown.theme, |ui| {
        switch(ui, shown, focus, chosen);
        table(ui, shown, focus);
    });
}

/// What the branches are compared by; pointing at a chart shows it for as long.
fn switch(ui: &mut Ui, shown: &CostContext<'_>, focus: Focus, chosen: &mut Measure) {
    let names = Measure::OF_MODULES.map(|measure| measure.short_name(shown.state.settings.unit));
    let choices: Vec<(Measure, &str)> = Measure::OF_MODULES.into_iter().zip(names.iter().map(String::as_str)).collect();
    let name = tr("cost-branches-by");
    let width = ui.available_width();
    let control = Segmented::new(&name, &choices, focus.measure).width(width);
    if let Some(measure) = control.show(ui, shown.theme).inner {
        *chosen = measure;
    }
}

/// A line of the table.
struct Line {
    hue: Option<Hue>,
    label: String,
    values: [String; 2],
    times: Option<f64>,
    is_strong: bool,
}

fn table(ui: &mut Ui, shown: &CostContext<'_>, focus: Focus) {
    let area = ui.available_rect_before_wrap();
    let strip = area.bottom_part(40.0).expand2(paint::RESULT_MARGIN);
    let lines = lines(shown, focus);
    let height = ((strip.top() - 6.0 - area.top()) / (lines.len() as f32 + 1.0)).min(34.0);
    heads(ui, shown, area.row(0, height));
    for (index, line) in lines.iter().enumerate() {
        let place = area.row(index + 1, height);
        if index == 4 {
            line_below(ui.painter(), area.row(index, height), shown.theme.line2);
        }
        row(ui, shown, place, line);
    }
    result(ui, shown, strip, focus);
}

/// Naive, reduced and ratio in a row; each ends at its right edge.
fn cells(row: Rect) -> [Rect; 3] {
    let both = row.without_right(44.0);
    let each = (both.width() * 0.34).min(110.0);
    [both.without_right(each), both, row]
}

fn heads(ui: &Ui, shown: &CostContext<'_>, row: Rect) {
    let is_stacked = shown.state.settings.naive_input == NaiveInput::Stacked;
    let naive = if is_stacked { "module-column-stacked" } else { "module-column-naive" };
    for (cell, key) in cells(row).into_iter().zip([naive, "module-column-reduced"]) {
        write(ui.painter(), cell, Align2::RIGHT_CENTER, &tr(key), TextRole::Caption, shown.theme.low);
    }
}

fn lines(shown: &CostContext<'_>, focus: Focus) -> Vec<Line> {
    let unit = shown.state.settings.unit;
    let line = |hue, label: String, measure: Measure, pair: Pair, is_strong| Line {
        hue,
        label,
        values: pair.both().map(|value| measure.cell(value)),
        times: pair.ratio(),
        is_strong,
    };
    let branches = shown.facts.branch_names.iter().enumerate();
    let branches = branches.map(|(branch, name)| {
        let pair = values::of_branch(shown, focus.measure, focus.module, branch);
        let hue = Hue::from(Section::ALL[branch]);
        let is_strong = false;
        line(Some(hue), name.clone(), focus.measure, pair, is_strong)
    });
    let wholes = Measure::OF_LAYERS.into_iter().map(|measure| {
        let pair = values::of_module(shown, measure, focus.module);
        let is_strong = measure == focus.measure;
        line(None, measure.short_name(unit), measure, pair, is_strong)
    });
    let mut lines: Vec<Line> = branches.chain(wholes).collect();
    for line in &mut lines {
        // Nothing is saved on a speed.
        if line.label == Measure::Speed.short_name(unit) {
            line.times = None;
        }
    }
    lines
}

fn row(ui: &Ui, shown: &CostContext<'_>, place: Rect, line: &Line) {
    let (theme, painter) = (shown.theme, ui.painter());
    let [first, second, third] = cells(place);
    let mut label = first.without_right(60.0);
    if let Some(hue) = line.hue {
        let swatch = label.take_left(24.0).square(Align2::LEFT_CENTER, 14.0);
        painter.rect(swatch, 3.0, theme.hue(hue).fill, theme.outline(hue), StrokeKind::Inside);
    }
    let (role, ink, size) = match line.is_strong {
        true => (TextRole::BodyStrong, theme.hi, 17.0),
        false => (TextRole::Body, theme.mid, 14.0),
    };
    write_fitted(painter, label, Align2::LEFT_CENTER, &line.label, role, ink);
    let [naive, reduced] = &line.values;
    write_sized(painter, first, Align2::RIGHT_CENTER, naive, Weight::Regular.size(size), theme.mid);
    write_sized(painter, second, Align2::RIGHT_CENTER, reduced, Weight::SemiBold.size(size), theme.hi);
    if let Some(times) = line.times {
        write(painter, third, Align2::RIGHT_CENTER, &exact_ratio(times), TextRole::Caption, theme.low);
    }
    let values = [("label", line.label.as_str()), ("naive", naive), ("reduced", reduced)];
    let key = format!("{}{}", line.label, line.hue.is_some());
    paint::speak(ui, place, &key, &tr_with("module-row-spoken", &values));
}

/// The ratio in large type.
fn result(ui: &Ui, shown: &CostContext<'_>, strip: Rect, focus: Focus) {
    let pair = values::of_module(shown, focus.measure, focus.module);
    let unit = shown.state.settings.unit;
    let is_stacked = shown.state.settings.naive_input == NaiveInput::Stacked;
    let (number, words) = match (pair.ratio(), focus.measure) {
        (Some(times), Measure::Time) => (ratio(times), tr("cost-times-faster")),
        (Some(times), Measure::Memory) if times >= 1.0 => (exact_fewer(times), tr("cost-times-less")),
        (Some(times), Measure::Memory) => (exact_ratio(1.0 / times), tr("cost-times-more")),
        (Some(times), measure) => {
            let name = match measure {
                Measure::Arithmetic => measure.name(unit),
                Measure::Parameters | Measure::Memory | Measure::Time | Measure::Speed => tr("cost-parameters-small"),
            };
            (times_fewer(times), tr_with("cost-times-fewer", &[("measure", name)]))
        }
        (None, Measure::Time) if is_stacked => {
            let ms = pair.reduced.map_or_else(|| "…".to_owned(), digits);
            (format!("{ms} ms"), tr("cost-no-stack"))
        }
        (None, _) => ("…".to_owned(), tr("cost-measuring")),
    };
    paint::result_strip(ui.painter(), strip, &number, &words, shown.theme);
}
