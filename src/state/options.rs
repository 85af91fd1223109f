//! What the program was started with, and its beginning.

use std::path::PathBuf;

use super::live::LiveSource;
use super::pace::Pace;
use super::scenes::Script;
use super::second_network::OtherWeights;
use super::settings::ThemeChoice;
use super::tour::Tour;
use super::view::{Detail, View};
use crate::album::Place;
use crate::engine::{Origin, Switch};
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
