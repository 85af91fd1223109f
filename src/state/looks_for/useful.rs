//! The photos of the album where a channel adds most to an answer: often others than those that fire it most (Achtibat et al.
//! 2023, From attribution maps to human-understandable explanations through concept relevance propagation).

use super::examples::Example;

/// Photos that are asked where each costs a pass forward and one back.
pub const ASKED: usize = 36;

/// Which photos of the album are shown of a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Photos {
    /// The nine that fire the channel most.
    #[default]
    Strongest,
    /// Weakest, middle, strongest.
    Spectrum,
    /// Those where it adds most to the answer.
    Useful,
}

/// How it is known what a channel adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Basis {
    /// In 5b, of every photo: weight times mean.
    Exact,
    /// Activation times gradient, of those with the largest means.
    FirstOrder {
        /// Photos that have been asked.
        done: usize,
        /// Photos that are to be asked.
        of: usize,
    },
}

/// What is known of it so far.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Useful {
    /// The layer and the channel.
    pub of: (String, usize),
    /// Index of the class.
    pub class: usize,
    /// How it is known.
    pub basis: Basis,
    /// At most nine photos where it adds something, most first.
    pub examples: Vec<Example>,
}
