//! `--demo`: the lesson plays by itself.

use egui::{Key, Modifiers};
use inception_lens::album::Place;
use inception_lens::state::{CARDS, Options, Pace, Stage as Scene, Tour};

use crate::small_album::small_album;
use crate::stage::{Stage, texts};

fn demo() -> Stage {
    let album = Some(Place::Folder(small_album().into()));
    let options = Options { demo: true, album, pace: Pace::short(1), ..Default::default() };
    Stage::new(options, [1440.0, 900.0])
}

#[test]
fn it_goes_through_every_step_of_every_card_and_begins_anew() {
    let mut stage = demo();
    let mut seen = Vec::new();
    let mut waited = 0;
    while seen.last() != Some(&(CARDS - 1, 1)) || waited < 120 {
        // A second at a time.
        stage.seconds += 1.0;
        stage.frame(Vec::new());
        let tour = stage.state().tour.unwrap();
        let place = (tour.card, tour.step);
        if seen.last() != Some(&place) {
            if seen.len() > 1 && place == (0, 0) {
                break;
            }
            // Long enough to be read: three seconds at the very least.
            assert!(seen.is_empty() || waited > 3, "{place:?} after {waited} s");
            seen.push(place);
            waited = 0;
        }
        waited += 1;
        assert!(waited < 120, "{place:?} does not end");
    }
    let steps = |card| (0..Scene::steps(card)).map(move |step| (card, step));
    let all: Vec<(usize, usize)> = (0..CARDS).flat_map(steps).collect();
    assert_eq!(seen, all);
}

/// For pictures of it, and for whoever wants to begin later.
#[test]
fn it_begins_at_a_step_that_is_asked_for() {
    let album = Some(Place::Folder(small_album().into()));
    let options =
        Options { demo: true, tour: Some(Tour::answered(3)), album, pace: Pace::short(1), ..Default::default() };
    let mut stage = Stage::new(options, [1440.0, 900.0]);
    stage.frame(Vec::new());
    let tour = stage.state().tour.unwrap();
    assert_eq!((tour.card, tour.step), (3, Scene::steps(3) - 1));
    assert!(stage.state().demo.is_some());
}

#[test]
fn whoever_presses_a_key_leads_from_there() {
    let mut stage = demo();
    let output = stage.frame(Vec::new());
    let says = |output: &egui::FullOutput, words: &str| {
        let texts = texts(&output.shapes);
        texts.iter().any(|(_, text)| text.galley.text().contains(words))
    };
    assert!(says(&output, "Playing by itself"));
    let output = stage.press(Key::ArrowRight, Modifiers::NONE);
    assert!(stage.state().demo.is_none() && !says(&output, "Playing by itself"));
    let tour = stage.state().tour.unwrap();
    assert_eq!((tour.card, tour.step), (0, 1));
    for _ in 0..90 {
        stage.seconds += 1.0;
        stage.frame(Vec::new());
    }
    assert_eq!(stage.state().tour.unwrap(), tour);
}
