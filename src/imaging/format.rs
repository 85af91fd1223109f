//! Which picture format the first bytes announce; file names are not trusted.

use image::ImageFormat;

use super::error::ImagingError;

/// How far into a text file an `<svg` tag may hide behind comments, in bytes.
const SVG_SEARCH_BYTES: usize = 1024;

/// Lengths of the second header of BMP files, from OS/2 1 to Windows version 5.
const BITMAP_HEADER_LENGTHS: [u8; 8] = [12, 16, 40, 52, 56, 64, 108, 124];

/// ISO media brands (bytes 8..12 of the file) of pictures we recognise but do not read.
const ISO_BRANDS: [(&[u8; 4], &str); 9] = [
    (b"heic", "HEIC"),
    (b"heix", "HEIC"),
    (b"heim", "HEIC"),
    (b"heis", "HEIC"),
    (b"hevc", "HEIC"),
    (b"mif1", "HEIC"),
    (b"msf1", "HEIC"),
    (b"avif", "AVIF"),
    (b"avis", "AVIF"),
];

/// First bytes of files people try although we do not read them.
const UNREAD_SIGNATURES: [(&[u8], &str); 9] = [
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"8BPS", "Photoshop"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "JPEG XL"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"II+\0", "BigTIFF"),
    (b"MM\0+", "BigTIFF"),
    (b"PK\x03\x04", "ZIP"),
];

/// The format of `bytes` if it is one of the six we read.
///
/// # Errors
/// [`ImagingError::Unsupported`] for formats we can name, [`ImagingError::NotAnImage`] for all else.
pub(super) fn sniff(bytes: &[u8]) -> Result<ImageFormat, ImagingError> {
    if let Some(format) = unread_format(bytes) {
        return Err(ImagingError::Unsupported { format });
    }
    match image::guess_format(bytes) {
        // Two letters announce a BMP file too ("BMW"), so its second header must be of a known length.
        Ok(ImageFormat::Bmp) if !has_bitmap_header(bytes) => Err(ImagingError::NotAnImage),
        Ok(format) if name(format).is_some() => Ok(format),
        Ok(ImageFormat::Ico) => Err(ImagingError::Unsupported { format: "ICO" }),
        Ok(ImageFormat::OpenExr) => Err(ImagingError::Unsupported { format: "OpenEXR" }),
        Ok(ImageFormat::Dds) => Err(ImagingError::Unsupported { format: "DDS" }),
        Ok(ImageFormat::Hdr) => Err(ImagingError::Unsupported { format: "HDR" }),
        Ok(ImageFormat::Qoi) => Err(ImagingError::Unsupported { format: "QOI" }),
        // Two letters ("P6") announce a PNM file, so plain text may look like one.
        Ok(ImageFormat::Pnm) if bytes.get(2).is_some_and(u8::is_ascii_whitespace) => {
            Err(ImagingError::Unsupported { format: "PNM" })
        }
        Ok(_) | Err(_) => Err(ImagingError::NotAnImage),
    }
}

/// The usual name of a format we read; `None` for those we do not.
pub(super) fn name(format: ImageFormat) -> Option<&'static str> {
    match format {
        ImageFormat::Png => Some("PNG"),
        ImageFormat::Jpeg => Some("JPEG"),
        ImageFormat::WebP => Some("WebP"),
        ImageFormat::Gif => Some("GIF"),
        ImageFormat::Bmp => Some("BMP"),
        ImageFormat::Tiff => Some("TIFF"),
        _ => None,
    }
}

/// The name of a format that `image` does not know, or knows under a narrower signature.
fn unread_format(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(4..8) == Some(b"ftyp") {
        let brand = bytes.get(8..12);
        let known = ISO_BRANDS
            .iter()
            .find(|(known, _)| brand == Some(&known[..]));
        return Some(known.map_or("video", |(_, name)| name));
    }
    if let Some((_, name)) = UNREAD_SIGNATURES
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
    {
        return Some(name);
    }
    is_svg(bytes).then_some("SVG")
}

/// Whether the length of a BMP file's second header is one in use, or beyond the end of the file.
fn has_bitmap_header(bytes: &[u8]) -> bool {
    let length = bytes.get(14..18);
    length.is_none_or(|length| length[1..] == [0; 3] && BITMAP_HEADER_LENGTHS.contains(&length[0]))
}

/// Whether `bytes` is markup with an `<svg` tag near its start.
fn is_svg(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(SVG_SEARCH_BYTES)];
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    first == Some(&b'<') && text.windows(4).any(|window| window == b"<svg")
}
