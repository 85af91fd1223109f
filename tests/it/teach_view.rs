//! The tab "Teach", used by label: trays filled by drop, from the album and with the open photo; what is taught, said, saved.

use std::path::PathBuf;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::Place;
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::state::{AlbumTab, Command, Options, Settings, State, TeachCommand, View};
use inception_lens::teach::{MOST_CLASSES, TaughtDepth};

use crate::app::{SHORT_STEP_SECONDS, dropped, open_with, settle};
use crate::teach::{FRUITS, album_photo, folder_of};

struct Shown {
    harness: Harness<'static, App>,
    _folder: tempfile::TempDir,
}

/// The tab with three fruits of three photos dropped on it as one folder, a fourth banana open.
fn shown(language: Language, size: [f32; 2], cache: Option<PathBuf>) -> Shown {
    let folder = folder_of(3);
    let mut harness = window(language, size, cache);
    drop_on(&mut harness, None, &[folder.path().to_owned()]);
    Shown { harness, _folder: folder }
}

fn window(language: Language, size: [f32; 2], album_cache: Option<PathBuf>) -> Harness<'static, App> {
    let view = View::Album(AlbumTab::Teach);
    let image = Some(album_photo("banana", 4));
    let options = Options { view, image, album_cache, still: true, ..Default::default() };
    open_with(options, Settings { language, ..Settings::default() }, size, SHORT_STEP_SECONDS)
}

/// Drops files on a control, or where nobody points.
fn drop_on(harness: &mut Harness<'static, App>, label: Option<&str>, paths: &[PathBuf]) {
    match label {
        Some(label) => {
            let place = harness.get_by_label(label).rect().center();
            harness.hover_at(place);
        }
        None => harness.input_mut().events.push(egui::Event::PointerGone),
    }
    harness.step();
    harness.input_mut().dropped_files.extend(paths.iter().cloned().map(dropped));
    settle(harness);
    settle(harness);
}

fn state<'h>(harness: &'h Harness<'_, App>) -> &'h State {
    harness.state().state()
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.step();
    settle(harness);
}

#[test]
fn a_dropped_folder_is_taught_and_the_open_photo_answered() {
    let Shown { harness, _folder } = shown(Language::English, [1440.0, 900.0], None);
    let teach = &state(&harness).teach;
    let names: Vec<&str> = teach.trays.all.iter().map(|tray| tray.name.as_str()).collect();
    assert_eq!(names, FRUITS);
    let taught = teach.current().unwrap();
    assert_eq!(taught.head.labels.len(), 3);
    let table = teach.table().unwrap();
    let right = table.right(TaughtDepth::Module5b);
    assert_eq!(table.done(TaughtDepth::Module5b), 9);
    // The banana is one, and its evidence adds up.
    let said = state(&harness).taught_answer().unwrap();
    assert_eq!(said.evidence.class, 0);
    let sum = said.evidence.mean() + f64::from(said.evidence.bias);
    assert!((sum - f64::from(said.evidence.logit)).abs() < 1e-4);
    harness.get_by_label(&format!("9 photos taught it 3 new classes: {right} of 9 right"));
    harness.get_by_label_contains("New answer: banana, ");
    harness.get_by_label_contains("Sum of 49 cells ");
    harness.get_by_label_contains("The old head says ");
    harness.get_by_label_contains("Everything stays on this computer");
    harness.get_by_label_contains("57 convolutions");
    // A copy was taught with stickers, the original is untouched.
    let stuck = &state(&harness).teach.shortcut.stuck.as_ref().unwrap().1;
    assert_eq!((stuck.class, stuck.with.len(), stuck.cells.len()), (0, 3, 49));
}

#[test]
fn trays_are_named_filled_emptied_and_all_of_it_taken_back() {
    let Shown { mut harness, _folder } = shown(Language::English, [1440.0, 900.0], None);
    let first = |harness: &Harness<'_, App>| state(harness).teach.trays.all[0].clone();
    // The open photo, then the same once more.
    click(&mut harness, "Add the open photo to banana");
    assert_eq!(first(&harness).photos.len(), 4);
    click(&mut harness, "Add the open photo to banana");
    assert_eq!(first(&harness).photos.len(), 4);
    // A file dropped on a tray goes there.
    drop_on(&mut harness, Some("Name of class banana"), &[album_photo("banana", 5)]);
    assert_eq!(first(&harness).photos.len(), 5);
    assert_eq!(state(&harness).shown().unwrap().photo.name, "04.jpg", "it was not opened");
    // The same photo in another tray is pointed out on both.
    drop_on(&mut harness, Some("Name of class pineapple"), &[album_photo("banana", 5)]);
    harness.get_by_label("05.jpg, class banana; the same photo is in pineapple too");
    harness.get_by_label("05.jpg, class pineapple; the same photo is in banana too");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(state(&harness).teach.trays.photos(), 11);
    // Another name.
    let field = harness.get_by_label("Name of class banana");
    field.focus();
    harness.step();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.get_by_label("Name of class banana").type_text("bananas");
    harness.step();
    harness.key_press(Key::Enter);
    settle(&mut harness);
    assert_eq!(first(&harness).name, "bananas");
    assert_eq!(state(&harness).teach.current().unwrap().head.labels[0], "bananas");
    // A class goes, and comes back.
    click(&mut harness, "Take class strawberry away");
    assert_eq!(state(&harness).teach.current().unwrap().head.labels.len(), 2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    settle(&mut harness);
    assert_eq!(state(&harness).teach.current().unwrap().head.labels.len(), 3);
}

#[test]
fn a_photo_of_the_table_opens_and_the_depth_is_chosen() {
    let Shown { mut harness, _folder } = shown(Language::English, [1440.0, 900.0], None);
    let right = state(&harness).teach.table().unwrap().right(TaughtDepth::Module3b);
    click(&mut harness, &format!("3b · {right}"));
    assert_eq!(state(&harness).teach.depth, TaughtDepth::Module3b);
    harness.get_by_label_contains(&format!("{right} of 9 right: each by a head"));
    let label = "pineapple-02.jpg of pineapple, answered ";
    harness.get_by_label_contains(label).click();
    settle(&mut harness);
    assert_eq!(state(&harness).shown().unwrap().photo.name, "pineapple-02.jpg");
    harness.get_by_label_contains("pineapple-02.jpg · in pineapple");
}

#[test]
fn trays_survive_a_restart_until_they_are_forgotten() {
    let cache = tempfile::tempdir().unwrap();
    let Shown { harness, _folder } = shown(Language::English, [1440.0, 900.0], Some(cache.path().to_owned()));
    assert!(state(&harness).teach.is_kept);
    let before = state(&harness).teach.taught.clone().unwrap();
    drop(harness);
    let mut harness = window(Language::English, [1440.0, 900.0], Some(cache.path().to_owned()));
    settle(&mut harness);
    let after = state(&harness).teach.taught.clone().unwrap();
    assert_eq!(after.head, before.head);
    assert!(cache.path().join("trays").exists());
    click(&mut harness, "Forget these trays");
    settle(&mut harness);
    assert!(!cache.path().join("trays").exists());
    assert!(state(&harness).teach.taught.is_none() && state(&harness).teach.trays.all.is_empty());
    harness.get_by_label_contains("Two classes with two photos each are enough to start");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!(state(&harness).teach.trays.all.is_empty(), "what was forgotten does not come back");
}

#[test]
fn a_class_comes_from_the_album_and_eight_are_the_most() {
    let folder = folder_of(2);
    let album = Some(Place::Folder(folder.path().to_owned()));
    let options = Options { view: View::Album(AlbumTab::Teach), album, still: true, ..Default::default() };
    let mut harness = open_with(options, Settings::default(), [1440.0, 900.0], SHORT_STEP_SECONDS);
    settle(&mut harness);
    for fruit in &FRUITS[..2] {
        click(&mut harness, "A class from the album, menu");
        click(&mut harness, &format!("{fruit}, 2 photos"));
        settle(&mut harness);
    }
    assert_eq!(state(&harness).teach.trays.photos(), 4);
    assert!(state(&harness).teach.current().is_some());
    // No photo is open: the new head waits for one.
    harness.get_by_label_contains("Open a photo to ask the new head about it");
    while state(&harness).teach.trays.all.len() < MOST_CLASSES {
        click(&mut harness, "Add class");
        click(&mut harness, "An empty class");
    }
    assert!(harness.query_by_label("Add class").is_none());
}

#[test]
fn the_taught_head_is_used_in_all_views() {
    let Shown { mut harness, _folder } = shown(Language::English, [1440.0, 900.0], None);
    let said = state(&harness).taught_answer().unwrap().clone();
    click(&mut harness, "Use in all views");
    settle(&mut harness);
    settle(&mut harness);
    let report = state(&harness).report().unwrap().clone();
    assert_eq!(&*report.labels, FRUITS);
    assert_eq!(state(&harness).loaded().unwrap().aux, [false, false]);
    for (found, wanted) in report.main().logits.iter().zip(&said.logits) {
        assert!((found - wanted).abs() < 1e-4, "{found} instead of {wanted}");
    }
    // The trays are taught again, on the same averages.
    assert!(state(&harness).teach.current().is_some());
}

/// What is odd is said in the tray itself, in both languages.
#[test]
fn small_and_unbalanced_trays_are_told_in_both_languages() {
    for (language, single, unbalanced) in [
        (Language::English, "1 photo · not tested", "what is seldom taught is seldom answered"),
        (Language::Korean, "사진 1장 · 시험 안 함", "적게 배운 클래스는 답으로 잘 나오지 않습니다"),
    ] {
        let Shown { mut harness, _folder } = shown(language, [1440.0, 900.0], None);
        let add = match language {
            Language::English => ["Add class", "From the open photo"],
            Language::Korean => ["클래스 추가", "열린 사진으로"],
        };
        click(&mut harness, add[0]);
        click(&mut harness, add[1]);
        settle(&mut harness);
        harness.get_by_label_contains(single);
        harness.get_by_label_contains(unbalanced);
        assert_eq!(state(&harness).teach.current().unwrap().head.labels.len(), 4);
        assert_eq!(state(&harness).teach.table().unwrap().total(), 9);
    }
}

#[test]
fn everything_is_there_in_korean_and_in_a_narrow_window() {
    let Shown { harness, _folder } = shown(Language::Korean, [1440.0, 900.0], None);
    let right = state(&harness).teach.table().unwrap().right(TaughtDepth::Module5b);
    harness.get_by_label(&format!("사진 9장으로 새 클래스 3개를 배움: 9장 가운데 {right}장 맞음"));
    harness.get_by_label_contains("모두 이 컴퓨터에만 있습니다");
    harness.get_by_label_contains("새 분류기의 답: banana, ");
    let Shown { mut harness, _folder } = shown(Language::English, [1024.0, 768.0], None);
    assert!(harness.query_by_label_contains("New answer: banana, ").is_none());
    click(&mut harness, "Live");
    harness.get_by_label_contains("New answer: banana, ");
    click(&mut harness, "Trays");
    harness.get_by_label("Name of class banana");
}

/// A dialog's answer goes where it was asked for.
#[test]
fn a_chosen_file_and_one_that_is_no_photo() {
    let Shown { mut harness, _folder } = shown(Language::English, [1440.0, 900.0], None);
    let bad = _folder.path().join("bad.jpg");
    std::fs::write(&bad, "no photo").unwrap();
    drop_on(&mut harness, Some("Name of class banana"), &[bad, album_photo("banana", 5)]);
    assert_eq!(state(&harness).teach.trays.all[0].photos.len(), 4);
    let said: Vec<&str> = state(&harness).messages.iter().map(|message| message.text.as_str()).collect();
    assert!(said.iter().any(|text| text.starts_with("bad.jpg: ")), "{said:?}");
}

/// Folders of an album call their photos alike: which tray has the open one is not read off its name.
#[test]
fn the_open_photo_is_in_the_tray_that_has_it() {
    let folder = tempfile::tempdir().unwrap();
    for fruit in &FRUITS[..2] {
        std::fs::create_dir(folder.path().join(fruit)).unwrap();
        for number in [1, 2] {
            let to = folder.path().join(fruit).join(format!("0{number}.jpg"));
            std::fs::copy(album_photo(fruit, number), to).unwrap();
        }
    }
    let mut harness = window(Language::English, [1440.0, 900.0], None);
    drop_on(&mut harness, None, &[folder.path().to_owned()]);
    let numbers: Vec<u64> = state(&harness).teach.trays.all.iter().map(|tray| tray.number).collect();
    for (place, number) in numbers.iter().enumerate() {
        let photo = state(&harness).teach.trays.all[place].photos[0].id.clone();
        harness.state_mut().apply(Command::Teach(TeachCommand::OpenPhoto(*number, photo)), 0.0);
        settle(&mut harness);
        harness.get_by_label_contains(&format!("01.jpg · in {}", FRUITS[place]));
    }
    harness.state_mut().apply(Command::Teach(TeachCommand::RemoveTray(numbers[1])), 0.0);
    settle(&mut harness);
    harness.get_by_label_contains("01.jpg · in no tray");
    harness.get_by_label_contains("The trays are in memory alone");
}

/// A tray that cannot be is no step that could be taken back.
#[test]
fn a_ninth_class_is_no_step() {
    let mut harness = window(Language::English, [1440.0, 900.0], None);
    let add = |harness: &mut Harness<'static, App>| {
        harness.state_mut().apply(Command::Teach(TeachCommand::AddTray), 0.0);
        settle(harness);
    };
    (0..MOST_CLASSES).for_each(|_| add(&mut harness));
    let steps = state(&harness).editing.clone();
    add(&mut harness);
    assert_eq!(state(&harness).teach.trays.all.len(), MOST_CLASSES);
    harness.state_mut().apply(Command::Undo, 0.0);
    settle(&mut harness);
    assert_eq!(state(&harness).teach.trays.all.len(), MOST_CLASSES - 1);
    assert!(steps.can_undo());
}

/// Folders of a large album stand in the order of the alphabet, capitals or not, and are found by a few letters.
#[test]
fn a_class_is_found_among_many_folders_of_the_album() {
    let folder = tempfile::tempdir().unwrap();
    let others = (10..40).map(|number| format!("class {number}"));
    for name in ["Zebra", "apple", "banana"].map(str::to_owned).into_iter().chain(others) {
        std::fs::create_dir(folder.path().join(&name)).unwrap();
        std::fs::copy(album_photo("banana", 1), folder.path().join(&name).join("01.jpg")).unwrap();
    }
    let view = View::Album(AlbumTab::Teach);
    let album = Some(Place::Folder(folder.path().to_owned()));
    let options = Options { view, album, still: true, ..Default::default() };
    let mut harness = open_with(options, Settings::default(), [1440.0, 900.0], SHORT_STEP_SECONDS);
    settle(&mut harness);
    click(&mut harness, "A class from the album, menu");
    harness.get_by_label("apple, 1 photo");
    assert!(harness.query_by_label("Zebra, 1 photo").is_none(), "capitals do not come first");
    harness.get_by_label("Search for a class").focus();
    harness.step();
    harness.get_by_label("Search for a class").type_text("ZEB");
    settle(&mut harness);
    assert!(harness.query_by_label("apple, 1 photo").is_none());
    click(&mut harness, "Zebra, 1 photo");
    let trays: Vec<_> = state(&harness).teach.trays.all.iter().map(|tray| (&*tray.name, tray.photos.len())).collect();
    assert_eq!(trays, [("Zebra", 1)]);
}
