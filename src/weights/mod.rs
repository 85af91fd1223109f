//! Weights files: read, recognised, checked against the spec, all problems found at once, nothing loaded by halves.
//!
//! * [`readers`]: first bytes -> the reader to use;
//! * [`safetensors`]: bytes -> named f32 tensors and metadata, with every length bounded first;
//! * [`pytorch`]: the same from `torch.save`, nothing executed;
//! * [`caffe`], [`onnx`]: the same from protocol buffers, walked by `wire` and decoded into `messages`;
//! * `find`: the network in whatever the reader gave, for all formats alike;
//! * `names`: Caffe's, the ONNX zoo's and PyTorch's names -> ours;
//! * [`evidence`]: what a file gives away beside names and shapes;
//! * [`file`](mod@file): what every reader gives back, and the limits; `numbers`: any width -> f32;
//! * [`facts`]: metadata, evidence, names and shapes -> topology; `described` by metadata, `guess` where that says nothing,
//!   `known` as it comes together;
//! * [`finding`]: what shapes cannot tell, what it was taken from, and what another value would change;
//! * [`labels`]: class names; [`options`]: what a person says about a file;
//! * [`check`]: tensors against the spec's list;
//! * [`notes`]: what was guessed;
//! * [`public`]: the weights anybody may fetch;
//! * [`beside`](mod@beside): files that a file keeps its numbers in; `foreign`: files that hold no weights we read;
//! * [`error`]: what can be wrong with a file, in sentences.

pub mod beside;
pub mod caffe;
mod caffe_norm;
pub mod check;
mod described;
pub mod error;
pub mod evidence;
pub mod facts;
pub mod file;
pub mod find;
pub mod finding;
mod foreign;
pub mod format;
mod guess;
mod known;
pub mod labels;
mod messages;
mod names;
pub mod notes;
mod numbers;
pub mod onnx;
pub mod options;
pub mod public;
pub mod pytorch;
pub mod readers;
pub mod safetensors;
mod tensor;
mod wire;

use std::collections::HashMap;

use file::shorten;
use sha2::{Digest, Sha256};

use crate::spec::{Modules, Network, Topology};
pub use tensor::{LeftOut, WeightTensor};

pub use beside::FilesBeside;
pub use error::{Problem, WeightsError};
pub use evidence::Evidence;
pub use file::TensorFile;
pub use finding::{Effect, Fact, Finding, Ground};
pub use format::Format;
pub use notes::{Guess, ListedNorm, Note};
pub use options::{LabelsFile, LoadOptions, Said};

/// The weights that come with the program in a browser, once the page has fetched them.
#[cfg(not(feature = "desktop"))]
static FETCHED: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();

/// The file of the weights that come with the program, `weights/default.safetensors`, described by `weights/README.md`; `None` in a
/// page that has not fetched it yet.
pub fn default_file() -> Option<&'static [u8]> {
    #[cfg(feature = "desktop")]
    return Some(crate::platform::default_weights());
    #[cfg(not(feature = "desktop"))]
    FETCHED.get().map(Vec::as_slice)
}

/// From now on these bytes are the file of the weights that come with the program.
#[cfg(not(feature = "desktop"))]
pub fn fetched(file: Vec<u8>) {
    // The same file comes once.
    let _ = FETCHED.set(file);
}

/// Most letters kept of what a file calls itself.
const MAX_WEIGHTS_NAME: usize = 80;

/// A whole, checked set of weights.
#[derive(Clone, Debug)]
pub struct Weights {
    /// What people call it: the file's own name for itself, or the file name.
    pub name: String,
    /// Lower-case hexadecimal SHA-256 of the file, and of those beside it that hold its numbers.
    pub sha256: String,
    /// How the file is stored.
    pub format: Format,
    /// The topology it was recognised as.
    pub topology: Topology,
    /// Class names, in the order of the logits; at least two.
    pub labels: Vec<String>,
    /// Whether the auxiliary heads after 4a and 4d are in the file.
    pub aux: [bool; 2],
    /// Whether its heads are known to have never been trained.
    pub aux_untrained: bool,
    /// What shapes cannot tell, and what it was taken from.
    pub findings: Vec<Finding>,
    /// What had to be guessed beside that.
    pub notes: Vec<Note>,
    /// What else is in the file and is not used.
    pub left_out: Vec<LeftOut>,
    /// The topology that a person named.
    pub said_topology: Option<Topology>,
    /// What a person said that shapes cannot tell.
    pub said: Said,
    /// Under which key a person said the network is.
    pub said_key: Option<String>,
    /// Tensors under our names; exactly those of [`Network`] with this topology.
    pub tensors: HashMap<String, WeightTensor>,
}

impl Weights {
    /// Reads a weights file.
    ///
    /// `name` is shown where the file does not name itself; `options`, or just a topology, overrides what the file seems to
    /// be.
    ///
    /// # Errors
    /// [`WeightsError`], with all problems of the file.
    pub fn load(bytes: &[u8], name: &str, options: impl Into<LoadOptions>) -> Result<Self, WeightsError> {
        let options = options.into();
        let sha256 = sha256(bytes, &options.beside);
        let file = readers::read_with(bytes, &options.beside)?;
        let file = find::network(file, options.key.as_deref())?;
        let stored_as = file.format;
        let facts = facts::recognise(&file, &options, &sha256)?;
        let network = Network::build(facts.topology, facts.classes, Modules::Reduced, facts.aux);
        let checked = check::check(file.tensors, file.unreadable, &network)?;
        let mut notes = facts.notes;
        let labels = labels::labels(
            file.metadata.get("labels").map(String::as_str),
            file.metadata.get("class_names").map(String::as_str),
            options.labels.as_ref(),
            labels::Wanted { classes: facts.classes, one_output: file.one_output },
            &mut notes,
        )?;
        let mut left_out = checked.left_out;
        left_out.extend(file.left_out);
        notes.extend(checked.notes);
        notes.extend(Note::left_out(&left_out));
        Ok(Self {
            name: shorten(file.metadata.get("name").map_or(name, String::as_str), MAX_WEIGHTS_NAME),
            sha256,
            format: stored_as,
            topology: facts.topology,
            labels,
            aux: checked.aux,
            aux_untrained: facts.aux_untrained,
            said_topology: options.topology,
            said: options.said,
            said_key: options.key,
            findings: facts.findings,
            notes,
            left_out,
            tensors: checked.tensors,
        })
    }

    /// The weights inside the program.
    ///
    /// # Errors
    /// None in practice; the type is that of any other file.
    pub fn default_weights() -> Result<Self, WeightsError> {
        Self::load(default_file().unwrap_or_default(), "default", None)
    }

    /// All zeros, for a structure without a file.
    pub fn empty(topology: Topology, labels: &[String], aux: [bool; 2]) -> Self {
        let network = Network::build(topology, labels.len(), Modules::Reduced, aux);
        let wanted = network.layers.iter().flat_map(|layer| layer.tensors(topology.norm));
        let zeros = |shape: Vec<usize>| WeightTensor { values: vec![0.0; shape.iter().product()], shape };
        Self {
            name: String::new(),
            sha256: String::new(),
            format: Format::Safetensors,
            topology,
            labels: labels.to_vec(),
            aux,
            aux_untrained: aux.contains(&true),
            findings: Vec::new(),
            notes: Vec::new(),
            left_out: Vec::new(),
            said_topology: None,
            said: Said::default(),
            said_key: None,
            tensors: wanted.map(|(name, shape)| (name, zeros(shape))).collect(),
        }
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

/// Lower-case hexadecimal SHA-256 of a file and, where its numbers are in others, of these behind it: what tells one file from
/// another, wherever it is.
pub fn sha256(bytes: &[u8], beside: &FilesBeside) -> String {
    let mut hasher = Sha256::new_with_prefix(bytes);
    beside.contents().for_each(|content| hasher.update(content));
    let digest = hasher.finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
