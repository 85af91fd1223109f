//! Parts of textures as PNG or JPEG.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use egui::{Color32, CornerRadius, Rect, TextureId};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{FilterType, resize};
use image::{DynamicImage, ImageFormat, RgbaImage};

use super::Document;
use super::write::Number;

/// The most pixels a point that are kept of a picture with soft edges: 300 dpi.
const MOST_PIXELS: f32 = 3.125;
/// Quality of a photo, of 100.
const QUALITY: u8 = 92;

impl Document<'_> {
    /// A part of a texture in a rectangle, multiplied by `tint`.
    pub(super) fn picture(
        &mut self,
        id: TextureId,
        rect: Rect,
        uv: Rect,
        tint: Color32,
        corners: Option<CornerRadius>,
    ) {
        let Some(texture) = self.raster.texture(id) else { return };
        let picture = texture.part(uv, tint);
        if rect.is_positive() && picture.width() > 0 && picture.height() > 0 {
            let is_soft = texture.is_soft_when_larger();
            self.embed(&picture, rect, is_soft, corners);
        }
    }

    /// Pixels, not premultiplied, in a rectangle; `is_soft`: whether they run into one another where they are large.
    pub(super) fn embed(&mut self, picture: &RgbaImage, rect: Rect, is_soft: bool, corners: Option<CornerRadius>) {
        // Cells are sharp where they are large; where many fall on a point they are averaged.
        let is_soft = is_soft || picture.width() as f32 > rect.width();
        let Some(data) = encoded(picture, rect, is_soft) else { return };
        let [x, y, width, height] = [rect.left(), rect.top(), rect.width(), rect.height()].map(Number);
        let sharp = if is_soft { "" } else { " image-rendering=\"optimizeSpeed\" style=\"image-rendering:pixelated\"" };
        // Both kinds of corners that there are look round.
        let round = corners.map(|corners| f32::from(corners.nw.max(corners.se)));
        let round = round
            .map_or_else(String::new, |radius| format!(" style=\"clip-path:inset(0 round {}px)\"", Number(radius)));
        let round = if is_soft { round } else { String::new() };
        self.put(format_args!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\"{sharp}{round} \
             href=\"{data}\"/>\n"
        ));
    }
}

/// The smaller of PNG and, for what has soft edges and no holes, JPEG.
fn encoded(picture: &RgbaImage, rect: Rect, is_soft: bool) -> Option<String> {
    let most = rect.size() * MOST_PIXELS;
    let scale = (most.x / picture.width() as f32).max(most.y / picture.height() as f32);
    let smaller = (is_soft && scale < 1.0).then(|| {
        let side = |pixels: u32| ((pixels as f32 * scale).round() as u32).max(1);
        resize(picture, side(picture.width()), side(picture.height()), FilterType::Triangle)
    });
    let picture = smaller.as_ref().unwrap_or(picture);
    let is_opaque = picture.pixels().all(|pixel| pixel.0[3] == 255);
    let mut png = Vec::new();
    if is_opaque {
        let opaque = DynamicImage::from(picture.clone()).into_rgb8();
        opaque.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).ok()?;
        if is_soft {
            let mut jpeg = Vec::new();
            opaque.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).ok()?;
            if jpeg.len() < png.len() {
                return Some(format!("data:image/jpeg;base64,{}", STANDARD.encode(jpeg)));
            }
        }
    } else {
        picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png).ok()?;
    }
    Some(format!("data:image/png;base64,{}", STANDARD.encode(png)))
}
