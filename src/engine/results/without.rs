//! What the network says without a part of itself or of the photo, and what each part adds.

use crate::analysis::Scores;
use crate::analysis::contribution::{ChannelDrop, Contributions, LayerContribution};
use crate::analysis::heatmaps::Question;
use crate::wire::once;

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

once::contents!(Contributed);

impl Contributed {
    /// In a report; channels are put in order here, once.
    pub(in crate::engine) fn new(report: u64, contributions: Contributions) -> Self {
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
