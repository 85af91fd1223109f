//! What the scheduler guarantees: order, preemption, the latest request wins, no stale results, panics, the end.
//!
//! No test measures time: jobs and tests wait for each other on channels.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use inception_lens::engine::{Context, Delivered, Delivery, Executor, Priority, Progress, Scheduler};

use Priority::{Background, Interactive};

const A: &str = "a";
const B: &str = "b";

/// Keys and events are words.
type Words = Scheduler<&'static str, &'static str>;
type WordContext<'a> = Context<'a, &'static str, &'static str>;

fn scheduler(executor: Executor) -> Words {
    Scheduler::new(executor, Arc::new(|| {}))
}

/// Everything up to idle, events only.
fn events(scheduler: &Words) -> Vec<&'static str> {
    scheduler.run_until_idle();
    let event = |it: Delivered<&'static str, &'static str>| match it.delivery {
        Delivery::Event(event) => Some(event),
        Delivery::Finished | Delivery::Panicked(_) => None,
    };
    scheduler.drain().into_iter().filter_map(event).collect()
}

/// A job that says it has started, waits for permission, and then sends its event; with the test's ends of the channels.
fn gate(event: &'static str) -> (impl FnOnce(&WordContext<'_>) + Send + 'static, Receiver<()>, Sender<()>) {
    let (started, has_started) = channel();
    let (permit, permission) = channel();
    let job = move |context: &WordContext<'_>| {
        started.send(()).unwrap();
        permission.recv().unwrap();
        context.send(event);
    };
    (job, has_started, permit)
}

/// A background job of chunks, one an event.
fn chunks(names: &'static [&'static str]) -> impl FnMut(&WordContext<'_>) -> Progress + Send + 'static {
    let mut left = names.iter();
    move |context| {
        context.send(left.next().unwrap());
        match left.len() {
            0 => Progress::Done,
            _ => Progress::Again,
        }
    }
}

#[test]
fn interactive_work_goes_first_then_first_come_first_served() {
    let scheduler = scheduler(Executor::Inline);
    scheduler.submit_once(Background, "slow 1", |context| context.send("slow 1"));
    scheduler.submit_once(Background, "slow 2", |context| context.send("slow 2"));
    scheduler.submit_once(Interactive, "quick 1", |context| context.send("quick 1"));
    scheduler.submit_once(Interactive, "quick 2", |context| context.send("quick 2"));
    let expected = ["quick 1", "quick 2", "slow 1", "slow 2"];
    assert_eq!(events(&scheduler), expected);
}

#[test]
fn a_thread_runs_waiting_interactive_work_before_waiting_background_work() {
    let scheduler = scheduler(Executor::Thread);
    let (blocker, has_started, permit) = gate("blocker");
    scheduler.submit_once(Background, "blocker", blocker);
    has_started.recv().unwrap();
    scheduler.submit_once(Background, "slow", |context| context.send("slow"));
    scheduler.submit_once(Interactive, "quick", |context| context.send("quick"));
    permit.send(()).unwrap();
    assert_eq!(events(&scheduler), ["blocker", "quick", "slow"]);
}

#[test]
fn interactive_work_runs_between_the_chunks_of_background_work() {
    let scheduler = scheduler(Executor::Thread);
    let (started, has_started) = channel();
    let (permit, permission) = channel::<()>();
    let mut step = 0;
    scheduler.submit(Background, A, move |context| {
        step += 1;
        if step == 2 {
            context.send("second chunk");
            return Progress::Done;
        }
        assert!(!context.should_yield());
        started.send(()).unwrap();
        permission.recv().unwrap();
        context.send(if context.should_yield() { "asked to yield" } else { "not asked to yield" });
        Progress::Again
    });
    scheduler.submit(Background, B, chunks(&["later background"]));
    has_started.recv().unwrap();
    scheduler.submit_once(Interactive, "quick", |context| {
        assert!(!context.should_yield(), "interactive work is never asked to");
        context.send("quick");
    });
    permit.send(()).unwrap();
    let expected = ["asked to yield", "quick", "second chunk", "later background"];
    assert_eq!(events(&scheduler), expected);
}

#[test]
fn a_newer_request_drops_the_waiting_one_with_its_key() {
    for executor in [Executor::Inline, Executor::Thread] {
        let scheduler = scheduler(executor);
        let (blocker, _has_started, permit) = gate("blocker");
        scheduler.submit_once(Interactive, "blocker", blocker);
        let held = Arc::new(());
        let holds = Arc::clone(&held);
        scheduler.submit_once(Background, A, move |context| {
            let _ = &holds;
            context.send("older");
        });
        scheduler.submit_once(Background, B, |context| context.send("other key"));
        let newer = scheduler.submit_once(Interactive, A, |context| context.send("newer"));
        assert_eq!(Arc::strong_count(&held), 1, "its work is dropped at once");
        permit.send(()).unwrap();
        scheduler.run_until_idle();
        let got = scheduler.drain();
        assert!(got.iter().all(|it| it.key != A || it.id == newer), "{got:?}");
        let others = got.iter().filter(|it| it.key == B).count();
        assert_eq!(others, 2, "another key is left alone: {got:?}");
    }
}

#[test]
fn a_newer_request_stops_the_running_one_with_its_key() {
    let scheduler = scheduler(Executor::Thread);
    let (started, has_started) = channel();
    let (calls, counted) = channel();
    let older = scheduler.submit(Background, A, move |context| {
        calls.send(()).unwrap();
        context.send("before");
        started.send(()).unwrap();
        while !context.is_cancelled() {
            std::thread::yield_now();
        }
        assert!(context.should_yield());
        context.send("after");
        Progress::Again
    });
    has_started.recv().unwrap();
    assert!(scheduler.is_running(&A));
    let newer = scheduler.submit_once(Background, A, |context| context.send("newer"));
    assert!(newer > older);
    assert_eq!(events(&scheduler), ["newer"]);
    assert_eq!(counted.iter().count(), 1, "a cancelled job is not called again");
}

#[test]
fn results_not_drained_yet_are_dropped_when_their_request_is_cancelled_or_superseded() {
    let scheduler = scheduler(Executor::Inline);
    scheduler.submit_once(Interactive, A, |context| context.send("superseded"));
    scheduler.submit_once(Interactive, B, |context| context.send("cancelled"));
    scheduler.run_until_idle();
    scheduler.submit_once(Interactive, A, |context| context.send("kept"));
    scheduler.cancel(&B);
    assert_eq!(events(&scheduler), ["kept"]);
}

#[test]
fn cancelling_ends_waiting_and_running_work() {
    let scheduler = scheduler(Executor::Thread);
    let (job, has_started, permit) = gate("running");
    scheduler.submit_once(Interactive, A, job);
    has_started.recv().unwrap();
    scheduler.submit_once(Interactive, B, |context| context.send("waiting"));
    scheduler.cancel(&A);
    scheduler.cancel(&B);
    assert!(!scheduler.is_running(&A) && !scheduler.is_running(&B));
    assert!(!scheduler.is_idle(), "the cancelled chunk has not ended yet");
    permit.send(()).unwrap();
    scheduler.run_until_idle();
    assert!(scheduler.is_idle());
    assert_eq!(scheduler.drain(), []);
}

#[test]
fn a_panic_is_delivered_and_the_next_job_runs() {
    for executor in [Executor::Inline, Executor::Thread] {
        let scheduler = scheduler(executor);
        let id = scheduler.submit_once(Interactive, A, |context| {
            context.send("before");
            panic!("no weights for {}", "conv1");
        });
        scheduler.submit_once(Interactive, B, |_| panic!("plain"));
        scheduler.submit_once(Background, "next", |context| context.send("next"));
        scheduler.run_until_idle();
        let got = scheduler.drain();
        let deliveries: Vec<_> = got.iter().map(|it| it.delivery.clone()).collect();
        let expected = [
            Delivery::Event("before"),
            Delivery::Panicked("no weights for conv1".to_owned()),
            Delivery::Panicked("plain".to_owned()),
            Delivery::Event("next"),
            Delivery::Finished,
        ];
        assert_eq!(deliveries, expected);
        assert_eq!((got[1].id, got[1].key), (id, A));
    }
}

#[test]
fn inline_runs_only_in_drain_and_one_background_chunk_a_drain() {
    let scheduler = scheduler(Executor::Inline);
    scheduler.submit(Background, A, chunks(&["1", "2"]));
    scheduler.submit_once(Interactive, B, |context| context.send("quick"));
    assert!(scheduler.is_running(&A) && scheduler.is_running(&B));
    let deliveries = || -> Vec<_> {
        let drained = scheduler.drain();
        drained.into_iter().map(|it| it.delivery).collect()
    };
    use Delivery::{Event, Finished};
    assert_eq!(deliveries(), [Event("quick"), Finished, Event("1")]);
    assert!(!scheduler.is_idle());
    assert_eq!(deliveries(), [Event("2"), Finished]);
    assert!(scheduler.is_idle());
    assert_eq!(deliveries(), []);
}

#[test]
fn wake_is_called_after_each_event_and_at_the_end() {
    let (woken, wakes) = channel();
    let wake = move || woken.send(()).unwrap();
    let scheduler = Scheduler::new(Executor::Thread, Arc::new(wake));
    scheduler.submit(Background, A, chunks(&["1", "2"]));
    let mut got = Vec::new();
    for _ in 0..3 {
        wakes.recv().unwrap();
        got.extend(scheduler.drain());
    }
    assert_eq!(got.last().map(|it| &it.delivery), Some(&Delivery::Finished));
    assert_eq!(got.len(), 3);
    drop(scheduler);
    assert_eq!(wakes.iter().count(), 0, "no wake without a reason");
}

#[test]
fn inline_asks_for_a_drain_while_work_waits() {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let wake = move || {
        counter.fetch_add(1, Ordering::Relaxed);
    };
    let scheduler = Scheduler::new(Executor::Inline, Arc::new(wake));
    let wakes = || count.swap(0, Ordering::Relaxed);
    scheduler.submit(Background, A, chunks(&["1", "2"]));
    assert_eq!(wakes(), 1, "submitted");
    scheduler.drain();
    assert_eq!(wakes(), 2, "an event; more waits");
    scheduler.drain();
    assert_eq!(wakes(), 2, "an event; the end");
    scheduler.drain();
    assert_eq!(wakes(), 0, "idle");
}

#[test]
fn dropping_cancels_everything_and_joins() {
    let scheduler = scheduler(Executor::Thread);
    let (started, has_started) = channel();
    let held = Arc::new(());
    let (running, waiting) = (Arc::clone(&held), Arc::clone(&held));
    scheduler.submit(Background, A, move |context| {
        let _ = &running;
        started.send(()).unwrap();
        while !context.is_cancelled() {
            std::thread::yield_now();
        }
        Progress::Again
    });
    scheduler.submit_once(Background, B, move |_| drop(waiting));
    has_started.recv().unwrap();
    drop(scheduler);
    assert_eq!(Arc::strong_count(&held), 1, "the thread and all work are gone");
    assert_eq!(has_started.iter().count(), 0, "no chunk ran after the drop");
}
