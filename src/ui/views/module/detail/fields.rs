//! What each branch sees of the photo: the receptive fields of one cell, nested.

use egui::{
    Align2, Color32, Painter, Rect, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::super::facts::HUES;
use super::super::paint;
use super::super::tiles::paint_texture;
use super::move_by_arrow;
use super::walk::Walk;
use crate::locale::format::dimensions;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Part, ReceptiveField};
use crate::state::Spoiler;
use crate::ui::kit::focus_ring;
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
    let photo = Rect::from_min_size(area.min, Vec2::splat(area.height()));
    let fields = fields(show);
    pick(ui, show, photo, (side_px, fields[0]), walk);
    let painter = ui.painter().clone();
    paint_texture(&painter, photo, &texture);
    painter.rect_filled(photo, size::RADIUS_TILE, show.theme.scrim.gamma_multiply(0.35));
    if show.state.is_covered(Spoiler::ReceptiveFields) {
        let rest = area.with_min_x(photo.right() + 28.0);
        let ink = (TextRole::BigNumber.font(), show.theme.low);
        let words = tr("lesson-covered");
        let place = rest.left_center();
        paint::line(&painter, place, Align2::LEFT_CENTER, &words, ink, rest.width());
        return;
    }
    let places = fields.map(|field| field.map(|field| squares(field, walk.cell(), side_px)));
    for (branch, place) in places.iter().enumerate() {
        if let Some((_, visible)) = place {
            let rect = on_photo(photo, *visible, side_px);
            let fill = show.theme.hue(HUES[branch]).fill;
            match branch {
                // As large as that of the 3x3, so it is dashed inside it.
                3 => paint::dashed(&painter, rect.shrink(4.5), Stroke::new(2.5, fill)),
                _ => outline(&painter, rect, fill),
            }
        }
    }
    let rest = area.with_min_x(photo.right() + 28.0);
    let apart = four_places(rest);
    let room = apart.map_or(rest, |apart| rest.with_max_x(apart[0].left() - 24.0));
    grown(room.size(), LAID_OUT_FOR, || table(&painter, show, room, (&fields, &places)));
    for (branch, rect) in apart.into_iter().flatten().enumerate() {
        if let Some((_, visible)) = places[branch] {
            paint_texture(&painter, rect, &texture);
            let visible = on_photo(rect, visible, side_px);
            darken_around(&painter, show, rect, visible);
            outline(&painter, visible, show.theme.hue(HUES[branch]).fill);
            let place = pos2(rect.left(), rect.bottom() + 3.0);
            let name = &show.facts.branch_names[branch];
            let ink = (TextRole::Tick.font(), show.theme.mid);
            paint::line(&painter, place, Align2::LEFT_TOP, name, ink, rect.width());
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
    (side >= 90.0).then(|| {
        [3.0, 2.0, 1.0, 0.0].map(|from_right| {
            let left = area.right() - side - (side + GAP) * from_right;
            Rect::from_min_size(pos2(left, area.top()), Vec2::splat(side))
        })
    })
}

/// What the branch cannot see.
fn darken_around(painter: &Painter, show: &Show<'_>, photo: Rect, field: Rect) {
    let shade = show.theme.scrim.gamma_multiply(0.78);
    for part in [
        photo.with_max_y(field.top()),
        photo.with_min_y(field.bottom()),
        Rect::from_x_y_ranges(photo.left()..=field.left(), field.y_range()),
        Rect::from_x_y_ranges(field.right()..=photo.right(), field.y_range()),
    ] {
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
    let response = ui.interact(photo, ui.scope_id().with("module-fields"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), tr("module-fields-name")));
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
    let ink = (TextRole::Body.font(), theme.mid);
    let words = tr("module-fields-body");
    let height = paint::paragraph(painter, area, &words, ink);
    let rows = area.with_min_y(area.top() + height + 8.0);
    let pitch = (rows.height() / 4.0).min(caption_room(36.0));
    for branch in 0..4 {
        let (Some(field), Some((_, visible))) = (fields[branch], places[branch]) else {
            continue;
        };
        let y = rows.top() + pitch * (branch as f32 + 0.5);
        let hue = theme.hue(HUES[branch]);
        let swatch = Rect::from_center_size(pos2(area.left() + 9.0, y), vec2(18.0, 14.0));
        let wide = caption_room(1.0);
        let pen = Stroke::new(2.5, hue.fill);
        match branch {
            3 => paint::dashed(painter, swatch, pen),
            _ => {
                painter.rect_stroke(swatch, 1.0, pen, StrokeKind::Inside);
            }
        }
        let write = |x: f32, text: &str, font, ink: Color32| {
            painter.text(pos2(area.left() + x, y), Align2::LEFT_CENTER, text, font, ink)
        };
        write(30.0, &show.facts.branch_names[branch], TextRole::Body.font(), theme.mid);
        let size = tr_with("module-fields-size", &[("size", dimensions(&[field.size, field.size]))]);
        write(30.0 + 54.0 * wide, &size, Weight::SemiBold.size(17.0), hue.text);
        let [left, top, right, bottom] = visible;
        let (width, height) = ((right - left) as usize, (bottom - top) as usize);
        if width < field.size || height < field.size {
            let words = tr_with("module-fields-clipped", &[("size", dimensions(&[width, height]))]);
            write(30.0 + 204.0 * wide, &words, TextRole::Caption.font(), theme.low);
        }
    }
}
