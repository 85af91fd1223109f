//! The programs of `examples/`, as somebody who tries them would run them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::program;

/// Where `cargo test` puts an example: beside the folder of this test's own program.
fn example(name: &str, arguments: &[&str]) -> String {
    let tests = std::env::current_exe().unwrap();
    let path = tests.parent().and_then(Path::parent).unwrap().join("examples").join(name);
    let output = Command::new(&path).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}; `cargo test` builds it", path.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const CAT: &str = "assets/samples/cat.png";

#[test]
fn classify_says_what_the_program_says() {
    let said = example("classify", &[CAT]);
    let program = program(&["classify", "--json", "--top", "1", CAT]).stdout;
    let program: serde_json::Value = serde_json::from_slice(&program).unwrap();
    let best = &program[0]["heads"]["main"][0];
    let (label, probability) = (best["label"].as_str().unwrap(), best["probability"].as_f64().unwrap());
    assert_eq!(said.lines().next().unwrap(), format!("{label}: {:.1} %", probability * 100.0));
    assert!(said.contains("inception4a: [1, 512, 14, 14]"), "{said}");
}

#[test]
fn heatmap_and_dream_write_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let out = |name: &str| -> PathBuf { folder.path().join(name) };
    let (heatmap, dream) = (out("heatmap.png"), out("dream.png"));
    let said = example("heatmap", &[CAT, heatmap.to_str().unwrap()]);
    assert!(said.contains(" = bias ") && said.contains(" + evidence "), "{said}");
    assert_eq!(image::open(&heatmap).unwrap().into_rgb8().dimensions(), (224, 224));
    example("dream", &[CAT, dream.to_str().unwrap(), "1"]);
    let [before, after] =
        [Path::new(env!("CARGO_MANIFEST_DIR")).join(CAT), dream].map(|path| image::open(path).unwrap());
    assert_eq!(before.into_rgb8().dimensions(), after.into_rgb8().dimensions());
}
