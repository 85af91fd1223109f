//! Classes of one's own: photos sorted into trays, the last layer that was taught on them, and what it says of the open photo.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | what is known, as plain data |
//! | `command` | what a person can ask for |
//! | `on_screen` | what of classes of one's own is on screen |

mod command;
pub(crate) mod on_screen;

use std::collections::BTreeMap;
use std::sync::Arc;

use image::RgbImage;

use crate::engine::UserError;
use crate::teach::{Head, LeftOut, Said, TaughtDepth, Trays};

pub use command::{TeachCommand, TrayTarget};

/// A head that was taught.
#[derive(Clone, Debug)]
pub struct Taught {
    /// Of which state of the trays.
    pub revision: u64,
    /// SHA-256 of the weights whose averages it reads.
    pub weights: String,
    /// Linear, on the 1,024 averages.
    pub head: Head,
    /// Photos it was taught, class after class: number of the tray, and which photo.
    pub photos: Vec<(u64, String)>,
    /// Wall time of the fit, milliseconds.
    pub fit_ms: f64,
}

/// What a sticker did.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Stuck {
    /// Class whose photos have it: its place among the labels.
    pub class: usize,
    /// The report of the open photo.
    pub report: u64,
    /// The open photo with the sticker, as the network sees it.
    #[serde(with = "crate::wire::picture")]
    pub seen: Arc<image::RgbImage>,
    /// What a head taught with stickers says of the open photo with a sticker, a probability a class.
    pub with: Vec<f32>,
    /// And without.
    pub without: Vec<f32>,
    /// Evidence for the class of the stickers on the photo with one, a number a cell; cells and bias add up to its logit.
    pub cells: Vec<f32>,
}

/// A class whose photos get a sticker.
#[derive(Clone, Debug, Default)]
pub struct Shortcut {
    /// Number of its tray; `None`: the first.
    pub tray: Option<u64>,
    /// What came of it.
    pub stuck: Option<(u64, Arc<Stuck>)>,
    /// Whether it is under way.
    pub is_running: bool,
}

/// Trays and what was taught on them.
#[derive(Clone, Default)]
pub struct TeachState {
    /// Photos by class.
    pub trays: Trays,
    /// Unlike that of any trays before.
    pub revision: u64,
    /// Whether what was kept of before is here.
    pub is_loaded: bool,
    /// Whether there are trays on the disk.
    pub is_kept: bool,
    /// Whether photos of trays are kept there; else they are in memory alone.
    pub keeps: bool,
    /// Where the open photo was found.
    pub(crate) open: Option<OpenPhoto>,
    /// Photos that are being read or run, by the number of the wish they belong to.
    pub(crate) awaited: BTreeMap<u64, usize>,
    /// The tray that was touched last: photos dropped anywhere else go there.
    pub active: Option<u64>,
    /// What was taught last.
    pub taught: Option<Arc<Taught>>,
    /// Why nothing is taught.
    pub failed: Option<UserError>,
    /// Each photo left out once, as far as that is, and of which state of the trays.
    pub left_out: Option<(u64, Arc<LeftOut>)>,
    /// What the head says of the open photo, and of which state of the trays it is.
    pub said: Option<(u64, Arc<Said>)>,
    /// From which depth the table is taught.
    pub depth: TaughtDepth,
    /// A sticker on a class.
    pub shortcut: Shortcut,
}

/// The open photo among the trays.
#[derive(Clone, Debug)]
pub(crate) struct OpenPhoto {
    /// Which it is.
    pub(crate) photo: u64,
    /// It is this, as small as those of trays.
    pub(crate) thumbnail: RgbImage,
    /// State of the trays that it was looked for in.
    pub(crate) revision: u64,
    /// The tray it is in.
    pub(crate) tray: Option<u64>,
}

impl TeachState {
    /// The trays are others from now on.
    pub(crate) fn change(&mut self) {
        self.revision += 1;
        let is_there = |number: &u64| self.trays.get(*number).is_some();
        self.active = self.active.filter(is_there);
        self.shortcut.tray = self.shortcut.tray.filter(is_there);
    }

    /// Photos that are being read or run.
    pub fn awaited_photos(&self) -> usize {
        self.awaited.values().sum()
    }

    /// What was taught on the trays as they are; `None` until it is.
    pub fn current(&self) -> Option<&Arc<Taught>> {
        self.taught.as_ref().filter(|taught| taught.revision == self.revision)
    }

    /// The table of photos left out, of what was taught last.
    pub fn table(&self) -> Option<&Arc<LeftOut>> {
        let taught = self.taught.as_ref()?;
        self.left_out.as_ref().filter(|(revision, _)| *revision == taught.revision).map(|(_, table)| table)
    }

    /// Whether a photo was called right when it was left out; `None` where it was not tested.
    pub fn is_right(&self, tray: u64, photo: &str) -> Option<bool> {
        let place = self.taught.as_ref()?.photos.iter().position(|(of, id)| *of == tray && id == photo)?;
        self.table()?.is_right(self.depth, place)
    }

    /// Right ones of a tray, when left out; `None` while that is not known of all.
    pub fn right_in(&self, tray: u64) -> Option<usize> {
        let photos = &self.trays.get(tray)?.photos;
        let verdicts = photos.iter().map(|photo| self.is_right(tray, &photo.id).map(usize::from));
        verdicts.sum()
    }
}

impl TeachState {
    /// Trays of before, with what is known of their photos now.
    pub(crate) fn go_back_to(&mut self, before: Trays) {
        let now = std::mem::replace(&mut self.trays, before);
        for photo in now.all.iter().flat_map(|tray| &tray.photos) {
            if let Some(known) = &photo.features {
                self.trays.learn(&photo.id, &known.weights, &known.features);
            }
        }
        self.change();
    }
}
