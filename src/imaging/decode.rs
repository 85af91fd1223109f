//! Untrusted bytes to an upright, opaque RGB photo, within stated limits.

use std::error::Error;
use std::io::{Cursor, ErrorKind};

use image::metadata::Orientation;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
};

use super::error::ImagingError;
use super::{format, header};

/// Largest width or height that is loaded, in pixels.
pub const MAX_SIDE: u32 = 20_000;

/// Largest decoded picture that is loaded, in bytes as its file stores pixels (3 a pixel for plain
/// colour, 8 for 16 bits with alpha).  Decoding may need about three times this for a moment.
pub const MAX_DECODED_BYTES: u64 = 400_000_000;

/// What a decoder may take for itself besides the picture, in bytes; only PNG and TIFF heed it.
const WORKING_BYTES: u64 = 100_000_000;

/// Largest file that is loaded, in bytes.
pub const MAX_FILE_BYTES: u64 = 256_000_000;

/// Decodes a PNG, JPEG, WebP, GIF, BMP or TIFF file, told apart by content.
///
/// The photo comes upright (EXIF orientation applied), as 8-bit RGB, transparency laid over white;
/// of an animation the first frame.  Colour profiles are ignored: values are taken as sRGB.
///
/// # Errors
/// One variant of [`ImagingError`] for each thing that can be wrong.  A file that stops early is
/// an error, never half a picture; oversized pictures are refused before memory is taken.
pub fn decode(bytes: &[u8]) -> Result<RgbImage, ImagingError> {
    if bytes.is_empty() {
        return Err(ImagingError::Empty);
    }
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(ImagingError::FileTooLarge {
            bytes: bytes.len() as u64,
        });
    }
    let format = format::sniff(bytes)?;
    let file = PictureFile {
        bytes,
        format,
        name: format::name(format).unwrap_or("picture"),
    };
    file.check_declared_size()?;
    if header::is_cut_short(format, bytes) {
        return Err(ImagingError::Truncated { format: file.name });
    }
    Ok(over_white(file.decode()?))
}

/// A file whose format is known to be one we read.
struct PictureFile<'a> {
    bytes: &'a [u8],
    format: ImageFormat,
    name: &'static str,
}

impl PictureFile<'_> {
    /// Refuses by the header alone: decoders of WebP and BMP ignore a limit on memory, and PNG's
    /// and TIFF's answer to one without saying how large the picture is.
    fn check_declared_size(&self) -> Result<(), ImagingError> {
        match header::declared_size(self.format, self.bytes) {
            // One byte a pixel is the least any of the formats decodes to.
            Some((width, height)) => self.check_size(width, height, 1),
            None => Ok(()),
        }
    }

    fn check_size(
        &self,
        width: u32,
        height: u32,
        bytes_per_pixel: u64,
    ) -> Result<(), ImagingError> {
        if width == 0 || height == 0 {
            return Err(ImagingError::ZeroSized { format: self.name });
        }
        let decoded_bytes = u64::from(width)
            .saturating_mul(u64::from(height))
            .saturating_mul(bytes_per_pixel);
        if width.max(height) > MAX_SIDE || decoded_bytes > MAX_DECODED_BYTES {
            return Err(ImagingError::TooLarge { width, height });
        }
        Ok(())
    }

    /// Decodes and turns upright, pixels as the file stores them.
    fn decode(&self) -> Result<DynamicImage, ImagingError> {
        let mut reader = ImageReader::with_format(Cursor::new(self.bytes), self.format);
        let mut limits = Limits::no_limits();
        limits.max_image_width = Some(MAX_SIDE);
        limits.max_image_height = Some(MAX_SIDE);
        limits.max_alloc = Some(MAX_DECODED_BYTES + WORKING_BYTES);
        reader.limits(limits);

        let mut decoder = reader.into_decoder().map_err(|error| self.explain(error))?;
        let (width, height) = decoder.dimensions();
        self.check_size(
            width,
            height,
            u64::from(decoder.color_type().bytes_per_pixel()),
        )?;
        // Unreadable EXIF data says nothing against the picture itself.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let mut picture =
            DynamicImage::from_decoder(decoder).map_err(|error| self.explain(error))?;
        picture.apply_orientation(orientation);
        Ok(picture)
    }

    fn explain(&self, error: ImageError) -> ImagingError {
        if ends_early(&error) {
            return ImagingError::Truncated { format: self.name };
        }
        let format = self.name;
        match error {
            ImageError::Limits(_) => match header::declared_size(self.format, self.bytes) {
                Some((width, height)) => ImagingError::TooLarge { width, height },
                None => ImagingError::Damaged {
                    format,
                    cause: "its size is unclear".to_owned(),
                },
            },
            ImageError::Unsupported(cause) => ImagingError::UnsupportedVariant {
                format,
                cause: one_line(&cause),
            },
            other => ImagingError::Damaged {
                format,
                cause: one_line(&other),
            },
        }
    }
}

/// Whether a read past the end of the file lies at the bottom of `error`.
fn ends_early(error: &ImageError) -> bool {
    // `ImageError` passes an I/O error's own source on, not the error itself.
    let mut cause: Option<&(dyn Error + 'static)> = match error {
        ImageError::IoError(io) => Some(io),
        other => other.source(),
    };
    while let Some(current) = cause {
        let io = current.downcast_ref::<std::io::Error>();
        // The GIF decoder says it in words only.
        let says_so = || {
            current
                .to_string()
                .to_lowercase()
                .contains("unexpected end of file")
        };
        if io.is_some_and(|io| io.kind() == ErrorKind::UnexpectedEof) || says_so() {
            return true;
        }
        cause = current.source();
    }
    false
}

/// A decoder's message fit to stand inside a sentence.
fn one_line(error: &dyn Error) -> String {
    let words: Vec<String> = error
        .to_string()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// 8-bit RGB; transparent pixels mix with white in stored (not linear) values, as browsers do.
fn over_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let layered = picture.into_rgba8();
    let mut opaque = RgbImage::new(layered.width(), layered.height());
    for (out, pixel) in opaque.pixels_mut().zip(layered.pixels()) {
        let [red, green, blue, alpha] = pixel.0.map(u32::from);
        let mix = |value: u32| ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        *out = Rgb([mix(red), mix(green), mix(blue)]);
    }
    opaque
}
