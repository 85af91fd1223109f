//! The live loop: the network follows, the latest edits win.

use std::sync::Arc;

use inception_lens::engine::{
    Delivery, Engine, Event, Executor, ForwardRun, LoadedNetwork, Muted, Origin, PhotoEvent, PhotoSource, Side,
};
use inception_lens::imaging::Fit;
use inception_lens::imaging::edit::Edits;
use inception_lens::model::Run;
use inception_lens::state::Options;

use crate::app::{open, sample, settle};

/// An engine with the default weights and the cat.
fn engine(executor: Executor) -> (Engine, Arc<ForwardRun>) {
    let engine = Engine::new(executor, Arc::new(|| {}));
    let network = Arc::new(LoadedNetwork::load_default().unwrap());
    let bytes = std::fs::read(sample("cat.png").unwrap()).unwrap();
    engine.open(
        Side::First,
        network,
        PhotoSource::Ready { name: "cat.png".to_owned(), origin: Origin::Encoded(bytes.into()) },
        Fit::Crop,
    );
    engine.run_until_idle();
    let run = engine.drain().into_iter().find_map(|delivered| match delivered.delivery {
        Delivery::Event(Ok(Event::Photo(_, PhotoEvent::Ran(run)))) => Some(run),
        _ => None,
    });
    (engine, run.unwrap())
}

/// The edited runs that have arrived.
fn arrived(engine: &Engine) -> Vec<(Edits, Vec<f32>)> {
    let delivered = engine.drain().into_iter();
    delivered
        .filter_map(|delivered| match delivered.delivery {
            Delivery::Event(Ok(Event::Edited(edited))) => {
                let logits = edited.run.report.main().logits.clone();
                Some((edited.run.photo.edits.clone(), logits))
            }
            _ => None,
        })
        .collect()
}

fn brighter(step: usize) -> Edits {
    Edits { brightness: step as f32 / 100.0, ..Edits::default() }
}

#[test]
fn of_many_edits_in_a_row_the_last_one_wins_and_is_a_run_like_any_other() {
    for executor in [Executor::Thread, Executor::Inline] {
        let (engine, original) = engine(executor);
        for step in 1..=60 {
            engine.edit(original.clone(), brighter(step), Muted::new());
        }
        engine.run_until_idle();
        let arrived = arrived(&engine);
        // Those that came while the network ran were never begun.
        assert!((1..=3).contains(&arrived.len()), "{} runs", arrived.len());
        let (edits, logits) = arrived.last().unwrap();
        assert_eq!(*edits, brighter(60));
        let network = LoadedNetwork::load_default().unwrap();
        let prepared = original.photo.edited(&brighter(60)).prepared;
        let (_, report) = network.run(&prepared, Run::new()).unwrap();
        assert_eq!(*logits, report.main().logits);
    }
}

#[test]
fn a_hand_that_never_rests_sees_runs() {
    let (engine, original) = engine(Executor::Thread);
    let mut seen = Vec::new();
    let start = std::time::Instant::now();
    let mut step = 0;
    // An edit every few milliseconds, far more often than the network runs.
    while seen.len() < 3 && start.elapsed().as_secs() < 60 {
        step += 1;
        engine.edit(original.clone(), brighter(step % 100), Muted::new());
        std::thread::sleep(std::time::Duration::from_millis(3));
        seen.extend(arrived(&engine));
    }
    assert!(seen.len() >= 3, "every run was superseded before it was over");
    engine.cancel_edit();
    engine.run_until_idle();
    assert!(engine.is_idle() && arrived(&engine).is_empty());
}

#[test]
fn muting_goes_on_top_of_edits() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: inception_lens::state::View::Layer,
        layer: Some("inception5b".to_owned()),
        detail: inception_lens::state::Detail::Edit,
        ..Default::default()
    });
    harness.key_press(egui::Key::M);
    settle(&mut harness);
    super::use_by_label::paint(&mut harness, &[[0.3, 0.3], [0.6, 0.6]]);
    let state = harness.state().state();
    let (muted, unmuted) = (state.report().unwrap(), state.unmuted().unwrap());
    let (layer, channels) = state.muted().iter().next().unwrap();
    let channel = *channels.iter().next().unwrap();
    assert!(muted.activation(layer).unwrap().channel(channel).iter().all(|&value| value == 0.0));
    assert_ne!(muted.main().logits, unmuted.main().logits);
    let original = state.original().unwrap();
    assert_ne!(unmuted.main().logits, original.report.main().logits, "the edits are below the muting");
    // Unmuting leaves the edited photo.
    let edited = unmuted.main().logits.clone();
    harness.key_press(egui::Key::U);
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.report().unwrap().main().logits, edited);
    assert!(state.original().is_some());
}

#[test]
fn new_weights_keep_the_edits() {
    let mut harness = super::use_by_label::cat();
    super::use_by_label::paint(&mut harness, &[[0.3, 0.3], [0.6, 0.6]]);
    let edits = harness.state().state().edits().clone();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("student.safetensors");
    let topology = inception_lens::spec::Topology::PAPER;
    let file = crate::synthetic::File::of(topology, 1000, [true, true]);
    std::fs::write(&path, file.bytes()).unwrap();
    crate::app::drop_file(&mut harness, path);
    let state = harness.state().state();
    assert_eq!(state.report().unwrap().labels.len(), 1000);
    assert_eq!(*state.edits(), edits);
    assert_eq!(state.shown().unwrap().photo.edits, edits, "the new network ran on the edited photo");
    assert_eq!(state.original().unwrap().report.labels.len(), 1000);
}
