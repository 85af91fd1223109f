//! What runs beside the window for trays: photos, the fit, each photo left out once, the file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Stuck;
use crate::analysis::prediction::softmax;
use crate::engine::desk::{Desk, DeskNumber, DeskWork, Orders, Workplace};
use crate::engine::pipeline::read_photo;
use crate::engine::{
    Context, Delivered, Engine, Executor, LoadedNetwork, Origin, PhotoSource, Priority, Progress, UserError,
};
use crate::imaging::Prepared;
use crate::model::Run;
use crate::platform::clock::Stopwatch;
use crate::teach::{
    Card, Features, Head, LeftOut, Lesson, Pupil, TaughtDepth, TeachError, Tray, TrayPhoto, TrayStore, Trays, features,
    leave_out, weights_file, with_sticker,
};

/// Where all of it is done.
pub(in crate::app) const TEACH: DeskNumber = DeskNumber(5);

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::app) enum TeachJob {
    /// Trays of before are read.
    Load,
    /// Photos are read, run and put into a tray; each such wish has a number.
    Take(u64),
    /// Photos of trays are run.
    Run,
    /// A head is fitted.
    Fit,
    /// Photos are left out.
    Test,
    /// Stickers are put on.
    Stick,
    /// A file is made.
    Make,
    /// Trays are kept, or forgotten.
    Keep,
}

/// A photo of a tray, as it crosses.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(in crate::app) struct Shared(#[serde(with = "crate::wire::once")] pub Arc<TrayPhoto>);

/// A tray, as it crosses.
#[derive(Serialize, Deserialize)]
pub(in crate::app) struct KeptTray {
    name: String,
    photos: Vec<Shared>,
}

/// The trays, as they cross.
pub(super) fn kept(trays: &Trays) -> Vec<KeptTray> {
    let of = |tray: &Tray| KeptTray {
        name: tray.name.clone(),
        photos: tray.photos.iter().map(|photo| Shared(Arc::clone(photo))).collect(),
    };
    trays.all.iter().map(of).collect()
}

/// The trays that crossed.
pub(super) fn trays(kept: Vec<KeptTray>) -> Trays {
    let mut trays = Trays::default();
    for KeptTray { name, photos } in kept {
        if let Some(number) = trays.add_tray(&name) {
            for Shared(photo) in photos {
                trays.add(number, TrayPhoto::clone(&photo));
            }
        }
    }
    trays
}

/// Something new.
#[derive(Serialize, Deserialize)]
pub(in crate::app) enum TeachEvent {
    /// The trays of before; none where none were kept.
    Loaded(Vec<KeptTray>),
    /// A photo for a tray has run.
    Took(u64, Shared),
    /// A photo of that name could not be taken.
    NotTaken(UserError),
    /// A photo of the trays has run on the weights of that hash.
    Ran(String, String, #[serde(with = "crate::wire::once")] Arc<Features>),
    /// A head was fitted to that state of the trays, in so many milliseconds.
    Fitted(u64, Head, f64),
    /// Photos were left out, as far as that is.
    Tested(u64, LeftOut),
    /// Stickers were put on.
    Stuck(u64, Stuck),
    /// Weights with a taught head.
    Made(#[serde(with = "crate::wire::once")] Arc<[u8]>),
    /// Whether trays are on the disk now.
    Kept(bool),
}

type Told = Result<TeachEvent, UserError>;

/// What is asked for.
#[derive(Serialize, Deserialize)]
pub(in crate::app) enum TeachOrder {
    Load {
        store: TrayStore,
        weights: String,
    },
    Take {
        number: u64,
        tray: u64,
        #[serde(with = "crate::wire::once")]
        network: Arc<LoadedNetwork>,
        photos: Vec<PhotoSource>,
    },
    Run {
        #[serde(with = "crate::wire::once")]
        network: Arc<LoadedNetwork>,
        photos: Vec<Shared>,
    },
    Fit {
        revision: u64,
        lesson: Lesson,
    },
    Test {
        revision: u64,
        lesson: Lesson,
    },
    Stick {
        revision: u64,
        #[serde(with = "crate::wire::once")]
        network: Arc<LoadedNetwork>,
        lesson: Lesson,
        /// Photos of the class, in the order of the lesson.
        photos: Vec<Shared>,
        class: usize,
        /// The open photo's report, and where the photo is from.
        report: u64,
        open: Origin,
    },
    Make {
        #[serde(with = "crate::wire::once")]
        network: Arc<LoadedNetwork>,
        head: Head,
        card: Card,
    },
    Keep {
        store: TrayStore,
        trays: Vec<KeptTray>,
    },
    Forget(TrayStore),
}

impl Orders for TeachOrder {
    type Key = TeachJob;
    type Event = TeachEvent;

    fn key(&self) -> TeachJob {
        match self {
            Self::Load { .. } => TeachJob::Load,
            Self::Take { number, .. } => TeachJob::Take(*number),
            Self::Run { .. } => TeachJob::Run,
            Self::Fit { .. } => TeachJob::Fit,
            Self::Test { .. } => TeachJob::Test,
            Self::Stick { .. } => TeachJob::Stick,
            Self::Make { .. } => TeachJob::Make,
            Self::Keep { .. } | Self::Forget(_) => TeachJob::Keep,
        }
    }

    fn priority(&self) -> Priority {
        match self {
            Self::Load { .. } | Self::Take { .. } | Self::Fit { .. } | Self::Make { .. } | Self::Forget(_) => {
                Priority::Interactive
            }
            Self::Run { .. } | Self::Stick { .. } => Priority::Background,
            Self::Test { .. } | Self::Keep { .. } => Priority::Idle,
        }
    }

    fn work(self, workplace: &Workplace) -> DeskWork<Self> {
        match self {
            Self::Load { store, weights } => once(move |_| {
                let trays = store.load(&weights).map_err(UserError::new)?;
                Ok(TeachEvent::Loaded(trays.as_ref().map_or_else(Vec::new, kept)))
            }),
            Self::Take { tray, network, photos, .. } => take(tray, network, photos),
            Self::Run { network, photos } => run(network, photos),
            Self::Fit { revision, lesson } => once(move |_| {
                let start = Stopwatch::start();
                let fit = lesson.fit(TaughtDepth::Module5b).map_err(UserError::new)?;
                Ok(TeachEvent::Fitted(revision, lesson.head(&fit), start.milliseconds()))
            }),
            Self::Test { revision, lesson } => test(revision, lesson, workplace.clone()),
            Self::Stick { revision, network, lesson, photos, class, report, open } => {
                let mut work = Some(Sticking { revision, network, lesson, photos, class, report, open });
                let mut stuck = Vec::new();
                Box::new(move |context| stick(context, &mut work, &mut stuck))
            }
            Self::Make { network, head, card } => once(move |_| {
                let file = weights_file(&network, &head, &card).map_err(UserError::new)?;
                Ok(TeachEvent::Made(file.into()))
            }),
            Self::Keep { store, trays: kept } => once(move |_| {
                store.save(&trays(kept)).map_err(UserError::new)?;
                Ok(TeachEvent::Kept(true))
            }),
            Self::Forget(store) => once(move |_| {
                store.forget().map_err(UserError::new)?;
                Ok(TeachEvent::Kept(false))
            }),
        }
    }
}

/// A desk of its own.
pub(in crate::app) struct TeachJobs {
    desk: Desk<TeachOrder>,
    next: u64,
}

impl TeachJobs {
    pub(in crate::app) fn new(engine: &Engine, executor: Executor, wake: &Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { desk: engine.desk(TEACH, executor, wake), next: 0 }
    }

    pub(super) fn submit(&self, order: TeachOrder) {
        self.desk.submit(order);
    }

    /// Reads photos, runs them, and gives them for a tray; one after another.
    pub(super) fn take(&mut self, tray: u64, network: Arc<LoadedNetwork>, photos: Vec<PhotoSource>) {
        self.next += 1;
        self.desk.submit(TeachOrder::Take { number: self.next, tray, network, photos });
    }

    pub(super) fn cancel(&self, job: TeachJob) {
        self.desk.cancel(job);
    }

    /// Nothing that was asked for is wanted any more.
    pub(super) fn cancel_all(&self) {
        for job in [
            TeachJob::Load,
            TeachJob::Run,
            TeachJob::Fit,
            TeachJob::Test,
            TeachJob::Stick,
            TeachJob::Make,
            TeachJob::Keep,
        ] {
            self.desk.cancel(job);
        }
        (1..=self.next).for_each(|number| self.desk.cancel(TeachJob::Take(number)));
    }

    pub(super) fn drain(&self) -> Vec<Delivered<TeachJob, Told>> {
        self.desk.drain()
    }

    /// Runs or waits for everything that was asked for.
    pub(in crate::app) fn run_until_idle(&self) {
        self.desk.run_until_idle();
    }

    /// Whether nothing is under way.
    pub(in crate::app) fn is_idle(&self) -> bool {
        self.desk.is_idle()
    }
}

type JobContext<'a> = Context<'a, TeachJob, Told>;

/// Work of a single chunk.
fn once(work: impl FnOnce(&JobContext<'_>) -> Told + Send + 'static) -> DeskWork<TeachOrder> {
    let mut work = Some(work);
    Box::new(move |context| {
        if let Some(work) = work.take() {
            context.send(work(context));
        }
        Progress::Done
    })
}

/// Reads photos and runs them, a photo a chunk.
fn take(tray: u64, network: Arc<LoadedNetwork>, photos: Vec<PhotoSource>) -> DeskWork<TeachOrder> {
    let mut left = photos.into_iter();
    Box::new(move |context| {
        let Some(source) = left.next() else { return Progress::Done };
        let name = source.name().to_owned();
        match taken(&network, source, &|| context.is_cancelled()) {
            Ok(photo) => context.send(Ok(TeachEvent::Took(tray, Shared(Arc::new(photo))))),
            Err(error) => {
                let file = error.file.clone().or(Some(name));
                context.send(Ok(TeachEvent::NotTaken(UserError { file, ..error })));
            }
        }
        Progress::Again
    })
}

fn taken(network: &LoadedNetwork, source: PhotoSource, stop: &dyn Fn() -> bool) -> Result<TrayPhoto, UserError> {
    let name = source.name().to_owned();
    let photo = match source.origin()? {
        Origin::Pixels(pixels) => TrayPhoto::new(&name, &pixels),
        Origin::Encoded(bytes) => {
            let picture = read_photo(&bytes).map_err(|error| UserError::about(&name, error))?;
            TrayPhoto::new(&name, &picture.pixels)
        }
    };
    let photo = photo.map_err(UserError::new)?;
    let pixels = photo.pixels().map_err(UserError::new)?;
    let found = features(network, &pixels, stop).map_err(UserError::new)?;
    Ok(photo.known(&network.sha256, Arc::new(found)))
}

/// Runs photos of trays, a photo a chunk.
fn run(network: Arc<LoadedNetwork>, photos: Vec<Shared>) -> DeskWork<TeachOrder> {
    let mut left = photos.into_iter();
    Box::new(move |context| {
        let Some(Shared(photo)) = left.next() else { return Progress::Done };
        let found = photo.pixels().and_then(|pixels| features(&network, &pixels, &|| context.is_cancelled()));
        match found {
            Ok(found) => {
                let ran = TeachEvent::Ran(photo.id.clone(), network.sha256.clone(), Arc::new(found));
                context.send(Ok(ran));
                Progress::Again
            }
            Err(TeachError::Stopped) => Progress::Done,
            Err(error) => {
                context.send(Err(UserError::about(&photo.name, error)));
                Progress::Done
            }
        }
    })
}

/// Leaves photos out, one at one depth a chunk; the depth that can be saved first.
fn test(revision: u64, lesson: Lesson, workplace: Workplace) -> DeskWork<TeachOrder> {
    let mut table = LeftOut::new(&lesson);
    let depths = TaughtDepth::ALL.into_iter().rev();
    let is_tested = table.is_tested.clone();
    let places = depths.flat_map(move |depth| (0..is_tested.len()).map(move |photo| (depth, photo)));
    let mut left = places.collect::<Vec<_>>().into_iter().peekable();
    let mut all = None;
    Box::new(move |context| {
        match workplace.executor {
            Executor::Thread => workplace.urgency.wait_until_calm(&|| context.is_cancelled()),
            // What is urgent runs on this very thread, later.
            Executor::Inline if workplace.urgency.is_urgent() => return Progress::Again,
            Executor::Inline => {}
        }
        let Some((depth, photo)) = left.next() else { return Progress::Done };
        let tested = (|| {
            if all.as_ref().is_none_or(|(of, _)| *of != depth) {
                all = Some((depth, lesson.fit(depth)?));
            }
            match &all {
                Some((_, fit)) if table.is_tested[photo] => leave_out(&lesson, depth, photo, fit).map(Some),
                Some(_) | None => Ok(None),
            }
        })();
        match tested {
            Ok(tested) => table.tested[depth.index()][photo] = tested,
            Err(error) => {
                context.send(Err(UserError::new(error)));
                return Progress::Done;
            }
        }
        context.send(Ok(TeachEvent::Tested(revision, table.clone())));
        if left.peek().is_some() { Progress::Again } else { Progress::Done }
    })
}

/// Everything that stickers need.
struct Sticking {
    revision: u64,
    network: Arc<LoadedNetwork>,
    lesson: Lesson,
    photos: Vec<Shared>,
    class: usize,
    report: u64,
    open: Origin,
}

/// Puts a sticker on a photo a chunk; behind the last one a copy of the head is taught, and asked.
fn stick(context: &JobContext<'_>, work: &mut Option<Sticking>, stuck: &mut Vec<Arc<Features>>) -> Progress {
    let Some(order) = work else { return Progress::Done };
    let stop = || context.is_cancelled();
    let told = (|| {
        if let Some(Shared(photo)) = order.photos.get(stuck.len()) {
            let pixels = with_sticker(&photo.pixels()?);
            stuck.push(Arc::new(features(&order.network, &pixels, &stop)?));
            return Ok(None);
        }
        finish(order, stuck).map(Some)
    })();
    match told {
        Ok(None) => Progress::Again,
        Ok(Some(found)) => {
            context.send(Ok(TeachEvent::Stuck(order.revision, found)));
            Progress::Done
        }
        Err(TeachError::Stopped) => Progress::Done,
        Err(error) => {
            context.send(Err(UserError::new(error)));
            Progress::Done
        }
    }
}

/// A head taught with stickers on one class, asked about the open photo without one and with one.
fn finish(order: &Sticking, stuck: &[Arc<Features>]) -> Result<Stuck, TeachError> {
    let Sticking { network, class, .. } = order;
    let mut with_stickers = stuck.iter();
    let pupils = order.lesson.pupils.iter().map(|pupil| match pupil.class == *class {
        true => with_stickers
            .next()
            .map_or_else(|| pupil.clone(), |features| Pupil { class: *class, features: Arc::clone(features) }),
        false => pupil.clone(),
    });
    let lesson = Lesson { labels: Arc::clone(&order.lesson.labels), pupils: pupils.collect() };
    let head = lesson.head(&lesson.fit(TaughtDepth::Module5b)?);
    let copy = |cause: String| TeachError::Copy { cause };
    let photo = match &order.open {
        Origin::Pixels(pixels) => image::RgbImage::clone(pixels),
        Origin::Encoded(bytes) => read_photo(bytes).map_err(|error| copy(error.to_string()))?.pixels,
    };
    let asked = |prepared: &Prepared| -> Result<_, TeachError> {
        let (_, report) = network.run(prepared, Run::new())?;
        let lost = || TeachError::Run { cause: "there are no averages".to_owned() };
        let averages = report.activation("avgpool").ok_or_else(lost)?;
        let maps = report.activation("inception5b").ok_or_else(lost)?;
        let logits = head.logits(&averages.values());
        let cells = head.classifier.evidence(&maps.values(), maps.shape.side(), *class, logits[*class]).shares();
        Ok((softmax(&logits), cells))
    };
    let plain = network.prepare_own(&photo);
    let marked = Prepared { pixels: with_sticker(&plain.pixels), ..plain.clone() };
    let (without, _) = asked(&plain)?;
    let (with, cells) = asked(&marked)?;
    Ok(Stuck { class: *class, report: order.report, seen: Arc::new(marked.pixels), with, without, cells })
}
