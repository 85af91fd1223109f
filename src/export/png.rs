//! PNG files that say where they come from (tEXt and iTXt chunks), which `image` cannot write.

use image::RgbImage;

/// Points of a screen for one inch, as web pages and SVG count them.
pub const POINTS_PER_INCH: f32 = 96.0;
/// Metres of an inch.
const INCH_METRES: f32 = 0.0254;

/// Encodes a picture together with texts; keys are Latin-1 of 1 to 79 letters, texts anything.
///
/// # Errors
/// The encoder's, none for a picture of at least one pixel.
pub fn encode(picture: &RgbImage, texts: &[(&str, String)]) -> Result<Vec<u8>, png::EncodingError> {
    encode_at(picture, None, texts)
}

/// The same for a picture of so many dots an inch on paper.
///
/// # Errors
/// As [`encode`].
pub fn encode_at(
    picture: &RgbImage,
    dpi: Option<f32>,
    texts: &[(&str, String)],
) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    if let Some(dpi) = dpi {
        let per_metre = (dpi / INCH_METRES).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    }
    for (key, text) in texts {
        let (key, text) = ((*key).to_owned(), text.clone());
        // Every program reads tEXt; only iTXt holds UTF-8.
        if text.is_ascii() {
            encoder.add_text_chunk(key, text)?;
        } else {
            encoder.add_itxt_chunk(key, text)?;
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(picture.as_raw())?;
    writer.finish()?;
    Ok(bytes)
}
