//! `classify`: the right answers, the JSON of the contract, bad images among good ones.

use inception_lens::analysis::prediction::softmax;
use inception_lens::spec::Topology;
use serde_json::Value;

use super::{json, keys, program, stderr, stdout};
use crate::golden::golden;
use crate::synthetic::File;

#[test]
fn classify_says_what_is_on_two_photos_for_people() {
    let text = stdout(&["classify", "assets/samples/cat.png", "assets/samples/flower.jpg", "--top", "1"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 10, "{text}");
    assert!(lines[0].starts_with("assets/samples/cat.png  (forward pass "), "{text}");
    let words: Vec<&str> = lines[1].split_whitespace().collect();
    assert_eq!(words, ["head", "class", "probability", "logit"]);
    for (line, start) in lines[2..5].iter().zip(["  main  cat", "  aux1  cat", "  aux2  cat"]) {
        assert!(line.starts_with(start), "{text}");
    }
    assert!(lines[7].starts_with(&format!("  main  {}", crate::defaults::answer("flower").0)), "{text}");
}

#[test]
fn classify_json_goes_on_after_a_bad_image() {
    let images = ["assets/samples/cat.png", "Cargo.toml", "nowhere.png", "assets/samples/flower.jpg"];
    let output =
        program(&[&["classify", "--json", "--top", &crate::defaults::classes().to_string()], &images[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    let errors = stderr(&output);
    assert_eq!(
        errors.lines().collect::<Vec<_>>(),
        [
            "Cargo.toml: This file is not a picture Inception Lens can read; choose a JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL file.",
            "nowhere.png: There is no such file; check its name and folder.",
        ]
    );
    let entries: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    for (entry, image) in entries.iter().zip(images) {
        assert_eq!(entry["image"], image);
    }
    assert_eq!(keys(&entries[1]), ["error", "image"]);
    assert!(errors.contains(entries[2]["error"].as_str().unwrap()));
    for (entry, label) in [(&entries[0], "cat"), (&entries[3], &*crate::defaults::answer("flower").0)] {
        assert_eq!(keys(entry), ["forward_ms", "heads", "image"]);
        assert!(entry["forward_ms"].as_f64().unwrap() > 0.0);
        assert_eq!(keys(&entry["heads"]), ["aux1", "aux2", "main"]);
        assert_eq!(entry["heads"]["main"][0]["label"], label);
        for head in ["main", "aux1", "aux2"] {
            let classes = entry["heads"][head].as_array().unwrap();
            assert_eq!(classes.len(), crate::defaults::classes());
            assert_eq!(keys(&classes[0]), ["index", "label", "logit", "probability"]);
            let sum: f64 = classes.iter().map(|class| class["probability"].as_f64().unwrap()).sum();
            assert!((sum - 1.0).abs() < 1e-5, "{head}: {sum}");
            assert!(classes.is_sorted_by(|a, b| a["logit"].as_f64() >= b["logit"].as_f64()));
        }
    }
}

/// Photos that a job takes at a time, a bad one among them, get the answers that each gets alone.
#[test]
fn photos_at_once_are_answered_as_one_by_one() {
    let samples = ["cat.png", "flower.jpg", "coffee.png", "china.jpg", "rocket.jpg"];
    let mut images: Vec<String> = samples.repeat(4).iter().map(|name| format!("assets/samples/{name}")).collect();
    images.insert(1, "nowhere.png".to_owned());
    let entries = |jobs: &str| -> Vec<Value> {
        let images = images.iter().map(String::as_str);
        let arguments: Vec<&str> = ["classify", "--json", "--jobs", jobs].into_iter().chain(images).collect();
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_inception-lens"));
        let program = program.args(&arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = program.env("RAYON_NUM_THREADS", "2").output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        let mut entries: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        for entry in &mut entries {
            entry.as_object_mut().unwrap().remove("forward_ms");
        }
        entries
    };
    let one_by_one = entries("1");
    assert_eq!(one_by_one.len(), images.len());
    assert!(one_by_one[1]["error"].is_string());
    assert_eq!(entries("2"), one_by_one);
}

#[test]
fn from_the_photo_itself_as_pytorch_within_two_percent() {
    for (photo, file) in [("cat", "cat.png"), ("flower", "flower.jpg")] {
        let entries = json(&["classify", &format!("assets/samples/{file}"), "--json"]);
        for (head, layer) in [("main", "fc"), ("aux1", "aux1.fc2"), ("aux2", "aux2.fc2")] {
            let best = &entries[0]["heads"][head][0];
            let golden = softmax(&golden()[photo][layer].values);
            let index = best["index"].as_u64().unwrap() as usize;
            let most = golden.iter().copied().fold(0.0, f32::max);
            assert_eq!(golden[index], most, "{photo} {head}: another class");
            assert_eq!(best["label"], crate::defaults::labels()[index]);
            let probability = best["probability"].as_f64().unwrap();
            assert!((probability - f64::from(most)).abs() <= 0.02, "{photo} {head}: {probability} {most}");
        }
    }
}

#[test]
fn other_weights_bring_their_own_labels_and_heads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.safetensors");
    let file = File::of(Topology::TORCHVISION, 3, [false, false]).describe("topology", "torchvision");
    std::fs::write(&path, file.bytes()).unwrap();
    let output = program(&["classify", "assets/samples/cat.png", "--weights", path.to_str().unwrap(), "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let note = format!("{}: These weights have no auxiliary heads.\n", path.display());
    assert_eq!(stderr(&output), note);
    let entries: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(keys(&entries[0]["heads"]), ["main"]);
    assert_eq!(entries[0]["heads"]["main"].as_array().unwrap().len(), 3);
    let label = entries[0]["heads"]["main"][0]["label"].as_str().unwrap();
    assert!(label.starts_with("class "), "{label}");
}

/// Addresses as a file manager hands them over, and what should be known about a picture on stderr.
#[test]
fn classify_takes_addresses_and_says_what_it_did() {
    let folder = tempfile::tempdir().unwrap();
    let named = folder.path().join("a photo #1.tif");
    std::fs::copy("tests/fixtures/field/photos/tiff_f32_255.tif", &named).unwrap();
    let address = format!("file://{}/a%20photo%20%231.tif", folder.path().display());
    let output = program(&["classify", &address, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let said = stderr(&output);
    let expected = "its numbers run from 0 to 251; they are shown as black to white.";
    assert_eq!(said, format!("{}: {expected}\n", named.display()));
    // An address of another machine is no file here.
    let output = program(&["classify", "file://elsewhere/photo.jpg"]);
    assert!(stderr(&output).contains("There is no such file"), "{}", stderr(&output));
}
