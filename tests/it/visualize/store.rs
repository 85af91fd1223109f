//! Finished pictures on disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use image::RgbImage;
use inception_lens::platform::cache::CacheFolder;
use inception_lens::spec::Topology;
use inception_lens::visualize::{Painting, Recipe, Sign, Start, Store, Stored, Subject};

use super::{channel, made_up, never, small};

fn store(folder: &Path, limit_bytes: u64) -> Store {
    Store::new(CacheFolder::new(folder.to_owned(), limit_bytes))
}

fn painted(subject: &Subject, recipe: &Recipe) -> Painting {
    let mut painting = Painting::begin(subject.clone(), recipe.clone()).unwrap();
    painting.advance(2, &never).unwrap();
    painting
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for part in std::fs::read_dir(folder).unwrap() {
        files.extend(std::fs::read_dir(part.unwrap().path()).unwrap().map(|file| file.unwrap().path()));
    }
    files
}

#[test]
fn a_picture_is_found_again_under_its_own_weights_only() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 1 << 20);
    let subject = made_up(Topology::BATCH_NORM);
    let recipe = Recipe { count: 2, ..small(channel("conv3", 3)) };
    assert!(matches!(store.get(&subject, &recipe, 1), Stored::Absent));
    let painting = painted(&subject, &recipe);
    store.put(&painting).unwrap();
    let Stored::Found(kept) = store.get(&subject, &recipe, 2) else { panic!("it is there") };
    assert_eq!(kept.pictures, painting.pictures());
    assert_eq!(&kept.curve, painting.curve());
    // Of fewer steps than wanted it is no answer, and no damage.
    assert!(matches!(store.get(&subject, &recipe, 3), Stored::Absent));
    assert!(matches!(store.get(&subject, &recipe, 2), Stored::Found(_)));
    for other in [
        Recipe { seed: 1, ..recipe.clone() },
        Recipe { count: 1, ..recipe.clone() },
        Recipe { sign: Sign::Minimise, ..recipe.clone() },
        Recipe { size: 104, ..recipe.clone() },
        Recipe { target: channel("conv3", 4), ..recipe.clone() },
    ] {
        assert!(matches!(store.get(&subject, &other, 1), Stored::Absent), "{other:?}");
    }
    let others = [
        Subject { weights_sha256: "other".to_owned(), ..subject.clone() },
        Subject { random_weights: true, ..subject.clone() },
        made_up(Topology::PAPER),
    ];
    for other in others {
        assert!(matches!(store.get(&other, &recipe, 1), Stored::Absent));
    }
    store.forget();
    assert_eq!(store.size_bytes(), 0);
    assert!(matches!(store.get(&subject, &recipe, 1), Stored::Absent));
}

#[test]
fn a_damaged_file_is_said_once_and_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 1 << 20);
    let subject = made_up(Topology::BATCH_NORM);
    let recipe = small(channel("conv3", 3));
    let painting = painted(&subject, &recipe);
    store.put(&painting).unwrap();
    let path = files(folder.path()).pop().unwrap();
    let whole = std::fs::read(&path).unwrap();
    let mut other_pixels = whole.clone();
    let middle = whole.len() - 1000;
    other_pixels[middle] ^= 0x55;
    let elsewhere = painted(&subject, &Recipe { seed: 9, ..recipe.clone() });
    let other_folder = tempfile::tempdir().unwrap();
    self::store(other_folder.path(), 1 << 20).put(&elsewhere).unwrap();
    let of_another = std::fs::read(files(other_folder.path()).pop().unwrap()).unwrap();
    for damaged in [&whole[..whole.len() / 2], &other_pixels, &of_another, b"no picture", b""] {
        std::fs::write(&path, damaged).unwrap();
        assert!(matches!(store.get(&subject, &recipe, 1), Stored::Damaged));
        assert!(matches!(store.get(&subject, &recipe, 1), Stored::Absent));
        store.put(&painting).unwrap();
        assert!(matches!(store.get(&subject, &recipe, 1), Stored::Found(_)));
    }
}

#[test]
fn the_oldest_go_when_it_is_full() {
    let folder = tempfile::tempdir().unwrap();
    let subject = made_up(Topology::BATCH_NORM);
    let recipe = |seed| Recipe { seed, ..small(channel("conv1", 3)) };
    let large = store(folder.path(), 1 << 30);
    large.put(&painted(&subject, &recipe(0))).unwrap();
    let one = large.size_bytes();
    let small = store(folder.path(), one * 5 / 2);
    for seed in 1..4 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        small.put(&painted(&subject, &recipe(seed))).unwrap();
        assert!(small.size_bytes() <= one * 5 / 2);
    }
    let is_there = |seed| matches!(small.get(&subject, &recipe(seed), 1), Stored::Found(_));
    assert_eq!([0, 1, 2, 3].map(is_there), [false, false, true, true]);
}

#[test]
fn a_disk_that_takes_nothing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "in the way").unwrap();
    let subject = made_up(Topology::BATCH_NORM);
    let recipe = small(channel("conv1", 3));
    let error = store(&file, 1 << 20).put(&painted(&subject, &recipe)).unwrap_err();
    assert!(error.to_string().starts_with("This file could not be written ("), "{error}");
    assert!(matches!(store(&file, 1 << 20).get(&subject, &recipe, 1), Stored::Absent));
    assert_eq!(store(&file, 1 << 20).size_bytes(), 0);
}

#[test]
fn a_picture_from_a_photo_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path(), 1 << 20);
    let subject = made_up(Topology::BATCH_NORM);
    let photo = Arc::new(RgbImage::from_pixel(40, 30, image::Rgb([200, 100, 50])));
    let recipe = Recipe { start: Start::Photo(photo), ..small(channel("conv3", 3)) };
    store.put(&painted(&subject, &recipe)).unwrap();
    assert_eq!(store.size_bytes(), 0);
    assert!(matches!(store.get(&subject, &recipe, 1), Stored::Absent));
}
