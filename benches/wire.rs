//! What it costs that a finished pass crosses to a window elsewhere: bytes, and milliseconds to write and to read them.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use inception_lens::engine::{
    Delivery, Engine, Event, Executor, Muted, Origin, PhotoEvent, PhotoSource, Side, WeightsSource,
};
use inception_lens::wire::{self, Known, Side as End};

const ROUNDS: usize = 15;

/// Median, milliseconds.
fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn timed<R>(times: &mut Vec<f64>, work: impl FnOnce() -> R) -> R {
    let start = Instant::now();
    let result = black_box(work());
    times.push(start.elapsed().as_secs_f64() * 1e3);
    result
}

/// Writes and reads an event for a window that knows what `before` spoke of.
fn measure(name: &str, before: &[&Event], event: &Event) {
    let (mut written, mut read, mut bytes) = (Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let (mut here, mut there) = (Known::new(End::Answering), Known::new(End::Asking));
        let mut kept = Vec::new();
        for event in before {
            let message = wire::encode(&mut here, event).unwrap();
            kept.push(wire::decode::<Event>(&mut there, &message).unwrap());
        }
        let message = timed(&mut written, || wire::encode(&mut here, event).unwrap());
        bytes = message.len();
        let event: Event = timed(&mut read, || wire::decode(&mut there, &message).unwrap());
        drop((event, kept));
    }
    println!("{name:<24} {bytes:>10} bytes   write {:>6.2} ms   read {:>6.2} ms", median(written), median(read));
}

fn next(engine: &Engine, pick: impl Fn(&Event) -> bool) -> Event {
    engine.run_until_idle();
    let events = engine.drain().into_iter().filter_map(|it| match it.delivery {
        Delivery::Event(Ok(event)) => Some(event),
        Delivery::Event(Err(_)) | Delivery::Finished | Delivery::Panicked(_) => None,
    });
    events.into_iter().find(pick).unwrap()
}

fn main() {
    let engine = Engine::new(Executor::Inline, Arc::new(|| {}));
    engine.load_weights(WeightsSource::Default);
    let network_event = next(&engine, |event| matches!(event, Event::Network(_)));
    let Event::Network(network) = &network_event else { return };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples/cat.png");
    let origin = Origin::Encoded(std::fs::read(path).unwrap().into());
    let source = PhotoSource::Ready { name: "cat.png".to_owned(), origin };
    engine.open(Side::First, network.clone(), source, None);
    let run_event = next(&engine, |event| matches!(event, Event::Photo(_, PhotoEvent::Ran(_))));
    let Event::Photo(_, PhotoEvent::Ran(run)) = &run_event else { return };
    engine.mute(run.clone(), Muted::from([("inception4a.branch1".to_owned(), BTreeSet::from([3]))]));
    let muted_event = next(&engine, |event| matches!(event, Event::Muted(_)));

    measure("network, without layers", &[], &network_event);
    measure("a finished pass", &[&network_event], &run_event);
    measure("a mute in 4a", &[&network_event, &run_event], &muted_event);
    measure("the same run again", &[&network_event, &run_event], &run_event);
}
