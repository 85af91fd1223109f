//! What is kept: it survives a stop and a kill at any point, damage is found, nothing is stale.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use inception_lens::album::{Album, AlbumError, Index, LAYERS, Note, Outcome, Place, State};
use inception_lens::engine::LoadedNetwork;
use inception_lens::weights::Said;

use super::{NETWORK, indexed, never, open, pictures};
use crate::mutate::Random;

/// The only store in a cache.
fn store(cache: &Path) -> PathBuf {
    let stores: Vec<_> = std::fs::read_dir(cache.join("albums")).unwrap().collect();
    assert_eq!(stores.len(), 1);
    stores[0].as_ref().unwrap().path()
}

fn segments(cache: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(store(cache)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "segment")).collect();
    files.sort();
    files
}

/// Everything an index knows is the same.
fn assert_same(one: &Index, other: &Index) {
    for layer in LAYERS {
        assert_eq!(one.means(layer).unwrap(), other.means(layer).unwrap(), "{layer}");
        for channel in [0, 7, 63] {
            assert_eq!(
                one.examples(layer, channel).unwrap(),
                other.examples(layer, channel).unwrap(),
                "{layer}:{channel}"
            );
            assert_eq!(one.maxima(layer, channel).unwrap(), other.maxima(layer, channel).unwrap(), "{layer}:{channel}");
        }
    }
    assert_eq!(one.pixels().unwrap(), other.pixels().unwrap());
    let states = |album: &Album| album.photos.iter().map(|photo| format!("{photo:?}")).collect::<Vec<_>>();
    assert_eq!(states(&one.album()), states(&other.album()));
    for photo in 0..one.album().photos.len() {
        assert_eq!(one.scores(photo).unwrap(), other.scores(photo).unwrap());
        assert_eq!(one.thumbnail(photo).unwrap(), other.thumbnail(photo).unwrap());
    }
}

fn ran(index: &Index) -> usize {
    index.album().ran().count()
}

#[test]
fn an_index_stopped_at_random_points_and_resumed_equals_an_undisturbed_one() {
    let (folder, cache, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..pictures::COUNT);
    let undisturbed = indexed(folder.path(), other.path());
    let mut random = Random::new(5);
    let mut runs = 0;
    loop {
        let index = open(folder.path(), cache.path());
        let enough = ran(&index) + random.below(6);
        let stop = || ran(&index) >= enough;
        let outcome = index.run(Some(2), &stop, &mut |_| {}).unwrap();
        runs += 1;
        if outcome == Outcome::Complete {
            assert_same(&index, &undisturbed);
            break;
        }
    }
    assert!(runs > 1, "it was never stopped");
    let again = open(folder.path(), cache.path());
    assert_eq!(ran(&again), pictures::COUNT as usize, "all of it is in the store");
    assert_same(&again, &undisturbed);
}

#[test]
fn an_index_killed_at_random_points_and_resumed_equals_an_undisturbed_one() {
    let (folder, cache, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..48);
    let undisturbed = indexed(folder.path(), other.path());
    let program = |cache: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_inception-lens"));
        command.args(["album", "index", "--jobs", "1"]).arg(folder.path()).env("XDG_CACHE_HOME", cache);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let mut random = Random::new(6);
    for _ in 0..3 {
        let mut child = program(cache.path()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(500 + random.below(400) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(program(cache.path()).status().unwrap().success());
    let resumed = open(folder.path(), &cache.path().join("inception-lens"));
    assert_eq!(ran(&resumed), 48);
    assert_same(&resumed, &undisturbed);
    assert_eq!(resumed.album().notes[..], []);
}

#[test]
fn damage_is_found_said_and_mended() {
    let (folder, cache, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..6);
    let undisturbed = indexed(folder.path(), other.path());
    let early = indexed(folder.path(), cache.path());
    let own = early.means("conv1").unwrap();
    let file = segments(cache.path())[0].clone();
    let whole = std::fs::read(&file).unwrap();
    let mut random = Random::new(7);
    let mut damages: Vec<Vec<u8>> = vec![Vec::new(), b"no segment".to_vec(), whole[..whole.len() / 2].to_vec()];
    for _ in 0..6 {
        let mut bytes = whole.clone();
        bytes[random.below(whole.len())] ^= 1 << random.below(8);
        damages.push(bytes);
    }
    for damage in damages {
        for file in segments(cache.path()) {
            std::fs::write(file, &damage).unwrap();
        }
        let index = open(folder.path(), cache.path());
        assert_eq!((ran(&index), &index.album().notes[..]), (0, &[Note::Damaged][..]));
        index.run(None, &never, &mut |_| {}).unwrap();
        assert_same(&index, &undisturbed);
        let again = open(folder.path(), cache.path());
        assert_eq!((ran(&again), &again.album().notes[..]), (6, &[][..]));
    }
    // The photos run on several threads: if they end in the first run's order, the new segment is the old one to the byte.
    if let Ok(means) = early.means("conv1") {
        assert_eq!(means, own, "who looked earlier finds his own or nothing");
    }
    early.run(None, &never, &mut |_| {}).unwrap();
    assert_same(&early, &undisturbed);
    std::fs::write(store(cache.path()).join("album.json"), "{").unwrap();
    let index = open(folder.path(), cache.path());
    assert_eq!((ran(&index), &index.album().notes[..]), (6, &[][..]), "segments speak for themselves");
    index.run(None, &never, &mut |_| {}).unwrap();
    assert!(std::fs::read_to_string(store(cache.path()).join("album.json")).unwrap().contains("\"version\":1"));
}

#[test]
fn a_later_version_is_refused_and_left_untouched() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..2);
    drop(indexed(folder.path(), cache.path()));
    let about = store(cache.path()).join("album.json");
    let later = r#"{"version": 7, "something": "new"}"#;
    std::fs::write(&about, later).unwrap();
    let before = segments(cache.path());
    let error = Index::open(Place::Folder(folder.path().into()), NETWORK.clone(), Some(cache.path().into()), &never);
    let error = error.err().unwrap().to_string();
    assert_eq!(
        error,
        "What is kept of this album was written by a later Inception Lens (version 7 of its files, this one reads 1); it was left as it is: use the later one, or forget the album."
    );
    assert_eq!(std::fs::read_to_string(about).unwrap(), later);
    assert_eq!(segments(cache.path()), before);
}

#[test]
fn only_what_is_new_or_changed_runs_and_nothing_is_stale() {
    let (folder, cache, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..8);
    drop(indexed(folder.path(), cache.path()));
    // One is gone, one is another picture now, one is new.
    std::fs::remove_file(folder.path().join(pictures::path(0))).unwrap();
    pictures::picture(20).save(folder.path().join(pictures::path(1))).unwrap();
    pictures::write(folder.path(), [9]);
    let index = open(folder.path(), cache.path());
    assert_eq!((ran(&index), index.album().photos.len()), (6, 8));
    index.run(None, &never, &mut |_| {}).unwrap();
    let undisturbed = indexed(folder.path(), other.path());
    assert_same(&index, &undisturbed);
    let again = open(folder.path(), cache.path());
    assert_same(&again, &undisturbed);
    let bytes = |cache: &Path| segments(cache).iter().map(|file| std::fs::metadata(file).unwrap().len()).sum::<u64>();
    // In how many files they are is chance; a photo is some 47,000 bytes.
    assert!(bytes(cache.path()).abs_diff(bytes(other.path())) < 10_000, "what is no longer wanted is gone");
}

#[test]
fn other_weights_have_a_store_of_their_own() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..2);
    let one = indexed(folder.path(), cache.path());
    let said = Said { short_side: Some(300), ..Said::default() };
    let network = Arc::new(LoadedNetwork::load_default_as(said).unwrap());
    let place = Place::Folder(folder.path().into());
    let other = Index::open(place.clone(), network, Some(cache.path().into()), &never).unwrap();
    assert_eq!(ran(&other), 0, "the same file, prepared in another way, is another network");
    other.run(None, &never, &mut |_| {}).unwrap();
    assert_ne!(one.scores(0).unwrap(), other.scores(0).unwrap());
    assert_eq!(Index::forget(cache.path(), &place).unwrap(), 2, "an album is forgotten for all weights");
}

#[test]
fn two_windows_on_one_store_write_one_after_the_other() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..4);
    let (first, second) = (open(folder.path(), cache.path()), open(folder.path(), cache.path()));
    let mut errors = Vec::new();
    let place = Place::Folder(folder.path().into());
    let outcome = first.run(None, &never, &mut |progress| {
        if progress.done < progress.total {
            errors.push(second.run(None, &never, &mut |_| {}).unwrap_err());
            errors.push(Index::forget(cache.path(), &place).unwrap_err());
        }
    });
    assert_eq!(outcome.unwrap(), Outcome::Complete);
    assert!(!errors.is_empty() && errors.iter().all(|error| matches!(error, AlbumError::Busy)), "{errors:?}");
    // On a slow machine the first has kept a part before the second was refused, and the second reads it.
    assert!(ran(&second) < 4, "the last photo was kept when nobody was refused any more");
    let mut calls = 0;
    second.run(None, &never, &mut |_| calls += 1).unwrap();
    assert_eq!((ran(&second), calls), (4, 0), "what the first has kept need not run again");
    assert_same(&first, &second);
}

#[test]
fn an_album_is_forgotten_and_others_stay() {
    let (one, two, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&one, &two] {
        pictures::write(folder.path(), 0..1);
        drop(indexed(folder.path(), cache.path()));
    }
    let roundabout = one.path().join("cat/..");
    assert_eq!(Index::forget(cache.path(), &Place::Folder(roundabout)).unwrap(), 1);
    assert_eq!(ran(&open(one.path(), cache.path())), 0);
    assert_eq!(ran(&open(two.path(), cache.path())), 1);
    assert_eq!(Index::forget_all(cache.path()).unwrap(), 1);
    assert_eq!(ran(&open(two.path(), cache.path())), 0);
}

#[test]
fn what_cannot_be_kept_stays_in_memory_and_that_is_said() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..3);
    // A file where a folder is wanted: nothing can be written there, by whoever runs the test.
    let blocked = cache.path().join("file");
    std::fs::write(&blocked, "").unwrap();
    let index = open(folder.path(), &blocked.join("cache"));
    assert_eq!(index.run(None, &never, &mut |_| {}).unwrap(), Outcome::Complete);
    assert!(matches!(index.album().notes[..], [Note::NotKept { .. }]), "{:?}", index.album().notes);
    assert_same(&index, &indexed(folder.path(), cache.path()));
}

#[test]
fn albums_not_opened_for_longest_make_room() {
    let (folder, cache) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pictures::write(folder.path(), 0..1);
    // Three others of 400 MB each, as holes; the second was opened last.
    let other = |name: &str| cache.path().join("albums").join(name);
    for name in ["a", "b", "c"] {
        std::fs::create_dir_all(other(name)).unwrap();
        std::fs::File::create(other(name).join("000001.segment")).unwrap().set_len(400_000_000).unwrap();
    }
    for name in ["a", "c", "b"] {
        std::fs::write(other(name).join("album.json"), r#"{"version":1,"weights":"","weights_sha256":""}"#).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
    let index = indexed(folder.path(), cache.path());
    assert_eq!(index.album().notes[..], [Note::Evicted { albums: 1 }]);
    assert_eq!(["a", "b", "c"].map(|name| other(name).exists()), [false, true, true]);
    let states = index.album();
    assert!(matches!(states.photos[0].state, State::Ran(_)));
}
