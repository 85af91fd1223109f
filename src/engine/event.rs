//! What a job has to tell while it runs.

use std::iter;
use std::sync::Arc;

use super::error::UserError;
use super::key::Side;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::results::{
    BranchAlbum, BranchTrials, Cascaded, ColourIndex, Contributed, Depths, Dreamt, Dropped, Edited, Fooled, ForwardRun,
    Framed, Looked, ModuleTimes, MutedRun, Painted, Position, Rebuilt, Similarity, Studied, Tile,
};
use super::studio::Studio;
use super::timings::Timings;
use crate::analysis::heatmaps::{Cascade, Study};
use crate::analysis::peak::Peak;
use crate::analysis::{Attribution, Explanation, GradientCurve, Kernels, NaiveModule, Report};
use crate::visualize::dream::Dream;
use crate::visualize::rebuild::Rebuilding;
use crate::wire::once;

/// What a job tells: something new, or why nothing more comes of it.
pub type Told = Result<Event, UserError>;

/// Something new.
#[derive(serde::Serialize, serde::Deserialize)]
pub enum Event {
    /// Weights are ready.
    Network(#[serde(with = "once")] Arc<LoadedNetwork>),
    /// So are those of the second network.
    SecondNetwork(#[serde(with = "once")] Arc<LoadedNetwork>),
    /// Two networks are compared further than before.
    Depths(Arc<Depths>),
    /// One of the two photos is further than before.
    Photo(Side, PhotoEvent),
    /// A frame of a moving source ran.
    Framed(Arc<Framed>),
    /// The run with muted channels is over.
    Muted(Arc<MutedRun>),
    /// The branches of a module were switched off one by one, as far as that is.
    Branches(Arc<BranchTrials>),
    /// The branches of a module were switched off on photos of an album, as far as that is.
    BranchAlbum(Arc<BranchAlbum>),
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
    /// What every layer adds to a logit.
    Contributed(#[serde(with = "once")] Arc<Contributed>),
    /// What is really lost without branches and channels, as far as it is known.
    Dropped(Arc<Dropped>),
    /// What the channels of a layer add to a logit.
    Attribution(Arc<Attribution>),
    /// A study of heatmaps is further than before.
    Studied(Studio<Study>, Studied),
    /// So is a cascade.
    Cascaded(Studio<Cascade>, Arc<Cascaded>),
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
    /// A picture of what something looks for is further than before.
    Painted(Arc<Painted>),
    /// A tile of the atlas is.
    Tile(Arc<Tile>),
    /// A kept picture could not be read and is made anew.
    PictureDamaged,
    /// A finished picture could not be kept.
    PictureNotKept(UserError),
    /// How much colour matters to each channel.
    Colour(Arc<ColourIndex>),
    /// A dream is further than before.
    Dreamt(Studio<Dream>, Arc<Dreamt>),
    /// A photo was changed to be taken for something else.
    Fooled(Arc<Fooled>),
    /// A photo that is rebuilt is further than before.
    Rebuilt(Studio<Rebuilding>, Arc<Rebuilt>),
    /// A photo was looked at for itself.
    Looked(Arc<Looked>),
    /// One picture of the gallery.
    Thumbnail {
        /// Its place in the gallery.
        index: usize,
        /// Small and square.
        #[serde(with = "crate::wire::picture")]
        pixels: Arc<image::RgbImage>,
    },
}

impl Event {
    /// The reports of runs that it brings along, which hold all activations: some twenty megabytes each.
    pub(super) fn reports(&self) -> Vec<&Arc<Report>> {
        let (run, muted) = match self {
            Self::Photo(_, PhotoEvent::Ran(run)) => (run, &None),
            Self::Framed(framed) => (&framed.run, &framed.muted),
            Self::Edited(edited) => (&edited.run, &edited.muted),
            Self::Muted(ran) => return vec![&ran.report],
            Self::Photo(_, PhotoEvent::Decoded(_) | PhotoEvent::Step { .. })
            | Self::Network(..)
            | Self::SecondNetwork(..)
            | Self::Depths(..)
            | Self::Branches(..)
            | Self::BranchAlbum(..)
            | Self::Explanation(..)
            | Self::Kernels(..)
            | Self::Naive(..)
            | Self::Contribution { .. }
            | Self::Timings(..)
            | Self::ModuleTimes(..)
            | Self::Peak(..)
            | Self::Contributed(..)
            | Self::Dropped(..)
            | Self::Attribution(..)
            | Self::Studied(..)
            | Self::Cascaded(..)
            | Self::Gradients(..)
            | Self::Similarity(..)
            | Self::Occluded { .. }
            | Self::Painted(..)
            | Self::Tile(..)
            | Self::PictureDamaged
            | Self::PictureNotKept(..)
            | Self::Colour(..)
            | Self::Dreamt(..)
            | Self::Fooled(..)
            | Self::Rebuilt(..)
            | Self::Looked(..)
            | Self::Thumbnail { .. } => return Vec::new(),
        };
        iter::once(&run.report).chain(muted.iter().map(|(_, report)| report)).collect()
    }
}

/// How far a photo is on its way through the network.
#[derive(serde::Serialize, serde::Deserialize)]
pub enum PhotoEvent {
    /// It is decoded; its run begins.
    Decoded(#[serde(with = "once")] Arc<Photo>),
    /// A step of the forward pass is done.
    Step {
        /// Index into the network's layers.
        layer: usize,
        /// Number of layers.
        total: usize,
    },
    /// The run is over.
    Ran(#[serde(with = "once")] Arc<ForwardRun>),
}
