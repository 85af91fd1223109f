//! The norms along the network, on a logarithmic scale.

use egui::{Align2, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2};
use egui_plot::{Line, Points};

use super::Page;
use super::facts::{Scale, first, gain, times, title};
use crate::analysis::GradientCurve;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, MODULES};
use crate::state::{Command, View};
use crate::ui::kit::{
    self, Area, Axes, Lines, Pressable, chart_keys, number_beside, right_of, tooltip_of, within, write_sized,
};
use crate::ui::style::{Hue, TextRole, Theme, Weight, size};
use crate::ui::views::classifiers::numbers::{hangs_on, head_name, power};

/// Room for the numbers at the left and two lines of names below, points.
const LEFT: f32 = 42.0;
const BELOW: f32 = 34.0;
/// Room for the names of the heads at the upper edge, points.
const ABOVE: f32 = 18.0;
/// How far words stay from a curve, points.
const CLEAR: f32 = 3.0;

/// Shows the chart; a click selects the layer.
pub(super) fn chart(ui: &mut Ui, area: Rect, page: &Page<'_>, curve: &GradientCurve, commands: &mut Vec<Command>) {
    let chart = area.without_left(LEFT).without_top(4.0).without_bottom(BELOW);
    let theme = page.look.theme;
    let axes = within(ui, chart, |ui| plot(ui, chart, page, curve));
    heads(ui, &axes, page, curve);
    powers(ui, &axes, page.scale, theme);
    names(ui, &axes, page, curve);
    strengthened(ui, page, curve, &axes);
    let selected = curve.points.iter().position(|(layer, ..)| *layer == page.state.selection.layer);
    if let Some(place) = selected {
        let line = Stroke::new(size::stroke_selection(), theme.hi.gamma_multiply(0.35));
        ui.painter().vline(axes.x_of(place as f32), chart.y_range(), line);
    }
    let name = tr_with("gradients-chart", &[("weights", title(curve.initialisation))]);
    let id = ui.scope_id().with((curve.initialisation, "chart"));
    let typed = chart_keys(ui, chart, id, &name, theme);
    if let Some(next) = typed.next(selected, curve.points.len()) {
        commands.push(Command::SelectLayer(curve.points[next].0.clone()));
    }
    for (place, point) in curve.points.iter().enumerate() {
        let response = Pressable::new(ui.scope_id().with((curve.initialisation, place)))
            .sense(Sense::CLICK)
            .chosen(selected == Some(place))
            .show(ui, column(&axes, curve, place), theme, || {
                format!("{}, {}", title(curve.initialisation), spoken(page, point))
            });
        let is_here = typed.has_focus && selected == Some(place);
        if response.hovered() || is_here {
            axes.upright(ui.painter(), place as f32, theme.line2);
            tooltip_of(&response, is_here, theme, |ui| {
                ui.label(egui::RichText::new(spoken(page, point)).color(theme.hi));
            });
        }
        if response.double_clicked() || is_here && typed.opens {
            commands.push(Command::SelectLayer(point.0.clone()));
            commands.push(Command::Show(View::Layer));
        } else if response.clicked() {
            commands.push(Command::SelectLayer(point.0.clone()));
        }
    }
}

/// Where a layer's points lie, over the whole height of the chart.
fn column(axes: &Axes, curve: &GradientCurve, place: usize) -> Rect {
    axes.chart.column(place, axes.chart.width() / curve.points.len() as f32)
}

/// "4a: 0.0179 from the main loss, 0.0266 with the heads (1.49×)".
fn spoken(page: &Page<'_>, (layer, main, total): &(String, f64, f64)) -> String {
    let values =
        [("layer", short(layer)), ("main", power(*main)), ("total", power(*total)), ("times", times(total / main))];
    let key = if page.has_heads { "gradients-point" } else { "gradients-point-main" };
    tr_with(key, &values)
}

/// "conv1", "4a".
fn short(layer: &str) -> String {
    layer.trim_start_matches("inception").to_owned()
}

/// Draws the curves; which values lie where.
fn plot(ui: &mut Ui, chart: Rect, page: &Page<'_>, curve: &GradientCurve) -> Axes {
    let theme = page.look.theme;
    let Scale { low, high } = page.scale;
    let line = |of: fn(&(String, f64, f64)) -> f64| -> Vec<[f64; 2]> {
        let points = curve.points.iter().enumerate();
        points.map(|(place, point)| [place as f64, height(of(point), page.scale)]).collect()
    };
    let last = curve.points.len() as f64 - 0.5;
    let (bottom, top) = (f64::from(low) - 0.06, f64::from(high) + 0.06);
    let lines = (low..=high).map(f64::from).collect();
    let bounds = [-0.5..=last, bottom..=top];
    let id = ("gradients", curve.initialisation);
    let response = kit::plot(id, chart, bounds, (lines, 1.0), theme).show(ui, |plot| {
        plot.set_plot_bounds_x(-0.5..=last);
        plot.set_plot_bounds_y(bottom..=top);
        let total = line(|point| point.2);
        let main = line(|point| point.1);
        let both = [(total, Hue::Aux), (main, Hue::Classifier)];
        let shown = if page.has_heads { 0 } else { 1 };
        for (points, hue) in both.into_iter().skip(shown) {
            let color = theme.hue(hue).fill;
            let dots = Points::new("", points.clone()).color(color).radius(3.5);
            plot.line(Line::new("", points).color(color).width(2.5).allow_hover(false));
            plot.points(dots.allow_hover(false));
        }
    });
    Axes::new(*response.transform.frame(), [-0.5, last as f32], [bottom as f32, top as f32])
}

/// Where the auxiliary heads hang: they add to everything at the left of it.
fn heads(ui: &Ui, axes: &Axes, page: &Page<'_>, curve: &GradientCurve) {
    let Some(report) = page.state.report() else {
        return;
    };
    let hue = page.look.theme.hue(Hue::Aux);
    let painter = ui.painter();
    for head in [Head::Aux1, Head::Aux2] {
        let module = hangs_on(&report.network, head).map(|(module, _)| module);
        let layer = module.map(|module| MODULES[module].layer_name());
        let place = curve.points.iter().position(|(name, ..)| Some(name) == layer.as_ref());
        let Some(place) = place else { continue };
        let mut column = column(axes, curve, place);
        let (name, font) = (column.take_top(14.0), Weight::SemiBold.size(12.5));
        write_sized(painter, name, Align2::CENTER_BOTTOM, &head_name(head), font, hue.text);
        let ends = [column.without_top(2.0).center_top(), column.center_bottom()];
        painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, hue.fill), 4.0, 4.0));
    }
}

/// How much stronger the first convolution's gradient is with the heads: beside its point, where no curve runs.
fn strengthened(ui: &Ui, page: &Page<'_>, curve: &GradientCurve, axes: &Axes) {
    let Some((gain, [_, total])) = gain(curve).zip(first(curve)).filter(|_| page.has_heads) else {
        return;
    };
    if total <= 0.0 {
        return;
    }
    let ink = page.look.theme.hue(Hue::Aux).text;
    let galley = ui.painter().layout_no_wrap(times(gain), Weight::SemiBold.size(15.0), ink);
    let at = |place: usize, norm: f64| axes.at(place as f32, height(norm, page.scale) as f32);
    let point = at(0, total);
    let line = |of: fn(&(String, f64, f64)) -> f64| -> Vec<Pos2> {
        curve.points.iter().enumerate().map(|(place, point)| at(place, of(point))).collect()
    };
    let lines = [line(|point| point.1), line(|point| point.2)];
    let words = |top: f32| Rect::from_min_size(pos2(point.x + 5.0, top), galley.size());
    let is_free = |top: f32| lines.iter().all(|line| !passes(line, words(top).expand(CLEAR)));
    // Below the chart are the names of the layers, at its upper edge those of the heads.
    let free = axes.chart.without_top(ABOVE);
    let (highest, lowest) = (free.top(), (free.bottom() - galley.size().y).max(free.top()));
    let nearest = (point.y - galley.size().y - 6.0).clamp(highest, lowest);
    let steps = (0..(lowest - highest) as usize).map(|step| step as f32);
    let mut tops = steps.flat_map(|step| [nearest - step, nearest + step]);
    let top = tops.find(|&top| (highest..=lowest).contains(&top) && is_free(top)).unwrap_or(nearest);
    ui.painter().galley(words(top).min, galley, ink);
}

/// Whether a line from left to right passes through a place.
fn passes(line: &[Pos2], place: Rect) -> bool {
    line.array_windows().any(|&[from, to]| {
        let (left, right) = (from.x.max(place.left()), to.x.min(place.right()));
        let y = |x: f32| egui::remap(x, from.x..=to.x, from.y..=to.y);
        left <= right && y(left).min(y(right)) <= place.bottom() && y(left).max(y(right)) >= place.top()
    })
}

/// How high a norm stands; what is 0 lies on the floor.
fn height(norm: f64, scale: Scale) -> f64 {
    if norm > 0.0 { norm.log10() } else { f64::from(scale.low) }
}

/// Powers of ten at the left.
fn powers(ui: &Ui, axes: &Axes, scale: Scale, theme: &Theme) {
    let lines = (scale.high - scale.low).max(1);
    // Fewer numbers than lines where these stand close.
    let every = (16.0 * lines as f32 / axes.chart.height()).ceil().max(1.0) as i32;
    for exponent in (scale.low..=scale.high).step_by(every as usize) {
        let number = match exponent {
            -3..=-1 => format!("{:.*}", exponent.unsigned_abs() as usize, 10_f64.powi(exponent)),
            0..=3 => format!("{:.0}", 10_f64.powi(exponent)),
            _ => format!("1e{}", crate::locale::format::fixed(f64::from(exponent), 0)),
        };
        number_beside(ui.painter(), axes.chart, axes.y_of(exponent as f32), &number, theme);
    }
}

/// Names of the points below, and what they have in common below that.
fn names(ui: &Ui, axes: &Axes, page: &Page<'_>, curve: &GradientCurve) {
    let (theme, painter) = (page.look.theme, ui.painter());
    let mut stem = 0;
    // Where four charts share the width, every other name has room.
    let mut written_to = f32::NEG_INFINITY;
    for (place, (layer, ..)) in curve.points.iter().enumerate() {
        let name = short(layer);
        let name = match name.strip_prefix("conv") {
            Some(number) => {
                stem = place + 1;
                number.to_owned()
            }
            None => name,
        };
        let is_here = *layer == page.state.selection.layer;
        let (font, ink) = match is_here {
            true => (Weight::Bold.size(12.5), theme.hi),
            false => (TextRole::Tick.font(), theme.low),
        };
        let galley = painter.layout_no_wrap(name, font, ink);
        let below = column(axes, curve, place).beneath(3.0, galley.size().y);
        let place = below.place(Align2::CENTER_TOP, galley.size());
        if place.left() > written_to + 1.0 {
            painter.galley(place.min, galley, ink);
            written_to = place.right();
        }
    }
    if stem == 0 || stem == curve.points.len() {
        return;
    }
    let conv = axes.below(painter, (stem / 2) as f32, 18.0, "conv", Align2::CENTER_TOP, theme.low);
    let room = right_of(axes.chart.beneath(18.0, conv.height()), conv, size::SPACE_4);
    let words = Lines::new(painter, &tr("gradients-direction"), TextRole::Tick, theme.low, f32::INFINITY);
    if words.width() < room.width() {
        words.paint(painter, room, Align2::RIGHT_TOP);
    }
}
