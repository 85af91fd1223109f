//! How it begins.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::mpsc::channel;

use super::album::jobs::AlbumJobs;
use super::app::{App, SETTINGS_KEY};
use super::chooser::{Chooser, NativeChooser};
use super::clipboard::{Clipboard, SystemClipboard};
use super::downloader::Downloader;
use super::gallery;
use super::looks_for::example_jobs::ExampleJobs;
use super::parts::{AlbumWork, Exports, Moving, TeachWork, WeightsFiles, WindowWork};
use super::requested::Requested;
use super::scenes::pending::Scenes;
use super::take_home::export_worker::ExportWorker;
use super::take_home::lesson::paper;
use super::teach::jobs::TeachJobs;
use super::tour::staging::Staging;
use crate::engine::{Engine, Executor};
use crate::platform::abilities::Abilities;
use crate::state::history::History;
use crate::state::{Arrangement, Detail, Options, Settings, State};
use crate::ui::{Scene, style};
use crate::visualize::Store;

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
        let mut app = Self {
            state: first_state(options, settings),
            chooser: Box::new(NativeChooser),
            clipboard: Box::new(SystemClipboard),
            picked: channel(),
            next_message: 0,
            next_occlusion: 0,
            wants_occlusion: options.detail == Detail::Occlusion,
            requested: Requested::default(),
            pictures: None,
            album: AlbumWork::new(AlbumJobs::new(&engine, executor, &wake), options.album_cache.clone()),
            teach: TeachWork::new(TeachJobs::new(&engine, executor, &wake)),
            example_jobs: ExampleJobs::new(&engine, executor, &wake),
            asked: [&options.class, &options.minus, &options.true_label].map(Clone::clone),
            off: options.off.clone(),
            history: History::default(),
            staging: Staging::default(),
            scenes: Scenes::default(),
            downloader: Downloader::new(Arc::clone(&wake)),
            exports: Exports::new(ExportWorker::new(&engine, Arc::clone(&wake), paper)),
            moving: Moving { has_thread: executor == Executor::Thread, ..Moving::default() },
            engine,
            wake,
            opened: BTreeSet::new(),
            awaits_gallery: true,
            scene: Scene::default(),
            files: WeightsFiles::default(),
            window: WindowWork::default(),
        };
        app.begin(options);
        app.restyle(ctx);
        app
    }

    /// Does what the program was started for.
    fn begin(&mut self, options: &Options) {
        self.state.pace = if options.still { options.pace.of_a_still() } else { options.pace };
        self.state.selection.channel = options.channel;
        self.state.shows_keys = options.detail == Detail::Keys;
        self.present(options.presents.is_some(), 0.0);
        if options.detail == Detail::Occlusion {
            self.scene.edit.show_occlusion();
        }
        self.state.editing.is_open = matches!(options.detail, Detail::Edit | Detail::Occlusion);
        if let Some(language) = options.language {
            self.state.settings.language = language;
        }
        self.apply_language();
        self.forget_lost_files();
        if let Some(choice) = options.theme {
            self.state.settings.theme = choice;
        }
        self.open_first(options);
        self.draw_gallery();
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
}

/// What is on screen first.
fn first_state(options: &Options, settings: Settings) -> State {
    let gallery = gallery::entries();
    State {
        view: options.view,
        arrangement: Arrangement::of(options.detail),
        modules: options.modules,
        photos_in_gallery: gallery::PHOTOS.len(),
        gallery,
        threads: rayon::current_num_threads(),
        still: options.still,
        is_embedded: options.embeds,
        ..State::new(settings, options.layer.as_deref().unwrap_or("conv1"))
    }
}
