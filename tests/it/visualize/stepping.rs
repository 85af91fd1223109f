//! A picture under way: repeatable, cancelled and resumed, and what cannot be made.

use std::cell::Cell;

use inception_lens::spec::{Head, Topology};
use inception_lens::visualize::{DIVERSE, Painting, Recipe, Sign, Target};

use super::{channel, default_subject, made_up, never, small};

fn painted(recipe: Recipe, steps: usize) -> Painting {
    let mut painting = Painting::begin(made_up(Topology::BATCH_NORM), recipe).unwrap();
    painting.advance(steps, &never).unwrap();
    painting
}

#[test]
fn a_seed_repeats_exactly_on_any_number_of_threads() {
    let recipe = small(channel("inception3b", 7));
    let once = painted(recipe.clone(), 4);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let alone = pool.install(|| painted(recipe.clone(), 4));
    assert_eq!(once.picture(), alone.picture());
    assert_eq!(once.curve(), alone.curve());
    let other = painted(Recipe { seed: 1, ..recipe }, 4);
    assert_ne!(once.picture(), other.picture());
    assert_eq!(once.picture().dimensions(), (96, 96));
}

#[test]
fn a_cancelled_step_has_not_happened() {
    let recipe = small(channel("inception3b", 7));
    let mut painting = painted(recipe.clone(), 1);
    let before = painting.picture();
    for layers in [0, 1, 5] {
        let asked = Cell::new(0);
        let cancelled = || asked.replace(asked.get() + 1) >= layers;
        let error = painting.step(&cancelled).unwrap_err();
        assert!(error.is_cancelled(), "{error}");
        assert_eq!(painting.picture(), before);
        assert_eq!(painting.steps(), 1);
    }
    painting.advance(3, &never).unwrap();
    assert_eq!(painting.picture(), painted(recipe, 4).picture());
}

#[test]
fn most_rises_and_least_falls() {
    let made_up = made_up(Topology::BATCH_NORM);
    for (subject, target) in [
        (&made_up, channel("inception3b", 7)),
        (&made_up, Target::Cell { layer: "conv3".to_owned(), channel: 20 }),
        (&made_up, Target::Layer { layer: "inception3a.branch2".to_owned() }),
        (&made_up, Target::Logit { head: Head::Main, class: 2 }),
        // Behind a pool there is no "before" the activation function: the channel has to fire already.
        (&default_subject(), channel("maxpool3", 100)),
    ] {
        let mean = |painting: &Painting, steps: std::ops::Range<usize>| {
            let points = &painting.curve().points()[steps];
            points.iter().map(|point| point.value).sum::<f32>() / points.len() as f32
        };
        let paint = |sign| {
            let recipe = Recipe { sign, ..small(target.clone()) };
            let mut painting = Painting::begin(subject.clone(), recipe).unwrap();
            painting.advance(16, &never).unwrap();
            painting
        };
        let (most, least) = (paint(Sign::Maximise), paint(Sign::Minimise));
        assert!(mean(&most, 12..16) > mean(&most, 0..4), "{target:?}");
        assert!(mean(&most, 12..16) > mean(&least, 12..16), "{target:?}");
    }
}

#[test]
fn several_at_once_are_different() {
    let painting = painted(Recipe { count: DIVERSE, ..small(channel("conv3", 7)) }, 2);
    let pictures = painting.pictures();
    assert_eq!(pictures.len(), DIVERSE);
    assert_eq!(pictures[0], painting.picture());
    for (index, picture) in pictures.iter().enumerate() {
        assert!(pictures[..index].iter().all(|other| other != picture));
    }
}

#[test]
fn fresh_weights_are_others_and_always_the_same() {
    let fresh = default_subject().with_random_weights().unwrap();
    let paint = |subject| {
        let mut painting = Painting::begin(subject, small(channel("inception3a", 0))).unwrap();
        painting.advance(2, &never).unwrap();
        painting.picture()
    };
    let picture = paint(fresh);
    assert_eq!(picture, paint(default_subject().with_random_weights().unwrap()));
    assert_ne!(picture, paint(default_subject()));
}

#[test]
fn what_cannot_be_made_is_said() {
    let words = |recipe: Recipe| {
        let begun = Painting::begin(made_up(Topology::BATCH_NORM), recipe);
        begun.map(drop).unwrap_err().to_string()
    };
    for size in [0, 95, 641] {
        let recipe = Recipe { size, ..Recipe::of(channel("conv1", 0)) };
        let wanted = format!("A picture of {size} pixels cannot be made; sides from 96 to 640 can.");
        assert_eq!(words(recipe), wanted);
    }
    assert_eq!(
        words(small(channel("inception4d", 528))),
        "inception4d has 528 channels, from 0; there is no channel 528."
    );
    let unknown = words(small(channel("inception9z", 0)));
    assert!(unknown.starts_with("This network has no activation named \"inception9z\""), "{unknown}");
    assert!(words(small(Target::Logit { head: Head::Main, class: 18 })).contains("there is no channel 18"));
    // The fixed pool of these heads wants 224 pixels.
    let head = small(Target::Logit { head: Head::Aux1, class: 0 });
    let mut painting = Painting::begin(made_up(Topology::BATCH_NORM), head).unwrap();
    let error = painting.step(&never).unwrap_err().to_string();
    assert!(error.contains("needs an input of 224x224, not 96x96"), "{error}");
}
