//! What was last asked of the engine and of the desks, so that nothing is asked for twice.

use std::path::PathBuf;
use std::sync::Arc;

use crate::album::Place;
use crate::analysis::heatmaps::Question;
use crate::analysis::{Cell, Spread};
use crate::engine::{LoadedNetwork, Wanted};
use crate::state::{AttributedLayer, FoolAsked};

/// What was last asked about what is on screen.
#[derive(Default)]
pub(super) struct Requested {
    pub(super) explanation: Option<(u64, Cell)>,
    /// Layer, and which weights.
    pub(super) kernels: Option<(String, String)>,
    /// Report and module.
    pub(super) naive: Option<(u64, usize)>,
    /// Report and module.
    pub(super) branches: Option<(u64, usize)>,
    /// Weights, album and module.
    pub(super) branch_album: Option<(String, u64, usize)>,
    /// Report and layer.
    pub(super) contributions: Option<(u64, String)>,
    pub(super) contribution: RequestedContribution,
    pub(super) fool: RequestedFool,
    pub(super) depths: RequestedDepths,
    pub(super) measured: RequestedMeasurements,
    pub(super) pictures: RequestedPictures,
}

/// What was last asked about the album.
#[derive(Default)]
pub(super) struct RequestedAlbum {
    /// Place and weights whose photos were to be run.
    pub(super) index: Option<(Place, Arc<LoadedNetwork>)>,
    /// The album whose photos were placed, by its number, and the number of photos.
    pub(super) placed: Option<(u64, usize)>,
    /// The photo whose picture was fetched, and its album's number.
    pub(super) picture: Option<(u64, usize)>,
    /// Small pictures that are on their way.
    pub(super) thumbnails: Vec<usize>,
    /// The album that was open before, until this one is listed.
    pub(super) before: Option<Place>,
}

impl RequestedAlbum {
    /// A small picture is there: should it be thrown away, it can be asked for again.
    pub(super) fn has_thumbnail(&mut self, photo: usize) {
        self.thumbnails.retain(|&other| other != photo);
    }
}

/// What was last asked about what layers add to the logit under study.
#[derive(Debug, Default)]
pub(super) struct RequestedContribution {
    /// Report and question.
    pub(super) contribution: Option<(u64, Question)>,
    /// The same, and the layer.
    pub(super) drops: Option<(u64, Question, String)>,
}

/// What was last asked about two networks, depth by depth.
#[derive(Default)]
pub(super) struct RequestedDepths {
    /// SHA-256 of both weights, and the number of the album, if its photos are to run.
    pub(super) wanted: Option<([String; 2], Option<u64>)>,
    /// What two random networks of that structure, with so many classes, said of that album.
    pub(super) random: Option<(RandomKey, Vec<Option<f64>>)>,
}

/// All that two random networks and what they say of an album depend on.
pub(super) type RandomKey = (String, usize, u64);

/// What was last asked about a change that is to fool the network.
#[derive(Debug, Default)]
pub(super) struct RequestedFool {
    /// At the size that is looked at.
    pub(super) one: Option<(FoolAsked, u8)>,
    /// At all others.
    pub(super) all: Option<FoolAsked>,
}

/// What was last asked to be measured.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RequestedMeasurements {
    /// Report whose photo the layers were timed on.
    pub(super) layers: Option<u64>,
    /// Weights whose modules were timed.
    pub(super) modules: Option<String>,
    pub(super) peak: bool,
    /// Report, class and seed.
    pub(super) gradients: Option<(u64, usize, u64)>,
    /// The same and the spread of Gaussian weights.
    pub(super) gaussian: Option<((u64, usize, u64), Spread)>,
    /// Report, layer, class and the class it is held against.
    pub(super) attribution: Option<(u64, AttributedLayer, usize, Option<usize>)>,
    /// Both reports.
    pub(super) similarity: Option<[u64; 2]>,
    /// Number of the album, and its photos.
    pub(super) calibration: Option<(u64, usize)>,
}

/// What was last asked about what channels look for.
#[derive(Default)]
pub(super) struct RequestedPictures {
    /// What the atlas is still to make.
    pub(super) wanted: Wanted,
    /// What was asked of the album.
    pub(super) examples: RequestedExamples,
    /// Of which channels the strongest photos were asked for.
    pub(super) strongest: RequestedStrongest,
    /// Report and layer whose colours were asked for.
    pub(super) colour: Option<(u64, String)>,
    /// Whose pictures those on screen are.
    pub(super) network: Option<Arc<LoadedNetwork>>,
    /// Whether it was said that pictures are not kept.
    pub(super) said_not_kept: bool,
    /// Whether it was said that a kept picture was damaged.
    pub(super) said_damaged: bool,
}

/// What was last asked for: number of the album, photos that have run, layer and channels.
pub(super) type RequestedStrongest = Option<((u64, usize), String, Vec<usize>)>;

/// What was last asked of the album.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RequestedExamples {
    /// Number of the album, photos that have run, layer and channel.
    pub(super) channel: Option<(u64, usize, String, usize)>,
    /// The same and a class, where it is asked what the channel adds to it.
    pub(super) useful: Option<(u64, usize, String, usize, usize)>,
    /// Number of the album, photos that have run, layer and channels in sight.
    pub(super) tiles: Option<(u64, usize, String, Vec<usize>)>,
}

/// What was last asked about classes of one's own.
#[derive(Default)]
pub(super) struct RequestedTeach {
    /// A folder whose folders are the first classes.
    pub(super) first: Option<PathBuf>,
    /// Whether trays of before were asked for.
    pub(super) loaded: bool,
    /// Whether the disk does not take trays.
    pub(super) cannot_keep: bool,
    /// Weights that everything below is of.
    pub(super) weights: Option<String>,
    /// Weights and state of the trays whose photos were to be run.
    pub(super) ran: Option<(String, u64)>,
    /// Weights and state of the trays that were to be taught.
    pub(super) fitted: Option<(String, u64)>,
    /// State of the trays that were to be kept, and whether all of their photos had run.
    pub(super) kept: Option<(u64, bool)>,
    /// State of the trays, tray, and report of the photo that stickers were put on for.
    pub(super) stuck: Option<(u64, u64, u64)>,
}
