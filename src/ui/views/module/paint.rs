//! Small things that are painted again and again.

use egui::{Align2, Painter, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use crate::ui::kit::{Area, paint, right_of, write_fitted, write_sized};
use crate::ui::style::{TextRole, Theme, Weight, caption_room, size};

/// Gives what is painted in `rect` a sentence of its own for screen readers.
pub(in crate::ui) fn speak(ui: &Ui, rect: Rect, key: &str, sentence: &str) {
    let response = ui.interact(rect, ui.scope_id().with(("spoken", key)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), sentence));
}

/// A place where a picture will be.
pub(super) fn skeleton(painter: &Painter, rect: Rect, theme: &Theme) {
    let border = Stroke::new(size::hairline(), theme.line);
    painter.rect(rect, size::RADIUS_TILE, theme.bg3, border, StrokeKind::Inside);
    let bars = rect.shrink2(rect.size() * vec2(0.22, 0.31)).rows::<2>(rect.height() * 0.22);
    for bar in bars {
        painter.rect_filled(bar, size::RADIUS_BAR, theme.line);
    }
}

/// A dashed rectangle.
pub(super) fn dashed(painter: &Painter, rect: Rect, stroke: Stroke, [dash, gap]: [f32; 2]) {
    let mut shapes = Vec::new();
    paint::dashes(rect, stroke, dash, gap, &mut shapes);
    painter.extend(shapes);
}

/// The place of a result at the bottom of a card's content, a little wider than that.
pub(super) fn result_place(content: Rect) -> Rect {
    let height = (content.height() * 0.23).clamp(28.0, caption_room(44.0));
    content.bottom_part(height).expand2(RESULT_MARGIN)
}

/// By how much a result is wider than what stands above it, on each side, points.
pub(in crate::ui) const RESULT_MARGIN: Vec2 = vec2(6.0, 0.0);

/// The strip at the bottom of a card that states its result.
pub(in crate::ui) fn result_strip(painter: &Painter, rect: Rect, number: &str, words: &str, theme: &Theme) {
    painter.rect_filled(rect, size::RADIUS_BUTTON, theme.bg3);
    let points = (rect.height() * 0.5 / caption_room(1.0)).clamp(15.0, 22.0);
    let (font, inner) = (Weight::SemiBold.size(points), rect.without_left(14.0).without_right(8.0));
    let shown = write_sized(painter, inner, Align2::LEFT_CENTER, number, font, theme.hi);
    let beside = right_of(inner, shown, 10.0);
    write_fitted(painter, beside, Align2::LEFT_CENTER, words, TextRole::Body, theme.mid);
}
