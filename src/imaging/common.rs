//! PNG, WebP, GIF and BMP, by the decoders of the `image` crate.

use std::error::Error;
use std::io::{Cursor, ErrorKind};

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::color_profile::Profile;
use super::error::ImagingError;
use super::format::Format;
use super::header;
use super::largest::MAX_DECODED_BYTES;
use super::largest::MAX_SIDE;
use super::limits::check_size;
use super::notes::PictureNote;
use super::stored::{Stored, one_line};

/// What a decoder may take for itself besides the picture, in bytes; only PNG's heeds it.
const WORKING_BYTES: u64 = 100_000_000;

/// The empty chunk that ends a PNG file (ISO/IEC 15948, 11.2.5).
const PNG_END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

/// Decodes, pixels as the file stores them.
pub(super) fn decode(format: Format, kind: ImageFormat, bytes: &[u8]) -> Result<Stored, ImagingError> {
    match header::png_without_end(bytes).filter(|_| format == Format::Png) {
        Some(chunks) => {
            let ended = [chunks, PNG_END].concat();
            match read(format, kind, &ended) {
                Ok(stored) => Ok(stored.noted(PictureNote::NoEndMarker)),
                Err(error @ (ImagingError::TooLarge { .. } | ImagingError::ZeroSized { .. })) => Err(error),
                Err(_) => Err(ImagingError::Truncated { format: format.name() }),
            }
        }
        None => read(format, kind, bytes),
    }
}

fn read(format: Format, kind: ImageFormat, bytes: &[u8]) -> Result<Stored, ImagingError> {
    let explain = |error| explain(format, bytes, error);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind);
    let mut limits = Limits::no_limits();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_DECODED_BYTES + WORKING_BYTES);
    reader.limits(limits);

    let mut decoder = reader.into_decoder().map_err(explain)?;
    let (width, height) = decoder.dimensions();
    let bytes_per_pixel = decoder.color_type().bytes_per_pixel();
    check_size(format, width.into(), height.into(), bytes_per_pixel.into())?;
    // Unreadable EXIF data or an unreadable profile says nothing against the picture itself.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().map(Profile::Icc);
    let picture = DynamicImage::from_decoder(decoder).map_err(explain)?;
    Ok(Stored { orientation, profile, ..Stored::new(picture) })
}

pub(super) fn explain(format: Format, bytes: &[u8], error: ImageError) -> ImagingError {
    let name = format.name();
    if ends_early(&error) {
        return ImagingError::Truncated { format: name };
    }
    match error {
        ImageError::Limits(_) => match header::declared_size(format, bytes) {
            Some((width, height)) => ImagingError::TooLarge { width, height },
            None => ImagingError::Damaged { format: name, cause: "its size is unclear".to_owned() },
        },
        ImageError::Unsupported(cause) => ImagingError::UnsupportedVariant { format: name, cause: one_line(&cause) },
        other => ImagingError::Damaged { format: name, cause: one_line(&other) },
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
        let says_so = || current.to_string().to_lowercase().contains("unexpected end of file");
        if io.is_some_and(|io| io.kind() == ErrorKind::UnexpectedEof) || says_so() {
            return true;
        }
        cause = current.source();
    }
    false
}
