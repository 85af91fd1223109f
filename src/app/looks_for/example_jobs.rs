//! Patches of the album's photos are cut beside the window, so that walking through channels never waits.

use std::sync::Arc;

use image::RgbImage;

use super::useful::Search;
use crate::album::{Album, AlbumError, Index, Peak};
use crate::analysis::Calibration;
use crate::engine::desk::{Desk, DeskNumber, DeskWork, Orders, Workplace};
use crate::engine::{Context, Delivered, Engine, Executor, Priority, Progress, UserError};
use crate::spec::{Head, Layer, ReceptiveField};
use crate::state::looks_for::patch::span;
use crate::state::{AtlasKey, Example, Examples, StrongestPhotos, Useful, patch};

/// Where patches are cut.
pub(in crate::app) const EXAMPLES: DeskNumber = DeskNumber(3);

/// Photos of each kind.
pub(super) const PHOTOS: usize = 9;

/// Photos of each of the three parts of the spectrum.
const PART: usize = 3;

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(in crate::app) enum ExampleJob {
    /// What the album has of one channel.
    Channel,
    /// The strongest patch of each of many channels.
    Tiles,
    /// Where the channel adds most to an answer.
    Useful,
    /// The strongest photo of each of some channels.
    Strongest,
    /// How certain the network should be.
    Calibration,
}

/// Something new.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in crate::app) enum ExampleEvent {
    /// What the album has of a channel; with patches once they are read.
    Channel(Arc<Examples>),
    /// The strongest patch of a layer's channel; `None` where there is none.
    Tile(AtlasKey, usize, #[serde(with = "crate::wire::picture::optional")] Option<Arc<RgbImage>>),
    /// Where the channel adds most to an answer, as far as is known.
    Useful(Arc<Useful>),
    /// The strongest photo of each of some channels.
    Strongest(Arc<StrongestPhotos>),
    /// How certain the network should be, by the photos of that album, of which so many had run; `None` where none is of a
    /// known class.
    Calibration((u64, usize), Option<Calibration>),
}

type Told = Result<ExampleEvent, UserError>;

/// Which channel, and of what.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub(in crate::app) struct Asked {
    #[serde(with = "crate::wire::once")]
    pub index: Arc<Index>,
    /// The layer's name.
    pub layer: String,
    /// What its cells see.
    pub field: ReceptiveField,
    pub channel: usize,
    /// The class that it may add to.
    pub class: usize,
}

/// What is asked for.
#[derive(serde::Serialize, serde::Deserialize)]
pub(in crate::app) enum ExampleOrder {
    /// Photos and numbers of a channel at once, then the patches one by one.
    Channel(Asked),
    /// The strongest patch of each channel, in that order.
    Tiles {
        #[serde(with = "crate::wire::once")]
        index: Arc<Index>,
        layer: String,
        field: ReceptiveField,
        channels: Vec<usize>,
    },
    /// What the channel adds to the class, photo by photo.
    Useful(Asked),
    /// The strongest photo of each of these channels.
    Strongest {
        #[serde(with = "crate::wire::once")]
        index: Arc<Index>,
        layer: String,
        field: ReceptiveField,
        of: (u64, usize),
        channels: Vec<usize>,
    },
    /// The temperature at which the main head is right as often as it is sure.
    Calibrate {
        #[serde(with = "crate::wire::once")]
        index: Arc<Index>,
        of: (u64, usize),
    },
}

impl Orders for ExampleOrder {
    type Key = ExampleJob;
    type Event = ExampleEvent;

    fn key(&self) -> ExampleJob {
        match self {
            Self::Channel(_) => ExampleJob::Channel,
            Self::Tiles { .. } => ExampleJob::Tiles,
            Self::Useful(_) => ExampleJob::Useful,
            Self::Strongest { .. } => ExampleJob::Strongest,
            Self::Calibrate { .. } => ExampleJob::Calibration,
        }
    }

    fn priority(&self) -> Priority {
        match self {
            Self::Channel(_) | Self::Strongest { .. } => Priority::Interactive,
            Self::Tiles { .. } | Self::Useful(_) | Self::Calibrate { .. } => Priority::Background,
        }
    }

    fn work(self, _workplace: &Workplace) -> DeskWork<Self> {
        match self {
            Self::Channel(asked) => channel(asked),
            Self::Tiles { index, layer, field, channels } => tiles(index, layer, field, channels),
            Self::Useful(asked) => useful(asked),
            Self::Strongest { index, layer, field, of, channels } => Box::new(move |context| {
                let found = strongest(&index, (&layer, field), of, &channels);
                context.send(Ok(ExampleEvent::Strongest(Arc::new(found))));
                Progress::Done
            }),
            Self::Calibrate { index, of } => Box::new(move |context| {
                calibrate(context, &index, of);
                Progress::Done
            }),
        }
    }
}

/// A desk of its own: it reads files.
pub(in crate::app) struct ExampleJobs(Desk<ExampleOrder>);

impl ExampleJobs {
    pub(in crate::app) fn new(engine: &Engine, executor: Executor, wake: &Arc<dyn Fn() + Send + Sync>) -> Self {
        Self(engine.desk(EXAMPLES, executor, wake))
    }

    /// Finds photos and numbers at once, then their patches one by one.
    pub(super) fn channel(&self, asked: Asked) {
        self.0.submit(ExampleOrder::Channel(asked));
    }

    /// Cuts the strongest patch of each channel, in that order.
    pub(super) fn tiles(&self, index: Arc<Index>, layer: &Layer, channels: Vec<usize>) {
        let (layer, field) = (layer.name.clone(), layer.receptive_field);
        self.0.submit(ExampleOrder::Tiles { index, layer, field, channels });
    }

    /// Asks the photos one by one what the channel adds to the class.
    pub(super) fn useful(&self, asked: Asked) {
        self.0.submit(ExampleOrder::Useful(asked));
    }

    /// Finds the strongest photo of each of these channels.
    pub(super) fn strongest(&self, index: Arc<Index>, layer: &Layer, (of, channels): ((u64, usize), Vec<usize>)) {
        let (layer, field) = (layer.name.clone(), layer.receptive_field);
        self.0.submit(ExampleOrder::Strongest { index, layer, field, of, channels });
    }

    /// Finds the temperature at which the main head is right as often as it is sure; reads files.
    pub(in crate::app) fn calibrate(&self, index: Arc<Index>, of: (u64, usize)) {
        self.0.submit(ExampleOrder::Calibrate { index, of });
    }

    /// What the channel adds is not wanted any more.
    pub(super) fn stop_useful(&self) {
        self.0.cancel(ExampleJob::Useful);
    }

    /// Nothing that was asked for is wanted any more.
    pub(super) fn stop(&self) {
        self.stop_useful();
        self.0.cancel(ExampleJob::Channel);
        self.0.cancel(ExampleJob::Tiles);
        self.0.cancel(ExampleJob::Strongest);
        self.0.cancel(ExampleJob::Calibration);
    }

    pub(in crate::app) fn drain(&self) -> Vec<Delivered<ExampleJob, Told>> {
        self.0.drain()
    }

    pub(in crate::app) fn run_until_idle(&self) {
        self.0.run_until_idle();
    }

    pub(in crate::app) fn is_idle(&self) -> bool {
        self.0.is_idle()
    }
}

/// Photos and numbers at once, then the patches one by one.
fn channel(asked: Asked) -> DeskWork<ExampleOrder> {
    let mut found: Option<Examples> = None;
    let mut left = 0;
    Box::new(move |context| {
        let Some(examples) = &mut found else {
            match find(&asked) {
                Ok(mut examples) => {
                    left = examples.all_mut().count();
                    context.send(Ok(ExampleEvent::Channel(Arc::new(examples.clone()))));
                    found = Some(examples);
                    return Progress::Again;
                }
                Err(error) => return fail(context, error),
            }
        };
        if left == 0 {
            return Progress::Done;
        }
        let done = examples.all_mut().count() - left;
        left -= 1;
        if let Some(example) = examples.all_mut().nth(done) {
            cut(&asked.index, asked.field, example);
        }
        // Nine patches change the picture at once.
        if left % PHOTOS == 0 {
            context.send(Ok(ExampleEvent::Channel(Arc::new(examples.clone()))));
        }
        Progress::Again
    })
}

/// The strongest patch of each channel, a channel a chunk.
fn tiles(index: Arc<Index>, layer: String, field: ReceptiveField, channels: Vec<usize>) -> DeskWork<ExampleOrder> {
    let mut left = channels.into_iter();
    let key = AtlasKey { weights: index.network().sha256.clone(), layer: layer.clone() };
    Box::new(move |context| {
        let Some(channel) = left.next() else {
            return Progress::Done;
        };
        let strongest = match index.examples(&layer, channel) {
            Ok(strongest) => strongest,
            Err(_) => return Progress::Done,
        };
        let patch = strongest.first().and_then(|peak| {
            let mut example = Example::of(*peak);
            cut(&index, field, &mut example);
            example.patch
        });
        context.send(Ok(ExampleEvent::Tile(key.clone(), channel, patch)));
        Progress::Again
    })
}

/// What the channel adds to the class, a photo a chunk.
fn useful(asked: Asked) -> DeskWork<ExampleOrder> {
    let mut search = None;
    Box::new(move |context| {
        let Some(search) = &mut search else {
            match Search::new(asked.clone()) {
                Ok(new) => {
                    context.send(Ok(ExampleEvent::Useful(Arc::new(new.known()))));
                    search = Some(new);
                    return Progress::Again;
                }
                Err(error) => return fail(context, error),
            }
        };
        // A photo that cannot be read any more is passed over.
        match search.step() {
            None => return Progress::Done,
            Some(Err(error)) => log::info!("a photo of the album is passed over: {}", error.details),
            Some(Ok(())) => {}
        }
        context.send(Ok(ExampleEvent::Useful(Arc::new(search.known()))));
        Progress::Again
    })
}

fn strongest(
    index: &Index,
    (layer, field): (&str, ReceptiveField),
    of: (u64, usize),
    channels: &[usize],
) -> StrongestPhotos {
    let album = index.album();
    let example = |&channel: &usize| -> Option<(usize, Example)> {
        let strongest = index.examples(layer, channel).ok()?;
        let mut example = Example::of(*strongest.first()?);
        describe(&album, &mut example);
        cut(index, field, &mut example);
        Some((channel, example))
    };
    StrongestPhotos { of, layer: layer.to_owned(), photos: channels.iter().filter_map(example).collect() }
}

fn calibrate(context: &Context<'_, ExampleJob, Told>, index: &Index, of: (u64, usize)) {
    let album = index.album();
    let mut photos = Vec::new();
    for (place, photo) in album.ran() {
        let Some(class) = photo.known() else { continue };
        if context.is_cancelled() {
            return;
        }
        let scores = index.scores(place).unwrap_or_default();
        if let Some(main) = scores.into_iter().find(|scores| scores.head == Head::Main) {
            photos.push((main.logits, class));
        }
    }
    context.send(Ok(ExampleEvent::Calibration(of, Calibration::of(&photos))));
}

fn fail(context: &Context<'_, ExampleJob, Told>, error: AlbumError) -> Progress {
    context.send(Err(UserError::new(error)));
    Progress::Done
}

/// Photos and numbers, without patches.
fn find(asked: &Asked) -> Result<Examples, AlbumError> {
    let Asked { index, layer, channel, .. } = asked;
    let album = index.album();
    let described = |mut example: Example| {
        describe(&album, &mut example);
        example
    };
    let strongest = index.examples(layer, *channel)?;
    let maxima = index.maxima(layer, *channel)?;
    let spectrum = spectrum(&maxima);
    Ok(Examples {
        of: (album.weights_sha256.clone(), layer.clone(), *channel),
        album: album.id,
        photos: maxima.len(),
        strongest: strongest.into_iter().map(Example::of).map(described).collect(),
        spectrum: spectrum.into_iter().map(Example::of).map(described).collect(),
        maxima: maxima.iter().map(|peak| peak.value).collect(),
    })
}

/// Three weakest, three in the middle, three strongest; equal ones in the order of the photos.  Fewer where there are fewer.
fn spectrum(maxima: &[Peak]) -> Vec<Peak> {
    let mut sorted = maxima.to_vec();
    sorted.sort_by(|one, other| one.value.total_cmp(&other.value).then(one.photo.cmp(&other.photo)));
    if sorted.len() <= 3 * PART {
        return sorted;
    }
    let middle = (sorted.len() - PART) / 2;
    [&sorted[..PART], &sorted[middle..middle + PART], &sorted[sorted.len() - PART..]].concat()
}

/// What the photo is called, and what the network answers.
pub(super) fn describe(album: &Album, example: &mut Example) {
    if let Some(photo) = album.photos.get(example.photo) {
        example.label = album.label(photo).map(str::to_owned);
        example.answer = photo.answer(Head::Main).map(|answer| answer.best().class);
    }
}

/// Cuts the photo to what the cell sees.
pub(super) fn cut(index: &Index, field: ReceptiveField, example: &mut Example) {
    let Ok(prepared) = index.prepared(example.photo) else { return };
    let [row, column] = example.cell;
    let ([top, bottom], [left, right]) = (span(field, row), span(field, column));
    example.patch = Some(Arc::new(patch(&prepared.pixels, field, example.cell)));
    // The cell is as large as the distance to the next one.
    let within = |cell: usize, [start, end]: [usize; 2]| {
        let centre = field.offset + (field.stride * cell) as f32 + 0.5;
        let half = field.stride as f32 / 2.0;
        [centre - half, centre + half].map(|at| ((at - start as f32) / (end - start) as f32).clamp(0.0, 1.0))
    };
    let ([y0, y1], [x0, x1]) = (within(row, [top, bottom]), within(column, [left, right]));
    example.cell_in_patch = [x0, y0, x1, y1];
}
