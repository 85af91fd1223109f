//! Photos in trays, and what is learned of them.

use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::read_photo;
use inception_lens::model::Run;
use inception_lens::teach::{
    Added, Card, LeftOut, Lesson, MOST_CLASSES, ROWS, TaughtDepth, TeachError, Trays, leave_out, views, weights_file,
};

use super::{FRUITS, album_photo, known_photo, network, of, tray_photo};

/// Three photos of each fruit.
fn three_fruits() -> Trays {
    let mut trays = Trays::default();
    for fruit in FRUITS {
        let tray = trays.add_tray(fruit).unwrap();
        for number in 1..=3 {
            assert_eq!(trays.add(tray, known_photo(fruit, number)), Added::Here);
        }
    }
    trays
}

fn lesson(trays: &Trays) -> Lesson {
    trays.lesson(&network().sha256).unwrap()
}

#[test]
fn three_fruits_of_three_photos_are_told_apart_on_two_unseen_ones_of_each() {
    let trays = three_fruits();
    let lesson = lesson(&trays);
    let head = lesson.head(&lesson.fit(TaughtDepth::Module5b).unwrap());
    let unseen = (0..3).flat_map(|class| [4, 5].map(|number| (class, number)));
    let right = unseen.filter(|&(class, number)| {
        let features = of(&tray_photo(FRUITS[class], number));
        let logits = head.logits(features.own(TaughtDepth::Module5b));
        (0..3).all(|other| logits[other] <= logits[class])
    });
    let right = right.count();
    assert!(right >= 5, "{right} of 6");
}

/// Features are the averages that the network computes of the six views; the first is what every view of the program shows.
#[test]
fn features_are_the_averages_of_six_views() {
    let photo = tray_photo("banana", 1);
    let features = of(&photo);
    let prepared = network().prepare_own(&photo.pixels().unwrap());
    let views = views(&prepared.pixels, network());
    assert_eq!(TaughtDepth::ALL.map(|depth| features.width(depth)), [480, 512, 528, 1024]);
    for (row, pixels) in views.iter().enumerate() {
        let view = inception_lens::imaging::Prepared { pixels: pixels.clone(), ..prepared.clone() };
        let (_, report) = network().run(&view, Run::new()).unwrap();
        let averages = report.activation("avgpool").unwrap();
        let found = &features.rows(TaughtDepth::Module5b)[row * 1024..][..1024];
        for (found, wanted) in found.iter().zip(&*averages.values()) {
            assert!((found - wanted).abs() < 1e-4, "row {row}: {found} instead of {wanted}");
        }
    }
    let [photo, mirror, corner, ..] = &views;
    assert_eq!(photo.get_pixel(3, 8), mirror.get_pixel(220, 8));
    assert_eq!([corner.width(), corner.height()], [224, 224]);
    assert_eq!(features.rows(TaughtDepth::Module5b).len(), ROWS * 1024);
}

/// The 49 cells and the bias still add up to the logit, to 1e-4.
#[test]
fn the_evidence_of_a_taught_head_adds_up() {
    let lesson = lesson(&three_fruits());
    let head = lesson.head(&lesson.fit(TaughtDepth::Module5b).unwrap());
    for (fruit, number) in [("banana", 4), ("strawberry", 5), ("dog", 1)] {
        let pixels = read_photo(&std::fs::read(album_photo(fruit, number)).unwrap()).unwrap().pixels;
        let (_, report) = network().run(&network().prepare_own(&pixels), Run::new()).unwrap();
        let said = head.says(&report).unwrap();
        let sum = said.evidence.mean() + f64::from(said.evidence.bias);
        assert!((sum - f64::from(said.evidence.logit)).abs() < 1e-4, "{sum} instead of {}", said.evidence.logit);
        assert_eq!(said.evidence.map.len(), 49);
        assert!((said.probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert_eq!(said.order[0], said.evidence.class);
    }
}

/// A saved head says the same, to the last digits, in a file that opens like any other.
#[test]
fn a_taught_network_is_saved_and_opened() {
    let lesson = lesson(&three_fruits());
    let head = lesson.head(&lesson.fit(TaughtDepth::Module5b).unwrap());
    let mut left_out = LeftOut::new(&lesson);
    let all = lesson.fit(TaughtDepth::Module5b).unwrap();
    for photo in 0..lesson.pupils.len() {
        let tested = leave_out(&lesson, TaughtDepth::Module5b, photo, &all).unwrap();
        left_out.tested[TaughtDepth::Module5b.index()][photo] = Some(tested);
    }
    let card = Card::new(network(), &lesson.labels, &left_out);
    let file = weights_file(network(), &head, &card).unwrap();
    let opened = LoadedNetwork::load(&file, "file", None).unwrap();
    assert_eq!(&*opened.labels, FRUITS);
    assert_eq!((opened.aux, opened.name.as_str()), ([false, false], "taught: banana, pineapple, strawberry"));
    assert_eq!(opened.topology.preprocessing, network().topology.preprocessing);
    assert!(opened.findings.iter().all(|finding| !finding.matters()), "something in it had to be guessed");
    let pixels = read_photo(&std::fs::read(album_photo("pineapple", 4)).unwrap()).unwrap().pixels;
    let (_, before) = network().run(&network().prepare_own(&pixels), Run::new()).unwrap();
    let (_, after) = opened.run(&opened.prepare_own(&pixels), Run::new()).unwrap();
    let said = head.says(&before).unwrap();
    for (found, wanted) in after.main().logits.iter().zip(&said.logits) {
        assert!((found - wanted).abs() < 1e-4, "{found} instead of {wanted}");
    }
    // What it is, in the file.
    let text = String::from_utf8_lossy(&file[..20_000]).into_owned();
    for part in ["model_card", "taught_on_sha256", &network().sha256, "leave_one_out", "Not for decisions about people"]
    {
        assert!(text.contains(part), "{part}");
    }
    // And once more: a taught network can be taught.
    let again = weights_file(&opened, &head, &card).unwrap();
    let again = LoadedNetwork::load(&again, "again", None).unwrap();
    assert_eq!(again.classifier, opened.classifier);
}

#[test]
fn a_photo_is_known_by_its_pixels() {
    let mut trays = three_fruits();
    let [banana, pineapple, _] = trays.all.iter().map(|tray| tray.number).collect::<Vec<_>>()[..] else { panic!() };
    let mut same = known_photo("banana", 1);
    same.name = "renamed.jpg".to_owned();
    assert_eq!(trays.add(banana, same.clone()), Added::Already);
    assert_eq!(trays.add(pineapple, same.clone()), Added::AlsoIn("banana".to_owned()));
    let others: Vec<&str> = trays.others_with(banana, &same.id).map(|tray| tray.name.as_str()).collect();
    assert_eq!(others, ["pineapple"]);
    trays.move_photo(pineapple, &same.id, banana);
    assert_eq!(trays.photos(), 9);
    trays.remove(banana, &same.id);
    assert_eq!(trays.photos(), 8);
}

#[test]
fn one_photo_is_taught_and_not_left_out() {
    let mut trays = three_fruits();
    let tray = trays.add_tray("dog").unwrap();
    trays.add(tray, known_photo("dog", 1));
    let lesson = lesson(&trays);
    let table = LeftOut::new(&lesson);
    assert_eq!((table.total(), table.classes.len()), (9, 10));
    assert!(!table.is_tested[9]);
    let head = lesson.head(&lesson.fit(TaughtDepth::Module5b).unwrap());
    assert_eq!(head.labels.len(), 4);
    let card = Card::new(network(), &lesson.labels, &table);
    assert!(card.markdown().contains("| dog | 1 | not tested |"));
}

#[test]
fn what_cannot_be_taught_is_said() {
    let mut trays = Trays::default();
    let found = |trays: &Trays| trays.lesson(&network().sha256).unwrap().fit(TaughtDepth::Module5b).map(drop);
    assert_eq!(found(&trays), Err(TeachError::TooFewClasses { found: 0 }));
    let banana = trays.add_tray("banana").unwrap();
    trays.add(banana, known_photo("banana", 1));
    assert_eq!(found(&trays), Err(TeachError::TooFewClasses { found: 1 }));
    // An empty tray is no class yet.
    let other = trays.add_tray("dog").unwrap();
    assert_eq!(found(&trays), Err(TeachError::TooFewClasses { found: 1 }));
    trays.add(other, known_photo("dog", 1));
    assert_eq!(found(&trays), Ok(()));
    trays.rename(other, "banana");
    assert_eq!(found(&trays), Err(TeachError::SameName { name: "banana".to_owned() }));
    while trays.all.len() < MOST_CLASSES {
        trays.add_tray("more").unwrap();
    }
    assert_eq!(trays.add_tray("too many"), None);
    // Photos that have not run yet are waited for.
    trays.add(banana, tray_photo("banana", 2));
    assert!(trays.lesson(&network().sha256).is_none());
    assert_eq!(trays.unknown(&network().sha256).len(), 1);
    trays.learn(&tray_photo("banana", 2).id, &network().sha256, &of(&tray_photo("banana", 2)));
    assert!(trays.lesson(&network().sha256).is_some());
}
