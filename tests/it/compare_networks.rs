//! Two sets of weights: similarity against NumPy, change of the weights, and the command.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use inception_lens::analysis::{Responses, linear_cka};
use inception_lens::engine::LoadedNetwork;
use inception_lens::spec::DEPTHS;
use serde_json::Value;

use crate::app::sample;
use crate::cli::{quick_program, stderr};
use crate::small_album::small_album;
use crate::synthetic::noise;

fn responses(seed: u64, photos: usize, channels: usize) -> Responses {
    Responses { channels, values: (0..(photos * channels) as u64).map(|index| noise(seed, index)).collect() }
}

#[test]
fn similarity_is_that_of_numpy() {
    for case in serde_json::from_str::<Vec<Value>>(include_str!("../fixtures/cka/cka.json")).unwrap() {
        let number = |value: &Value| value.as_u64().unwrap() as usize;
        let (photos, share) = (number(&case["photos"]), case["share"].as_f64().unwrap() as f32);
        let [one, other] = [0, 1].map(|side| number(&case["channels"][side]));
        let (x, mut y) = (responses(3, photos, one), responses(4, photos, other));
        for photo in 0..photos {
            for channel in 0..one.min(other) {
                y.values[photo * other + channel] += share * 3.0 * x.values[photo * one + channel];
            }
        }
        let (found, wanted) = (linear_cka(&x, &y).unwrap(), case["cka"].as_f64().unwrap());
        assert!((found - wanted).abs() < 1e-4, "{photos} photos: {found} instead of {wanted}");
        assert!((linear_cka(&x, &x).unwrap() - 1.0).abs() < 1e-9);
        // Neither the scale of a network nor the order of its channels matters.
        let scaled = Responses { values: x.values.iter().map(|value| 7.0 * value).collect(), ..x.clone() };
        assert!((linear_cka(&scaled, &y).unwrap() - found).abs() < 1e-6);
    }
    assert_eq!(linear_cka(&responses(1, 4, 3), &responses(1, 5, 3)), None);
    assert_eq!(linear_cka(&responses(1, 1, 3), &responses(2, 1, 3)), None);
    let silent = Responses { channels: 2, values: vec![0.5; 8] };
    assert_eq!(linear_cka(&silent, &responses(1, 4, 3)), None);
}

/// Two programs cannot run one album at once.
static ALBUM: Mutex<()> = Mutex::new(());

fn compare(with: &str, more: &[&str]) -> std::process::Output {
    let _alone = ALBUM.lock().unwrap_or_else(PoisonError::into_inner);
    let photo = sample("cat.png").unwrap();
    let album = small_album().to_str().unwrap();
    quick_program(&[&["compare", photo.to_str().unwrap(), "--with", with, "--folder", album], more].concat())
}

fn json(with: &str, more: &[&str]) -> Value {
    let said = compare(with, &[&["--json"], more].concat());
    assert!(said.status.success(), "{}", stderr(&said));
    serde_json::from_slice(&said.stdout).unwrap()
}

fn numbers(compared: &Value, key: &str) -> Vec<f64> {
    let layers = compared["layers"].as_array().unwrap();
    assert_eq!(layers.iter().map(|layer| layer["name"].as_str().unwrap()).collect::<Vec<_>>(), DEPTHS);
    layers.iter().map(|layer| layer[key].as_f64().unwrap()).collect()
}

#[test]
fn random_weights_are_other_weights() {
    let compared = json("random", &["--baseline"]);
    let similarity = numbers(&compared, "similarity");
    assert!(similarity.iter().all(|value| (0.0..1.0).contains(value)), "{similarity:?}");
    assert!(numbers(&compared, "random_similarity").iter().all(|value| (0.0..1.0).contains(value)));
    assert!(numbers(&compared, "weights_change").iter().all(|&change| change > 0.5));
    // The same weights every time; what they answer is their own.
    let network = LoadedNetwork::load_default().unwrap();
    let random = network.with_random_weights(0).unwrap();
    assert_ne!(random.sha256, network.sha256);
    assert_ne!(random.sha256, network.with_random_weights(1).unwrap().sha256);
    assert_ne!(compared["heads"]["main"][0]["logit"], compared["with"]["main"][0]["logit"]);
}

#[test]
fn a_network_is_like_itself_and_tables_name_both() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("weights/default.safetensors");
    let compared = json(file.to_str().unwrap(), &[]);
    assert!(numbers(&compared, "similarity").iter().all(|value| (value - 1.0).abs() < 1e-9));
    assert!(numbers(&compared, "weights_change").iter().all(|&change| change == 0.0));
    assert_eq!(compared["heads"], compared["with"]);
    let table = compare("random", &[]);
    let table = String::from_utf8(table.stdout).unwrap();
    for words in ["random weights 0", "similarity", "change of weights", "inception5b"] {
        assert!(table.contains(words), "{table}");
    }
}

#[test]
fn what_is_wrong_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.pth");
    std::fs::write(&broken, b"no weights at all").unwrap();
    for (with, words) in [(broken.to_str().unwrap(), "broken.pth"), ("nowhere.safetensors", "nowhere.safetensors")] {
        let said = compare(with, &[]);
        assert!(!said.status.success());
        let words_said = stderr(&said);
        assert_eq!(words_said.trim_end().lines().count(), 1, "{words_said}");
        assert!(words_said.contains(words), "{words_said}");
    }
}
