//! Holds state, engine and screen together.

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
use super::looks_for::{ExampleJobs, Pace};
use super::remembered::Reading;
use super::scenes::{Scenes, Script};
use super::settings::{Settings, ThemeChoice};
use super::state::State;
use super::take_home::{ExportJob, ExportWorker, Take};
use super::tour::{Staging, Tour};
use super::view::{Arrangement, Detail, View};
use crate::album::Place;
use crate::engine::{Engine, Executor, Switch};
use crate::locale::text::{Language, set_language};
use crate::spec::Modules;
use crate::ui::chrome::projector;
use crate::ui::style::{self, Legibility};
use crate::ui::{self, Scene};
use crate::visualize::Store;
use crate::weights::LoadOptions;

/// Under which the settings are stored.
const SETTINGS_KEY: &str = "settings";

/// What the program was started with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A photo to open.
    pub image: Option<PathBuf>,
    /// A photo to open beside it.
    pub second: Option<PathBuf>,
    /// Weights in place of those inside the program.
    pub weights: Option<PathBuf>,
    /// What the weights are, whatever they seem to be.
    pub weights_are: LoadOptions,
    /// A file of class names, one a line.
    pub labels: Option<PathBuf>,
    /// The first view.
    pub view: View,
    /// A state of the first view.
    pub detail: Detail,
    /// The selected activation.
    pub layer: Option<String>,
    /// A channel of it.
    pub channel: Option<usize>,
    /// Reduced or naive modules.
    pub modules: Modules,
    /// Language, in place of the remembered choice.
    pub language: Option<Language>,
    /// Dark or light, in place of the remembered choice.
    pub theme: Option<ThemeChoice>,
    /// Whether the lesson plays by itself.
    pub demo: bool,
    /// A place of the lesson to begin with.
    pub tour: Option<Tour>,
    /// Label or number of the class that is explained.
    pub class: Option<String>,
    /// Label or number of the class it is held against.
    pub minus: Option<String>,
    /// Label or number of what the photo really shows.
    pub true_label: Option<String>,
    /// Scenes to be shown in place of all of that.
    pub script: Option<Script>,
    /// What is switched off to begin with.
    pub off: Vec<Switch>,
    /// Whether it begins in front of a class, and with which panel of the view, from 0.
    pub presents: Option<usize>,
    /// How many steps pictures and dreams take.
    pub pace: Pace,
    /// The album to open.
    pub album: Option<Place>,
    /// Where results of albums are kept; `None`: in memory alone.
    pub album_cache: Option<PathBuf>,
    /// Nothing moves, nothing is remembered: for pictures and tests.
    pub still: bool,
}

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
    /// What was wished for while a frame was drawn, to be taken once it is drawn.
    pub(super) takes: Option<Take>,
    /// Files that were opened: nothing is ever written over them.
    pub(super) opened: BTreeSet<PathBuf>,
    /// The file behind the weights that are being read; `None` for those inside the program.
    pub(super) reading: Option<Reading>,
    /// The file behind the weights in use.
    pub(super) in_use: Option<PathBuf>,
    pub(super) scene: Scene,
    /// Theme, zoom and sizes that were last given to egui.
    styled: Option<(ThemeChoice, f32, Legibility)>,
    /// Whether full screen was last asked for.
    fills_screen: bool,
}

impl App {
    /// Starts the engine and asks for the first photo.  Fonts and theme are given to `ctx`.
    pub fn new(ctx: &egui::Context, options: &Options, settings: Settings, executor: Executor) -> Self {
        ctx.set_fonts(style::fonts());
        // The keys are ours, so that the size is remembered.
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let waker = ctx.clone();
        let wake: Arc<dyn Fn() + Send + Sync> = Arc::new(move || waker.request_repaint());
        let engine = Engine::new(executor, wake.clone());
        let album_jobs = AlbumJobs::new(executor, &wake, engine.urgency());
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
                ..State::new(settings, options.layer.as_deref().unwrap_or("conv1"))
            },
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
            example_jobs: ExampleJobs::new(executor, &wake),
            album_jobs,
            album_requested: AlbumRequested::default(),
            album_cache: options.album_cache.clone(),
            asked: [&options.class, &options.minus, &options.true_label].map(Clone::clone),
            off: options.off.clone(),
            history: History::default(),
            staging: Staging::default(),
            scenes: Scenes::default(),
            porter: ExportWorker::new(Arc::clone(&wake)),
            downloader: Downloader::new(wake),
            parcel: None,
            next_parcel: 0,
            takes: None,
            opened: BTreeSet::new(),
            reading: None,
            in_use: None,
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
        if let Some(choice) = options.theme {
            app.state.settings.theme = choice;
        }
        app.open_first(options);
        app.engine.thumbnails(gallery::origins(), gallery::THUMBNAIL_SIDE);
        app.restyle(ctx);
        app
    }

    /// Opens what the program was started with: weights, photos, album, lesson.
    fn open_first(&mut self, options: &Options) {
        self.offer_public_weights();
        match &options.weights {
            Some(path) => self.open_weights(path.clone(), options.weights_are.clone(), options.labels.clone()),
            None => self.use_default_weights_as(options.weights_are.said),
        }
        if options.weights_are.said.fit.is_some() {
            self.state.settings.fit = None;
        }
        if let Some(path) = &options.image {
            self.open_path(path.clone());
        }
        if let Some(path) = &options.second {
            self.open_second_path(path.clone());
        }
        self.state.album.kept_in = self.kept_in();
        if let Some(place) = options.album.clone() {
            self.open_album(place);
        }
        if let Some(tour) = options.tour {
            self.give_tour(tour);
        }
        if options.demo {
            self.start_demo();
        }
        if let Some(script) = options.script.clone() {
            self.play(script);
            // What was said apart from the scene goes before it.
            self.state.settings.language = options.language.unwrap_or(self.state.settings.language);
            self.apply_language();
            self.state.settings.theme = options.theme.unwrap_or(self.state.settings.theme);
        }
        if let Some(panel @ 1..) = options.presents {
            self.state.projector.panel = panel;
        }
    }

    /// The application as eframe creates it, with the settings of last time.
    pub fn from_eframe(cc: &eframe::CreationContext<'_>, options: &Options) -> Self {
        let remembered = |storage| eframe::get_value(storage, SETTINGS_KEY);
        let settings = if options.still {
            Settings::default()
        } else {
            cc.storage.and_then(remembered).unwrap_or_else(Settings::first)
        };
        let mut app = Self::new(&cc.egui_ctx, options, settings, Executor::Thread);
        app.pictures = Store::of_user().filter(|_| !options.still);
        app
    }

    /// The same with another way to choose files.
    #[must_use]
    pub fn with_chooser(mut self, chooser: Box<dyn Chooser>) -> Self {
        self.chooser = chooser;
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

    /// What is on screen.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Runs everything that was asked for and takes in its results.
    pub fn settle(&mut self, now_seconds: f64) {
        loop {
            self.engine.run_until_idle();
            let any = self.take_events(now_seconds);
            self.follow();
            // Photos of an album run when nobody waits for anything else.
            if !any && self.engine.is_idle() {
                self.album_jobs.run_until_idle();
                self.example_jobs.run_until_idle();
            }
            let any = self.take_album_events(now_seconds) || any;
            let any = self.take_examples() || any;
            self.follow();
            if !any && self.engine.is_idle() && self.album_jobs.is_idle() && self.example_jobs.is_idle() {
                return;
            }
        }
    }

    /// Takes in what has happened outside the window since the last frame.
    pub fn logic(&mut self, ctx: &egui::Context) {
        let now_seconds = ctx.input(|input| input.time);
        self.apply_language();
        self.use_clipboard_keys(ctx);
        self.take_picked(now_seconds);
        self.take_dropped_and_pasted(ctx);
        self.take_download(now_seconds);
        self.take_porter(now_seconds);
        self.take_events(now_seconds);
        self.take_album_events(now_seconds);
        self.take_examples();
        self.play_demo(ctx);
        self.follow();
        self.forget_messages(ctx, now_seconds);
    }

    /// Draws a frame and carries out what was asked for.
    pub fn draw(&mut self, ui: &mut egui::Ui) {
        self.apply_language();
        self.restyle(ui.ctx());
        let mut commands = Vec::new();
        ui::draw(ui, &self.state, &mut self.scene, &mut commands);
        let now_seconds = ui.input(|input| input.time);
        let steps = self.history.steps();
        for command in commands {
            self.apply(command, now_seconds);
        }
        self.history.join_since(steps);
        if let Some(take) = self.takes.take() {
            self.take_home(take, ui.ctx());
        }
        self.follow();
        // A still picture is finished: what a view asked for while it was drawn is there in the next frame.
        if self.state.still {
            self.settle(now_seconds);
        }
        if let Some(text) = self.copied.take() {
            ui.ctx().copy_text(text);
        }
    }

    /// Everything is said in the language of the settings from now on.
    pub(super) fn apply_language(&self) {
        set_language(self.state.settings.language);
    }

    fn restyle(&mut self, ctx: &egui::Context) {
        let (zoom, legibility) = projector::fit(projector::window_size(ctx), &self.state);
        style::set_legibility(legibility);
        let is_projected = self.state.projector.is_on;
        let look = (self.state.settings.theme, zoom, legibility);
        if self.styled.is_none_or(|styled| styled != look) {
            if self.styled.is_some_and(|styled| styled.2 != legibility) {
                self.scene.forget_words();
            }
            self.styled = Some(look);
            style::apply(ctx, &ui::theme_of(&self.state));
            ctx.set_zoom_factor(zoom);
        }
        if self.fills_screen != is_projected {
            self.fills_screen = is_projected;
            ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(is_projected));
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        if !self.state.still {
            self.remember_tour();
            eframe::set_value(storage, SETTINGS_KEY, &self.state.settings);
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
