//! What runs beside the window for an album: one desk runs and places photos, another fetches their pictures, so that
//! scrolling never waits.

use std::path::PathBuf;
use std::sync::Arc;

use image::RgbImage;

use super::in_memory;
use crate::album::neighbours::{SameLabel, neighbours, same_label};
use crate::album::placement::Layout;
use crate::album::{AlbumError, Depth, Index, Neighbours, Outcome, Place, Progress as Done, placement};
use crate::engine::desk::{Desk, DeskNumber, DeskWork, Orders, Workplace};
use crate::engine::{Context, Delivered, Engine, Executor, LoadedNetwork, Priority, Progress, UserError};
use crate::state::{ContactSheet, Placing};

/// Where photos run and are placed.
pub(in crate::app) const RUNS: DeskNumber = DeskNumber(1);
/// Where their pictures are fetched.
pub(in crate::app) const PICTURES: DeskNumber = DeskNumber(2);

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(in crate::app) enum AlbumJob {
    /// Photos are listed and run.
    Index,
    /// Photos are placed in a plane.
    Place,
    /// What is kept is deleted.
    Forget,
    /// Small pictures are fetched.
    Thumbnails,
    /// What the network sees of a photo is fetched.
    Picture,
}

/// Something new.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in crate::app) enum AlbumEvent {
    /// The photos are listed.
    Opened(#[serde(with = "crate::album::crossing")] Arc<Index>),
    /// More of them have run; how fast.
    Progress(#[serde(with = "crate::album::crossing")] Arc<Index>, Done),
    /// No more of them run.
    Ended(#[serde(with = "crate::album::crossing")] Arc<Index>, Outcome, Done),
    /// A small picture, if it can be made.
    Thumbnail(usize, #[serde(with = "crate::wire::picture::optional")] Option<Arc<RgbImage>>),
    /// What the network sees of a photo.
    Picture(usize, #[serde(with = "crate::wire::picture")] RgbImage),
    /// All photos as one small picture.
    Sheet(ContactSheet),
    /// Photos are placed.
    Layout(Depth, Placing, Layout),
    /// The nearest of each photo are known.
    Near(Depth, Neighbours, SameLabel),
    /// So many stores were deleted.
    Forgotten(usize),
}

type Told = Result<AlbumEvent, UserError>;

/// What is asked for.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in crate::app) enum AlbumOrder {
    /// To list the photos, and to run those that have not run.
    Open {
        place: Place,
        #[serde(with = "crate::wire::once")]
        network: Arc<LoadedNetwork>,
        cache: Option<PathBuf>,
    },
    /// To run the photos that have not run.
    GoOn(#[serde(with = "crate::wire::once")] Arc<Index>),
    /// To place the photos.
    Place(#[serde(with = "crate::wire::once")] Arc<Index>),
    /// To delete what is kept of an album, or of all.
    Forget { cache: PathBuf, place: Option<Place> },
    /// To fetch small pictures.
    Thumbnails(#[serde(with = "crate::wire::once")] Arc<Index>, Vec<usize>),
    /// To fetch what the network sees of a photo.
    Picture(#[serde(with = "crate::wire::once")] Arc<Index>, usize),
}

impl Orders for AlbumOrder {
    type Key = AlbumJob;
    type Event = AlbumEvent;

    fn key(&self) -> AlbumJob {
        match self {
            Self::Open { .. } | Self::GoOn(_) => AlbumJob::Index,
            Self::Place(_) => AlbumJob::Place,
            Self::Forget { .. } => AlbumJob::Forget,
            Self::Thumbnails(..) => AlbumJob::Thumbnails,
            Self::Picture(..) => AlbumJob::Picture,
        }
    }

    fn priority(&self) -> Priority {
        match self {
            Self::Open { .. } | Self::GoOn(_) | Self::Place(_) | Self::Thumbnails(..) => Priority::Background,
            Self::Forget { .. } | Self::Picture(..) => Priority::Interactive,
        }
    }

    fn work(self, workplace: &Workplace) -> DeskWork<Self> {
        match self {
            Self::Open { place, network, cache } => open(place, network, cache, workplace.clone()),
            Self::GoOn(index) => {
                let workplace = workplace.clone();
                Box::new(move |context| run(context, &index, &workplace))
            }
            Self::Place(index) => place_all(index),
            Self::Forget { cache, place } => Box::new(move |context| {
                let forgotten = match &place {
                    Some(place) => Index::forget(&cache, place),
                    None => Index::forget_all(&cache),
                };
                match forgotten {
                    Ok(count) => context.send(Ok(AlbumEvent::Forgotten(count))),
                    Err(error) => fail(context, error),
                }
                Progress::Done
            }),
            Self::Thumbnails(index, photos) => {
                let mut left = photos.into_iter();
                Box::new(move |context| {
                    let Some(photo) = left.next() else {
                        return Progress::Done;
                    };
                    context.send(Ok(AlbumEvent::Thumbnail(photo, index.thumbnail(photo).ok().map(Arc::new))));
                    Progress::Again
                })
            }
            Self::Picture(index, photo) => Box::new(move |context| {
                if let Ok(prepared) = index.prepared(photo) {
                    context.send(Ok(AlbumEvent::Picture(photo, prepared.pixels)));
                }
                Progress::Done
            }),
        }
    }
}

/// Both desks.
pub(in crate::app) struct AlbumJobs {
    runs: Desk<AlbumOrder>,
    pictures: Desk<AlbumOrder>,
}

impl AlbumJobs {
    /// Idle; photos do not run while a person waits for something else of the engine.
    pub(in crate::app) fn new(engine: &Engine, executor: Executor, wake: &Arc<dyn Fn() + Send + Sync>) -> Self {
        Self { runs: engine.desk(RUNS, executor, wake), pictures: engine.desk(PICTURES, executor, wake) }
    }

    /// Lists the photos and runs those that have not run.
    pub(super) fn index(&self, place: Place, network: Arc<LoadedNetwork>, cache: Option<PathBuf>) {
        self.runs.submit(AlbumOrder::Open { place, network, cache });
    }

    /// Runs the photos that have not run.
    pub(super) fn go_on(&self, index: Arc<Index>) {
        self.runs.submit(AlbumOrder::GoOn(index));
    }

    /// Stops running photos.
    pub(super) fn pause(&self) {
        self.runs.cancel(AlbumJob::Index);
    }

    /// Places the photos: neighbours and PCA of every depth first, t-SNE behind; each layout is turned to fit the one before.
    pub(super) fn place(&self, index: Arc<Index>) {
        self.runs.submit(AlbumOrder::Place(index));
    }

    /// Places no more.
    pub(super) fn stop_placing(&self) {
        self.runs.cancel(AlbumJob::Place);
    }

    /// Fetches small pictures, a picture a chunk; those asked for before are fetched no more.
    pub(super) fn thumbnails(&self, index: Arc<Index>, photos: Vec<usize>) {
        self.pictures.submit(AlbumOrder::Thumbnails(index, photos));
    }

    /// Fetches what the network sees of a photo.
    pub(super) fn picture(&self, index: Arc<Index>, photo: usize) {
        self.pictures.submit(AlbumOrder::Picture(index, photo));
    }

    /// Deletes what is kept of an album, or of all.
    pub(super) fn forget(&self, cache: PathBuf, place: Option<Place>) {
        self.runs.submit(AlbumOrder::Forget { cache, place });
    }

    /// Nothing that was asked for an album is wanted any more.
    pub(super) fn close(&self) {
        for job in [AlbumJob::Index, AlbumJob::Place] {
            self.runs.cancel(job);
        }
        for job in [AlbumJob::Thumbnails, AlbumJob::Picture] {
            self.pictures.cancel(job);
        }
    }

    /// What has arrived since the last call.
    pub(super) fn drain(&self) -> Vec<Delivered<AlbumJob, Told>> {
        let mut delivered = self.runs.drain();
        delivered.extend(self.pictures.drain());
        delivered
    }

    /// Runs or waits for everything that was asked for.
    pub(in crate::app) fn run_until_idle(&self) {
        self.runs.run_until_idle();
        self.pictures.run_until_idle();
    }

    /// Whether nothing is under way.
    pub(in crate::app) fn is_idle(&self) -> bool {
        self.runs.is_idle() && self.pictures.is_idle()
    }
}

/// Every depth in both ways, in the order in which they are placed.
fn steps() -> Vec<(Depth, Placing)> {
    let all = |placing| Depth::ALL.map(|depth| (depth, placing));
    all(Placing::Pca).into_iter().chain(all(Placing::Tsne)).collect()
}

/// Lists the photos, then runs them.
fn open(
    place: Place,
    network: Arc<LoadedNetwork>,
    cache: Option<PathBuf>,
    workplace: Workplace,
) -> DeskWork<AlbumOrder> {
    let mut wanted = Some((place, network, cache));
    let mut opened: Option<Arc<Index>> = None;
    Box::new(move |context| {
        if let Some((place, network, cache)) = wanted.take() {
            let stop = || context.is_cancelled();
            let index = match (&place, &cache) {
                (Place::BuiltIn, None) => in_memory::built_in(&network, &stop),
                _ => Index::open(place, network, cache, &stop).map(Arc::new),
            };
            match index {
                Ok(index) => {
                    context.send(Ok(AlbumEvent::Opened(Arc::clone(&index))));
                    opened = Some(index);
                }
                Err(error) => fail(context, error),
            }
        }
        opened.as_ref().map_or(Progress::Done, |index| run(context, index, &workplace))
    })
}

/// Places the photos, a layout a chunk.
fn place_all(index: Arc<Index>) -> DeskWork<AlbumOrder> {
    let mut left = steps().into_iter();
    let mut before: Option<Layout> = None;
    let mut has_sheet = false;
    Box::new(move |context| {
        if !std::mem::replace(&mut has_sheet, true) {
            match ContactSheet::new(&index) {
                Ok(sheet) => context.send(Ok(AlbumEvent::Sheet(sheet))),
                Err(error) => fail(context, error),
            }
            return Progress::Again;
        }
        let Some((depth, placing)) = left.next() else {
            return Progress::Done;
        };
        match placed(context, &index, (depth, placing), before.as_ref()) {
            Ok(Some(layout)) => {
                context.send(Ok(AlbumEvent::Layout(depth, placing, layout.clone())));
                before = Some(layout);
                Progress::Again
            }
            Ok(None) => Progress::Done,
            Err(error) => {
                fail(context, error);
                Progress::Done
            }
        }
    })
}

/// Runs photos until all have run, or until something is more urgent: then the next chunk goes on.
fn run(context: &Context<'_, AlbumJob, Told>, index: &Arc<Index>, workplace: &Workplace) -> Progress {
    let Workplace { urgency, executor, has_messages } = workplace;
    match executor {
        Executor::Thread => urgency.wait_until_calm(&|| context.is_cancelled()),
        // What is urgent runs on this very thread, later.
        Executor::Inline if urgency.is_urgent() => return Progress::Again,
        Executor::Inline => {}
    }
    // Where messages wait for the end of the chunk it is one photo.
    let stop = || *has_messages || context.is_cancelled() || urgency.is_urgent();
    let mut tell = |progress: Done| context.send(Ok(AlbumEvent::Progress(Arc::clone(index), progress)));
    match index.run(None, &stop, &mut tell) {
        Ok(Outcome::Stopped) => Progress::Again,
        Ok(outcome @ Outcome::Complete) => {
            context.send(Ok(AlbumEvent::Ended(Arc::clone(index), outcome, index.progress())));
            Progress::Done
        }
        Err(error) => {
            fail(context, error);
            Progress::Done
        }
    }
}

/// One layout; with the first of a depth its neighbours.  `None` when it was cancelled.
fn placed(
    context: &Context<'_, AlbumJob, Told>,
    index: &Index,
    (depth, placing): (Depth, Placing),
    before: Option<&Layout>,
) -> Result<Option<Layout>, AlbumError> {
    let vectors = index.vectors(depth)?;
    let layout = match placing {
        Placing::Pca => {
            let near = neighbours(&vectors);
            let same = same_label(&index.album(), &near);
            context.send(Ok(AlbumEvent::Near(depth, near, same)));
            Some(placement::pca(&vectors))
        }
        Placing::Tsne => placement::tsne(&vectors, &|| context.is_cancelled()),
    };
    Ok(layout.map(|layout| match before {
        Some(before) => placement::fitted(&layout, before),
        None => layout,
    }))
}

fn fail(context: &Context<'_, AlbumJob, Told>, error: AlbumError) {
    context.send(Err(UserError::new(error)));
}
