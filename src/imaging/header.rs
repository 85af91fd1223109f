//! The size a file claims and whether its end is there, read before any decoder may allocate.

use super::format::Format;
use super::isobmff;

/// Width and height in pixels as the header of `bytes` states them; `None` where the header is
/// incomplete or unusual, so that the decoder has to judge.
pub(super) fn declared_size(format: Format, bytes: &[u8]) -> Option<(u32, u32)> {
    match format {
        Format::Png => Some((be32(bytes, 16)?, be32(bytes, 20)?)),
        Format::Gif => Some((le16(bytes, 6)?, le16(bytes, 8)?)),
        Format::Bmp => bmp_size(bytes),
        Format::Jpeg => jpeg_size(bytes),
        Format::WebP => webp_size(bytes),
        // Several pictures, one of which is chosen, or a size inside the coded data: their own files ask.
        Format::Tiff | Format::Avif | Format::Heic | Format::JpegXl => None,
    }
}

/// Whether a file ends before its own structure says so, for formats whose decoders fill the missing part with grey, or
/// cannot tell.  Always false for the others.
pub(super) fn is_cut_short(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::WebP => le32(bytes, 4).is_none_or(|size| (bytes.len() as u64) < u64::from(size) + 8),
        Format::Avif | Format::Heic => isobmff::is_cut_short(bytes),
        Format::JpegXl => bytes.starts_with(b"\0\0") && isobmff::is_cut_short(bytes),
        Format::Png | Format::Jpeg | Format::Gif | Format::Bmp | Format::Tiff => false,
    }
}

/// The whole chunks of a PNG file that lacks the one that marks its end; `None` for a file that has it.
pub(super) fn png_without_end(bytes: &[u8]) -> Option<&[u8]> {
    let mut at = 8;
    while let (Some(length), Some(kind)) = (be32(bytes, at), bytes.get(at + 4..at + 8)) {
        if kind == b"IEND" {
            return None;
        }
        // Length, kind and checksum take twelve bytes.
        let end = at.saturating_add(length as usize).saturating_add(12);
        if end > bytes.len() {
            break;
        }
        at = end;
    }
    bytes.get(..at)
}

/// BMP: a 12-byte core header holds 16-bit sides; later ones 32-bit, height negative if top-down.
fn bmp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if le32(bytes, 14)? == 12 {
        return Some((le16(bytes, 18)?, le16(bytes, 20)?));
    }
    let height = le32(bytes, 22)?.cast_signed();
    Some((le32(bytes, 18)?, height.unsigned_abs()))
}

/// JPEG: the first start-of-frame segment.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = jpeg_segments(bytes).find(|segment| is_start_of_frame(segment.marker))?;
    Some((be16(bytes, frame.body + 3)?, be16(bytes, frame.body + 1)?))
}

/// Markers C0..=CF but for the three with other meanings.
pub(super) fn is_start_of_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Whether walking the segments arrives at an end-of-image marker.
pub(super) fn jpeg_reaches_its_end(bytes: &[u8]) -> bool {
    jpeg_segments(bytes).any(|segment| segment.marker == 0xD9)
}

/// One JPEG segment: its marker's second byte, and where its body (after the length) starts.
pub(super) struct Segment {
    pub(super) marker: u8,
    pub(super) body: usize,
}

/// All segments after the start-of-image marker; compressed data between them is stepped over.
pub(super) fn jpeg_segments(bytes: &[u8]) -> impl Iterator<Item = Segment> {
    let mut position = 2;
    std::iter::from_fn(move || {
        // In compressed data FF 00 is a literal FF and FF D0..D7 a restart; FF FF is padding.
        let offset = bytes
            .get(position..)?
            .windows(2)
            .position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0x01 | 0xD0..=0xD7 | 0xFF))?;
        let marker = bytes[position + offset + 1];
        let body = position + offset + 4;
        let length = be16(bytes, body - 2).unwrap_or(0);
        let has_length = marker != 0xD9 && marker != 0xD8;
        position = body - 2 + if has_length { length as usize } else { 0 };
        Some(Segment { marker, body })
    })
}

/// WebP: the canvas of an extended file, or the frame of a plain lossless or lossy one.
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some(((le32(bytes, 24)? & 0xFF_FFFF) + 1, (le32(bytes, 26)? >> 8) + 1)),
        b"VP8L" => {
            let packed = le32(bytes, 21)?;
            Some(((packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1))
        }
        b"VP8 " => Some((le16(bytes, 26)? & 0x3FFF, le16(bytes, 28)? & 0x3FFF)),
        _ => None,
    }
}

fn be16(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u32::from(u16::from_be_bytes(*pair)))
}

fn le16(bytes: &[u8], at: usize) -> Option<u32> {
    let pair = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u32::from(u16::from_le_bytes(*pair)))
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|four| u32::from_be_bytes(*four))
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|four| u32::from_le_bytes(*four))
}
