//! A watched folder that fills.

use std::time::Duration;

use inception_lens::live::{LiveError, Phase, Player};
use inception_lens::platform::live::{Calm, folder};

use super::{end, is_about, jpeg, next, plain, play, red};

const CALM: Calm = Calm { settled: Duration::from_millis(30), half_written: Duration::from_millis(400) };

fn watch(path: &std::path::Path) -> Player {
    play(folder(path.to_owned(), CALM).unwrap())
}

#[test]
fn pictures_that_are_put_into_a_folder_are_frames() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, red: u8| std::fs::write(folder.path().join(name), jpeg(&plain(red))).unwrap();
    put("before.jpg", 30);
    let mut player = watch(folder.path());
    let first = next(&mut player);
    assert_eq!(first.frame.name.as_deref(), Some("before.jpg"), "the newest that is there");
    assert!(is_about(red(&first), 30));
    for (number, value) in [(2, 120), (3, 220)] {
        put(&format!("photo-{number}.jpg"), value);
        let frame = next(&mut player);
        assert_eq!((frame.number, frame.frame.name.unwrap()), (number, format!("photo-{number}.jpg")));
    }
    // One that is written anew is a new picture.
    put("before.jpg", 90);
    let again = next(&mut player);
    assert!(is_about(red(&again), 90));
    // As programs do that write beside, then rename.
    put(".hidden.jpg", 10);
    std::fs::rename(folder.path().join(".hidden.jpg"), folder.path().join("shown.jpg")).unwrap();
    assert_eq!(next(&mut player).frame.name.as_deref(), Some("shown.jpg"));
}

#[test]
fn a_half_written_file_waits_for_its_other_half() {
    let folder = tempfile::tempdir().unwrap();
    let mut player = watch(folder.path());
    let bytes = jpeg(&image::RgbImage::from_fn(200, 200, |x, y| image::Rgb([x as u8, y as u8, (x * y) as u8])));
    let path = folder.path().join("slow.jpg");
    std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    std::fs::write(folder.path().join("notes.txt"), "no picture").unwrap();
    // Longer than a file has to be calm.
    std::thread::sleep(4 * CALM.settled);
    assert!(player.latest(0.0).is_none());
    std::fs::write(&path, &bytes).unwrap();
    let frame = next(&mut player);
    assert_eq!(frame.frame.pixels.dimensions(), (200, 200));
    assert_eq!(frame.number, 1);
}

#[test]
fn a_file_that_never_becomes_a_picture_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let mut player = watch(folder.path());
    std::fs::write(folder.path().join("broken.jpg"), b"\xff\xd8 this is no photo").unwrap();
    std::thread::sleep(2 * CALM.half_written);
    std::fs::write(folder.path().join("good.jpg"), jpeg(&plain(77))).unwrap();
    assert_eq!(next(&mut player).frame.name.as_deref(), Some("good.jpg"));
}

#[test]
fn a_folder_that_is_not_there_says_so() {
    let folder = tempfile::tempdir().unwrap();
    match end(&mut watch(&folder.path().join("nowhere"))) {
        Phase::Failed(error @ LiveError::Folder { .. }) => assert!(error.to_string().contains("nowhere"), "{error}"),
        phase => panic!("{phase:?}"),
    }
}
