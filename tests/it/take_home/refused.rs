//! What is not written, and what stays as it was.

use std::fs;

use super::window::{at_layer, names, take, wait, window};
use crate::app::sample;
use inception_lens::state::{MessageKind, Options};

#[test]
fn what_cannot_be_written_says_so_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(at_layer("conv1"));
    *answers.path.lock().unwrap() = Some(folder.path().join("no-such-folder/a.csv"));
    take(&mut harness, "Table of its values (CSV)");
    wait(&mut harness);
    let message = harness.state().state().messages.last().unwrap().clone();
    assert_eq!(message.kind, MessageKind::Error);
    assert_eq!(
        message.text,
        "a.csv: This file could not be written (no such file or directory); choose another name or folder."
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_dialog_that_is_sent_away_writes_nothing() {
    let (mut harness, answers) = window(at_layer("conv1"));
    take(&mut harness, "Its values for NumPy (.npy)");
    wait(&mut harness);
    assert_eq!(*answers.proposed.lock().unwrap(), ["cat-conv1.npy"]);
    assert!(harness.state().state().messages.is_empty());
}

#[test]
fn the_open_photo_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.png");
    fs::copy(sample("cat.png").unwrap(), &photo).unwrap();
    let before = fs::read(&photo).unwrap();
    let (mut harness, answers) = window(Options { image: Some(photo.clone()), ..Default::default() });
    // The same file by another path.
    let roundabout = folder.path().join("x/..");
    fs::create_dir(folder.path().join("x")).unwrap();
    *answers.path.lock().unwrap() = Some(roundabout.join("photo.png"));
    take(&mut harness, "Picture, at twice its size (PNG)");
    wait(&mut harness);
    let message = harness.state().state().messages.last().unwrap().clone();
    assert_eq!(message.text, "photo.png: This file is what was opened, so it is not overwritten; choose another name.");
    assert_eq!(fs::read(&photo).unwrap(), before);
}

#[test]
fn an_older_file_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(at_layer("avgpool"));
    let path = folder.path().join("a.npy");
    fs::write(&path, vec![0; 100_000]).unwrap();
    *answers.path.lock().unwrap() = Some(path.clone());
    take(&mut harness, "Its values for NumPy (.npy)");
    wait(&mut harness);
    assert_eq!(fs::metadata(&path).unwrap().len(), 128 + 4 * 1024);
}
