//! Bytes to a network, bytes to a photo, photo to a report: the one path that window and command line share.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | a set of weights as a network that runs |
//! | `load` | it is read, or drawn at random |
//! | `photo` | photos are read and prepared for it |
//! | `pass` | it runs |
//! | `error` | why a file did not become a network, or a photo |

mod error;
mod load;
mod pass;
mod photo;

use std::sync::Arc;

use super::lazy_model::LazyModel;
use crate::analysis::evidence::Classifier;
use crate::spec::{Network, Topology};
use crate::weights::{Finding, Format, Note, Said};
use crate::wire::once;

pub use error::LoadError;
pub use error::PhotoError;
pub use photo::affine;
pub use photo::decode_photo;
pub use photo::fit;
pub use photo::geometry;
pub use photo::palette;
pub use photo::read_photo;

/// A set of weights as a network that runs.  The file's own tensors are gone: `model` holds the only copy.
///
/// Where the engine runs in another instance of the program, everything crosses but `model`, which is made here should anybody
/// ask for it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct LoadedNetwork {
    /// What people call the weights.
    pub name: String,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// How the file is stored.
    pub format: Format,
    /// What shapes cannot tell, and what it was taken from.
    pub findings: Vec<Finding>,
    /// What had to be guessed beside that.
    pub notes: Vec<Note>,
    /// The topology that a person named.
    pub said_topology: Option<Topology>,
    /// Under which key a person said the network is.
    pub said_key: Option<String>,
    /// What a person said that shapes cannot tell.
    pub said: Said,
    /// Whether the auxiliary heads after 4a and 4d are there.
    pub aux: [bool; 2],
    /// Whether its heads are known to have never been trained.
    pub aux_untrained: bool,
    /// Whether nobody trained any of it: its weights were drawn here.
    pub is_random: bool,
    /// Structure and preprocessing.
    pub topology: Topology,
    /// Every layer in the order of computation.
    #[serde(with = "once")]
    pub network: Arc<Network>,
    /// Class names, in the order of the logits.
    #[serde(with = "once")]
    pub labels: Arc<[String]>,
    /// The last layer as plain numbers.
    pub classifier: Classifier,
    /// The layers with their weights.
    pub model: LazyModel,
}

once::contents!(LoadedNetwork);
