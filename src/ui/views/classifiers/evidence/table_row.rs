//! One channel of the table.

use egui::{Align2, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{EvidenceContext, channel_name, product_of};
use crate::locale::indices::Numbered;
use crate::locale::text::tr;
use crate::ui::kit::paint::{text, text_within};
use crate::ui::kit::{focus_ring, goes_deeper, tooltip};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::{open_channel, select_channel, selected_channel};

/// Right edges of weight and mean; left and right edge of the bar.
pub(super) struct Columns {
    pub weight: f32,
    pub mean: f32,
    bar: [f32; 2],
}

impl Columns {
    /// Shares the width of the table out.
    pub fn new(rect: Rect) -> Self {
        // What a narrow table does not have is shared between label and numbers.
        let spare = (rect.width() - 300.0).max(0.0);
        let weight = rect.left() + 164.0 + spare * 0.2;
        let mean = weight + 46.0 + spare * 0.1;
        Self { weight, mean, bar: [mean + 10.0, rect.right() - 58.0] }
    }
}

/// One channel; whether the pointer is over it.
pub(super) fn row(
    ui: &Ui,
    slot: Rect,
    channel: usize,
    columns: &Columns,
    shown: &EvidenceContext<'_>,
    board: &mut Board<'_, '_>,
) -> bool {
    let theme = board.look.theme;
    let name = channel_name(shown.sums, channel);
    let response = ui.interact(slot, Id::unique(("top-channel", channel)), Sense::click());
    let chosen = selected_channel(board, shown.sums.channels.len());
    response.widget_info(|| {
        let is_chosen = chosen == Some(channel);
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &name)
    });
    if shown.channel == channel || response.hovered() {
        let hot = slot.expand2(vec2(8.0, -1.0));
        ui.painter().rect_filled(hot, size::RADIUS_BUTTON, theme.bg3);
        if chosen == Some(channel) {
            let stroke = Stroke::new(1.5, theme.hi);
            ui.painter().rect_stroke(hot, size::RADIUS_BUTTON, stroke, StrokeKind::Inside);
        }
    }
    let tile = (slot.height() - 4.0).min(36.0);
    let corner = pos2(slot.left(), slot.center().y - tile / 2.0);
    let tile = Rect::from_min_size(corner, vec2(tile, tile));
    shown.maps.paint(ui, board.look, channel, tile);
    let border = Stroke::new(size::hairline(), theme.line2);
    ui.painter().rect_stroke(tile, 1.0, border, StrokeKind::Outside);
    numbers(ui, slot, tile.right() + size::SPACE_12, channel, columns, shown, theme);
    focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
    tooltip(&response, theme, |ui| {
        ui.label(RichText::new(name).color(theme.hi));
        ui.label(RichText::new(tr("classifiers-channel-hint")).color(theme.mid));
    });
    if goes_deeper(ui, &response, chosen == Some(channel)) {
        open_channel(board.commands, channel);
    } else if response.clicked() {
        select_channel(board.commands, channel);
    }
    response.hovered() || response.has_focus()
}

fn numbers(
    ui: &Ui,
    slot: Rect,
    left: f32,
    channel: usize,
    columns: &Columns,
    shown: &EvidenceContext<'_>,
    theme: &Theme,
) {
    let painter = ui.painter();
    let numbers = shown.sums.channels[channel];
    let y = slot.center().y;
    let words = Numbered::ChannelShort.at(channel);
    let product = product_of(shown.sums, channel);
    let font = TextRole::Body.font();
    let weight = painter.layout_no_wrap(product.second(), font, theme.mid);
    let room = columns.weight - weight.size().x - size::SPACE_4 - left;
    text_within(painter, pos2(left, y), room, &words, TextRole::BodyStrong, theme.hi);
    let columns_of = [
        (columns.weight, product.second(), TextRole::Body, theme.mid),
        (columns.mean, product.first(), TextRole::Body, theme.mid),
        (slot.right(), product.result(), TextRole::BodyStrong, theme.hi),
    ];
    for (right, words, role, ink) in columns_of {
        text(painter, pos2(right, y), Align2::RIGHT_CENTER, &words, role, ink);
    }
    let most = shown
        .sums
        .order
        .first()
        .into_iter()
        .chain(shown.sums.order.last())
        .map(|&channel| shown.sums.channels[channel].product.abs())
        .fold(f64::MIN_POSITIVE, f64::max);
    let [from, to] = columns.bar;
    let width = |product: f64| ((to - from) * (product.abs() / most).min(1.0) as f32).max(2.0);
    let half = if shown.other.is_some() { 3.5 } else { 6.0 };
    let up = if shown.other.is_some() { 4.5 } else { 0.0 };
    let bar = Rect::from_min_size(pos2(from, y - up - half), vec2(width(numbers.product), 2.0 * half));
    let fill = theme.sign(numbers.product as f32).fill;
    painter.rect_filled(bar, size::RADIUS_BAR, fill);
    if let Some(other) = shown.other {
        let product = other.channels[channel].product;
        let corner = pos2(from, y + up - half);
        let bar = Rect::from_min_size(corner, vec2(width(product), 2.0 * half));
        let stroke = Stroke::new(1.5, theme.sign(product as f32).fill);
        painter.rect_stroke(bar, size::RADIUS_BAR, stroke, StrokeKind::Inside);
    }
}
