//! Everything there is: state, engine and screen.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use super::chooser::{Chooser, Picked};
use super::clipboard::Clipboard;
use super::downloader::Downloader;
use super::looks_for::example_jobs::ExampleJobs;
use super::parts::{AlbumWork, Exports, Moving, TeachWork, WeightsFiles, WindowWork};
use super::requested::Requested;
use super::scenes::pending::Scenes;
use super::tour::staging::Staging;
use crate::engine::{Engine, Switch};
use crate::state::State;
use crate::state::history::History;
use crate::ui::Scene;
use crate::visualize::Store;

/// Under which the settings are stored.
pub(super) const SETTINGS_KEY: &str = "settings";

/// The application.
pub struct App {
    pub(super) state: State,
    pub(super) engine: Engine,
    pub(super) chooser: Box<dyn Chooser>,
    pub(super) clipboard: Box<dyn Clipboard>,
    /// What dialogs gave.
    pub(super) picked: (Sender<Picked>, Receiver<Picked>),
    pub(super) next_message: u64,
    pub(super) next_occlusion: u64,
    /// Whether the first photo's occlusion map is asked for.
    pub(super) wants_occlusion: bool,
    pub(super) requested: Requested,
    /// Where finished pictures are kept; nowhere without.
    pub(super) pictures: Option<Store>,
    pub(super) example_jobs: ExampleJobs,
    /// Labels of the class, the one it is held against and the true one, until the network that knows them is there.
    pub(super) asked: [Option<String>; 3],
    /// What is to be switched off, until the network that has it is there.
    pub(super) off: Vec<Switch>,
    pub(super) history: History,
    pub(super) staging: Staging,
    pub(super) scenes: Scenes,
    pub(super) downloader: Downloader,
    /// Asks for a frame of the window, from any thread.
    pub(super) wake: Arc<dyn Fn() + Send + Sync>,
    /// Files that were opened: nothing is ever written over them.
    pub(super) opened: BTreeSet<PathBuf>,
    /// The gallery's small pictures are still to be made.
    pub(super) awaits_gallery: bool,
    pub(super) scene: Scene,
    /// Files to take home.
    pub(super) exports: Exports,
    /// Where weights come from, and those that are still awaited.
    pub(super) files: WeightsFiles,
    /// Moving sources, and the camera.
    pub(super) moving: Moving,
    /// What runs for the album.
    pub(super) album: AlbumWork,
    /// What runs for classes of one's own.
    pub(super) teach: TeachWork,
    /// What is still to be done to the window.
    pub(super) window: WindowWork,
}

impl App {
    /// What was said about scenes so far: what in them was not understood, what of them is not there.
    pub fn said_of_scenes(&self) -> &[String] {
        &self.scenes.said
    }

    /// What is said of a moving source that has fewer frames than were asked for.
    pub fn said_of_live(&self) -> Option<&str> {
        self.moving.said.as_deref()
    }

    /// What is on screen.
    pub fn state(&self) -> &State {
        &self.state
    }
}
