//! Photos and weights to be opened, from wherever they come.

use std::sync::Arc;

use super::error::UserError;
use super::photo::Origin;
use super::pipeline::LoadedNetwork;
use crate::weights::{LoadOptions, Said};

/// Reads the bytes of a file, on the engine's thread; again where the first order came to nothing.
pub type Read = Arc<dyn Fn() -> Result<Vec<u8>, UserError> + Send + Sync>;

/// Reads the bytes of a weights file and what is known about it beside, labels and the files it keeps its numbers in among
/// that, on the engine's thread.
pub type ReadWeights = Box<dyn FnOnce() -> Result<(Vec<u8>, LoadOptions), UserError> + Send>;

/// Where weights come from.
pub enum WeightsSource {
    /// Inside the program.
    Default,
    /// The same, with what a person says in place of what they say.
    DefaultAs(Said),
    /// Read already.
    Loaded(Arc<LoadedNetwork>),
    /// A file.
    File {
        /// Shown if the file does not name itself.
        name: String,
        /// Gives its bytes, and what overrides what they seem to be.
        read: ReadWeights,
    },
}

/// A photo to be opened.
#[derive(Clone)]
pub enum PhotoSource {
    /// Bytes still to be read.
    File {
        /// Shown.
        name: String,
        /// Gives its bytes.
        read: Read,
    },
    /// At hand.
    Ready {
        /// Shown.
        name: String,
        /// Bytes or pixels.
        origin: Origin,
    },
}

impl PhotoSource {
    /// Shown.
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } | Self::Ready { name, .. } => name,
        }
    }
}
