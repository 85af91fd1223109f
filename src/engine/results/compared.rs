//! What is held against each other: networks, photos, modules with and without reductions, colours and grey.

use std::collections::HashMap;

use crate::analysis::naive::NaiveRun;

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
