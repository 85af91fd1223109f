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
fn every_font_is_its_file_byte_by_byte() {
    let mut count = 0;
    for entry in std::fs::read_dir(project("assets/fonts")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "otf" || ending == "ttf") {
            let name = path.file_name().unwrap().to_str().unwrap();
            assert!(platform::font(name) == std::fs::read(&path).unwrap(), "{name}");
            count += 1;
        }
    }
    assert_eq!(count, 6);
}
