//! Is the network right as often as it is sure (Guo et al. 2017, arXiv 1706.04599)?

use crate::album::Album;
use crate::spec::Head;

/// Bins of equal width from 0 to 1; a probability on a border belongs to the lower one.
pub const BINS: usize = 15;

/// Over which photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Those of known classes.
    Known,
    /// All that have run; an answer to an unknown thing is not right.
    All,
}

/// Photos whose answer has a probability in the same fifteenth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bin {
    /// Positions in the album.
    pub photos: Vec<usize>,
    /// Mean probability of the answers, 0 to 1; 0 for an empty bin.
    pub probability: f64,
    /// Share right, 0 to 1; 0 for an empty bin.
    pub right: f64,
}

/// A reliability diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Reliability {
    /// [`BINS`] of them, from improbable to certain.
    pub bins: Vec<Bin>,
    /// Expected calibration error, 0 to 1: |share right - mean probability| of each bin, weighted by its photos.  `None` without photos.
    pub ece: Option<f64>,
}

/// Counts a head's answers by their probability.
pub fn reliability(_album: &Album, _head: Head, _over: Over) -> Reliability {
    todo!()
}
