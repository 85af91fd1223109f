//! The album view, used by label and by keyboard, with a handful of photos.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::{Depth, Place};
use inception_lens::app::App;
use inception_lens::locale::text::Language;
use inception_lens::state::{
    AlbumCommand, AlbumRun, AlbumTab, Command, Filter, Options, PhotoOrder, Placing, Settings, State, View,
};
use tempfile::TempDir;

use super::app::{SHORT_STEP_SECONDS, drop_file, open_with, settle};
use crate::stage::Stage;

/// Photos of the built-in album: three folders that the weights know, one that they do not.
const PHOTOS: [&str; 8] = [
    "banana/01.jpg",
    "banana/02.jpg",
    "dog/01.jpg",
    "dog/02.jpg",
    "airplane/01.jpg",
    "airplane/02.jpg",
    "accordion/01.jpg",
    "accordion/02.jpg",
];

fn album_folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/album");
    for photo in PHOTOS {
        let to = folder.path().join(photo);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(built_in.join(photo), to).unwrap();
    }
    std::fs::write(folder.path().join("dog/03.jpg"), [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]).unwrap();
    folder
}

fn options(folder: &TempDir, tab: AlbumTab) -> Options {
    let album = Some(Place::Folder(folder.path().to_owned()));
    Options { view: View::Album(tab), album, still: true, ..Default::default() }
}

fn window(folder: &TempDir, tab: AlbumTab) -> Harness<'static, App> {
    window_in(folder, tab, Language::English, [1440.0, 900.0])
}

fn window_in(folder: &TempDir, tab: AlbumTab, language: Language, size: [f32; 2]) -> Harness<'static, App> {
    let settings = Settings { language, ..Settings::default() };
    let mut harness = open_with(options(folder, tab), settings, size, SHORT_STEP_SECONDS);
    settle(&mut harness);
    harness
}

fn state<'h>(harness: &'h Harness<'_, App>) -> &'h State {
    harness.state().state()
}

fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

/// Position of a photo in the album.
fn position(harness: &Harness<'_, App>, path: &str) -> usize {
    let album = state(harness).album.album.as_ref().unwrap();
    album.photos.iter().position(|photo| photo.path == path).unwrap()
}

#[test]
fn photos_run_and_every_one_says_its_answer() {
    let folder = album_folder();
    let harness = window(&folder, AlbumTab::Photos);
    let album = state(&harness).album.album.clone().unwrap();
    assert!(matches!(state(&harness).album.run, AlbumRun::Complete(_)));
    assert_eq!((album.photos.len(), album.ran().count(), album.unreadable().count()), (9, 8, 1));
    for photo in PHOTOS {
        assert!(harness.query_by_label_contains(&format!("{photo}: ")).is_some(), "{photo}");
    }
    harness.get_by_label_contains("dog/03.jpg: cannot be read");
    // What cannot be read is in no count.
    harness.get_by_label("All, 8");
    harness.get_by_label("Unknown, 2");
    let right = album.ran().filter(|(_, photo)| photo.is_right() == Some(true)).count();
    let wrong = album.ran().filter(|(_, photo)| photo.is_right() == Some(false)).count();
    assert_eq!(right + wrong, 6);
    harness.get_by_label(&format!("Right, {right}"));
    harness.get_by_label(&format!("Wrong, {wrong}"));
    harness.get_by_label(&format!("Main head right on {right} of 6 known photos"));
}

#[test]
fn a_photo_is_selected_and_opened_in_all_views() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Photos);
    harness.get_by_label_contains("banana/02.jpg: ").click();
    harness.run_steps(3);
    let banana = position(&harness, "banana/02.jpg");
    assert_eq!(state(&harness).album.choices.selected, Some(banana));
    harness.get_by_label("Open in all views").click();
    settle(&mut harness);
    assert_eq!(state(&harness).shown().unwrap().photo.name, "02.jpg");
    assert_eq!(state(&harness).album.opened, Some(banana));
    harness.get_by_label("Compare as B").click();
    settle(&mut harness);
    assert!(state(&harness).second().is_some());
    press(&mut harness, Key::Escape);
    assert_eq!(state(&harness).album.choices.selected, None);
    assert!(harness.query_by_label("Open in all views").is_none());
}

#[test]
fn filter_order_and_selection_by_keyboard() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Photos);
    press(&mut harness, Key::S);
    assert_eq!(state(&harness).album.choices.order, PhotoOrder::Folder);
    press(&mut harness, Key::ArrowRight);
    press(&mut harness, Key::ArrowRight);
    // The first photo of the first folder, then the second.
    assert_eq!(state(&harness).album.choices.selected, Some(1));
    press(&mut harness, Key::End);
    assert_eq!(state(&harness).album.choices.selected, Some(8));
    press(&mut harness, Key::Home);
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert_eq!(state(&harness).album.opened, Some(0));
    press(&mut harness, Key::F);
    assert_eq!(state(&harness).album.choices.filter, Filter::Right);
    harness.get_by_label("Unknown, 2").click();
    harness.run_steps(2);
    assert!(harness.query_all_by_label_contains("accordion/01.jpg: ").next().is_some());
    assert!(harness.query_all_by_label_contains("banana/01.jpg: ").next().is_none());
    press(&mut harness, Key::Num7);
    assert!(state(&harness).tour.is_some());
}

#[test]
fn a_label_filters_and_a_second_click_clears_it() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Photos);
    harness.get_by_label_contains("accordion, photos: 2").click();
    harness.run_steps(2);
    assert!(harness.query_by_label_contains("dog/01.jpg: ").is_none());
    harness.get_by_label_contains("accordion, photos: 2").click();
    harness.run_steps(2);
    harness.get_by_label_contains("dog/01.jpg: ");
}

#[test]
fn a_cell_and_a_bin_list_their_photos() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Answers);
    let album = state(&harness).album.album.clone().unwrap();
    let (_, dog) = album.ran().find(|(_, photo)| photo.path == "dog/01.jpg").unwrap();
    let answer = album.classes[dog.answer(inception_lens::spec::Head::Main).unwrap().best().class].clone();
    harness.get_by_label_contains(&format!("dog, answered {answer}: ")).click();
    harness.run_steps(3);
    harness.get_by_label_contains("dog/01.jpg: ").click();
    settle(&mut harness);
    assert_eq!(state(&harness).shown().unwrap().photo.name, "01.jpg");
    press(&mut harness, Key::H);
    assert_eq!(state(&harness).album.choices.head, inception_lens::spec::Head::Aux1);
    press(&mut harness, Key::Escape);
    assert!(state(&harness).album.choices.spot.is_none());
}

#[test]
fn the_map_places_photos_at_every_depth() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Map);
    let placed = &state(&harness).album.placed;
    for depth in Depth::ALL {
        for placing in Placing::ALL {
            assert!(placed.has(depth, placing), "{depth:?} {placing:?}");
        }
        assert_eq!(placed.neighbours(depth).unwrap().photos.len(), 8);
    }
    harness.run_steps(2);
    harness.get_by_label_contains("accordion/02.jpg: ");
    press(&mut harness, Key::ArrowLeft);
    assert_eq!(state(&harness).album.choices.depth, Depth::Inception4d);
    harness.get_by_label("Pixels").click();
    harness.run_steps(2);
    assert_eq!(state(&harness).album.choices.depth, Depth::Pixels);
    harness.get_by_label("PCA").click();
    harness.run_steps(2);
    assert_eq!(state(&harness).album.choices.placing, Placing::Pca);
}

/// A click selects a photo of the map, whose card then offers what can be done; a double click opens it.
#[test]
fn a_photo_on_the_map_has_a_card_with_what_can_be_done() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Map);
    harness.run_steps(2);
    assert!(harness.query_by_label("Open in all views").is_none());
    let photo = harness.get_by_label_contains("accordion/02.jpg: ");
    let at = photo.rect().center();
    photo.click();
    harness.run_steps(3);
    let album = &state(&harness).album;
    let selected = album.choices.selected.unwrap();
    assert_eq!(album.album.as_ref().unwrap().photos[selected].path, "accordion/02.jpg");
    assert!(album.opened.is_none());
    let whole = harness.ctx.content_rect();
    let open = harness.get_by_label("Open in all views");
    assert!(whole.contains_rect(open.rect()));
    open.click();
    settle(&mut harness);
    assert_eq!(state(&harness).shown().unwrap().photo.name, "02.jpg");
    assert!(matches!(state(&harness).view, View::Album(AlbumTab::Map)));
    // A double click opens at once.
    let mut harness = window(&folder, AlbumTab::Map);
    harness.run_steps(2);
    for pressed in [true, false, true, false] {
        harness.event(egui::Event::PointerMoved(at));
        let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
        harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers });
        harness.step();
    }
    settle(&mut harness);
    assert_eq!(state(&harness).shown().unwrap().photo.name, "02.jpg");
}

#[test]
fn korean_says_the_same() {
    let folder = album_folder();
    let harness = window_in(&folder, AlbumTab::Photos, Language::Korean, [1440.0, 900.0]);
    harness.get_by_label("전체, 8");
    harness.get_by_label_contains("dog/03.jpg: 읽을 수 없음");
    let harness = window_in(&folder, AlbumTab::Answers, Language::Korean, [1440.0, 900.0]);
    harness.get_by_label_contains("혼동 행렬, 행");
    let harness = window_in(&folder, AlbumTab::Map, Language::Korean, [1440.0, 900.0]);
    harness.get_by_label("픽셀");
}

/// Below 1280 labels and order are menus and the card lies over the grid.
#[test]
fn a_narrow_window_has_menus_and_a_drawer() {
    let folder = album_folder();
    let mut harness = window_in(&folder, AlbumTab::Photos, Language::English, [1100.0, 720.0]);
    harness.get_by_label("Labels: All labels");
    harness.get_by_label_contains("banana/01.jpg: ").click();
    harness.run_steps(3);
    harness.get_by_label("Open in all views");
    let harness = window_in(&folder, AlbumTab::Map, Language::English, [1100.0, 720.0]);
    harness.get_by_label("Neighbours by depth");
}

#[test]
fn without_an_album_the_view_invites_and_a_dropped_folder_opens() {
    let options = Options { view: View::Network, still: true, ..Default::default() };
    let mut harness = open_with(options, Settings::default(), [1440.0, 900.0], SHORT_STEP_SECONDS);
    press(&mut harness, Key::Num6);
    harness.get_by_label("Open the built-in album");
    let folder = album_folder();
    drop_file(&mut harness, folder.path().to_owned());
    settle(&mut harness);
    assert_eq!(state(&harness).album.place, Some(Place::Folder(folder.path().to_owned())));
    harness.get_by_label("All, 8");
    assert!(matches!(state(&harness).view, View::Album(AlbumTab::Photos)));
}

#[test]
fn a_folder_that_is_not_there_is_said_and_nothing_is_lost() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Photos);
    let empty = tempfile::tempdir().unwrap();
    drop_file(&mut harness, empty.path().to_owned());
    settle(&mut harness);
    assert!(
        state(&harness).messages.iter().any(|message| message.text.starts_with("There are no photos in this folder"))
    );
    harness.get_by_label("All, 8");
    let nowhere: PathBuf = folder.path().join("nowhere");
    drop_file(&mut harness, nowhere);
    settle(&mut harness);
    harness.get_by_label("All, 8");
}

/// Whoever opens the program's own album in the thread that runs it already does not run it anew: in a page the lesson on paper.
#[test]
fn photos_inside_the_program_run_once_where_nothing_is_kept() {
    let options = Options { album: Some(Place::BuiltIn), ..Options::default() };
    let mut stage = Stage::new(options, [1440.0, 900.0]);
    let first = stage.state().album.index.clone().unwrap();
    assert_eq!(first.progress().done, first.progress().total);
    stage.apply(Command::Album(AlbumCommand::OpenBuiltIn));
    let again = stage.state().album.index.clone().unwrap();
    assert!(Arc::ptr_eq(&first, &again));
}

/// What is kept says where, and is gone once it is forgotten.
#[test]
fn an_album_is_forgotten() {
    let (folder, cache) = (album_folder(), tempfile::tempdir().unwrap());
    let options = Options { album_cache: Some(cache.path().to_owned()), ..options(&folder, AlbumTab::Photos) };
    let mut harness = open_with(options, Settings::default(), [1440.0, 900.0], SHORT_STEP_SECONDS);
    settle(&mut harness);
    let files = || walkdir(cache.path());
    assert!(files() > 0);
    harness.get_by_label("Album, menu").click();
    harness.run_steps(2);
    harness.get_by_label("Forget this album").click();
    settle(&mut harness);
    assert_eq!(files(), 0);
    assert!(state(&harness).album.place.is_none() && state(&harness).settings.album.is_none());
}

/// Files with results below a folder; a lock is none.
fn walkdir(folder: &Path) -> usize {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        count += match path.is_dir() {
            true => walkdir(&path),
            false => usize::from(std::fs::metadata(&path).unwrap().len() > 0),
        };
    }
    count
}

/// A position in the list before would be another photo, or none, in the list that is here now.
#[test]
fn a_folder_that_lost_photos_is_listed_anew_and_nothing_points_into_the_list_before() {
    let folder = album_folder();
    let mut harness = window(&folder, AlbumTab::Photos);
    harness.get_by_label_contains("dog/02.jpg: ").click();
    harness.run_steps(3);
    harness.get_by_label("Open in all views").click();
    settle(&mut harness);
    let last = position(&harness, "dog/02.jpg");
    std::fs::remove_dir_all(folder.path().join("banana")).unwrap();
    std::fs::remove_dir_all(folder.path().join("airplane")).unwrap();
    drop_file(&mut harness, folder.path().to_owned());
    settle(&mut harness);
    let album = &state(&harness).album;
    assert_eq!(album.album.as_ref().unwrap().photos.len(), 5);
    assert_eq!((album.choices.selected, album.opened), (None, None));
    for command in [AlbumCommand::OpenPhoto(last), AlbumCommand::Compare(last), AlbumCommand::Select(Some(0))] {
        harness.state_mut().apply(Command::Album(command), 0.0);
        settle(&mut harness);
    }
    assert_eq!(state(&harness).shown().unwrap().photo.name, "02.jpg");
    assert_eq!(state(&harness).album.opened, None);
}
