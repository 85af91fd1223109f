//! Everything there is: state, engine and screen.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use super::album::jobs::AlbumJobs;
use super::chooser::{Chooser, Picked};
use super::clipboard::Clipboard;
use super::downloader::Downloader;
use super::live::run::LiveRun;
use super::looks_for::example_jobs::ExampleJobs;
use super::requested::{Requested, RequestedAlbum, RequestedTeach};
use super::scenes::pending::Scenes;
use super::take_home::export_job::ExportJob;
use super::take_home::export_worker::ExportWorker;
use super::teach::jobs::TeachJobs;
use super::tour::staging::Staging;
use crate::engine::{Engine, Switch};
use crate::platform::camera::Camera;
use crate::state::history::History;
use crate::state::remembered::Reading;
use crate::state::{OtherWeights, State, Take, ThemeChoice};
use crate::ui::Scene;
use crate::ui::style::Legibility;
use crate::visualize::Store;
use crate::weights::Said;

/// Under which the settings are stored.
pub(super) const SETTINGS_KEY: &str = "settings";

/// The application.
pub struct App {
    pub(super) state: State,
    pub(super) engine: Engine,
    pub(super) chooser: Box<dyn Chooser>,
    pub(super) clipboard: Box<dyn Clipboard>,
    /// The number of the frame in which egui was asked to paste.
    pub(super) paste_asked_in: Option<u64>,
    /// What dialogs gave.
    pub(super) picked: (Sender<Picked>, Receiver<Picked>),
    pub(super) next_message: u64,
    pub(super) copied: Option<String>,
    pub(super) next_occlusion: u64,
    /// Whether the first photo's occlusion map is asked for.
    pub(super) wants_occlusion: bool,
    pub(super) requested: Requested,
    /// Where finished pictures are kept; nowhere without.
    pub(super) pictures: Option<Store>,
    pub(super) example_jobs: ExampleJobs,
    pub(super) album_jobs: AlbumJobs,
    pub(super) album_requested: RequestedAlbum,
    pub(super) album_cache: Option<PathBuf>,
    pub(super) teach_jobs: TeachJobs,
    pub(super) teach_requested: RequestedTeach,
    /// Whether trays are kept where albums are.
    pub(super) keeps_trays: bool,
    /// Labels of the class, the one it is held against and the true one, until the network that knows them is there.
    pub(super) asked: [Option<String>; 3],
    /// What is to be switched off, until the network that has it is there.
    pub(super) off: Vec<Switch>,
    pub(super) history: History,
    pub(super) staging: Staging,
    pub(super) scenes: Scenes,
    pub(super) downloader: Downloader,
    /// What was taken from the screen and waits for the name of its file, under the number of the question.
    pub(super) parcel: Option<(u64, ExportJob)>,
    pub(super) next_parcel: u64,
    pub(super) porter: ExportWorker,
    /// The camera that is on.
    pub(super) camera: Option<Camera>,
    /// The moving source behind what is on screen.
    pub(super) live: Option<LiveRun>,
    /// Whether it has a thread of its own.
    pub(super) has_live_thread: bool,
    /// What a finished picture says of its source.
    pub(super) said_of_live: Option<String>,
    /// Asks for a frame of the window, from any thread.
    pub(super) wake: Arc<dyn Fn() + Send + Sync>,
    /// Whether the view is to be copied once the frame is drawn.
    pub(super) copies: bool,
    /// The picture for the clipboard, once it is painted.
    pub(super) painted: (Sender<egui::ColorImage>, Receiver<egui::ColorImage>),
    /// What was wished for while a frame was drawn, to be taken once it is drawn.
    pub(super) takes: Option<Take>,
    /// Files that were opened: nothing is ever written over them.
    pub(super) opened: BTreeSet<PathBuf>,
    /// The gallery's small pictures are still to be made.
    pub(super) awaits_gallery: bool,
    /// The weights of the program are wanted, with what is said about them, and are not here yet: a page fetches them.
    pub(super) awaits_default: Option<Said>,
    /// The file behind the weights that are being read; `None` for those inside the program.
    pub(super) reading: Option<Reading>,
    /// The file behind the weights in use.
    pub(super) in_use: Option<PathBuf>,
    /// The file behind the weights to compare with that are being read, and behind those that are compared with.
    pub(super) second_reading: Option<PathBuf>,
    pub(super) second_in_use: Option<PathBuf>,
    /// Weights to compare with, until those in use are there.
    pub(super) awaits_other: Option<OtherWeights>,
    pub(super) scene: Scene,
    /// Theme, zoom and sizes that were last given to egui.
    pub(super) styled: Option<(ThemeChoice, f32, Legibility)>,
    /// Whether full screen was last asked for.
    pub(super) fills_screen: bool,
}

impl App {
    /// What was said about scenes so far: what in them was not understood, what of them is not there.
    pub fn said_of_scenes(&self) -> &[String] {
        &self.scenes.said
    }

    /// What is said of a moving source that has fewer frames than were asked for.
    pub fn said_of_live(&self) -> Option<&str> {
        self.said_of_live.as_deref()
    }

    /// What is on screen.
    pub fn state(&self) -> &State {
        &self.state
    }
}
