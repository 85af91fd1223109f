//! Folders that are none, photos that are none.

use std::path::Path;

use inception_lens::album::{AlbumError, Index, Note, Outcome, Place, State};

use super::{NETWORK, indexed, never, open, pictures};

fn error(folder: &Path) -> String {
    let index = Index::open(Place::Folder(folder.into()), NETWORK.clone(), None, &never);
    index.err().unwrap().to_string()
}

#[test]
fn what_is_no_album_is_said_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let none = "No photos are in this folder (JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL); choose one with photos.";
    assert_eq!(error(folder.path()), none);
    std::fs::write(folder.path().join("notes.txt"), "cat").unwrap();
    std::fs::write(folder.path().join("film.mp4"), b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom").unwrap();
    std::fs::create_dir(folder.path().join(".hidden")).unwrap();
    pictures::picture(0).save(folder.path().join(".hidden/a.png")).unwrap();
    assert_eq!(error(folder.path()), none);
    let missing = "There is no such folder; check its name, and that its drive is connected.";
    assert_eq!(error(&folder.path().join("nowhere")), missing);
    assert_eq!(error(&folder.path().join("notes.txt")), "This is a file, not a folder; choose the folder it is in.");
    let place = Place::Folder(folder.path().into());
    let stopped = Index::open(place, NETWORK.clone(), None, &|| true);
    assert!(matches!(stopped.err(), Some(AlbumError::Stopped)));
}

#[test]
fn unreadable_photos_are_listed_and_left_out() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), [0]);
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    let whole = std::fs::read(folder.path().join(pictures::path(0))).unwrap();
    write("cat/empty.jpg", b"");
    write("cat/half.png", &whole[..whole.len() / 2]);
    write("cat/text.jpg", b"this is no photo");
    // Told by their first bytes, and by neither.
    write("cat/photo.backup", &whole);
    write("cat/notes.txt", b"not counted");
    let index = indexed(folder.path(), cache.path());
    let album = index.album();
    let states: Vec<(&str, String)> = album
        .photos
        .iter()
        .map(|photo| {
            let state = match &photo.state {
                State::Ran(_) => "ran".to_owned(),
                State::Waiting => "waiting".to_owned(),
                State::Unreadable(error) => error.message.clone(),
            };
            (photo.path.as_str(), state)
        })
        .collect();
    let wanted = [
        ("cat/00.png", "ran"),
        ("cat/empty.jpg", "This file is empty; choose it again, or another copy of it."),
        (
            "cat/half.png",
            "This PNG picture stops before its end, as after an interrupted copy or download; fetch it again, or choose another picture.",
        ),
        ("cat/photo.backup", "ran"),
        (
            "cat/text.jpg",
            "This file is not a picture Inception Lens can read; choose a JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL file.",
        ),
    ];
    for (found, wanted) in states.iter().zip(wanted) {
        assert_eq!((found.0, &*found.1), wanted);
    }
    assert_eq!(states.len(), wanted.len());
    assert!(album.is_complete());
    assert_eq!(index.examples("conv1", 0).unwrap().len(), 2);
}

#[test]
fn a_folder_that_vanishes_meanwhile_is_said_and_what_ran_is_kept() {
    let (outer, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (folder, away) = (outer.path().join("photos"), outer.path().join("away"));
    pictures::write(&folder, 0..20);
    let index = open(&folder, cache.path());
    let result = index.run(Some(1), &never, &mut |progress| {
        if progress.done > 0 && folder.exists() {
            std::fs::rename(&folder, &away).unwrap();
        }
    });
    assert!(matches!(result, Err(AlbumError::Vanished)), "{result:?}");
    assert_eq!(index.album().unreadable().count(), 0);
    let before = index.album().ran().count();
    assert!(before > 0);
    std::fs::rename(&away, &folder).unwrap();
    let again = open(&folder, cache.path());
    assert_eq!(again.album().ran().count(), before);
    again.run(None, &never, &mut |_| {}).unwrap();
    assert_eq!(again.album().ran().count(), 20);
}

#[test]
fn a_photo_that_vanishes_meanwhile_is_unreadable() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..3);
    let index = open(folder.path(), cache.path());
    std::fs::remove_file(folder.path().join(pictures::path(2))).unwrap();
    index.run(None, &never, &mut |_| {}).unwrap();
    let album = index.album();
    let unreadable: Vec<_> = album.unreadable().map(|(_, photo)| photo.path.as_str()).collect();
    assert_eq!(unreadable, [pictures::path(2)]);
}

#[test]
fn of_too_many_photos_every_folder_gives_its_share() {
    let folder = tempfile::tempdir().unwrap();
    pictures::write(folder.path(), [0]);
    let one = folder.path().join(pictures::path(0));
    for index in 0..12_000 {
        let other = folder.path().join(if index % 4 == 0 { "dog" } else { "car" });
        if index < 4 {
            std::fs::create_dir_all(&other).unwrap();
        }
        std::fs::hard_link(&one, other.join(format!("{index}.png"))).unwrap();
    }
    let index = Index::open(Place::Folder(folder.path().into()), NETWORK.clone(), None, &never).unwrap();
    let album = index.album();
    assert_eq!(album.notes[..], [Note::TooMany { found: 12_001, taken: 10_000 }]);
    assert_eq!(album.photos.len(), 10_000);
    let dogs = album.photos.iter().filter(|photo| photo.path.starts_with("dog/")).count();
    assert!((2_350..2_650).contains(&dogs), "{dogs} of a quarter");
}

/// A pipe that nobody writes to hangs like a network drive that is gone.
#[cfg(unix)]
#[test]
fn a_drive_that_hangs_holds_up_nobody_who_stops() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..4);
    let index = open(folder.path(), cache.path());
    let slow = folder.path().join(pictures::path(1));
    std::fs::remove_file(&slow).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&slow).status().unwrap().success());
    let ran = || index.album().ran().count();
    let outcome = index.run(Some(2), &|| ran() == 3, &mut |_| {}).unwrap();
    assert_eq!((outcome, ran()), (Outcome::Stopped, 3));
    // Somebody writes, and nothing.
    drop(std::fs::File::options().write(true).open(&slow).unwrap());
    assert_eq!(index.run(Some(2), &never, &mut |_| {}).unwrap(), Outcome::Complete);
    assert_eq!((ran(), index.album().unreadable().count()), (3, 1));
}
