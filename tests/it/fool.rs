//! Photos that fool the network: steps against PyTorch, what is written is what is said, and what is refused.

use std::path::Path;
use std::sync::LazyLock;

use image::{Rgb, RgbImage};
use inception_lens::analysis::Scores;
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::decode_photo;
use inception_lens::imaging::{Filter, PhotoRect, Prepared};
use inception_lens::model::{Muted, Run};
use inception_lens::spec::Head;
use inception_lens::visualize::fool::{FoolRecipe, Fooling, Goal, Undo, coin_noise};
use serde_json::Value;

use crate::app::sample;
use crate::cli::{program, stderr};

static NETWORK: LazyLock<LoadedNetwork> = LazyLock::new(|| LoadedNetwork::load_default().unwrap());

/// Which numbers of the fixture are kept.
const EVERY: usize = 149;

/// The photo of the fixture.
fn bands() -> RgbImage {
    RgbImage::from_fn(224, 224, |x, y| Rgb([(x % 200) as u8, (y % 170) as u8, ((x + y) / 3 % 250) as u8]))
}

fn class(name: &str) -> usize {
    NETWORK.labels.iter().position(|label| label == name).unwrap()
}

/// What the main head says of the pixels that the network sees.
fn main_scores(seen: RgbImage) -> Scores {
    let prepared = Prepared { pixels: seen, window: PhotoRect::default(), filter: Filter::Bicubic };
    let (scores, _) = NETWORK.scores(&prepared, Run::new()).unwrap();
    scores.into_iter().find(|scores| scores.head == Head::Main).unwrap()
}

fn changes(before: &RgbImage, fooling: &Fooling) -> Vec<f64> {
    let pairs = before.as_raw().iter().zip(fooling.seen().into_raw());
    pairs.map(|(before, now)| f64::from(now) - f64::from(*before)).step_by(EVERY).collect()
}

#[test]
fn steps_are_those_of_pytorch() {
    let fixture = include_str!("../fixtures/fool/fool.json");
    for case in serde_json::from_str::<Vec<Value>>(fixture).unwrap() {
        let goal = case["goal"].as_str().map_or(Goal::AnyOther, |name| Goal::Class(class(name)));
        let number = |key: &str| case[key].as_u64().unwrap() as usize;
        let recipe = FoolRecipe { goal, epsilon: number("epsilon") as u8, steps: number("steps"), start: None };
        let before = bands();
        let mut fooling = Fooling::begin(NETWORK.subject(), Muted::new(), &before, recipe);
        for (step, wanted) in case["changes"].as_array().unwrap().iter().enumerate() {
            fooling.step(&|| false).unwrap();
            let wanted: Vec<f64> = wanted.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect();
            let found = changes(&before, &fooling);
            assert_eq!(found.len(), wanted.len());
            // A file has whole grey levels.
            let same = found.iter().zip(&wanted).filter(|(found, wanted)| (*found - *wanted).abs() <= 0.5).count();
            // From the second step on both stand on pictures of their own, and a sign of single precision that is not that of
            // double precision draws others after it: more steps are compared by the logit they reach.
            let least = [98, 85].get(step).copied().unwrap_or(0);
            assert!(same * 100 >= wanted.len() * least, "{case:.80}: {same} of {}", wanted.len());
        }
        assert!(fooling.is_finished());
        let after = main_scores(fooling.seen());
        let logit = f64::from(after.logits[number("class")]);
        let wanted = case["logit"].as_f64().unwrap();
        // Rounding moves every number by half a grey level at most.
        let tolerance = if recipe.steps == 1 { 0.1 } else { 0.3 };
        assert!((logit - wanted).abs() <= tolerance * wanted.abs().max(1.0), "{logit} {wanted}");
    }
}

#[test]
fn no_pixel_leaves_epsilon_or_the_range() {
    let black_and_white = RgbImage::from_fn(224, 224, |x, _| if x < 112 { Rgb([0; 3]) } else { Rgb([255, 254, 1]) });
    let recipe = FoolRecipe { goal: Goal::AnyOther, epsilon: 3, steps: 7, start: None };
    let mut fooling = Fooling::begin(NETWORK.subject(), Muted::new(), &black_and_white, recipe);
    assert_eq!(fooling.largest_change(), 0);
    while !fooling.is_finished() {
        fooling.step(&|| false).unwrap();
    }
    let seen = fooling.seen();
    let largest = seen.iter().zip(black_and_white.iter()).map(|(now, before)| now.abs_diff(*before)).max().unwrap();
    assert_eq!(largest, fooling.largest_change());
    assert_eq!(largest, 3);
    // A step that was cancelled has not happened.
    let mut fooling = Fooling::begin(NETWORK.subject(), Muted::new(), &black_and_white, recipe);
    assert!(fooling.step(&|| true).unwrap_err().is_cancelled());
    assert_eq!((fooling.steps(), fooling.largest_change()), (0, 0));
}

#[test]
fn noise_of_the_same_size_and_what_undoes_a_change() {
    let bands = bands();
    let noisy = coin_noise(&bands, 2, 5);
    assert!(bands.iter().zip(noisy.iter()).all(|(before, now)| now.abs_diff(*before) <= 2));
    let moved = bands.iter().zip(noisy.iter()).filter(|(before, now)| before != now).count();
    assert!(moved * 100 > 95 * bands.as_raw().len(), "only black stays where a coin says down");
    assert_eq!(noisy, coin_noise(&bands, 2, 5));
    assert_ne!(noisy, coin_noise(&bands, 2, 6));
    for undo in Undo::ALL {
        let other = undo.apply(&bands).unwrap();
        assert_eq!(other.dimensions(), bands.dimensions());
        assert_ne!(other, bands, "{}", undo.word());
    }
    // Half a pixel down a slope of one grey level a pixel is half a grey level.
    let slope = RgbImage::from_fn(224, 224, |x, _| Rgb([x as u8; 3]));
    let shifted = Undo::Shift.apply(&slope).unwrap();
    assert_eq!([shifted[(7, 9)].0[0], shifted[(100, 0)].0[0]], [7, 100]);
}

#[test]
fn the_file_read_again_answers_what_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("fooled.png");
    for name in ["cat.png", "motorcycle.jpg"] {
        let photo = sample(name).unwrap();
        let (image, file) = (photo.to_str().unwrap(), out.to_str().unwrap());
        let said = program(&["fool", image, "--to", "any", "--out", file, "--json"]);
        assert!(said.status.success(), "{}", stderr(&said));
        let said: Value = serde_json::from_slice(&said.stdout).unwrap();
        let (before, after) = (&said["before"]["main"][0], &said["after"]["main"][0]);
        assert_ne!(before["label"], after["label"], "{name}");
        let change = said["largest_change"].as_u64().unwrap();
        assert!((1..=2).contains(&change));
        let read = decode_photo(&std::fs::read(&out).unwrap()).unwrap();
        // At the network's size: nothing is resized, so what it sees differs from the photo by what was said.
        let short = NETWORK.topology.preprocessing.resize_short_side;
        assert_eq!(read.width().min(read.height()), short);
        let original = NETWORK.prepare_own(&photo_of(&photo));
        let again = NETWORK.prepare_own(&read);
        let pairs = original.pixels.iter().zip(again.pixels.iter());
        assert_eq!(pairs.map(|(before, now)| u64::from(now.abs_diff(*before))).max(), Some(change));
        let answer = main_scores(again.pixels).top(1, &NETWORK.labels)[0].clone();
        assert_eq!(answer.label, after["label"].as_str().unwrap());
        let probability = after["probability"].as_f64().unwrap();
        assert!((f64::from(answer.probability) - probability).abs() < 1e-4);
    }
}

fn photo_of(path: &Path) -> RgbImage {
    decode_photo(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn what_is_wrong_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("fooled.png");
    let photo = sample("cat.png").unwrap();
    let refused = |arguments: &[&str]| {
        let said = program(&[&["fool", photo.to_str().unwrap(), "--out", out.to_str().unwrap()], arguments].concat());
        assert!(!said.status.success() && !out.exists());
        (said.status.code(), stderr(&said).trim_end().to_owned())
    };
    let (code, said) = refused(&["--to", "cat"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("This photo is taken for cat already; choose another class, or any."), "{said}");
    let (code, said) = refused(&["--to", "unicorn"]);
    assert_eq!(code, Some(1));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(refused(&["--to", "any", "--epsilon", "17"]).0, Some(2));
}
