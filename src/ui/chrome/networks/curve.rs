//! Similarity by depth: a line for both networks, a dashed one for two that nobody trained.

use egui::{Align2, Rect, RichText, Sense, Shape, Stroke, Ui, vec2};
use egui_plot::{Line, LineStyle, PlotPoint, PlotTransform, Points};

use super::words::depth_name;
use crate::engine::Depths;
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::spec::DEPTHS;
use crate::state::{Command, State, View};
use crate::ui::kit::{self, Area, Pressable, chart_keys, number_beside, tooltip_of, within, write_fitted};
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
    let height = caption_room(18.0);
    let mut below = area.without_left(LEFT);
    legend(ui, below.take_top(height), theme);
    let chart = below.without_top(4.0).without_bottom(height);
    let none = Vec::new();
    let (similarity, random) = depths.map_or((&none, &none), |depths| (&depths.similarity, &depths.random));
    let transform = within(ui, chart, |ui| lines(ui, chart, [similarity, random], theme));
    let at = |depth: usize, value: f64| transform.position_from_point(&PlotPoint::new(depth as f64, value));
    for value in [0.0, 0.5, 1.0] {
        let number = fixed(value, if value == 0.5 { 1 } else { 0 });
        number_beside(ui.painter(), chart, at(0, value).y, &number, theme);
    }
    let selected = DEPTHS.iter().position(|&layer| layer == state.selection.layer);
    let typed = chart_keys(ui, chart, ui.scope_id().with("depths-chart"), &tr("networks-curve-name"), theme);
    if let Some(next) = typed.next(selected, DEPTHS.len()) {
        commands.push(Command::SelectLayer(DEPTHS[next].to_owned()));
    }
    let columns = chart.with_max_y(area.bottom());
    let column = |depth: usize| columns.column(depth, chart.width() / DEPTHS.len() as f32);
    depth_names(ui, |depth| column(depth).with_min_y(chart.bottom() + 3.0), selected, theme);
    for (depth, &layer) in DEPTHS.iter().enumerate() {
        let value = |values: &[Option<f64>]| values.get(depth).copied().flatten();
        let (known, chance) = (value(similarity), value(random));
        let is_here = selected == Some(depth);
        let words = spoken(depth, known, chance);
        let pressable = Pressable::new(ui.scope_id().with(("depth", depth))).chosen(is_here).sense(Sense::CLICK);
        let response = pressable.show(ui, column(depth), theme, || words.clone());
        if let Some(value) = known.filter(|_| is_here) {
            ui.painter().circle_stroke(at(depth, value), 7.0, Stroke::new(size::stroke_selection(), theme.hi));
        }
        let is_current = typed.has_focus && is_here;
        if response.hovered() || is_current {
            ui.painter().vline(at(depth, 0.0).x, chart.y_range(), Stroke::new(size::hairline(), theme.line2));
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

/// The lines of both networks and of two that nobody trained.
fn lines(ui: &mut Ui, chart: Rect, [similarity, random]: [&[Option<f64>]; 2], theme: &Theme) -> PlotTransform {
    let (x, y) = (-0.5..=DEPTHS.len() as f64 - 0.5, -0.02..=1.04);
    let line = |values: &[Option<f64>]| -> Vec<[f64; 2]> {
        values.iter().enumerate().filter_map(|(depth, value)| Some([depth as f64, (*value)?])).collect()
    };
    let levels = (vec![0.0, 0.5, 1.0], 0.5);
    let response = kit::plot("depths", chart, [x.clone(), y.clone()], levels, theme).show(ui, |plot| {
        plot.set_plot_bounds_x(x);
        plot.set_plot_bounds_y(y);
        let dashed = LineStyle::dashed_loose();
        plot.line(Line::new("", line(random)).color(theme.low).width(1.5).style(dashed).allow_hover(false));
        plot.line(Line::new("", line(similarity)).color(theme.hi).width(2.0).allow_hover(false));
        plot.points(Points::new("", line(similarity)).color(theme.hi).radius(4.0).allow_hover(false));
    });
    response.transform
}

/// Names of the depths below the chart: the selected one, and of the others those that have room beside it and each other.
fn depth_names(ui: &Ui, slot: impl Fn(usize) -> Rect, selected: Option<usize>, theme: &Theme) {
    let others = (0..DEPTHS.len()).filter(|&depth| Some(depth) != selected);
    let mut taken: Vec<Rect> = Vec::new();
    for depth in selected.into_iter().chain(others) {
        let (font, ink) = match selected == Some(depth) {
            true => (Weight::Bold.size(12.5), theme.hi),
            false => (TextRole::Tick.font(), theme.low),
        };
        let words = ui.painter().layout_no_wrap(depth_name(depth).to_owned(), font, ink);
        let room = slot(depth).place(Align2::CENTER_TOP, words.size());
        if taken.iter().all(|other| !other.expand2(vec2(3.0, 0.0)).intersects(room)) {
            taken.push(room);
            ui.painter().galley(room.min, words, ink);
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
fn legend(ui: &Ui, mut row: Rect, theme: &Theme) {
    let painter = ui.painter();
    for (key, ink, is_dashed) in [("networks-curve-both", theme.hi, false), ("networks-curve-random", theme.low, true)]
    {
        let sign = row.take_left(22.0);
        let ends = [sign.left_center(), sign.right_center()];
        match is_dashed {
            true => painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, ink), 5.0, 4.0)),
            false => {
                painter.line_segment(ends, Stroke::new(2.0, ink));
            }
        }
        let name = row.without_left(6.0);
        let shown = write_fitted(painter, name, Align2::LEFT_CENTER, &tr(key), TextRole::Tick, theme.mid);
        row.set_left(shown.right() + size::SPACE_16);
    }
}
