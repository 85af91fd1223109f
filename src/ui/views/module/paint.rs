//! Small things that are painted again and again.

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align2, Color32, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
};

use crate::ui::style::{Theme, size};

/// One line of text, smaller where `width` points are too few for it and cut off where that does not help; returns where it
/// stands.
pub(in crate::ui) fn line(
    painter: &Painter,
    place: Pos2,
    anchor: Align2,
    text: &str,
    (font, ink): (FontId, Color32),
    width: f32,
) -> Rect {
    let galley = crate::ui::kit::paint::fitted(painter, text, font, ink, width.max(8.0));
    let rect = anchor.anchor_size(place, galley.size());
    painter.galley(rect.min, galley, ink);
    rect
}

/// Gives what is painted in `rect` a sentence of its own for screen readers.
pub(in crate::ui) fn speak(ui: &Ui, rect: Rect, key: &str, sentence: &str) {
    let response = ui.interact(rect, ui.scope_id().with(("spoken", key)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), sentence));
}

/// Text of as many lines as `rect` is wide for, from its top left corner; returns its height.
pub(in crate::ui) fn paragraph(painter: &Painter, rect: Rect, text: &str, (font, ink): (FontId, Color32)) -> f32 {
    let galley = painter.layout(text.to_owned(), font, ink, rect.width());
    let height = galley.size().y;
    painter.galley(rect.min, galley, ink);
    height
}

/// Pieces of text in different colours on one line, right of `place`; returns where they stand.
pub(super) fn pieces(
    painter: &Painter,
    place: Pos2,
    anchor: Align2,
    font: &FontId,
    pieces: &[(&str, Color32)],
) -> Rect {
    let mut job = LayoutJob::default();
    for (text, ink) in pieces {
        job.append(text, 0.0, TextFormat::simple(font.clone(), *ink));
    }
    let galley = painter.layout_job(job);
    let rect = anchor.anchor_size(place, galley.size());
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// A place where a picture will be.
pub(super) fn skeleton(painter: &Painter, rect: Rect, theme: &Theme) {
    let border = Stroke::new(size::hairline(), theme.line);
    painter.rect(rect, size::RADIUS_TILE, theme.bg3, border, StrokeKind::Inside);
    for share in [0.35, 0.65] {
        let y = rect.top() + rect.height() * share;
        let bar = Rect::from_center_size(pos2(rect.center().x, y), rect.size() * egui::vec2(0.56, 0.08));
        painter.rect_filled(bar, size::RADIUS_BAR, theme.line);
    }
}

/// A dashed rectangle.
pub(super) fn dashed(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, stroke, 5.0, 4.0));
}

/// The strip at the bottom of a card that states its result.
pub(in crate::ui) fn result_strip(painter: &Painter, rect: Rect, number: &str, words: &str, theme: &Theme) {
    use crate::ui::style::{TextRole, Weight, caption_room};
    painter.rect_filled(rect, size::RADIUS_BUTTON, theme.bg3);
    let place = rect.left_center() + egui::vec2(14.0, 0.0);
    let points = (rect.height() * 0.5 / caption_room(1.0)).clamp(15.0, 22.0);
    let font = Weight::SemiBold.size(points);
    let shown = painter.text(place, Align2::LEFT_CENTER, number, font, theme.hi);
    let left = shown.right() + 10.0;
    let ink = (TextRole::Body.font(), theme.mid);
    line(painter, pos2(left, rect.center().y), Align2::LEFT_CENTER, words, ink, rect.right() - left - 8.0);
}
