//! What the network says of the picture at every step, beside the best photo of the album.

use egui::{Align2, Rect, Role, Stroke, Ui};
use egui_plot::{HLine, Line, LineStyle};

use super::{headline, words};
use crate::locale::format::{ratio, steps_in_words};
use crate::locale::text::{tr, tr_with};
use crate::state::{Objective, head_of};
use crate::ui::kit::paint::{paragraph, spoken};
use crate::ui::kit::{self, Area, Row, number_beside, within, write};
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::visualize::{Point, Sign};

/// Room for the numbers at the left.
const LEFT: f32 = 30.0;
/// Room for the title, and for the numbers below.
const TITLE: f32 = 26.0;
const BELOW: f32 = 20.0;
/// Room for what the picture shows and does not show.
const MEANING: f32 = 42.0;

/// Shows the curve and one line on what it means.
pub(super) fn curve(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let picture = &seen.state.looks_for.picture;
    let points = picture.painted.as_ref().map_or(&[][..], |painted| painted.curve.points());
    let last = points.last().map(|point| point.value);
    let (heading, number) = (tr(heading(seen)), last.map_or_else(String::new, words::value));
    let title = rect.top_part(TITLE);
    Row::new(&heading, TextRole::BodyStrong, theme.hi)
        .number(&number, TextRole::StageNumber, theme.hi)
        .paint(ui.painter(), title);
    let mut room = rect.without_top(TITLE + 4.0);
    let meaning = room.take_bottom(MEANING);
    let chart = room.without_bottom(BELOW + size::SPACE_4).without_left(LEFT);
    if chart.height() >= 32.0 {
        draw(ui, chart, seen, points, theme);
    }
    let best = best(seen);
    spoken(
        ui,
        rect.with_max_y(chart.bottom().max(title.bottom())),
        Role::GraphicsObject,
        &said(seen, &heading, last, best),
    );
    within(ui, meaning, |ui| {
        paragraph(ui, &tr(meaning_key(seen)), TextRole::Caption, theme.mid);
    });
}

/// The strongest cell of the best photo of the album, where it is one number with the curve's.
fn best(seen: &LayerContext<'_>) -> Option<f32> {
    let looks_for = &seen.state.looks_for;
    let is_comparable = looks_for.wishes.objective != Objective::Layer && !looks_for.wishes.is_random;
    looks_for.best_photo().filter(|_| is_comparable)
}

fn heading(seen: &LayerContext<'_>) -> &'static str {
    match (head_of(seen.layer), seen.state.looks_for.wishes.objective) {
        (Some(_), _) => "looks-curve-class",
        (None, Objective::Channel) => "looks-curve-channel",
        (None, Objective::Cell) => "looks-curve-cell",
        (None, Objective::Layer) => "looks-curve-layer",
    }
}

fn meaning_key(seen: &LayerContext<'_>) -> &'static str {
    let wishes = seen.state.looks_for.wishes;
    match (wishes.is_random, wishes.sign, head_of(seen.layer), wishes.objective) {
        (true, ..) => "looks-means-random",
        (false, Sign::Minimise, ..) => "looks-means-silence",
        (false, Sign::Maximise, Some(_), _) => "looks-means-class",
        (false, Sign::Maximise, None, Objective::Layer) => "looks-means-layer",
        (false, Sign::Maximise, None, Objective::Channel | Objective::Cell) => "looks-means-channel",
    }
}

fn said(seen: &LayerContext<'_>, heading: &str, last: Option<f32>, best: Option<f32>) -> String {
    let Some(last) = last else { return heading.to_owned() };
    let steps = seen.state.looks_for.picture.painted.as_ref().map_or(0, |painted| painted.steps);
    let values = [("title", heading.to_owned()), ("value", words::value(last)), ("step", steps.to_string())];
    let said = tr_with("looks-curve-said", &values);
    match best {
        Some(best) => format!("{said} {}", tr_with("looks-best-photo", &[("value", words::value(best))])),
        None => said,
    }
}

fn draw(ui: &mut Ui, chart: Rect, seen: &LayerContext<'_>, points: &[Point], theme: &Theme) {
    let steps = seen.state.looks_for.picture.steps.max(points.len()).max(1);
    let best = best(seen);
    let values = || points.iter().map(|point| f64::from(point.value)).chain(best.map(f64::from));
    let (low, high) = (values().fold(0.0, f64::min), values().fold(1e-3, f64::max));
    let (step, top) = nice(high);
    let bottom = if low < 0.0 { -nice(-low).1 } else { 0.0 };
    let lines: Vec<f64> = {
        let first = (bottom / step).round() as i64;
        let last = (top / step).round() as i64;
        (first..=last).map(|line| line as f64 * step).collect()
    };
    let (_, hue) = headline::branch(seen).unwrap_or((String::new(), Hue::Stem));
    let bounds = [0.0..=steps as f64, bottom..=top];
    let transform = within(ui, chart, |ui| {
        kit::plot("looks-for-curve", chart, bounds.clone(), (lines.clone(), step), theme)
            .show(ui, |plot| {
                plot.set_plot_bounds_x(bounds[0].clone());
                plot.set_plot_bounds_y(bounds[1].clone());
                if let Some(best) = best {
                    let dashed = HLine::new("", f64::from(best)).color(theme.hi).width(1.5);
                    plot.hline(dashed.style(LineStyle::dashed_loose()).allow_hover(false));
                }
                let line: Vec<[f64; 2]> =
                    (points.iter().enumerate()).map(|(step, point)| [step as f64, f64::from(point.value)]).collect();
                let line = Line::new("", line).color(theme.hue(hue).fill).width(2.0);
                plot.line(line.allow_hover(false));
            })
            .transform
    });
    let y = |value: f64| transform.position_from_point(&egui_plot::PlotPoint::new(0.0, value)).y;
    let painter = ui.painter();
    for line in [lines.first(), lines.last()].into_iter().flatten() {
        number_beside(painter, chart, y(*line), &words::tick(*line), theme);
    }
    let below = chart.beneath(4.0, BELOW);
    write(painter, below, Align2::LEFT_TOP, "0", TextRole::Tick, theme.low);
    write(painter, below, Align2::RIGHT_TOP, &steps_in_words(steps), TextRole::Tick, theme.low);
    if let Some(best) = best {
        let line = y(f64::from(best));
        let beside = [chart.with_max_y(line - 3.0), chart.with_min_y(line + 3.0)];
        best_photo(ui, beside, best, points.last().map(|point| point.value), theme);
    }
    if let Some(last) = points.last() {
        let place = egui_plot::PlotPoint::new((points.len() - 1) as f64, f64::from(last.value));
        painter.circle_filled(transform.position_from_point(&place), 4.0, theme.hue(hue).fill);
    }
    let edge = Stroke::new(size::hairline(), theme.line2);
    painter.hline(chart.x_range(), chart.bottom(), edge);
}

/// What the line of the best photo is, below it, and how many times as much the picture has.
fn best_photo(ui: &Ui, [above, below]: [Rect; 2], best: f32, last: Option<f32>, theme: &Theme) {
    // The words stand where the curve is not.
    let words = tr_with("looks-best-photo", &[("value", words::value(best))]);
    write(ui.painter(), below, Align2::RIGHT_TOP, &words, TextRole::Tick, theme.mid);
    let Some(last) = last.filter(|last| *last > 0.0 && best > 0.0) else { return };
    let words = tr_with("looks-times-best", &[("times", ratio(f64::from(last / best)))]);
    // Above the line, or below its words where the chart ends there.
    let (room, anchor) = match above.height() < 17.0 {
        true => (below.without_top(16.0), Align2::RIGHT_TOP),
        false => (above, Align2::RIGHT_BOTTOM),
    };
    write(ui.painter(), room, anchor, &words, TextRole::BodyStrong, theme.hi);
}

/// A step of 1, 2 or 5 times a power of ten with at most four of them up to `high`, and the multiple above it.
fn nice(high: f64) -> (f64, f64) {
    let high = high.max(1e-6);
    let power = 10f64.powf((high / 2.0).log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| high / step <= 2.0);
    let step = step.unwrap_or(10.0 * power);
    (step, (high / step).ceil() * step)
}
