//! What `export` and `--screenshot` write, and what they refuse.

use std::fs;
use std::path::Path;

use super::{PHOTO, export, read_npy};
use crate::cli::{program, stderr};

#[test]
fn a_layer_for_numpy_has_the_numbers_of_its_table() {
    let (shape, values) = read_npy(&export(PHOTO, "layer:inception5b.branch4.1", "a.npy", &[]));
    assert_eq!(shape, [128, 7, 7]);
    let table = String::from_utf8(export(PHOTO, "layer:inception5b.branch4.1", "a.csv", &[])).unwrap();
    let rows = table.lines().skip(1);
    let written = rows.map(|row| row.rsplit(',').next().unwrap().parse::<f32>().unwrap());
    assert_eq!(written.collect::<Vec<_>>(), values);
}

#[test]
fn wrong_pairs_of_view_and_ending_say_what_goes_together() {
    let folder = tempfile::tempdir().unwrap();
    let out = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (view, file, said) in [
        ("network", "a.npy", "Only a layer is an array; use --view layer:NAME"),
        ("network", "a.html", "Only the whole lesson is a page; use --view tour"),
        ("tour:3", "a.html", "Only the whole lesson is a page; use --view tour"),
        ("tour:worksheet", "a.csv", "The tour has no numbers of its own"),
        ("tour:worksheet", "a.png", "The lesson on paper is no view of the window"),
    ] {
        let output = program(&["export", PHOTO, "--view", view, "--out", &out(file)]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).starts_with(said), "{view} {file}: {}", stderr(&output));
        assert!(!Path::new(&out(file)).exists());
    }
    let output = program(&["export", PHOTO, "--view", "tour", "--out", &out("no/a.html")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).ends_with("(no such file or directory); choose another name or folder.\n"));
}

#[test]
fn the_photo_is_not_overwritten_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.png");
    fs::copy(PHOTO, &photo).unwrap();
    let path = photo.to_str().unwrap();
    for arguments in [&["export", path, "--view", "network", "--out", path][..], &[path, "--screenshot", path]] {
        let output = program(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("is not overwritten"), "{}", stderr(&output));
    }
    assert_eq!(fs::read(photo).unwrap(), fs::read(PHOTO).unwrap());
}

/// Every view, tab, detail and card that the help names.
#[test]
fn a_screenshot_of_everything_the_view_argument_knows() {
    let folder = tempfile::tempdir().unwrap();
    let views = [
        "network:keys",
        "network:edit",
        "module:3a:side-by-side",
        "module:4a:walk",
        "module:3a:odd-kernels",
        "module:3a:receptive-fields",
        "layer:conv1:kernels",
        "classifiers:pooling",
        "classifiers:heads",
        "cost:lineage",
        "tour",
        "tour:3:answer",
    ];
    for view in views {
        let out = folder.path().join("a.png");
        let output = program(&[PHOTO, "--view", view, "--screenshot", out.to_str().unwrap(), "--size", "1100x720"]);
        assert_eq!(stderr(&output), "", "{view}");
        let picture = image::open(&out).unwrap();
        assert_eq!((picture.width(), picture.height()), (1100, 720));
        fs::remove_file(out).unwrap();
    }
    let output = program(&["--view", "network:nothing"]);
    assert!(stderr(&output).contains("after the colon comes one of"));
}
