//! What runs beside the window for an album: one thread runs and places photos, another fetches their pictures, so that
//! scrolling never waits.

use std::path::PathBuf;
use std::sync::Arc;

use image::RgbImage;

use super::choices::Placing;
use super::contact_sheet::ContactSheet;
use crate::album::neighbours::{SameLabel, neighbours, same_label};
use crate::album::placement::{self, Layout};
use crate::album::{Album, AlbumError, Depth, Index, Neighbours, Outcome, Place, Progress as Done};
use crate::engine::{Context, Delivered, Executor, LoadedNetwork, Priority, Progress, Scheduler, Urgency, UserError};

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub(in crate::app) enum AlbumEvent {
    /// The photos are listed.
    Opened(Arc<Index>),
    /// More of them have run.
    Progress(Done),
    /// No more of them run.
    Ended(Outcome, Done),
    /// A small picture, if it can be made.
    Thumbnail(usize, Option<RgbImage>),
    /// What the network sees of a photo.
    Picture(usize, RgbImage),
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
type Jobs = Scheduler<AlbumJob, Told>;

/// Both threads.
pub(in crate::app) struct AlbumJobs {
    runs: Jobs,
    pictures: Jobs,
    urgency: Urgency,
}

impl AlbumJobs {
    /// Idle; photos do not run while `urgency` says that a person waits for something else.
    pub(in crate::app) fn new(executor: Executor, wake: &Arc<dyn Fn() + Send + Sync>, urgency: Urgency) -> Self {
        let jobs = || Scheduler::new(executor, Arc::clone(wake));
        Self { runs: jobs(), pictures: jobs(), urgency }
    }

    /// Lists the photos and runs those that have not run.
    pub(super) fn index(&self, place: Place, network: Arc<LoadedNetwork>, cache: Option<PathBuf>) {
        let mut wanted = Some((place, network, cache));
        let mut opened: Option<Arc<Index>> = None;
        let (urgency, executor) = (self.urgency.clone(), self.runs.executor());
        self.runs.submit(Priority::Background, AlbumJob::Index, move |context| {
            if let Some((place, network, cache)) = wanted.take() {
                match Index::open(place, network, cache, &|| context.is_cancelled()) {
                    Ok(index) => {
                        let index = Arc::new(index);
                        context.send(Ok(AlbumEvent::Opened(Arc::clone(&index))));
                        opened = Some(index);
                    }
                    Err(error) => fail(context, error),
                }
            }
            opened.as_ref().map_or(Progress::Done, |index| run(context, index, &urgency, executor))
        });
    }

    /// Runs the photos that have not run.
    pub(super) fn go_on(&self, index: Arc<Index>) {
        let (urgency, executor) = (self.urgency.clone(), self.runs.executor());
        self.runs
            .submit(Priority::Background, AlbumJob::Index, move |context| run(context, &index, &urgency, executor));
    }

    /// Stops running photos.
    pub(super) fn pause(&self) {
        self.runs.cancel(&AlbumJob::Index);
    }

    /// Places the photos: neighbours and PCA of every depth first, t-SNE behind; each layout is turned to fit the one before.
    pub(super) fn place(&self, index: Arc<Index>, album: Album) {
        let mut left = steps().into_iter();
        let mut before: Option<Layout> = None;
        let mut has_sheet = false;
        self.runs.submit(Priority::Background, AlbumJob::Place, move |context| {
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
            match placed(context, &index, &album, (depth, placing), before.as_ref()) {
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
        });
    }

    /// Places no more.
    pub(super) fn stop_placing(&self) {
        self.runs.cancel(&AlbumJob::Place);
    }

    /// Fetches small pictures, a picture a chunk; those asked for before are fetched no more.
    pub(super) fn thumbnails(&self, index: Arc<Index>, photos: Vec<usize>) {
        let mut left = photos.into_iter();
        self.pictures.submit(Priority::Background, AlbumJob::Thumbnails, move |context| {
            let Some(photo) = left.next() else {
                return Progress::Done;
            };
            context.send(Ok(AlbumEvent::Thumbnail(photo, index.thumbnail(photo).ok())));
            Progress::Again
        });
    }

    /// Fetches what the network sees of a photo.
    pub(super) fn picture(&self, index: Arc<Index>, photo: usize) {
        self.pictures.submit_once(Priority::Interactive, AlbumJob::Picture, move |context| {
            if let Ok(prepared) = index.prepared(photo) {
                context.send(Ok(AlbumEvent::Picture(photo, prepared.pixels)));
            }
        });
    }

    /// Deletes what is kept of an album, or of all.
    pub(super) fn forget(&self, cache: PathBuf, place: Option<Place>) {
        self.runs.submit_once(Priority::Interactive, AlbumJob::Forget, move |context| {
            let forgotten = match &place {
                Some(place) => Index::forget(&cache, place),
                None => Index::forget_all(&cache),
            };
            match forgotten {
                Ok(count) => context.send(Ok(AlbumEvent::Forgotten(count))),
                Err(error) => fail(context, error),
            }
        });
    }

    /// Nothing that was asked for an album is wanted any more.
    pub(super) fn close(&self) {
        for job in [AlbumJob::Index, AlbumJob::Place] {
            self.runs.cancel(&job);
        }
        for job in [AlbumJob::Thumbnails, AlbumJob::Picture] {
            self.pictures.cancel(&job);
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

/// Runs photos until all have run, or until something is more urgent: then the next chunk goes on.
fn run(context: &Context<'_, AlbumJob, Told>, index: &Index, urgency: &Urgency, executor: Executor) -> Progress {
    match executor {
        Executor::Thread => urgency.wait_until_calm(&|| context.is_cancelled()),
        // What is urgent runs on this very thread, later.
        Executor::Inline if urgency.is_urgent() => return Progress::Again,
        Executor::Inline => {}
    }
    let stop = || context.is_cancelled() || urgency.is_urgent();
    let mut tell = |progress: Done| context.send(Ok(AlbumEvent::Progress(progress)));
    match index.run(None, &stop, &mut tell) {
        Ok(Outcome::Stopped) => Progress::Again,
        Ok(outcome @ Outcome::Complete) => {
            context.send(Ok(AlbumEvent::Ended(outcome, index.progress())));
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
    album: &Album,
    (depth, placing): (Depth, Placing),
    before: Option<&Layout>,
) -> Result<Option<Layout>, AlbumError> {
    let vectors = index.vectors(depth)?;
    let layout = match placing {
        Placing::Pca => {
            let near = neighbours(&vectors);
            let same = same_label(album, &near);
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
