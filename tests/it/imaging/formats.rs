//! Every format decodes to the same photo.

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use inception_lens::imaging::decode;

use super::bytes;

/// A picture with no symmetry: red grows to the right, green downwards.
pub fn ramp(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([(x * 8) as u8, (y * 10) as u8, 200]))
}

pub fn encode(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// `jpeg` with an EXIF segment that states `orientation` (1..=8), right after the start marker.
fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1];
    bytes.extend(((exif.len() + 2) as u16).to_be_bytes());
    bytes.extend(exif);
    bytes.extend(&jpeg[2..]);
    bytes
}

/// The largest difference of any channel of any pixel.
pub fn largest_difference(left: &RgbImage, right: &RgbImage) -> u8 {
    assert_eq!(left.dimensions(), right.dimensions());
    left.iter().zip(right.iter()).map(|(left, right)| left.abs_diff(*right)).max().unwrap()
}

#[test]
fn lossless_formats_keep_every_pixel() {
    let photo = ramp(13, 9);
    let formats = [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff];
    for format in formats {
        assert_eq!(decode(&encode(&photo.clone().into(), format)).unwrap(), photo, "{format:?}");
    }
}

#[test]
fn lossy_formats_come_close() {
    let photo = ramp(24, 16);
    let jpeg = decode(&encode(&photo.clone().into(), ImageFormat::Jpeg)).unwrap();
    assert!(largest_difference(&jpeg, &photo) < 40, "jpeg");
    let gif = decode(&encode(&photo.clone().into(), ImageFormat::Gif)).unwrap();
    assert!(largest_difference(&gif, &photo) < 64, "gif: {}", largest_difference(&gif, &photo));
}

#[test]
fn files_of_other_programs_decode() {
    let photo = decode(&bytes("tests/fixtures/imaging/smooth.png")).unwrap();
    // Written by Pillow 13; the bound says how lossy each one is.
    let cases = [
        ("lossy.webp", 16),
        ("progressive.jpg", 16),
        ("cmyk.jpg", 40),
        ("lzw.tiff", 0),
        ("palette.png", 40),
        ("bits.bmp", 40),
        ("exif6.webp", 0),
        ("exif6.tiff", 0),
        ("animated.webp", 0),
    ];
    for (name, bound) in cases {
        let decoded = decode(&bytes(&format!("tests/fixtures/imaging/{name}"))).unwrap();
        let difference = largest_difference(&decoded, &photo);
        assert!(difference <= bound, "{name}: {difference}");
    }
    for name in ["grey.jpg", "onebit.png"] {
        let decoded = decode(&bytes(&format!("tests/fixtures/imaging/{name}"))).unwrap();
        assert!(decoded.pixels().all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]), "{name}");
    }
}

#[test]
fn sixteen_bits_and_grey_become_eight_bit_rgb() {
    let photo = ramp(7, 5);
    let sixteen = DynamicImage::from(photo.clone()).into_rgb16();
    for format in [ImageFormat::Png, ImageFormat::Tiff] {
        let decoded = decode(&encode(&sixteen.clone().into(), format)).unwrap();
        assert_eq!(decoded, photo, "{format:?}");
    }
    let grey = DynamicImage::from(photo).into_luma8();
    let decoded = decode(&encode(&grey.clone().into(), ImageFormat::Png)).unwrap();
    assert_eq!(decoded, DynamicImage::from(grey).into_rgb8());
}

#[test]
fn transparency_lies_over_white() {
    let mut layered = RgbaImage::from_pixel(3, 1, Rgba([200, 100, 0, 255]));
    layered.put_pixel(1, 0, Rgba([200, 100, 0, 0]));
    layered.put_pixel(2, 0, Rgba([200, 100, 0, 51]));
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Tiff] {
        let decoded = decode(&encode(&layered.clone().into(), format)).unwrap();
        // 51 / 255 is a fifth: 0.2 * 200 + 0.8 * 255 = 244.
        let expected = [[200, 100, 0], [255, 255, 255], [244, 224, 204]];
        assert_eq!(decoded.pixels().map(|pixel| pixel.0).collect::<Vec<_>>(), expected, "{format:?}");
    }
}

#[test]
fn an_animation_shows_its_first_frame() {
    let mut file = Vec::new();
    let mut encoder = GifEncoder::new(&mut file);
    for color in [[255, 0, 0, 255], [0, 0, 255, 255]] {
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(6, 4, Rgba(color)))).unwrap();
    }
    drop(encoder);
    assert_eq!(decode(&file).unwrap(), RgbImage::from_pixel(6, 4, Rgb([255, 0, 0])));
}

#[test]
fn a_photo_taken_with_the_camera_turned_comes_upright() {
    let upright = RgbImage::from_fn(32, 16, |x, y| Rgb([(x * 8) as u8, (y * 16) as u8, 0]));
    let plain = DynamicImage::from(upright.clone());
    // How each EXIF value (TIFF 6.0, tag 274) has the camera store an upright scene.
    let stored = [
        (1, plain.clone()),
        (2, plain.fliph()),
        (3, plain.rotate180()),
        (4, plain.flipv()),
        (5, plain.rotate270().flipv()),
        (6, plain.rotate270()),
        (7, plain.rotate90().flipv()),
        (8, plain.rotate90()),
    ];
    for (orientation, picture) in stored {
        let file = with_orientation(&encode(&picture, ImageFormat::Jpeg), orientation);
        let difference = largest_difference(&decode(&file).unwrap(), &upright);
        assert!(difference < 50, "orientation {orientation}: {difference}");
    }
}

#[test]
fn a_senseless_orientation_is_ignored() {
    let file = with_orientation(&encode(&ramp(16, 8).into(), ImageFormat::Jpeg), 77);
    assert_eq!(decode(&file).unwrap().dimensions(), (16, 8));
}
