//! What each branch sees of the photo: the receptive fields of one cell, nested.

use egui::{Align2, Color32, Painter, Rect, Stroke, StrokeKind, TextureOptions, Ui, Vec2, vec2};

use super::super::facts::HUES;
use super::super::paint::dashed;
use super::move_by_arrow;
use super::walk::Walk;
use crate::locale::format::dimensions;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Part, ReceptiveField};
use crate::state::Spoiler;
use crate::ui::kit::paint::rounded_picture;
use crate::ui::kit::{Area, Lines, bare_button, focus_ring, left_of, right_of, write, write_fitted, write_sized};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Weight, caption_room, grown, size};
use crate::ui::views::module::show::Show;

/// The last stage of each branch.
const LAST: [Part; 4] = [Part::Conv1x1, Part::Conv3x3, Part::Conv5x5, Part::PoolProjection];

/// The size that the table is laid out for on a desk, points.
const LAID_OUT_FOR: Vec2 = vec2(420.0, 230.0);

/// Shows the photo with the fields of the chosen cell, and their sizes.
pub(super) fn show(ui: &mut Ui, show: &Show<'_>, area: Rect, look: &mut Look<'_>, walk: &mut Walk) {
    let Some(shown) = show.state.shown_as(show.photo()) else {
        return;
    };
    let pixels = &shown.photo.prepared.pixels;
    let side_px = pixels.width() as f32;
    let key = ("module-photo", shown.report.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels));
    let photo = area.square(Align2::LEFT_TOP, area.height());
    let rest = right_of(area, photo, 28.0);
    let fields = fields(show);
    pick(ui, show, photo, (side_px, fields[0]), walk);
    let painter = ui.painter().clone();
    rounded_picture(&painter, texture.id(), photo, Color32::WHITE);
    painter.rect_filled(photo, size::RADIUS_TILE, show.theme.scrim.gamma_multiply(0.35));
    if show.state.is_covered(Spoiler::ReceptiveFields) {
        let words = tr("lesson-covered");
        write_fitted(&painter, rest, Align2::LEFT_CENTER, &words, TextRole::BigNumber, show.theme.low);
        return;
    }
    let places = fields.map(|field| field.map(|field| squares(field, walk.cell(), side_px)));
    for (branch, place) in places.iter().enumerate() {
        if let Some((_, visible)) = place {
            let rect = on_photo(photo, *visible, side_px);
            let fill = show.theme.hue(HUES[branch]).fill;
            match branch {
                // As large as that of the 3x3, so it is dashed inside it.
                3 => dashed(&painter, rect.shrink(4.5), Stroke::new(2.5, fill), [5.0, 4.0]),
                _ => outline(&painter, rect, fill),
            }
        }
    }
    let apart = four_places(rest);
    let room = apart.map_or(rest, |apart| left_of(rest, apart[0], 24.0));
    grown(room.size(), LAID_OUT_FOR, || table(&painter, show, room, (&fields, &places)));
    for (branch, rect) in apart.into_iter().flatten().enumerate() {
        if let Some((_, visible)) = places[branch] {
            rounded_picture(&painter, texture.id(), rect, Color32::WHITE);
            let visible = on_photo(rect, visible, side_px);
            darken_around(&painter, show, rect, visible);
            outline(&painter, visible, show.theme.hue(HUES[branch]).fill);
            let (below, name) = (rect.beneath(3.0, 0.0), &show.facts.branch_names[branch]);
            write_fitted(&painter, below, Align2::LEFT_TOP, name, TextRole::Tick, show.theme.mid);
        }
    }
}

/// A field's border.
fn outline(painter: &Painter, rect: Rect, ink: Color32) {
    painter.rect_stroke(rect, 1.0, Stroke::new(2.5, ink), StrokeKind::Inside);
}

/// Room for the four fields apart, at the right; `None` where there is none.
fn four_places(area: Rect) -> Option<[Rect; 4]> {
    const TABLE: f32 = 440.0;
    const GAP: f32 = 12.0;
    let side = (area.height() - 20.0).min((area.width() - TABLE - 3.0 * GAP) / 4.0);
    (side >= 90.0).then(|| area.right_part(4.0 * side + 3.0 * GAP).top_part(side).columns::<4>(GAP))
}

/// What the branch cannot see.
fn darken_around(painter: &Painter, show: &Show<'_>, photo: Rect, field: Rect) {
    let shade = show.theme.scrim.gamma_multiply(0.78);
    let (over, under) = (photo.with_max_y(field.top()), photo.with_min_y(field.bottom()));
    let level = photo.with_min_y(field.top()).with_max_y(field.bottom());
    for part in [over, under, level.with_max_x(field.left()), level.with_min_x(field.right())] {
        if part.is_positive() {
            painter.rect_filled(part, 0.0, shade);
        }
    }
}

/// The fields of the four branches.
fn fields(show: &Show<'_>) -> [Option<ReceptiveField>; 4] {
    LAST.map(|part| {
        let index = show.facts.reduced.stage(part)?.index?;
        Some(show.facts.network.layers[index].receptive_field)
    })
}

/// Pixels of a field, whole and clipped to the photo: left, top, right, bottom.
fn squares(field: ReceptiveField, (row, column): (usize, usize), side_px: f32) -> ([f32; 4], [f32; 4]) {
    let (x, y) = (field.pixels(column), field.pixels(row));
    let whole = [x.start as f32, y.start as f32, x.end as f32, y.end as f32];
    (whole, whole.map(|edge| edge.clamp(0.0, side_px)))
}

fn on_photo(photo: Rect, [left, top, right, bottom]: [f32; 4], side_px: f32) -> Rect {
    let scale = photo.width() / side_px;
    let at = |x: f32, y: f32| photo.min + vec2(x, y) * scale;
    Rect::from_min_max(at(left, top), at(right, bottom))
}

/// A click on the photo chooses the cell whose field is centred there; arrow keys move it.
fn pick(ui: &Ui, show: &Show<'_>, photo: Rect, (side_px, field): (f32, Option<ReceptiveField>), walk: &mut Walk) {
    let response = bare_button(ui, photo, ui.scope_id().with("module-fields"), None, || tr("module-fields-name"));
    let clicked = response.interact_pointer_pos().filter(|_| response.clicked());
    if let (Some(position), Some(field)) = (clicked, field) {
        let pixel = (position - photo.min) * side_px / photo.width();
        let cell = |pixel: f32| {
            let cell = ((pixel - field.offset) / field.stride as f32).round().max(0.0) as usize;
            cell.min(show.facts.side - 1)
        };
        walk.go_to(cell(pixel.y), cell(pixel.x));
    }
    move_by_arrow(ui, &response, show.facts.side, walk);
    focus_ring(ui, &response, size::RADIUS_TILE, show.theme);
}

/// A field and its pixels.
type Fields<'a> = (&'a [Option<ReceptiveField>; 4], &'a [Option<([f32; 4], [f32; 4])>; 4]);

/// One row a branch: its size in pixels, and what of it lies on the photo.
fn table(painter: &Painter, show: &Show<'_>, area: Rect, (fields, places): Fields<'_>) {
    let theme = show.theme;
    let words = Lines::new(painter, &tr("module-fields-body"), TextRole::Body, theme.mid, area.width());
    let above = words.paint(painter, area, Align2::LEFT_TOP);
    let rows = area.without_top(above.height() + 8.0);
    let pitch = (rows.height() / 4.0).min(caption_room(36.0));
    let wide = caption_room(1.0);
    for branch in 0..4 {
        let (Some(field), Some((_, visible))) = (fields[branch], places[branch]) else {
            continue;
        };
        let row = rows.row(branch, pitch);
        let hue = theme.hue(HUES[branch]);
        let swatch = row.left_part(18.0).middle_row(14.0);
        let pen = Stroke::new(2.5, hue.fill);
        match branch {
            3 => dashed(painter, swatch, pen, [5.0, 4.0]),
            _ => {
                painter.rect_stroke(swatch, 1.0, pen, StrokeKind::Inside);
            }
        }
        let name = row.without_left(30.0);
        write(painter, name, Align2::LEFT_CENTER, &show.facts.branch_names[branch], TextRole::Body, theme.mid);
        let size = tr_with("module-fields-size", &[("size", dimensions(&[field.size, field.size]))]);
        let strong = Weight::SemiBold.size(17.0);
        write_sized(painter, name.without_left(54.0 * wide), Align2::LEFT_CENTER, &size, strong, hue.text);
        let [left, top, right, bottom] = visible;
        let (width, height) = ((right - left) as usize, (bottom - top) as usize);
        if width < field.size || height < field.size {
            let words = tr_with("module-fields-clipped", &[("size", dimensions(&[width, height]))]);
            let clipped = name.without_left(204.0 * wide);
            write(painter, clipped, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
        }
    }
}
