//! What each edit does to the pixels.

use image::{Rgb, RgbImage};
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::imaging::edit::{Brush, BrushShape, Dab, Edits, Framing, MAX_DABS, Unedited, apply, paint};
use inception_lens::imaging::{BAR_COLOR, Fit, Geometry, Prepared, prepare};

use crate::app::sample;
use crate::golden::golden_input;

fn photo(name: &str) -> RgbImage {
    decode_photo(&std::fs::read(sample(name).unwrap()).unwrap()).unwrap()
}

/// `photo` is its own copy: nothing is lost by making it smaller.
fn edited(photo: &RgbImage, fit: Fit, edits: &Edits) -> Prepared {
    let prepared = prepare(photo, fit, Geometry::default());
    let unedited = Unedited { copy: photo, photo_size: [photo.width(), photo.height()], prepared: &prepared };
    apply(&unedited, edits)
}

fn cat(edits: &Edits) -> RgbImage {
    edited(&photo("cat.png"), Fit::Crop, edits).pixels
}

fn framed(framing: Framing) -> Edits {
    Edits { framing, ..Edits::default() }
}

fn dab(x: f32, y: f32, radius: f32, shape: BrushShape, brush: Brush) -> Dab {
    Dab { x, y, radius, shape, brush }
}

fn mean(pixels: &RgbImage) -> f64 {
    let values = pixels.as_raw();
    values.iter().map(|&value| f64::from(value)).sum::<f64>() / values.len() as f64
}

#[test]
fn without_edits_conv1_receives_what_pytorch_received() {
    let network = LoadedNetwork::load_default().unwrap();
    for name in ["cat.png", "flower.jpg"] {
        let prepared = edited(&photo(name), Fit::Crop, &Edits::default());
        let golden = golden_input(name.split('.').next().unwrap());
        // Torch rounds its floats otherwise; a step of a colour is 0.017.
        let pairs = network.input_values(&prepared).into_iter().zip(&golden);
        let far = pairs.map(|(ours, torch)| (ours - torch).abs()).fold(0.0, f32::max);
        // Pillow decodes this JPEG differently here and there; the cat is a PNG.
        let tolerance = if name == "cat.png" { 1e-5 } else { 0.1 };
        assert!(far < tolerance, "{name}: {far}");
        let unchanged = prepare(&photo(name), Fit::Crop, Geometry::default());
        assert_eq!(prepared, unchanged, "{name}");
    }
}

#[test]
fn a_window_cut_where_it_was_is_the_prepared_one() {
    // The window moved there and back by way of rounding: cut anew, with the same filter.
    let nearly = Framing { shift: [1e-5, 0.0], ..Framing::default() };
    for fit in [Fit::Crop, Fit::Letterbox, Fit::Stretch] {
        let photo = photo("cat.png");
        let cut = edited(&photo, fit, &framed(nearly));
        let prepared = prepare(&photo, fit, Geometry::default());
        let pairs = cut.pixels.as_raw().iter().zip(prepared.pixels.as_raw());
        let far = pairs.filter(|(a, b)| a.abs_diff(**b) > 1).count();
        assert_eq!(far, 0, "{fit:?}");
    }
}

#[test]
fn two_mirrors_and_two_half_turns_are_none() {
    let plain = cat(&Edits::default());
    let mirrored = cat(&Edits { mirror: true, ..Edits::default() });
    assert_ne!(mirrored, plain);
    assert_eq!(image::imageops::flip_horizontal(&mirrored), plain);
    // A half turn by interpolation is the picture upside down, pixel centre on pixel centre.
    let turned = cat(&framed(Framing { rotation_degrees: 180.0, ..Framing::default() }));
    let expected = image::imageops::rotate180(&plain);
    let pairs = turned.as_raw().iter().zip(expected.as_raw());
    assert!(pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap() <= 1);
    // A quarter turn goes clockwise.
    let turned = cat(&framed(Framing { rotation_degrees: 90.0, ..Framing::default() }));
    let expected = image::imageops::rotate90(&plain);
    let pairs = turned.as_raw().iter().zip(expected.as_raw());
    let far = pairs.filter(|(a, b)| a.abs_diff(**b) > 2).count();
    assert!(far < 200, "{far} values differ");
}

#[test]
fn moving_and_zooming_show_the_part_that_they_say() {
    // Square, so nothing of it is cut off and there are no bars.
    // A picture whose colours say where they are: red is x, green is y.
    let ramp = RgbImage::from_fn(256, 256, |x, y| Rgb([x as u8, y as u8, 0]));
    let at = |framing: Framing, x, y| edited(&ramp, Fit::Letterbox, &framed(framing)).pixels.get_pixel(x, y).0;
    let middle = at(Framing::default(), 112, 112);
    assert!(middle[0].abs_diff(128) <= 1, "{middle:?}");
    // 40 photo pixels to the right and 20 up.
    let moved = at(Framing { shift: [40.0, -20.0], ..Framing::default() }, 112, 112);
    assert!(moved[0].abs_diff(168) <= 1 && moved[1].abs_diff(108) <= 1, "{moved:?}");
    // Twice as large: the left edge is a quarter into the photo.
    let zoomed = at(Framing { zoom: 2.0, ..Framing::default() }, 0, 112);
    assert!(zoomed[0].abs_diff(64) <= 1, "{zoomed:?}");
    // Half as large: the photo ends halfway, beyond it lies the bars' colour.
    assert_eq!(at(Framing { zoom: 0.5, ..Framing::default() }, 20, 112), BAR_COLOR);
    // Drawn 56 pixels of the input to the right: what was in the middle is there now.
    let framing = Framing { zoom: 2.0, rotation_degrees: 30.0, ..Framing::default() };
    let window = prepare(&ramp, Fit::Letterbox, Geometry::default()).window;
    let before = at(framing, 112, 112);
    let after = at(framing.dragged([256, 256], window, 224, [56.0, 0.0]), 168, 112);
    assert!(before[0].abs_diff(after[0]) <= 1 && before[1].abs_diff(after[1]) <= 1, "{before:?} {after:?}");
    // Zoomed about a place: it stays.
    let zoomed = framing.zoomed([256, 256], window, 224, [50.0, -30.0], 1.5);
    let (before, after) = (at(framing, 162, 82), at(zoomed, 162, 82));
    assert!(before[0].abs_diff(after[0]) <= 1 && before[1].abs_diff(after[1]) <= 1, "{before:?} {after:?}");
}

#[test]
fn tones_do_what_they_say() {
    let of = |brightness, contrast| cat(&Edits { brightness, contrast, ..Edits::default() });
    let means: Vec<f64> = [-1.0, -0.4, 0.0, 0.3, 1.0].map(|brightness| mean(&of(brightness, 0.0))).into();
    assert!(means.is_sorted() && means[0] == 0.0 && means[4] == 255.0, "{means:?}");
    let flat = of(0.0, -1.0);
    assert!(flat.as_raw().iter().all(|value| value.abs_diff(127) <= 1));
    let grey = cat(&Edits { greyscale: true, noise: 0.2, ..Edits::default() });
    assert!(grey.pixels().all(|pixel| pixel.0 == [pixel.0[0]; 3]));
    let noisy = |seed| cat(&Edits { noise: 0.1, seed, ..Edits::default() });
    assert_eq!(noisy(1), noisy(1));
    assert_ne!(noisy(1), noisy(2));
    // The deviation that was asked for, on a picture far from black and white.
    let plain = RgbImage::from_pixel(224, 224, Rgb([128; 3]));
    let noise = edited(&plain, Fit::Crop, &Edits { noise: 0.1, ..Edits::default() }).pixels;
    let square: f64 = noise.as_raw().iter().map(|&value| (f64::from(value) - 128.0).powi(2)).sum();
    let deviation = (square / noise.as_raw().len() as f64).sqrt();
    assert!((deviation - 25.5).abs() < 0.3, "{deviation}");
    // A blur keeps the mean and flattens edges.
    let blurred = cat(&Edits { blur_px: 4.0, ..Edits::default() });
    assert!((mean(&blurred) - mean(&cat(&Edits::default()))).abs() < 1.0);
    let rough = |pixels: &RgbImage| -> u64 {
        pixels.as_raw().windows(4).map(|pair| u64::from(pair[0].abs_diff(pair[3]))).sum()
    };
    assert!(rough(&blurred) * 2 < rough(&cat(&Edits::default())));
}

#[test]
fn a_brush_paints_inside_its_outline_and_nowhere_else() {
    let plain = cat(&Edits::default());
    for brush in Brush::ALL {
        for shape in [BrushShape::Disc, BrushShape::Square] {
            // Over the border at the left.
            let dab = dab(10.0, 100.0, 20.0, shape, brush);
            let painted = cat(&Edits { dabs: vec![dab], ..Edits::default() });
            let mut changed = 0;
            for (x, y, pixel) in painted.enumerate_pixels() {
                let (right, down) = ((x as f32 + 0.5 - 10.0).abs(), (y as f32 + 0.5 - 100.0).abs());
                let is_inside = match shape {
                    BrushShape::Disc => right * right + down * down < 400.0,
                    BrushShape::Square => right < 20.0 && down < 20.0,
                };
                if !is_inside {
                    assert_eq!(pixel, plain.get_pixel(x, y), "{brush:?} {x} {y}");
                } else if brush == Brush::Grey {
                    assert_eq!(pixel.0, BAR_COLOR);
                }
                changed += usize::from(pixel != plain.get_pixel(x, y));
            }
            assert!(changed > 500, "{brush:?} {shape:?} {changed}");
        }
    }
}

#[test]
fn hidden_dabs_are_forgotten_and_the_brush_never_stops() {
    let mut edits = Edits::default();
    edits.paint(dab(50.0, 50.0, 5.0, BrushShape::Disc, Brush::Noise));
    edits.paint(dab(150.0, 50.0, 5.0, BrushShape::Disc, Brush::Noise));
    edits.paint(dab(52.0, 50.0, 8.0, BrushShape::Disc, Brush::Grey));
    assert_eq!(edits.dabs.len(), 2, "the second hides the first");
    // Small touches in rows over the whole picture, again and again, none of which hides another by itself.
    let mut all = edits.dabs.clone();
    for index in 0..70_000 {
        let place = index * 7 % (224 * 224);
        let brush = Brush::ALL[index / 10_000 % 3];
        let touch =
            dab((place % 224) as f32, (place / 224) as f32, 1.2 + 0.1 * (index % 5) as f32, BrushShape::Disc, brush);
        edits.paint(touch);
        all.push(touch);
    }
    assert!(edits.dabs.len() <= MAX_DABS, "{}", edits.dabs.len());
    assert_eq!(edits.dabs.last(), all.last());
    // What is seen is that of every touch there ever was.
    let mut naive = photo("cat.png");
    naive = prepare(&naive, Fit::Crop, Geometry::default()).pixels;
    paint(&mut naive, &all, 0);
    assert!(cat(&edits) == naive);
}

#[test]
fn numbers_that_are_none_are_brought_back() {
    let edits = Edits {
        framing: Framing { shift: [f32::NAN, f32::INFINITY], zoom: f32::NAN, rotation_degrees: 1e9 },
        brightness: f32::NAN,
        contrast: 7.0,
        blur_px: -3.0,
        noise: f32::INFINITY,
        ..Edits::default()
    }
    .clamped();
    assert_eq!(edits.framing.shift, [0.0, 0.0]);
    assert_eq!((edits.framing.zoom, edits.framing.rotation_degrees), (1.0, 180.0));
    assert_eq!((edits.brightness, edits.contrast, edits.blur_px, edits.noise), (0.0, 1.0, 0.0, 0.0));
    // Even a photo of one pixel can be turned and zoomed.
    let dot = RgbImage::from_pixel(1, 1, Rgb([9; 3]));
    let framing = Framing { shift: [5.0, 5.0], zoom: 4.0, rotation_degrees: 45.0 };
    assert_eq!(edited(&dot, Fit::Crop, &framed(framing)).pixels.dimensions(), (224, 224));
}
