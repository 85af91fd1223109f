//! What tables are made of: the run of one photo, or two, and what is asked about it.

use std::sync::Arc;

use image::RgbImage;

use super::{AlbumSource, Table};
use crate::album::AlbumError;
use crate::analysis::contribution::Contributions;
use crate::analysis::heatmaps::{self, Effort, HeatmapError, Noise, Question, Settings, Study};
use crate::analysis::naive::NaiveRun;
use crate::analysis::peak::Peak;
use crate::analysis::{ClassEvidence, GradientCurve, Initialisation, Report, gradients};
use crate::engine::{Depths, Fooled, LoadedNetwork, ModuleTimes, Muted, Timings, off};
use crate::imaging::Prepared;
use crate::model::{ModelError, Run, Trace};
use crate::spec::{Head, MODULES};
use crate::visualize::VisualizeError;
use crate::visualize::fool::{FoolRecipe, Fooling, Goal, MOST};

/// Runs behind every median, and measurements of the peak.
const RUNS: usize = 5;

/// Steps in which a photo is changed.
const FOOLING_STEPS: usize = 10;

/// Seed of the fresh weights behind exported gradients.
const SEED: u64 = 1;

/// One photo, or two, after the run, and what is asked about it.
pub struct Source {
    /// The network.
    pub network: LoadedNetwork,
    /// The photo.
    pub photo: RgbImage,
    /// The photo as the network reads it.
    pub prepared: Prepared,
    /// The run's tensors.
    pub trace: Trace,
    /// The run.
    pub report: Arc<Report>,
    /// The second photo's run, or that of the photo in the second network.
    pub second: Option<Report>,
    /// The second network, and what is known of both.
    pub other: Option<(LoadedNetwork, Depths)>,
    /// Index into [`MODULES`]: the module that is looked at.
    pub module: usize,
    /// Name of the layer that is looked at.
    pub layer: String,
    /// The channel of it that is looked at.
    pub channel: Option<usize>,
    /// The class that is explained.
    pub class: usize,
    /// The class it is held against.
    pub minus: Option<usize>,
    /// What the photo really shows.
    pub true_label: usize,
    /// What is switched off for the first photo.
    pub muted: Muted,
    /// How much is done for heatmaps.
    pub effort: Effort,
    /// The album, where one is looked at.
    pub album: Option<AlbumSource>,
}

/// Why a panel has no numbers.
#[derive(Debug, thiserror::Error)]
pub enum NoTable {
    /// The network has no layer of that name.
    #[error("This network has no layer {0}; `inception-lens inspect` lists them.")]
    NoLayer(String),
    /// The class is none of the network's.
    #[error("This network has no evidence for that class.")]
    NoEvidence,
    /// There is one network.
    #[error("No second network was named; give its weights with --with FILE, or --with random.")]
    OneNetwork,
    /// Two photos on two networks.
    #[error("These photos did not run on one network.")]
    TwoNetworks,
    /// The run has no tensor to begin with.
    #[error("The run did not keep its input; export another view, or report this.")]
    NoInput,
    /// No album was opened.
    #[error("No album was opened; name its folder with --folder.")]
    NoAlbum,
    /// The album could not be read.
    #[error(transparent)]
    Album(#[from] AlbumError),
    /// Nothing was measured.
    #[error("the machine's peak was not measured")]
    NoPeak,
    /// No heatmap could be made.
    #[error(transparent)]
    Heatmap(#[from] HeatmapError),
    /// A pass failed.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// No picture or dream could be made.
    #[error(transparent)]
    Picture(#[from] VisualizeError),
}

impl Source {
    /// The class that is explained and the one it is held against, as facts beside a table.
    pub fn study_facts(&self) -> Vec<(&'static str, String)> {
        let label = |class: usize| self.network.labels[class].clone();
        let mut facts = vec![("class", label(self.class))];
        facts.extend(self.minus.map(|minus| ("minus", label(minus))));
        facts
    }

    /// Both networks, layer by layer.
    ///
    /// # Errors
    /// There is one.
    pub fn networks(&self) -> Result<Table, NoTable> {
        let (other, depths) = self.other.as_ref().ok_or(NoTable::OneNetwork)?;
        Ok(Table::of_networks(&self.network.network, &other.network, depths))
    }

    /// Where the evidence for a class is.
    ///
    /// # Errors
    /// The network has no such class.
    pub fn evidence(&self, class: usize) -> Result<ClassEvidence, NoTable> {
        self.report.evidence(class).ok_or(NoTable::NoEvidence)
    }

    /// The gradients of the loss for the true label, for the loaded weights and for fresh ones.
    ///
    /// # Errors
    /// A pass failed.
    pub fn gradients(&self) -> Result<Vec<GradientCurve>, NoTable> {
        let input = self.trace.get("input").ok_or(NoTable::NoInput)?.tensor().map_err(ModelError::from)?;
        let curve = |initialisation| {
            let run = off::interventions(Run::new(), &self.muted);
            gradients::curve(&self.network.model, &input, initialisation, SEED, self.true_label, run, &|| false)
        };
        Ok(Initialisation::ALL.into_iter().map(curve).collect::<Result<_, _>>()?)
    }

    /// All heatmaps for the class, and what is to be thought of them.
    ///
    /// # Errors
    /// A pass failed.
    pub fn heatmaps(&self) -> Result<heatmaps::Table, NoTable> {
        let subject = self.network.explained(&self.prepared, &self.muted);
        let question = Question { head: Head::Main, class: self.class, minus: self.minus };
        let settings = Settings { noise: Noise::Seeded(SEED), effort: self.effort, ..Settings::default() };
        let study = Study::new(subject, question, settings, SEED)?;
        Ok(study.finish(None, &|| false, &mut |_| ())?)
    }

    /// The photo changed by 1 to 16 grey levels in ten steps so that it is taken for the class; where that is what it is taken for,
    /// for anything else.
    ///
    /// # Errors
    /// A pass failed.
    pub fn fooled(&self) -> Result<Vec<Fooled>, NoTable> {
        let answer = self.report.main().best();
        let goal = if self.class == answer { Goal::AnyOther } else { Goal::Class(self.class) };
        let mut found = Vec::new();
        for epsilon in 1..=MOST {
            let recipe = FoolRecipe { goal, epsilon, steps: FOOLING_STEPS, start: None };
            let mut fooling = Fooling::begin(self.network.subject(), self.muted.clone(), &self.prepared.pixels, recipe)
                .taken_for(answer);
            while !fooling.is_finished() {
                fooling.step(&|| false)?;
            }
            let seen = Arc::new(fooling.seen());
            let prepared = Prepared { pixels: RgbImage::clone(&seen), ..self.prepared.clone() };
            let (scores, _) = self.network.scores(&prepared, Run::new().mute(&self.muted))?;
            let largest_change = fooling.largest_change();
            let (report, treated) = (self.report.id, Vec::new());
            found.push(Fooled { report, recipe, answer, seen, largest_change, scores, evidence: None, treated });
        }
        Ok(found)
    }

    /// What every layer adds to the class.
    ///
    /// # Errors
    /// A pass failed.
    pub fn contributions(&self) -> Result<Contributions, NoTable> {
        let question = Question { head: Head::Main, class: self.class, minus: self.minus };
        Ok(Contributions::of(&self.network.model, &self.trace, question)?)
    }

    /// Times of every layer, measured now.
    ///
    /// # Errors
    /// A pass failed.
    pub fn timings(&self) -> Result<Timings, NoTable> {
        let mut timings = Timings::default();
        for _ in 0..RUNS {
            timings.add(&self.network.trace(&self.prepared, Run::new())?);
        }
        Ok(timings)
    }

    /// What this machine can do at most, measured now.
    ///
    /// # Errors
    /// The measurement was stopped.
    pub fn peak(&self) -> Result<Peak, NoTable> {
        (0..RUNS).fold(None, |best, _| Peak::again(best, &|| false)).ok_or(NoTable::NoPeak)
    }

    /// Times of the nine modules with and without reductions, measured now.
    ///
    /// # Errors
    /// A pass failed.
    pub fn module_times(&self) -> Result<Vec<ModuleTimes>, NoTable> {
        let model = &self.network.model;
        let times = |module| {
            let mut naive = NaiveRun::new(model, Arc::clone(&self.report), module)?;
            for _ in 0..RUNS {
                naive.pass(model)?;
            }
            Ok(ModuleTimes::from(&naive))
        };
        (0..MODULES.len()).map(times).collect()
    }
}
