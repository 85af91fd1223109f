//! "2 Weigh and add": what every channel adds, in order, as an area above and below zero.

use egui::epaint::Mesh;
use egui::{Align2, Id, Rect, RichText, Role, Sense, Shape, Stroke, Ui};

use super::{EvidenceContext, channel_name, column_title, share_of_two};
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Axes, Pressable, tooltip, write};
use crate::ui::style::{Hue, TextRole, Theme};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{LAST_MODULE, select_channel};
use crate::ui::views::classifiers::numbers::short;

/// Height of the title.
const TITLE: f32 = 26.0;
/// Least room below zero: what speaks against is written there.
const LABEL: f32 = 26.0;

/// What is less than this adds nothing: where all channels are off.
const NOTHING: f32 = 1e-30;

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
    column_title(ui, rect, &tr("classifiers-weigh"), &caption, theme);
    let sums = shown.sums;
    let products: Vec<f32> = sums.order.iter().map(|&channel| sums.channels[channel].product as f32).collect();
    let axes = axes(rect.without_top(TITLE), &products);
    area(ui, &axes, &products, theme);
    labels(ui, &axes, shown, theme);
    let response = Pressable::new(Id::unique("weigh")).role(Role::GraphicsObject).sense(Sense::CLICK).show(
        ui,
        axes.chart,
        theme,
        || tr("classifiers-curve"),
    );
    if let Some(place) = sums.order.iter().position(|&channel| channel == shown.channel) {
        marker(ui, &axes, [place as f32, products[place]], theme);
    }
    let pointer = response.hover_pos().or(response.interact_pointer_pos())?;
    let count = products.len();
    let place = ((axes.x_at(pointer) + 0.5) as usize).min(count - 1);
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

/// Channels from left to right, what they add upwards: as high as there is room for both what adds most and what takes most.
fn axes(chart: Rect, products: &[f32]) -> Axes {
    let most = products[0].max(0.0);
    let least = products[products.len() - 1].min(0.0);
    let below = (chart.height() * least / (least - most).min(-NOTHING)).max(LABEL);
    let above = chart.height() - below;
    let scale = (above / most.max(NOTHING)).min(below / (-least).max(NOTHING));
    Axes::new(chart, [-0.5, products.len() as f32 - 0.5], [-below / scale, above / scale])
}

/// The area between the curve and zero: orange above, cyan below.
fn area(ui: &Ui, axes: &Axes, products: &[f32], theme: &Theme) {
    let mut mesh = Mesh::default();
    let mut was_above = None;
    for (place, &product) in products.iter().enumerate() {
        let is_above = product >= 0.0;
        let hue = if is_above { Hue::Positive } else { Hue::Negative };
        let next = mesh.vertices.len() as u32;
        for value in [product, 0.0] {
            mesh.colored_vertex(axes.at(place as f32, value), theme.hue(hue).fill);
        }
        if was_above == Some(is_above) {
            mesh.add_triangle(next - 2, next - 1, next);
            mesh.add_triangle(next, next - 1, next + 1);
        }
        was_above = Some(is_above);
    }
    ui.painter().add(Shape::mesh(mesh));
    ui.painter().hline(axes.chart.x_range(), axes.y_of(0.0), Stroke::new(1.0, theme.line2));
}

/// Where the channel in view stands.
fn marker(ui: &Ui, axes: &Axes, [place, product]: [f32; 2], theme: &Theme) {
    axes.curve(ui.painter(), [[place, product], [place, 0.0]], Stroke::new(1.5, theme.hi));
    axes.dot(ui.painter(), [place, product], 3.5, theme.hi);
}

/// How many channels speak for the class and how many against, and what both add.
fn labels(ui: &Ui, axes: &Axes, shown: &EvidenceContext<'_>, theme: &Theme) {
    let (chart, zero) = (axes.chart, axes.y_of(0.0));
    let above = chart.with_max_y(zero).without_left(chart.width() * 0.30);
    let above = above.top_part((above.height() * 0.7).max(4.0));
    let below = chart.with_min_y(zero + 8.0).without_right(chart.width() * 0.06);
    let lines = [
        ("classifiers-for", shown.sums.channels_for(), Hue::Positive, (above, Align2::LEFT_CENTER)),
        ("classifiers-against-sum", shown.sums.channels_against(), Hue::Negative, (below, Align2::RIGHT_TOP)),
    ];
    for (key, (count, sum), hue, (room, anchor)) in lines {
        let words = tr_with(key, &[("count", count.to_string()), ("sum", share_of_two(sum))]);
        let place = write(ui.painter(), room, anchor, &words, TextRole::Name, theme.hue(hue).text);
        spoken(ui, place, Role::Label, &words);
    }
}
