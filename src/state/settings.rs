//! What is remembered from one start to the next.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::album::RememberedAlbum;
use super::looks_for::ChannelName;
use super::remembered::Remembered;
use super::tour::Tour;
use crate::imaging::{Fit, Sequential};
use crate::locale::text::Language;

/// Dark for a screen, light for a bright room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// Dark.
    #[default]
    Dark,
    /// Light.
    Light,
}

/// The order of a mosaic's channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Sort {
    /// As they come.
    Index,
    /// Largest mean first.
    #[default]
    Mean,
    /// Largest maximum first.
    Max,
    /// Fewest zeros first.
    Zeros,
    /// Largest drop of the predicted class's logit when muted first.
    Contribution,
}

/// Which numbers a mosaic's colours span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Normalisation {
    /// 0 to the 99.8th percentile of the layer.
    #[default]
    Shared,
    /// 0 to each map's own maximum.
    PerMap,
    /// Minus to plus the layer's largest absolute value.
    Symmetric,
}

/// What arithmetic is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Unit {
    /// Multiply-accumulates.
    #[default]
    Mac,
    /// Floating-point operations: two for each multiply-accumulate.
    Flop,
}

impl Unit {
    /// Operations of this unit for so many multiply-accumulates.
    pub fn count(self, macs: u64) -> u64 {
        match self {
            Self::Mac => macs,
            Self::Flop => 2 * macs,
        }
    }
}

/// What a naive module reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum NaiveInput {
    /// What the trained module reads.
    #[default]
    Same,
    /// The grown output of the naive module before.
    Stacked,
}

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the interface; what this computer is set to until one is chosen.
    #[serde(default = "Language::of_system")]
    pub language: Language,
    /// Dark or light.
    pub theme: ThemeChoice,
    /// Colours of activations.
    pub colormap: Sequential,
    /// How a photo becomes square; `None`: as for the weights in use.
    #[serde(rename = "chosen_fit")]
    pub fit: Option<Fit>,
    /// Order of the channels.
    pub sort: Sort,
    /// Scale of the colours.
    pub normalisation: Normalisation,
    /// Whether the means of the network and of a module have one scale for all maps.
    pub shared_means: bool,
    /// Whether channels that stayed at 0 are left out.
    pub hide_silent: bool,
    /// What arithmetic is counted in.
    pub unit: Unit,
    /// Whether charts of costs are logarithmic.
    pub log_scale: bool,
    /// What naive modules read in charts of costs.
    pub naive_input: NaiveInput,
    /// Size of text and everything else, 1 to 2.
    pub text_scale: f32,
    /// Whether nothing moves.
    pub reduce_motion: bool,
    /// Weights files that were opened, the latest first.
    pub recent_weights: Vec<PathBuf>,
    /// Photos that were opened, the latest first.
    pub recent_photos: Vec<PathBuf>,
    /// What was said about weights files, the latest first.
    pub remembered_weights: Vec<Remembered>,
    /// What stands before `#` in a copied link: the address of a page; empty for the part from `#` alone.
    pub link_base: String,
    /// What a person calls channels, the latest first.
    pub channel_names: Vec<ChannelName>,
    /// The album that was open last.
    pub album: Option<RememberedAlbum>,
    /// Where the lesson was left.
    pub left_tour: Option<Tour>,
}

impl Settings {
    /// Those of the first start: in the language of this computer.
    pub fn first() -> Self {
        Self { language: Language::of_system(), ..Self::default() }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: ThemeChoice::default(),
            colormap: Sequential::default(),
            fit: None,
            sort: Sort::default(),
            normalisation: Normalisation::default(),
            shared_means: false,
            hide_silent: false,
            unit: Unit::default(),
            log_scale: false,
            naive_input: NaiveInput::default(),
            text_scale: 1.0,
            reduce_motion: false,
            recent_weights: Vec::new(),
            recent_photos: Vec::new(),
            remembered_weights: Vec::new(),
            link_base: String::new(),
            channel_names: Vec::new(),
            album: None,
            left_tour: None,
        }
    }
}
