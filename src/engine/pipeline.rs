//! Bytes to a network, bytes to a photo, photo to a report: the one path that window and command line share.

use std::panic::catch_unwind;
use std::sync::Arc;

use image::RgbImage;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::lazy_model::LazyModel;
use crate::analysis::evidence::Classifier;
use crate::analysis::heatmaps::{self, Palette};
use crate::analysis::{Report, Scores};
use crate::imaging::{self, Affine, Filter, Fit, Geometry, ImagingError, LongSide, Picture, Prepared};
use crate::model::{GoogLeNet, ModelError, Muted, Operators, Planes, Run, Trace};
use crate::platform::clock::Stopwatch;
use crate::spec::{Head, Modules, Network, Norm, PhotoFit, Preprocessing, Resample, Topology};
use crate::visualize::Subject;
use crate::weights::{self, Finding, Format, LoadOptions, Note, Said, Weights, WeightsError};
use crate::wire::once;

/// Why a weights file did not become a network.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The file is no set of GoogLeNet weights.
    #[error(transparent)]
    Weights(#[from] WeightsError),
    /// The checked tensors could not be made into layers.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// Why a file did not become a photo.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum PhotoError {
    /// The decoder says what is wrong.
    #[error(transparent)]
    Imaging(#[from] ImagingError),
    /// The decoder gave up without a reason: a hostile or very damaged file.
    #[error("This picture is damaged (its decoder gave up); fetch it again, or choose another picture.")]
    DecoderPanicked,
}

/// A set of weights as a network that runs.  The file's own tensors are gone: `model` holds the only copy.
///
/// Where the engine runs in another instance of the program, everything crosses but `model`, which is made here should anybody
/// ask for it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct LoadedNetwork {
    /// What people call the weights.
    pub name: String,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// How the file is stored.
    pub format: Format,
    /// What shapes cannot tell, and what it was taken from.
    pub findings: Vec<Finding>,
    /// What had to be guessed beside that.
    pub notes: Vec<Note>,
    /// The topology that a person named.
    pub said_topology: Option<Topology>,
    /// Under which key a person said the network is.
    pub said_key: Option<String>,
    /// What a person said that shapes cannot tell.
    pub said: Said,
    /// Whether the auxiliary heads after 4a and 4d are there.
    pub aux: [bool; 2],
    /// Whether its heads are known to have never been trained.
    pub aux_untrained: bool,
    /// Whether nobody trained any of it: its weights were drawn here.
    pub is_random: bool,
    /// Structure and preprocessing.
    pub topology: Topology,
    /// Every layer in the order of computation.
    #[serde(with = "once")]
    pub network: Arc<Network>,
    /// Class names, in the order of the logits.
    #[serde(with = "once")]
    pub labels: Arc<[String]>,
    /// The last layer as plain numbers.
    pub classifier: Classifier,
    /// The layers with their weights.
    pub model: LazyModel,
}

once::contents!(LoadedNetwork);

/// What stands for the hash of a file that there is not: that of a seed and of what the structure depends on.
fn random_hash(network: &Network, seed: u64) -> String {
    let facts = format!("random {seed} {:?} {}", network.topology, network.classes);
    Sha256::digest(facts).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl LoadedNetwork {
    /// Reads a weights file and builds its network with the fast operators.
    ///
    /// `name` is shown where the file does not name itself; `options`, or just a topology, overrides what the file seems to
    /// be.
    ///
    /// # Errors
    /// [`LoadError`], with all problems of the file.
    pub fn load(bytes: &[u8], name: &str, options: impl Into<LoadOptions>) -> Result<Self, LoadError> {
        let weights = Weights::load(bytes, name, options)?;
        let network = Arc::new(weights.network());
        let model = GoogLeNet::new(&weights, Operators::Fast)?;
        Ok(Self {
            name: weights.name,
            sha256: weights.sha256,
            format: weights.format,
            said_topology: weights.said_topology,
            said_key: weights.said_key,
            said: weights.said,
            findings: weights.findings,
            notes: weights.notes,
            aux: weights.aux,
            aux_untrained: weights.aux_untrained,
            is_random: false,
            topology: weights.topology,
            network,
            labels: weights.labels.into(),
            classifier: Classifier::of(&model)?,
            model: model.into(),
        })
    }

    /// The same structure before any training (He et al. 2015, biases 0), by a seed; its heads know nothing.
    ///
    /// # Errors
    /// A tensor cannot be made.
    pub fn with_random_weights(&self, seed: u64) -> Result<Self, ModelError> {
        let model = self.model.fresh(seed, false)?;
        Ok(Self {
            name: format!("random weights {seed}"),
            sha256: random_hash(&self.network, seed),
            notes: Vec::new(),
            aux_untrained: self.aux.contains(&true),
            is_random: true,
            classifier: Classifier::of(&model)?,
            model: model.into(),
            ..self.clone()
        })
    }

    /// Weights that nobody trained (He et al. 2015, biases 0), by a seed, for these classes: in this structure, or in another one with
    /// the photos prepared as they are here.
    ///
    /// # Errors
    /// A tensor cannot be made.
    pub fn random(&self, topology: Option<Topology>, seed: u64) -> Result<Self, ModelError> {
        let Some(topology) = topology.filter(|other| other.preset_name() != self.topology.preset_name()) else {
            return self.with_random_weights(seed);
        };
        let topology = self.prepared_as_here(topology);
        let network = Arc::new(Network::build(topology, self.labels.len(), Modules::Reduced, self.aux));
        let model = self.random_model(Some(topology), seed)?;
        Ok(Self {
            name: format!("random weights {seed}"),
            sha256: random_hash(&network, seed),
            notes: Vec::new(),
            findings: Vec::new(),
            aux_untrained: self.aux.contains(&true),
            is_random: true,
            topology,
            network,
            classifier: Classifier::of(&model)?,
            model: model.into(),
            ..self.clone()
        })
    }

    /// The layers of [`Self::random`].
    ///
    /// # Errors
    /// As there.
    pub(super) fn random_model(&self, topology: Option<Topology>, seed: u64) -> Result<GoogLeNet, ModelError> {
        match topology.filter(|other| other.preset_name() != self.topology.preset_name()) {
            None => self.model.fresh(seed, false),
            Some(topology) => {
                let topology = self.prepared_as_here(topology);
                GoogLeNet::new(&Weights::empty(topology, &self.labels, self.aux), Operators::Fast)?.fresh(seed, false)
            }
        }
    }

    /// Another structure that reads photos as this network does, its batch normalisation multiplied in.
    fn prepared_as_here(&self, topology: Topology) -> Topology {
        let norm = match topology.norm {
            Norm::None => Norm::None,
            Norm::BatchNorm | Norm::Folded => Norm::Folded,
        };
        Topology { norm, preprocessing: self.topology.preprocessing, ..topology }
    }

    /// The network of the weights inside the program.
    ///
    /// # Errors
    /// None in practice; the type is that of any other file.
    pub fn load_default() -> Result<Self, LoadError> {
        Self::load_default_as(Said::default())
    }

    /// The same with what a person says in place of what the weights say.
    ///
    /// # Errors
    /// None in practice; the type is that of any other file.
    pub fn load_default_as(said: Said) -> Result<Self, LoadError> {
        let options = LoadOptions { said, ..LoadOptions::default() };
        Self::load(weights::default_file().unwrap_or_default(), "default", options)
    }

    /// This network as pictures are made with it.
    pub fn subject(&self) -> Subject {
        Subject::new(GoogLeNet::clone(&self.model), self.topology.preprocessing, self.sha256.clone())
    }

    /// This network and a prepared photo as heatmaps explain them, with these channels off.
    pub fn explained(&self, prepared: &Prepared, muted: &Muted) -> heatmaps::Subject {
        let (width, height) = prepared.pixels.dimensions();
        let values = self.input_values(prepared);
        heatmaps::Subject {
            model: GoogLeNet::clone(&self.model),
            input: Planes { channels: 3, height: height as usize, width: width as usize, values },
            muted: muted.clone(),
            palette: palette(&self.topology.preprocessing),
        }
    }

    /// How photos become square for this network unless a person wants another way.
    pub fn own_fit(&self) -> Fit {
        fit(self.topology.preprocessing.fit)
    }

    /// Fits a photo into the 224x224 pixels this network sees, in its own way.
    pub fn prepare_own(&self, photo: &RgbImage) -> Prepared {
        self.prepare(photo, self.own_fit())
    }

    /// The same in the way a person wants.
    pub fn prepare(&self, photo: &RgbImage, fit: Fit) -> Prepared {
        imaging::prepare(photo, fit, geometry(&self.topology.preprocessing))
    }

    /// All of a photo at the size at which this network sees a part of it, in its own way.
    pub fn at_own_size(&self, photo: &RgbImage) -> RgbImage {
        imaging::at_network_size(photo, self.own_fit(), geometry(&self.topology.preprocessing))
    }

    /// A photo of which this network sees just these pixels, in its own way: what it cuts off is the border, repeated.
    pub fn framed(&self, seen: &RgbImage) -> RgbImage {
        let preprocessing = &self.topology.preprocessing;
        let (width, height) = seen.dimensions();
        let border = match preprocessing.fit {
            PhotoFit::Crop => preprocessing.resize_short_side.saturating_sub(width.min(height)),
            PhotoFit::Squeezed | PhotoFit::Borders => 0,
        };
        let before = border / 2;
        let at = |side: u32, length: u32| side.saturating_sub(before).min(length.saturating_sub(1));
        RgbImage::from_fn(width + border, height + border, |x, y| *seen.get_pixel(at(x, width), at(y, height)))
    }

    /// The numbers conv1 receives for those pixels: `[3, 224, 224]`, row-major.
    pub fn input_values(&self, prepared: &Prepared) -> Vec<f32> {
        imaging::to_tensor(&prepared.pixels, &affine(&self.topology.preprocessing))
    }

    /// Runs the network on a prepared photo.
    ///
    /// # Errors
    /// [`ModelError`]; [`ModelError::Cancelled`] when `run` was asked to stop.
    pub fn run(&self, prepared: &Prepared, run: Run<'_>) -> Result<(Trace, Report), ModelError> {
        self.run_values(&self.input_values(prepared), run)
    }

    /// What the classifiers say about a prepared photo, and the milliseconds of the forward pass: no report is made.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn scores(&self, prepared: &Prepared, run: Run<'_>) -> Result<(Vec<Scores>, f64), ModelError> {
        let input = GoogLeNet::input(&self.input_values(prepared))?;
        let logits = Head::ALL.map(|head| head.logits_name().to_owned());
        let start = Stopwatch::start();
        let trace = self.model.forward(&input, run.keep(logits.into()))?;
        let forward_ms = start.milliseconds();
        trace.check_finite()?;
        Ok((Scores::of(&trace)?, forward_ms))
    }

    /// Runs the network on a prepared photo for the times alone: no report is made.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn trace(&self, prepared: &Prepared, run: Run<'_>) -> Result<Trace, ModelError> {
        let input = GoogLeNet::input(&self.input_values(prepared))?;
        self.model.forward(&input, run)
    }

    /// Runs the network on `[3, 224, 224]` numbers, handed to conv1 as they are.
    ///
    /// # Errors
    /// As [`Self::run`]; [`ModelError::InputShape`] for another number of values.
    pub fn run_values(&self, values: &[f32], run: Run<'_>) -> Result<(Trace, Report), ModelError> {
        let input = GoogLeNet::input(values)?;
        self.timed(None, |model| model.forward(&input, run))
    }

    /// Runs the network on the input of an earlier trace; with [`Run::resume`] of that trace only what an intervention
    /// changes is computed.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn rerun(&self, base: &Trace, base_report: &Report, run: Run<'_>) -> Result<(Trace, Report), ModelError> {
        let input = base.get("input").ok_or_else(|| ModelError::UnknownName { name: "input".to_owned() })?;
        let input = input.tensor()?;
        self.timed(Some(base_report), |model| model.forward(&input, run))
    }

    fn timed(
        &self,
        base: Option<&Report>,
        pass: impl FnOnce(&GoogLeNet) -> Result<Trace, ModelError>,
    ) -> Result<(Trace, Report), ModelError> {
        let start = Stopwatch::start();
        let trace = pass(&self.model)?;
        let forward_ms = start.milliseconds();
        let (network, labels) = (Arc::clone(&self.network), Arc::clone(&self.labels));
        let report = Report::new(network, labels, &self.classifier, &trace, forward_ms, base)?;
        Ok((trace, report))
    }
}

/// Decodes a picture file; whatever the file holds, the caller goes on.
///
/// # Errors
/// [`PhotoError`], one sentence.
pub fn read_photo(bytes: &[u8]) -> Result<Picture, PhotoError> {
    match catch_unwind(|| imaging::read(bytes)) {
        Ok(photo) => Ok(photo?),
        Err(_) => Err(PhotoError::DecoderPanicked),
    }
}

/// The pixels of [`read_photo`].
///
/// # Errors
/// As [`read_photo`].
pub fn decode_photo(bytes: &[u8]) -> Result<RgbImage, PhotoError> {
    Ok(read_photo(bytes)?.pixels)
}

/// Sizes of resize and crop, in pixels, and how photos are resized.
///
/// What was tested with a bilinear filter was so by torchvision's transforms, whose `Resize` drops fractions of a pixel; the
/// bicubic default weights were tested on the nearest size.
pub fn geometry(preprocessing: &Preprocessing) -> Geometry {
    let (filter, long_side) = match preprocessing.resample {
        Resample::Bilinear => (Filter::Bilinear, LongSide::Truncated),
        Resample::Bicubic => (Filter::Bicubic, LongSide::Rounded),
    };
    Geometry { short_side: preprocessing.resize_short_side, long_side, filter, crop: preprocessing.crop }
}

/// The same way to make photos square, as imaging calls it.
pub fn fit(fit: PhotoFit) -> Fit {
    match fit {
        PhotoFit::Crop => Fit::Crop,
        PhotoFit::Squeezed => Fit::Stretch,
        PhotoFit::Borders => Fit::Letterbox,
    }
}

/// How colours become the numbers conv1 receives.
pub fn affine(preprocessing: &Preprocessing) -> Affine {
    let (gain, offset) = preprocessing.affine();
    Affine { order: preprocessing.channel_indices(), gain, offset }
}

/// What conv1 receives for the colours that heatmaps need.
pub fn palette(preprocessing: &Preprocessing) -> Palette {
    let affine = affine(preprocessing);
    let color = |color| {
        let values = imaging::to_tensor(&RgbImage::from_pixel(1, 1, image::Rgb(color)), &affine);
        std::array::from_fn(|channel| values[channel])
    };
    Palette { black: color([0; 3]), grey: color(imaging::BAR_COLOR) }
}
