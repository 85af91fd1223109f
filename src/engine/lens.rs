//! The engine as the app knows it: load weights, open photos, measure; events come back.

use std::sync::Arc;

use super::desk::Desk;
use super::desk::Orders;
use super::desk::Workplace;
use super::error::UserError;
use super::event::{Event, PhotoEvent, Told};
use super::far::{self, Answers, Far};
use super::key::{JobKey, Side};
use super::newest::Live;
use super::order::Order;
use super::origin::Origin;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::receiver::DeskNumber;
use super::results::ForwardRun;
use super::source::{PhotoSource, WeightsSource};
use super::steps::{JobContext, steps};
use super::timings::{TIMED_RUNS, Timings};
use super::urgency::{Of, Urgency};
use super::{Delivered, Executor, Progress, RequestId, Scheduler};
use crate::imaging::Fit;
use crate::model::{ModelError, Run};
use crate::weights::{LoadOptions, Said};

/// Jobs in, events out.  Every job is given the network it runs on: which one is in use is known to the app alone.
pub struct Engine {
    pub(super) place: Place,
}

/// Where the jobs run.
pub(super) enum Place {
    /// In this instance of the program: results are shared.
    Here { scheduler: Scheduler<JobKey, Told>, live: Live },
    /// In another one: results cross as bytes.
    Far(Far),
}

impl Engine {
    /// `wake` is called from any thread when there is something to drain.
    pub fn new(executor: Executor, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { place: Place::Here { scheduler: Scheduler::new(executor, wake), live: Live::default() } }
    }

    /// An engine in another instance of the program ([`super::Served`]), to which `send` takes messages; its answers are to be handed
    /// in at what is returned beside it.
    pub fn far(send: far::Send, wake: Arc<dyn Fn() + Send + Sync>) -> (Self, Answers) {
        let (far, answers) = Far::new(send, wake);
        (Self { place: Place::Far(far) }, answers)
    }

    /// Whether jobs run in another instance of the program.
    pub fn is_far(&self) -> bool {
        matches!(self.place, Place::Far(_))
    }

    /// Where orders of another family are taken: where the engine is, and there under `number`.
    pub fn desk<O: Orders>(
        &self,
        number: DeskNumber,
        executor: Executor,
        wake: &Arc<dyn Fn() + Send + Sync>,
    ) -> Desk<O> {
        match &self.place {
            Place::Here { .. } => {
                let workplace = Workplace { urgency: self.urgency(), executor, has_messages: false };
                Desk::here(Arc::clone(wake), workplace)
            }
            Place::Far(far) => Desk::far(Arc::clone(&far.shared), number),
        }
    }

    /// How many things this instance and that of a far engine know in common; none where it is here.
    pub fn shared_things(&self) -> usize {
        match &self.place {
            Place::Here { .. } => 0,
            Place::Far(far) => far.known(),
        }
    }

    /// Whether a person waits for it, for those who let it go first.
    pub fn urgency(&self) -> Urgency {
        match &self.place {
            Place::Here { scheduler, .. } => Urgency(Of::Here {
                shared: Arc::clone(&scheduler.shared),
                has_thread: scheduler.executor() == Executor::Thread,
            }),
            Place::Far(far) => Urgency(Of::Far(Arc::clone(&far.shared))),
        }
    }

    /// Stops timing layers: something else uses the processor.
    pub fn cancel_measure(&self) {
        self.cancel(&JobKey::Timings);
    }

    /// Reads weights.
    pub fn load_weights(&self, source: WeightsSource) {
        self.submit(Order::Weights(source));
    }

    /// Reads the weights of a second network; the first stays as it is.
    pub fn load_second_weights(&self, source: WeightsSource) {
        self.submit(Order::SecondWeights(source));
    }

    /// Forgets the second network that is being read.
    pub fn cancel_second_weights(&self) {
        self.cancel(&JobKey::SecondWeights);
    }

    /// Decodes a photo and runs the network on it; supersedes the photo before on that side.  Without a `fit` the photo
    /// becomes square in the network's own way.
    pub fn open(
        &self,
        side: Side,
        network: Arc<LoadedNetwork>,
        source: PhotoSource,
        fit: impl Into<Option<Fit>>,
    ) -> RequestId {
        match side {
            Side::First => self.cancel(&JobKey::Timings),
            Side::Second => {}
        }
        self.submit(Order::Photo { side, network, source, fit: fit.into() })
    }

    /// Times every layer on a photo, in the background, a run a chunk.
    pub fn measure(&self, network: Arc<LoadedNetwork>, photo: Arc<Photo>) {
        self.submit(Order::Timings { network, photo });
    }

    /// Makes the gallery's small pictures from file bytes or pixels.
    pub fn thumbnails(&self, sources: Vec<Origin>, side: u32) {
        self.submit(Order::Thumbnails { sources, side });
    }

    /// Forgets the photo that is being run.
    pub fn cancel_photo(&self, side: Side) {
        self.cancel(&JobKey::Photo(side));
    }

    /// What has arrived since the last call; stale results are left out.
    pub fn drain(&self) -> Vec<Delivered<JobKey, Told>> {
        match &self.place {
            Place::Here { scheduler, .. } => scheduler.drain(),
            Place::Far(far) => far.drain(),
        }
    }

    /// Runs or waits for everything that was asked for.  Of a far engine the answers must be handed in by another thread.
    pub fn run_until_idle(&self) {
        match &self.place {
            Place::Here { scheduler, .. } => scheduler.run_until_idle(),
            Place::Far(far) => far.wait_until_idle(),
        }
    }

    /// Whether nothing is under way.
    pub fn is_idle(&self) -> bool {
        match &self.place {
            Place::Here { scheduler, .. } => scheduler.is_idle(),
            Place::Far(far) => far.is_idle(),
        }
    }

    pub(super) fn submit(&self, order: Order) -> RequestId {
        match &self.place {
            Place::Here { scheduler, .. } => scheduler.submit(order.priority(), order.key(), order.work()),
            Place::Far(far) => far.submit(order),
        }
    }

    pub(super) fn cancel(&self, key: &JobKey) {
        match &self.place {
            Place::Here { scheduler, .. } => scheduler.cancel(key),
            Place::Far(far) => far.cancel(key),
        }
    }
}

pub(super) fn read_weights(context: &JobContext<'_>, source: WeightsSource, event: fn(Arc<LoadedNetwork>) -> Event) {
    context.send(load(source).map(event));
}

pub(super) fn run_photo(
    context: &JobContext<'_>,
    side: Side,
    network: Arc<LoadedNetwork>,
    source: PhotoSource,
    fit: Option<Fit>,
) {
    let tell = |event| context.send(Ok(Event::Photo(side, event)));
    if let Err(error) = open(context, &tell, network, source, fit) {
        context.send(Err(error));
    }
}

pub(super) fn measure(network: Arc<LoadedNetwork>, photo: Arc<Photo>) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut timings = Timings::default();
    steps(move |context| {
        let cancelled = || context.should_yield();
        timings.add(&network.trace(&photo.prepared, Run::new().cancel_when(&cancelled))?);
        context.send(Ok(Event::Timings(Arc::new(timings.clone()))));
        Ok::<_, ModelError>(if timings.runs() < TIMED_RUNS { Progress::Again } else { Progress::Done })
    })
}

pub(super) fn thumbnails(sources: Vec<Origin>, side: u32) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut left = sources.into_iter().enumerate();
    move |context| {
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
            context.send(Ok(Event::Thumbnail { index, pixels }));
        }
        Progress::Again
    }
}

fn load(source: WeightsSource) -> Result<Arc<LoadedNetwork>, UserError> {
    match source {
        WeightsSource::Default => load(WeightsSource::DefaultAs(Said::default())),
        WeightsSource::DefaultAs(said) => LoadedNetwork::load_default_as(said).map(Arc::new).map_err(UserError::new),
        WeightsSource::Loaded(network) => Ok(network),
        WeightsSource::Random { like, topology, seed } => {
            like.random(topology, seed).map(Arc::new).map_err(UserError::new)
        }
        WeightsSource::File { name, read } => {
            let (bytes, options) = read()?;
            LoadedNetwork::load(&bytes, &name, options).map(Arc::new).map_err(|error| UserError::about(&name, error))
        }
        WeightsSource::Bytes { name, bytes, options } => {
            let options = LoadOptions::clone(&options);
            LoadedNetwork::load(&bytes, &name, options).map(Arc::new).map_err(|error| UserError::about(&name, error))
        }
    }
}

fn open(
    context: &JobContext<'_>,
    tell: &dyn Fn(PhotoEvent),
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
    tell(PhotoEvent::Decoded(photo.clone()));
    let total = network.network.layers.len();
    let cancelled = || context.is_cancelled();
    let mut on_step = |step: crate::model::StepReport<'_>| {
        tell(PhotoEvent::Step { layer: step.done - 1, total });
    };
    let run = Run::new().cancel_when(&cancelled).on_step(&mut on_step);
    let (trace, report) = network.run(&photo.prepared, run).map_err(UserError::new)?;
    let report = Arc::new(report);
    tell(PhotoEvent::Ran(Arc::new(ForwardRun { network, photo, trace, report })));
    Ok(())
}
