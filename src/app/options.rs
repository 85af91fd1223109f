//! What the program was started with, and its beginning.

use std::path::PathBuf;

use super::app::App;
use super::live::LiveSource;
use super::looks_for::Pace;
use super::scenes::Script;
use super::second_network::OtherWeights;
use super::settings::ThemeChoice;
use super::tour::Tour;
use super::view::{Detail, View};
use crate::album::Place;
use crate::engine::{Origin, PhotoSource, Switch};
use crate::locale::text::Language;
use crate::spec::Modules;
use crate::weights::LoadOptions;

/// What the program was started with.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A photo to open.
    pub image: Option<PathBuf>,
    /// The same where it is no file: its name and where it comes from.
    pub origin: Option<(String, Origin)>,
    /// A moving source in place of a photo.
    pub live: Option<LiveSource>,
    /// How many of its frames a finished picture runs; 1 if left out.
    pub frames: Option<u64>,
    /// A photo to open beside it.
    pub second: Option<PathBuf>,
    /// Weights to compare with.
    pub with: Option<OtherWeights>,
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
    /// A folder whose folders are classes to be taught; its trays are kept nowhere.
    pub teach: Option<PathBuf>,
    /// The panel alone, without what stands around it: for a page that shows it in a frame.
    pub embeds: bool,
    /// Nothing moves, nothing is remembered: for pictures and tests.
    pub still: bool,
}

impl App {
    /// Opens what the program was started with: weights, photos, album, lesson.
    pub(super) fn open_first(&mut self, options: &Options) {
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
        if let Some((name, origin)) = options.origin.clone() {
            self.open(PhotoSource::Ready { name, origin });
        }
        if let Some(live) = options.live.clone() {
            self.start_live(live, 0.0);
            if let Some(shown) = self.state.live.as_mut().filter(|_| options.still) {
                shown.frames_left = options.frames.unwrap_or(1);
            }
        }
        if let Some(path) = &options.second {
            self.open_second_path(path.clone());
        }
        self.awaits_other = options.with.clone();
        self.state.album.kept_in = self.kept_in();
        if let Some(place) = options.album.clone() {
            self.open_album(place);
        }
        match options.tour {
            tour if options.demo => self.start_demo(tour.unwrap_or(Tour::at(0))),
            Some(tour) => self.give_tour(tour),
            None => {}
        }
        self.teach_requested.first = options.teach.clone();
        self.keeps_trays = options.teach.is_none();
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
}
