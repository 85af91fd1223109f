//! Class names, wherever they stand.

use inception_lens::spec::Topology;
use inception_lens::weights::{LabelsFile, LoadOptions, Weights, WeightsError};

use super::{File, kind, load, notes, paper};
use crate::cli::{program, stderr};

fn three(labels: LabelsFile) -> Result<Weights, WeightsError> {
    let bytes = File::of(Topology::PAPER, 3, [false, false]).bytes();
    let options = LoadOptions { labels: Some(labels), ..paper() };
    Weights::load(&bytes, "three", options)
}

#[test]
fn every_form_of_a_file_of_labels_is_read() {
    for text in [
        "cat\ndog\nred fox",
        r#"["cat", "dog", "red fox"]"#,
        r#"{"red fox": 2, "cat": 0, "dog": 1}"#,
        r#"{"0": "cat", "2": "red fox", "1": "dog"}"#,
        r#"{"0": ["n02121808", "cat"], "1": ["n02084071", "dog"], "2": ["n02119022", "red_fox"]}"#,
        "n02121808 cat, domestic cat, Felis catus\nn02084071 dog, domestic dog\nn02119022 red fox, Vulpes vulpes",
    ] {
        let given = three(LabelsFile::Given(text.as_bytes().to_vec())).unwrap();
        assert_eq!(given.labels, ["cat", "dog", "red fox"], "{text}");
    }
    for (text, cause) in [
        (r#"["cat", "dog"]"#, "it has 2 names"),
        (r#"{"cat": 0, "dog": 1, "fox": 3}"#, "it is JSON, but neither"),
        ("[[", "it is JSON, but neither"),
    ] {
        let error = three(LabelsFile::Given(text.as_bytes().to_vec())).unwrap_err();
        assert!(error.to_string().contains(cause), "{error}");
    }
}

/// In one folder may be the labels of several networks: those that fit are taken, and said.
#[test]
fn of_labels_in_the_folder_those_that_fit_are_taken() {
    let near = |files: &[(&str, &str)]| {
        let files = files.iter();
        let files = files.map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        three(LabelsFile::Near(files.collect())).unwrap()
    };
    let two = ("class_indices.json", r#"{"a": 0, "b": 1}"#);
    let weights = near(&[two, ("labels.txt", "cat\ndog\nfox\n")]);
    assert_eq!(weights.labels, ["cat", "dog", "fox"]);
    let said = "Its class names are those of labels.txt in the same folder.";
    assert!(notes(&weights).contains(said), "{}", notes(&weights));
    assert_eq!(near(&[two]).labels[2], "class 2");
}

#[test]
fn files_beside_the_weights_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let weights = folder.path().join("student.safetensors");
    let bytes = File::of(Topology::PAPER, 2, [false, false]).bytes();
    std::fs::write(&weights, bytes).unwrap();
    let check = || {
        let output = program(&["weights", "check", weights.to_str().unwrap()]);
        assert!(output.status.success(), "{}", stderr(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    std::fs::write(folder.path().join("labels.txt"), "owl\nfrog\n").unwrap();
    assert!(check().contains("2: owl, frog"));
    std::fs::write(folder.path().join("class_indices.json"), r#"{"1": "ant", "0": "bee"}"#).unwrap();
    assert!(check().contains("2: bee, ant"));
    std::fs::write(folder.path().join("student.labels.json"), r#"["elk", "eel"]"#).unwrap();
    assert!(check().contains("2: elk, eel"));
}

#[test]
fn a_checkpoint_says_its_labels_as_a_map() {
    for name in ["labels-map", "class-to-idx"] {
        let weights = load(name);
        assert_eq!((weights.labels[0].as_str(), weights.labels[17].as_str()), ("thing 0", "thing 17"));
    }
}

#[test]
fn the_labels_of_one_output() {
    let bytes = kind("one-output");
    let with = |text: &str| {
        let labels = Some(LabelsFile::Given(text.as_bytes().to_vec()));
        let options = LoadOptions { labels, ..paper() };
        Weights::load(&bytes, "one", options).unwrap().labels
    };
    assert_eq!(with("dog"), ["dog", "not dog"]);
    // The output of a network trained on classes 0 and 1 speaks for class 1.
    assert_eq!(with(r#"{"cat": 0, "dog": 1}"#), ["dog", "cat"]);
}
