//! Pictures that are made: dreams, photos rebuilt and fooled, what a channel looks for.

use std::sync::Arc;

use image::RgbImage;

use crate::analysis::{ClassEvidence, Scores};
use crate::spec::Head;
use crate::visualize::Curve;
use crate::visualize::dream::{DreamProgress, DreamRecipe};
use crate::visualize::fool::{FoolRecipe, Goal, Undo};
use crate::visualize::rebuild::RebuildRecipe;

/// A photo that was changed to be taken for something else.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Fooled {
    /// The report of the photo as it is.
    pub report: u64,
    /// How it was changed.
    pub recipe: FoolRecipe,
    /// What the main head answers on the photo as it is.
    pub answer: usize,
    /// What the network sees now, whole grey levels as in a file.
    #[serde(with = "crate::wire::picture")]
    pub seen: Arc<RgbImage>,
    /// The largest change of any colour of any pixel, grey levels of 255.
    pub largest_change: u8,
    /// What the heads say.
    pub scores: Vec<Scores>,
    /// Where the evidence for the main head's answer is.
    pub evidence: Option<ClassEvidence>,
    /// What takes the change back, as far as it was tried.
    pub treated: Vec<Treated>,
}

/// The changed photo after something happened to it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Treated {
    /// What; `None`: the photo as it was, with noise as large as the change.
    pub by: Option<Undo>,
    /// What the network sees.
    #[serde(with = "crate::wire::picture")]
    pub picture: Arc<RgbImage>,
    /// What the main head says.
    pub scores: Scores,
    /// What it answers on the photo as it is, after the same; another answer than before, and nothing can be said.
    pub untouched: usize,
}

impl Fooled {
    /// What the main head says.
    pub fn main(&self) -> Option<&Scores> {
        self.scores.iter().find(|scores| scores.head == Head::Main)
    }

    /// Whether the main head answers what it was to answer.
    pub fn is_fooled(&self) -> bool {
        let Some(now) = self.main().map(Scores::best) else { return false };
        match self.recipe.goal {
            Goal::Class(class) => now == class,
            Goal::AnyOther => now != self.answer,
        }
    }
}

/// A dream as far as it is.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct Dreamt {
    /// How.
    pub recipe: DreamRecipe,
    /// As large as the octave under way.
    #[serde(with = "crate::wire::picture")]
    pub picture: Arc<RgbImage>,
    /// How far it is.
    pub progress: DreamProgress,
    /// Width and height of each octave, the smallest first.
    pub octaves: Vec<[u32; 2]>,
    /// Whether it is done.
    pub is_finished: bool,
    /// What the network says of it, once it is done.
    pub scores: Option<Arc<Vec<Scores>>>,
    /// What the picture says about itself in its file.
    #[serde(with = "crate::wire::word::pairs")]
    pub facts: Vec<(&'static str, String)>,
}

/// A photo that is rebuilt, as far as it is.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Rebuilt {
    /// From what.
    pub recipe: RebuildRecipe,
    /// As large as what the network sees.
    #[serde(with = "crate::wire::picture")]
    pub picture: Arc<RgbImage>,
    /// The relative error of the activations before each step; once it is done that of the picture too.
    #[serde(with = "crate::wire::floats")]
    pub errors: Vec<f32>,
    /// Of a 1x1 reduction the same of what it reads; of other layers none.
    #[serde(with = "crate::wire::floats")]
    pub read_errors: Vec<f32>,
    /// Correlation of outlines, fine patterns and colour with the photo's, every now and then; `None` where the photo hardly has it.
    pub correlations: Option<[Option<f64>; 3]>,
    /// Steps done.
    pub steps: usize,
    /// Whether it is done.
    pub is_finished: bool,
    /// What the picture says about itself in its file.
    #[serde(with = "crate::wire::word::pairs")]
    pub facts: Vec<(&'static str, String)>,
}

impl Rebuilt {
    /// The last relative error that is known.
    pub fn error(&self) -> Option<f32> {
        self.errors.last().copied()
    }

    /// Of a reduction that of what it reads.
    pub fn read_error(&self) -> Option<f32> {
        self.read_errors.last().copied()
    }
}

/// A picture as far as it is.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Painted {
    /// One, or several that differ.
    #[serde(with = "crate::wire::picture::list")]
    pub pictures: Vec<Arc<RgbImage>>,
    /// What happened at every step.
    pub curve: Curve,
    /// Steps done.
    pub steps: usize,
    /// Whether it is done.
    pub is_finished: bool,
}

/// A tile of an atlas, as far as it is.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Tile {
    /// Its number: the channel.
    pub channel: usize,
    /// The picture; `None` where nothing starts.
    #[serde(with = "crate::wire::picture::optional")]
    pub picture: Option<Arc<RgbImage>>,
    /// Steps done.
    pub steps: usize,
    /// Whether nothing more comes of it.
    pub is_finished: bool,
}
