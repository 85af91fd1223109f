//! What is asked of the desk for trays, and what it tells: photos, the fit, each photo left out once, the file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::work::{Sticking, once, run, stick, take, test};
use crate::engine::desk::{Desk, DeskNumber, DeskWork, Orders, Workplace};
use crate::engine::{Delivered, Engine, Executor, LoadedNetwork, Origin, PhotoSource, Priority, UserError};
use crate::platform::clock::Stopwatch;
use crate::state::Stuck;
use crate::teach::{
    Card, Features, Head, LeftOut, Lesson, TaughtDepth, Tray, TrayPhoto, TrayStore, Trays, weights_file,
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

pub(super) type Told = Result<TeachEvent, UserError>;

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

    /// Reads photos, runs them, and gives them for a tray; one after another.  Returns the number of the wish.
    pub(super) fn take(&mut self, tray: u64, network: Arc<LoadedNetwork>, photos: Vec<PhotoSource>) -> u64 {
        self.next += 1;
        self.desk.submit(TeachOrder::Take { number: self.next, tray, network, photos });
        self.next
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
