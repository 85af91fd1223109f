//! What the engine has made of what it was asked for, as far as it got.

use std::sync::Arc;

use crate::analysis::NaiveModule;
use crate::engine::{LoadedNetwork, UserError};

/// The weights in use.
#[derive(Clone)]
pub enum NetworkState {
    /// Being read.
    Loading {
        /// File or weights name.
        name: String,
        /// How large the file is, where that is known.
        size_bytes: Option<u64>,
        /// The weights that are used until then.
        previous: Option<Arc<LoadedNetwork>>,
    },
    /// In use.
    Ready(Arc<LoadedNetwork>),
    /// There are none.
    Failed(UserError),
}

impl Default for NetworkState {
    fn default() -> Self {
        Self::Loading { name: String::new(), size_bytes: None, previous: None }
    }
}

/// The network that the first is compared with, on the same photo.
#[derive(Clone, Default)]
pub enum SecondNetwork {
    /// None: what is compared are photos.
    #[default]
    None,
    /// Being read.
    Loading {
        /// File or weights name.
        name: String,
        /// The one that is compared with until then.
        previous: Option<Arc<LoadedNetwork>>,
    },
    /// Compared with.
    Ready(Arc<LoadedNetwork>),
}

impl SecondNetwork {
    /// The network, or the one before it until it is read.
    pub fn loaded(&self) -> Option<&Arc<LoadedNetwork>> {
        match self {
            Self::None => None,
            Self::Loading { previous, .. } => previous.as_ref(),
            Self::Ready(network) => Some(network),
        }
    }

    /// Whether two networks are compared, or soon will be.
    pub fn is_wanted(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// The naive run of the module in view.
#[derive(Clone, Default)]
pub enum Naive {
    /// Not asked for.
    #[default]
    Idle,
    /// Being computed.
    Running {
        /// Index into [`crate::spec::MODULES`].
        module: usize,
    },
    /// Done, for the report on screen.
    Ready(Arc<NaiveModule>),
    /// It failed.
    Failed(UserError),
}

impl Naive {
    /// The run, once there is one.
    pub fn ready(&self) -> Option<&Arc<NaiveModule>> {
        match self {
            Self::Ready(run) => Some(run),
            Self::Idle | Self::Running { .. } | Self::Failed(_) => None,
        }
    }
}

/// Logit drops by muting, as far as they are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The report they belong to.
    pub report: u64,
    /// The layer whose channels are muted one by one.
    pub layer: String,
    /// The class whose logit is watched.
    pub class: usize,
    /// Per channel: the logit of the whole network minus that without the channel; `None` until computed.
    pub drops: Vec<Option<f32>>,
}

impl Contributions {
    /// Channels done so far.
    pub fn done(&self) -> usize {
        self.drops.iter().flatten().count()
    }
}
