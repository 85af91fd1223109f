//! Steps against PyTorch's autograd and Adam in double precision (`tests/fixtures/weights/make_pictures.py`, which says why each of
//! the ten begins at noise of its own).

use std::sync::Arc;

use image::{Rgb, RgbImage};
use inception_lens::spec::{Head, Topology};
use inception_lens::visualize::adam::Adam;
use inception_lens::visualize::canvas::NOISE;
use inception_lens::visualize::chance::Chance;
use inception_lens::visualize::window::Window;
use inception_lens::visualize::{Painting, Recipe, Sign, Start, Target};
use serde::Deserialize;

use super::{channel, made_up, never};
use crate::synthetic::noise;

/// Largest error, as a part of the value; of a picture's mean and spread, of its range.
const TOLERANCE: f64 = 1e-3;

/// The same of a single pixel: where a coefficient's gradient is nearly 0 its sign decides in which direction Adam's first step goes, which
/// is why PyTorch in single precision is off by up to 0.0074.
const PIXEL_TOLERANCE: f64 = 1e-2;

const SIZE: usize = 128;

#[derive(Deserialize)]
struct Golden {
    /// Parameters after ten steps of Adam alone.
    adam: Vec<f64>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    topology: String,
    of: String,
    sign: i32,
    #[serde(default)]
    count: Option<usize>,
    #[serde(default)]
    photo: bool,
    steps: Vec<GoldenStep>,
}

#[derive(Deserialize)]
struct GoldenStep {
    value: f64,
    length: f64,
    mean: f64,
    spread: f64,
    cells: Vec<(usize, f64)>,
}

/// The random numbers of one of the script's steps.
#[derive(Debug)]
struct ByFormula {
    step: u64,
}

impl Chance for ByFormula {
    fn noise(&self, picture: usize, count: usize) -> Vec<f32> {
        let seed = 21 + picture as u64 + 100 * self.step;
        (0..count as u64).map(|index| NOISE * noise(seed, index)).collect()
    }

    fn window(&self, picture: usize, _: usize, reach: f32) -> Window {
        let number = |index| noise(31 + picture as u64, 4 * self.step + index);
        Window {
            shift: [reach * number(0), reach * number(1)],
            angle: 10.0_f32.to_radians() * number(2),
            scale: 1.0 + 0.1 * number(3),
        }
    }
}

fn golden() -> Golden {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/weights/pictures.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
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

fn recipe(case: &Case) -> Recipe {
    Recipe {
        sign: if case.sign > 0 { Sign::Maximise } else { Sign::Minimise },
        start: if case.photo { Start::Photo(Arc::new(photo())) } else { Start::Noise },
        count: case.count.unwrap_or(1),
        ..Recipe::of(target(&case.of))
    }
}

/// Red, then green, then blue, 0 to 1.
fn pixels(picture: &RgbImage) -> Vec<f64> {
    let area = SIZE * SIZE;
    let pixel = |place: usize| picture.as_raw()[place % area * 3 + place / area];
    (0..3 * area).map(|place| f64::from(pixel(place)) / 255.0).collect()
}

#[test]
fn ten_steps_are_those_of_pytorch() {
    for case in golden().cases {
        let subject = made_up(Topology::preset(&case.topology).unwrap());
        for (step, golden) in (0..).zip(&case.steps) {
            let chance = Arc::new(ByFormula { step });
            let mut painting = Painting::begin_with(subject.clone(), recipe(&case), chance).unwrap();
            painting.step(&never).unwrap();
            let near = |part: &str, found: f64, wanted: f64, size: f64| {
                let what = format!("{} {} step {step}: {part}", case.topology, case.of);
                assert!((found - wanted).abs() <= TOLERANCE * size, "{what} {found} instead of {wanted}");
            };
            let point = painting.curve().points()[0];
            near("value", point.value.into(), golden.value, golden.value.abs().max(0.1));
            near("length", point.gradient.into(), golden.length, golden.length);
            let pixels = pixels(&painting.pictures().pop().unwrap());
            let mean = pixels.iter().sum::<f64>() / pixels.len() as f64;
            let square = pixels.iter().map(|pixel| (pixel - mean).powi(2)).sum::<f64>() / pixels.len() as f64;
            near("mean", mean, golden.mean, 1.0);
            near("spread", square.sqrt(), golden.spread, 1.0);
            for &(place, wanted) in &golden.cells {
                // The picture is rounded to 255 levels.
                let error = (pixels[place] - wanted).abs();
                let most = PIXEL_TOLERANCE + 0.5 / 255.0;
                assert!(error <= most, "{} step {step}: pixel {place} {} instead of {wanted}", case.of, pixels[place]);
            }
        }
    }
}

#[test]
fn ten_steps_of_adam_are_those_of_pytorch() {
    let golden = golden().adam;
    let numbers = |seed| (0..golden.len() as u64).map(|index| noise(seed, index)).collect::<Vec<f32>>();
    let (mut parameters, mut adam) = (numbers(61), Adam::new(golden.len(), 0.05));
    for step in 0..10 {
        let gradient = numbers(70 + step);
        adam.climb(&mut parameters, |first, now, into| {
            assert_eq!(now.len(), into.len());
            into.copy_from_slice(&gradient[first..][..into.len()]);
        });
    }
    for (found, wanted) in parameters.iter().zip(&golden) {
        assert!((f64::from(*found) - wanted).abs() <= 1e-5, "{found} instead of {wanted}");
    }
}
