//! How long things take; run with `cargo test --release --test it imaging::timing -- --ignored --nocapture`.

use std::time::Instant;

use image::RgbImage;
use inception_lens::imaging::{Affine, Colormap, Fit, Geometry, Range, RangeRule, build_atlas, prepare, to_tensor};

fn best_ms<T>(mut run: impl FnMut() -> T) -> f64 {
    let once = |_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..9).map(once).fold(f64::INFINITY, f64::min)
}

#[test]
#[ignore = "prints timings, checks nothing"]
fn timings() {
    for (width, height) in [(640, 480), (6000, 4000), (1, 20_000)] {
        let photo = RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, (x ^ y) as u8]));
        for fit in [Fit::Crop, Fit::Letterbox, Fit::Stretch] {
            let ms = best_ms(|| prepare(&photo, fit, Geometry::default()));
            println!("prepare {width} x {height} {fit:?}: {ms:.2} ms");
        }
    }
    let pixels = RgbImage::new(224, 224);
    let affine = Affine::standardize([0.5; 3], [0.2; 3]);
    println!("to_tensor: {:.2} ms", best_ms(|| to_tensor(&pixels, &affine)));
    for shape in [[1024, 7, 7], [832, 14, 14], [480, 28, 28], [192, 56, 56], [64, 112, 112]] {
        let count = shape.iter().product::<usize>();
        let values: Vec<f32> = (0..count).map(|index| (index * 7919 % 1000) as f32).collect();
        let order: Vec<usize> = (0..shape[0]).collect();
        let range_ms = best_ms(|| Range::shared(&values));
        let shared = RangeRule::Shared(Range::shared(&values));
        for (name, rule) in [("shared", shared), ("per channel", RangeRule::PerChannel)] {
            let ms = best_ms(|| build_atlas(&values, shape, &order, rule, Colormap::default(), 40));
            println!("atlas {shape:?} {name}: {ms:.2} ms (percentile {range_ms:.2} ms)");
        }
    }
}
