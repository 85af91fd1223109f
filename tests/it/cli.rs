//! The real binary: what it prints, what it writes, how it ends.

mod activations;
mod classify;
mod evidence;
mod export;
mod inspect;
mod usage;
mod weights;

use std::process::{Command, Output};

use serde_json::Value;

/// Runs the program in the repository's folder.
pub fn program(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// The same with pictures and dreams of one step, and a cache of the tests' own.
pub fn quick_program(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(arguments)
        .env("INCEPTION_LENS_STEPS", "1")
        .env("XDG_CACHE_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/cache"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// Standard output of a run that must succeed without a word on stderr.
fn stdout(arguments: &[&str]) -> String {
    let output = program(arguments);
    assert_eq!(stderr(&output), "", "{arguments:?}");
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(arguments)).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}
