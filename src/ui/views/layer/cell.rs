//! What one cell sees of the photo, and the number it makes of it.

use egui::emath::RectTransform;
use egui::{Align2, Color32, Rect, Ui};

use super::context::LayerContext;
use super::layer_model::value_in;
use super::picture::{PHOTO, field_of, photo_texture};
use super::tips;
use crate::locale::format::dimensions;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::session::RunView;
use crate::ui::kit::paint::{self, WHOLE, spoken};
use crate::ui::kit::{Area, right_of, term, write_fitted};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};

/// Shows the pixels of the receptive field at the left, words and the value at the right.
pub(super) fn cell(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    if seen.other.is_some() {
        return cells(ui, rect, seen, look);
    }
    let shown = seen.focus.shown_cell();
    let square = rect.square(Align2::LEFT_TOP, rect.height());
    crop(ui, square.shrink(1.0), (seen, seen.shown), shown, look);
    let theme = look.theme;
    let mut room = right_of(rect, square, size::SPACE_16);
    let painter = ui.painter();
    let value = tips::value(seen, seen.subject.value(seen.focus.channel, shown));
    let is_compact = rect.height() < 120.0;
    let mut line = |height: f32, words: &str, role: TextRole, color: Color32| {
        write_fitted(painter, room.take_top(height), Align2::LEFT_CENTER, words, role, color)
    };
    let title = line(20.0, &tr("layer-cell-sees"), TextRole::BodyStrong, theme.hi);
    term(ui, title, Term::ReceptiveField, theme);
    let place = if seen.is_vector() { tr("layer-cell-unit") } else { crate::locale::indices::cell(shown) };
    line(22.0, &place, TextRole::Caption, theme.mid);
    let [first, second] = sentence(seen, shown);
    let name = format!("{place}: {first} {second} {value}");
    spoken(ui, rect, egui::Role::Label, &name);
    if is_compact {
        line(48.0, &value, TextRole::BigNumber, theme.hi);
        return;
    }
    line(22.0, &first, TextRole::Caption, theme.mid);
    line(18.0, &second, TextRole::Caption, theme.mid);
    line(52.0, &value, TextRole::BigNumber, theme.hi);
}

/// The same of both photos: the pixels beside each other, both values below.
fn cells(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let cell = seen.focus.shown_cell();
    let theme = look.theme;
    let place = if seen.is_vector() { tr("layer-cell-unit") } else { crate::locale::indices::cell(cell) };
    let title = format!("{} · {place}", tr("layer-cell-sees"));
    write_fitted(ui.painter(), rect.top_part(18.0), Align2::LEFT_CENTER, &title, TextRole::BodyStrong, theme.hi);
    let room = rect.without_top(24.0);
    let halves = room.top_part(room.height().min(104.0)).columns::<2>(size::SPACE_8);
    for (half, shown) in halves.into_iter().zip(seen.sides()) {
        let square = half.square(Align2::LEFT_TOP, half.height() * 0.76);
        crop(ui, square.shrink(1.0), (seen, shown.shown), cell, look);
        let letter = shown.letter.unwrap_or_default();
        let value = tips::value(seen, value_in(shown.map, seen.focus.channel, cell));
        spoken(ui, half, egui::Role::Label, &format!("{letter} {value}"));
        let beside = square.beside(7.0, half.width() - square.width() - 7.0);
        let line = |place: Rect, text: &str, role: TextRole, ink: Color32| {
            write_fitted(ui.painter(), place, Align2::LEFT_CENTER, text, role, ink);
        };
        line(beside.without_bottom(28.0), letter, TextRole::Name, theme.mid);
        line(beside.without_top(16.0), &value, TextRole::CardTitle, theme.hi);
    }
}

/// "75 × 75 pixels decide", "this one number:".
fn sentence(seen: &LayerContext<'_>, cell: (usize, usize)) -> [String; 2] {
    let (_, clipped) = field_of(seen, cell);
    let first = if clipped == PHOTO {
        tr("layer-cell-whole")
    } else {
        let size = dimensions(&[clipped.width() as usize, clipped.height() as usize]);
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
    // A field much larger than the photo is shown no smaller than the photo itself.
    let field = if whole.width() > PHOTO.width() { PHOTO } else { whole };
    debug_assert!(field.is_positive());
    ui.painter().rect_filled(square, 0.0, look.theme.bg3);
    let picture = RectTransform::from_to(field, square).transform_rect(clipped);
    let uv = RectTransform::from_to(PHOTO, WHOLE).transform_rect(clipped);
    let painter = ui.painter_at(square);
    paint::picture(&painter, photo.id(), picture, uv, Color32::WHITE);
    paint::field(ui.painter(), square);
}
