//! What one cell sees of the photo, and the number it makes of it.

use egui::{Color32, Rect, Ui, pos2, vec2};

use super::context::LayerContext;
use super::layer_model::value_in;
use super::picture::{field_of, photo_texture};
use super::tips;
use crate::locale::format::dimensions;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::session::RunView;
use crate::spec::INPUT_SIDE;
use crate::ui::kit::paint::{self, text_within};
use crate::ui::kit::term;
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};

/// Shows the pixels of the receptive field at the left, words and the value at the right.
pub(super) fn cell(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    if seen.other.is_some() {
        return cells(ui, rect, seen, look);
    }
    let shown = seen.focus.shown_cell();
    let square = Rect::from_min_size(rect.min, vec2(rect.height(), rect.height()));
    crop(ui, square.shrink(1.0), (seen, seen.shown), shown, look);
    let theme = look.theme;
    let left = square.right() + size::SPACE_16;
    let room = rect.right() - left;
    let painter = ui.painter();
    let value = tips::value(seen, seen.subject.value(seen.focus.channel, shown));
    let is_compact = rect.height() < 120.0;
    let line = |middle: f32, words: &str, role: TextRole, color: Color32| {
        text_within(painter, pos2(left, rect.top() + middle), room, words, role, color)
    };
    let title = line(10.0, &tr("layer-cell-sees"), TextRole::BodyStrong, theme.hi);
    term(ui, title, Term::ReceptiveField, theme);
    let place = if seen.is_vector() { tr("layer-cell-unit") } else { crate::locale::indices::cell(shown) };
    line(31.0, &place, TextRole::Caption, theme.mid);
    let [first, second] = sentence(seen, shown);
    let name = format!("{place}: {first} {second} {value}");
    paint::spoken(ui, rect, egui::Role::Label, &name);
    if is_compact {
        line(66.0, &value, TextRole::BigNumber, theme.hi);
        return;
    }
    line(53.0, &first, TextRole::Caption, theme.mid);
    line(73.0, &second, TextRole::Caption, theme.mid);
    line(108.0, &value, TextRole::BigNumber, theme.hi);
}

/// The same of both photos: the pixels beside each other, both values below.
fn cells(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let cell = seen.focus.shown_cell();
    let theme = look.theme;
    let place = if seen.is_vector() { tr("layer-cell-unit") } else { crate::locale::indices::cell(cell) };
    let title = format!("{} · {place}", tr("layer-cell-sees"));
    let top = rect.left_top() + vec2(0.0, 9.0);
    let role = TextRole::BodyStrong;
    text_within(ui.painter(), top, rect.width(), &title, role, theme.hi);
    let side = (rect.height() - 24.0).min(104.0);
    let half = (rect.width() - size::SPACE_8) / 2.0;
    for (index, shown) in seen.sides().enumerate() {
        let left = rect.left() + (half + size::SPACE_8) * index as f32;
        let corner = pos2(left, rect.top() + 24.0);
        let square = Rect::from_min_size(corner, vec2(side * 0.76, side * 0.76));
        crop(ui, square.shrink(1.0), (seen, shown.shown), cell, look);
        let letter = shown.letter.unwrap_or_default();
        let value = tips::value(seen, value_in(shown.map, seen.focus.channel, cell));
        let whole = Rect::from_min_size(corner, vec2(half, side));
        paint::spoken(ui, whole, egui::Role::Label, &format!("{letter} {value}"));
        let painter = ui.painter();
        let words = square.right() + 7.0;
        let line = |y: f32, text: &str, role: TextRole, ink: Color32| {
            let room = left + half - words;
            text_within(painter, pos2(words, y), room, text, role, ink);
        };
        let middle = square.center().y;
        line(middle - 14.0, letter, TextRole::Name, theme.mid);
        line(middle + 8.0, &value, TextRole::CardTitle, theme.hi);
    }
}

/// "75 × 75 pixels decide", "this one number:".
fn sentence(seen: &LayerContext<'_>, cell: (usize, usize)) -> [String; 2] {
    let (_, [left, top, right, bottom]) = field_of(seen, cell);
    let sees_all = right - left >= INPUT_SIDE as f32 && bottom - top >= INPUT_SIDE as f32;
    let first = if sees_all {
        tr("layer-cell-whole")
    } else {
        let size = dimensions(&[(right - left) as usize, (bottom - top) as usize]);
        tr_with("layer-cell-pixels", &[("size", &*size)])
    };
    [first, tr("layer-cell-number")]
}

/// The field to scale; what lies outside the photo is empty.
fn crop(
    ui: &Ui,
    square: Rect,
    (seen, shown): (&LayerContext<'_>, &RunView),
    cell: (usize, usize),
    look: &mut Look<'_>,
) {
    let (whole, clipped) = field_of(seen, cell);
    let photo = photo_texture(ui, shown, false, look);
    let side = INPUT_SIDE as f32;
    // A field much larger than the photo is shown no smaller than the photo itself.
    let [left, top, right, bottom] = if whole[2] - whole[0] > side { [0.0, 0.0, side, side] } else { whole };
    let scale = square.width() / (right - left);
    let at = |x: f32, y: f32| square.min + vec2(x - left, y - top) * scale;
    debug_assert!(right > left && bottom > top);
    ui.painter().rect_filled(square, 0.0, look.theme.bg3);
    let picture = Rect::from_min_max(at(clipped[0], clipped[1]), at(clipped[2], clipped[3]));
    let uv = Rect::from_min_max(pos2(clipped[0] / side, clipped[1] / side), pos2(clipped[2] / side, clipped[3] / side));
    let painter = ui.painter_at(square);
    paint::picture(&painter, photo.id(), picture, uv, Color32::WHITE);
    paint::field(ui.painter(), square);
}
