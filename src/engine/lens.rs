//! The engine as the app knows it: load weights, open photos, measure; events come back.

use std::sync::Arc;

use super::cost::ModuleTimes;
use super::edit::{Edited, Live};
use super::error::UserError;
use super::explore::ForwardRun;
use super::occlusion::Position;
use super::photo::{Origin, Photo};
use super::pipeline::LoadedNetwork;
use super::second::Similarity;
use super::timings::{TIMED_RUNS, Timings};
use super::{Context, Delivered, Executor, Key, Priority, Progress, RequestId, Scheduler};
use crate::analysis::peak::Peak;
use crate::analysis::{Explanation, GradientCurve, Kernels, NaiveModule, Report};
use crate::imaging::Fit;
use crate::model::{ModelError, Run};
use crate::weights::{LoadOptions, Said};

/// Weights are being read.
pub const WEIGHTS: Key = Key::new("weights");
/// The photo is being run.
pub const PHOTO: Key = Key::new("photo");
/// The layers are being timed.
pub const TIMINGS: Key = Key::new("timings");
/// Thumbnails are being made.
pub const THUMBNAILS: Key = Key::new("thumbnails");

/// What a job has to tell.
pub enum Event {
    /// Weights are ready.
    Network(Arc<LoadedNetwork>),
    /// A photo is decoded; its run begins.
    Photo(Arc<Photo>),
    /// A step of the forward pass is done.
    Step {
        /// Index into the network's layers.
        layer: usize,
        /// Number of layers.
        total: usize,
    },
    /// A run is over.
    ForwardRun(Arc<ForwardRun>),
    /// The run with muted channels is over.
    Muted(Arc<Report>),
    /// A cell's arithmetic.
    Explanation(Arc<Explanation>),
    /// A layer's weights.
    Kernels(Arc<Kernels>),
    /// A naive module ran; with every event the medians get better.
    Naive(Arc<NaiveModule>),
    /// What a channel adds to the watched logit.
    Contribution {
        /// The muted channel.
        channel: usize,
        /// Logit of the whole network minus that without the channel.
        drop: f32,
    },
    /// Better timings than before.
    Timings(Arc<Timings>),
    /// A module was timed naive and reduced.
    ModuleTimes(Arc<ModuleTimes>),
    /// The machine's peak, better than before.
    Peak(Peak),
    /// A curve of gradients.
    Gradients(Arc<GradientCurve>),
    /// Two runs were compared.
    Similarity(Arc<Similarity>),
    /// The edited photo ran.
    Edited(Arc<Edited>),
    /// The network ran with a patch over the photo.
    Occluded {
        /// Which cell of the map, row by row.
        cell: usize,
        /// What it said.
        position: Position,
    },
    /// One picture of the gallery.
    Thumbnail {
        /// Its place in the gallery.
        index: usize,
        /// Small and square.
        pixels: Arc<image::RgbImage>,
    },
    /// The job failed.
    Failed(UserError),
}

/// Reads the bytes of a file, on the engine's thread; again where the first order came to nothing.
pub type Read = Arc<dyn Fn() -> Result<Vec<u8>, UserError> + Send + Sync>;

/// Reads the bytes of a weights file and what is known about it beside, labels and the files it keeps its numbers in among
/// that, on the engine's thread.
pub type ReadWeights = Box<dyn FnOnce() -> Result<(Vec<u8>, LoadOptions), UserError> + Send>;

/// Where weights come from.
pub enum WeightsSource {
    /// Inside the program.
    Default,
    /// The same, with what a person says in place of what they say.
    DefaultAs(Said),
    /// Read already.
    Loaded(Arc<LoadedNetwork>),
    /// A file.
    File {
        /// Shown if the file does not name itself.
        name: String,
        /// Gives its bytes, and what overrides what they seem to be.
        read: ReadWeights,
    },
}

/// A photo to be opened.
#[derive(Clone)]
pub enum PhotoSource {
    /// Bytes still to be read.
    File {
        /// Shown.
        name: String,
        /// Gives its bytes.
        read: Read,
    },
    /// At hand.
    Ready {
        /// Shown.
        name: String,
        /// Bytes or pixels.
        origin: Origin,
    },
}

impl PhotoSource {
    /// Shown.
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } | Self::Ready { name, .. } => name,
        }
    }
}

/// Jobs in, events out.  Every job is given the network it runs on: which one is in use is known to the app alone.
pub struct Engine {
    pub(super) scheduler: Scheduler<Event>,
    pub(super) live: Live,
}

impl Engine {
    /// `wake` is called from any thread when there is something to drain.
    pub fn new(executor: Executor, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { scheduler: Scheduler::new(executor, wake), live: Live::default() }
    }

    /// Reads weights.
    pub fn load_weights(&self, source: WeightsSource) {
        self.scheduler.submit_once(Priority::Interactive, WEIGHTS, move |context| {
            context.send(match load(source) {
                Ok(network) => Event::Network(network),
                Err(error) => Event::Failed(error),
            });
        });
    }

    /// Decodes a photo and runs the network on it; supersedes the photo before.  Without a `fit` the photo becomes square in
    /// the network's own way.
    pub fn open(&self, network: Arc<LoadedNetwork>, source: PhotoSource, fit: impl Into<Option<Fit>>) -> RequestId {
        self.scheduler.cancel(&TIMINGS);
        self.open_as(PHOTO, network, source, fit.into())
    }

    /// The same under another key.
    pub(super) fn open_as(
        &self,
        key: Key,
        network: Arc<LoadedNetwork>,
        source: PhotoSource,
        fit: Option<Fit>,
    ) -> RequestId {
        self.scheduler.submit_once(Priority::Interactive, key, move |context| {
            if let Err(error) = open(context, network, source, fit) {
                context.send(Event::Failed(error));
            }
        })
    }

    /// Times every layer on a photo, in the background, a run a chunk.
    pub fn measure(&self, network: Arc<LoadedNetwork>, photo: Arc<Photo>) {
        let mut timings = Timings::default();
        self.scheduler.submit(Priority::Background, TIMINGS, move |context| {
            let cancelled = || context.should_yield();
            match network.trace(&photo.prepared, Run::new().cancel_when(&cancelled)) {
                Ok(trace) => timings.add(&trace),
                Err(ModelError::Cancelled) => return Progress::Again,
                Err(error) => {
                    context.send(Event::Failed(UserError::new(error)));
                    return Progress::Done;
                }
            }
            context.send(Event::Timings(Arc::new(timings.clone())));
            if timings.runs() < TIMED_RUNS { Progress::Again } else { Progress::Done }
        });
    }

    /// Makes the gallery's small pictures from file bytes or pixels.
    pub fn thumbnails(&self, sources: Vec<Origin>, side: u32) {
        let mut left = sources.into_iter().enumerate();
        self.scheduler.submit(Priority::Background, THUMBNAILS, move |context| {
            let Some((index, origin)) = left.next() else {
                return Progress::Done;
            };
            let decoded = match origin {
                Origin::Encoded(bytes) => crate::imaging::decode(&bytes).ok().map(Arc::new),
                Origin::Pixels(pixels) => Some(pixels),
            };
            if let Some(pixels) = decoded {
                let geometry = crate::imaging::Geometry { short_side: side, crop: side, ..Default::default() };
                let small = crate::imaging::prepare(&pixels, Fit::Crop, geometry).pixels;
                let pixels = Arc::new(small);
                context.send(Event::Thumbnail { index, pixels });
            }
            Progress::Again
        });
    }

    /// Forgets the photo that is being run.
    pub fn cancel_photo(&self) {
        self.scheduler.cancel(&PHOTO);
    }

    /// What has arrived since the last call; stale results are left out.
    pub fn drain(&self) -> Vec<Delivered<Event>> {
        self.scheduler.drain()
    }

    /// Runs or waits for everything that was asked for.
    pub fn run_until_idle(&self) {
        self.scheduler.run_until_idle();
    }

    /// Whether nothing is under way.
    pub fn is_idle(&self) -> bool {
        self.scheduler.is_idle()
    }
}

fn load(source: WeightsSource) -> Result<Arc<LoadedNetwork>, UserError> {
    match source {
        WeightsSource::Default => load(WeightsSource::DefaultAs(Said::default())),
        WeightsSource::DefaultAs(said) => LoadedNetwork::load_default_as(said).map(Arc::new).map_err(UserError::new),
        WeightsSource::Loaded(network) => Ok(network),
        WeightsSource::File { name, read } => {
            let (bytes, options) = read()?;
            LoadedNetwork::load(&bytes, &name, options).map(Arc::new).map_err(|error| UserError::about(&name, error))
        }
    }
}

fn open(
    context: &Context<'_, Event>,
    network: Arc<LoadedNetwork>,
    source: PhotoSource,
    fit: Option<Fit>,
) -> Result<(), UserError> {
    let (name, origin) = match source {
        PhotoSource::File { name, read } => (name, Origin::Encoded(read()?.into())),
        PhotoSource::Ready { name, origin } => (name, origin),
    };
    let fit = fit.unwrap_or_else(|| network.own_fit());
    let photo = Arc::new(Photo::new(name, origin, fit, &network)?);
    context.send(Event::Photo(photo.clone()));
    let total = network.network.layers.len();
    let cancelled = || context.is_cancelled();
    let mut on_step = |step: crate::model::StepReport<'_>| {
        context.send(Event::Step { layer: step.done - 1, total });
    };
    let run = Run::new().cancel_when(&cancelled).on_step(&mut on_step);
    let result = network.run(&photo.prepared, run);
    match result {
        Ok((trace, report)) => {
            let report = Arc::new(report);
            context.send(Event::ForwardRun(Arc::new(ForwardRun { network, photo, trace, report })));
        }
        Err(ModelError::Cancelled) => {}
        Err(error) => return Err(UserError::new(error)),
    }
    Ok(())
}
