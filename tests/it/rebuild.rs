//! Photos rebuilt from a layer: steps against PyTorch, what the parts of a photo are, what the command writes and what is refused.

use std::sync::LazyLock;

use image::{Rgb, RgbImage};
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::model::Muted;
use inception_lens::visualize::canvas::NOISE;
use inception_lens::visualize::chance::Chance;
use inception_lens::visualize::rebuild::{RebuildRecipe, Rebuilding, correlations};
use inception_lens::visualize::window::Window;
use serde_json::Value;

use crate::app::sample;
use crate::cli::{program, stderr};
use crate::synthetic::noise;

static NETWORK: LazyLock<LoadedNetwork> = LazyLock::new(|| LoadedNetwork::load_default().unwrap());

/// Largest error, as a part of the value.
const TOLERANCE: f64 = 1e-3;

/// The photo of the fixture.
fn bands() -> RgbImage {
    RgbImage::from_fn(224, 224, |x, y| Rgb([(x % 200) as u8, (y % 170) as u8, ((x + y) / 3 % 250) as u8]))
}

/// The noise of one of the fixture's steps.
#[derive(Debug)]
struct ByFormula(u64);

impl Chance for ByFormula {
    fn noise(&self, picture: usize, count: usize) -> Vec<f32> {
        let seed = 21 + picture as u64 + 100 * self.0;
        (0..count as u64).map(|index| NOISE * noise(seed, index)).collect()
    }

    fn window(&self, _: usize, _: usize, _: f32) -> Window {
        Window::MIDDLE
    }
}

fn recipe(of: &str) -> RebuildRecipe {
    let (layer, channel) = of.split_once(':').map_or((of, None), |(layer, channel)| (layer, channel.parse().ok()));
    RebuildRecipe::of(layer, channel)
}

fn begin(of: &str, muted: Muted, step: u64) -> Rebuilding {
    Rebuilding::begin_with(NETWORK.subject(), muted, &bands(), recipe(of), &ByFormula(step)).unwrap()
}

/// The fixture says why each of the ten begins at noise of its own.
#[test]
fn ten_steps_are_those_of_pytorch() {
    let fixture = include_str!("../fixtures/rebuild/rebuild.json");
    for case in serde_json::from_str::<Vec<Value>>(fixture).unwrap() {
        let of = case["of"].as_str().unwrap();
        let near = |what: &str, found: f64, wanted: &Value, size: f64| {
            let wanted = wanted.as_f64().unwrap();
            assert!((found - wanted).abs() <= TOLERANCE * size, "{of} {what}: {found} instead of {wanted}");
        };
        for (step, golden) in (0..).zip(case["steps"].as_array().unwrap()) {
            let mut rebuilding = begin(of, Muted::new(), step);
            rebuilding.step(&|| false).unwrap();
            let (after, _) = rebuilding.errors_now(&|| false).unwrap();
            near(&format!("before step {step}"), rebuilding.errors()[0].into(), &golden["before"], 1.0);
            near(&format!("after step {step}"), after.into(), &golden["after"], after.into());
            let picture = rebuilding.picture();
            let values: Vec<f64> = picture.as_raw().iter().map(|&value| f64::from(value) / 255.0).collect();
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let square = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64;
            near("mean", mean, &golden["mean"], 1.0);
            near("spread", square.sqrt(), &golden["spread"], 1.0);
        }
        let Some(on_end) = case["on_end"].as_array() else { continue };
        let mut rebuilding = begin(of, Muted::new(), 0);
        rebuilding.advance(on_end.len() - 1, &|| false).unwrap();
        let last = rebuilding.errors_now(&|| false).unwrap().0;
        for (step, (found, wanted)) in rebuilding.errors().iter().chain([&last]).zip(on_end).enumerate() {
            near(&format!("on end, step {step}"), (*found).into(), wanted, (*found).into());
        }
    }
}

#[test]
fn a_step_that_was_cancelled_has_not_happened() {
    let mut rebuilding = begin("inception3a", Muted::new(), 0);
    let mut undisturbed = rebuilding.clone();
    assert!(rebuilding.step(&|| true).unwrap_err().is_cancelled());
    assert_eq!(rebuilding.steps(), 0);
    rebuilding.advance(2, &|| false).unwrap();
    undisturbed.advance(2, &|| false).unwrap();
    assert_eq!(rebuilding.picture(), undisturbed.picture());
    assert_eq!(rebuilding.errors(), undisturbed.errors());
}

#[test]
fn the_error_falls_and_a_reduction_is_measured_before_too() {
    let mut rebuilding = begin("inception3a.branch3.0", Muted::new(), 0);
    rebuilding.advance(8, &|| false).unwrap();
    let (error, read) = rebuilding.errors_now(&|| false).unwrap();
    assert!(error < 0.7 * rebuilding.errors()[0], "{error} of {}", rebuilding.errors()[0]);
    assert_eq!(rebuilding.read_errors().len(), 8);
    assert!(read.unwrap() > 0.0);
    // The same as what is measured before the next step.
    rebuilding.advance(1, &|| false).unwrap();
    assert_eq!(rebuilding.errors()[8], error);
    assert_eq!(Some(rebuilding.read_errors()[8]), read);
    assert!(begin("inception3a", Muted::new(), 0).read_errors().is_empty());
}

#[test]
fn what_is_off_is_off_in_both_pictures() {
    let muted: Muted = [("inception3a.branch2.1".to_owned(), (0..128).collect())].into_iter().collect();
    let mut silent = begin("inception3a", muted.clone(), 0);
    let mut whole = begin("inception3a", Muted::new(), 0);
    silent.advance(3, &|| false).unwrap();
    whole.advance(3, &|| false).unwrap();
    assert_ne!(silent.picture(), whole.picture());
    // Nothing comes through a branch that is off.
    let refused = Rebuilding::begin(NETWORK.subject(), muted, &bands(), recipe("inception3a.branch2.1"));
    let said = refused.unwrap_err().to_string();
    assert!(said.starts_with("inception3a.branch2.1 is 0 everywhere on this photo"), "{said}");
}

#[test]
fn parts_of_a_photo() {
    let photo = bands();
    for correlation in correlations(&photo, &photo).into_iter().flatten() {
        assert!((correlation - 1.0).abs() < 1e-9);
    }
    // A negative has the same parts the other way round.
    let negative = RgbImage::from_fn(224, 224, |x, y| Rgb(photo[(x, y)].0.map(|value| 255 - value)));
    for correlation in correlations(&photo, &negative).into_iter().flatten() {
        assert!((correlation + 1.0).abs() < 1e-9, "{correlation}");
    }
    // Without colours only those are lost; one grey has nothing.
    let grey = RgbImage::from_fn(224, 224, |x, y| {
        let [red, green, blue] = photo[(x, y)].0.map(f64::from);
        Rgb([(0.299 * red + 0.587 * green + 0.114 * blue).round() as u8; 3])
    });
    let [outlines, patterns, colour] = correlations(&photo, &grey).map(Option::unwrap);
    assert!(outlines > 0.999 && patterns > 0.99 && colour.abs() < 0.05, "{outlines} {patterns} {colour}");
    let flat = RgbImage::from_pixel(224, 224, Rgb([90; 3]));
    assert!(correlations(&photo, &flat).into_iter().flatten().all(|correlation| correlation == 0.0));
    // Where the photo hardly has a part nothing is said of it.
    assert_eq!(correlations(&flat, &photo), [None; 3]);
    assert_eq!(correlations(&grey, &photo)[2], None);
}

#[test]
fn the_command_writes_the_picture_and_says_how_near_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rebuilt.png");
    let photo = sample("cat.png").unwrap();
    let (image, file) = (photo.to_str().unwrap(), out.to_str().unwrap());
    let arguments = ["rebuild", image, "--layer", "inception3a.branch3.0", "--steps", "4", "--out", file, "--json"];
    let said = program(&arguments);
    assert!(said.status.success(), "{}", stderr(&said));
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!((said["layer"].as_str().unwrap(), said["steps"].as_u64()), ("inception3a.branch3.0", Some(4)));
    let seen = NETWORK.prepare_own(&decode_photo(&std::fs::read(&photo).unwrap()).unwrap()).pixels;
    let of = recipe("inception3a.branch3.0");
    let mut rebuilding = Rebuilding::begin(NETWORK.subject(), Muted::new(), &seen, of).unwrap();
    rebuilding.advance(4, &|| false).unwrap();
    let (error, read) = rebuilding.errors_now(&|| false).unwrap();
    let number = |key: &str| said[key].as_f64().unwrap() as f32;
    assert!((number("error") - error).abs() < 1e-5);
    assert!((number("error_before_reduction") - read.unwrap()).abs() < 1e-5);
    let bytes = std::fs::read(&out).unwrap();
    assert_eq!(decode_photo(&bytes).unwrap(), rebuilding.picture());
    let text = String::from_utf8_lossy(&bytes);
    for fact in ["rebuilt_from", "inception3a.branch3.0", "relative_error", "weights_sha256", "cat.png"] {
        assert!(text.contains(fact), "{fact}");
    }
    let table = program(&["rebuild", image, "--layer", "conv2:3", "--steps", "1", "--out", file]);
    assert!(String::from_utf8_lossy(&table.stdout).contains("at conv2:3 after 1 step; correlation with the photo"));
}

#[test]
fn what_is_wrong_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("rebuilt.png");
    let photo = sample("cat.png").unwrap();
    let refused = |arguments: &[&str]| {
        let all = [&["rebuild", photo.to_str().unwrap(), "--out", out.to_str().unwrap()], arguments].concat();
        let said = program(&all);
        assert!(!said.status.success());
        assert!(!out.is_file());
        let words = stderr(&said);
        assert_eq!(words.trim_end().lines().count(), 1, "{words}");
        words
    };
    assert!(refused(&["--layer", "inception3a:256"]).contains("256 channels"));
    assert!(refused(&["--layer", "fc"]).contains("holds no maps, so no photo can be rebuilt from it"));
    let silent = refused(&["--layer", "inception3a.branch3", "--off", "inception3a.branch3"]);
    assert!(silent.contains("is 0 everywhere on this photo"), "{silent}");
}
