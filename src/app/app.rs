//! Holds state, engine and screen together: what there is, and how it begins.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::album::{AlbumJobs, AlbumRequested};
use super::clipboard::{Clipboard, SystemClipboard};
use super::desktop::{Chooser, NativeChooser, Picked};
use super::downloads::Downloader;
use super::follow::Requested;
use super::gallery;
use super::history::History;
use super::live::LiveRun;
use super::looks_for::ExampleJobs;
use super::options::Options;
use super::remembered::Reading;
use super::scenes::Scenes;
use super::second_network::OtherWeights;
use super::settings::{Settings, ThemeChoice};
use super::state::State;
use super::take_home::{ExportJob, ExportWorker, Take};
use super::teach::{TeachJobs, TeachRequested};
use super::tour::Staging;
use super::view::{Arrangement, Detail};
use crate::engine::{Engine, Executor, Switch};
use crate::platform::abilities::Abilities;
use crate::platform::camera::Camera;
use crate::ui::Scene;
use crate::ui::style::{self, Legibility};
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
    pub(super) album_requested: AlbumRequested,
    pub(super) album_cache: Option<PathBuf>,
    pub(super) teach_jobs: TeachJobs,
    pub(super) teach_requested: TeachRequested,
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
    /// Starts the engine and asks for the first photo.  Fonts and theme are given to `ctx`.
    pub fn new(ctx: &egui::Context, options: &Options, settings: Settings, executor: Executor) -> Self {
        Self::with_engine(ctx, options, settings, executor, |wake| Engine::new(executor, wake))
    }

    /// The same with an engine that may be elsewhere; `executor` is for all other work.
    pub fn with_engine(
        ctx: &egui::Context,
        options: &Options,
        settings: Settings,
        executor: Executor,
        engine: impl FnOnce(Arc<dyn Fn() + Send + Sync>) -> Engine,
    ) -> Self {
        ctx.set_fonts(style::fonts());
        ctx.add_plugin(style::FontTexture::default());
        // The keys are ours, so that the size is remembered.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let waker = ctx.clone();
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(move || waker.request_repaint());
        let engine = engine(wake.clone());
        let album_jobs = AlbumJobs::new(&engine, executor, &wake);
        let teach_jobs = TeachJobs::new(&engine, executor, &wake);
        let gallery = gallery::entries();
        let mut app = Self {
            state: State {
                view: options.view,
                arrangement: Arrangement::of(options.detail),
                modules: options.modules,
                photos_in_gallery: gallery::PHOTOS.len(),
                gallery,
                threads: rayon::current_num_threads(),
                still: options.still,
                is_embedded: options.embeds,
                ..State::new(settings, options.layer.as_deref().unwrap_or("conv1"))
            },
            example_jobs: ExampleJobs::new(&engine, executor, &wake),
            porter: ExportWorker::new(&engine, Arc::clone(&wake)),
            engine,
            chooser: Box::new(NativeChooser),
            clipboard: Box::new(SystemClipboard),
            paste_asked_in: None,
            picked: channel(),
            next_message: 0,
            copied: None,
            next_occlusion: 0,
            wants_occlusion: options.detail == Detail::Occlusion,
            requested: Requested::default(),
            pictures: None,
            album_jobs,
            album_requested: AlbumRequested::default(),
            album_cache: options.album_cache.clone(),
            teach_jobs,
            teach_requested: TeachRequested::default(),
            keeps_trays: true,
            asked: [&options.class, &options.minus, &options.true_label].map(Clone::clone),
            off: options.off.clone(),
            history: History::default(),
            staging: Staging::default(),
            scenes: Scenes::default(),
            camera: None,
            live: None,
            has_live_thread: executor == Executor::Thread,
            said_of_live: None,
            downloader: Downloader::new(Arc::clone(&wake)),
            wake,
            parcel: None,
            next_parcel: 0,
            copies: false,
            painted: channel(),
            takes: None,
            opened: BTreeSet::new(),
            awaits_gallery: true,
            awaits_default: None,
            reading: None,
            in_use: None,
            second_reading: None,
            second_in_use: None,
            awaits_other: None,
            scene: Scene::default(),
            styled: None,
            fills_screen: false,
        };
        app.state.looks_for.pace = if options.still { options.pace.of_a_still() } else { options.pace };
        app.state.selection.channel = options.channel;
        app.state.shows_keys = options.detail == Detail::Keys;
        app.present(options.presents.is_some(), 0.0);
        if options.detail == Detail::Occlusion {
            app.scene.edit.show_occlusion();
        }
        app.state.editing.is_open = matches!(options.detail, Detail::Edit | Detail::Occlusion);
        if let Some(language) = options.language {
            app.state.settings.language = language;
        }
        app.apply_language();
        app.forget_lost_files();
        if let Some(choice) = options.theme {
            app.state.settings.theme = choice;
        }
        app.open_first(options);
        app.draw_gallery();
        app.restyle(ctx);
        app
    }

    /// The application as eframe creates it, with the settings of last time.
    pub fn from_eframe(cc: &eframe::CreationContext<'_>, options: &Options) -> Self {
        Self::from_eframe_with_engine(cc, options, |wake| Engine::new(Executor::Thread, wake))
    }

    /// The same with an engine that may be elsewhere.
    pub fn from_eframe_with_engine(
        cc: &eframe::CreationContext<'_>,
        options: &Options,
        engine: impl FnOnce(Arc<dyn Fn() + Send + Sync>) -> Engine,
    ) -> Self {
        let remembered = |storage| eframe::get_value(storage, SETTINGS_KEY);
        let settings = if options.still {
            Settings::default()
        } else {
            cc.storage.and_then(remembered).unwrap_or_else(Settings::first)
        };
        let mut app = Self::with_engine(&cc.egui_ctx, options, settings, Executor::Thread, engine);
        app.pictures = Store::of_user().filter(|_| !options.still);
        app
    }

    /// The same with another way to choose files.
    #[must_use]
    pub fn with_chooser(mut self, chooser: Box<dyn Chooser>) -> Self {
        self.chooser = chooser;
        self
    }

    /// The same where other things are to be had.
    #[must_use]
    pub fn with_abilities(mut self, abilities: Abilities) -> Self {
        self.state.abilities = abilities;
        if !abilities.fetches_weights {
            self.state.downloads.offers.clear();
        }
        self
    }

    /// The same with another clipboard.
    #[must_use]
    pub fn with_clipboard(mut self, clipboard: Box<dyn Clipboard>) -> Self {
        self.clipboard = clipboard;
        self
    }

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
