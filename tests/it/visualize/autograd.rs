//! Ten steps against PyTorch's autograd and Adam in double precision (`tests/fixtures/weights/make_pictures.py`).

use std::sync::Arc;

use image::{Rgb, RgbImage};
use inception_lens::spec::{Head, Topology};
use inception_lens::visualize::canvas::NOISE;
use inception_lens::visualize::chance::Chance;
use inception_lens::visualize::window::Window;
use inception_lens::visualize::{Painting, Recipe, Sign, Start, Target};
use serde::Deserialize;

use super::{channel, made_up, never};
use crate::synthetic::noise;

/// Largest error, as a part of the largest value; of a picture, of its range.
const TOLERANCE: f64 = 1e-3;

const SIZE: usize = 128;

#[derive(Deserialize)]
struct Golden {
    topology: String,
    of: String,
    sign: i32,
    #[serde(default)]
    count: Option<usize>,
    #[serde(default)]
    photo: bool,
    values: Vec<f64>,
    lengths: Vec<f64>,
    mean: f64,
    spread: f64,
    cells: Vec<(usize, f64)>,
}

/// The random numbers of the script.
#[derive(Debug)]
struct ByFormula;

impl Chance for ByFormula {
    fn noise(&self, picture: usize, count: usize) -> Vec<f32> {
        (0..count as u64).map(|index| NOISE * noise(21 + picture as u64, index)).collect()
    }

    fn window(&self, picture: usize, step: usize, reach: f32) -> Window {
        let number = |index| noise(31 + picture as u64, (4 * step + index) as u64);
        Window {
            shift: [reach * number(0), reach * number(1)],
            angle: 10.0_f32.to_radians() * number(2),
            scale: 1.0 + 0.1 * number(3),
        }
    }
}

fn target(words: &str) -> Target {
    let (layer, number) = match words.split_once(':') {
        None => return Target::Layer { layer: words.to_owned() },
        Some((layer, number)) => (layer, number.parse().unwrap()),
    };
    match layer {
        "main" => Target::Logit { head: Head::Main, class: number },
        layer => channel(layer, number),
    }
}

/// The photo of the script.
fn photo() -> RgbImage {
    RgbImage::from_fn(SIZE as u32, SIZE as u32, |x, y| {
        Rgb([0, 1, 2].map(|color: u32| ((x * x + 3 * y + 50 * color * (x / 16)) % 256) as u8))
    })
}

#[test]
fn ten_steps_are_those_of_pytorch() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/weights/pictures.json");
    let goldens: Vec<Golden> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for golden in goldens {
        let what = format!("{} {}", golden.topology, golden.of);
        let subject = made_up(Topology::preset(&golden.topology).unwrap());
        let recipe = Recipe {
            sign: if golden.sign > 0 { Sign::Maximise } else { Sign::Minimise },
            start: if golden.photo { Start::Photo(Arc::new(photo())) } else { Start::Noise },
            count: golden.count.unwrap_or(1),
            ..Recipe::of(target(&golden.of))
        };
        let mut painting = Painting::begin_with(subject, recipe, Arc::new(ByFormula)).unwrap();
        painting.advance(golden.values.len(), &never).unwrap();
        let points = painting.curve().points();
        let near = |what: String, found: f64, wanted: f64, size: f64| {
            assert!((found - wanted).abs() <= TOLERANCE * size, "{what}: {found} instead of {wanted}");
        };
        let most = |numbers: &[f64]| numbers.iter().fold(1e-3_f64, |most, number| most.max(number.abs()));
        for (step, point) in points.iter().enumerate() {
            near(format!("{what} step {step}"), point.value.into(), golden.values[step], most(&golden.values));
            let length = golden.lengths[step];
            near(format!("{what} length at {step}"), point.gradient.into(), length, most(&golden.lengths));
        }
        let picture = painting.pictures().pop().unwrap();
        let area = SIZE * SIZE;
        let pixels: Vec<f64> =
            (0..3 * area).map(|place| f64::from(picture.as_raw()[place % area * 3 + place / area]) / 255.0).collect();
        let mean = pixels.iter().sum::<f64>() / pixels.len() as f64;
        let spread = pixels.iter().map(|pixel| (pixel - mean).powi(2)).sum::<f64>() / pixels.len() as f64;
        near(format!("{what} mean"), mean, golden.mean, 1.0);
        near(format!("{what} spread"), spread.sqrt(), golden.spread, 1.0);
        for &(place, wanted) in &golden.cells {
            // The picture is rounded to 255 levels.
            let error = (pixels[place] - wanted).abs();
            assert!(error <= 0.5 / 255.0 + TOLERANCE, "{what} pixel {place}: {} instead of {wanted}", pixels[place]);
        }
    }
}
