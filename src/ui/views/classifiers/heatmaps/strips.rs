//! The three heads in a line each; the one whose answer is explained stands out.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::change;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::ui::kit::focus_ring;
use crate::ui::kit::paint::{text, text_within};
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
    let shown = text(painter, inner.left_center(), Align2::LEFT_CENTER, &name, TextRole::CardTitle, colors.text);
    let Some(share) = scores.and_then(|scores| scores.probabilities.get(subject.class)) else {
        let place = pos2(shown.right() + size::SPACE_12, inner.center().y);
        text_within(
            painter,
            place,
            inner.right() - place.x,
            &tr("classifiers-absent-why"),
            TextRole::Caption,
            theme.low,
        );
        return;
    };
    let share = f64::from(*share);
    let label = subject.label(subject.class);
    let number =
        text(painter, inner.right_center(), Align2::RIGHT_CENTER, &percent(share), TextRole::CardTitle, theme.hi);
    let left = shown.right().max(inner.left() + 54.0) + size::SPACE_8;
    let room = (number.left() - left - size::SPACE_12).max(0.0);
    let place = pos2(left, inner.center().y);
    let words = text_within(painter, place, room * 0.5, label, TextRole::BodyStrong, theme.hi);
    let bar = Rect::from_min_max(
        pos2(words.right().max(left + room * 0.35) + size::SPACE_8, inner.center().y - 4.0),
        pos2(inner.right() - 62.0, inner.center().y + 4.0),
    );
    if bar.width() > 0.0 {
        painter.rect_filled(bar, size::RADIUS_BAR, theme.bar_track);
        painter.rect_filled(bar.with_max_x(bar.left() + bar.width() * share as f32), size::RADIUS_BAR, colors.fill);
    }
    let is_asked = subject.state.heatmaps.wishes.head == head;
    let response = ui.interact(rect, Id::unique(("heatmap-head", head)), Sense::click());
    let values = [("head", name), ("class", label.to_owned()), ("share", percent(share))];
    let words = tr_with("heatmaps-head", &values);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_asked, &words));
    if is_asked {
        let stroke = Stroke::new(size::stroke_selection(), theme.hi);
        painter.rect_stroke(rect.expand(2.0), size::RADIUS_CARD, stroke, StrokeKind::Inside);
    }
    focus_ring(ui, &response, size::RADIUS_CARD, theme);
    if response.clicked() {
        change(board, |wishes| wishes.head = head);
    }
}
