//! Files that people really have: each opens, or is refused by its right name.

use image::RgbImage;
use inception_lens::imaging::{ImagingError, PictureNote, read};

use super::bytes;

const PHOTOS: &str = "tests/fixtures/field/photos";
const MADE: &str = "tests/fixtures/field/made";

/// Whether what is said about a picture is right.
type Noted = fn(&[PictureNote]) -> bool;

/// What another program decodes, written down as PNG.
fn reference(path: &str) -> RgbImage {
    image::load_from_memory(&bytes(path)).unwrap().into_rgb8()
}

/// Largest and mean difference of all channels, in levels.
fn difference(left: &RgbImage, right: &RgbImage) -> (u8, f64) {
    assert_eq!(left.dimensions(), right.dimensions());
    let all = || left.iter().zip(right.iter()).map(|(left, right)| left.abs_diff(*right));
    let sum: u64 = all().map(u64::from).sum();
    (all().max().unwrap(), sum as f64 / left.len() as f64)
}

#[track_caller]
fn assert_close(name: &str, pixels: &RgbImage, expected: &RgbImage, largest: u8, mean: f64) {
    let (found_largest, found_mean) = difference(pixels, expected);
    assert!(
        found_largest <= largest && found_mean <= mean,
        "{name}: at most {found_largest}, {found_mean:.3} on average"
    );
}

/// The scene that all photos show, lossless; how far each may be from it says how lossy its coding is.
#[test]
fn photos_open() {
    let mut scene = bytes(&format!("{PHOTOS}/png_noiend.png"));
    scene.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    let scene = image::load_from_memory(&scene).unwrap().into_rgb8();
    let silent: Noted = |notes| notes.is_empty();
    // Largest and mean difference, and the note that belongs to it.
    let cases: [(&str, u8, f64, Noted); 9] = [
        ("avif.avif", 46, 2.2, silent),
        ("phone.heic", 49, 2.1, silent),
        ("png_noiend.png", 0, 0.0, |notes| notes == [PictureNote::NoEndMarker]),
        ("tiff_big.tif", 0, 0.0, silent),
        ("tiff_palette.tif", 50, 13.4, silent),
        ("tiff_ycbcr.tif", 3, 0.8, silent),
        ("tiff_f16.tif", 1, 0.1, |notes| matches!(notes, [PictureNote::Fractions { .. }])),
        // 0 to 251 becomes 0 to 255.
        ("tiff_f32_255.tif", 4, 1.0, |notes| {
            let (low, high) = (0.0, 251.0);
            notes == [PictureNote::ScaledByRange { low, high }]
        }),
        ("cam.dng", 0, 0.0, silent),
    ];
    for (name, largest, mean, is_noted) in cases {
        let picture = read(&bytes(&format!("{PHOTOS}/{name}"))).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_close(name, &picture.pixels, &scene, largest, mean);
        assert!(is_noted(&picture.notes), "{name}: {:?}", picture.notes);
    }
    // Grey ones: against the scene's luma (Rec. 601), as fractions and stretched from 6..222 to 0..255.
    let fractions = read(&bytes(&format!("{PHOTOS}/tiff_f32_gray.tif"))).unwrap();
    assert!(matches!(fractions.notes[..], [PictureNote::Fractions { .. }]), "{:?}", fractions.notes);
    let integers = read(&bytes(&format!("{PHOTOS}/tiff_i32_gray.tif"))).unwrap();
    assert_eq!(integers.notes, [PictureNote::ScaledByRange { low: 6.0, high: 222.0 }]);
    for (plain, stretched) in fractions.pixels.pixels().zip(integers.pixels.pixels()) {
        let expected = (f64::from(plain[0]) - 6.0) / 216.0 * 255.0;
        assert!((expected - f64::from(stretched[0])).abs() <= 1.0, "{plain:?} {stretched:?}");
    }
}

/// Half transparent everywhere, colours multiplied by it already: applied once, the scene lies half over white.
#[test]
fn associated_alpha_is_applied_once() {
    let picture = read(&bytes(&format!("{PHOTOS}/assocalpha.tif"))).unwrap();
    let stored = bytes(&format!("{PHOTOS}/assocalpha.tif"));
    // Its single strip is the end of the file's pixels: RGBA after a directory of 8 + 2 + 16 × 12 + 4 bytes at most.
    let first = stored.windows(4).position(|pixel| pixel == [1, 9, 6, 128]).unwrap();
    for (index, pixel) in picture.pixels.pixels().enumerate().take(1000) {
        let stored = &stored[first + 4 * index..][..4];
        let expected: Vec<u8> = stored[..3].iter().map(|value| value + (255 - stored[3])).collect();
        assert_eq!(pixel.0.to_vec(), expected);
    }
}

#[test]
fn what_is_not_read_is_named() {
    let variant = |format, cause: &str| ImagingError::UnsupportedVariant { format, cause: cause.to_owned() };
    let broken = ImagingError::Damaged { format: "JPEG", cause: "its data breaks off in the middle".to_owned() };
    let cases = [
        ("jpg_corrupt_mid.jpg", broken),
        ("jls.jls", ImagingError::Unsupported { format: "JPEG-LS" }),
        ("jp2.jp2", ImagingError::Unsupported { format: "JPEG 2000" }),
        ("jpg_12bit.jpg", variant("JPEG", "12 bits a colour")),
        ("jpg_arith.jpg", variant("JPEG", "arithmetic coding")),
        ("jpg_noeoi.jpg", ImagingError::Truncated { format: "JPEG" }),
        ("tiff_lab.tif", variant("TIFF", "CIELAB colours")),
        ("tiff_lzma.tif", variant("TIFF", "LZMA compression")),
        ("tiff_zstd.tif", variant("TIFF", "Zstandard compression")),
    ];
    for (name, expected) in cases {
        let found = read(&bytes(&format!("{PHOTOS}/{name}")));
        assert_eq!(found.map(|picture| picture.notes), Err(expected), "{name}");
    }
    // Its file type box is JPEG XL's, the rest is zeros.
    let found = read(&bytes(&format!("{PHOTOS}/jxl.jxl"))).unwrap_err();
    assert!(found.to_string().starts_with("This JPEG XL picture is damaged"), "{found}");
}

/// Beside Pillow, with libavif, libheif, libjxl, libtiff and Little CMS (`make_photos.py`).
#[test]
fn every_variant_looks_as_pillow_shows_it() {
    // Half the chroma: libheif repeats it, others interpolate, so edges of colour differ.
    let cases = [
        ("420.avif", 24, 0.6),
        ("422.avif", 48, 1.2),
        ("444.avif", 2, 0.5),
        ("grey.avif", 1, 0.1),
        ("alpha.avif", 24, 0.8),
        ("lossless.avif", 1, 0.3),
        ("ten.avif", 24, 1.0),
        ("turned.avif", 24, 0.6),
        ("grid.avif", 24, 0.6),
        ("420.heic", 90, 2.0),
        ("444.heic", 2, 0.8),
        ("grey.heic", 1, 0.5),
        ("alpha.heic", 90, 2.0),
        ("ten.heic", 90, 2.2),
        ("turned.heic", 90, 2.0),
        ("grid.heic", 24, 1.5),
        ("lossy.jxl", 3, 0.5),
        ("lossless.jxl", 0, 0.0),
        ("alpha.jxl", 1, 0.3),
        ("grey.jxl", 0, 0.0),
        ("container.jxl", 0, 0.0),
        ("palette4.tif", 0, 0.0),
        ("greyalpha.tif", 1, 0.3),
        ("jpeg.tif", 3, 0.8),
    ];
    let mut wrong = Vec::new();
    for (name, largest, mean) in cases {
        let expected = reference(&format!("{MADE}/{name}.png"));
        match read(&bytes(&format!("{MADE}/{name}"))) {
            Ok(picture) if picture.pixels.dimensions() != expected.dimensions() => {
                wrong.push(format!("{name}: {:?}", picture.pixels.dimensions()))
            }
            Ok(picture) => {
                let found = difference(&picture.pixels, &expected);
                if found.0 > largest || found.1 > mean || !picture.notes.is_empty() {
                    wrong.push(format!("{name}: {found:?} {:?}", picture.notes));
                }
            }
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_and_pages_of_tiff() {
    let plain = reference(&format!("{MADE}/plain.png"));
    let read = |name: &str| read(&bytes(&format!("{MADE}/{name}"))).unwrap();
    let twelve = read("twelve.tif");
    assert_close("twelve", &twelve.pixels, &plain, 1, 0.5);
    assert_eq!(twelve.notes, [PictureNote::FewerBits { bits: 12 }]);
    assert_eq!(read("planar.tif").pixels, plain);
    // The first page is a small preview.
    assert_eq!(read("pages.tif").pixels, plain);
}

#[test]
fn the_brand_of_any_picture_says_nothing() {
    for name in ["420.avif", "420.heic"] {
        let plain = read(&bytes(&format!("{MADE}/{name}"))).unwrap();
        assert_eq!(read(&bytes(&format!("{MADE}/general-brand-{name}"))).unwrap(), plain);
    }
}

/// The same profile in every format that carries one: Little CMS says what the colours are in sRGB.
#[test]
fn colors_of_other_spaces_become_srgb() {
    let cases = [
        ("p3.png", 2, 0.5),
        ("p3.tif", 2, 0.5),
        ("p3.webp", 2, 0.5),
        ("p3.jpg", 24, 0.6),
        ("p3.avif", 12, 0.8),
        ("p3.heic", 4, 1.0),
        ("adobe.png", 2, 0.5),
        ("adobe.jpg", 24, 0.6),
        ("p3.jxl", 2, 0.5),
        ("adobe.jxl", 2, 0.5),
        ("p3-named.jxl", 2, 0.5),
        // Pillow rounds to eight bits before the conversion: coarse where it is dark.
        ("p3-lossy.jxl", 12, 0.5),
        ("adobe-lossy.jxl", 12, 0.7),
    ];
    let plain = reference(&format!("{MADE}/plain.png"));
    let mut wrong = Vec::new();
    for (name, largest, mean) in cases {
        let picture = read(&bytes(&format!("{MADE}/{name}"))).unwrap();
        let found = difference(&picture.pixels, &reference(&format!("{MADE}/{name}.png")));
        // Without the profile, the colours would be these.
        let untouched = difference(&picture.pixels, &plain);
        if found.0 > largest || found.1 > mean || untouched.1 < 3.0 || !picture.notes.is_empty() {
            wrong.push(format!("{name}: {found:?}, untouched {untouched:?} {:?}", picture.notes));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A profile that is no profile says nothing against the picture.
#[test]
fn a_broken_profile_is_said() {
    let mut file = bytes(&format!("{MADE}/p3.tif"));
    let signature = file.windows(4).position(|window| window == b"acsp").unwrap();
    file[signature..signature + 4].copy_from_slice(b"nope");
    let picture = read(&file).unwrap();
    assert_eq!(picture.pixels, reference(&format!("{MADE}/plain.png")));
    assert_eq!(picture.notes, [PictureNote::ProfileUnreadable]);
}

/// Bytes between two segments belong to nothing; the picture is there all the same.
#[test]
fn a_jpeg_that_breaks_the_rules_opens_and_says_so() {
    let whole = bytes(&format!("{MADE}/p3.jpg"));
    let tables = whole.windows(2).position(|pair| pair == [0xFF, 0xDB]);
    let mut file = whole.clone();
    file.splice(tables.unwrap()..tables.unwrap(), [1, 2, 3, 4]);
    let picture = read(&file).unwrap();
    assert_eq!(picture.pixels, read(&whole).unwrap().pixels);
    assert_eq!(picture.notes, [PictureNote::PartlyDamaged]);
}
