//! The lesson: its cards, first guessed, then seen (`lesson-text.md`).

mod cards;
mod going;
mod guessing;
mod texts;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::album::Place;
use inception_lens::app::App;
use inception_lens::state::{Card, Options, Pace, Tour};

use crate::app::{open, sample};
use crate::small_album::small_album;

/// The cat, a small album, pictures and dreams of one step.
fn quick() -> Options {
    let album = Some(Place::Folder(small_album().into()));
    // A cache of its own: what cannot be kept would be said, and two programs cannot run one album.
    let album_cache = Some(tempfile::tempdir().unwrap().keep());
    Options { image: sample("cat.png"), album, album_cache, pace: Pace::short(1), ..Default::default() }
}

fn lesson(card: usize) -> Harness<'static, App> {
    open(Options { tour: Some(Tour::at(card)), ..quick() })
}

fn place(card: Card) -> usize {
    Card::ALL.iter().position(|other| *other == card).unwrap()
}

fn tour(harness: &Harness<'static, App>) -> Tour {
    harness.state().state().tour.unwrap()
}

fn shows(harness: &Harness<'static, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Clicks what a screen reader calls so.
fn photo_name(harness: &Harness<'static, App>) -> String {
    harness.state().state().shown().unwrap().photo.name.clone()
}
