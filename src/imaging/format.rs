//! Which picture format the first bytes announce; file names are not trusted.

use image::ImageFormat;

use super::error::ImagingError;
use super::isobmff;

/// How far into a text file an `<svg` tag may hide behind comments, in bytes.
const SVG_SEARCH_BYTES: usize = 1024;

/// Lengths of the second header of BMP files, from OS/2 1 to Windows version 5.
const BITMAP_HEADER_LENGTHS: [u8; 8] = [12, 16, 40, 52, 56, 64, 108, 124];

/// First bytes of files people try although we do not read them.
const UNREAD_SIGNATURES: [(&[u8], &str); 10] = [
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"8BPS", "Photoshop"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"FUJIFILMCCD-RAW", "camera raw (RAF)"),
    (b"IIU\0", "camera raw (RW2)"),
    (b"IIRO", "camera raw (ORF)"),
    (b"IIRS", "camera raw (ORF)"),
    (b"PK\x03\x04", "ZIP"),
];

/// A format we read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Png,
    Jpeg,
    WebP,
    Gif,
    Bmp,
    Tiff,
    Avif,
    Heic,
    JpegXl,
}

impl Format {
    /// The usual name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Bmp => "BMP",
            Self::Tiff => "TIFF",
            Self::Avif => "AVIF",
            Self::Heic => "HEIC",
            Self::JpegXl => "JPEG XL",
        }
    }
}

/// Endings of the names of files in formats we read.
const ENDINGS: [&str; 15] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "heic", "heif", "avif", "webp", "gif", "bmp", "dib", "tif", "tiff", "jxl"];

/// How many first bytes [`begins_picture`] wants to see.
pub const FIRST_BYTES: usize = 64;

/// Whether a file's name ends like that of a picture.
pub fn is_named_picture(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// Whether a file's first bytes announce a picture we read.
pub fn begins_picture(first_bytes: &[u8]) -> bool {
    sniff(first_bytes).is_ok()
}

/// The format of `bytes` if it is one of those we read.
///
/// # Errors
/// [`ImagingError::Unsupported`] for formats we can name, [`ImagingError::NotAnImage`] for all else.
pub(super) fn sniff(bytes: &[u8]) -> Result<Format, ImagingError> {
    if let Some(brand) = isobmff::brand(bytes) {
        return brand.map_err(|format| ImagingError::Unsupported { format });
    }
    if bytes.starts_with(b"\xff\x0a") || bytes.starts_with(b"\0\0\0\x0cJXL \r\n\x87\n") {
        return Ok(Format::JpegXl);
    }
    if bytes.starts_with(b"II+\0") || bytes.starts_with(b"MM\0+") {
        return Ok(Format::Tiff);
    }
    if let Some(format) = unread_format(bytes) {
        return Err(ImagingError::Unsupported { format });
    }
    match image::guess_format(bytes) {
        // Two letters announce a BMP file too ("BMW"), so its second header must be of a known length.
        Ok(ImageFormat::Bmp) if !has_bitmap_header(bytes) => Err(ImagingError::NotAnImage),
        Ok(ImageFormat::Png) => Ok(Format::Png),
        Ok(ImageFormat::Jpeg) => Ok(Format::Jpeg),
        Ok(ImageFormat::WebP) => Ok(Format::WebP),
        Ok(ImageFormat::Gif) => Ok(Format::Gif),
        Ok(ImageFormat::Bmp) => Ok(Format::Bmp),
        Ok(ImageFormat::Tiff) => Ok(Format::Tiff),
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

/// The name of a format that `image` does not know, or knows under a narrower signature.
fn unread_format(bytes: &[u8]) -> Option<&'static str> {
    let mut signatures = UNREAD_SIGNATURES.iter();
    match signatures.find(|(start, _)| bytes.starts_with(start)) {
        Some((_, name)) => Some(name),
        None => is_svg(bytes).then_some("SVG"),
    }
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
