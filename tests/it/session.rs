//! What is open: views find a new result as soon as it is in its slot, and nothing else ever gets there.

use std::collections::BTreeSet;
use std::sync::Arc;

use inception_lens::engine::{
    Delivery, Engine, Event, Executor, LoadedNetwork, Muted, MutedRun, Origin, PhotoEvent, PhotoSource, Side, Told,
};
use inception_lens::imaging::edit::Edits;
use inception_lens::session::{Before, NetworkState, PhotoProgress, Session, Source};

use crate::app::sample;

const LAYER: &str = "inception4a.branch2.1";

fn photo(name: &str) -> PhotoSource {
    let bytes = std::fs::read(sample(name).unwrap()).unwrap();
    PhotoSource::Ready { name: name.to_owned(), origin: Origin::Encoded(bytes.into()) }
}

fn muted(channel: usize) -> Muted {
    Muted::from([(LAYER.to_owned(), BTreeSet::from([channel]))])
}

fn brighter() -> Edits {
    Edits { brightness: 0.2, ..Edits::default() }
}

/// A session and the engine it gives its orders to.
struct Bench {
    session: Session,
    engine: Engine,
}

impl Bench {
    fn new() -> Self {
        let engine = Engine::new(Executor::Inline, Arc::new(|| {}));
        Self { session: Session::default(), engine }
    }

    /// With weights and a cat that ran.
    fn with_cat() -> Self {
        let mut bench = Self::new();
        bench.session.network = NetworkState::Ready(Arc::new(LoadedNetwork::load_default().unwrap()));
        bench.session.first.ask(photo("cat.png"));
        bench.settle();
        bench
    }

    /// What the engine made of the orders, not yet taken in.
    fn events(&mut self) -> Vec<Event> {
        self.session.follow(&self.engine, None);
        self.engine.run_until_idle();
        let event = |delivery: Delivery<Told>| match delivery {
            Delivery::Event(Ok(event)) => Some(event),
            Delivery::Event(Err(error)) => panic!("{}", error.message),
            Delivery::Finished => None,
            Delivery::Panicked(message) => panic!("{message}"),
        };
        self.engine.drain().into_iter().filter_map(|it| event(it.delivery)).collect()
    }

    fn take(&mut self, event: &Event) {
        match event {
            Event::Photo(side, PhotoEvent::Ran(run)) => {
                self.session.slot_mut(*side).finish(run.clone());
            }
            Event::Muted(ran) => self.session.first.take_muted(ran),
            Event::Edited(edited) => {
                self.session.first.take_edited(edited);
            }
            _ => {}
        }
    }

    fn settle(&mut self) {
        loop {
            let events = self.events();
            if events.is_empty() {
                return;
            }
            events.iter().for_each(|event| self.take(event));
        }
    }

    /// Logits of a source.
    fn logits(&self, source: Source) -> Vec<f32> {
        self.session.maps().report(source).unwrap().main().logits.clone()
    }
}

#[test]
fn what_is_shown_and_what_it_is_compared_with_follow_from_the_slots() {
    let mut bench = Bench::with_cat();
    let cat = bench.logits(Source::A);
    assert!(bench.session.before().is_none());

    bench.session.first.mute(muted(3));
    bench.settle();
    assert!(matches!(bench.session.before(), Some(Before::Unmuted(_))));
    assert_eq!(bench.logits(Source::B), cat);
    assert_ne!(bench.logits(Source::A), cat);
    let difference = bench.session.maps().get(Source::AMinusB, LAYER).unwrap();
    assert!(difference.activation.channel(3).iter().any(|&value| value != 0.0));
    assert!(difference.activation.channel(4).iter().all(|&value| value == 0.0));

    bench.session.first.edit(brighter());
    bench.settle();
    assert!(matches!(bench.session.before(), Some(Before::Unedited(_))));
    assert_eq!(bench.logits(Source::B), cat, "neither edited nor muted");
    let shown = bench.session.first.shown().unwrap();
    assert_eq!(shown.photo.edits, brighter());
    assert!(shown.report.activation(LAYER).unwrap().channel(3).iter().all(|&value| value == 0.0), "still muted");

    bench.session.second.ask(photo("flower.jpg"));
    bench.settle();
    assert!(matches!(bench.session.before(), Some(Before::Second(view)) if view.photo.name == "flower.jpg"));

    // What was done to it does not go along to the second place; what is switched off stays with the first.
    assert!(bench.session.swap());
    bench.settle();
    assert_eq!(bench.logits(Source::B), cat);
    assert_eq!(*bench.session.first.muted(), muted(3));
    assert!(bench.session.first.unmuted().is_some() && bench.session.first.edits().is_none());

    bench.session.first.forget_changes();
    assert!(bench.session.first.unmuted().is_none(), "at once");
}

#[test]
fn a_photo_waits_for_weights_and_is_ordered_once() {
    let mut bench = Bench::new();
    bench.session.first.ask(photo("flower.jpg"));
    bench.session.first.ask(photo("cat.png"));
    assert!(bench.events().is_empty());
    assert!(matches!(bench.session.first.progress(), PhotoProgress::Running { .. }));
    bench.session.network = NetworkState::Ready(Arc::new(LoadedNetwork::load_default().unwrap()));
    let events = bench.events();
    let ran = events.iter().filter(|event| matches!(event, Event::Photo(Side::First, PhotoEvent::Ran(_))));
    assert_eq!(ran.count(), 1);
    events.iter().for_each(|event| bench.take(event));
    assert_eq!(bench.session.first.shown().unwrap().photo.name, "cat.png");
    assert!(bench.events().is_empty(), "nothing is run again");
}

#[test]
fn results_that_are_not_wanted_any_more_are_not_taken() {
    let mut bench = Bench::with_cat();
    // The answer to what is not wanted any more.
    bench.session.first.mute(muted(3));
    let late = bench.events();
    bench.session.first.mute(muted(4));
    late.iter().for_each(|event| bench.take(event));
    assert!(bench.session.first.unmuted().is_none());
    bench.settle();
    let silent = |bench: &Bench, channel: usize| {
        let report = &bench.session.first.shown().unwrap().report;
        report.activation(LAYER).unwrap().channel(channel).iter().all(|&value| value == 0.0)
    };
    assert!(silent(&bench, 4) && !silent(&bench, 3));

    // Runs of the photo before.
    bench.session.first.edit(brighter());
    let late = bench.events();
    let cat = bench.session.first.shown().unwrap().run().clone();
    bench.session.first.ask(photo("flower.jpg"));
    bench.settle();
    bench.session.first.edit(brighter());
    late.iter().for_each(|event| bench.take(event));
    let report = cat.report.clone();
    bench.session.first.take_muted(&MutedRun { run: cat, muted: muted(4), report });
    assert_eq!(bench.session.first.shown().unwrap().photo.name, "flower.jpg");
    assert!(bench.session.first.unedited().is_none());
}

/// What could not be run is not wanted for ever: the photo on screen is, and the next change is run as always.
#[test]
fn a_change_that_came_to_nothing_leaves_what_is_on_screen() {
    let mut bench = Bench::with_cat();
    bench.session.first.mute(muted(3));
    bench.settle();
    for change in [Bench::edit_in_vain, Bench::mute_in_vain] {
        change(&mut bench);
        assert!(!bench.session.first.is_caught_up());
        bench.session.follow(&bench.engine, None);
        // Nothing comes of it.
        bench.engine.run_until_idle();
        bench.engine.drain();
        bench.session.first.fail_change();
        assert!(bench.session.first.is_caught_up() && !bench.session.first.awaits_frame());
        assert!(bench.session.first.edits().is_none());
        assert_eq!(*bench.session.first.muted(), muted(3));
        assert!(bench.events().is_empty());
    }
    bench.session.first.edit(brighter());
    bench.settle();
    assert!(bench.session.first.is_caught_up());
    assert_eq!(bench.session.first.shown().unwrap().photo.edits, brighter());
}

impl Bench {
    fn edit_in_vain(&mut self) {
        self.session.first.edit(brighter());
    }

    fn mute_in_vain(&mut self) {
        self.session.first.mute(muted(5));
    }
}
