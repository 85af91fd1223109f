//! Untrusted bytes to an upright, opaque RGB photo, within stated limits.

use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::color_profile::{Profile, to_srgb};
use super::error::ImagingError;
use super::format::{self, Format};
use super::limits::MAX_FILE_BYTES;
use super::notes::PictureNote;
use super::{avif, common, header, heic, jpeg, jpeg_xl, tiff};

/// A decoded photo, and what should be said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Upright, 8-bit sRGB, opaque.
    pub pixels: RgbImage,
    /// What the pixels do not show.
    pub notes: Vec<PictureNote>,
}

/// A picture as its file stores it.
pub(super) struct Stored {
    pub(super) picture: DynamicImage,
    /// Whether the colours are multiplied by alpha already.
    pub(super) premultiplied: bool,
    pub(super) orientation: Orientation,
    pub(super) profile: Option<Profile>,
    pub(super) notes: Vec<PictureNote>,
}

impl Stored {
    /// Upright, sRGB, nothing to say.
    pub(super) fn new(picture: DynamicImage) -> Self {
        Self { picture, premultiplied: false, orientation: Orientation::NoTransforms, profile: None, notes: Vec::new() }
    }

    pub(super) fn noted(mut self, note: PictureNote) -> Self {
        self.notes.push(note);
        self
    }

    fn finish(mut self) -> Picture {
        self.picture.apply_orientation(self.orientation);
        let mut pixels = over_white(self.picture, self.premultiplied);
        let note = self.profile.and_then(|profile| to_srgb(&mut pixels, &profile));
        self.notes.extend(note);
        Picture { pixels, notes: self.notes }
    }
}

/// Decodes a picture file, told apart by content, not by its name.
///
/// The photo comes upright (EXIF orientation, or what the container says), as 8-bit sRGB (by its colour profile), transparency
/// laid over white; of an animation the first frame, of several pages the first that is no preview.
///
/// # Errors
/// One variant of [`ImagingError`] for each thing that can be wrong.  A file that stops early is
/// an error, never half a picture; oversized pictures are refused before memory is taken.
pub fn read(bytes: &[u8]) -> Result<Picture, ImagingError> {
    if bytes.is_empty() {
        return Err(ImagingError::Empty);
    }
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(ImagingError::FileTooLarge { bytes: bytes.len() as u64 });
    }
    let format = format::sniff(bytes)?;
    if let Some((width, height)) = header::declared_size(format, bytes) {
        // One byte a pixel is the least any of the formats decodes to.
        super::limits::check_size(format, width.into(), height.into(), 1)?;
    }
    if header::is_cut_short(format, bytes) {
        return Err(ImagingError::Truncated { format: format.name() });
    }
    let stored = match format {
        Format::Png => common::decode(format, ImageFormat::Png, bytes),
        Format::WebP => common::decode(format, ImageFormat::WebP, bytes),
        Format::Gif => common::decode(format, ImageFormat::Gif, bytes),
        Format::Bmp => common::decode(format, ImageFormat::Bmp, bytes),
        Format::Jpeg => jpeg::decode(bytes),
        Format::Tiff => tiff::decode(bytes),
        Format::Avif => avif::decode(bytes),
        Format::Heic => heic::decode(bytes),
        Format::JpegXl => jpeg_xl::decode(bytes),
    };
    Ok(stored?.finish())
}

/// The pixels of [`read`].
///
/// # Errors
/// As [`read`].
pub fn decode(bytes: &[u8]) -> Result<RgbImage, ImagingError> {
    Ok(read(bytes)?.pixels)
}

/// A decoder's message fit to stand inside a sentence.
pub(super) fn one_line(error: &dyn std::error::Error) -> String {
    let words: Vec<String> = error.to_string().split_whitespace().map(str::to_owned).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// 8-bit RGB; transparent pixels mix with white in stored (not linear) values, as browsers do.
fn over_white(picture: DynamicImage, premultiplied: bool) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let layered = picture.into_rgba8();
    let mut opaque = RgbImage::new(layered.width(), layered.height());
    for (out, pixel) in opaque.pixels_mut().zip(layered.pixels()) {
        let [red, green, blue, alpha] = pixel.0.map(u32::from);
        let mix = |value: u32| match premultiplied {
            true => (value + 255 - alpha).min(255) as u8,
            false => ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8,
        };
        *out = Rgb([mix(red), mix(green), mix(blue)]);
    }
    opaque
}
