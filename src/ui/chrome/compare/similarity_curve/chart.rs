//! The curve itself.

use egui::{Align2, Color32, Pos2, Rect, RichText, Sense, Shape, Stroke, Ui, pos2};
use egui_plot::{Line, PlotPoint, PlotTransform, Points};

use super::points::{Curve, Point};
use crate::locale::format::{fixed, signed};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, State, View};
use crate::ui::kit::{self, Area, Pressable, chart_keys, number_beside, tooltip_of, within, write_sized};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};

/// Room for the numbers at the left and the names below, points.
const LEFT: f32 = 30.0;
const BELOW: f32 = 18.0;
/// Between two lines of the grid.
const STEP: f64 = 0.5;

/// Shows the curve; a click selects the layer.
pub(super) fn chart(ui: &mut Ui, area: Rect, state: &State, curve: &Curve, theme: &Theme, commands: &mut Vec<Command>) {
    let chart = area.without_left(LEFT).without_top(4.0).without_bottom(BELOW);
    bands(ui, chart, state, curve, theme);
    let transform = within(ui, chart, |ui| plot(ui, chart, curve, theme));
    let at = |place: usize| {
        let point = &curve.points[place];
        transform.position_from_point(&PlotPoint::new(place as f64, point.cosine))
    };
    axis(ui, chart, curve, &transform, theme);
    notes(ui, chart, curve, at, theme);
    let selected = curve.points.iter().position(|point| point.layer == state.selection.layer);
    if let Some(place) = selected {
        let ring = Stroke::new(size::stroke_selection(), theme.hi);
        ui.painter().circle_stroke(at(place), 7.0, ring);
    }
    let id = ui.scope_id().with("parting-chart");
    let typed = chart_keys(ui, chart, id, &tr("parting-name"), theme);
    if let Some(next) = typed.next(selected, curve.points.len()) {
        commands.push(Command::SelectLayer(curve.points[next].layer.clone()));
    }
    let pitch = chart.width() / curve.points.len() as f32;
    for (place, point) in curve.points.iter().enumerate() {
        let pressable = Pressable::new(ui.scope_id().with(&point.layer)).sense(Sense::CLICK);
        let pressable = pressable.chosen(selected == Some(place));
        let response = pressable.show(ui, chart.column(place, pitch), theme, || spoken(point));
        let is_here = typed.has_focus && selected == Some(place);
        if response.hovered() || is_here {
            let line = Stroke::new(size::hairline(), theme.line2);
            ui.painter().vline(at(place).x, chart.y_range(), line);
            ui.painter().circle_filled(at(place), 5.0, theme.hi);
            tooltip_of(&response, is_here, theme, |ui| {
                let title = RichText::new(&point.name).font(TextRole::BodyStrong.font());
                ui.label(title.color(theme.hi));
                let words = tr_with("parting-value", &[("value", fixed(point.cosine, 3))]);
                ui.label(RichText::new(words).color(theme.mid));
            });
        }
        if response.double_clicked() || is_here && typed.opens {
            commands.push(Command::SelectLayer(point.layer.clone()));
            commands.push(Command::Show(View::Layer));
        } else if response.clicked() {
            commands.push(Command::SelectLayer(point.layer.clone()));
        }
    }
}

fn spoken(point: &Point) -> String {
    let (layer, value) = (point.name.clone(), fixed(point.cosine, 3));
    tr_with("parting-point", &[("layer", layer), ("value", value)])
}

/// Modules on a lighter ground, their names below.
fn bands(ui: &Ui, chart: Rect, state: &State, curve: &Curve, theme: &Theme) {
    let painter = ui.painter();
    let pitch = chart.width() / curve.points.len() as f32;
    for band in curve.bands.iter().filter(|band| !band.name.is_empty()) {
        let [start, end] = [band.range.start, band.range.end].map(|place| place as f32 * pitch);
        let ground = chart.left_part(end - 1.0).without_left(start + 1.0);
        painter.rect_filled(ground, size::RADIUS_TILE, theme.bg2);
        let is_here = curve.points[band.range.clone()].iter().any(|point| point.layer == state.selection.layer);
        let (font, ink) = match is_here {
            true => (Weight::Bold.size(12.5), theme.hi),
            false => (TextRole::Tick.font(), theme.low),
        };
        write_sized(painter, ground.beneath(3.0, BELOW), Align2::CENTER_TOP, &band.name, font, ink);
    }
}

fn plot(ui: &mut Ui, chart: Rect, curve: &Curve, theme: &Theme) -> PlotTransform {
    let count = curve.points.len() as f64;
    let floor = curve.floor();
    let lines = ((1.0 - floor) / STEP).floor() as i32;
    let lines = (0..=lines).map(|line| 1.0 - f64::from(line) * STEP);
    let bottom = floor - 0.03;
    let bounds = [-0.5..=count - 0.5, bottom..=1.04];
    let response = kit::plot("parting", chart, bounds, (lines.collect(), STEP), theme).show(ui, |plot| {
        plot.set_plot_bounds_x(-0.5..=count - 0.5);
        plot.set_plot_bounds_y(bottom..=1.04);
        let places = || curve.points.iter().enumerate();
        let main = places().filter(|(_, point)| point.is_main);
        let main: Vec<[f64; 2]> = main.map(|(place, point)| [place as f64, point.cosine]).collect();
        plot.line(Line::new("", main).color(theme.hi).width(2.0).allow_hover(false));
        for hue in Hue::ALL {
            let of_hue = places().filter(|(_, point)| point.hue == hue);
            for (is_main, radius) in [(false, 3.0), (true, 4.0)] {
                let dots = of_hue.clone().filter(|(_, point)| point.is_main == is_main);
                let dots: Vec<[f64; 2]> = dots.map(|(place, point)| [place as f64, point.cosine]).collect();
                let color: Color32 = theme.hue(hue).fill;
                plot.points(Points::new("", dots).color(color).radius(radius).allow_hover(false));
            }
        }
    });
    response.transform
}

fn axis(ui: &Ui, chart: Rect, curve: &Curve, transform: &PlotTransform, theme: &Theme) {
    let lines = ((1.0 - curve.floor()) / STEP).floor() as i32;
    for line in 0..=lines {
        let value = 1.0 - f64::from(line) * STEP;
        let y = transform.position_from_point(&PlotPoint::new(0.0, value)).y;
        let number = if value == 0.0 { "0".to_owned() } else { fixed(value, 1) };
        number_beside(ui.painter(), chart, y, &number, theme);
    }
}

/// Where it falls most: the two layers joined by a line with the change; the lowest with its value.
fn notes(ui: &Ui, chart: Rect, curve: &Curve, at: impl Fn(usize) -> Pos2, theme: &Theme) {
    let painter = ui.painter();
    let place_of = |point: &Point| curve.points.iter().position(|other| other.layer == point.layer);
    let Some([from, to]) = curve.fall() else {
        return;
    };
    let (Some(start), Some(end)) = (place_of(from), place_of(to)) else {
        return;
    };
    let (start, end) = (at(start), at(end));
    let hue = theme.hue(Hue::Negative);
    let pen = Stroke::new(2.0, hue.fill);
    painter.extend(Shape::dashed_line(&[start, end], pen, 5.0, 3.0));
    painter.circle_stroke(end, 6.5, pen);
    let words = signed(to.cosine - from.cosine, 2);
    let font = Weight::SemiBold.size(15.0);
    let galley = painter.layout_no_wrap(words, font, hue.text);
    // Above the line if there is room.
    let middle = start.lerp(end, 0.5);
    let left = (middle.x - galley.size().x / 2.0).min(chart.right() - galley.size().x).max(chart.left());
    let above = start.y.min(end.y) - galley.size().y - 8.0;
    let top = if above >= chart.top() { above } else { start.y.max(end.y) + 8.0 };
    let room = Rect::from_min_size(pos2(left, top), galley.size());
    painter.rect_filled(room.expand(2.0), 3.0, theme.bg1.gamma_multiply(0.8));
    painter.galley(room.min, galley, hue.text);
}
