//! The card that says what the pointer is at, or what is selected.

use egui::{Align2, Id, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::facts::Facts;
use super::measures::CARD_TOP;
use super::sheet::Sheet;
use crate::ui::kit::{Area, Lines, Pressable, above};
use crate::ui::style::{TextRole, size};

/// Height of a row of a tooltip, points.
const ROW: f32 = 19.0;
/// Between a tooltip and what it is about: its channels stay in view.
const GAP: f32 = 30.0;

/// A card with a point towards what it is about: below it, or above where there is no room.
pub fn tooltip(ui: &Ui, sheet: &Sheet<'_>, facts: &Facts, about: Rect, canvas: Rect) {
    let theme = sheet.theme;
    let line = |words: &str, row: usize, column: usize| {
        let (role, ink) = match (row, column) {
            (0, 0) => (TextRole::BodyStrong, theme.hi),
            _ => (TextRole::Caption, theme.mid),
        };
        Lines::new(&sheet.painter, words, role, ink, f32::INFINITY)
    };
    let rows: Vec<[Lines; 2]> = (0..facts.rows.len())
        .filter(|&row| facts.rows[row].iter().any(|words| !words.is_empty()))
        .map(|row| [0, 1].map(|column| line(&facts.rows[row][column], row, column)))
        .collect();
    let width = rows.iter().map(|[left, right]| left.width() + right.width()).fold(0.0, f32::max) + size::SPACE_24;
    let wanted = vec2(width, ROW * rows.len() as f32) + vec2(28.0, 12.0);
    let (below, above) = (about.beneath(GAP, wanted.y), above(about, GAP, wanted.y));
    // Rather above than over the cards.
    let cards = sheet.camera.at(0.0, CARD_TOP).y;
    let fits = [cards.min(canvas.bottom()), canvas.bottom()].map(|end| below.bottom() < end);
    let is_below = fits[0] || (fits[1] && above.top() < canvas.top());
    let top = if is_below { below.top() } else { above.top().max(canvas.top()) };
    let left = (about.center().x - wanted.x / 2.0)
        .min(canvas.right() - wanted.x - size::SPACE_8)
        .max(canvas.left() + size::SPACE_8);
    let card = Rect::from_min_size(pos2(left, top), wanted);
    let tip = about.center().x.clamp(card.left() + 16.0, card.right() - 16.0);
    plate(sheet, card, tip, is_below);
    let name = || facts.rows.iter().flatten().map(String::as_str).collect::<Vec<&str>>().join(", ");
    let pressable = Pressable::new(Id::unique("network-tooltip")).role(Role::Tooltip).sense(Sense::hover());
    pressable.show(ui, card, theme, name);
    let inner = card.shrink2(vec2(14.0, 6.0));
    for (row, [left, right]) in rows.into_iter().enumerate() {
        left.paint(&sheet.painter, inner.row(row, ROW), Align2::LEFT_CENTER);
        right.paint(&sheet.painter, inner.row(row, ROW), Align2::RIGHT_CENTER);
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
