//! What jobs have made of what is looked at, as far as they got.

use std::sync::Arc;

use super::making::Making;
use super::occlude::Occlusion;
use super::study::Gradients;
use crate::analysis::peak::Peak;
use crate::analysis::{Attribution, Calibration, Explanation, Kernels};
use crate::engine::{BranchAlbum, BranchTrials, Contributed, Depths, Dropped, ModuleTimes, Similarity, Timings};
use crate::session::Contributions;
use crate::spec::MODULES;

/// Results of jobs about what is looked at.
#[derive(Clone, Default)]
pub struct Found {
    /// Where a patch over the photo costs a class its probability, as far as it is known.
    pub occlusion: Option<Arc<Occlusion>>,
    /// How alike both photos are, layer by layer, once computed.
    pub similarity: Option<Arc<Similarity>>,
    /// How alike both networks see an album, and how far their weights are apart, as far as it is known.
    pub depths: Option<Arc<Depths>>,
    /// How far that is.
    pub depths_making: Making,
    /// What the channels of an earlier layer add to the logit under study, once asked for.
    pub attribution: Option<Arc<Attribution>>,
    /// What every layer adds to the logit under study, once asked for.
    pub contributed: Option<Arc<Contributed>>,
    /// What is really lost without branches and strongest channels of the layer that is looked at.
    pub dropped: Option<Arc<Dropped>>,
    /// How certain the network should be by an album: its number, photos that had run, and what they say.
    pub calibration: Option<((u64, usize), Option<Calibration>)>,
    /// Gradients along the network.
    pub gradients: Gradients,
    /// Medians of each layer's time, once measured.
    pub timings: Option<Arc<Timings>>,
    /// Times of the nine modules, naive and reduced, as far as they are known.
    pub module_times: [Option<Arc<ModuleTimes>>; MODULES.len()],
    /// What this machine can do at its best, once measured.
    pub peak: Option<Peak>,
    /// How the selected cell came to its value, once computed.
    pub explanation: Option<Arc<Explanation>>,
    /// The weights of the selected layer, once fetched.
    pub kernels: Option<Arc<Kernels>>,
    /// What the heads say with each branch of the module in view alone switched off.
    pub branches: Option<Arc<BranchTrials>>,
    /// For how many photos of the album the answer stays without each of them.
    pub branch_album: Option<Arc<BranchAlbum>>,
    /// How much the logit of the predicted class drops when a channel of the selected layer is muted.
    pub contributions: Option<Arc<Contributions>>,
}
