//! What was guessed about a weights file, or is missing in it: a sentence each.

use thiserror::Error;

use super::Problem;
use super::tensor::LeftOut;
use crate::spec::{Norm, Preprocessing, Topology};
use crate::wire::word::Word;

/// Something worth knowing about a file that can be used all the same.
#[derive(Clone, Debug, PartialEq, Error, serde::Serialize, serde::Deserialize)]
pub enum Note {
    /// Known by its hash.
    #[error(
        "These are torchvision's own weights: their input is transformed, and their auxiliary heads were never trained."
    )]
    OwnTorchvision,
    /// Neither of both heads is there.
    #[error("These weights have no auxiliary heads.")]
    NoHeads,
    /// Known by its names.
    #[error("Recognised by Caffe's layer names: topology paper.")]
    CaffeNames,
    /// The file does not say which GoogLeNet it holds.
    #[error("Guessed from its shapes: topology {}, since {}.", .0.topology(), .0)]
    Guessed(Guess),
    /// The file lists its layers.
    #[error("Recognised by the layers the file lists: topology {topology}, with {norm}.")]
    Listed {
        /// The preset, or "mixed".
        #[serde(with = "crate::wire::word")]
        topology: Word,
        /// What normalisation it lists.
        norm: ListedNorm,
    },
    /// The file does not say how its photos were prepared.
    #[error("Its preprocessing is not in the file; that of the topology is used.")]
    NoPreprocessing,
    /// Nodes before the first convolution of which not all are understood.
    #[error(
        "Its graph does something to the input before the first convolution that is not understood; check mean, std and order below."
    )]
    InputUnread,
    /// More than GoogLeNet is in the file.
    #[error("Not used, since GoogLeNet has nothing of the kind: {named}{}.", and_more(*.more))]
    LeftOut {
        /// The first few, with what they are.
        named: String,
        /// How many more there are.
        more: usize,
    },
    /// More than one network is in the file.
    #[error("The file holds several networks: {chosen} is used, not {others}; --key chooses another.")]
    OtherNetworks {
        /// What the one in use is under.
        chosen: String,
        /// What the others are under.
        others: String,
    },
    /// A head that cannot be used.
    #[error("Its auxiliary head {head} is left out: {why}.")]
    HeadLeftOut {
        /// 1 after 4a, 2 after 4d.
        head: usize,
        /// The first thing wrong with it.
        why: Problem,
    },
    /// A classifier under another name.
    #[error("Its classifier {own} was recognised as {ours} by its shape and its place.")]
    Classifier {
        /// Our layer.
        ours: String,
        /// The file's name for it.
        own: String,
    },
    /// One sigmoid output.
    #[error(
        "It has one output, a probability: shown as two classes, the first for yes with this output, the second for no with 0."
    )]
    OneOutput,
    /// Labels nobody named.
    #[error("Its class names are those of {file} in the same folder.")]
    LabelsNear {
        /// The file's name.
        file: String,
    },
    /// Nameless tensors.
    #[error("This ONNX file does not name all tensors; they were told apart by their order and shapes.")]
    ToldByOrder,
}

/// How many things one note names; `weights check` lists all.
const NAMED: usize = 5;

impl Note {
    /// What was passed over; `None` when nothing was.
    pub fn left_out(list: &[LeftOut]) -> Option<Self> {
        let named: Vec<String> = list.iter().take(NAMED).map(LeftOut::to_string).collect();
        (!list.is_empty()).then(|| Self::LeftOut { named: named.join(", "), more: list.len().saturating_sub(NAMED) })
    }
}

fn and_more(count: usize) -> String {
    match count {
        0 => String::new(),
        count => format!(" and {count} more, which weights check lists"),
    }
}

/// What gave the topology away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, serde::Serialize, serde::Deserialize)]
pub enum Guess {
    /// torchvision's.
    #[error(
        "its \"5x5\" branch holds 3x3 kernels; if it was trained on from torchvision's own weights, say --transform-input"
    )]
    SmallThirdBranch,
    /// With batch normalisation.
    #[error("it has 5x5 kernels and batch normalisation")]
    BatchNorm,
    /// A tutorial's: torchvision's without batch normalisation, with true 5x5 kernels and inputs from -1 to 1.
    #[error(
        "it has 5x5 kernels and biases under torchvision's names; were it the paper's network, there would be LRN: then say --topology paper"
    )]
    Biases,
}

impl Guess {
    /// Name of the topology it points to.
    pub fn topology(self) -> &'static str {
        self.preset().preset_name().unwrap_or("mixed")
    }

    /// The topology it points to.
    pub fn preset(self) -> Topology {
        match self {
            Self::SmallThirdBranch => Topology::TORCHVISION,
            Self::BatchNorm => Topology::BATCH_NORM,
            Self::Biases => Topology { norm: Norm::None, preprocessing: Preprocessing::HALF, ..Topology::BATCH_NORM },
        }
    }
}

/// What a file's layers say about normalisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, serde::Serialize, serde::Deserialize)]
pub enum ListedNorm {
    /// After every convolution.
    #[error("batch normalisation")]
    Batch,
    /// The paper's.
    #[error("local response normalisation")]
    Local,
    /// None is listed, but it must have been there.
    #[error("no normalisation, so batch normalisation is folded into its kernels")]
    Folded,
    /// None.
    #[error("no normalisation")]
    Without,
}
