//! Weights files: read, recognised, checked against the spec, all problems found at once, nothing loaded by halves.
//!
//! * [`safetensors`]: bytes -> named f32 tensors and metadata, with every length bounded first;
//! * [`facts`]: names, shapes and metadata -> topology;
//! * [`labels`]: class names;
//! * [`check`]: tensors against the spec's list;
//! * [`notes`]: what was guessed;
//! * [`error`]: what can be wrong with a file, in sentences.

pub mod check;
pub mod error;
pub mod facts;
pub mod labels;
pub mod notes;
pub mod safetensors;

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::spec::{Modules, Network, Topology};
pub use error::{Problem, WeightsError};
pub use notes::{Guess, Note};

/// The weights that come with the program: `weights/default.safetensors`, described by `weights/README.md`.
pub const DEFAULT: &[u8] = include_bytes!("../../weights/default.safetensors");

/// Most letters kept of what a file calls itself.
const MAX_WEIGHTS_NAME: usize = 80;

/// One tensor as it will be used.
#[derive(Clone, Debug, PartialEq)]
pub struct WeightTensor {
    /// Dimensions, outermost first.
    pub shape: Vec<usize>,
    /// Row-major values.
    pub values: Vec<f32>,
}

/// A whole, checked set of weights.
#[derive(Clone, Debug)]
pub struct Weights {
    /// What people call it: the file's own name for itself, or the file name.
    pub name: String,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
    /// The topology it was recognised as.
    pub topology: Topology,
    /// Class names, in the order of the logits; at least two.
    pub labels: Vec<String>,
    /// Whether the auxiliary heads after 4a and 4d are in the file.
    pub aux: [bool; 2],
    /// Whether the file says that its heads were never trained.
    pub aux_untrained: bool,
    /// What had to be guessed, a sentence each.
    pub notes: Vec<Note>,
    /// Tensors under our names; exactly those of [`Network`] with this topology.
    pub tensors: HashMap<String, WeightTensor>,
}

impl Weights {
    /// Reads a weights file.
    ///
    /// `name` is shown where the file does not name itself; `topology` overrides what the file seems to be.
    ///
    /// # Errors
    /// [`WeightsError`], with all problems of the file.
    pub fn load(
        bytes: &[u8],
        name: &str,
        topology: Option<Topology>,
    ) -> Result<Self, WeightsError> {
        let file = safetensors::read(bytes)?;
        let facts = facts::recognise(&file, topology)?;
        let network = Network::build(facts.topology, facts.classes, Modules::Reduced, facts.aux);
        let tensors = check::check(file.tensors, file.unreadable, &network)?;
        let labels = labels::labels(
            file.metadata.get("labels").map(String::as_str),
            facts.classes,
        )?;
        Ok(Self {
            name: safetensors::shorten(
                file.metadata.get("name").map_or(name, String::as_str),
                MAX_WEIGHTS_NAME,
            ),
            sha256: Sha256::digest(bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
            topology: facts.topology,
            labels,
            aux: facts.aux,
            aux_untrained: file
                .metadata
                .get("aux_heads")
                .is_some_and(|word| word == "untrained"),
            notes: facts.notes,
            tensors,
        })
    }

    /// The weights inside the program.
    ///
    /// # Errors
    /// None in practice; the type is that of any other file.
    pub fn default_weights() -> Result<Self, WeightsError> {
        Self::load(DEFAULT, "default", None)
    }

    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.labels.len()
    }

    /// The network these weights belong to.
    pub fn network(&self) -> Network {
        Network::build(self.topology, self.classes(), Modules::Reduced, self.aux)
    }
}
