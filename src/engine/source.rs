//! Photos and weights to be opened, from wherever they come.

use std::sync::Arc;

use super::error::UserError;
use super::origin::Origin;
use super::pipeline::LoadedNetwork;
use crate::spec::Topology;
use crate::weights::{LoadOptions, Said};

/// Reads the bytes of a file, on the engine's thread; again where the first order came to nothing.
pub type Read = Arc<dyn Fn() -> Result<Vec<u8>, UserError> + Send + Sync>;

/// Reads the bytes of a weights file and what is known about it beside, labels and the files it keeps its numbers in among
/// that, on the engine's thread.
pub type ReadWeights = Box<dyn FnOnce() -> Result<(Vec<u8>, LoadOptions), UserError> + Send>;

/// Where weights come from.
#[derive(serde::Serialize, serde::Deserialize)]
pub enum WeightsSource {
    /// Inside the program.
    Default,
    /// The same, with what a person says in place of what they say.
    DefaultAs(Said),
    /// Read already.
    Loaded(#[serde(with = "crate::wire::once")] Arc<LoadedNetwork>),
    /// Weights that nobody trained.
    Random {
        /// Whose classes it has, and whose structure where no other is named.
        #[serde(with = "crate::wire::once")]
        like: Arc<LoadedNetwork>,
        /// Another structure.
        topology: Option<Topology>,
        /// Which weights.
        seed: u64,
    },
    /// The bytes of a file.
    Bytes {
        /// Shown if the file does not name itself.
        name: String,
        /// All of them.
        #[serde(with = "crate::wire::bytes")]
        bytes: Arc<[u8]>,
        /// What is known about it beside.
        options: Arc<LoadOptions>,
    },
    /// A file that is still to be read.
    #[serde(skip)]
    File {
        /// Shown if the file does not name itself.
        name: String,
        /// Gives its bytes, and what overrides what they seem to be.
        read: ReadWeights,
    },
}

/// A photo to be opened.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub enum PhotoSource {
    /// At hand.
    Ready {
        /// Shown.
        name: String,
        /// Bytes or pixels.
        origin: Origin,
    },
    /// Bytes still to be read.
    #[serde(skip)] // The last one: serde counts what is skipped where it writes, not where it reads.
    File {
        /// Shown.
        name: String,
        /// Gives its bytes.
        read: Read,
    },
}

impl WeightsSource {
    /// The same for once more; `None` for a file that is still to be read.
    pub(super) fn again(&self) -> Option<Self> {
        match self {
            Self::Default => Some(Self::Default),
            Self::DefaultAs(said) => Some(Self::DefaultAs(*said)),
            Self::Loaded(network) => Some(Self::Loaded(Arc::clone(network))),
            Self::Random { like, topology, seed } => {
                Some(Self::Random { like: Arc::clone(like), topology: *topology, seed: *seed })
            }
            Self::Bytes { name, bytes, options } => {
                Some(Self::Bytes { name: name.clone(), bytes: Arc::clone(bytes), options: Arc::clone(options) })
            }
            Self::File { .. } => None,
        }
    }

    /// The same, read: as data.
    ///
    /// # Errors
    /// The file's.
    pub(super) fn read(self) -> Result<Self, UserError> {
        match self {
            Self::File { name, read } => {
                let (bytes, options) = read()?;
                Ok(Self::Bytes { name, bytes: bytes.into(), options: Arc::new(options) })
            }
            // Both sides have the file that comes with the program.
            read
            @ (Self::Default | Self::DefaultAs(_) | Self::Loaded(_) | Self::Random { .. } | Self::Bytes { .. }) => {
                Ok(read)
            }
        }
    }
}

impl PhotoSource {
    /// The same, read: as data.
    ///
    /// # Errors
    /// The file's.
    pub fn read(self) -> Result<Self, UserError> {
        match self {
            Self::File { name, read } => Ok(Self::Ready { name, origin: Origin::Encoded(read()?.into()) }),
            Self::Ready { .. } => Ok(self),
        }
    }

    /// Its bytes or pixels.
    ///
    /// # Errors
    /// The file's.
    pub fn origin(self) -> Result<Origin, UserError> {
        match self {
            Self::File { read, .. } => Ok(Origin::Encoded(read()?.into())),
            Self::Ready { origin, .. } => Ok(origin),
        }
    }

    /// Shown.
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } | Self::Ready { name, .. } => name,
        }
    }
}
