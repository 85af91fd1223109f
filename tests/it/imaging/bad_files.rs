//! Broken, hostile and foreign files: the right error, no panic, no memory.

use image::{DynamicImage, ImageFormat};
use inception_lens::imaging::{ImagingError, MAX_FILE_BYTES, decode};

use super::formats::{encode, ramp};
use super::{Dice, bytes};

const READ_FORMATS: [ImageFormat; 6] =
    [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Bmp, ImageFormat::Tiff];

/// Small valid files: one of each format of our making, and the fixtures of another program.
fn valid_files() -> Vec<(String, Vec<u8>)> {
    let photo = DynamicImage::from(ramp(20, 12));
    let mut files: Vec<(String, Vec<u8>)> =
        READ_FORMATS.iter().map(|format| (format!("{format:?}"), encode(&photo, *format))).collect();
    for name in [
        "lossy.webp",
        "animated.webp",
        "exif6.webp",
        "progressive.jpg",
        "cmyk.jpg",
        "lzw.tiff",
        "palette.png",
        "bits.bmp",
    ] {
        files.push((name.to_owned(), bytes(&format!("tests/fixtures/imaging/{name}"))));
    }
    files
}

#[test]
fn foreign_files_are_named_or_refused() {
    let unsupported = |format| Err(ImagingError::Unsupported { format });
    let truncated = |format| Err(ImagingError::Truncated { format });
    let cases: [(&[u8], Result<_, ImagingError>); 24] = [
        (b"", Err(ImagingError::Empty)),
        (b"x", Err(ImagingError::NotAnImage)),
        (b"Dear diary, today we looked into a network.", Err(ImagingError::NotAnImage)),
        (b"BMW, Audi and others: a text that starts with BM", Err(ImagingError::NotAnImage)),
        (b"P5 is a protein", unsupported("PNM")),
        (b"P53 is a protein", Err(ImagingError::NotAnImage)),
        (&[0; 64], Err(ImagingError::NotAnImage)),
        (b"RIFF\x24\0\0\0WAVEfmt ", Err(ImagingError::NotAnImage)),
        (b"<html><body>Not found</body></html>", Err(ImagingError::NotAnImage)),
        (b"<?xml version='1.0'?>\n<svg xmlns='x' width='5'/>", unsupported("SVG")),
        (b"%PDF-1.7\n", unsupported("PDF")),
        (b"\0\0\0\x18ftypheic\0\0\0\0", truncated("HEIC")),
        (b"\0\0\0\x1cftypavif\0\0\0\0", truncated("AVIF")),
        (b"\0\0\0\x40ftypmif1\0\0\0\0avifmif1miaf", truncated("AVIF")),
        (b"\0\0\0\x40ftypmif1\0\0\0\0mif1heic", truncated("HEIC")),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1miaf", unsupported("ISO media")),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", unsupported("camera raw (CR3)")),
        (b"\0\0\0\x40ftypjxl \0\0\0\0jxl ", truncated("JPEG XL")),
        (b"\0\0\0\x18ftypqt  \0\0\0\0qt  mp42", unsupported("video")),
        (b"\0\0\0\x18ftypavci\0\0\0\0mif1avci", unsupported("HEIF (H.264)")),
        (b"IIU\0\x18\0\0\0\x88\xe7", unsupported("camera raw (RW2)")),
        (b"\0\0\0\x20ftypisom\0\0\0\0", unsupported("video")),
        (b"\0\0\x01\0\x01\0\x10\x10", unsupported("ICO")),
        (b"\xff\x0a\0\0", truncated("JPEG XL")),
    ];
    for (file, expected) in cases {
        assert_eq!(decode(file), expected, "{}", String::from_utf8_lossy(file));
    }
}

#[test]
fn messages_say_what_why_and_what_next() {
    let format = "PNG";
    let cause = "bad checksum".to_owned();
    let errors = [
        ImagingError::Empty,
        ImagingError::NotAnImage,
        ImagingError::Unsupported { format: "PDF" },
        ImagingError::UnsupportedVariant { format, cause: cause.clone() },
        ImagingError::Truncated { format },
        ImagingError::Damaged { format, cause },
        ImagingError::TooLarge { width: 50_000, height: 40_000 },
        ImagingError::FileTooLarge { bytes: 300_000_000 },
        ImagingError::ZeroSized { format },
    ];
    for error in errors {
        let message = error.to_string();
        assert!(message.ends_with('.') && message.matches(". ").count() == 0, "one sentence: {message}");
        assert!(message.contains("; "), "what next: {message}");
        assert!(message.contains("choose") || message.contains("fetch"), "what next: {message}");
    }
    let too_large = ImagingError::TooLarge { width: 50_000, height: 40_000 }.to_string();
    assert!(too_large.contains("50000 × 40000") && too_large.contains("20000") && too_large.contains("400 MB"));
}

/// "Truncated must be an error, not half a picture", for every length a file can be cut to.
#[test]
fn a_cut_file_is_never_half_a_picture() {
    for (name, file) in valid_files() {
        let whole = decode(&file).unwrap();
        for length in 1..file.len() {
            if let Ok(photo) = decode(&file[..length]) {
                // Only what follows the last pixel may be missing.
                assert_eq!(photo, whole, "{name} cut to {length} of {} bytes", file.len());
            }
        }
    }
}

#[test]
fn a_file_cut_in_half_is_said_to_be_cut() {
    for format in READ_FORMATS {
        let file = encode(&ramp(60, 40).into(), format);
        let result = decode(&file[..file.len() / 2]);
        assert!(matches!(result, Err(ImagingError::Truncated { .. })), "{format:?}: {result:?}");
    }
}

/// A header of under a kilobyte that claims `width` x `height` pixels.
fn claims(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut file = encode(&ramp(8, 8).into(), format);
    let (wide, high) = (width as u16, height as u16);
    match format {
        ImageFormat::Png => {
            file[16..20].copy_from_slice(&width.to_be_bytes());
            file[20..24].copy_from_slice(&height.to_be_bytes());
            let checksum = png_checksum(&file[12..29]);
            file[29..33].copy_from_slice(&checksum.to_be_bytes());
        }
        ImageFormat::Bmp => {
            file[18..22].copy_from_slice(&width.to_le_bytes());
            file[22..26].copy_from_slice(&height.to_le_bytes());
        }
        ImageFormat::Gif => {
            file[6..8].copy_from_slice(&wide.to_le_bytes());
            file[8..10].copy_from_slice(&high.to_le_bytes());
        }
        ImageFormat::Jpeg => {
            let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
            file[frame + 5..frame + 7].copy_from_slice(&high.to_be_bytes());
            file[frame + 7..frame + 9].copy_from_slice(&wide.to_be_bytes());
        }
        ImageFormat::WebP => {
            file.splice(12..12, *b"VP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0");
            file[24..27].copy_from_slice(&(width.wrapping_sub(1)).to_le_bytes()[..3]);
            file[27..30].copy_from_slice(&(height.wrapping_sub(1)).to_le_bytes()[..3]);
            let size = (file.len() - 8) as u32;
            file[4..8].copy_from_slice(&size.to_le_bytes());
        }
        _ => file = tiff_claims(width, height),
    }
    assert!(file.len() < 1000, "{format:?}: {} bytes", file.len());
    file
}

/// CRC-32 as PNG uses it (ISO 3309).
fn png_checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ if sum & 1 == 1 { 0xEDB8_8320 } else { 0 })
    })
}

/// A little-endian TIFF of one uncompressed 8-bit RGB strip, with no pixel data.
fn tiff_claims(width: u32, height: u32) -> Vec<u8> {
    let entries: [(u16, u16, u32); 8] = [
        (256, 4, width),
        (257, 4, height),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (278, 4, height),
        (279, 4, width.saturating_mul(height)),
    ];
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    file.extend((entries.len() as u16).to_le_bytes());
    for (tag, kind, value) in entries {
        file.extend(tag.to_le_bytes());
        file.extend(kind.to_le_bytes());
        file.extend(1_u32.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend([0; 4]);
    file
}

#[test]
fn a_huge_claim_is_refused_by_its_header() {
    for format in READ_FORMATS {
        // Beyond the side, and (19,000 a side, 361 million pixels of 3 bytes or more) beyond memory.
        let mut claimed = vec![(50_000, 50_000), (20_001, 1)];
        if !matches!(format, ImageFormat::Tiff) {
            claimed.push((19_000, 19_000));
        }
        for (width, height) in claimed {
            let result = decode(&claims(format, width, height));
            assert_eq!(result, Err(ImagingError::TooLarge { width, height }), "{format:?}");
        }
    }
    // One byte a pixel is within the limits, but none of the pixels is there.
    let grey_tiff = decode(&claims(ImageFormat::Tiff, 2_000, 2_000));
    assert!(matches!(grey_tiff, Err(ImagingError::Truncated { .. })), "{grey_tiff:?}");
}

#[test]
fn no_pixels_is_an_error_of_its_own() {
    for format in READ_FORMATS.into_iter().filter(|format| *format != ImageFormat::WebP) {
        for (width, height) in [(0, 0), (0, 5), (5, 0)] {
            let result = decode(&claims(format, width, height));
            assert!(matches!(result, Err(ImagingError::ZeroSized { .. })), "{format:?}: {result:?}");
        }
    }
}

#[test]
fn a_file_beyond_the_limit_is_not_even_looked_at() {
    let bytes = MAX_FILE_BYTES + 1;
    let result = decode(&vec![0; bytes as usize]);
    assert_eq!(result, Err(ImagingError::FileTooLarge { bytes }));
}

#[test]
fn mutated_files_never_panic() {
    let files = valid_files();
    let mut dice = Dice(0x5EED);
    for round in 0..2_000 {
        let mut file = files[round % files.len()].1.clone();
        for _ in 0..1 + dice.below(8) {
            let at = dice.below(file.len());
            file[at] = dice.below(256) as u8;
        }
        if dice.below(4) == 0 {
            file.truncate(dice.below(file.len()) + 1);
        }
        let _ = decode(&file);
    }
}
