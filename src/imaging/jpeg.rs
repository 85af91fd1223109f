//! JPEG: which variant it is, whether all of it is there, and its pixels.

use image::metadata::Orientation;
use image::{DynamicImage, GrayImage, RgbImage};
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::color_profile::Profile;
use super::error::ImagingError;
use super::format::Format;
use super::header::{self, Segment, jpeg_segments};
use super::limits::check_size;
use super::notes::PictureNote;
use super::stored::{Stored, one_line};

const FORMAT: Format = Format::Jpeg;

/// The marker at the end.
const END_OF_IMAGE: [u8; 2] = [0xFF, 0xD9];

/// Decodes a picture of 8-bit baseline or progressive JPEG.
///
/// A file that stops early is an error, and so is one whose data breaks off in the middle.  One that merely breaks the rules
/// somewhere is shown as far as it can be read, with a note.
pub(super) fn decode(bytes: &[u8]) -> Result<Stored, ImagingError> {
    check_variant(bytes)?;
    if header::jpeg_reaches_its_end(bytes) {
        return match read(bytes, true) {
            Err(ImagingError::Damaged { .. }) => Ok(read(bytes, false)?.noted(PictureNote::PartlyDamaged)),
            other => other,
        };
    }
    // The end is there, but something before it looks like a segment that reaches beyond it: what follows is lost.
    if bytes.ends_with(&END_OF_IMAGE) {
        return Err(damaged("its data breaks off in the middle"));
    }
    Err(ImagingError::Truncated { format: FORMAT.name() })
}

/// ITU-T T.81, table B.1: the start-of-frame marker says how the picture is coded, the byte after its length the bits of a sample.
fn check_variant(bytes: &[u8]) -> Result<(), ImagingError> {
    let Some(frame) = jpeg_segments(bytes).find(is_frame) else {
        return Ok(());
    };
    let unsupported =
        |cause: &str| Err(ImagingError::UnsupportedVariant { format: FORMAT.name(), cause: cause.to_owned() });
    match frame.marker {
        // ITU-T T.87.
        0xF7 => return Err(ImagingError::Unsupported { format: "JPEG-LS" }),
        0xC3 => return unsupported("lossless coding"),
        0xC5..=0xC7 => return unsupported("hierarchical coding"),
        0xC9..=0xCF => return unsupported("arithmetic coding"),
        _ => {}
    }
    match bytes.get(frame.body) {
        Some(8) | None => Ok(()),
        Some(bits) => unsupported(&format!("{bits} bits a colour")),
    }
}

fn is_frame(segment: &Segment) -> bool {
    header::is_start_of_frame(segment.marker) || segment.marker == 0xF7
}

/// Decodes; strictly: anything that does not belong there is an error, else it is gone over.
fn read(bytes: &[u8], strict: bool) -> Result<Stored, ImagingError> {
    let options = DecoderOptions::default()
        .set_strict_mode(strict)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(explain)?;
    let (width, height) = decoder.dimensions().ok_or_else(|| damaged("its size is missing"))?;
    let is_grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    let (space, bytes_per_pixel) = if is_grey { (ColorSpace::Luma, 1) } else { (ColorSpace::RGB, 3) };
    check_size(FORMAT, width as u64, height as u64, bytes_per_pixel)?;
    decoder.set_options(options.jpeg_set_out_colorspace(space));
    let pixels = decoder.decode().map_err(explain)?;
    let (width, height) = (width as u32, height as u32);
    let picture = match is_grey {
        true => GrayImage::from_raw(width, height, pixels).map(DynamicImage::from),
        false => RgbImage::from_raw(width, height, pixels).map(DynamicImage::from),
    };
    // Unreadable EXIF data says nothing against the picture itself.
    let orientation = decoder.exif().and_then(|exif| Orientation::from_exif_chunk(exif));
    Ok(Stored {
        orientation: orientation.unwrap_or(Orientation::NoTransforms),
        profile: decoder.icc_profile().map(Profile::Icc),
        ..Stored::new(picture.ok_or_else(|| damaged("its size contradicts itself"))?)
    })
}

fn damaged(cause: &str) -> ImagingError {
    ImagingError::Damaged { format: FORMAT.name(), cause: cause.to_owned() }
}

fn explain(error: DecodeErrors) -> ImagingError {
    match error {
        DecodeErrors::Unsupported(scheme) => {
            ImagingError::UnsupportedVariant { format: FORMAT.name(), cause: format!("{scheme:?}") }
        }
        other => damaged(&one_line(&other)),
    }
}
