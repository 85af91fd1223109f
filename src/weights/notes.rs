//! What was guessed about a weights file, or is missing in it, said in a sentence.

use thiserror::Error;

use crate::spec::Topology;

/// Something worth knowing about a file that can be used all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Note {
    /// Neither of both heads is there.
    #[error("These weights have no auxiliary heads.")]
    NoHeads,
    /// The file does not say which GoogLeNet it holds.
    #[error("Guessed from its shapes: topology {}, since {}.", .0.name(), .0)]
    Guessed(Guess),
}

/// What gave the topology away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Guess {
    /// torchvision's.
    #[error("its \"5x5\" branch holds 3x3 kernels")]
    SmallThirdBranch,
    /// With batch normalisation.
    #[error("it has 5x5 kernels and batch normalisation")]
    BatchNorm,
    /// The paper's.
    #[error(
        "it has 5x5 kernels and biases; were they folded batch normalisation, there would be no LRN: then say --topology batch-norm"
    )]
    Biases,
}

impl Guess {
    /// The topology it points to.
    pub fn topology(self) -> Topology {
        match self {
            Self::SmallThirdBranch => Topology::TORCHVISION,
            Self::BatchNorm => Topology::BATCH_NORM,
            Self::Biases => Topology::PAPER,
        }
    }

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        self.topology().preset_name().unwrap_or("mixed")
    }
}
