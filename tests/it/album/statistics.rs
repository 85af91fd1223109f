//! Counts against scikit-learn's, over logits made by a formula.

use std::sync::Arc;

use inception_lens::album::statistics::{Over, class_shares, confusion, head_shares, reliability};
use inception_lens::album::{Album, Answer, Guess, Photo, Place, State, TrueClass, Truth};
use inception_lens::analysis::Scores;
use inception_lens::engine::UserError;
use inception_lens::spec::Head;
use serde_json::Value;

use super::{FOUND, numbers};
use crate::synthetic::noise;

const PHOTOS: usize = 300;
const CLASSES: usize = 7;
const FOLDERS: usize = 9;

/// What the fixture counted, and two photos that count nowhere.
fn album() -> Album {
    let mut photos: Vec<Photo> = (0..PHOTOS).map(photo).collect();
    let waiting =
        Photo { path: "c0/waiting.png".to_owned(), label: Some(0), truth: Truth::Known(0), state: State::Waiting };
    let unreadable = State::Unreadable(UserError::panicked("no"));
    photos.push(Photo { state: unreadable, path: "c0/bad.png".to_owned(), ..waiting.clone() });
    photos.push(waiting);
    Album {
        id: 0,
        place: Place::BuiltIn,
        weights_sha256: String::new(),
        classes: (0..CLASSES).map(|class| format!("c{class}")).collect(),
        labels: (0..FOLDERS).map(|folder| format!("c{folder}")).collect(),
        photos: photos.into_iter().map(Arc::new).collect(),
        notes: [].into(),
    }
}

fn photo(index: usize) -> Photo {
    let label = index % FOLDERS;
    let known = (label < CLASSES).then_some(label);
    let mut logits: Vec<f32> = (0..CLASSES).map(|class| noise(101, (index * CLASSES + class) as u64) * 3.0).collect();
    if let (Some(class), true) = (known, !index.is_multiple_of(3)) {
        logits[class] += 3.0;
    }
    let scores = Scores::new(Head::Main, logits);
    let names = vec![String::new(); CLASSES];
    let top = scores
        .top(5, &names)
        .iter()
        .map(|found| Guess { class: found.index, probability: found.probability })
        .collect();
    let truth =
        known.map(|class| TrueClass { rank: scores.rank(class).unwrap(), probability: scores.probabilities[class] });
    Photo {
        path: format!("c{label}/{index}.png"),
        label: Some(label),
        truth: known.map_or(Truth::Unknown, Truth::Known),
        state: State::Ran(vec![Answer { head: Head::Main, top, truth }]),
    }
}

fn rows(value: &Value) -> Vec<Vec<usize>> {
    let row = |row: &Value| numbers(row).iter().map(|&count| count as usize).collect();
    value.as_array().unwrap().iter().map(row).collect()
}

fn assert_near(what: &str, found: Option<f64>, wanted: f64) {
    match found {
        Some(found) => assert!((found - wanted).abs() < 1e-6, "{what}: {found} instead of {wanted}"),
        None => assert!(wanted.is_nan(), "{what}: nothing instead of {wanted}"),
    }
}

#[test]
fn confusion_shares_and_calibration_are_scikit_learns() {
    let (album, golden) = (album(), &FOUND["answers"]);
    let matrix = confusion(&album, Head::Main).unwrap();
    assert_eq!(matrix.columns, (0..CLASSES).collect::<Vec<_>>());
    let counts =
        |rows: &[inception_lens::album::statistics::Row]| rows.iter().map(|row| row.counts.clone()).collect::<Vec<_>>();
    assert_eq!(counts(&matrix.known), rows(&golden["confusion"]));
    assert_eq!(counts(&matrix.unknown), rows(&golden["unknown"]));
    let shares = class_shares(&matrix);
    for (class, shares) in shares.iter().enumerate() {
        for (what, found) in [("precision", shares.precision), ("recall", shares.recall), ("f1", shares.f1)] {
            assert_near(&format!("{what} {class}"), found, numbers(&golden[what])[class]);
        }
    }
    let heads = head_shares(&album);
    assert_eq!(heads.len(), 1);
    let share = |count: usize| Some(count as f64 / heads[0].known as f64);
    assert_near("top1", share(heads[0].top1), golden["top1"].as_f64().unwrap());
    assert_near("top5", share(heads[0].top5), golden["top5"].as_f64().unwrap());
    for (over, ece, bins) in [(Over::Known, "ece", "bins"), (Over::All, "ece_all", "bins_all")] {
        let found = reliability(&album, Head::Main, over);
        assert_near(ece, found.ece, golden[ece].as_f64().unwrap());
        let counts: Vec<f64> = found.bins.iter().map(|bin| bin.photos.len() as f64).collect();
        assert_eq!(counts, numbers(&golden[bins]), "{bins}");
    }
    assert_eq!(confusion(&album, Head::Aux1), None);
}

#[test]
fn cells_of_the_matrix_lead_to_their_photos() {
    let album = album();
    let matrix = confusion(&album, Head::Main).unwrap();
    let pairs = matrix.most_confused();
    assert!(pairs.is_sorted_by(|a, b| a.count >= b.count));
    for pair in &pairs {
        let row = matrix.known.iter().find(|row| row.class == Some(pair.class)).unwrap();
        let photos = matrix.photos(&album, Head::Main, row, pair.answer);
        assert_eq!(photos.len(), pair.count);
        for photo in photos {
            assert_eq!(album.photos[photo].known(), Some(pair.class));
            assert_eq!(album.photos[photo].is_right(), Some(false));
        }
    }
    let unknown = &matrix.unknown[1];
    let photos: usize =
        matrix.columns.iter().map(|&answer| matrix.photos(&album, Head::Main, unknown, answer).len()).sum();
    assert_eq!(photos, unknown.total());
}
