//! What is on the clipboard beside text and a PNG, which egui reads.

use std::path::PathBuf;

use super::{here, threads};

pub use here::clipboard::HAS_OUR_KEYS;

/// What a clipboard holds beside text and a PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Held {
    /// Copied files, at least one.
    Files(Vec<PathBuf>),
    /// A picture as the bytes of a file of its format.
    Picture(Vec<u8>),
    /// Nothing that can be read; always in a browser, which tells a page of nothing but what egui reads.
    Nothing,
}

/// Says what is held now, from any thread.  The program that holds a copy may take its time, so it is waited for elsewhere.
pub fn ask(answer: impl FnOnce(Held) + Send + 'static) {
    threads::start_or_run("clipboard", move || answer(here::clipboard::held()));
}
