//! Both roofs, and the layers below them; both axes are logarithmic.

use egui::{Align2, Painter, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, Vec2, Vec2b};
use egui_plot::{GridMark, Line, Points};

use super::super::axis::Axis;
use super::super::measure::{Measure, digits};
use super::field::Field;
use super::legend::legend;
use super::points::Point;
use super::speed;
use crate::analysis::peak::Peak;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, View};
use crate::ui::kit::{Area, Pressable, Tag, number_beside, plain_plot, tooltip, within, write};
use crate::ui::style::{Hue, TextRole, size};
use crate::ui::views::cost::context::CostContext;

/// How far from a point the pointer may be.
const REACH: f32 = 14.0;
/// Radius of a point.
const RADIUS: f32 = 5.0;

/// Shows the plot; returns the layer under the pointer.
pub(super) fn plot(
    ui: &mut Ui,
    rect: Rect,
    shown: &CostContext<'_>,
    (peak, points, hovered): (&Peak, &[Point], Option<&str>),
    commands: &mut Vec<Command>,
) -> Option<String> {
    let below = legend(ui.painter(), rect, shown, peak);
    let field = Field::new(rect.with_min_y(below + size::SPACE_4), peak, points);
    let pressable = Pressable::new(ui.scope_id().with("points")).role(Role::GraphicsObject).sense(Sense::CLICK);
    let response = pressable.show(ui, field.rect, shown.theme, || tr("cost-roofline-name"));
    draw(ui, &field, shown, peak, points);
    axes(ui.painter(), &field, shown);
    let network = &shown.facts.network;
    let name = |point: &Point| network.layers[point.index].name.as_str();
    let found = response.hover_pos().and_then(|pointer| nearest(&field, points, pointer));
    for point in points {
        let is_selected = name(point) == shown.state.selection.layer;
        if is_selected || hovered == Some(name(point)) {
            let middle = field.at(point.intensity, point.gflops);
            ring(ui.painter(), middle, point, shown);
            if is_selected {
                name_beside(ui.painter(), &field, points, point, shown);
            }
        }
    }
    let found = found?;
    tooltip(&response, shown.theme, |ui| {
        ui.label(RichText::new(&found.name).color(shown.theme.hi).strong());
        ui.label(RichText::new(numbers(found, peak)).color(shown.theme.mid));
    });
    if response.double_clicked() {
        commands.push(Command::Show(View::Layer));
    } else if response.clicked() {
        commands.push(Command::SelectLayer(name(found).to_owned()));
    }
    Some(name(found).to_owned())
}

/// "35.2 GFLOP/s at 61 FLOP/B · 72% of its roof".
fn numbers(point: &Point, peak: &Peak) -> String {
    let values = [
        ("speed", speed(point.gflops)),
        ("intensity", digits(point.intensity)),
        ("share", format!("{:.0}%", 100.0 * point.share_of_roof(peak))),
    ];
    tr_with("cost-point", &values)
}

/// The point closest to a place, if it is close.
fn nearest<'p>(field: &Field, points: &'p [Point], place: Pos2) -> Option<&'p Point> {
    let distance = |point: &Point| field.at(point.intensity, point.gflops).distance(place);
    points.iter().filter(|point| distance(point) <= REACH).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// Grid, roof and points.
fn draw(ui: &mut Ui, field: &Field, shown: &CostContext<'_>, peak: &Peak, points: &[Point]) {
    let marks = |axis: &Axis| -> Vec<GridMark> {
        let ticks = axis.ticks.iter().map(|&tick| axis.share(tick));
        ticks.map(|value| GridMark { value, step_size: 1.0 }).collect()
    };
    let (x, y) = (marks(&field.x), marks(&field.y));
    let theme = shown.theme;
    let roof = field.roof(peak);
    let by_hue: Vec<(Hue, Vec<[f64; 2]>)> = Hue::ALL
        .into_iter()
        .map(|hue| {
            let of_hue = points.iter().filter(|point| point.hue == hue);
            let shares = of_hue.map(|point| field.shares(point.intensity, point.gflops));
            (hue, shares.collect())
        })
        .collect();
    within(ui, field.rect, |ui| {
        plain_plot("cost-roofline", field.rect)
            .show_grid(Vec2b::TRUE)
            .grid_color(theme.line)
            .x_grid_spacer(move |_| x.clone())
            .y_grid_spacer(move |_| y.clone())
            .show(ui, |plot| {
                plot.set_plot_bounds_x(0.0..=1.0);
                plot.set_plot_bounds_y(0.0..=1.0);
                let line = Line::new("", roof).color(theme.hi).width(2.5);
                plot.line(line.allow_hover(false));
                for (hue, shares) in by_hue {
                    let color = theme.hue(hue).fill.gamma_multiply(0.9);
                    let item = Points::new("", shares).color(color).radius(RADIUS);
                    plot.points(item.allow_hover(false));
                }
            });
    });
}

/// Around what is selected or hovered.
fn ring(painter: &Painter, middle: Pos2, point: &Point, shown: &CostContext<'_>) {
    let theme = shown.theme;
    let stroke = Stroke::new(size::stroke_selection(), theme.hi);
    painter.circle(middle, RADIUS + 3.0, theme.hue(point.hue).fill, stroke);
}

/// The name of the selected point: on that side of it where it is within the field and hides the fewest points.
fn name_beside(painter: &Painter, field: &Field, points: &[Point], point: &Point, shown: &CostContext<'_>) {
    let theme = shown.theme;
    let name = Tag::new(painter, &point.name, (TextRole::StatusStrong, theme.hi), [4.0, 2.0]);
    let middle = field.at(point.intensity, point.gflops);
    let around = Rect::from_center_size(middle, Vec2::splat(2.0 * (RADIUS + 8.0)));
    let room = name.size();
    let sides = [
        Align2::LEFT_CENTER.anchor_size(around.right_center(), room),
        Align2::RIGHT_CENTER.anchor_size(around.left_center(), room),
        Align2::CENTER_BOTTOM.anchor_size(around.center_top(), room),
        Align2::CENTER_TOP.anchor_size(around.center_bottom(), room),
    ];
    let hidden = |side: &Rect| {
        let is_hidden = |other: &&Point| side.expand(RADIUS).contains(field.at(other.intensity, other.gflops));
        points.iter().filter(is_hidden).count()
    };
    let inside = sides.iter().filter(|side| field.rect.contains_rect(**side));
    let Some(side) = inside.min_by_key(|side| hidden(side)) else { return };
    name.paint(painter, *side, theme.bg3, Stroke::NONE);
}

/// Powers of ten along both axes, and what they count.
fn axes(painter: &Painter, field: &Field, shown: &CostContext<'_>) {
    let (axes, theme) = (field.axes(), shown.theme);
    for &tick in &field.y.ticks {
        let y = axes.y_of(field.y.share(tick) as f32);
        number_beside(painter, field.rect, y, &Measure::Speed.tick(tick), theme);
    }
    for &tick in &field.x.ticks {
        let share = field.x.share(tick) as f32;
        axes.below(painter, share, 4.0, &Measure::Speed.tick(tick), Align2::CENTER_TOP, theme.low);
    }
    write(painter, field.around, Align2::LEFT_TOP, &tr("cost-axis-speed"), TextRole::Tick, theme.mid);
    let below = field.rect.beneath(20.0, 20.0);
    write(painter, below, Align2::CENTER_TOP, &tr("cost-axis-intensity"), TextRole::Tick, theme.mid);
}
