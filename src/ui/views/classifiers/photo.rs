//! What the network sees, in grey, with a map over it.

use egui::{Color32, ColorImage, Rect, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui};

use super::class_query::Run;
use crate::ui::kit::paint::rounded_picture;
use crate::ui::look::{Look, photo_image};
use crate::ui::style::size;

/// How dark the photo is below an opaque map, so that pale colours can be told from a pale photo.
const SCRIM: f32 = 0.30;

/// Draws the photo, darker the more opaque the map is, then the map.
pub(super) fn photo_with_map(
    ui: &Ui,
    rect: Rect,
    run: Run<'_>,
    map: &TextureHandle,
    opacity: f32,
    look: &mut Look<'_>,
) {
    let photo = grey(ui, run, look);
    let painter = ui.painter();
    rounded_picture(painter, photo.id(), rect, Color32::WHITE);
    let scrim = look.theme.scrim.gamma_multiply(SCRIM * opacity);
    painter.rect_filled(rect, size::RADIUS_TILE, scrim);
    let tint = Color32::WHITE.gamma_multiply(opacity);
    rounded_picture(painter, map.id(), rect, tint);
    let border = Stroke::new(size::hairline(), look.theme.line2);
    painter.rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Outside);
}

/// Draws the photo alone, in its colours.
pub(super) fn photo_alone(ui: &Ui, rect: Rect, run: Run<'_>, look: &mut Look<'_>) {
    let key = ("colours", run.photo.id);
    let pixels = &run.photo.prepared.pixels;
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels));
    rounded_picture(ui.painter(), texture.id(), rect, Color32::WHITE);
}

/// What the network sees, in grey: hue is left to the map.
fn grey(ui: &Ui, run: Run<'_>, look: &mut Look<'_>) -> TextureHandle {
    let key = ("grey", run.photo.id);
    look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
        let grey = image::imageops::grayscale(&run.photo.prepared.pixels);
        let size = [grey.width() as usize, grey.height() as usize];
        ColorImage::from_gray(size, grey.as_raw())
    })
}
