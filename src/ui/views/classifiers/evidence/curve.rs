//! "2 Weigh and add": what every channel adds, in order, as an area above and below zero.

use egui::epaint::Mesh;
use egui::{Align2, Id, Pos2, Rect, RichText, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2};

use super::{EvidenceContext, channel_name, column_title, share_of_two};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{spoken, text};
use crate::ui::kit::tooltip;
use crate::ui::style::{Hue, TextRole, Theme};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{LAST_MODULE, select_channel};
use crate::ui::views::classifiers::numbers::short;

/// Height of the title.
const TITLE: f32 = 26.0;
/// Least room below zero: what speaks against is written there.
const LABEL: f32 = 26.0;

/// Shows the curve; returns the channel under the pointer.
pub(super) fn curve(ui: &Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let theme = board.look.theme;
    let subject = board.subject;
    let class = short(subject.label(subject.class), 20);
    let caption = match subject.minus {
        None => tr_with("classifiers-weights-of", &[("class", &*class)]),
        Some(minus) => {
            let minus = short(subject.label(minus), 20);
            let values = [("class", &*class), ("minus", &*minus)];
            tr_with("classifiers-weights-of-two", &values)
        }
    };
    column_title(ui, rect, &tr("classifiers-weigh"), &caption, board);
    let chart = rect.with_min_y(rect.top() + TITLE);
    let sums = shown.sums;
    let product = |place: usize| sums.channels[sums.order[place]].product as f32;
    let count = sums.order.len();
    let (most, least) = (product(0).max(0.0), product(count - 1).min(0.0));
    let below = (chart.height() * least / (least - most).min(-f32::MIN_POSITIVE)).max(LABEL);
    let zero = chart.bottom() - below;
    let scale_above = (zero - chart.top()) / most.max(f32::MIN_POSITIVE);
    let scale = scale_above.min(below / (-least).max(f32::MIN_POSITIVE));
    let at = |place: usize| {
        let x = chart.left() + chart.width() * (place as f32 + 0.5) / count as f32;
        pos2(x, zero - product(place) * scale)
    };
    area(ui, chart, zero, (0..count).map(at), theme);
    labels(ui, chart, zero, shown, theme);
    let response = ui.interact(chart, Id::unique("weigh"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), tr("classifiers-curve")));
    let own = sums.order.iter().position(|&channel| channel == shown.channel);
    if let Some(place) = own {
        marker(ui, at(place), zero, theme);
    }
    let pointer = response.hover_pos().or(response.interact_pointer_pos())?;
    let across = (pointer.x - chart.left()) / chart.width();
    let place = ((across * count as f32) as usize).min(count - 1);
    let channel = sums.order[place];
    if response.clicked() {
        select_channel(board.commands, LAST_MODULE, channel);
    }
    tooltip(&response, theme, |ui| {
        let values = [("place", (place + 1).to_string()), ("count", count.to_string())];
        ui.label(RichText::new(channel_name(sums, channel)).color(theme.hi));
        ui.label(RichText::new(tr_with("classifiers-place", &values)).color(theme.mid));
    });
    response.hovered().then_some(channel)
}

/// The area between the curve and zero: orange above, cyan below.
fn area(ui: &Ui, chart: Rect, zero: f32, points: impl Iterator<Item = Pos2>, theme: &Theme) {
    let mut mesh = Mesh::default();
    let mut before: Option<(f32, bool)> = None;
    for point in points {
        let is_above = point.y <= zero;
        let hue = if is_above { Hue::Positive } else { Hue::Negative };
        let color = theme.hue(hue).fill;
        let next = mesh.vertices.len() as u32;
        mesh.colored_vertex(point, color);
        mesh.colored_vertex(pos2(point.x, zero), color);
        if before.is_some_and(|(_, was_above)| was_above == is_above) {
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next, next - 1, next + 1);
        }
        before = Some((point.x, is_above));
    }
    ui.painter().add(Shape::mesh(mesh));
    let line = Stroke::new(1.0, theme.line2);
    ui.painter().hline(chart.x_range(), zero, line);
}

/// Where the channel in view stands.
fn marker(ui: &Ui, top: Pos2, zero: f32, theme: &Theme) {
    let stroke = Stroke::new(1.5, theme.hi);
    ui.painter().line_segment([top, pos2(top.x, zero)], stroke);
    ui.painter().circle_filled(top, 3.5, theme.hi);
}

/// How many channels speak for the class and how many against, and what both add.
fn labels(ui: &Ui, chart: Rect, zero: f32, shown: &EvidenceContext<'_>, theme: &Theme) {
    let ((count_for, sum_for), (count_against, sum_against)) =
        (shown.sums.channels_for(), shown.sums.channels_against());
    let lines = [
        ("classifiers-for", count_for, sum_for, Hue::Positive),
        ("classifiers-against-sum", count_against, sum_against, Hue::Negative),
    ];
    for (key, count, sum, hue) in lines {
        let values = [("count", count.to_string()), ("sum", share_of_two(sum))];
        let words = tr_with(key, &values);
        let above = hue == Hue::Positive;
        let (x, y, anchor) = if above {
            let y = chart.top() + ((zero - chart.top()) * 0.35).max(2.0);
            (chart.left() + chart.width() * 0.30, y, Align2::LEFT_CENTER)
        } else {
            (chart.right() - chart.width() * 0.06, zero + 8.0, Align2::RIGHT_TOP)
        };
        let ink = theme.hue(hue).text;
        let place = text(ui.painter(), pos2(x, y), anchor, &words, TextRole::Name, ink);
        spoken(ui, place, Role::Label, &words);
    }
}
