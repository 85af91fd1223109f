//! `teach FOLDER --out FILE` as the real binary.

use serde_json::Value;

use super::{album_photo, folder_of};
use crate::cli::{program, stderr};

#[test]
fn a_folder_is_taught_and_its_file_classifies() {
    let (folder, out) = (folder_of(3), tempfile::tempdir().unwrap());
    let file = out.path().join("fruit.safetensors");
    let (path, file) = (folder.path().to_str().unwrap(), file.to_str().unwrap());
    let taught = program(&["teach", path, "--out", file, "--json"]);
    assert_eq!((stderr(&taught).as_str(), taught.status.code()), ("", Some(0)));
    let report: Value = serde_json::from_slice(&taught.stdout).unwrap();
    let names: Vec<&str> =
        report["classes"].as_array().unwrap().iter().map(|class| class["name"].as_str().unwrap()).collect();
    assert_eq!(names, super::FRUITS);
    let depths = report["left_out"].as_array().unwrap();
    assert_eq!(depths.len(), 4);
    assert!(depths.iter().all(|depth| depth["of"] == 9 && depth["right"].as_u64().unwrap() <= 9));
    let right: u64 = report["classes"].as_array().unwrap().iter().map(|class| class["right"].as_u64().unwrap()).sum();
    assert_eq!(depths[3]["right"], right);
    let card = std::fs::read_to_string(out.path().join("fruit.card.md")).unwrap();
    assert!(card.contains("| banana | 3 |") && card.contains("taught 3 classes on 9 photos"), "{card}");

    let photo = album_photo("banana", 4);
    let said = program(&["classify", "--json", "--weights", file, photo.to_str().unwrap()]);
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    let text = said.to_string();
    assert!(text.contains("banana") && text.contains("pineapple") && !text.contains("bicycle"), "{text}");
    let checked = program(&["weights", "check", file]);
    assert_eq!(checked.status.code(), Some(0), "{}", stderr(&checked));
}

#[test]
fn what_is_odd_about_a_folder_is_said() {
    let (folder, out) = (folder_of(3), tempfile::tempdir().unwrap());
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("alone")).unwrap();
    std::fs::copy(album_photo("dog", 1), at("alone/dog.jpg")).unwrap();
    std::fs::copy(album_photo("banana", 1), at("pineapple/again.jpg")).unwrap();
    std::fs::write(at("banana/bad.jpg"), "no photo").unwrap();
    std::fs::create_dir(at("empty")).unwrap();
    let file = out.path().join("fruit.safetensors");
    let taught = program(&["teach", folder.path().to_str().unwrap(), "--out", file.to_str().unwrap()]);
    let said = stderr(&taught);
    // Something was bad, and the rest was done.
    assert_eq!(taught.status.code(), Some(1), "{said}");
    for part in [
        "bad.jpg: This file",
        "the same photo is in banana too",
        "empty: No photos are in this folder",
        "alone: One photo is taught, but cannot be left out",
        "One class has 4 photos and another 1",
    ] {
        assert!(said.to_lowercase().contains(&part.to_lowercase()), "{part}: {said}");
    }
    let text = String::from_utf8(taught.stdout).unwrap();
    assert!(text.contains("alone") && text.contains("not tested") && text.contains("of 10 right"), "{text}");
    assert!(file.exists());
}

#[test]
fn folders_that_teach_nothing_are_refused_in_one_sentence() {
    let (folder, out) = (folder_of(1), tempfile::tempdir().unwrap());
    let file = out.path().join("fruit.safetensors");
    let file = file.to_str().unwrap();
    let refused = |path: &std::path::Path, sentence: &str| {
        let output = program(&["teach", path.to_str().unwrap(), "--out", file]);
        let said = stderr(&output);
        assert_eq!((output.status.code(), said.lines().count()), (Some(1), 1), "{said}");
        assert!(said.contains(sentence), "{said}");
        assert!(!std::path::Path::new(file).exists());
    };
    refused(&folder.path().join("banana"), "fewer than two of them have photos");
    refused(&folder.path().join("nowhere"), "nowhere: ");
    let many = tempfile::tempdir().unwrap();
    for class in 0..9 {
        std::fs::create_dir(many.path().join(class.to_string())).unwrap();
        std::fs::copy(album_photo("dog", 1), many.path().join(format!("{class}/dog.jpg"))).unwrap();
    }
    refused(many.path(), "9 classes are more than the 8");
    let output = program(&["teach", folder.path().to_str().unwrap(), "--out", "/no/such/folder/x.safetensors"]);
    assert!(stderr(&output).contains("could not be written"), "{}", stderr(&output));
}
