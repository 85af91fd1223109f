//! Texts inside a PNG file (PNG specification, third edition, 11.3.3), which `image` cannot write.

use std::io::Cursor;

use image::{ImageFormat, ImageResult, RgbImage};

/// Signature (8 bytes) and IHDR (25 bytes): texts may stand anywhere after these.
const AFTER_HEADER: usize = 33;

/// Encodes a picture together with texts; keys are ASCII of 1 to 79 letters, texts anything.
///
/// # Errors
/// The encoder's, none for a picture of at least one pixel.
pub fn encode(picture: &RgbImage, texts: &[(&str, String)]) -> ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?;
    let chunks: Vec<u8> = texts
        .iter()
        .flat_map(|(key, text)| text_chunk(key, text))
        .collect();
    bytes.splice(AFTER_HEADER..AFTER_HEADER, chunks);
    Ok(bytes)
}

/// tEXt for ASCII, which every program reads; iTXt (not compressed, no language) for UTF-8.
fn text_chunk(key: &str, text: &str) -> Vec<u8> {
    let (kind, separator): (&[u8; 4], &[u8]) = match text.is_ascii() {
        true => (b"tEXt", b"\0"),
        false => (b"iTXt", b"\0\0\0\0\0"),
    };
    let checked = [kind, key.as_bytes(), separator, text.as_bytes()].concat();
    let length = (checked.len() - kind.len()) as u32;
    [
        &length.to_be_bytes(),
        &checked[..],
        &crc32(&checked).to_be_bytes(),
    ]
    .concat()
}

/// The checksum of PNG chunks: the CRC-32 of ISO 3309, bit by bit, for these few bytes.
fn crc32(bytes: &[u8]) -> u32 {
    let remainder = bytes.iter().fold(u32::MAX, |remainder, &byte| {
        (0..8).fold(remainder ^ u32::from(byte), |remainder, _| {
            match remainder & 1 {
                0 => remainder >> 1,
                _ => (remainder >> 1) ^ 0xEDB8_8320,
            }
        })
    });
    !remainder
}
