//! What the channels are ordered by, as a strip of bars in that order.

use egui::epaint::{Mesh, PathShape};
use egui::{Color32, Rect, Role, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::context::LayerContext;
use super::legend::progress;
use super::names::hue;
use super::tips;
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, Sort};
use crate::ui::kit::{Area, Axes, Pressable, Row};
use crate::ui::style::{Hue, TextRole, Theme};

/// Height of the bars, points.
const BARS: f32 = 46.0;

/// Shows the strip; a click selects the channel.
pub(super) fn strip(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let subject = seen.subject;
    let order = &subject.order;
    // Of both photos, so that the strip of one can be compared with that of the other.
    let [lowest, largest] = subject.measure_ends;
    let caption = progress(seen).unwrap_or_else(|| number(seen, largest));
    let row = rect.top_part(20.0);
    let mut title = title(seen);
    if seen.subject.other.is_some() && seen.state.settings.sort != Sort::Contribution {
        title = tr_with("layer-strip-both", &[("title", &*title)]);
    }
    Row::new(&title, TextRole::BodyStrong, theme.mid)
        .number(&caption, TextRole::Caption, theme.low)
        .paint(ui.painter(), row);
    let bars = row.beneath(4.0, BARS);
    if order.is_empty() {
        return;
    }
    let pressable = Pressable::new(ui.scope_id().with("strip")).role(Role::GraphicsObject).sense(Sense::CLICK);
    let response = pressable.show(ui, bars.expand2(vec2(0.0, 6.0)), theme, || title.clone());
    let axes = Axes::new(bars, [0.0, order.len() as f32], [lowest, largest.max(lowest + f32::MIN_POSITIVE)]);
    paint(ui, &axes, seen, theme);
    let under = response.hover_pos().map(|pos| (axes.x_at(pos) as usize).min(order.len() - 1));
    if let Some(place) = under.filter(|_| response.hovered()) {
        tips::channel(&response, seen, (order[place], None), false, theme);
        if response.clicked() {
            commands.push(Command::SelectChannel(Some(order[place])));
        }
    }
}

/// A bar a channel, over it a mark for the second photo, and a triangle below the selected one.
fn paint(ui: &Ui, axes: &Axes, seen: &LayerContext<'_>, theme: &Theme) {
    let (subject, order) = (seen.subject, &seen.subject.order);
    let pitch = axes.chart.width() / order.len() as f32;
    let gap = if pitch >= 3.0 { 1.0 } else { 0.0 };
    let column = |place: usize| axes.chart.column(place, pitch);
    let zero = axes.y_of(0.0);
    let mut mesh = Mesh::default();
    let finite = |measure: &[f32]| -> Vec<(usize, f32)> {
        let values = order.iter().map(|&channel| measure[channel]).enumerate();
        values.filter(|(_, value)| value.is_finite()).collect()
    };
    for (place, value) in finite(&subject.measure) {
        let end = axes.y_of(value);
        let bar = column(place).without_right(gap).with_min_y(end.min(zero - 0.5)).with_max_y(end.max(zero));
        mesh.add_colored_rect(bar, color(seen, theme, value));
    }
    for (place, value) in subject.other.as_ref().map(|other| finite(&other.measure)).unwrap_or_default() {
        let end = axes.y_of(value);
        let mark = column(place).left_part((pitch - gap).max(1.0)).with_min_y(end - 1.0).with_max_y(end + 1.0);
        mesh.add_colored_rect(mark, theme.hi);
    }
    ui.painter().add(Shape::mesh(mesh));
    if let Some(place) = order.iter().position(|&channel| channel == seen.focus.channel) {
        marker(ui, column(place).center().x, axes.chart, theme);
    }
}

fn title(seen: &LayerContext<'_>) -> String {
    match seen.state.settings.sort {
        Sort::Index | Sort::Mean | Sort::Max | Sort::Zeros if seen.is_vector() => tr("layer-strip-value"),
        Sort::Index | Sort::Mean => tr("layer-strip-mean"),
        Sort::Max => tr("layer-strip-max"),
        Sort::Zeros => tr("layer-strip-zeros"),
        Sort::Contribution => {
            let report = seen.state.report().unwrap_or(&seen.shown.report);
            let class = report.labels.get(report.main().best()).map_or("", |label| class_text(label));
            tr_with("layer-strip-contribution", &[("class", class)])
        }
    }
}

/// The largest number of the strip, as its scale.
fn number(seen: &LayerContext<'_>, largest: f32) -> String {
    let value = f64::from(largest);
    match seen.state.settings.sort {
        Sort::Zeros => format!("{}%", fixed(value * 100.0, 0)),
        Sort::Contribution => signed(value, decimals_for(value).max(2)),
        Sort::Index | Sort::Mean | Sort::Max => fixed(value, decimals_for(value).max(2)),
    }
}

fn color(seen: &LayerContext<'_>, theme: &Theme, value: f32) -> Color32 {
    let is_signed = seen.subject.map.signed || seen.state.settings.sort == Sort::Contribution;
    match (is_signed, value < 0.0) {
        (true, true) => theme.hue(Hue::Negative).fill,
        (true, false) => theme.hue(Hue::Positive).fill,
        (false, _) => theme.hue(hue(seen.layer)).fill.gamma_multiply(0.8),
    }
}

/// A line through the selected bar and a triangle below it.
fn marker(ui: &Ui, x: f32, bars: Rect, theme: &Theme) {
    let painter = ui.painter();
    painter.vline(x, bars.y_range(), Stroke::new(2.0, theme.hi));
    let top = bars.bottom() + 2.0;
    let points = vec![pos2(x, top), pos2(x + 5.0, top + 8.0), pos2(x - 5.0, top + 8.0)];
    painter.add(PathShape::convex_polygon(points, theme.hi, Stroke::NONE));
}
