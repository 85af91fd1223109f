//! Files to take home: from the window by the names a screen reader says, from the command line, and what is in them.

mod command_line;
mod figures;
mod pages;
mod refused;
pub mod window;

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};

use inception_lens::app::{Chooser, Picked};

use crate::cli::{quick_program, stderr};
use crate::small_album::small_album;

/// What is taken home.
pub const PHOTO: &str = "assets/samples/cat.png";

/// The bytes of an exported file.
pub fn export(photo: &str, view: &str, file: &str, more: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join(file);
    let words = ["export", photo, "--view", view, "--out", out.to_str().unwrap()];
    let album = small_album().to_str().unwrap();
    let quick = ["--folder", album];
    let arguments: Vec<&str> = words.iter().chain(more).chain(&quick).copied().collect();
    let output = quick_program(&arguments);
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
    // A table brings a second file that says where it comes from.
    let files = if file.ends_with(".csv") { 2 } else { 1 };
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), files, "nothing half is left");
    fs::read(out).unwrap()
}

/// What every dialog is answered with, and the names that were proposed.
#[derive(Clone, Default)]
pub struct Answers {
    /// The path; `None`: the dialog is sent away.
    pub path: Arc<Mutex<Option<PathBuf>>>,
    /// Proposed names, the last one at the end.
    pub proposed: Arc<Mutex<Vec<String>>>,
}

impl Chooser for Answers {
    fn photo(&self, _: Sender<Picked>) {}
    fn second_photo(&self, _: Sender<Picked>) {}
    fn weights(&self, _: Sender<Picked>) {}
    fn scene(&self, request: u64, answer: Sender<Picked>) {
        let path = self.path.lock().unwrap().clone();
        answer.send(Picked::Place { request, path }).unwrap();
    }
    fn save(&self, name: &str, _: &'static str, request: u64, answer: Sender<Picked>) {
        self.proposed.lock().unwrap().push(name.to_owned());
        let path = self.path.lock().unwrap().clone();
        answer.send(Picked::Place { request, path }).unwrap();
    }
}

/// Shape and values of an `.npy` file, read by the rules of NumPy's format version 1.0.
pub fn read_npy(bytes: &[u8]) -> (Vec<usize>, Vec<f32>) {
    assert_eq!(&bytes[..8], b"\x93NUMPY\x01\x00");
    let length = usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    let begin = 10 + length;
    // "the total of len(magic string) + 2 + len(length) + HEADER_LEN [is] evenly divisible by 64"
    assert_eq!(begin % 64, 0);
    let header = std::str::from_utf8(&bytes[10..begin]).unwrap();
    assert!(header.ends_with(" \n") || header.ends_with("}\n"));
    let inside = header.trim_end().strip_prefix("{'descr': '<f4', 'fortran_order': False, 'shape': (");
    let shape = inside.unwrap().strip_suffix("), }").unwrap();
    let sides = shape.split(',').map(str::trim).filter(|side| !side.is_empty());
    let shape: Vec<usize> = sides.map(|side| side.parse().unwrap()).collect();
    let values = bytes[begin..].chunks_exact(4);
    let values: Vec<f32> = values.map(|value| f32::from_le_bytes(value.try_into().unwrap())).collect();
    assert_eq!(values.len(), shape.iter().product::<usize>());
    (shape, values)
}
