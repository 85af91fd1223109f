//! Trays from one start to the next.

use inception_lens::teach::{TeachError, TrayStore, Trays};

use super::{known_photo, network, tray_photo};

fn trays() -> Trays {
    let mut trays = Trays::default();
    let banana = trays.add_tray("banana").unwrap();
    trays.add(banana, known_photo("banana", 1));
    trays.add(banana, tray_photo("banana", 2));
    let dog = trays.add_tray("개").unwrap();
    trays.add(dog, known_photo("dog", 1));
    trays
}

fn words(trays: &Trays) -> Vec<(String, Vec<(String, String)>)> {
    let photos = |tray: &inception_lens::teach::Tray| {
        tray.photos.iter().map(|photo| (photo.id.clone(), photo.name.clone())).collect()
    };
    trays.all.iter().map(|tray| (tray.name.clone(), photos(tray))).collect()
}

#[test]
fn trays_come_back_with_what_is_known_of_them() {
    let cache = tempfile::tempdir().unwrap();
    let store = TrayStore::new(cache.path());
    assert!(store.load(&network().sha256).unwrap().is_none());
    let before = trays();
    store.save(&before).unwrap();
    let after = store.load(&network().sha256).unwrap().unwrap();
    assert_eq!(words(&after), words(&before));
    let known = |trays: &Trays| trays.all[0].photos[0].features_by(&network().sha256).cloned();
    assert_eq!(known(&after), known(&before));
    assert!(known(&after).is_some());
    assert_eq!(after.unknown(&network().sha256).len(), 1);
    // Other weights know nothing of them.
    assert_eq!(store.load("other").unwrap().unwrap().unknown("other").len(), 3);
    // What is taken out goes from the disk as well.
    let mut fewer = before.clone();
    fewer.remove_tray(before.all[0].number);
    store.save(&fewer).unwrap();
    let files = std::fs::read_dir(cache.path().join("trays")).unwrap().count();
    assert_eq!(files, 3, "the list, one photo, its averages");
    store.forget().unwrap();
    assert!(!cache.path().join("trays").exists());
    assert!(store.load(&network().sha256).unwrap().is_none());
    store.forget().unwrap();
}

#[test]
fn damaged_files_and_later_versions_are_told_and_left() {
    let cache = tempfile::tempdir().unwrap();
    let (store, folder) = (TrayStore::new(cache.path()), cache.path().join("trays"));
    let before = trays();
    store.save(&before).unwrap();
    let id = before.all[0].photos[0].id.clone();
    std::fs::write(folder.join(format!("{id}.jpg")), "no photo").unwrap();
    // One photo less; all others stay.
    let after = store.load(&network().sha256).unwrap().unwrap();
    assert_eq!((after.all[0].photos.len(), after.all[1].photos.len()), (1, 1));
    let list = r#"{"version":9,"trays":"anything"}"#;
    std::fs::write(folder.join("trays.json"), list).unwrap();
    let later = Err(TeachError::LaterVersion { found: 9, known: 1 });
    assert_eq!(store.load(&network().sha256).map(drop), later.clone());
    assert_eq!(store.save(&before), later);
    assert_eq!(std::fs::read_to_string(folder.join("trays.json")).unwrap(), list);
    std::fs::write(folder.join("trays.json"), "{").unwrap();
    assert!(matches!(store.load(&network().sha256), Err(TeachError::Store { .. })));
    // A name that leads elsewhere is none.
    let bad = r#"{"version":1,"trays":[{"name":"a","photos":[{"id":"../../etc/passwd","name":"x"}]}]}"#;
    std::fs::write(folder.join("trays.json"), bad).unwrap();
    assert_eq!(store.load(&network().sha256).unwrap().unwrap().photos(), 0);
}
