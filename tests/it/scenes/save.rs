//! *Save scene* and *Add to a scene file*: what is written, and that it plays.

use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::state::{Options, View};
use serde_json::Value;

use crate::app::{drop_file, sample, settle};
use crate::take_home::Answers;
use crate::take_home::window::{at_layer, names, take, wait, window};

fn step(file: &Path, place: usize) -> Value {
    let file: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    assert_eq!(file["version"], 1);
    file["steps"][place].clone()
}

fn save(harness: &mut Harness<'static, App>, answers: &Answers, file: &Path, what: &str) {
    *answers.path.lock().unwrap() = Some(file.to_owned());
    take(harness, what);
    wait(harness);
}

#[test]
fn a_scene_is_saved_added_to_and_played() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lesson.json");
    let (mut harness, answers) = window(at_layer("inception4a.branch2.1"));
    harness.get_by_label("Export").click();
    harness.step();
    harness.step();
    harness.get_by_role_and_label(Role::MultilineTextInput, "What to tell beside this step").click();
    harness.step();
    harness.event(egui::Event::Text("Which cells fire?".to_owned()));
    harness.step();
    *answers.path.lock().unwrap() = Some(file.clone());
    harness.get_by_label("Save scene…").click();
    harness.step();
    harness.step();
    wait(&mut harness);
    assert_eq!(answers.proposed.lock().unwrap().last().unwrap(), "cat-layer-inception4a.branch2.1.json");
    harness.get_by_label(&format!("Written: {}", file.display()));
    let first = step(&file, 0);
    assert_eq!(first["text"], "Which cells fire?");
    let link = first["link"].as_str().unwrap();
    assert!(link.contains("layer=inception4a.branch2.1") && link.contains("photo=cat"), "{link}");
    assert!(first.get("photo").is_none(), "a sample needs no file");

    harness.key_press(egui::Key::Num5);
    settle(&mut harness);
    save(&mut harness, &answers, &file, "Add to a scene file…");
    assert!(step(&file, 1)["link"].as_str().unwrap().starts_with("view=cost"));
    assert!(step(&file, 1).get("text").is_none(), "the field was emptied");
    assert_eq!(names(folder.path()), ["lesson.json"], "nothing half is left");

    let (mut played, _) = window(Options::default());
    drop_file(&mut played, file);
    played.get_by_label("Step 1 of 2");
    played.get_by_label("Which cells fire?");
    assert_eq!(played.state().state().view, View::Layer);
}

#[test]
fn a_photo_of_ones_own_is_named_beside_the_file_and_a_pasted_one_is_not() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("photos")).unwrap();
    let photo = folder.path().join("photos/ours.png");
    // Bytes of no sample: a person's own photo.
    let picture = image::RgbImage::from_fn(256, 256, |x, y| image::Rgb([x as u8, y as u8, 90]));
    picture.save(&photo).unwrap();
    let (mut harness, answers) = window(Options { image: sample("cat.png"), ..Options::default() });
    drop_file(&mut harness, photo.clone());
    let file = folder.path().join("lesson.json");
    save(&mut harness, &answers, &file, "Save scene…");
    let saved = step(&file, 0);
    assert_eq!(saved["photo"]["path"], "photos/ours.png");
    assert_eq!(saved["photo"]["sha256"].as_str().unwrap().len(), 64);
    assert!(!saved["link"].as_str().unwrap().contains("photo="));
    // Both may be moved together.
    let elsewhere = tempfile::tempdir().unwrap();
    fs::create_dir(elsewhere.path().join("photos")).unwrap();
    fs::rename(&photo, elsewhere.path().join("photos/ours.png")).unwrap();
    fs::rename(&file, elsewhere.path().join("lesson.json")).unwrap();
    let (mut played, _) = window(Options::default());
    drop_file(&mut played, elsewhere.path().join("lesson.json"));
    assert_eq!(played.state().state().shown().unwrap().photo.name, "ours.png");
    assert!(played.state().said_of_scenes().is_empty(), "{:?}", played.state().said_of_scenes());

    let pixels = egui::ColorImage::from_rgb([2, 2], &[9; 12]);
    harness.event(egui::Event::PasteImage(std::sync::Arc::new(pixels)));
    settle(&mut harness);
    save(&mut harness, &answers, &file, "Save scene…");
    assert!(step(&file, 0).get("photo").is_none());
    harness.get_by_label_contains("has no file that could be named");
}

#[test]
fn what_is_no_scene_file_is_not_added_to() {
    for (language, menu, add, words) in [
        (Language::English, "Export", "Add to a scene file…", "notes.json: This is no scene file"),
        (Language::Korean, "내보내기", "장면 파일에 추가…", "notes.json: 장면 파일이 아닙니다"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("notes.json");
        fs::write(&file, "{\"steps\": 3}").unwrap();
        let options = Options { image: sample("cat.png"), language: Some(language), ..Options::default() };
        let (mut harness, answers) = window(options);
        *answers.path.lock().unwrap() = Some(file.clone());
        harness.get_by_label(menu).click();
        harness.step();
        harness.step();
        harness.get_by_label(add).click();
        harness.step();
        harness.step();
        wait(&mut harness);
        harness.get_by_label_contains(words);
        assert_eq!(fs::read_to_string(&file).unwrap(), "{\"steps\": 3}");
    }
}
