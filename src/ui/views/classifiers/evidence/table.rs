//! "Top channels": weight, mean and product of the channels that say most for the class and against it.

use egui::{Align2, Rect, Role, Stroke, Ui, pos2, vec2};

use super::table_row::{Columns, row};
use super::{EvidenceContext, share_of_two};
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::ui::kit::paint::{spoken, text, text_within};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;

/// Height of the words over the columns, and of the sum below.
const HEAD: f32 = 24.0;
const SUM: f32 = 34.0;
/// Heights of a row, least and most.
const ROW: [f32; 2] = [32.0, 42.0];

/// Shows the table; returns the channel under the pointer.
pub(super) fn table(ui: &Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &mut Board<'_, '_>) -> Option<usize> {
    let columns = Columns::new(rect);
    let theme = board.look.theme;
    head(ui, rect, &columns, theme);
    sum(ui, rect.with_min_y(rect.bottom() - SUM), shown, theme);
    let body = Rect::from_min_max(pos2(rect.left(), rect.top() + HEAD), pos2(rect.right(), rect.bottom() - SUM));
    let rows = ((body.height() / ROW[0]) as usize).max(3);
    let height = (body.height() / rows as f32).min(ROW[1]);
    let against = (rows * 2 / 7).max(1);
    let order = &shown.sums.order;
    let count = order.len();
    let tops = order[..rows - against].iter();
    let shown_channels: Vec<usize> = tops.chain(&order[count - against..]).copied().collect();
    let mut hovered = None;
    for (place, &channel) in shown_channels.iter().enumerate() {
        let top = body.top() + place as f32 * height;
        let slot = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
        if place == rows - against {
            let stroke = Stroke::new(size::hairline(), theme.line2);
            ui.painter().hline(slot.x_range(), slot.top(), stroke);
        }
        if row(ui, slot, channel, &columns, shown, board) {
            hovered = Some(channel);
        }
    }
    hovered
}

fn head(ui: &Ui, rect: Rect, columns: &Columns, theme: &Theme) {
    let y = rect.top() + 10.0;
    let painter = ui.painter();
    let title = tr("classifiers-top-channels");
    let left = pos2(rect.left(), y);
    text(painter, left, Align2::LEFT_CENTER, &title, TextRole::Name, theme.hi);
    let words = [
        (columns.weight, tr("classifiers-w")),
        (columns.mean, tr("classifiers-gap-short")),
        (rect.right(), tr("classifiers-w-gap")),
    ];
    for (right, words) in words {
        let place = pos2(right, y);
        text(painter, place, Align2::RIGHT_CENTER, &words, TextRole::StatusStrong, theme.low);
    }
}

/// "1,024 channels add up to +2.91".
fn sum(ui: &Ui, rect: Rect, shown: &EvidenceContext<'_>, theme: &Theme) {
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.top() + 4.0, Stroke::new(size::hairline(), theme.line));
    let y = rect.center().y + 4.0;
    let mut total = share_of_two(shown.sums.channel_sum());
    if let Some(other) = shown.other {
        total = format!("{total}   {}", share_of_two(other.channel_sum()));
    }
    let right = pos2(rect.right(), y);
    let number = text(painter, right, Align2::RIGHT_CENTER, &total, TextRole::RowNumber, theme.hi);
    let count = grouped(shown.sums.channels.len() as u64);
    let words = tr_with("classifiers-channels-sum", &[("count", &*count)]);
    let room = number.left() - rect.left() - size::SPACE_8;
    text_within(painter, pos2(rect.left(), y), room, &words, TextRole::Body, theme.mid);
    spoken(ui, rect, Role::Label, &format!("{words} {total}"));
}
