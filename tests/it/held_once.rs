//! What is held, and how often: activations once, results of repeated runs once, no more memory for more processors.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use inception_lens::analysis::peak::{Peak, measure_gflops, measure_memory};
use inception_lens::analysis::{Kernels, NaiveModule};
use inception_lens::engine::{
    Delivery, Engine, Event, Executor, ForwardRun, LoadedNetwork, Origin, PhotoEvent, PhotoSource, Priority, Side, Told,
};
use inception_lens::imaging::Fit;
use inception_lens::model::Run;

use crate::app::sample;
use crate::golden::golden_input;

#[test]
fn a_report_holds_the_numbers_of_its_trace_and_no_copy() {
    let network = LoadedNetwork::load_default().unwrap();
    let (trace, report) = network.run_values(&golden_input("cat"), Run::new()).unwrap();
    for traced in trace.activations() {
        let activation = report.activation(&traced.name).unwrap();
        let name = &traced.name;
        assert!(activation.holds(&traced.values), "{name}");
        assert_eq!(*activation.values(), traced.values.to_vec().unwrap(), "{name}");
        let last = activation.shape.channels() - 1;
        let area = activation.channel(last).len();
        assert_eq!(*activation.channel(last), activation.values()[last * area..], "{name}");
    }
}

fn events(engine: &Engine) -> Vec<Event> {
    engine.run_until_idle();
    let event = |delivery: Delivery<Told>| match delivery {
        Delivery::Event(Ok(event)) => Some(event),
        Delivery::Event(Err(error)) => panic!("{}", error.message),
        Delivery::Finished => None,
        Delivery::Panicked(message) => panic!("{message}"),
    };
    let delivered = engine.drain().into_iter();
    delivered.filter_map(|it| event(it.delivery)).collect()
}

fn analysed(engine: &Engine) -> Arc<ForwardRun> {
    let network = Arc::new(LoadedNetwork::load_default().unwrap());
    let bytes = std::fs::read(sample("cat.png").unwrap()).unwrap();
    let source = PhotoSource::Ready { name: "cat.png".to_owned(), origin: Origin::Encoded(bytes.into()) };
    engine.open(Side::First, network, source, Fit::Crop);
    let done = |event| match event {
        Event::Photo(_, PhotoEvent::Ran(run)) => Some(run),
        _ => None,
    };
    events(engine).into_iter().find_map(done).unwrap()
}

#[test]
fn five_runs_of_a_naive_module_build_its_activations_once() {
    let engine = Engine::new(Executor::Inline, Arc::new(|| {}));
    let run = analysed(&engine);
    engine.naive(run.clone(), run.report.clone(), 2, Priority::Interactive);
    let naive = |event| match event {
        Event::Naive(naive) => Some(naive),
        _ => None,
    };
    let results: Vec<Arc<NaiveModule>> = events(&engine).into_iter().filter_map(naive).collect();
    assert_eq!(results.len(), 5);
    assert_eq!(results[4].runs, 5);
    for result in &results[1..] {
        for (first, again) in
            [(&results[0].activations, &result.activations), (&results[0].differences, &result.differences)]
        {
            assert!(!first.is_empty());
            assert!(first.iter().all(|(name, it)| Arc::ptr_eq(it, &again[name])));
        }
    }
}

#[test]
fn kernels_fetched_twice_have_two_ids() {
    let network = LoadedNetwork::load_default().unwrap();
    let [first, again] = [(); 2].map(|()| Kernels::of(&network.model, "conv1").unwrap());
    assert_eq!(first.weights, again.weights);
    assert_ne!(first.id, again.id);
}

#[test]
fn the_peak_can_be_stopped_at_once_and_half_way() {
    assert!(measure_gflops(&|| false).unwrap() > 0.0);
    assert!(measure_memory(&|| false).unwrap() > 0.0);
    assert_eq!(Peak::again(None, &|| true), None);
    // Somebody asks for something while it is measured: each thread stops at its next block.
    for measure in [measure_gflops, measure_memory] {
        let asked = AtomicUsize::new(0);
        let measured = measure(&|| asked.fetch_add(1, Ordering::Relaxed) >= 3);
        assert_eq!(measured, None);
        let threads = rayon::current_num_threads();
        assert!(asked.into_inner() <= 4 + threads);
    }
}

/// The largest memory of a run of the program, MB, as Linux counts it.
#[cfg(target_os = "linux")]
fn peak_megabytes(arguments: &[&str], threads: usize) -> u64 {
    let mut child = Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RAYON_NUM_THREADS", threads.to_string())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        peak = peak.max(kilobytes.unwrap_or(0_u64));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(child.wait().unwrap().success());
    peak * 1024 / 1_000_000
}

/// The user guide says under 400 MB on one photo, however many processors there are.
#[cfg(target_os = "linux")]
#[test]
fn the_whole_process_stays_under_400_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("cost.png");
    let arguments = ["assets/samples/cat.png", "--view", "cost:roofline", "--screenshot", out.to_str().unwrap()];
    let peak = peak_megabytes(&arguments, 16);
    assert!(peak > 50 && peak < 400, "{peak} MB");
}
