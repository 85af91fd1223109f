//! What becomes of channels and cost when nine naive modules are stacked.

use egui::{Align2, Rect, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Line, LineStyle, PlotPoint, PlotTransform, Points};

use super::facts::Growth;
use super::show::Show;
use crate::locale::format::compact;
use crate::locale::text::tr;
use crate::spec::MODULES;
use crate::ui::kit::{self, Area, within};
use crate::ui::style::{Hue, TextRole, Theme, Weight};

/// Room for the numbers at the left, the words at the right and the names below, points.
const MARGINS: [f32; 3] = [40.0, 66.0, 20.0];

/// Shows the curves: channels after each module, or multiply-accumulates of each module.
pub(super) fn curve(ui: &mut Ui, show: &Show<'_>, of_macs: bool) {
    let area = ui.available_rect_before_wrap();
    let [left, right, bottom] = MARGINS;
    let chart = area.without_left(left).without_right(right).without_top(4.0).without_bottom(bottom);
    let theme = show.theme;
    let values = |growth: &Growth| {
        if of_macs { growth.macs.clone() } else { growth.channels.clone() }
    };
    let naive = values(&show.facts.naive_growth);
    let reduced = values(&show.facts.reduced_growth);
    // In channels it is the trained one.
    let factorised = if of_macs { show.facts.factorised_growth.macs.clone() } else { Vec::new() };
    let step = if of_macs { 1e9 } else { 1e3 };
    let top = naive.iter().copied().fold(0.0, f64::max);
    let top = (top / step).ceil() * step;
    let transform = within(ui, chart, |ui| plot(ui, theme, chart, [&naive, &reduced, &factorised], [top, step]));
    axes(ui, show, chart, &transform, (top, step));
    numbers(ui, theme, &transform, [&naive, &reduced], of_macs);
    if let Some(&last) = factorised.last() {
        let place = transform.position_from_point(&PlotPoint::new(factorised.len() as f64 - 1.0, last));
        let words = format!("{} {}", tr("module-column-factorised"), compact(last));
        let ink = theme.hue(Hue::Conv5x5).text;
        ui.painter().text(place - vec2(4.0, 8.0), Align2::RIGHT_BOTTOM, words, TextRole::Tick.font(), ink);
    }
}

fn plot(
    ui: &mut Ui,
    theme: &Theme,
    chart: Rect,
    [naive, reduced, factorised]: [&Vec<f64>; 3],
    [top, step]: [f64; 2],
) -> PlotTransform {
    let points = |values: &[f64]| -> Vec<[f64; 2]> {
        values.iter().enumerate().map(|(index, &value)| [index as f64, value]).collect()
    };
    let last = naive.len() as f64 - 1.0;
    let lines = (0..=(top / step) as usize).map(|line| line as f64 * step);
    let bounds = [-0.15..=last + 0.15, -top * 0.02..=top * 1.04];
    let lines = (lines.collect(), step);
    let response = kit::plot("module-stack", chart, bounds, lines, theme).show(ui, |plot| {
        plot.set_plot_bounds_x(-0.15..=last + 0.15);
        plot.set_plot_bounds_y(-top * 0.02..=top * 1.04);
        for (values, color, fill) in [(naive, theme.hue(Hue::Pool).fill, 0.18), (reduced, theme.hi, 0.0)] {
            let line = Line::new("", points(values)).color(color).width(2.5).allow_hover(false);
            plot.line(if fill > 0.0 { line.fill(0.0).fill_alpha(fill) } else { line });
            plot.points(Points::new("", points(values)).color(color).radius(4.0).allow_hover(false));
        }
        let dashed = Line::new("", points(factorised)).color(theme.hue(Hue::Conv5x5).fill).width(2.0);
        plot.line(dashed.style(LineStyle::dashed_loose()).allow_hover(false));
    });
    response.response.widget_info(|| WidgetInfo::labeled(egui::Role::GraphicsObject, true, tr("module-stack-name")));
    response.transform
}

/// Module names below, round numbers at the left.
fn axes(ui: &Ui, show: &Show<'_>, chart: Rect, transform: &PlotTransform, (top, step): (f64, f64)) {
    let (theme, painter) = (show.theme, ui.painter());
    let place = |x: f64, y: f64| transform.position_from_point(&PlotPoint::new(x, y));
    let names = std::iter::once(tr("module-stack-in")).chain(MODULES.iter().map(|module| module.name.to_owned()));
    for (index, name) in names.enumerate() {
        let is_here = index == show.facts.module + 1;
        let (font, ink) = match is_here {
            true => (Weight::Bold.size(12.5), theme.hi),
            false => (TextRole::Tick.font(), theme.low),
        };
        let x = place(index as f64, 0.0).x;
        painter.text(pos2(x, chart.bottom() + 4.0), Align2::CENTER_TOP, name, font, ink);
    }
    let lines = (top / step) as usize;
    // Fewer numbers than lines where these stand close.
    let every = (16.0 * lines as f32 / chart.height()).ceil().max(1.0) as usize;
    for line in (0..=lines).step_by(every) {
        let value = line as f64 * step;
        let y = place(0.0, value).y;
        let unit = if step > 1e6 { format!("{line} G") } else { format!("{line} k") };
        let text = if line == 0 { "0".to_owned() } else { unit };
        let font = TextRole::Tick.font();
        painter.text(pos2(chart.left() - 8.0, y), Align2::RIGHT_CENTER, text, font, theme.low);
    }
}

/// The values of some modules on the curve, and of the last at its right.
fn numbers(ui: &Ui, theme: &Theme, transform: &PlotTransform, [naive, reduced]: [&Vec<f64>; 2], of_macs: bool) {
    let painter = ui.painter();
    let place = |x: usize, y: f64| transform.position_from_point(&PlotPoint::new(x as f64, y));
    let number = |value: f64| {
        if of_macs { compact(value) } else { format!("{value:.0}") }
    };
    let last = naive.len() - 1;
    let strong = Weight::SemiBold.size(15.0);
    let orange = theme.hue(Hue::Pool).text;
    for index in [2, 4, 6, 8] {
        let at = place(index, naive[index]) - vec2(6.0, 5.0);
        painter.text(at, Align2::RIGHT_BOTTOM, number(naive[index]), TextRole::StatusStrong.font(), orange);
    }
    for (values, ink, key) in [(naive, orange, "module-column-naive"), (reduced, theme.hi, "module-column-reduced")] {
        let at = place(last, values[last]) + vec2(9.0, 0.0);
        let shown = painter.text(at, Align2::LEFT_CENTER, number(values[last]), strong.clone(), ink);
        let below = pos2(at.x, shown.bottom() - 1.0);
        painter.text(below, Align2::LEFT_TOP, tr(key), TextRole::Tick.font(), theme.mid);
    }
}
