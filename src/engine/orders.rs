//! What jobs of several files are asked for, as data.

use std::sync::{Arc, Mutex, PoisonError};

use image::RgbImage;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::key::{JobKey, Side};
use super::off::Muted;
use super::pipeline::LoadedNetwork;
use super::results::ForwardRun;
use super::source::PhotoSource;
use super::studio::Studio;
use crate::analysis::heatmaps::{Cascade, Map, Method, Question, Settings, Study, Subject};
use crate::imaging::Fit;
use crate::visualize::dream::{Dream, DreamRecipe};
use crate::visualize::fool::FoolRecipe;
use crate::visualize::rebuild::{RebuildRecipe, Rebuilding};
use crate::visualize::{Painting, Recipe, Store};
use crate::wire::once;
use crate::wire::once::Content;

/// Two networks that are to be compared.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct DepthsOrder {
    /// The one.
    #[serde(with = "crate::wire::once")]
    pub a: Arc<LoadedNetwork>,
    /// The other.
    #[serde(with = "crate::wire::once")]
    pub b: Arc<LoadedNetwork>,
    /// Which album; it comes back with what is found.
    pub album: u64,
    /// Its photos, [`MOST_DEPTH_PHOTOS`](crate::engine::MOST_DEPTH_PHOTOS) or fewer; the rest is left alone.
    pub photos: Vec<PhotoSource>,
    /// How alike two random networks see them, where that is known; else it is measured too.
    pub random: Option<Vec<Option<f64>>>,
}

/// A dream that is wanted.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct DreamOrder {
    /// Whose.
    #[serde(with = "crate::wire::once")]
    pub network: Arc<LoadedNetwork>,
    /// What is switched off, in the dream and in what the network says of it.
    pub muted: Muted,
    /// The photo.
    #[serde(with = "crate::wire::once")]
    pub photo: Arc<RgbImage>,
    /// How.
    pub recipe: DreamRecipe,
    /// The dream itself, to go on with.
    pub studio: Studio<Dream>,
}

/// A photo that is to be changed.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct FoolOrder {
    /// The run whose input is changed.
    #[serde(with = "crate::wire::once")]
    pub run: Arc<ForwardRun>,
    /// The report on screen, to come back with what is found: the run's, or that with something off.
    pub report: u64,
    /// What is switched off in it.
    pub muted: Muted,
    /// What the main head answers.
    pub answer: usize,
    /// How, one after the other.
    pub recipes: Vec<FoolRecipe>,
}

/// A frame to be run, in the place of the first photo.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct FrameOrder {
    /// The network.
    #[serde(with = "once")]
    pub network: Arc<LoadedNetwork>,
    /// What the source, or the frame, is called.
    pub name: String,
    /// As the source has it.
    #[serde(with = "once")]
    pub pixels: Arc<RgbImage>,
    /// Whether left and right are swapped before the network sees it.
    pub is_mirrored: bool,
    /// How it becomes square; `None`: in the network's own way.
    pub fit: Option<Fit>,
    /// What is switched off.
    pub muted: Muted,
}

impl FrameOrder {
    pub(super) const KEY: JobKey = JobKey::Photo(Side::First);
}

/// A study that is wanted.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct StudyOrder {
    /// The run whose input is looked at.
    #[serde(with = "crate::wire::once")]
    pub run: Arc<ForwardRun>,
    /// What is switched off in it.
    pub muted: Muted,
    /// What is explained.
    pub question: Question,
    /// How.
    pub settings: Settings,
    /// Which random networks and orders.
    pub seed: u64,
    /// The study itself, to go on with.
    pub studio: Studio<Study>,
}

/// A cascade that is wanted.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct CascadeOrder {
    /// The same.
    pub of: StudyOrder,
    /// Which map.
    pub method: Method,
    /// That of the trained network.
    pub trained: Map,
    /// The cascade itself, to go on with.
    pub studio: Studio<Cascade>,
}

impl StudyOrder {
    pub(super) fn subject(&self) -> Subject {
        let network: &LoadedNetwork = &self.run.network;
        network.explained(&self.run.photo.prepared, &self.muted)
    }
}

/// A photo that is to be rebuilt.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct RebuildOrder {
    /// Whose layers.
    #[serde(with = "crate::wire::once")]
    pub network: Arc<LoadedNetwork>,
    /// What is switched off, for the photo and the picture.
    pub muted: Muted,
    /// What the network sees of the photo.
    #[serde(with = "crate::wire::once")]
    pub seen: Arc<RgbImage>,
    /// From what.
    pub recipe: RebuildRecipe,
    /// Steps after which it is done.
    pub steps: usize,
    /// The picture itself, to go on with.
    pub studio: Studio<Rebuilding>,
}

/// A picture that is looked at.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct PaintOrder {
    /// Whose.
    #[serde(with = "crate::wire::once")]
    pub network: Arc<LoadedNetwork>,
    /// Whether a network of the same structure is asked that has learnt nothing.
    pub is_random: bool,
    /// Of what, and how.
    pub recipe: Recipe,
    /// After how many steps it is done.
    pub steps: usize,
    /// Where finished pictures are kept; nowhere without.
    pub store: Option<Store>,
    /// The picture itself, to go on with.
    pub studio: Studio<Painting>,
}

/// The tiles of an atlas that are wanted: which, and in which order.
#[derive(Clone, Default, serde::Serialize, serde::Deserialize)]
pub struct Wanted(#[serde(with = "crate::wire::once")] Arc<Mutex<Vec<(usize, Recipe)>>>);

impl Content for Mutex<Vec<(usize, Recipe)>> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.lock().unwrap_or_else(PoisonError::into_inner).serialize(serializer)
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        Vec::deserialize(deserializer).map(|tiles| Arc::new(Self::new(tiles)))
    }
}

impl Wanted {
    pub(super) fn set(&self, tiles: Vec<(usize, Recipe)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = tiles;
    }

    pub(super) fn next(&self) -> Option<(usize, Recipe)> {
        let mut wanted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (!wanted.is_empty()).then(|| wanted.remove(0))
    }
}

/// The pictures of a layer's channels.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct AtlasOrder {
    /// Whose.
    #[serde(with = "crate::wire::once")]
    pub network: Arc<LoadedNetwork>,
    /// What is still to be made.
    pub wanted: Wanted,
    /// After how many steps a tile is done.
    pub steps: usize,
    /// Where finished pictures are kept; nowhere without.
    pub store: Option<Store>,
}
