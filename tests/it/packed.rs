//! What the program carries smaller than it is comes out as it went in.

use std::path::{Path, PathBuf};

use inception_lens::platform;

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn the_default_weights_are_the_file_byte_by_byte() {
    assert!(platform::default_weights() == std::fs::read(project("weights/default.safetensors")).unwrap());
}

#[test]
fn every_font_and_text_is_its_file_byte_by_byte() {
    let mut paths = vec!["album/SOURCES.csv".to_owned()];
    for folder in ["fonts", "locales"] {
        for entry in std::fs::read_dir(project("assets").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ["otf", "ttf", "ftl"].into_iter().any(|known| ending == known)) {
                paths.push(format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap()));
            }
        }
    }
    assert_eq!(paths.len(), 11);
    for path in paths {
        assert!(platform::asset(&path) == std::fs::read(project("assets").join(&path)).unwrap(), "{path}");
    }
}
