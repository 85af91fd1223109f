//! Untrusted bytes to an upright, opaque RGB photo, within stated limits.

use image::{ImageFormat, RgbImage};

use super::error::ImagingError;
use super::format::{self, Format};
use super::largest::MAX_FILE_BYTES;
use super::stored::Picture;
use super::{avif, common, header, heic, jpeg, jpeg_xl, tiff};

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
