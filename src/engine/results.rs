//! What jobs make, as plain data.

use std::collections::HashMap;
use std::sync::Arc;

use image::RgbImage;

use super::off::Muted;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use crate::analysis::contribution::{ChannelDrop, Contributions, LayerContribution};
use crate::analysis::heatmaps::{self, Question};
use crate::analysis::naive::NaiveRun;
use crate::analysis::{ClassEvidence, Report, Scores};
use crate::model::Trace;
use crate::spec::Head;
use crate::visualize::Curve;
use crate::visualize::dream::{DreamProgress, DreamRecipe};
use crate::visualize::fool::{FoolRecipe, Goal, Undo};
use crate::visualize::rebuild::RebuildRecipe;
use crate::wire::once;

/// A finished run with all that is needed to go on from it.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(from = "Crossing")]
pub struct ForwardRun {
    /// The network that ran.
    #[serde(with = "once")]
    pub network: Arc<LoadedNetwork>,
    /// The photo.
    #[serde(with = "once")]
    pub photo: Arc<Photo>,
    /// Every activation as a tensor, to resume from.
    #[serde(skip)]
    pub trace: Trace,
    /// The same as plain data.
    #[serde(with = "once")]
    pub report: Arc<Report>,
}

once::contents!(ForwardRun, Contributed);

/// A run as it crosses: its trace is that of its report.
#[derive(serde::Deserialize)]
struct Crossing {
    #[serde(with = "once")]
    network: Arc<LoadedNetwork>,
    #[serde(with = "once")]
    photo: Arc<Photo>,
    #[serde(with = "once")]
    report: Arc<Report>,
}

impl From<Crossing> for ForwardRun {
    fn from(Crossing { network, photo, report }: Crossing) -> Self {
        Self { network, photo, trace: report.trace(), report }
    }
}

/// The run of an edited photo.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Edited {
    /// The run without edits that it came from.
    #[serde(with = "once")]
    pub original: Arc<ForwardRun>,
    /// The run of the edited photo; the edits are in its photo.
    #[serde(with = "once")]
    pub run: Arc<ForwardRun>,
    /// The same with muted channels, where there were any: which, and the report.
    #[serde(with = "once::beside")]
    pub muted: Option<(Muted, Arc<Report>)>,
}

/// The run of a frame.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Framed {
    /// The run with everything on.
    #[serde(with = "once")]
    pub run: Arc<ForwardRun>,
    /// The same with muted channels, where there were any: which, and the report.
    #[serde(with = "once::beside")]
    pub muted: Option<(Muted, Arc<Report>)>,
}

/// A run with something switched off.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct MutedRun {
    /// The whole run that it came from.
    #[serde(with = "once")]
    pub run: Arc<ForwardRun>,
    /// What was switched off.
    pub muted: Muted,
    /// What came of it.
    #[serde(with = "once")]
    pub report: Arc<Report>,
}

/// What the heads say with each branch of a module alone switched off.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BranchTrials {
    /// The whole run that they are held against.
    pub report: u64,
    /// Index into [`crate::spec::MODULES`].
    pub module: usize,
    /// What the heads say without the branch, in the order of the concat, as far as it is known.
    pub without: Vec<Vec<Scores>>,
}

/// For how many photos of an album the answer stays without each branch of a module, as far as they have run.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BranchAlbum {
    /// As it was ordered: which album.
    pub album: u64,
    /// SHA-256 of the weights.
    pub weights: String,
    /// Index into [`crate::spec::MODULES`].
    pub module: usize,
    /// Photos that have run.
    pub done: usize,
    /// For so many of them the answer stays, in the order of the concat.
    pub same: [usize; 4],
}

/// What the network says with the patch at one place.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Position {
    /// Of the class under study, 0 to 1.
    pub probability: f32,
    /// Of the class under study.
    pub logit: f32,
    /// The class it now takes for the most probable.
    pub best: usize,
    /// How long it took, milliseconds.
    pub duration_ms: f64,
}

impl Position {
    /// What the main classifier says about `class`.
    pub fn of(scores: &Scores, class: usize, duration_ms: f64) -> Self {
        Self { probability: scores.probabilities[class], logit: scores.logits[class], best: scores.best(), duration_ms }
    }
}

/// How alike two networks see the photos of an album, and how far their weights are from each other, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Depths {
    /// SHA-256 of the weights, of A and of B.
    pub weights: [String; 2],
    /// As it was ordered: which album.
    pub album: u64,
    /// Photos that are to run.
    pub photos: usize,
    /// Of them have run: in both networks, and in two random ones.
    pub done: [usize; 2],
    /// Photos over which `similarity` was measured.
    pub measured: usize,
    /// Linear CKA of the channel means, 0 to 1, by [`crate::spec::DEPTHS`]; empty until measured.  `None` where a network lacks the
    /// layer or says the same of all photos.
    pub similarity: Vec<Option<f64>>,
    /// The same of two random networks of A's structure.
    pub random: Vec<Option<f64>>,
    /// Whether that is final.
    pub has_baseline: bool,
    /// Length of the difference of the weights over the length of A's, by depth; `None` where the shapes differ.
    pub changes: Vec<Option<f64>>,
    /// The same by layer of A.
    pub layers: Vec<(String, Option<f64>)>,
    /// Whether nothing more comes.
    pub is_finished: bool,
}

/// How alike two runs are, layer by layer.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Similarity {
    /// Identities of the reports that were compared.
    pub reports: [u64; 2],
    /// Cosine of the angle between both activations of each layer, in the order of the network, -1 to 1.
    pub cosines: Vec<f64>,
}

/// How long a module takes with and without its reductions, on the same input, in the same job.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ModuleTimes {
    /// Index into [`crate::spec::MODULES`].
    pub module: usize,
    /// By activation name, milliseconds, median of [`Self::runs`].
    pub naive_ms: HashMap<String, f64>,
    /// The same for the trained module.
    pub reduced_ms: HashMap<String, f64>,
    /// Runs behind the medians; both sides ran in turn.
    pub runs: usize,
}

impl ModuleTimes {
    /// Milliseconds of the whole naive module, and of the whole reduced one: sums over their stages.
    pub fn totals_ms(&self) -> [f64; 2] {
        [&self.naive_ms, &self.reduced_ms].map(|times| times.values().sum())
    }
}

impl From<&NaiveRun> for ModuleTimes {
    fn from(naive: &NaiveRun) -> Self {
        let [naive_ms, reduced_ms] = naive.times_ms();
        Self { module: naive.module(), naive_ms, reduced_ms, runs: naive.runs() }
    }
}

/// By channel of a layer: mean |a(photo) - a(grey copy)| over mean a(photo), 0 where nothing changes.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ColourIndex {
    /// The run with colours.
    pub report: u64,
    /// The layer.
    pub layer: String,
    /// By channel; 0 where the channel is silent in both.
    #[serde(with = "crate::wire::floats")]
    pub values: Vec<f32>,
}

/// What every layer adds to a logit.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Contributed {
    /// The run.
    pub report: u64,
    /// By layer.
    pub contributions: Contributions,
    /// The channels of each of these layers, those that add or take most first.
    strongest: Vec<Vec<usize>>,
}

impl Contributed {
    /// In a report; channels are put in order here, once.
    pub(super) fn new(report: u64, contributions: Contributions) -> Self {
        let strongest = contributions.layers.iter().map(LayerContribution::strongest).collect();
        Self { report, contributions, strongest }
    }

    /// The channels of a layer, those that add or take most first.
    pub fn strongest(&self, layer: &str) -> &[usize] {
        let place = self.contributions.layers.iter().position(|other| other.layer == layer);
        place.map_or(&[], |place| &self.strongest[place])
    }
}

/// What is really lost without the branches of a layer and without its strongest channels, one by one.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Dropped {
    /// The run.
    pub report: u64,
    /// Which logit.
    pub question: Question,
    /// The layer.
    pub layer: String,
    /// Of a module its four branches, then the channels that add or take most, as far as they are known.
    pub drops: Vec<ChannelDrop>,
}

/// A study of heatmaps as far as it is.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Studied {
    /// The table, where something in it is new.
    pub table: Option<Arc<heatmaps::Table>>,
    /// How far it is.
    pub progress: heatmaps::Progress,
}

/// How far a map still agrees with the trained network's while the network becomes random.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Cascaded {
    /// The part that became random in each step, with all before it, and the agreement.
    pub steps: Vec<(String, Option<f64>)>,
    /// Steps there will be.
    pub total: usize,
}

/// What the main head says of a photo that stays beside the others, and what could help to guess it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Looked {
    /// As it was ordered.
    pub number: u64,
    /// What the network sees, 224 x 224.
    #[serde(with = "crate::wire::picture")]
    pub pixels: Arc<RgbImage>,
    /// What the main head says.
    pub scores: Scores,
    /// Where the evidence for its answer is.
    pub evidence: Option<ClassEvidence>,
    /// The channels of the last module that fire most, with their maps, `[7 * 7]`.
    pub channels: Vec<(usize, Vec<f32>)>,
}

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
