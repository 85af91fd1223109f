//! What the network sees, against Pillow, torchvision's rules and a naive twin.

use image::imageops::FilterType;
use image::{Rgb, RgbImage};
use inception_lens::imaging::{
    Affine, BAR_COLOR, Filter, Fit, Geometry, LongSide, PhotoRect, decode, prepare, to_tensor,
};

use super::bytes;
use super::formats::largest_difference;

const IMAGENET_MEAN: [f32; 3] = [0.485, 0.456, 0.406];
const IMAGENET_DEVIATION: [f32; 3] = [0.229, 0.224, 0.225];
const SMALL: Geometry = Geometry { short_side: 40, long_side: LongSide::Rounded, filter: Filter::Bicubic, crop: 32 };

/// The formula the expected pictures were made from, in Pillow 13 (across first, then down).
fn formula_photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([(7 * x + 13 * y + x * y) % 256, (x * x + 3 * y) % 256, ((5 * x) ^ y) % 256].map(|value| value as u8))
    })
}

fn golden_input(name: &str) -> Vec<f32> {
    let file = bytes(&format!("tests/fixtures/golden/{name}-input.safetensors"));
    let tensors = safetensors::SafeTensors::deserialize(&file).unwrap();
    let input = tensors.tensor("input").unwrap();
    assert_eq!(input.shape(), [3, 224, 224]);
    input.data().chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().unwrap())).collect()
}

/// Mean and largest absolute difference between our input for a sample and Pillow's.
fn difference_to_golden(name: &str, photo: &str) -> (f64, f32) {
    let photo = decode(&bytes(&format!("assets/samples/{photo}"))).unwrap();
    let prepared = prepare(&photo, Fit::default(), Geometry::default());
    let affine = Affine::standardize(IMAGENET_MEAN, IMAGENET_DEVIATION);
    let (ours, golden) = (to_tensor(&prepared.pixels, &affine), golden_input(name));
    assert_eq!(ours.len(), golden.len());
    let differences = ours.iter().zip(&golden).map(|(ours, golden)| (ours - golden).abs());
    let mean = differences.clone().map(f64::from).sum::<f64>() / ours.len() as f64;
    (mean, differences.fold(0.0, f32::max))
}

#[test]
fn golden_inputs_agree_with_pillow() {
    // PNG: identical pixels.  JPEG: the decoders round differently before the resize.
    let (mean, largest) = difference_to_golden("cat", "cat.png");
    println!("cat: mean {mean:.2e}, largest {largest:.2e}");
    assert!(mean < 1e-6 && largest < 1e-5, "cat: mean {mean:.2e}, largest {largest:.2e}");
    let (mean, largest) = difference_to_golden("flower", "flower.jpg");
    println!("flower: mean {mean:.2e}, largest {largest:.2e}");
    assert!(mean < 0.01 && largest < 0.15, "flower: mean {mean:.2e}, largest {largest:.2e}");
}

#[test]
fn resizing_equals_pillow_bit_for_bit() {
    for (width, height) in [(97, 61), (20, 31), (41, 1000), (300, 33), (64, 64)] {
        // Squeezed to the square itself, nothing is left to cut off.
        let square = Geometry { short_side: SMALL.crop, ..SMALL };
        for (rule, fit, geometry) in [("crop", Fit::Crop, SMALL), ("stretch", Fit::Stretch, square)] {
            let expected = decode(&bytes(&format!("tests/fixtures/imaging/pillow-{rule}-{width}x{height}.png")));
            let ours = prepare(&formula_photo(width, height), fit, geometry).pixels;
            assert_eq!(largest_difference(&ours, &expected.unwrap()), 0, "{rule} {width} x {height}");
        }
    }
}

#[test]
fn bilinear_resizing_equals_pillow_bit_for_bit() {
    let bilinear = Geometry { long_side: LongSide::Truncated, filter: Filter::Bilinear, ..SMALL };
    for (width, height) in [(97, 61), (20, 31), (41, 1000), (300, 33), (64, 64)] {
        for (rule, fit) in [("bilinear", Fit::Crop), ("squeezed", Fit::Stretch)] {
            let path = format!("tests/fixtures/imaging/pillow-{rule}-{width}x{height}.png");
            let expected = decode(&bytes(&path)).unwrap();
            let ours = prepare(&formula_photo(width, height), fit, bilinear).pixels;
            assert_eq!(largest_difference(&ours, &expected), 0, "{rule} {width} x {height}");
        }
    }
}

/// The naive twin: resize everything, then crop.
#[test]
fn cropping_first_equals_cropping_last() {
    // Smooth, since the twin does not clip the kernel's overshoot between its passes.
    let photo = RgbImage::from_fn(150, 90, |x, y| Rgb([x + 20, y + 20, (x + y) / 2].map(|value| value as u8)));
    // 232 * 150 / 90 = 386.67, rounded 387; (387 - 224) / 2 = 81.5, half to even 82; (232 - 224) / 2 = 4.
    let whole = image::imageops::resize(&photo, 387, 232, FilterType::CatmullRom);
    let expected = image::imageops::crop_imm(&whole, 82, 4, 224, 224).to_image();
    let ours = prepare(&photo, Fit::Crop, Geometry::default()).pixels;
    assert!(largest_difference(&ours, &expected) <= 1, "rounding between the passes at most");
}

fn assert_window(actual: PhotoRect, expected: [f32; 4], case: &str) {
    let actual = [actual.x, actual.y, actual.width, actual.height];
    for (actual, expected) in actual.iter().zip(expected) {
        assert!((actual - expected).abs() < 1e-3, "{case}: {actual} instead of {expected}");
    }
}

#[test]
fn windows_state_the_part_of_the_photo_that_is_seen() {
    let cases = [
        // 640 x 480 -> 309 x 232, left = round(85 / 2 = 42.5) = 42 (half to even), top 4.
        (640, 480, Fit::Crop, [86.990, 8.276, 463.948, 463.448]),
        // 480 x 644 -> 232 x 311, top = round(87 / 2 = 43.5) = 44.
        (480, 644, Fit::Crop, [8.276, 91.113, 463.448, 463.846]),
        (232, 232, Fit::Crop, [4.0, 4.0, 224.0, 224.0]),
        // 448 x 224 -> 224 x 112 with 56 rows of bar above and below.
        (448, 224, Fit::Letterbox, [0.0, -112.0, 448.0, 448.0]),
        (100, 200, Fit::Letterbox, [-50.0, 0.0, 200.0, 200.0]),
        // 232 x 232, then the centre: 4 of 232 are cut off all round.
        (640, 480, Fit::Stretch, [11.034, 8.276, 617.931, 463.448]),
    ];
    for (width, height, fit, expected) in cases {
        let prepared = prepare(&formula_photo(width, height), fit, Geometry::default());
        assert_eq!(prepared.pixels.dimensions(), (224, 224));
        assert_window(prepared.window, expected, &format!("{width} x {height} {fit:?}"));
    }
}

#[test]
fn a_letterbox_shows_the_whole_photo_between_bars() {
    let photo = RgbImage::from_pixel(448, 224, Rgb([9, 90, 190]));
    let pixels = prepare(&photo, Fit::Letterbox, Geometry::default()).pixels;
    for (y, expected) in [(0, BAR_COLOR), (55, BAR_COLOR), (56, [9, 90, 190]), (167, [9, 90, 190]), (168, BAR_COLOR)] {
        assert_eq!(pixels.get_pixel(100, y).0, expected, "row {y}");
    }
}

#[test]
fn extreme_shapes_and_sizes_give_a_square() {
    let shapes = [(1, 20_000), (20_000, 1), (1, 1), (3, 2), (20_000, 3), (0, 0), (0, 7)];
    for (width, height) in shapes {
        for fit in [Fit::Crop, Fit::Letterbox, Fit::Stretch] {
            let prepared = prepare(&RgbImage::new(width, height), fit, Geometry::default());
            assert_eq!(prepared.pixels.dimensions(), (224, 224), "{width} x {height} {fit:?}");
            let window = prepared.window;
            assert!([window.x, window.y, window.width, window.height].iter().all(|edge| edge.is_finite()));
        }
    }
    let odd = Geometry { short_side: 3, crop: 7, ..Geometry::default() };
    assert_eq!(prepare(&formula_photo(9, 8), Fit::Crop, odd).pixels.dimensions(), (7, 7));
}

#[test]
fn tensors_are_planes_in_the_order_asked_for() {
    let mut pixels = RgbImage::new(2, 1);
    pixels.put_pixel(0, 0, Rgb([10, 20, 30]));
    pixels.put_pixel(1, 0, Rgb([40, 50, 60]));
    let caffe = Affine { order: [2, 1, 0], gain: [1.0, 2.0, 1.0], offset: [-104.0, 0.0, 0.5] };
    assert_eq!(to_tensor(&pixels, &caffe), [-74.0, -44.0, 40.0, 100.0, 10.5, 40.5]);
}
