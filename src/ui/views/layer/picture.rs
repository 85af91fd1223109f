//! The selected channel over the photo, with the receptive field of one cell.

use egui::emath::RectTransform;
use egui::{
    Align2, Color32, ColorImage, Pos2, Rect, Response, Role, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui,
    pos2, vec2,
};

use super::context::{LayerContext, Side};
use super::scene::{LayerScene, PictureMode};
use super::tips;
use crate::imaging::overlay;
use crate::locale::format::dimensions;
use crate::locale::text::tr_with;
use crate::session::{Map, RunView};
use crate::spec::INPUT_SIDE;
use crate::state::Command;
use crate::ui::chrome::compare;
use crate::ui::kit::paint::{self, rounded_picture};
use crate::ui::kit::{Area, Lines, Pressable, above, arrows_pressed, cell_after, heatmap_tile::cell_at, lock_arrows};
use crate::ui::look::{Look, color_image, photo_image};
use crate::ui::style::{TextRole, Theme, size};

/// How dark the photo is below an overlay, so that dark purple can be told from dark fur.
const SCRIM: f32 = 0.50;

/// Shows the picture; asks for the cell that is clicked; returns the cell under the pointer.
pub(super) fn picture(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) -> Option<(usize, usize)> {
    let name = || tr_with("layer-picture", &[("channel", &*seen.focus.channel.to_string())]);
    let response = Pressable::new(ui.scope_id().with("picture"))
        .role(Role::Image)
        .radius(size::RADIUS_TILE)
        .show(ui, rect, look.theme, name);
    let mode = if seen.is_vector() { PictureMode::Photo } else { scene.picture };
    let parts: Vec<(Rect, Side<'_>)> = parts(rect, seen);
    for (part, side) in &parts {
        paint_layers(ui, *part, (seen, side), mode, scene.opacity, look);
        let border = Stroke::new(size::hairline(), look.theme.line2);
        ui.painter().rect_stroke(*part, size::RADIUS_TILE, border, StrokeKind::Outside);
    }
    let side = seen.subject.side();
    let cell_under = |pos| {
        let part = parts.iter().find(|(part, _)| part.contains(pos))?.0;
        cell_at(part, pos, [side, side]).map(|[column, row]| (row, column))
    };
    let hovered = response.hover_pos().and_then(cell_under);
    if response.double_clicked() && !seen.is_vector() {
        scene.is_filled = !scene.is_filled;
    }
    let walked = walk(ui, &response, seen, commands);
    if response.clicked()
        && let Some(cell) = response.interact_pointer_pos().and_then(cell_under)
    {
        commands.push(Command::SelectChannel(Some(seen.focus.channel)));
        commands.push(Command::SelectCell(Some(cell)));
    }
    let shown = hovered.or(walked).unwrap_or(seen.focus.shown_cell());
    for (part, side) in &parts {
        let painter = ui.painter_at(*part);
        if !seen.is_vector() {
            mark_cell(&painter, *part, seen, shown);
        }
        mark_field(&painter, *part, seen, shown);
        if let Some(letter) = side.letter {
            compare::mark(&painter, *part, letter);
        }
    }
    if let Some(cell) = hovered.or(walked).filter(|_| !seen.is_vector()) {
        let about = (seen.focus.channel, Some(cell));
        tips::channel(&response, seen, about, walked.is_some(), look.theme);
    }
    hovered
}

/// Arrow keys move the cell while the picture has the focus; returns the cell at which the keyboard is.
fn walk(ui: &Ui, response: &Response, seen: &LayerContext<'_>, commands: &mut Vec<Command>) -> Option<(usize, usize)> {
    if !response.has_focus() || seen.is_vector() {
        return None;
    }
    lock_arrows(ui, response.id);
    let (row, column) = seen.focus.shown_cell();
    let step = arrows_pressed(ui);
    if step == [0, 0] {
        return Some((row, column));
    }
    let side = seen.subject.side();
    let cell = cell_after(row * side + column, step, [side, side]);
    let cell = (cell / side, cell % side);
    commands.push(Command::SelectChannel(Some(seen.focus.channel)));
    commands.push(Command::SelectCell(Some(cell)));
    Some(cell)
}

/// Between the pictures of both photos, points.
pub(super) const GAP: f32 = 8.0;

/// All of the room for one photo, a half for each of two.
fn parts<'a>(rect: Rect, seen: &'a LayerContext<'_>) -> Vec<(Rect, Side<'a>)> {
    let side = rect.height();
    let place = |index: usize| rect.column(index, side + GAP).square(Align2::LEFT_TOP, side);
    let sides = seen.sides().enumerate();
    sides.map(|(index, side)| (place(index), side)).collect()
}

fn paint_layers(
    ui: &Ui,
    rect: Rect,
    (seen, side): (&LayerContext<'_>, &Side<'_>),
    mode: PictureMode,
    opacity: f32,
    look: &mut Look<'_>,
) {
    if mode == PictureMode::Map {
        let map = map_texture(ui, seen, side.map, false, look);
        rounded_picture(ui.painter(), map.id(), rect, Color32::WHITE);
        return;
    }
    let is_overlay = mode == PictureMode::Overlay;
    let photo = photo_texture(ui, side.shown, is_overlay && seen.subject.colormap.is_diverging(), look);
    rounded_picture(ui.painter(), photo.id(), rect, Color32::WHITE);
    if is_overlay {
        let scrim = look.theme.scrim.gamma_multiply(SCRIM * opacity);
        ui.painter().rect_filled(rect, size::RADIUS_TILE, scrim);
        let map = map_texture(ui, seen, side.map, true, look);
        rounded_picture(ui.painter(), map.id(), rect, Color32::WHITE.gamma_multiply(opacity));
    }
}

/// What the network sees, in colour or grey.
pub(super) fn photo_texture(ui: &Ui, shown: &RunView, is_grey: bool, look: &mut Look<'_>) -> TextureHandle {
    let photo = &shown.photo;
    let key = ("seen", photo.id, is_grey);
    look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
        let pixels = &photo.prepared.pixels;
        if !is_grey {
            return photo_image(pixels);
        }
        let grey = image::imageops::grayscale(pixels);
        ColorImage::from_gray([grey.width() as usize, grey.height() as usize], grey.as_raw())
    })
}

fn map_texture(ui: &Ui, seen: &LayerContext<'_>, map: &Map, is_overlay: bool, look: &mut Look<'_>) -> TextureHandle {
    let subject = seen.subject;
    let channel = seen.focus.channel;
    let key = ("channel", format!("{:?}", subject.pixels_key(map)), channel, is_overlay);
    look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let values = &map.activation.channel(channel);
        let (side, range) = (subject.side(), subject.range_of(channel));
        if !is_overlay {
            return color_image(values, [side, side], range, subject.colormap);
        }
        let pixels = overlay(values, range, subject.colormap).into_iter();
        let pixels = pixels.map(|[red, green, blue, alpha]| Color32::from_rgba_unmultiplied(red, green, blue, alpha));
        ColorImage::new([side, side], pixels.collect())
    })
}

fn mark_cell(painter: &egui::Painter, rect: Rect, seen: &LayerContext<'_>, (row, column): (usize, usize)) {
    let pitch = rect.width() / seen.subject.side() as f32;
    let cell = rect.row(row, pitch).column(column, pitch);
    // Around the cell, so that its colour stays in sight.
    painter.rect_stroke(cell, 0.0, Stroke::new(4.0, Color32::from_black_alpha(150)), StrokeKind::Outside);
    painter.rect_stroke(cell, 0.0, Stroke::new(2.0, Color32::WHITE), StrokeKind::Outside);
}

/// All of the photo, in its pixels.
pub(super) const PHOTO: Rect = Rect::from_min_max(Pos2::ZERO, pos2(INPUT_SIDE as f32, INPUT_SIDE as f32));

/// The pixels a cell can see, before and after clipping to the photo.
pub(super) fn field_of(seen: &LayerContext<'_>, (row, column): (usize, usize)) -> (Rect, Rect) {
    let field = seen.layer.receptive_field;
    let (x, y) = (field.pixels(column), field.pixels(row));
    let whole = Rect::from_x_y_ranges(x.start as f32..=x.end as f32, y.start as f32..=y.end as f32);
    let clip = |corner: Pos2| corner.clamp(PHOTO.min, PHOTO.max);
    (whole, Rect::from_min_max(clip(whole.min), clip(whole.max)))
}

fn mark_field(painter: &egui::Painter, rect: Rect, seen: &LayerContext<'_>, cell: (usize, usize)) {
    let (whole, clipped) = field_of(seen, cell);
    let field = RectTransform::from_to(PHOTO, rect).transform_rect(clipped);
    paint::field(painter, field.intersect(rect.shrink(1.0)));
    // Two small pictures have no room for words.
    if seen.other.is_some() {
        return;
    }
    let size = seen.layer.receptive_field.size;
    let size = dimensions(&[size, size]);
    let key = if whole == clipped { "layer-field" } else { "layer-field-clipped" };
    label(painter, rect, field, &tr_with(key, &[("size", &*size)]));
}

/// Below the field, or above it, or inside: wherever it stays within the picture.
fn label(painter: &egui::Painter, rect: Rect, field: Rect, words: &str) {
    let words = Lines::new(painter, words, TextRole::Caption, Color32::WHITE, f32::INFINITY);
    let size = vec2(words.width(), words.height()) + vec2(14.0, 8.0);
    // The size of the field stands beside the picture too.
    if size.x > rect.width() {
        return;
    }
    let inside = rect.without_bottom(8.0).bottom_part(size.y);
    let places = [field.beneath(5.0, size.y), above(field, 5.0, size.y)];
    let has_room = |place: &Rect| place.top() - 1.0 >= rect.top() && place.bottom() + 1.0 <= rect.bottom();
    let row = places.into_iter().find(has_room).unwrap_or(inside);
    let left = field.left().min(rect.right() - size.x - 6.0).max(rect.left() + 6.0);
    let plate = row.with_min_x(left).left_part(size.x);
    painter.rect_filled(plate, 3.0, Theme::dark().scrim.gamma_multiply(0.85));
    words.paint(painter, plate, Align2::CENTER_CENTER);
}
