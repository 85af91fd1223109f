//! What each branch sees of the photo: the receptive fields of one cell, nested.

use egui::{
    Align2, Color32, Painter, Rect, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::super::facts::HUES;
use super::super::tiles::paint_texture;
use super::super::{Show, paint};
use super::walk::Walk;
use crate::spec::{Part, ReceptiveField};
use crate::ui::format::dimensions;
use crate::ui::look::{Look, photo_image};
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, Weight, size};
use crate::ui::widgets::focus_ring;

/// The last stage of each branch.
const LAST: [Part; 4] = [
    Part::Branch1,
    Part::Branch2,
    Part::Branch3,
    Part::Branch4Projection,
];

/// Shows the photo with the fields of the chosen cell, and their sizes.
pub(super) fn show(ui: &mut Ui, show: &Show<'_>, area: Rect, look: &mut Look<'_>, walk: &mut Walk) {
    let Some(shown) = show.state.shown() else {
        return;
    };
    let pixels = &shown.photo.prepared.pixels;
    let side_px = pixels.width() as f32;
    let key = ("module-photo", shown.report.id);
    let texture = look
        .textures
        .get(ui.ctx(), key, TextureOptions::LINEAR, || {
            photo_image(pixels)
        });
    let photo = Rect::from_min_size(area.min, Vec2::splat(area.height()));
    let fields = fields(show);
    pick(ui, show, photo, (side_px, fields[0]), walk);
    let painter = ui.painter().clone();
    paint_texture(&painter, photo, &texture);
    painter.rect_filled(
        photo,
        size::RADIUS_TILE,
        show.theme.scrim.gamma_multiply(0.35),
    );
    let places = fields.map(|field| field.map(|field| squares(field, walk.cell(), side_px)));
    let clipped = painter.with_clip_rect(photo.intersect(painter.clip_rect()));
    // From the largest to the smallest, so that none hides another.
    let mut order = [0, 1, 2, 3];
    order.sort_by_key(|&branch| std::cmp::Reverse(fields[branch].map_or(0, |field| field.size)));
    for branch in order {
        let Some((_, visible)) = places[branch] else {
            continue;
        };
        let rect = on_photo(photo, visible, side_px);
        let fill = show.theme.hue(HUES[branch]).fill;
        if branch == 3 {
            // As large as that of the 3x3 branch, so dashed inside it.
            paint::dashed(&clipped, rect.shrink(3.5), Stroke::new(2.0, fill));
        } else {
            clipped.rect_stroke(rect, 1.0, Stroke::new(2.5, fill), StrokeKind::Inside);
        }
    }
    let row = area.with_min_x(photo.right() + 28.0);
    table(&painter, show, row, (&fields, &places));
}

/// The fields of the four branches.
fn fields(show: &Show<'_>) -> [Option<ReceptiveField>; 4] {
    LAST.map(|part| {
        let index = show.facts.reduced.stage(part)?.index?;
        Some(show.facts.network.layers[index].receptive_field)
    })
}

/// Pixels of a field, whole and clipped to the photo: left, top, right, bottom.
fn squares(
    field: ReceptiveField,
    (row, column): (usize, usize),
    side_px: f32,
) -> ([f32; 4], [f32; 4]) {
    let (x, y) = (field.pixels(column), field.pixels(row));
    let whole = [x.start as f32, y.start as f32, x.end as f32, y.end as f32];
    (whole, whole.map(|edge| edge.clamp(0.0, side_px)))
}

fn on_photo(photo: Rect, [left, top, right, bottom]: [f32; 4], side_px: f32) -> Rect {
    let scale = photo.width() / side_px;
    let at = |x: f32, y: f32| photo.min + vec2(x, y) * scale;
    Rect::from_min_max(at(left, top), at(right, bottom))
}

/// A click on the photo chooses the cell whose field is centred there.
fn pick(
    ui: &Ui,
    show: &Show<'_>,
    photo: Rect,
    (side_px, field): (f32, Option<ReceptiveField>),
    walk: &mut Walk,
) {
    let response = ui.interact(photo, ui.scope_id().with("module-fields"), Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), tr("module-fields-name"))
    });
    let clicked = response
        .interact_pointer_pos()
        .filter(|_| response.clicked());
    if let (Some(position), Some(field)) = (clicked, field) {
        let pixel = (position - photo.min) * side_px / photo.width();
        let cell = |pixel: f32| {
            let cell = ((pixel - field.offset) / field.stride as f32)
                .round()
                .max(0.0) as usize;
            cell.min(show.facts.side - 1)
        };
        walk.go_to(cell(pixel.y), cell(pixel.x));
    }
    focus_ring(ui, &response, size::RADIUS_TILE, show.theme);
}

/// A field and its pixels.
type Fields<'a> = (
    &'a [Option<ReceptiveField>; 4],
    &'a [Option<([f32; 4], [f32; 4])>; 4],
);

/// One row a branch: its size in pixels, and what of it lies on the photo.
fn table(painter: &Painter, show: &Show<'_>, area: Rect, (fields, places): Fields<'_>) {
    let theme = show.theme;
    let ink = (TextRole::Body.font(), theme.mid);
    let words = tr("module-fields-body");
    let height = paint::paragraph(painter, area, &words, ink);
    let rows = area.with_min_y(area.top() + height + 8.0);
    let pitch = (rows.height() / 4.0).min(36.0);
    for branch in 0..4 {
        let (Some(field), Some((_, visible))) = (fields[branch], places[branch]) else {
            continue;
        };
        let y = rows.top() + pitch * (branch as f32 + 0.5);
        let hue = theme.hue(HUES[branch]);
        let swatch = Rect::from_center_size(pos2(area.left() + 9.0, y), vec2(18.0, 14.0));
        let pen = Stroke::new(2.5, hue.fill);
        match branch {
            3 => paint::dashed(painter, swatch, pen),
            _ => {
                painter.rect_stroke(swatch, 1.0, pen, StrokeKind::Inside);
            }
        }
        let write = |x: f32, text: &str, font, ink: Color32| {
            painter.text(
                pos2(area.left() + x, y),
                Align2::LEFT_CENTER,
                text,
                font,
                ink,
            )
        };
        write(
            30.0,
            &show.facts.branch_names[branch],
            TextRole::Body.font(),
            theme.mid,
        );
        let size = tr_with(
            "module-fields-size",
            &[("size", dimensions(&[field.size, field.size]))],
        );
        write(84.0, &size, Weight::SemiBold.size(17.0), hue.text);
        let [left, top, right, bottom] = visible;
        let (width, height) = ((right - left) as usize, (bottom - top) as usize);
        if width < field.size || height < field.size {
            let words = tr_with(
                "module-fields-clipped",
                &[("size", dimensions(&[width, height]))],
            );
            write(234.0, &words, TextRole::Caption.font(), theme.low);
        }
    }
}
