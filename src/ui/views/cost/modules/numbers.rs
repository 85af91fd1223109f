//! The numbers of one module: its branches, then all together.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::super::measure::{Measure, digits};
use super::super::within;
use super::Focus;
use super::values::{self, Pair, exact_fewer, exact_ratio};
use crate::locale::format::{ratio, times_fewer};
use crate::locale::text::{tr, tr_with};
use crate::spec::{MODULES, Section};
use crate::state::NaiveInput;
use crate::ui::kit::{Card, Segmented};
use crate::ui::style::{Hue, TextRole, Weight, size};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// Shows the card; `chosen` is what the branches are compared by.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, focus: Focus, chosen: &mut Measure) {
    let title = tr_with("module-title", &[("name", MODULES[focus.module].name)]);
    let caption = if focus.is_hovered { tr("cost-hovered") } else { tr("cost-selected") };
    within(ui, rect, |ui| {
        Card::new(&title).caption(&caption).fill_height().show(ui, shown.theme, |ui| {
            switch(ui, shown, focus, chosen);
            table(ui, shown, focus);
        });
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
    let strip = Rect::from_min_max(pos2(area.left() - 6.0, area.bottom() - 40.0), area.right_bottom() + vec2(6.0, 0.0));
    let lines = lines(shown, focus);
    let pitch = ((strip.top() - 6.0 - area.top()) / (lines.len() as f32 + 1.0)).min(34.0);
    heads(ui, shown, area, area.top() + pitch / 2.0);
    for (index, line) in lines.iter().enumerate() {
        let y = area.top() + pitch * (index as f32 + 1.5);
        if index == 4 {
            let stroke = Stroke::new(size::hairline(), shown.theme.line2);
            ui.painter().hline(area.x_range(), y - pitch / 2.0, stroke);
        }
        row(ui, shown, area, (y, pitch), line);
    }
    result(ui, shown, strip, focus);
}

/// Right edges of naive, reduced and ratio.
fn columns(area: Rect) -> [f32; 3] {
    let times = 44.0;
    let each = ((area.width() - times) * 0.34).min(110.0);
    let right = area.right();
    [right - times - each, right - times, right]
}

fn heads(ui: &Ui, shown: &CostContext<'_>, area: Rect, y: f32) {
    let is_stacked = shown.state.settings.naive_input == NaiveInput::Stacked;
    let naive = if is_stacked { "module-column-stacked" } else { "module-column-naive" };
    let [first, second, _] = columns(area);
    for (x, key) in [(first, naive), (second, "module-column-reduced")] {
        let font = TextRole::Caption.font();
        ui.painter().text(pos2(x, y), Align2::RIGHT_CENTER, tr(key), font, shown.theme.low);
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

fn row(ui: &Ui, shown: &CostContext<'_>, area: Rect, (y, pitch): (f32, f32), line: &Line) {
    let (theme, painter) = (shown.theme, ui.painter());
    let mut left = area.left();
    if let Some(hue) = line.hue {
        let swatch = Rect::from_center_size(pos2(left + 7.0, y), vec2(14.0, 14.0));
        let outline = theme.outline(hue);
        let kind = egui::StrokeKind::Inside;
        painter.rect(swatch, 3.0, theme.hue(hue).fill, outline, kind);
        left += 24.0;
    }
    let label = if line.is_strong { TextRole::BodyStrong } else { TextRole::Body };
    let ink = if line.is_strong { theme.hi } else { theme.mid };
    let [first, second, third] = columns(area);
    let room = first - 60.0 - left;
    let words = (label.font(), ink);
    paint::line(painter, pos2(left, y), Align2::LEFT_CENTER, &line.label, words, room);
    let size = if line.is_strong { 17.0 } else { 14.0 };
    let [naive, reduced] = &line.values;
    let (regular, strong) = (Weight::Regular.size(size), Weight::SemiBold.size(size));
    painter.text(pos2(first, y), Align2::RIGHT_CENTER, naive, regular, theme.mid);
    painter.text(pos2(second, y), Align2::RIGHT_CENTER, reduced, strong, theme.hi);
    if let Some(times) = line.times {
        let font = TextRole::Caption.font();
        painter.text(pos2(third, y), Align2::RIGHT_CENTER, exact_ratio(times), font, theme.low);
    }
    let values = [("label", line.label.as_str()), ("naive", naive), ("reduced", reduced)];
    let rect = Rect::from_x_y_ranges(area.x_range(), y - pitch / 2.0..=y + pitch / 2.0);
    let key = format!("{}{}", line.label, line.hue.is_some());
    paint::speak(ui, rect, &key, &tr_with("module-row-spoken", &values));
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
