//! Parts of the application: what belongs together.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::album::jobs::AlbumJobs;
use super::live::run::LiveRun;
use super::requested::{RequestedAlbum, RequestedTeach};
use super::take_home::export_job::ExportJob;
use super::take_home::export_worker::ExportWorker;
use super::take_home::picture::Layout;
use super::teach::jobs::TeachJobs;
use crate::platform::camera::Camera;
use crate::state::remembered::Reading;
use crate::state::{OtherWeights, Take, ThemeChoice};
use crate::ui::style::Legibility;
use crate::weights::Said;

/// Files to take home.
pub(super) struct Exports {
    /// What was taken from the screen and waits for the name of its file, under the number of the question.
    pub(super) parcel: Option<(u64, ExportJob)>,
    pub(super) next: u64,
    pub(super) worker: ExportWorker,
    /// The view that is being laid out for a file or the clipboard.
    pub(super) layout: Option<Layout>,
    /// Whether the view is to be copied once the frame is drawn.
    pub(super) copies: bool,
    /// The picture for the clipboard, once it is painted.
    pub(super) painted: (Sender<egui::ColorImage>, Receiver<egui::ColorImage>),
    /// What was wished for while a frame was drawn, to be taken once it is drawn.
    pub(super) takes: Option<Take>,
}

/// Where weights come from, and those that are still awaited.
#[derive(Default)]
pub(super) struct WeightsFiles {
    /// The weights of the program are wanted, with what is said about them, and are not here yet: a page fetches them.
    pub(super) awaits_default: Option<Said>,
    /// The file behind the weights that are being read; `None` for those inside the program.
    pub(super) reading: Option<Reading>,
    /// The file behind the weights to compare with that are being read.
    pub(super) second_reading: Option<PathBuf>,
    /// The files that weights came from, by SHA-256: whichever are in use, swapped or taken back.
    pub(super) read: BTreeMap<String, PathBuf>,
    /// Weights to compare with, until those in use are there.
    pub(super) awaits_other: Option<OtherWeights>,
}

/// Moving sources, and the camera.
#[derive(Default)]
pub(super) struct Moving {
    /// The camera that is on.
    pub(super) camera: Option<Camera>,
    /// The moving source behind what is on screen.
    pub(super) run: Option<LiveRun>,
    /// Whether it has a thread of its own.
    pub(super) has_thread: bool,
    /// What a finished picture says of its source.
    pub(super) said: Option<String>,
}

/// What runs for the album.
pub(super) struct AlbumWork {
    pub(super) jobs: AlbumJobs,
    pub(super) requested: RequestedAlbum,
    pub(super) cache: Option<PathBuf>,
}

/// What runs for classes of one's own.
pub(super) struct TeachWork {
    pub(super) jobs: TeachJobs,
    pub(super) requested: RequestedTeach,
    /// Whether trays are kept where albums are.
    pub(super) keeps_trays: bool,
}

/// What is still to be done to the window.
#[derive(Default)]
pub(super) struct WindowWork {
    /// The number of the frame in which egui was asked to paste.
    pub(super) paste_asked_in: Option<u64>,
    pub(super) copied: Option<String>,
    /// Theme, zoom and sizes that were last given to egui.
    pub(super) styled: Option<(ThemeChoice, f32, Legibility)>,
    /// Whether full screen was last asked for.
    pub(super) fills_screen: bool,
}

impl Exports {
    pub(super) fn new(worker: ExportWorker) -> Self {
        Self { parcel: None, next: 0, worker, layout: None, copies: false, painted: channel(), takes: None }
    }
}

impl AlbumWork {
    pub(super) fn new(jobs: AlbumJobs, cache: Option<PathBuf>) -> Self {
        Self { jobs, requested: RequestedAlbum::default(), cache }
    }
}

impl TeachWork {
    pub(super) fn new(jobs: TeachJobs) -> Self {
        Self { jobs, requested: RequestedTeach::default(), keeps_trays: true }
    }
}
