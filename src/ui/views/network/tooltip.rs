//! The card that says what the pointer is at, or what is selected.

use std::sync::Arc;

use egui::{Align2, Galley, Id, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::facts::Facts;
use super::measures::CARD_TOP;
use super::sheet::Sheet;
use crate::ui::style::{TextRole, size};

/// Height of a row of a tooltip, points.
const ROW: f32 = 19.0;
/// Between a tooltip and what it is about: its channels stay in view.
const GAP: f32 = 30.0;

/// A card with a point towards what it is about: below it, or above where there is no room.
pub fn tooltip(ui: &Ui, sheet: &Sheet<'_>, facts: &Facts, about: Rect, canvas: Rect) {
    let theme = sheet.theme;
    let galley = |words: &str, row: usize, column: usize| -> Arc<Galley> {
        let (role, color) = match (row, column) {
            (0, 0) => (TextRole::BodyStrong, theme.hi),
            _ => (TextRole::Caption, theme.mid),
        };
        let painter = &sheet.painter;
        painter.layout_no_wrap(words.to_owned(), role.font(), color)
    };
    let rows: Vec<[Arc<Galley>; 2]> = (0..facts.rows.len())
        .filter(|&row| facts.rows[row].iter().any(|words| !words.is_empty()))
        .map(|row| [0, 1].map(|column| galley(&facts.rows[row][column], row, column)))
        .collect();
    let width = rows.iter().map(|[left, right]| left.size().x + right.size().x).fold(0.0, f32::max) + size::SPACE_24;
    let wanted = vec2(width, ROW * rows.len() as f32) + vec2(28.0, 12.0);
    let below = about.bottom() + GAP;
    let above = about.top() - GAP - wanted.y;
    // Rather above than over the cards.
    let cards = sheet.camera.at(0.0, CARD_TOP).y;
    let fits = [cards.min(canvas.bottom()), canvas.bottom()].map(|end| below + wanted.y < end);
    let is_below = fits[0] || (fits[1] && above < canvas.top());
    let top = if is_below { below } else { above.max(canvas.top()) };
    let left = (about.center().x - wanted.x / 2.0)
        .min(canvas.right() - wanted.x - size::SPACE_8)
        .max(canvas.left() + size::SPACE_8);
    let card = Rect::from_min_size(pos2(left, top), wanted);
    let tip = about.center().x.clamp(card.left() + 16.0, card.right() - 16.0);
    plate(sheet, card, tip, is_below);
    let response = ui.interact(card, Id::unique("network-tooltip"), Sense::hover());
    response.widget_info(|| {
        let words: Vec<&str> = facts.rows.iter().flatten().map(String::as_str).collect();
        WidgetInfo::labeled(Role::Tooltip, ui.is_enabled(), words.join(", "))
    });
    for (row, [left, right]) in rows.into_iter().enumerate() {
        let middle = card.top() + 6.0 + ROW * (row as f32 + 0.5);
        for (words, anchor, x) in
            [(left, Align2::LEFT_CENTER, card.left() + 14.0), (right, Align2::RIGHT_CENTER, card.right() - 14.0)]
        {
            let place = anchor.anchor_size(pos2(x, middle), words.size());
            sheet.painter.galley(place.min, words, theme.mid);
        }
    }
}

fn plate(sheet: &Sheet<'_>, card: Rect, tip: f32, is_below: bool) {
    let theme = sheet.theme;
    let pen = Stroke::new(size::hairline(), theme.line2);
    let painter = &sheet.painter;
    painter.rect(card, size::RADIUS_CARD, theme.bg3, pen, StrokeKind::Inside);
    let (edge, away) = if is_below { (card.top(), -1.0) } else { (card.bottom(), 1.0) };
    let inside = edge - away * 1.5;
    let corners = [pos2(tip - 8.0, inside), pos2(tip, edge + away * 7.0), pos2(tip + 8.0, inside)];
    let shape = Shape::convex_polygon(corners.to_vec(), theme.bg3, Stroke::NONE);
    painter.add(shape);
    painter.line(corners.to_vec(), pen);
    painter.line_segment([corners[0], corners[2]], Stroke::new(1.5, theme.bg3));
}
