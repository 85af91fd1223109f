//! The size a file claims and whether its end is there, read before any decoder may allocate.

use image::ImageFormat;

/// Width and height in pixels as the header of `bytes` states them; `None` where the header is
/// incomplete or unusual, so that the decoder has to judge.
pub(super) fn declared_size(format: ImageFormat, bytes: &[u8]) -> Option<(u32, u32)> {
    match format {
        ImageFormat::Png => Some((be32(bytes, 16)?, be32(bytes, 20)?)),
        ImageFormat::Gif => Some((le16(bytes, 6)?, le16(bytes, 8)?)),
        ImageFormat::Bmp => bmp_size(bytes),
        ImageFormat::Jpeg => jpeg_size(bytes),
        ImageFormat::WebP => webp_size(bytes),
        ImageFormat::Tiff => tiff_size(bytes),
        _ => None,
    }
}

/// Whether a JPEG or WebP file ends before its own structure says so: their decoders fill the
/// missing part with grey instead of failing.  Always false for other formats, whose decoders tell.
pub(super) fn is_cut_short(format: ImageFormat, bytes: &[u8]) -> bool {
    match format {
        ImageFormat::Jpeg => !jpeg_reaches_its_end(bytes),
        ImageFormat::WebP => {
            le32(bytes, 4).is_none_or(|size| (bytes.len() as u64) < u64::from(size) + 8)
        }
        _ => false,
    }
}

/// BMP: a 12-byte core header holds 16-bit sides; later ones 32-bit, height negative if top-down.
fn bmp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if le32(bytes, 14)? == 12 {
        return Some((le16(bytes, 18)?, le16(bytes, 20)?));
    }
    let height = le32(bytes, 22)?.cast_signed();
    Some((le32(bytes, 18)?, height.unsigned_abs()))
}

/// JPEG: the first start-of-frame segment (markers C0..=CF but for the three with other meanings).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let frame = jpeg_segments(bytes).find(|segment| {
        matches!(segment.marker, 0xC0..=0xCF) && !matches!(segment.marker, 0xC4 | 0xC8 | 0xCC)
    })?;
    Some((be16(bytes, frame.body + 3)?, be16(bytes, frame.body + 1)?))
}

/// Whether walking the segments arrives at an end-of-image marker.
fn jpeg_reaches_its_end(bytes: &[u8]) -> bool {
    jpeg_segments(bytes).any(|segment| segment.marker == 0xD9)
}

/// One JPEG segment: its marker's second byte, and where its body (after the length) starts.
struct Segment {
    marker: u8,
    body: usize,
}

/// All segments after the start-of-image marker; compressed data between them is stepped over.
fn jpeg_segments(bytes: &[u8]) -> impl Iterator<Item = Segment> {
    let mut position = 2;
    std::iter::from_fn(move || {
        // In compressed data FF 00 is a literal FF and FF D0..D7 a restart; FF FF is padding.
        let offset = bytes.get(position..)?.windows(2).position(|pair| {
            pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0x01 | 0xD0..=0xD7 | 0xFF)
        })?;
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
        b"VP8X" => Some((
            (le32(bytes, 24)? & 0xFF_FFFF) + 1,
            (le32(bytes, 26)? >> 8) + 1,
        )),
        b"VP8L" => {
            let packed = le32(bytes, 21)?;
            Some(((packed & 0x3FFF) + 1, ((packed >> 14) & 0x3FFF) + 1))
        }
        b"VP8 " => Some((le16(bytes, 26)? & 0x3FFF, le16(bytes, 28)? & 0x3FFF)),
        _ => None,
    }
}

/// TIFF: tags 256 (width) and 257 (height) of the first directory, as 16- or 32-bit numbers.
fn tiff_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let big_endian = bytes.starts_with(b"MM");
    let read16 = |at| {
        if big_endian {
            be16(bytes, at)
        } else {
            le16(bytes, at)
        }
    };
    let read32 = |at| {
        if big_endian {
            be32(bytes, at)
        } else {
            le32(bytes, at)
        }
    };
    let directory = read32(4)? as usize;
    let entries = read16(directory)? as usize;
    let tag_value = |tag| {
        let entry = (0..entries)
            .map(|index| directory + 2 + 12 * index)
            .find(|&at| read16(at) == Some(tag))?;
        match read16(entry + 2)? {
            3 => read16(entry + 8),
            4 => read32(entry + 8),
            _ => None,
        }
    };
    Some((tag_value(256)?, tag_value(257)?))
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
    bytes
        .get(at..)?
        .first_chunk::<4>()
        .map(|four| u32::from_be_bytes(*four))
}

fn le32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..)?
        .first_chunk::<4>()
        .map(|four| u32::from_le_bytes(*four))
}
