//! The three heads in a line each; the one whose answer is explained stands out.

use egui::{Align2, Id, Rect, Ui, vec2};

use super::change;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::{Area, Pressable, chosen_outline, plain_share_bar, write, write_fitted};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::head_frame::frame;
use crate::ui::views::classifiers::numbers::{head_hue, head_name};

/// Shows all three.
pub(in crate::ui::views::classifiers) fn strips(ui: &Ui, rects: [Rect; 3], board: &mut Board<'_, '_>) {
    for (head, rect) in Head::ALL.into_iter().zip(rects) {
        strip(ui, rect, head, board);
    }
}

fn strip(ui: &Ui, rect: Rect, head: Head, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let subject = board.subject;
    let scores = subject.run.report.head(head);
    frame(ui, rect, head, scores.is_some(), theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 0.0));
    let colors = theme.hue(head_hue(head));
    let painter = ui.painter();
    let name = head_name(head);
    let shown = write(painter, inner, Align2::LEFT_CENTER, &name, TextRole::CardTitle, colors.text);
    let Some(share) = scores.and_then(|scores| scores.probabilities.get(subject.class)) else {
        let room = inner.with_min_x(shown.right() + size::SPACE_12);
        let words = tr("classifiers-absent-why");
        write_fitted(painter, room, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
        return;
    };
    let share = f64::from(*share);
    let label = subject.label(subject.class);
    let number = write(painter, inner, Align2::RIGHT_CENTER, &percent(share), TextRole::CardTitle, theme.hi);
    let room = inner.without_left(shown.width().max(54.0) + size::SPACE_8).with_max_x(number.left() - size::SPACE_12);
    let words = write_fitted(painter, room.share(0.5), Align2::LEFT_CENTER, label, TextRole::BodyStrong, theme.hi);
    let label_ends = words.right().max(room.share(0.35).right());
    let bar = inner.with_min_x(label_ends + size::SPACE_8).without_right(62.0).middle_row(8.0);
    if bar.width() > 0.0 {
        plain_share_bar(painter, bar, share as f32, colors.fill, None, theme);
    }
    let is_asked = subject.state.heatmaps.wishes.head == head;
    let values = [("head", name), ("class", label.to_owned()), ("share", percent(share))];
    let response = Pressable::new(Id::unique(("heatmap-head", head))).chosen(is_asked).radius(size::RADIUS_CARD).show(
        ui,
        rect,
        theme,
        || tr_with("heatmaps-head", &values),
    );
    if is_asked {
        chosen_outline(ui, rect.expand(2.0), size::RADIUS_CARD, theme);
    }
    if response.clicked() {
        change(board, |wishes| wishes.head = head);
    }
}
