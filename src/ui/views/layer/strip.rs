//! What the channels are ordered by, as a strip of bars in that order.

use egui::epaint::{Mesh, PathShape};
use egui::{Align2, Color32, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::context::LayerContext;
use super::legend::progress;
use super::names::hue;
use super::tips;
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, Sort};
use crate::ui::kit::paint::{text, text_within};
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
    let painter = ui.painter();
    let row = rect.with_max_y(rect.top() + 20.0);
    let right = text(painter, row.right_center(), Align2::RIGHT_CENTER, &caption, TextRole::Caption, theme.low);
    let mut title = title(seen);
    if seen.subject.other.is_some() && seen.state.settings.sort != Sort::Contribution {
        title = tr_with("layer-strip-both", &[("title", &*title)]);
    }
    text_within(painter, row.left_center(), right.left() - row.left() - 8.0, &title, TextRole::BodyStrong, theme.mid);
    let bars = Rect::from_min_size(pos2(rect.left(), row.bottom() + 4.0), vec2(rect.width(), BARS));
    if order.is_empty() {
        return;
    }
    let response = ui.interact(bars.expand2(vec2(0.0, 6.0)), ui.scope_id().with("strip"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), &title));
    let pitch = bars.width() / order.len() as f32;
    let scale = bars.height() / (largest - lowest).max(f32::MIN_POSITIVE);
    let zero = bars.bottom() + lowest * scale;
    let gap = if pitch >= 3.0 { 1.0 } else { 0.0 };
    let selected = order.iter().position(|&channel| channel == seen.focus.channel);
    let mut mesh = Mesh::default();
    for (place, &channel) in order.iter().enumerate() {
        let value = subject.measure[channel];
        if !value.is_finite() {
            continue;
        }
        let left = bars.left() + place as f32 * pitch;
        let end = zero - value * scale;
        let (top, bottom) = (end.min(zero - 0.5), end.max(zero));
        let bar = Rect::from_min_max(pos2(left, top), pos2(left + pitch - gap, bottom));
        mesh.add_colored_rect(bar, color(seen, theme, value));
    }
    painter.add(Shape::mesh(mesh));
    if let Some(other) = &subject.other {
        let marks = order.iter().enumerate().filter_map(|(place, &channel)| {
            let value = other.measure[channel];
            let left = bars.left() + place as f32 * pitch;
            let mark = Rect::from_min_size(pos2(left, zero - value * scale - 1.0), vec2((pitch - gap).max(1.0), 2.0));
            value.is_finite().then_some(mark)
        });
        let mut mesh = Mesh::default();
        marks.for_each(|mark| mesh.add_colored_rect(mark, theme.hi));
        painter.add(Shape::mesh(mesh));
    }
    if let Some(place) = selected {
        let x = bars.left() + (place as f32 + 0.5) * pitch;
        marker(ui, x, bars, theme);
    }
    let under = response.hover_pos().map(|pos| (((pos.x - bars.left()) / pitch) as usize).min(order.len() - 1));
    if let Some(place) = under.filter(|_| response.hovered()) {
        tips::channel(&response, seen, (order[place], None), false, theme);
        if response.clicked() {
            commands.push(Command::SelectChannel(Some(order[place])));
        }
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
