//! How things end on a line: cancelled, superseded, panicked, cut; and that both sides let go of what nobody speaks of.

use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use inception_lens::engine::{
    Delivered, Delivery, Engine, Event, Executor, JobKey, Muted, PhotoEvent, PhotoSource, Served, Side, Told,
    UserError, WeightsSource,
};
use inception_lens::imaging::edit::Edits;
use inception_lens::locale::errors::error_text;
use inception_lens::locale::text::{Language, set_language};

use super::line::{ends, far, serve};
use super::told::{self, events};
use super::{muted, network, photo, run};

fn deliveries(engine: &Engine) -> Vec<Delivered<JobKey, Told>> {
    engine.run_until_idle();
    engine.drain()
}

fn errors(delivered: Vec<Delivered<JobKey, Told>>) -> Vec<(JobKey, UserError)> {
    let error = |it: Delivered<JobKey, Told>| match it.delivery {
        Delivery::Event(Err(error)) => Some((it.key, error)),
        Delivery::Event(Ok(_)) | Delivery::Finished | Delivery::Panicked(_) => None,
    };
    delivered.into_iter().filter_map(error).collect()
}

#[test]
fn the_latest_photo_wins_and_nothing_of_the_others_arrives() {
    for executor in [Executor::Inline, Executor::Thread] {
        let engine = far(executor);
        let network = network(&engine);
        for _ in 0..3 {
            engine.open(Side::First, network.clone(), photo("astronaut.png"), None);
        }
        let last = engine.open(Side::First, network.clone(), photo("cat.png"), None);
        let delivered = deliveries(&engine);
        assert!(delivered.iter().all(|it| it.id == last), "nothing stale");
        let ends = delivered.iter().filter(|it| matches!(it.delivery, Delivery::Finished)).count();
        assert_eq!(ends, 1);
        assert!(engine.is_idle());
    }
}

/// The far side works between messages here, and by hand.
#[test]
fn what_is_cancelled_is_not_gone_on_with() {
    let (engine, answers, orders, ()) = ends(Arc::new(|| {}));
    let (tell, told) = channel();
    let served = Served::new(Executor::Inline, Box::new(move |message| tell.send(message).unwrap()));
    let turn = || {
        orders.try_iter().for_each(|message| served.take(&message));
        let has_more = served.step();
        told.try_iter().for_each(|message| answers.take(&message));
        has_more
    };
    engine.load_weights(WeightsSource::Default);
    turn();
    let network = engine.drain().into_iter().find_map(|it| match it.delivery {
        Delivery::Event(Ok(Event::Network(network))) => Some(network),
        _ => None,
    });
    let network = network.unwrap();
    engine.open(Side::First, network, photo("cat.png"), None);
    turn();
    let run = engine.drain().into_iter().find_map(|it| match it.delivery {
        Delivery::Event(Ok(Event::Photo(_, PhotoEvent::Ran(run)))) => Some(run),
        _ => None,
    });
    engine.occlusion(run.clone().unwrap(), Muted::new(), 0, 32);
    assert!(turn() && turn(), "a place a chunk");
    assert_eq!(engine.drain().len(), 2);
    assert!(turn());
    engine.cancel_occlusion();
    assert!(engine.is_idle());
    assert_eq!(engine.drain().len(), 0, "what was told before the end is stale");
    assert!(!turn(), "the message ends the job before its next chunk");
    assert_eq!(engine.drain().len(), 0);
    // A person's photo goes before work in the background, though that was asked for first.
    engine.occlusion(run.clone().unwrap(), Muted::new(), 0, 32);
    turn();
    engine.mute(run.unwrap(), muted());
    turn();
    let keys: Vec<_> = engine.drain().into_iter().map(|it| it.key).collect();
    assert_eq!(keys, [JobKey::Occlusion, JobKey::Mute, JobKey::Mute], "an event; an event and the end");
}

#[test]
fn of_many_edits_the_last_one_is_run() {
    for executor in [Executor::Inline, Executor::Thread] {
        let engine = far(executor);
        let network = network(&engine);
        let original = run(&engine, &network, "cat.png");
        let brighter = |step: usize| Edits { brightness: step as f32 / 100.0, ..Edits::default() };
        for step in 1..=60 {
            engine.edit(original.clone(), brighter(step), Muted::new());
        }
        let edited: Vec<_> = events(&engine)
            .into_iter()
            .filter_map(|event| match event {
                Event::Edited(edited) => Some(edited),
                _ => None,
            })
            .collect();
        assert!((1..60).contains(&edited.len()), "{}", edited.len());
        let last = edited.last().unwrap();
        assert_eq!(last.run.photo.edits, brighter(60));
        assert!(Arc::ptr_eq(&last.original, &original));
        assert!(last.run.photo.is_same_picture(&original.photo));
        engine.edit(original.clone(), brighter(1), Muted::new());
        engine.edit(original, brighter(2), Muted::new());
        engine.cancel_edit();
        assert_eq!(deliveries(&engine).len(), 0);
    }
}

/// A layer beyond all bounds is our mistake; the job that makes it tells so, and the next one runs.
#[test]
fn a_panic_there_arrives_here() {
    let engine = far(Executor::Inline);
    let network = network(&engine);
    let run = run(&engine, &network, "cat.png");
    engine.branches(run.clone(), 99);
    let delivered = deliveries(&engine);
    let [Delivered { key: JobKey::Branches, delivery: Delivery::Panicked(message), .. }] = &delivered[..] else {
        panic!("{} deliveries", delivered.len())
    };
    assert!(message.contains("99"), "{message}");
    engine.mute(run, muted());
    assert_eq!(events(&engine).len(), 1);
}

#[test]
fn an_error_there_is_said_here_in_the_same_words_and_in_both_languages() {
    let read = |engine: &Engine, network| {
        let origin = inception_lens::engine::Origin::Encoded(b"no picture".to_vec().into());
        let source = PhotoSource::Ready { name: "letter.txt".to_owned(), origin };
        engine.open(Side::First, network, source, None);
        engine.load_weights(WeightsSource::File {
            name: "weights.pth".to_owned(),
            read: Box::new(|| Ok((b"no weights".to_vec(), Default::default()))),
        });
        errors(deliveries(engine))
    };
    let near = Engine::new(Executor::Inline, Arc::new(|| {}));
    let far = far(Executor::Inline);
    let both = [&near, &far].map(|engine| read(engine, network(engine)));
    let said = both.each_ref().map(|errors| {
        let said = errors.iter().map(|(key, error)| {
            let languages = [Language::English, Language::Korean].map(|language| {
                set_language(language);
                error_text(error)
            });
            set_language(Language::English);
            (*key, error.message.clone(), error.details.clone(), error.file.clone(), languages)
        });
        said.collect::<Vec<_>>()
    });
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0].len(), 2);
    assert!(said.iter().flatten().all(|(.., [english, korean])| english != korean));
}

/// A file that cannot be read is not sent; what is wrong with it is said as ever.
#[test]
fn a_file_is_read_before_it_crosses() {
    let engine = far(Executor::Inline);
    let network = network(&engine);
    let bytes = std::fs::read(crate::app::sample("cat.png").unwrap()).unwrap();
    let file = |read: Result<Vec<u8>, UserError>| PhotoSource::File {
        name: "cat.png".to_owned(),
        read: Arc::new(move || read.clone()),
    };
    engine.open(Side::First, network.clone(), file(Err(UserError::panicked("gone"))), None);
    let [(JobKey::Photo(Side::First), error)] = &errors(deliveries(&engine))[..] else { panic!("one error") };
    assert_eq!(error.details, "panic: gone");
    engine.open(Side::First, network, file(Ok(bytes)), None);
    assert!(events(&engine).iter().any(|event| matches!(event, Event::Photo(_, PhotoEvent::Ran(_)))));
}

#[test]
fn a_line_that_is_cut_ends_what_waits_and_what_is_asked_later() {
    let (engine, answers, orders, ()) = ends(Arc::new(|| {}));
    engine.load_weights(WeightsSource::Default);
    engine.measure_peak();
    thread::spawn(move || {
        assert!(orders.recv().is_ok() && orders.recv().is_ok());
        answers.lost("out of memory");
        // It is said once, whatever happens later.
        answers.lost("again");
        answers.take(b"late");
    });
    let lost = errors(deliveries(&engine));
    let keys: Vec<_> = lost.iter().map(|(key, _)| *key).collect();
    assert_eq!(keys, [JobKey::Weights, JobKey::Peak]);
    assert!(lost.iter().all(|(_, error)| error.message == lost[0].1.message));
    assert!(lost[0].1.message.contains("stopped (out of memory)"), "{}", lost[0].1.message);
    engine.load_weights(WeightsSource::Default);
    let delivered = deliveries(&engine);
    assert!(matches!(delivered.last().unwrap().delivery, Delivery::Finished));
    assert_eq!(errors(delivered).len(), 1);
}

#[test]
fn bytes_that_are_no_message_end_the_line() {
    let (engine, answers, orders, ()) = ends(Arc::new(|| {}));
    let (tell, told) = channel();
    engine.load_weights(WeightsSource::Default);
    let mut order = orders.recv().unwrap();
    order.truncate(1);
    let served = Served::new(Executor::Inline, Box::new(move |message| tell.send(message).unwrap()));
    served.take(&order);
    answers.take(&told.recv().unwrap());
    let [(JobKey::Weights, error)] = &errors(deliveries(&engine))[..] else { panic!("one error") };
    assert!(error.message.contains("has stopped"), "{}", error.message);
}

/// Two hundred mutes leave nothing behind but the last.
#[test]
fn both_sides_let_go_of_what_nobody_holds() {
    let (engine, answers, orders, ()) = ends(Arc::new(|| {}));
    let (tell, told) = channel();
    let (order, served) = channel();
    thread::spawn(move || serve(Executor::Inline, served, tell));
    thread::spawn(move || orders.iter().try_for_each(|message| order.send(message)));
    thread::spawn(move || told.iter().for_each(|message| answers.take(&message)));
    let network = network(&engine);
    let run = run(&engine, &network, "cat.png");
    let mut counts = Vec::new();
    for _ in 0..20 {
        engine.mute(run.clone(), muted());
        let ran = events(&engine);
        assert_eq!(ran.len(), 1);
        counts.push(engine.shared_things());
    }
    let settled = counts[4];
    assert!(counts[4..].iter().all(|&count| count <= 2 * settled), "{counts:?}");
    let before = told::run(&run);
    engine.mute(run.clone(), muted());
    drop(events(&engine));
    assert_eq!(told::run(&run), before, "what is held stays");
}
