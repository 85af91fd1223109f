//! What is asked of the album about channels, and what comes back.

use std::sync::Arc;

use image::RgbImage;

use super::example_work::{calibrate, channel, strongest, tiles, useful};
use crate::album::Index;
use crate::analysis::Calibration;
use crate::engine::desk::{Desk, DeskNumber, DeskWork, Orders, Workplace};
use crate::engine::{Delivered, Engine, Executor, Priority, Progress, UserError};
use crate::spec::{Layer, ReceptiveField};
use crate::state::{AtlasKey, Examples, StrongestPhotos, Useful};

/// Where patches are cut.
pub(in crate::app) const EXAMPLES: DeskNumber = DeskNumber(3);

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

pub(super) type Told = Result<ExampleEvent, UserError>;

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
