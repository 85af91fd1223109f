//! The log: the start before is kept, panics are in it, and nothing personal is.

use std::path::Path;
use std::process;

use inception_lens::platform::{journal, recorder};
use inception_lens::state::Command;

/// Set in the process that writes the log: the logger and the panic hook are one a process.
const FOLDER: &str = "INCEPTION_LENS_TEST_LOG";

/// Not a test by itself: the other process begins here.
#[test]
fn the_process_that_writes() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    journal::start(Path::new(&folder));
    let home = std::env::var("HOME").unwrap();
    log::warn!("{home}/photos/cat.png was not removed");
    let thread = std::thread::Builder::new().name("painter".to_owned());
    recorder::remember_weights(&"0f".repeat(32));
    recorder::remember(&Command::OpenPath("/media/anna/cat.png".into()));
    recorder::remember(&Command::Undo);
    let panicking = thread.spawn(|| {
        panic!("no brush for {} hands, see /media/anna/cat.png or \"C:\\Users\\Anna\\cat.jpg\", 3 / 4 of it", 3)
    });
    assert!(panicking.unwrap().join().is_err());
    if std::env::var_os("INCEPTION_LENS_TEST_FLOOD").is_some() {
        (0..40_000).for_each(|index| log::warn!("{index}: the same words again and again"));
    }
}

fn start(folder: &Path, floods: bool) -> String {
    let mut command = process::Command::new(std::env::current_exe().unwrap());
    command.args(["journal::the_process_that_writes", "--exact"]).env(FOLDER, folder).env("HOME", "/home/somebody");
    if floods {
        command.env("INCEPTION_LENS_TEST_FLOOD", "1");
    }
    assert!(command.output().unwrap().status.success());
    std::fs::read_to_string(folder.join("log.txt")).unwrap()
}

#[test]
fn a_panic_is_logged_with_place_thread_and_message_and_no_home() {
    let folder = tempfile::tempdir().unwrap();
    let log = start(folder.path(), false);
    let panic = log.lines().find(|line| line.contains("painter")).unwrap();
    assert!(panic.contains("no brush for 3 hands"), "{panic}");
    assert!(panic.contains("tests/it/journal.rs:"), "{panic}");
    assert!(log.starts_with(concat!("inception-lens ", env!("CARGO_PKG_VERSION"))));
    assert!(log.contains("~/photos/cat.png was not removed"), "{log}");
    assert!(!log.contains("somebody"), "{log}");
}

#[test]
fn a_panic_leaves_a_report_to_send_that_names_no_path() {
    let folder = tempfile::tempdir().unwrap();
    start(folder.path(), false);
    let report = std::fs::read_to_string(folder.path().join("crash.txt")).unwrap();
    assert!(report.starts_with(concat!("inception-lens ", env!("CARGO_PKG_VERSION"))), "{report}");
    assert!(report.contains(&format!("weights sha256 {}\n", "0f".repeat(32))), "{report}");
    assert!(report.contains("the newest last: OpenPath, Undo\n"), "{report}");
    assert!(report.contains("no brush for 3 hands, see (path) or (path) 3 / 4 of it"), "{report}");
    assert!(!report.to_lowercase().contains("anna"), "{report}");
}

#[test]
fn the_starts_before_are_kept_and_all_are_bounded() {
    let folder = tempfile::tempdir().unwrap();
    let flooded = start(folder.path(), true);
    assert!(flooded.len() < 1_100_000, "{} bytes", flooded.len());
    assert!(flooded.ends_with("left out)\n"));
    let latest: Vec<String> = (0..4).map(|_| start(folder.path(), false)).collect();
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).ok();
    assert_eq!(read("log.txt").as_ref(), latest.last());
    assert_eq!(read("log.1.txt").as_ref(), Some(&latest[2]));
    assert_eq!(read("log.3.txt").as_ref(), Some(&latest[0]));
    // The flooded one was the fourth before.
    assert_eq!(read("log.4.txt"), None);
}
