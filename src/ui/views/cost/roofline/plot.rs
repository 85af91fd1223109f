//! Both roofs, and the layers below them; both axes are logarithmic.

use egui::{Align2, Painter, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, Vec2b, WidgetInfo, pos2, vec2};
use egui_plot::{GridMark, Line, Points};

use super::super::CostContext;
use super::super::axis::Axis;
use super::super::measure::{Measure, digits};
use super::field::{ABOVE, Field, LEFT};
use super::legend::legend;
use super::points::Point;
use super::speed;
use crate::analysis::peak::Peak;
use crate::app::{Command, View};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::{plain_plot, tooltip};
use crate::ui::style::{Hue, TextRole, size};

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
    let field = Field::new(rect, peak, points);
    let id = ui.scope_id().with("points");
    let response = ui.interact(field.rect, id, Sense::CLICK);
    response.widget_info(|| {
        let name = tr("cost-roofline-name");
        WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), name)
    });
    draw(ui, &field, shown, peak, points);
    axes(ui.painter(), &field, shown);
    let taken = legend(ui.painter(), field.rect, shown);
    roofs(ui.painter(), &field, shown, peak, taken);
    let network = &shown.facts.network;
    let name = |point: &Point| network.layers[point.index].name.as_str();
    let found = response.hover_pos().and_then(|pointer| nearest(&field, points, pointer));
    for point in points {
        let is_selected = name(point) == shown.state.selection.layer;
        if is_selected || hovered == Some(name(point)) {
            let middle = field.at(point.intensity, point.gflops);
            ring(ui.painter(), middle, point, shown, is_selected.then_some(taken));
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
    let builder = egui::UiBuilder::new().max_rect(field.rect);
    ui.scope_builder(builder, |ui| {
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

/// Around what is selected or hovered; what is selected has its name beside it, which keeps clear of a place.
fn ring(painter: &Painter, middle: Pos2, point: &Point, shown: &CostContext<'_>, named: Option<Rect>) {
    let theme = shown.theme;
    let stroke = Stroke::new(size::stroke_selection(), theme.hi);
    painter.circle(middle, RADIUS + 3.0, theme.hue(point.hue).fill, stroke);
    if let Some(taken) = named {
        let galley = painter.layout_no_wrap(point.name.clone(), TextRole::StatusStrong.font(), theme.hi);
        let up = galley.size().y / 2.0;
        let beside = middle + vec2(RADIUS + 8.0, -up);
        let is_taken = Rect::from_min_size(beside, galley.size()).expand(4.0).intersects(taken);
        let at = if is_taken { middle - vec2(RADIUS + 8.0 + galley.size().x, up) } else { beside };
        let back = Rect::from_min_size(at, galley.size()).expand2(vec2(4.0, 2.0));
        painter.rect_filled(back, size::RADIUS_TILE, theme.bg3);
        painter.galley(at, galley, theme.hi);
    }
}

/// Powers of ten along both axes, and what they count.
fn axes(painter: &Painter, field: &Field, shown: &CostContext<'_>) {
    let (rect, ink) = (field.rect, shown.theme.low);
    let font = TextRole::Tick.font();
    for &tick in &field.y.ticks {
        let y = field.at(field.x.low(), tick).y;
        let text = Measure::Speed.tick(tick);
        let place = pos2(rect.left() - 8.0, y);
        painter.text(place, Align2::RIGHT_CENTER, text, font.clone(), ink);
    }
    for &tick in &field.x.ticks {
        let x = field.at(tick, field.y.low()).x;
        let text = Measure::Speed.tick(tick);
        let place = pos2(x, rect.bottom() + 4.0);
        painter.text(place, Align2::CENTER_TOP, text, font.clone(), ink);
    }
    let place = pos2(rect.left() - LEFT, rect.top() - ABOVE);
    painter.text(place, Align2::LEFT_TOP, tr("cost-axis-speed"), font.clone(), shown.theme.mid);
    let place = rect.center_bottom() + vec2(0.0, 20.0);
    painter.text(place, Align2::CENTER_TOP, tr("cost-axis-intensity"), font, shown.theme.mid);
}

/// What each roof is, beside it and clear of what is `taken` by the legend.
fn roofs(painter: &Painter, field: &Field, shown: &CostContext<'_>, peak: &Peak, taken: Rect) {
    let font = TextRole::BodyStrong.font();
    let words = tr_with("cost-roof-arithmetic", &[("speed", speed(peak.gflops))]);
    let place = field.at(field.x.high(), peak.gflops) + vec2(-6.0, -6.0);
    let galley = painter.layout_no_wrap(words, font.clone(), shown.theme.hi);
    let mut place = Align2::RIGHT_BOTTOM.anchor_size(place, galley.size());
    if place.intersects(taken) {
        place = place.translate(vec2(taken.left() - size::SPACE_8 - place.right(), 0.0));
    }
    painter.galley(place.min, galley, shown.theme.hi);
    let start = field.x.low().max(field.y.low() / peak.gigabytes_per_second);
    let ridge = peak.gflops / peak.gigabytes_per_second;
    let (from, to) = (field.at(start, peak.roof_gflops(start)), field.at(ridge, peak.gflops));
    let speed = format!("{} GB/s", digits(peak.gigabytes_per_second));
    let words = tr_with("cost-roof-memory", &[("speed", speed)]);
    let galley = painter.layout_no_wrap(words, font, shown.theme.hi);
    let direction = to - from;
    let slope = direction.y.atan2(direction.x);
    // Along the slanted roof, above its middle; a roof too short for its words has them at its foot.
    let along = direction.normalized();
    let normal = vec2(along.y, -along.x);
    let length = galley.size().x;
    let begin = ((direction.length() - length) / 2.0).max(4.0);
    let at = from + along * begin + normal * (galley.size().y + 5.0);
    let shape = egui::epaint::TextShape::new(at, galley, shown.theme.hi).with_angle(slope);
    painter.add(shape);
}
