//! Similarity by depth: a line for both networks, a dashed one for two that nobody trained.

use egui::{Align2, Rect, RichText, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::{Line, LineStyle, PlotPoint, Points};

use super::words::depth_name;
use crate::engine::Depths;
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::spec::DEPTHS;
use crate::state::{Command, State, View};
use crate::ui::kit::paint::text_within;
use crate::ui::kit::{self, chart_keys, tooltip_of};
use crate::ui::style::{TextRole, Theme, Weight, caption_room, size};

/// Room for the numbers at the left, points.
const LEFT: f32 = 30.0;

/// Shows it; a click selects the depth's layer, a double click opens it.
pub fn curve(
    ui: &mut Ui,
    area: Rect,
    state: &State,
    depths: Option<&Depths>,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let legend = caption_room(18.0);
    let names = caption_room(18.0);
    let chart = Rect::from_min_max(area.min + vec2(LEFT, legend + 4.0), area.max - vec2(0.0, names));
    self::legend(ui, area.with_max_y(area.top() + legend), theme);
    let none = Vec::new();
    let (similarity, random) = depths.map_or((&none, &none), |depths| (&depths.similarity, &depths.random));
    let count = DEPTHS.len() as f64;
    let (x, y) = (-0.5..=count - 0.5, -0.02..=1.04);
    let line = |values: &[Option<f64>]| -> Vec<[f64; 2]> {
        values.iter().enumerate().filter_map(|(depth, value)| Some([depth as f64, (*value)?])).collect()
    };
    let builder = UiBuilder::new().max_rect(chart);
    let response = ui.scope_builder(builder, |ui| {
        let lines = (vec![0.0, 0.5, 1.0], 0.5);
        kit::plot("depths", chart, [x.clone(), y.clone()], lines, theme).show(ui, |plot| {
            plot.set_plot_bounds_x(x);
            plot.set_plot_bounds_y(y);
            let dashed = LineStyle::dashed_loose();
            plot.line(Line::new("", line(random)).color(theme.low).width(1.5).style(dashed).allow_hover(false));
            plot.line(Line::new("", line(similarity)).color(theme.hi).width(2.0).allow_hover(false));
            plot.points(Points::new("", line(similarity)).color(theme.hi).radius(4.0).allow_hover(false));
        })
    });
    let transform = response.inner.transform;
    let at = |depth: usize, value: f64| transform.position_from_point(&PlotPoint::new(depth as f64, value));
    for value in [0.0, 0.5, 1.0] {
        let place = pos2(chart.left() - 7.0, at(0, value).y);
        let number = if value == 0.5 { fixed(value, 1) } else { fixed(value, 0) };
        ui.painter().text(place, Align2::RIGHT_CENTER, number, TextRole::Tick.font(), theme.low);
    }
    let selected = DEPTHS.iter().position(|&layer| layer == state.selection.layer);
    let typed = chart_keys(ui, chart, ui.scope_id().with("depths-chart"), &tr("networks-curve-name"), theme);
    if let Some(next) = typed.next(selected, DEPTHS.len()) {
        commands.push(Command::SelectLayer(DEPTHS[next].to_owned()));
    }
    depth_names(ui, chart.bottom() + 3.0, |depth| at(depth, 0.0).x, selected, theme);
    for (depth, &layer) in DEPTHS.iter().enumerate() {
        let value = |values: &[Option<f64>]| values.get(depth).copied().flatten();
        let (known, chance) = (value(similarity), value(random));
        let middle = at(depth, 0.0).x;
        let half = chart.width() / DEPTHS.len() as f32 / 2.0;
        let column = Rect::from_x_y_ranges(middle - half..=middle + half, chart.top()..=area.bottom());
        let is_here = selected == Some(depth);
        let response = ui.interact(column, ui.scope_id().with(("depth", depth)), Sense::CLICK);
        let words = spoken(depth, known, chance);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_here, &words));
        if let Some(value) = known.filter(|_| is_here) {
            ui.painter().circle_stroke(at(depth, value), 7.0, Stroke::new(size::stroke_selection(), theme.hi));
        }
        let is_current = typed.has_focus && is_here;
        if response.hovered() || is_current {
            ui.painter().vline(middle, chart.y_range(), Stroke::new(size::hairline(), theme.line2));
            tooltip_of(&response, is_current, theme, |ui| {
                ui.label(RichText::new(&words).color(theme.hi));
            });
        }
        if response.double_clicked() || is_current && typed.opens {
            commands.push(Command::SelectLayer(layer.to_owned()));
            commands.push(Command::Show(View::Layer));
        } else if response.clicked() {
            commands.push(Command::SelectLayer(layer.to_owned()));
        }
    }
}

/// Names of the depths below the chart: the selected one, and of the others those that have room beside it and each other.
fn depth_names(ui: &Ui, top: f32, middle: impl Fn(usize) -> f32, selected: Option<usize>, theme: &Theme) {
    let others = (0..DEPTHS.len()).filter(|&depth| Some(depth) != selected);
    let mut taken: Vec<Rect> = Vec::new();
    for depth in selected.into_iter().chain(others) {
        let (font, ink) = match selected == Some(depth) {
            true => (Weight::Bold.size(12.5), theme.hi),
            false => (TextRole::Tick.font(), theme.low),
        };
        let words = ui.painter().layout_no_wrap(depth_name(depth).to_owned(), font, ink);
        let place = pos2(middle(depth) - words.size().x / 2.0, top);
        let room = Rect::from_min_size(place, words.size());
        if taken.iter().all(|other| !other.expand2(vec2(3.0, 0.0)).intersects(room)) {
            taken.push(room);
            ui.painter().galley(place, words, ink);
        }
    }
}

/// "3a: similarity 0.84, two random networks 0.71".
fn spoken(depth: usize, known: Option<f64>, chance: Option<f64>) -> String {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| fixed(value, 2));
    let values = [("layer", depth_name(depth).to_owned()), ("value", number(known)), ("random", number(chance))];
    tr_with("networks-point", &values)
}

/// A piece of each line, and what it stands for.
fn legend(ui: &Ui, row: Rect, theme: &Theme) {
    let painter = ui.painter();
    let mut left = row.left() + LEFT;
    for (key, ink, is_dashed) in [("networks-curve-both", theme.hi, false), ("networks-curve-random", theme.low, true)]
    {
        let ends = [pos2(left, row.center().y), pos2(left + 22.0, row.center().y)];
        match is_dashed {
            true => painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, ink), 5.0, 4.0)),
            false => {
                painter.line_segment(ends, Stroke::new(2.0, ink));
            }
        }
        let words = pos2(left + 28.0, row.center().y);
        let shown = text_within(painter, words, (row.right() - words.x).max(1.0), &tr(key), TextRole::Tick, theme.mid);
        left = shown.right() + size::SPACE_16;
    }
}
