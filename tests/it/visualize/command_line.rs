//! `visualize`: the file it writes, what stands in it, and what it refuses.

use std::collections::HashMap;
use std::path::Path;

use inception_lens::engine::LoadedNetwork;
use inception_lens::visualize::{Painting, Sign};

use super::{channel, never, small};
use crate::cli::{program, stderr};

/// The texts in a PNG.
pub fn texts(path: &Path) -> HashMap<String, String> {
    let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let reader = png::Decoder::new(file).read_info().unwrap();
    let info = reader.info();
    let plain = info.uncompressed_latin1_text.iter().map(|text| (text.keyword.clone(), text.text.clone()));
    let other = info.utf8_text.iter().map(|text| (text.keyword.clone(), text.get_text().unwrap()));
    plain.chain(other).collect()
}

#[test]
fn a_picture_that_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.png");
    let arguments = ["visualize", "--of", "inception3b:7", "--size", "96", "--steps", "2", "--seed", "5", "--minimise"];
    let output = program(&[&arguments[..], &["--out", out.to_str().unwrap()]].concat());
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("inception3b:7, 2 steps of 96 x 96 pixels"), "{said}");

    let network = LoadedNetwork::load_default().unwrap();
    let mut recipe = small(channel("inception3b", 7));
    (recipe.seed, recipe.sign) = (5, Sign::Minimise);
    let mut painting = Painting::begin(network.subject(), recipe).unwrap();
    painting.advance(2, &never).unwrap();
    assert_eq!(image::open(&out).unwrap().to_rgb8(), painting.picture());

    let texts = texts(&out);
    for (key, text) in [
        ("of", "inception3b:7"),
        ("steps", "2"),
        ("size", "96x96"),
        ("seed", "5"),
        ("sign", "minimised"),
        ("weights_sha256", &network.sha256),
    ] {
        assert_eq!(texts[key], text, "{key}");
    }
    assert!(texts["software"].starts_with("inception-lens "));
}

#[test]
fn classes_branches_photos_and_fresh_weights() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.png");
    let run = |words: &[&str]| {
        let common = ["visualize", "--size", "96", "--steps", "1", "--out", out.to_str().unwrap()];
        let output = program(&[&common[..], words].concat());
        assert_eq!(stderr(&output), "", "{words:?}");
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        (texts(&out), image::open(&out).unwrap().to_rgb8().dimensions())
    };
    assert_eq!(run(&["--of", "main:CAT"]).0["of"], "main:cat");
    assert_eq!(run(&["--of", "inception4a.branch3"]).0["of"], "inception4a.branch3");
    assert_eq!(run(&["--of", "conv2:3", "--from", "assets/samples/cat.png"]).0["start"], "a photo");
    let (texts, size) = run(&["--of", "conv2:3", "--diverse", "--random-weights"]);
    assert_eq!(texts["weights"], "random weights in place of these");
    assert_eq!(size, (4 * 96, 96));
}

#[test]
fn what_is_wrong_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let out = path("out.png");
    let bad = |words: &[&str], code: i32, wanted: &str| {
        let output = program(&[&["visualize"], words].concat());
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {said}");
        assert!(said.contains(wanted), "{words:?}: {said}");
        assert!(code == 2 || said.lines().count() == 1, "{said}");
        assert!(!Path::new(&out).exists());
    };
    bad(&["--of", "inception3b:480", "--out", &out], 1, "has 480 channels, from 0; there is no channel 480.");
    bad(&["--of", "main:unicorn", "--out", &out], 1, "unicorn");
    bad(&["--of", "aux1:0", "--out", &out], 1, "needs an input of 224x224");
    bad(&["--of", "conv1:0", "--out", &path("out.jpg")], 1, "only PNG pictures are written; end the name in .png.");
    bad(&["--of", "conv1:0", "--out", &path("no/such.png")], 1, "This file could not be written");
    bad(&["--of", "conv1:0", "--from", &path("none.jpg"), "--out", &out], 1, "There is no such file");
    bad(&["--of", "nothing:0", "--out", &out], 2, "no layer is called \"nothing\"");
    bad(&["--of", "conv1:x", "--out", &out], 2, "comes a channel, a whole number from 0");
    bad(&["--of", "conv1:0", "--size", "95", "--out", &out], 2, "95");
    bad(&["--of", "conv1:0", "--steps", "0", "--out", &out], 2, "0");
}
