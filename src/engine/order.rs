//! What the engine is asked for, as data: everything a job needs, and the one place where the job is made of it.

use std::sync::Arc;

use super::Priority;
use super::error::UserError;
use super::key::{JobKey, Side, Turn};
use super::newest::Live;
use super::off::Muted;
use super::orders::AtlasOrder;
use super::orders::CascadeOrder;
use super::orders::DepthsOrder;
use super::orders::DreamOrder;
use super::orders::FoolOrder;
use super::orders::FrameOrder;
use super::orders::PaintOrder;
use super::orders::RebuildOrder;
use super::orders::StudyOrder;
use super::origin::Origin;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::results::{Contributed, ForwardRun};
use super::source::{PhotoSource, WeightsSource};
use crate::analysis::heatmaps::Question;
use crate::analysis::{Cell, Report, Spread};
use crate::imaging::Fit;
use crate::wire::once;

/// A request to the engine.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) enum Order {
    /// To read weights.
    Weights(WeightsSource),
    /// To read those of the second network.
    SecondWeights(WeightsSource),
    /// To compare two networks over an album.
    Depths(DepthsOrder),
    /// To decode a photo and run the network on it.
    Photo {
        side: Side,
        #[serde(with = "once")]
        network: Arc<LoadedNetwork>,
        source: PhotoSource,
        fit: Option<Fit>,
    },
    /// To run the network on a frame of a moving source.
    Frame(Box<FrameOrder>),
    /// To run the network on an edited photo: the newest edits when its turn comes.
    Edit { turn: Turn, newest: Live },
    /// To run the network with something switched off.
    Mute {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        muted: Muted,
    },
    /// To switch the branches of a module off one by one.
    Branches {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        module: usize,
    },
    /// The same on the photos of an album.
    BranchAlbum {
        #[serde(with = "once")]
        network: Arc<LoadedNetwork>,
        module: usize,
        album: u64,
        photos: Vec<PhotoSource>,
    },
    /// To explain a cell of a report.
    Explain {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        #[serde(with = "once")]
        report: Arc<Report>,
        cell: Cell,
    },
    /// To fetch the weights of a layer.
    Kernels {
        #[serde(with = "once")]
        network: Arc<LoadedNetwork>,
        layer: String,
    },
    /// To run a naive module.
    Naive {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        #[serde(with = "once")]
        report: Arc<Report>,
        module: usize,
        priority: Priority,
    },
    /// To mute the channels of a layer one by one.
    Contributions {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        layer: String,
        class: usize,
    },
    /// To share a logit out among the layers.
    Contribution {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        report: u64,
        muted: Muted,
        question: Question,
    },
    /// To test what they add.
    Drops {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        muted: Muted,
        #[serde(with = "once")]
        contributed: Arc<Contributed>,
        layer: String,
    },
    /// To slide a patch over the photo.
    Occlusion {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        muted: Muted,
        class: usize,
        patch_px: usize,
    },
    /// To share a logit out among the channels of a layer.
    Attribution {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        #[serde(with = "once")]
        report: Arc<Report>,
        muted: Muted,
        layer: String,
        class: usize,
        minus: Option<usize>,
    },
    /// To draw and judge heatmaps.
    Heatmaps { study: StudyOrder, is_awaited: bool },
    /// To draw one while the network becomes random.
    Cascade(CascadeOrder),
    /// To compute curves of gradients.
    Gradients {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        muted: Muted,
        class: usize,
        seed: u64,
    },
    /// To compute that of Gaussian weights.
    GaussianGradients {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        muted: Muted,
        class: usize,
        seed: u64,
        spread: Spread,
    },
    /// To compare two runs.
    Similarity {
        #[serde(with = "once")]
        a: Arc<Report>,
        #[serde(with = "once")]
        b: Arc<Report>,
    },
    /// To time every layer.
    Timings {
        #[serde(with = "once")]
        network: Arc<LoadedNetwork>,
        #[serde(with = "once")]
        photo: Arc<Photo>,
    },
    /// To time all modules, naive and reduced.
    ModuleTimes {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        #[serde(with = "once")]
        report: Arc<Report>,
    },
    /// To measure the machine's peak.
    Peak,
    /// To look at a photo for itself.
    Look {
        #[serde(with = "once")]
        network: Arc<LoadedNetwork>,
        source: PhotoSource,
        number: u64,
    },
    /// To make the gallery's small pictures.
    Thumbnails { sources: Vec<Origin>, side: u32 },
    /// To make a picture of what something looks for.
    Painting(PaintOrder),
    /// To make those of all channels of a layer.
    Atlas(AtlasOrder),
    /// To run a photo without its colours.
    Colour {
        #[serde(with = "once")]
        run: Arc<ForwardRun>,
        layer: String,
    },
    /// To dream.
    Dream(DreamOrder),
    /// To dream several dreams.
    Dreams(Vec<DreamOrder>),
    /// To change a photo so that it is taken for something else.
    Fool { order: Box<FoolOrder>, is_awaited: bool },
    /// To rebuild a photo from a layer.
    Rebuild(RebuildOrder),
    /// To rebuild it from several layers.
    Rebuilds(Vec<RebuildOrder>),
}

impl Order {
    /// Under what a newer one takes its place.
    pub(super) fn key(&self) -> JobKey {
        match self {
            Self::Weights(_) => JobKey::Weights,
            Self::SecondWeights(_) => JobKey::SecondWeights,
            Self::Depths(_) => JobKey::Depths,
            Self::Photo { side, .. } => JobKey::Photo(*side),
            Self::Frame(_) => FrameOrder::KEY,
            Self::Edit { turn, .. } => JobKey::Edit(*turn),
            Self::Mute { .. } => JobKey::Mute,
            Self::Branches { .. } => JobKey::Branches,
            Self::BranchAlbum { .. } => JobKey::BranchAlbum,
            Self::Explain { .. } => JobKey::Explain,
            Self::Kernels { .. } => JobKey::Kernels,
            Self::Naive { .. } => JobKey::Naive,
            Self::Contributions { .. } => JobKey::Contributions,
            Self::Contribution { .. } => JobKey::Contribution,
            Self::Drops { .. } => JobKey::Drops,
            Self::Occlusion { .. } => JobKey::Occlusion,
            Self::Attribution { .. } => JobKey::Attribution,
            Self::Heatmaps { .. } => JobKey::Heatmaps,
            Self::Cascade(_) => JobKey::Cascade,
            Self::Gradients { .. } => JobKey::Gradients,
            Self::GaussianGradients { .. } => JobKey::GaussianGradients,
            Self::Similarity { .. } => JobKey::Similarity,
            Self::Timings { .. } => JobKey::Timings,
            Self::ModuleTimes { .. } => JobKey::ModuleTimes,
            Self::Peak => JobKey::Peak,
            Self::Look { .. } => JobKey::Look,
            Self::Thumbnails { .. } => JobKey::Thumbnails,
            Self::Painting(_) => JobKey::Painting,
            Self::Atlas(_) => JobKey::Atlas,
            Self::Colour { .. } => JobKey::Colour,
            Self::Dream(_) => JobKey::Dream,
            Self::Dreams(_) => JobKey::Dreams,
            Self::Fool { is_awaited: true, .. } => JobKey::Fool,
            Self::Fool { is_awaited: false, .. } => JobKey::FoolAll,
            Self::Rebuild(_) => JobKey::Rebuild,
            Self::Rebuilds(_) => JobKey::Rebuilds,
        }
    }

    /// Whether a person waits for it.
    pub(super) fn priority(&self) -> Priority {
        match self {
            Self::Naive { priority, .. } => *priority,
            Self::Heatmaps { is_awaited: true, .. }
            | Self::Fool { is_awaited: true, .. }
            | Self::Weights(_)
            | Self::SecondWeights(_)
            | Self::Photo { .. }
            | Self::Frame(_)
            | Self::Edit { .. }
            | Self::Mute { .. }
            | Self::Explain { .. }
            | Self::Kernels { .. }
            | Self::Contribution { .. }
            | Self::Attribution { .. }
            | Self::GaussianGradients { .. }
            | Self::Similarity { .. }
            | Self::Look { .. } => Priority::Interactive,
            Self::Heatmaps { is_awaited: false, .. }
            | Self::Fool { is_awaited: false, .. }
            | Self::Branches { .. }
            | Self::Contributions { .. }
            | Self::Drops { .. }
            | Self::Occlusion { .. }
            | Self::Cascade(_)
            | Self::Gradients { .. }
            | Self::Timings { .. }
            | Self::ModuleTimes { .. }
            | Self::Peak
            | Self::Thumbnails { .. }
            | Self::Painting(_)
            | Self::Colour { .. }
            | Self::Dream(_)
            | Self::Rebuild(_) => Priority::Background,
            Self::BranchAlbum { .. } | Self::Depths(_) | Self::Atlas(_) | Self::Dreams(_) | Self::Rebuilds(_) => {
                Priority::Idle
            }
        }
    }

    /// What weights are read from, for once more; `None` for other orders, and for a file that is still to be read.
    pub(super) fn weights(&self) -> Option<WeightsSource> {
        let (Self::Weights(source) | Self::SecondWeights(source)) = self else { return None };
        source.again()
    }

    /// The same with its files read: data alone.
    ///
    /// # Errors
    /// A file's.  Photos of an album that cannot be read are left out, as the job would pass them over.
    pub(super) fn read(self) -> Result<Self, UserError> {
        Ok(match self {
            Self::Weights(source) => Self::Weights(source.read()?),
            Self::SecondWeights(source) => Self::SecondWeights(source.read()?),
            Self::Depths(order) => {
                let photos = order.photos.into_iter().filter_map(|photo| photo.read().ok()).collect();
                Self::Depths(DepthsOrder { photos, ..order })
            }
            Self::Photo { side, network, source, fit } => Self::Photo { side, network, source: source.read()?, fit },
            Self::Look { network, source, number } => Self::Look { network, source: source.read()?, number },
            Self::BranchAlbum { network, module, album, photos } => {
                let photos = photos.into_iter().filter_map(|photo| photo.read().ok()).collect();
                Self::BranchAlbum { network, module, album, photos }
            }
            other => other,
        })
    }
}
